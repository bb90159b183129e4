/**
 * Places for items in their present order, where known ones keep the place they have as far as the order allows.
 * Inserting a heading so changes no other line of the lock, and two branches that do it do not collide.
 * `places[i]` is the known place of the i-th item or undefined; the result ascends strictly.
 */
export function keepOrder(places: readonly (number | undefined)[]): number[] {
  const kept = longestAscent(places);
  const result: number[] = [];
  let i = 0;
  while (i < places.length) {
    if (kept.has(i)) {
      result.push(places[i++] ?? 0);
      continue;
    }
    const start = i;
    while (i < places.length && !kept.has(i)) i++;
    const low = result.at(-1);
    const high = i < places.length ? places[i] : undefined;
    const between = spread(low, high, i - start);
    // No room left between two numbers: count anew. It takes dozens of insertions at one spot to get here.
    if (!between) return places.map((_, index) => index + 1);
    result.push(...between);
  }
  return result;
}

/** `count` short numbers between two bounds, or null where there is no room. */
function spread(low: number | undefined, high: number | undefined, count: number): number[] | null {
  if (high === undefined) return Array.from({ length: count }, (_, j) => Math.floor(low ?? 0) + j + 1);
  if (low === undefined) return Array.from({ length: count }, (_, j) => Math.ceil(high) - count + j);
  for (let digits = 0; digits <= 9; digits++) {
    const scale = 10 ** digits;
    const found = Array.from(
      { length: count },
      (_, j) => Math.round((low + ((high - low) * (j + 1)) / (count + 1)) * scale) / scale,
    );
    const all = [low, ...found, high];
    if (all.every((value, j) => j === 0 || value > (all[j - 1] ?? 0))) return found;
  }
  return null;
}

/** Indices of a longest strictly ascending run of the known places. */
function longestAscent(places: readonly (number | undefined)[]): Set<number> {
  const tails: number[] = [];
  const before = new Array<number>(places.length).fill(-1);
  places.forEach((place, index) => {
    if (place === undefined) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[tails[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const kept = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) kept.add(index);
  return kept;
}
