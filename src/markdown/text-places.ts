/** Where things stand in a text: parts of it by offset, and its lines. Each answer takes the logarithm of their count. */

/** A part of a text: the first offset in it, and the first one after it. */
export interface Range {
  from: number;
  to: number;
}

/** Whether a place is in one of the ranges, which may overlap and stand in each other. */
export function createRangeTest(ranges: readonly Range[]): (at: number) => boolean {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  // Nested ranges are covered by what reaches furthest so far.
  const reach: Range[] = [];
  for (const range of sorted) {
    const last = reach.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else reach.push({ ...range });
  }
  const starts = reach.map(({ from }) => from);
  return (at) => at < (reach[countUpTo(starts, at) - 1]?.to ?? 0);
}

/** The offsets at which the lines of a text begin, and on which of them (from 0) a place is. */
export function createLineFinder(text: string): { starts: number[]; lineOf: (at: number) => number } {
  const starts = [0, ...Array.from(text.matchAll(/\n/gu), ({ index }) => index + 1)];
  return { starts, lineOf: (at) => countUpTo(starts, at) - 1 };
}

/** How many of the numbers, which rise, are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
