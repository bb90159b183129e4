import { pagesWords } from '#words';
import { pagePath } from '../knowledge/address.ts';
import { compareFolders, type Library } from '../knowledge/library.ts';
import { plainNotes, shortTitle } from '../knowledge/navigation.ts';
import { foldWord } from '../knowledge/text.ts';
import { isEntryPath, type Note, folderOf } from '../knowledge/note.ts';
import { dropPrefix, groupNotes, readPath } from '../knowledge/read-path.ts';
import { type Collection, findCollection, type Grouping } from '../subject/subject.ts';
import { type Crossing, listRegions, type Place, type PlaceGroup, type Plate, type Region } from './plate.ts';

/** A collection of which at least this share has its parents elsewhere has no region of its own. */
const mostAway = 0.6;
/** Notes along the head: more do not fit a line. */
const mostAtHead = 14;
/** Shapes of marks; roles beyond them share the last. */
const shapes = 6;
const mostCrossings = 3;

/** Lays out the regions of a library. Pure: the same library gives the same plate. */
export function buildPlate(library: Library, base: string): Plate {
  const { subject, notes } = library;
  const makePlace = placeMaker(library, base);
  const byCollection = subject.collections
    .map((collection) => ({ collection, notes: notes.filter((note) => note.collection === collection.name) }))
    .filter(({ notes: own }) => own.length > 0);
  const isAway = (note: Note) => {
    const parent = note.parent === undefined ? undefined : library.byId.get(note.parent);
    return parent !== undefined && parent.collection !== note.collection;
  };
  const scattered = new Set(
    byCollection
      .filter(({ notes: own }) => own.filter(isAway).length >= own.length * mostAway)
      .map(({ collection }) => collection.name),
  );
  // Were nothing left, the parents of the scattered ones would have no place either.
  if (scattered.size === byCollection.length) scattered.clear();
  const settled = byCollection.filter(({ collection }) => !scattered.has(collection.name));
  const guests = new Map<string, Note[]>();
  for (const note of notes) {
    if (!scattered.has(note.collection) || note.parent === undefined || !isAway(note)) continue;
    guests.set(note.parent, [...(guests.get(note.parent) ?? []), note]);
  }
  const regions = settled.map(({ collection, notes: own }) => {
    return layOutCollection(collection, own, guests, library, base, makePlace);
  });
  const folders = layOutFolders(library, base, makePlace);
  const position = positionRegions(regions, folders, library);
  const plate: Plate = { ...position, crossings: [], places: [], isLinked: false, kinds: [] };
  for (const region of listRegions(plate)) number(region, plate.places);
  // A note whose parents lead nowhere that is drawn keeps a place all the same: in a region of its own collection.
  const placed = new Set(plate.places.map(({ id }) => id));
  for (const { collection, notes: own } of byCollection) {
    const left = own.filter(({ id }) => !placed.has(id));
    if (left.length === 0) continue;
    const region = layOutCollection(collection, left, new Map(), library, base, makePlace);
    plate.beside.push(region);
    number(region, plate.places);
  }
  plate.crossings = countCrossings(plate, library);
  plate.isLinked = plate.places.some(
    ({ id }) => (library.relations.get(id)?.length ?? 0) + (library.mentions.get(id)?.length ?? 0) > 0,
  );
  const kinds = new Map(
    plate.places.map(({ shape, hue, kind }) => [`${hue} ${shape}`, { shape, hue, label: kind }]),
  );
  plate.kinds = [...kinds.values()];
  return plate;
}

type MakePlace = (note: Note, children?: Place[]) => Place;

function placeMaker(library: Library, base: string): MakePlace {
  const degree = (note: Note) =>
    library.relations.get(note.id)?.length ||
    new Set(library.mentions.get(note.id)?.map(({ from }) => from)).size;
  const degrees = library.notes
    .map(degree)
    .filter((count) => count > 0)
    .sort((a, b) => a - b);
  const at = (share: number) => degrees[Math.floor(degrees.length * share)] ?? Infinity;
  const [middle, high] = [at(0.5), at(0.88)];
  return (note, children = []) => {
    const collection = findCollection(library.subject, note.collection);
    const roles = collection.roles.filter(({ isIndex }) => !isIndex);
    const role = roles.findIndex(({ name }) => name === note.role);
    const title = dropPrefix(shortTitle(note.title), [...collection.drop, ...(collection.map?.drop ?? [])]);
    const count = degree(note);
    return {
      index: -1,
      id: note.id,
      href: pagePath(base, note.address),
      title,
      prefix: note.title.endsWith(title) ? note.title.slice(0, note.title.length - title.length) : '',
      hue: collection.class,
      kind:
        roles.length > 1 && role >= 0 ? `${collection.label}: ${roles[role]?.label ?? ''}` : collection.label,
      // Kinds differ by collection as well as by role: the order of declaration decides.
      shape: (Math.max(0, library.subject.collections.indexOf(collection)) + Math.max(0, role)) % shapes,
      size: count >= Math.max(high, middle + 1) ? 3 : count >= middle && count > 1 ? 2 : 1,
      children,
    };
  };
}

function layOutCollection(
  collection: Collection,
  notes: readonly Note[],
  guests: ReadonlyMap<string, Note[]>,
  library: Library,
  base: string,
  makePlace: MakePlace,
): Region {
  const indexRoles = new Set(collection.roles.filter(({ isIndex }) => isIndex).map(({ name }) => name));
  const index = notes.find(({ role }) => role !== undefined && indexRoles.has(role)) ?? null;
  const group = groupingOf(collection);
  const field = group && collection.fields.find(({ name }) => name === group.path);
  const explaining = new Map(
    field?.options.flatMap(({ value, note }) => (note ? [[note, value] as const] : [])),
  );
  /** Notes of other collections that have their parent here, and theirs in turn. */
  const guestsOf = (note: Note, above: readonly Note[] = []): Place[] =>
    (guests.get(note.id) ?? [])
      .filter((guest) => !above.includes(guest))
      .map((guest) => makePlace(guest, guestsOf(guest, [...above, guest])));
  const shown = notes.filter((note) => note !== index && !explaining.has(note.id));
  const nest = (of: readonly Note[]): Place[] => {
    const here = new Set(of.map(({ id }) => id));
    const isRoot = (note: Note) =>
      note.parent === undefined || !here.has(note.parent) || note.parent === note.id;
    const seen = new Set<string>();
    const grow = (note: Note): Place => {
      seen.add(note.id);
      const own = of.filter((child) => child.parent === note.id && !seen.has(child.id)).map(grow);
      return makePlace(note, [...own, ...guestsOf(note)]);
    };
    const places = of.filter(isRoot).map(grow);
    // Notes whose parents run in a circle have no root.
    return [...places, ...of.filter((note) => !seen.has(note.id)).map((note) => makePlace(note))];
  };
  const hasValue = (note: Note) => group !== null && readPath(note, group.path, library).length > 0;
  /** A note that says no group of its own stands with the note above it that does. */
  const ancestorOf = (note: Note): Note => {
    let at = note;
    for (let steps = 0; steps < shown.length && !hasValue(at); steps++) {
      const above = shown.find(({ id }) => id === at.parent);
      if (!above) break;
      at = above;
    }
    return at;
  };
  const groups: PlaceGroup[] = [];
  if (group) {
    const filled = groupNotes(shown.filter(hasValue), group, library);
    const options = (field?.options ?? []).map(({ value, label }) => ({
      key: value,
      label,
      notes: [] as Note[],
    }));
    if (group.isReversed) options.reverse();
    // A value that only its own note explains is a group as well: an empty stratum still lies there.
    const all = [
      ...options.map((option) => filled.find(({ key }) => key === option.key) ?? option),
      ...filled.filter(({ key }) => !options.some((option) => option.key === key)),
    ];
    for (const { key, label, notes: valued } of all) {
      const own = [
        ...valued,
        ...shown.filter((note) => !hasValue(note) && valued.includes(ancestorOf(note))),
      ];
      const option = field?.options.find(({ value }) => value === key);
      const explains = notes.find(({ id }) => id === option?.note);
      const elsewhere = library.byId.get(option?.note ?? '');
      const place = explains && explains !== index ? makePlace(explains, guestsOf(explains)) : undefined;
      // Under a title that does not say the value nobody would find it.
      if (place && label && !sharesWord(label, place.prefix + place.title))
        place.title = `${label}: ${place.title}`;
      groups.push({
        label,
        ...(place ? { place } : {}),
        // A note of another collection keeps its place there, and is led to.
        ...(elsewhere && !explains ? { href: pagePath(base, elsewhere.address) } : {}),
        places: nest(own),
      });
    }
  } else groups.push({ label: '', places: nest(shown) });
  const placed = new Set(groups.flatMap(({ places }) => listIds(places)));
  const left = shown.filter(({ id }) => !placed.has(id));
  // Beside strata that have names, those without a value stand in one that says so.
  const isNamed = field && groups.some(({ label, places }) => label !== '' && places.length > 0);
  if (left.length > 0)
    groups.push({ label: isNamed ? pagesWords().map.without(field.label) : '', places: nest(left) });
  return {
    name: collection.name,
    title: collection.label,
    href: pagePath(base, collection.isGlossary ? 'glossary' : collection.folder),
    hue: collection.class,
    description: collection.description,
    count: notes.length,
    index: index && makePlace(index, guestsOf(index)),
    groups: groups.filter(({ places, place }) => places.length > 0 || place),
  };
}

/** Whether two names have a word in common, or one that begins like the other's. */
function sharesWord(one: string, other: string): boolean {
  const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.map(foldWord) ?? [];
  return words(one).some((word) =>
    words(other).some((said) => word.startsWith(said) || said.startsWith(word)),
  );
}

function listIds(places: readonly Place[]): string[] {
  return places.flatMap((place) => [place.id, ...listIds(place.children)]);
}

/** How the notes of a region are grouped: as its map, else as its tables, else by the first choice all have to make. */
function groupingOf({ map, tables, fields }: Collection): Grouping | null {
  const declared = [map?.group, ...tables.map(({ group }) => group)].find(
    (group) => group && fields.some(({ name, type }) => name === group.path && type === 'select'),
  );
  if (declared) return declared;
  const choice = fields.find(({ type, isList, isRequired }) => type === 'select' && !isList && isRequired);
  return choice ? { path: choice.name, isReversed: false } : null;
}

function layOutFolders(library: Library, base: string, makePlace: MakePlace): Region[] {
  const { plain } = library.subject;
  const tops = new Map<string, Map<string, Note[]>>();
  for (const note of plainNotes(library)) {
    const folder = folderOf(note);
    const top = folder.split('/')[0] ?? '';
    const groups = tops.get(top) ?? new Map<string, Note[]>();
    groups.set(folder, [...(groups.get(folder) ?? []), note]);
    tops.set(top, groups);
  }
  const nameFolder = (folder: string) =>
    library.folderNames.get(folder) ?? folder.slice(folder.lastIndexOf('/') + 1);
  /** The folders between a region and the notes of a group, each as its tool names it. */
  const nameSteps = (folder: string) =>
    folder
      .split('/')
      .map((_, at, steps) => nameFolder(steps.slice(0, at + 1).join('/')))
      .slice(1)
      .join('/');
  return [...tops]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || compareFolders(a, b, library.folderOrder))
    .map(([top, groups]) => {
      // The note that opens a folder stands beside the folder's name, not among its notes.
      const entry = top ? (groups.get(top)?.find(({ path }) => isEntryPath(path)) ?? null) : null;
      return {
        name: top || plain.name,
        title: nameFolder(top) || plain.label,
        href: pagePath(base, top),
        hue: plain.class,
        description: '',
        count: [...groups.values()].reduce((sum, list) => sum + list.length, 0),
        index: entry && makePlace(entry),
        groups: [...groups]
          .map(([folder, list]) => ({
            label: folder === top ? '' : nameSteps(folder),
            ...(folder === top ? {} : { href: pagePath(base, folder) }),
            places: list.filter((note) => note !== entry).map((note) => makePlace(note)),
          }))
          .filter(({ places }) => places.length > 0),
      };
    });
}

/** Which region lies where. */
function positionRegions(
  regions: readonly Region[],
  folders: readonly Region[],
  library: Library,
): Pick<Plate, 'head' | 'above' | 'ground' | 'beside'> {
  const { subject } = library;
  const strata = subject.collections.find(({ map }) => map?.kind === 'strata');
  const ground = regions.find(({ name }) => name === strata?.name) ?? null;
  const starts = new Map<string, number>();
  for (const id of subject.home.start) {
    const name = library.byId.get(id)?.collection;
    if (name !== undefined) starts.set(name, (starts.get(name) ?? 0) + 1);
  }
  const head =
    regions.find(
      (region) =>
        region !== ground &&
        region.count <= mostAtHead &&
        (starts.get(region.name) ?? 0) * 2 > subject.home.start.length,
    ) ?? null;
  const others = regions.filter((region) => region !== ground && region !== head);
  const above = ground ? mostLeaning(others, ground, library) : null;
  return { head, ground, above, beside: [...others.filter((region) => region !== above), ...folders] };
}

/** The region whose notes name those of the ground most, for their number. */
function mostLeaning(regions: readonly Region[], ground: Region, library: Library): Region | null {
  const weigh = ({ name }: Region) => {
    const notes = library.notes.filter((note) => note.collection === name);
    const links = notes
      .flatMap((note) => note.relations)
      .filter(({ to }) => library.byId.get(to)?.collection === ground.name);
    const fields = notes.flatMap((note) => Object.values(note.fields).flat());
    const shared = new Set(
      findCollection(library.subject, ground.name).fields.flatMap(({ options }) =>
        options.map(({ value }) => value),
      ),
    );
    return (
      (links.length + fields.filter((value) => typeof value === 'string' && shared.has(value)).length) /
      Math.max(1, notes.length)
    );
  };
  const [best] = regions
    .map((region) => ({ region, weight: weigh(region) }))
    .sort((a, b) => b.weight - a.weight);
  return best && best.weight > 0 ? best.region : null;
}

/** Gives every place its index, in the order in which a page shows it. */
function number(region: Region, places: Place[]): void {
  const add = (place: Place) => {
    place.index = places.length;
    places.push(place);
    place.children.forEach(add);
  };
  if (region.index) add(region.index);
  for (const group of region.groups) {
    if (group.place) add(group.place);
    group.places.forEach(add);
  }
}

/** Typed relations between neighbouring regions, by what their arrows say. */
function countCrossings(plate: Plate, library: Library): Crossing[] {
  const { above, ground, beside } = plate;
  const row = [ground ?? above, ...beside].filter((region) => region !== null);
  const pairs: [Region, Region][] = row.slice(1).flatMap((right, at) => {
    const left = row[at];
    return left ? [[left, right]] : [];
  });
  if (above && ground) pairs.unshift([above, ground]);
  return pairs.flatMap(([one, other]) => {
    const counts = new Map<string, Crossing>();
    for (const note of library.notes) {
      for (const { type, to } of note.relations) {
        const target = library.byId.get(to)?.collection;
        const [from, into] = [note.collection, target];
        const isAcross =
          (from === one.name && into === other.name) || (from === other.name && into === one.name);
        if (!isAcross || into === undefined) continue;
        const key = `${from} ${type}`;
        const crossing = counts.get(key) ?? {
          from,
          to: into,
          verb: library.subject.relations.find(type).verb,
          count: 0,
        };
        crossing.count++;
        counts.set(key, crossing);
      }
    }
    return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, mostCrossings);
  });
}
