import { expect, test } from 'vitest';
import {
  composeJamo,
  dropLoneTail,
  endsInConsonant,
  fromEnglishKeys,
  getChoseong,
  isChoseongQuery,
  normalizeText,
  toEnglishKeys,
  toJamo,
} from '../../../src/search/hangul.ts';
import { swapScript } from '../../../src/search/swap-script.ts';

test('normalises decomposed Hangul, capitals, blanks and invisible characters', () => {
  expect(normalizeText('  임베딩'.normalize('NFD') + '\u200B  GPT ')).toBe('임베딩 gpt');
});

test('reads initial consonants', () => {
  expect(getChoseong('할루시네이션')).toBe('ㅎㄹㅅㄴㅇㅅ');
  expect(isChoseongQuery('ㅎㄱ')).toBe(true);
  expect(isChoseongQuery('ㅎ')).toBe(false);
  expect(isChoseongQuery('ㅎ각')).toBe(false);
});

test.each([
  ['gkffntlspdltus', '할루시네이션'],
  ['dlaqpeld', '임베딩'],
  ['ahepf', '모델'],
  ['qkfka', '바람'],
  ['dlfrek', '읽다'],
  ['rkqt', '값'],
  ['Rhc', '꽃'],
  ['ghksrud', '환경'],
])('%s typed with the keyboard left in English is %s', (keys, word) => {
  expect(fromEnglishKeys(keys)).toBe(word);
});

test('and the other way round', () => {
  expect(toEnglishKeys('ㅣㅣㅡ')).toBe('llm');
  expect(toEnglishKeys('ㅡㅔㅁ')).toBe('mpa');
});

test('jamo come apart and together again', () => {
  for (const word of ['값어치', '환각', '모델', '꽃밭', '왜곡', '의미', '닭'])
    expect(composeJamo(toJamo(word))).toBe(word);
});

test('half a syllable at the end is dropped, unless it is all there is', () => {
  expect(dropLoneTail('검색ㅇ')).toBe('검색');
  expect(dropLoneTail('벡터 ㅅ')).toBe('벡터');
  expect(dropLoneTail('ㅎ')).toBe('ㅎ');
});

test('받침', () => {
  expect(endsInConsonant('모델')).toBe(true);
  expect(endsInConsonant('데이터')).toBe(false);
  expect(endsInConsonant('GPU')).toBe(false);
  expect(endsInConsonant('')).toBe(false);
});

test('swapping scripts hides Hangul from decomposition and loses nothing', () => {
  const text = '가힣 모델 中國 漢字 GPT-4o 😀 한글'.normalize('NFC');
  expect(swapScript(swapScript(text))).toBe(text);
  const swapped = swapScript('모든 모드');
  expect(swapped).not.toMatch(/[가-힣]/);
  expect(swapped.normalize('NFD')).toBe(swapped);
});
