import { expect, test } from 'vitest';
import { createLineFinder, createRangeTest } from '../../../src/markdown/text-places.ts';

test('a place is in a range, also behind one that stands in it', () => {
  const isIn = createRangeTest([
    { from: 2, to: 10 },
    { from: 4, to: 6 },
    { from: 12, to: 14 },
  ]);
  const inside = Array.from({ length: 16 }, (_, at) => at).filter(isIn);
  expect(inside).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 12, 13]);
  expect(createRangeTest([])(0)).toBe(false);
});

test('a place is on its line, its end on the line that it ends', () => {
  const { starts, lineOf } = createLineFinder('가\n\n나다');
  expect(starts).toEqual([0, 2, 3]);
  expect([0, 1, 2, 3, 4, 99].map(lineOf)).toEqual([0, 0, 1, 2, 2, 2]);
  expect(createLineFinder('').lineOf(0)).toBe(0);
});
