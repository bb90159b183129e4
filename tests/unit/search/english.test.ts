import { expect, test } from 'vitest';
import { dropFunctionWords, listInflections } from '../../../src/search/english.ts';

/** True where one of the forms begins, or is, the other word. */
const leadsTo = (word: string, other: string): boolean =>
  [word, ...listInflections(word)].some((form) =>
    form.length >= 4 ? other.startsWith(form) : other === form,
  );

test.each([
  ['strawberry', 'strawberries'],
  ['quakers', 'quaker'],
  ['scorched', 'scorching'],
  ['tipped', 'tip'],
  ['baking', 'bake'],
  ['stopped', 'stop'],
  ['boxes', 'box'],
  ['developing', 'development'],
  ['cherries', 'cherry'],
])('%s leads to %s', (word, other) => expect(leadsTo(word, other)).toBe(true));

test.each([
  ['glass', 'glas'],
  ['this', 'thi'],
  ['cup', 'cupboard'],
  ['ring', 'r'],
])('%s does not lead to %s', (word, other) => expect(listInflections(word)).not.toContain(other));

test.each(['ssd', '토큰', 'gpt-4o', '3.5', ''])('%j has no other form', (word) =>
  expect(listInflections(word)).toEqual([]),
);

test('words that every text says are left out, but not the last, nor all', () => {
  const words = (text: string) =>
    dropFunctionWords(text.split(' ').map((word) => ({ word }))).map(({ word }) => word);
  expect(words('how to store the beans')).toEqual(['store', 'beans']);
  expect(words('which beans are not washed')).toEqual(['beans', 'washed']);
  expect(words('what for')).toEqual(['what', 'for']);
  expect(words('vitamin a')).toEqual(['vitamin', 'a']);
});

test('a function word that is the only Latin one among words in Hangul is a name', () => {
  const say = (text: string) =>
    dropFunctionWords(text.split(' ').map((word) => ({ word }))).map(({ word }) => word);
  expect(say('was 예시')).toEqual(['was', '예시']);
  expect(say('attention is all 논문')).toEqual(['attention', 'all', '논문']);
});
