import { expect, test } from 'vitest';
import {
  editDistance,
  findNearest,
  firstSentences,
  foldWord,
  quoteCss,
  readingMinutes,
  withoutMarks,
} from '../../../src/knowledge/text.ts';

test('words are the same whatever their case, spaces and form', () => {
  expect(foldWord('생성형 AI')).toBe(foldWord('생성형ai'.normalize('NFD')));
  expect(foldWord('KV-Cache')).toBe(foldWord('kv cache'));
});

test('first sentences end at a sentence, or at a word', () => {
  expect(firstSentences('하나다. 둘이다. 셋이다.', 11)).toBe('하나다. 둘이다.');
  expect(firstSentences('가나다라 마바사아 자차카타', 8)).toBe('가나다라 마바사…');
  expect(firstSentences('가나다라마바사😀', 8)).toBe('가나다라마바사…');
  expect(firstSentences('짧다.', 80)).toBe('짧다.');
});

test('the nearest name is suggested, and a far one is not', () => {
  expect(findNearest('scorchng', ['scorching', 'malt'])).toEqual(['scorching']);
  expect(findNearest('zzzzzz', ['scorching', 'malt'])).toEqual([]);
});

test('Hangul is near by its letters, not by whole syllables', () => {
  const words = ['할루시네이션', '토큰', '비용', '저작권'];
  expect(findNearest('할루시네이선', words)).toEqual(['할루시네이션']);
  expect(findNearest('토콘', words)).toEqual(['토큰']);
  expect(findNearest('퇴근', ['비용', '메모리'])).toEqual([]);
});

test('edit distance stops counting past its limit', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('aaaaaaaa', 'bbbbbbbb', 2)).toBe(3);
  expect(editDistance('abcabc', 'bcabca', 2)).toBe(2);
  expect(editDistance('', 'abc', 2)).toBe(3);
  expect(editDistance('abc', 'abcde', 2)).toBe(2);
});

test('reading takes at least a minute', () => {
  expect(readingMinutes('')).toBe(1);
  expect(readingMinutes('가'.repeat(1500))).toBe(3);
});

test('quoteCss lets no sign end the string or the attribute around it', () => {
  expect(quoteCss('a"b\\c\nd</style>')).toBe('"a\\22 b\\5c c\\a d\\3c /style\\3e "');
});

test('marks leave the words of a field, and what only looks like one stays', () => {
  expect(withoutMarks('**굵게**는 [글](./a.md)과 [말](#절), `코드`')).toBe('굵게는 글과 말, 코드');
  for (const text of ['x**2 + y**2', 'f(x)**2**', '[속보](종합) 글', '배열 f[i](x)'])
    expect(withoutMarks(text)).toBe(text);
});
