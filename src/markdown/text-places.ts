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

/** The parts from where one pattern begins to where the other ends next, both with the flag `g`; what nothing closes is none. */
export function listEnclosed(text: string, opens: RegExp, closes: RegExp): Range[] {
  const ranges: Range[] = [];
  for (let start = opens.exec(text); start; start = opens.exec(text)) {
    closes.lastIndex = opens.lastIndex;
    // Where nothing closes this one, nothing closes those after it.
    if (!closes.exec(text)) break;
    ranges.push({ from: start.index, to: closes.lastIndex });
    opens.lastIndex = closes.lastIndex;
  }
  opens.lastIndex = 0;
  return ranges;
}

/** A text without parts of it, which stand one behind the other; each leaves a blank. */
export function cutRanges(text: string, ranges: readonly Range[]): string {
  const kept = ranges.map(({ from }, index) => text.slice(ranges[index - 1]?.to ?? 0, from));
  return [...kept, text.slice(ranges.at(-1)?.to ?? 0)].join(' ');
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
