import { listPlaces, listRegions, mostNamed, mostUnfolded, type PlaceGroup, type Plate } from './plate.ts';

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
  heading: 52,
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
    if (height <= highest * set.columns || candidate.height <= set.fold * 2) break;
    // Were nothing left open, there would be no map.
    if (folded.size === candidates.length - 1) break;
    folded.add(candidate.key);
    height += set.fold - candidate.height;
  }
  return folded;
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
