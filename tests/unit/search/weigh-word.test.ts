import { expect, test } from 'vitest';
import { verbWeight, weighWord } from '../../../src/search/answers/weigh-word.ts';

const world = { isHangul: true, rateRarity: (word: string) => ({ 매출: 0.5, 수주잔고: 0.9 })[word] ?? 1 };

test('rare words count more than frequent ones, and verbs little', () => {
  expect(weighWord(['매출'], false, true, world).weight).toBeCloseTo(0.65);
  expect(weighWord(['수주잔고'], false, false, world).weight).toBeCloseTo(0.93);
  for (const verb of ['나왔어', '씀', '넘어감', '바꿨어', '적어야', '쓴'])
    expect(weighWord([verb], false, true, world), verb).toEqual({ weight: verbWeight, isNeeded: false });
});

test('a verb made of a noun counts as that noun', () => {
  expect(weighWord(['폐지', '폐지돼'], false, true, world).weight).toBe(1);
  expect(weighWord(['인수', '인수했어'], false, true, world).weight).toBe(1);
});

test('what a question begins with, names in Latin letters among Korean words, and numbers, are needed', () => {
  expect(weighWord(['수주잔고'], true, false, world).isNeeded).toBe(true);
  expect(weighWord(['gb300'], false, false, world).isNeeded).toBe(true);
  expect(weighWord(['2026년'], false, false, world).isNeeded).toBe(true);
  expect(weighWord(['laptop'], false, false, { ...world, isHangul: false }).isNeeded).toBe(false);
});
