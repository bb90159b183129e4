import { expect, test } from 'vitest';
import { findPassages, rankPassages } from '../../../src/search/find-passages.ts';
import type { RawResult } from '../../../src/search/merge-results.ts';
import { formatWordList, parseWordList } from '../../../src/search/word-list.ts';

const at = (id: string, words: number[]): [string, RawResult] => [
  id,
  { id, score: 1, words, load: () => Promise.resolve(null) },
];

test('the page that holds the words together comes first, and a rare word counts more', () => {
  const ranked = rankPassages(
    [
      { places: new Map([at('together', [100]), at('apart', [1]), at('often', [5])]) },
      { places: new Map([at('together', [120]), at('apart', [900])]) },
    ],
    50,
  );
  expect(ranked.map(({ result }) => result.id)).toEqual(['together', 'apart', 'often']);
  expect(ranked[0]?.share).toBeCloseTo(1);
  expect(ranked[1]?.share).toBeLessThan(0.6);
});

test('no words, and words that no page has, rank nothing', () => {
  expect(rankPassages([], 50)).toEqual([]);
  expect(rankPassages([{ places: new Map() }], 50)).toEqual([]);
});

test('a name is searched as the site writes it, and what no list has is not searched', async () => {
  const list = parseWordList(
    formatWordList(
      new Map([
        ['deepseek', 9],
        ['공개', 20],
      ]),
    ),
  );
  const searched: string[] = [];
  await findPassages(
    [{ forms: ['딥시크'] }, { forms: ['공개'] }, { forms: ['없는말'] }],
    [list],
    10,
    (word) => {
      searched.push(word);
      return Promise.resolve([]);
    },
  );
  expect(searched.sort()).toEqual(['deepseek', '공개']);
});
