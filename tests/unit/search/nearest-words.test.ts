import { expect, test } from 'vitest';
import { findNearestWords, findOfferedWords, findStrangeSlip } from '../../../src/search/nearest-words.ts';
import { formatWordList, parseWordList } from '../../../src/search/word-list.ts';

const list = parseWordList(
  formatWordList(
    new Map(
      Object.entries({
        토마토: 20,
        퀵정렬: 9,
        메시지: 30,
        할루시네이션: 9,
        'gpt-3': 9,
        h100: 9,
        결재: 5,
        docs: 9,
        roast: 9,
        환각: 30,
        한국: 40,
        환경: 40,
        중간: 9,
        부채: 9,
      }),
    ),
  ),
);

test.each([
  ['토마터', ['토마토']],
  ['할루시내이션', ['할루시네이션']],
  ['할루네이션', ['할루시네이션']],
  ['roat', ['roast']],
])('a slip of the keys is found: %s', (word, expected) => {
  expect(findNearestWords(word, list, 3)).toEqual(expected);
});

test.each(['힙정렬', '레시피', 'gpt-4', 'a100', 'dogs'])('another word is no slip: %s', (word) => {
  expect(findNearestWords(word, list, 3)).toEqual([]);
});

test.each([
  ['홧각', ['환각']],
  ['중갑', ['중간']],
  ['붗채', ['부채']],
  ['환갹', ['환각']],
])(
  'one wrong key in two syllables is told too little by to be corrected, but offered: %s',
  (word, expected) => {
    expect(findOfferedWords(word, list, 3)).toEqual(expected);
  },
);

test('two wrong keys in two syllables are offered nothing', () => {
  expect(findOfferedWords('횬갑', list, 3)).toEqual([]);
});

test.each([
  ['붗채', '부채'],
  ['환겱', undefined],
  ['환켱', '환경'],
  ['한결', undefined],
])('two syllables, one of which nobody writes, are a slip for the one word near: %s', (word, expected) => {
  expect(findStrangeSlip(word, list)).toBe(expected);
});
