import { expect, test } from 'vitest';
import { learnWords } from '../../../src/search/learn-words.ts';
import { createMarker, removeMarks } from '../../../src/search/mark-compounds.ts';
import { findInnerNouns, openCompound } from '../../../src/search/segment-compounds.ts';
import { secondsOf } from '../processor-time.ts';

const words: Record<string, number> = {
  파운데이션: 5,
  모델: 40,
  개인: 9,
  정보: 30,
  보호: 12,
  블로그: 8,
  로그: 9,
  구성: 9,
  재구성: 5,
  검색: 20,
  증강: 8,
  생성: 15,
};
const count = (word: string): number | undefined => words[word];
const cut = (run: string): string => {
  const starts = [0, ...findInnerNouns(run, count), run.length];
  return starts
    .slice(1)
    .map((to, at) => run.slice(starts[at], to))
    .join('|');
};

test.each([
  ['파운데이션모델에서', '파운데이션|모델에서'],
  ['개인정보보호법을', '개인|정보|보호법을'],
  ['검색증강생성', '검색|증강|생성'],
  ['블로그', '블로그'],
  ['재구성', '재|구성'],
  ['모델', '모델'],
  ['모르는말', '모르는말'],
])('%s is cut into %s', (run, cutRun) => {
  expect(cut(run)).toBe(cutRun);
});

test('a compound opens only when known words cover it', () => {
  expect(openCompound('검색증강생성은', count)).toEqual(['검색', '증강', '생성']);
  expect(openCompound('개인정보보호법', count)).toEqual(['개인', '정보', '보호법']);
  expect(openCompound('쿠버네티스', count)).toBeNull();
  expect(openCompound('모델', count)).toBeNull();
});

test('marks disappear without a trace, whatever the text', () => {
  const mark = createMarker(count);
  for (const text of [
    '파운데이션모델에서',
    '데브옵스(DevOps)는',
    '생성형AI',
    'A·B/C',
    'x<y>&"z"',
    '',
    '😀모델',
    'foo(bar,baz)',
  ]) {
    expect(removeMarks(mark(text))).toBe(text);
  }
  expect(removeMarks(mark('a^~b'))).toBe('ab');
});

test('learns nouns from the way they are used', () => {
  const { counts, nouns } = learnWords([
    '임베딩을 만든다. 임베딩이 크다. 임베딩은 벡터다. 벡터를 벡터로 바꾼다.',
    'MALT와 malt',
  ]);
  expect(counts.get('임베딩')).toBe(3);
  expect(nouns.has('벡터')).toBe(true);
  expect(counts.get('malt')).toBe(2);
  expect(counts.has('만든다')).toBe(false);
});

test('no noun is learned with the beginning of a verb or a particle', () => {
  const { counts } = learnWords([
    '점검하고 점검하며 점검하다. 의무이고 의무이며 의무이다. 방침에는 방침에도 방침에서. 점검을 의무가 방침은',
  ]);
  for (const cut of ['점검하', '의무이', '방침에']) expect(counts.has(cut), cut).toBe(false);
  for (const noun of ['점검', '의무', '방침']) expect(counts.has(noun), noun).toBe(true);
});

test('very long runs do not take for ever', async () => {
  expect(await secondsOf(() => createMarker(count)('모델'.repeat(20_000)))).toBeLessThan(2);
});
