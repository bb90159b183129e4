import { expect, test } from 'vitest';
import { toPlainStyle } from '../../../src/search/answers/plain-style.ts';
import { findVerb, stemVerb } from '../../../src/search/answers/verb-stem.ts';

test('a polite sentence ends as the plain one does', () => {
  for (const [polite, plain] of [
    ['물시계는 시간을 재는 도구입니다.', '물시계는 시간을 재는 도구이다.'],
    ['평균 간격을 의미합니다', '평균 간격을 의미한다'],
    ['그렇게 부릅니다.', '그렇게 부른다.'],
    ['눈금이 없습니다.', '눈금이 없다.'],
    ['작년에 고쳤습니다.', '작년에 고쳤다.'],
    ['저울이 아닙니다.', '저울이 아니다.'],
    ['무게를 줄입니다.', '무게를 줄인다.'],
    ['어머니다', '어머니다'],
    ['It is a scale.', 'It is a scale.'],
  ] as const)
    expect(toPlainStyle(polite)).toBe(plain);
});

test('a verb is one in all its forms, and not another that begins alike', () => {
  const holds = (verb: string, text: string): boolean => findVerb(text.split(' '), stemVerb(verb)) >= 0;
  expect(holds('빨라', '이 길이 더 빠르다')).toBe(true);
  expect(holds('줄었나', '손님이 줄어든 까닭')).toBe(true);
  expect(holds('생겼나요', '틈이 생기는 때')).toBe(true);
  expect(holds('비싼가요', '값이 비싸서')).toBe(true);
  expect(holds('높이면', '물높이가 높은 곳')).toBe(true);
  expect(holds('어려워', '열기 어렵고')).toBe(true);
  expect(holds('위험한', '위험이 커진다')).toBe(true);
  expect(holds('생겼나요', '새 문을 생성한다')).toBe(false);
  expect(holds('써', '글을 쓴다')).toBe(false);
});
