import { expect, test } from 'vitest';
import { findStems, isAuxiliary, isEnding } from '../../../src/search/particles.ts';

test.each([
  ['모델에서', '모델'],
  ['임베딩이', '임베딩'],
  ['데이터로부터', '데이터'],
  ['사용자들에게', '사용자'],
  ['파인튜닝으로', '파인튜닝'],
  ['구현했다', '구현'],
  ['검증됩니다', '검증'],
  ['활용하는', '활용'],
  ['모델에서는', '모델'],
])('%s is a form of %s', (word, stem) => {
  expect(findStems(word)).toContain(stem);
});

test.each(['회의', '모델', '정의', 'model', '', '값'])('nothing is cut off %s', (word) => {
  expect(findStems(word)).toEqual([]);
});

test('particles follow the final consonant', () => {
  expect(isEnding('모델', '은')).toBe(true);
  expect(isEnding('모델', '는')).toBe(false);
  expect(isEnding('데이터', '는')).toBe(true);
  expect(isEnding('모델', '로')).toBe(true);
  expect(isEnding('검색', '로')).toBe(false);
  expect(isEnding('검색', '으로')).toBe(true);
});

test('no particle is cut off below one that ends a word', () => {
  expect(findStems('복잡도를')).toEqual(['복잡도']);
  expect(findStems('사용자들에게는')).toContain('사용자');
});

test('a stem never ends in a torn particle', () => {
  expect(findStems('목적으로는')).not.toContain('목적으');
});

test.each([
  ['따라가지', '가지', true],
  ['살펴보고', '보고', true],
  ['보여주기', '주기', true],
  ['나뭇가지', '가지', false],
  ['평가보고', '보고', false],
  ['언어보고', '보고', false],
  ['수명주기', '주기', false],
])('%s ends in a verb that looks like the noun %s: %s', (word, form, is) => {
  expect(isAuxiliary(word, form)).toBe(is);
});
