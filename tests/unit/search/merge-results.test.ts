import { expect, test } from 'vitest';
import { mergeResults } from '../../../src/search/merge-results.ts';

const load = (): Promise<unknown> => Promise.resolve();
const result = (id: string, score: number, words: number[]) => ({ id, score, words, load });

test('words side by side come before words far apart', () => {
  const merged = mergeResults([
    {
      search: { text: '에너지 모형', weight: 1 },
      results: [result('far', 2, [3, 90]), result('near', 1.9, [8, 9])],
    },
  ]);
  expect(merged.map(({ id }) => id)).toEqual(['near', 'far']);
});

test('an opened compound counts only where its parts stand together', () => {
  const merged = mergeResults([
    {
      search: { text: '정보 보호', weight: 0.75, near: true },
      results: [result('far', 9, [1, 40]), result('one', 1, [5])],
    },
  ]);
  expect(merged.map(({ id, scattered }) => [id, scattered])).toEqual([
    ['one', false],
    ['far', true],
  ]);
});

test('a page is listed once, with its best search', () => {
  const merged = mergeResults([
    { search: { text: '환각', weight: 0.8 }, results: [result('a', 1, [1])] },
    { search: { text: '할루시네이션', weight: 1 }, results: [result('a', 1, [1]), result('b', 0.2, [4])] },
  ]);
  expect(merged).toHaveLength(2);
  expect(merged[0]?.search.text).toBe('할루시네이션');
});
