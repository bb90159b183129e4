/** How large slices may become, in characters; one Hangul syllable takes about 0.2 kB of a cut font. */
export interface SliceLimits {
  /** Part of all text, weighted by the pages' richness, from which a character counts as common. */
  commonShare: number;
  core: number;
  /** Characters that any slice may hold, however few its pages need. */
  slice: number;
  /** How much larger a page's slice may be than what the page needs of it: pages that share one load it once. */
  slack: number;
  /** How many groups of pages there may be; large sites get larger slices instead of more of them. */
  groups: number;
}

/** About 45 kB of core and 20 kB beyond it, and more for pages that show more different characters. */
const sliceLimits: SliceLimits = { commonShare: 0.35, core: 340, slice: 40, slack: 1.2, groups: 60 };
/** Characters of one piece of what no page shows at once, at most. */
const sparePiece = 220;
/** Every code point is below this one. */
const pointsEnd = 0x110000;
/** Pages of one neighbourhood, on average; large sites have larger ones. */
const usualNeighbours = 40;

export interface FontPlan {
  /** Common characters: every page loads them first. */
  core: number[];
  /** Everything else that the site holds, each character once: for text that comes later, such as search results. */
  spare: number[][];
  /** Characters that pages of one group show beyond the core; groups may overlap. */
  groups: number[][];
  /** For every page the index of its group, or null when the core is enough for it. */
  groupOf: (number | null)[];
}

/**
 * Decides which characters go into which cut of the font. A page needs the core and the slice of its group, two files
 * whatever it shows: a font sliced by frequency alone makes a page load nearly every slice for a few rare characters
 * in each. `pages` are the characters that each page shows, `others` those the site holds beside them, `required`
 * those that belong in the core anyhow. The same input always gives the same plan.
 *
 * A character more on one page must not move the others into other slices, all of which would be cut again: pages share
 * slices among neighbours only, and where neighbourhoods and pieces end does not hang on what the pages show.
 * @param paths of the pages: those that stand side by side in this order are neighbours
 */
export function planFontSlices(
  pages: readonly ReadonlySet<number>[],
  paths: readonly string[],
  others: ReadonlySet<number>,
  required: ReadonlySet<number>,
  limits: SliceLimits = sliceLimits,
): FontPlan {
  const shares = weighCharacters(pages);
  const ranked = [...shares.keys()].sort((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0) || a - b);
  const core = new Set(required);
  for (const point of ranked) {
    if (core.size >= limits.core || (shares.get(point) ?? 0) < limits.commonShare) break;
    core.add(point);
  }
  const isSpare = (point: number): boolean => !core.has(point);
  const spare = sorted(new Set([...ranked, ...others].filter(isSpare)));
  const needs = pages.map((page) => [...page].filter(isSpare));
  const neighbourhoods = listNeighbourhoods(paths, limits.groups / 2);
  let limit = limits.slice;
  let grouped = groupNeighbours(neighbourhoods, needs, limit, limits);
  while (!grouped) {
    limit = Math.ceil(limit * 1.2);
    grouped = groupNeighbours(neighbourhoods, needs, limit, limits);
  }
  // By code point, not by frequency: what a later text needs is anyone's guess, and neighbours make short ranges.
  return { core: sorted(core), spare: halve(spare, 0, pointsEnd), ...grouped };
}

/**
 * The pages by their places, at most `most` neighbourhoods of them: one ends where the path of a page says so, but none
 * is much smaller than the others.
 */
function listNeighbourhoods(paths: readonly string[], most: number): number[][] {
  for (let usual = usualNeighbours; ; usual *= 2) {
    const least = usual / 2;
    const found: number[][] = [];
    let last: number[] = [];
    for (const [page, path] of paths.entries()) {
      last.push(page);
      if (last.length < least || hashPath(path) % least !== least - 1) continue;
      found.push(last);
      last = [];
    }
    if (last.length) found.push(last);
    if (found.length <= Math.max(1, most)) return found;
  }
}

function hashPath(path: string): number {
  let hash = 0;
  for (let at = 0; at < path.length; at++) hash = (Math.imul(hash, 31) + path.charCodeAt(at)) >>> 0;
  // The last letters of all paths are the same, and the low bits hang on them.
  return hash >>> 8;
}

/** Groups each neighbourhood's pages; null where that takes more groups than there may be. */
function groupNeighbours(
  neighbourhoods: readonly (readonly number[])[],
  needs: readonly (readonly number[])[],
  limit: number,
  { slack, groups: most }: SliceLimits,
): Pick<FontPlan, 'groups' | 'groupOf'> | null {
  const groups: number[][] = [];
  const groupOf: (number | null)[] = needs.map(() => null);
  for (const pages of neighbourhoods) {
    const found = groupPages(
      pages.map((page) => needs[page] ?? []),
      { limit, slack, most: most - groups.length },
    );
    if (!found) return null;
    for (const [at, page] of pages.entries()) {
      const group = found.groupOf[at];
      if (typeof group === 'number') groupOf[page] = groups.length + group;
    }
    groups.push(...found.groups);
  }
  return { groups, groupOf };
}

/** The part of the text that each character is found in, 0 to 1: a page counts by how many characters it shows. */
function weighCharacters(pages: readonly ReadonlySet<number>[]): Map<number, number> {
  const total = pages.reduce((sum, page) => sum + page.size, 0);
  const shares = new Map<number, number>();
  for (const page of pages) {
    for (const point of page) shares.set(point, (shares.get(point) ?? 0) + page.size / total);
  }
  return shares;
}

/**
 * Puts every page, the richest first, into the group that it makes grow least without growing too large, the smallest
 * of those. Null where that takes more groups than there may be.
 */
function groupPages(
  needs: readonly (readonly number[])[],
  { limit, slack, most }: { limit: number; slack: number; most: number },
): Pick<FontPlan, 'groups' | 'groupOf'> | null {
  const order = needs
    .map((_, page) => page)
    .sort((a, b) => (needs[b]?.length ?? 0) - (needs[a]?.length ?? 0) || a - b);
  const groups: Set<number>[] = [];
  const groupOf: (number | null)[] = needs.map(() => null);
  for (const page of order) {
    const need = needs[page] ?? [];
    if (!need.length) continue;
    let best = groups.length;
    let least = { grown: Infinity, size: Infinity };
    for (const [index, group] of groups.entries()) {
      const room = Math.max(limit, need.length * slack) - group.size;
      const grown = countMissing(need, group, Math.min(room, least.grown));
      const size = group.size + grown;
      if (grown > room || grown > least.grown || (grown === least.grown && size >= least.size)) continue;
      best = index;
      least = { grown, size };
    }
    if (best === most) return null;
    const group = (groups[best] ??= new Set());
    for (const point of need) group.add(point);
    groupOf[page] = best;
  }
  return { groups: groups.map(sorted), groupOf };
}

/** How many of `need` are not in `group`; beyond `enough` nobody asks how many. */
function countMissing(need: readonly number[], group: ReadonlySet<number>, enough: number): number {
  let missing = 0;
  for (const point of need) {
    if (group.has(point)) continue;
    missing += 1;
    if (missing > enough) break;
  }
  return missing;
}

/** Pieces of ascending code points from `first` to before `end`: what is too long is halved at the middle of the two. */
function halve(points: readonly number[], first: number, end: number): number[][] {
  if (points.length <= sparePiece) return points.length ? [[...points]] : [];
  const middle = Math.floor((first + end) / 2);
  return [
    ...halve(
      points.filter((point) => point < middle),
      first,
      middle,
    ),
    ...halve(
      points.filter((point) => point >= middle),
      middle,
      end,
    ),
  ];
}

function sorted(points: Iterable<number>): number[] {
  return [...points].sort((a, b) => a - b);
}
