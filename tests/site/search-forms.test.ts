/** Words that are written in one form and typed in another, and names whose signs carry the meaning. */
import { beforeAll, expect, test } from 'vitest';
import type { Engine, SearchOutcome } from '../../src/search/engine.ts';
import { searchNotes } from './search-notes.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await searchNotes(
    new Map([
      ['forms.md', '# 모양\n\nＡＰＩ를 부른다. Zürich의 café에서 쌀 10㎏과 5kg을 샀다. ﬁle과 Ⅳ장, 25℃.\n'],
      ['cpp.md', '# C++ 안내\n\nC++와 C#은 다른 언어다.\n'],
      ['c.md', '# C 언어\n\nC는 오래된 언어다. 커피(coffee)와 계산(compute).\n'],
      ['net.md', '# .NET 실행 환경\n\n.NET 위에서 돌고, node.js와 견준다.\n'],
      ['names.md', '# 이름 짓기\n\n`maxReplyTokens`와 `user_profile_name`, `data-cell-index`를 쓴다.\n'],
      [
        'numbers.md',
        '# 수\n\n예산은 1,500만 원이고 실제로 제50조에 따른다. 값은 3.5이다. 넓이는 1,250㎡이고 둘레는 넓다.\n',
      ],
    ]),
  );
});

const found = async (query: string): Promise<string[]> =>
  (await engine.search(query)).groups.map(({ url }) => url);

test.each([
  'API',
  'Zurich',
  'zürich',
  'cafe',
  'kg',
  '㎏',
  'file',
  'ＡＰＩ',
  'café'.normalize('NFD'),
  'IV',
  '쌀'.normalize('NFD'),
])('%s is found in its other form', async (query) => {
  expect((await found(query))[0]).toBe('/forms/');
});

test.each([
  ['C++', '/cpp/'],
  ['c++', '/cpp/'],
  ['C++은', '/cpp/'],
  ['C#', '/cpp/'],
  ['.NET', '/net/'],
  ['node.js', '/net/'],
  ['reply', '/names/'],
  ['tokens', '/names/'],
  ['maxReplyTokens', '/names/'],
  ['profile', '/names/'],
  ['user_profile_name', '/names/'],
  ['cell', '/names/'],
  ['data-cell-index', '/names/'],
  ['1,500', '/numbers/'],
  ['1500', '/numbers/'],
  ['3.5', '/numbers/'],
  ['제50조', '/numbers/'],
  ['1250㎡', '/numbers/'],
  ['1,250㎡', '/numbers/'],
  ['1250m2', '/numbers/'],
  ['㎡', '/numbers/'],
])('%s is found first in %s', async (query, url) => {
  expect((await found(query))[0]).toBe(url);
});

const marks = (outcome: SearchOutcome): string[] =>
  outcome.groups.flatMap(({ title, hits }) =>
    [...title, ...hits.flatMap((hit) => [...hit.title, ...hit.excerpt])].flatMap(({ text, hit }) =>
      hit ? [text] : [],
    ),
  );

test('what is marked are whole words and whole numbers', async () => {
  expect(new Set(marks(await engine.search('제50조')))).toEqual(new Set(['제50조']));
  expect(new Set(marks(await engine.search('1,500')))).toEqual(new Set(['1,500']));
  expect(marks(await engine.search('50'))).toEqual(['제50조']);
  expect(marks(await engine.search('1250㎡'))).toEqual(['1,250㎡']);
  expect(marks(await engine.search('zurich'))).toEqual(['Zürich']);
});

test('nothing hidden reaches a reader', async () => {
  for (const query of ['API', 'C++', 'tokens', '.net'])
    expect(JSON.stringify(await engine.search(query))).not.toMatch(/[␀-␤]|plusplus|dotnet/u);
});
