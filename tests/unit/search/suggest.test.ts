import { expect, test } from 'vitest';
import { suggestNames } from '../../../src/search/suggest.ts';

const names = {
  catalog: {
    ids: [],
    kinds: [],
    kindOf: [],
    titles: ['[실기] 원두 고르기', '맛·향·질감 평가', '로스팅'],
    urls: ['/a/', '/b/', '/c/'],
  },
  aliases: ['QC', 'SCA'],
  headings: ['분쇄–추출의 순서', '3,000만 원의 설비'],
  termUrls: [],
  isWord: (text: string) => text === 'gpt',
};
const offered = (query: string) => suggestNames(query, names, 5).map(({ text }) => text);

test.each([
  ['ㅅㄱㅇㄷㄱㄹㄱ', '[실기] 원두 고르기'],
  ['ㅁㅎㅈㄱㅍㄱ', '맛·향·질감 평가'],
  ['ㅂㅅㅊㅊ', '분쇄–추출의 순서'],
  ['실기', '[실기] 원두 고르기'],
  ['질감', '맛·향·질감 평가'],
  ['분쇄추', '분쇄–추출의 순서'],
  ['3000만', '3,000만 원의 설비'],
])('a name is offered whatever stands between its words: %s', (query, name) => {
  expect(offered(query)).toContain(name);
});

test('nothing is offered for signs alone', () => {
  expect(offered('···')).toEqual([]);
});

test('a name of English is offered to who typed it with the keyboard in Korean', () => {
  expect(offered('ㄴㅊㅁ')).toEqual(['SCA']);
  expect(offered('헷')).toEqual(['gpt']);
});
