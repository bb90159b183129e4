/**
 * The map of a library as plain data: regions, their groups and the places in them. Where a region lies follows from
 * the declaration: a collection whose map has strata is the ground, what leans on it most stands above, the notes to
 * start with run along the head, and all others lie beside. Collections whose notes have their parents elsewhere are
 * no regions: their notes stand at their parents. Folders are the regions of plain notes.
 */
export interface Plate {
  head: Region | null;
  above: Region | null;
  ground: Region | null;
  beside: Region[];
  /** What crosses the border between two neighbouring regions, most first. */
  crossings: Crossing[];
  /** Every place in reading order: a place's `index` is its position here. */
  places: Place[];
  /** Whether any two places are related. */
  isLinked: boolean;
  /** What the shapes mean, for the key: the kinds that stand on this plate. */
  kinds: { shape: number; hue: string; label: string }[];
}

export interface Region {
  name: string;
  title: string;
  href: string;
  hue: string;
  description: string;
  /** Notes of the collection or folder, wherever they stand. */
  count: number;
  /** The note that maps the whole region. */
  index: Place | null;
  groups: PlaceGroup[];
}

export interface PlaceGroup {
  label: string;
  /** Where the label leads: the note that explains the value (named by both where its title is another), or the folder. */
  place?: Place;
  href?: string;
  places: Place[];
}

export interface Place {
  index: number;
  id: string;
  href: string;
  title: string;
  /** What the title begins with on its own page, where the heading above says it already. */
  prefix: string;
  hue: string;
  /** Collection, and role where there are several. */
  kind: string;
  shape: number;
  /** 1–3 by how many notes are related, for room and weight of the mark. */
  size: 1 | 2 | 3;
  children: Place[];
}

export interface Crossing {
  from: string;
  to: string;
  /** The arrow in words, `줄인다`. */
  verb: string;
  count: number;
}

/** Above this number of places names would be a wall of text and the page a megabyte: groups are fields of marks. */
export const mostNamed = 800;

/** Above this number a map would be pages long, and a first page all map: what is in a region is folded. */
export const mostUnfolded = 160;

/** More regions than this would make a column beside the ground that is much higher than it: they lie below. */
export const mostBeside = 6;

/** Marks in a row of a field, and the steps from one to the next in a field's own units. */
export const field = { columns: 30, across: 9, down: 7 } as const;

/** The places of a group in the order of their indexes. */
export function listPlaces(group: PlaceGroup): Place[] {
  const found: Place[] = [];
  const add = (place: Place) => {
    found.push(place);
    place.children.forEach(add);
  };
  if (group.place) add(group.place);
  group.places.forEach(add);
  return found;
}

/** The marks at some positions of a field, as the path of an SVG. */
export function drawMarks(positions: Iterable<number>): string {
  const { columns, across, down } = field;
  return [...positions]
    .map((at) => `M${(at % columns) * across} ${Math.floor(at / columns) * down + 2}h7`)
    .join('');
}

/** The regions of a plate in reading order. */
export function listRegions(plate: Plate): Region[] {
  return [plate.head, plate.above, plate.ground, ...plate.beside].filter((region) => region !== null);
}
