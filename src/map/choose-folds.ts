import {
  field,
  listPlaces,
  listRegions,
  mostNamed,
  mostUnfolded,
  type Place,
  type PlaceGroup,
  type Plate,
  type Region,
} from './plate.ts';

/** The same where no strata say what lies where, and all names stand in columns. */
const mostListed = 100;

/** What opens and closes on a map of many places: its regions, or the groups of the only one; null for nothing. */
export function choosePartsToFold(plate: Plate): 'regions' | 'groups' | null {
  const count = plate.places.length;
  if (count <= (plate.ground ? mostUnfolded : mostListed)) return null;
  if (listRegions(plate).length > 1) return 'regions';
  return count > mostNamed ? null : 'groups';
}

/** How a plate of many places is set on a wide screen: px, as `map.css` says for `.is-dense`. */
const set = {
  columns: 6,
  name: 160,
  line: 18,
  padding: 8,
  latin: 7.2,
  wide: 13,
  heading: 72,
  label: 34,
  fold: 62,
};
/** As high (px) as a plate may be, so that the page around it stays below 2,000. */
const highest = 1450;

/**
 * Regions by name (groups as `region/number`) that stay folded on wide screens too, because the plate would be too high:
 * the highest first, and no more than have to be. On narrow screens all are folded.
 */
export function chooseFolds(plate: Plate): ReadonlySet<string> {
  const parts = choosePartsToFold(plate);
  const folded = new Set<string>();
  // Where names are marks, the plate is low.
  if (!parts || plate.places.length > mostNamed) return folded;
  const regions = listRegions(plate);
  const candidates = regions
    .flatMap(({ name, groups }) =>
      parts === 'regions'
        ? [{ key: name, height: sum(groups.map(measureGroup)) }]
        : groups.map((group, at) => ({ key: `${name}/${at}`, height: measureGroup(group) })),
    )
    .sort((one, other) => other.height - one.height);
  let height = regions.length * set.heading + sum(candidates.map((one) => one.height));
  for (const candidate of candidates) {
    if (height <= highest * set.columns || candidate.height <= set.fold * 4) break;
    // Were nothing left open, there would be no map.
    if (folded.size === candidates.length - 1) break;
    folded.add(candidate.key);
    height += set.fold - candidate.height;
  }
  return folded;
}

/** Where few places have more room around them. */
const roomy = { columns: 4 };
/** Lists that are longer are broken between columns, as `map.css` says. */
const longestWhole = 24;

/**
 * How many columns the regions of a plate without strata fill: where some would stay empty, fewer and wider ones look
 * better. A long list breaks anywhere, a region of several groups between them, others stay whole.
 */
export function countColumns(plate: Plate, detail: FieldDetail | null): number {
  const folded = chooseFolds(plate);
  const most = choosePartsToFold(plate) ? set.columns : roomy.columns;
  const pieces = listRegions(plate).flatMap((region) => {
    if (folded.has(region.name)) return [set.heading + set.fold];
    const groups = detail ? listFields(region, detail) : region.groups;
    const heights = groups.flatMap((group) => {
      if (detail) return [measureField(group, detail)];
      const names = listPlaces(group).map(({ title }) => measureName(title));
      return names.length > longestWhole ? names : [measureGroup(group)];
    });
    const isWhole = heights.length <= groups.length && groups.length < 3;
    return isWhole ? [set.heading + sum(heights)] : [set.heading, ...heights];
  });
  for (let height = Math.max(sum(pieces) / most, ...pieces); ; height *= 1.02) {
    const used = fillColumns(pieces, height);
    if (used <= most) return used;
  }
}

/** How much more room a place takes among strata, where it has a box or a row, than in a list. */
const stratumRoom = 1.5;

/**
 * The share of a wide plate's width with which what lies beside the ground ends about where the ground does.
 * @param room a place's among strata, in places of a list
 */
export function shareBeside({ above, ground, beside }: Plate, room = stratumRoom): number {
  const count = (regions: readonly (Region | null)[]): number =>
    sum(regions.flatMap((region) => region?.groups.map((group) => listPlaces(group).length) ?? []));
  const listed = count(beside);
  return Math.min(0.6, Math.max(0.2, listed / Math.max(1, listed + count([above, ground]) * room)));
}

function fillColumns(pieces: readonly number[], height: number): number {
  let columns = 1;
  let left = height;
  for (const piece of pieces) {
    if (piece > left) {
      columns += 1;
      left = height;
    }
    left -= piece;
  }
  return columns;
}

/** How much a map of marks says of each field. */
export interface FieldDetail {
  /** Notes that are named on it: those where most meets. */
  names: number;
  /** One field for each region; else one for each of its groups. */
  isByRegion: boolean;
}

/** The columns of fields (px across) where strata lie below each other, and what stands around a field's own parts. */
const sheet = { columns: 4, across: 180, padding: 18 };

/** From most to least. */
const details: readonly FieldDetail[] = [
  ...[4, 2, 1].map((names) => ({ names, isByRegion: false })),
  ...[4, 2, 1, 0].map((names) => ({ names, isByRegion: true })),
];

/** As much as a plate of marks has room for. */
export function chooseFieldDetail(plate: Plate): FieldDetail {
  const regions = listRegions(plate);
  const columns = plate.ground ? sheet.columns : set.columns;
  const least = { names: 0, isByRegion: true };
  return (
    details.find((detail) => {
      const heights = regions.map(
        (region) => set.heading + sum(listFields(region, detail).map((group) => measureField(group, detail))),
      );
      // A region is not broken between columns.
      return Math.max(sum(heights) / columns, ...heights) <= highest;
    }) ?? least
  );
}

/** The groups of a region that have a field of their own. */
export function listFields({ groups }: Region, { isByRegion }: FieldDetail): readonly PlaceGroup[] {
  if (!isByRegion || groups.length < 2) return groups;
  return [
    { label: '', places: groups.flatMap(({ place, places }) => (place ? [place, ...places] : places)) },
  ];
}

/** The notes that are named on a field. */
export function listNamed(places: readonly Place[], { names }: FieldDetail): Place[] {
  return places.toSorted((one, other) => other.size - one.size).slice(0, names);
}

function measureField(group: PlaceGroup, detail: FieldDetail): number {
  const places = listPlaces(group);
  const rows = Math.ceil(places.length / field.columns);
  return (
    sheet.padding +
    (group.label ? set.label : 0) +
    sum(listNamed(places, detail).map(({ title }) => measureName(title))) +
    (rows * field.down * sheet.across) / (field.columns * field.across)
  );
}

function measureGroup(group: PlaceGroup): number {
  return (
    (group.label || group.place ? set.label : 0) +
    sum(listPlaces(group).map(({ title }) => measureName(title)))
  );
}

function measureName(title: string): number {
  const wide = title.match(/[\u1100-\uffdc]/g)?.length ?? 0;
  const width = wide * set.wide + (title.length - wide) * set.latin;
  return Math.max(1, Math.ceil(width / set.name)) * set.line + set.padding;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
