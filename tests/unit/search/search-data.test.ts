import { expect, test } from 'vitest';
import { joinSearchData, splitSearchData } from '../../../src/search/search-data.ts';
import { formatWordList, parseWordList } from '../../../src/search/word-list.ts';

const counts = new Map([
  ['카페', 9],
  ['커피', 300],
  ['커피콩', 4],
  ['espresso', 70],
  ['로스팅', 2],
]);
const words = formatWordList(counts, new Set(['커피콩', '카페']));
const synonyms = '커피|coffee\n에스프레소|Espresso|~에쏘';
const catalog = { ids: ['a'], kinds: [], kindOf: [0], titles: ['커피콩 고르기'], urls: ['/a/'], terms: [] };

test.each([
  { words, synonyms },
  { words, synonyms, catalog },
  { words, synonyms: '' },
  { words: '', synonyms },
])('words that the names hold are sent once, and all are there again', (data) => {
  const sent = joinSearchData(data);
  const split = splitSearchData(sent);
  const list = parseWordList(split.words);
  const whole = parseWordList(data.words);
  expect(list.words).toEqual(whole.words);
  for (const word of whole.words)
    expect([list.getWeight(word), list.standsAlone(word)], word).toEqual([
      whole.getWeight(word),
      whole.standsAlone(word),
    ]);
  expect(split).toMatchObject({ ...data, words: split.words });
  if (data.words && data.synonyms) expect(sent).not.toContain('espresso');
});

test('a file that was cut short gives what is left of it', () => {
  for (let length = 0; length < 60; length++)
    expect(() =>
      parseWordList(splitSearchData(joinSearchData({ words, synonyms }).slice(0, length)).words),
    ).not.toThrow();
});
