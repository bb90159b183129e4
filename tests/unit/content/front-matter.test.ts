import { expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/content/front-matter.ts';

const read = (line: string, isLenient = false) => {
  const { data, troubles } = readFrontMatter(`---\ntitle: 가\nrelations:\n  - ${line}\n---\n글`, {
    isLenient,
  });
  return { data, said: troubles.map(({ line: at, column, message }) => `${at}:${column} ${message}`) };
};

test.each([true, false])(
  'a comma that cuts a value in braces is said, and the value kept (%s)',
  (isLenient) => {
    const { data, said } = read(
      '{ type: x, to: b, why: 비용, 성능, 그리고 시간이 다르다, section: 절 }',
      isLenient,
    );
    expect(data['relations']).toEqual([
      { type: 'x', to: 'b', why: '비용, 성능, 그리고 시간이 다르다', section: '절' },
    ]);
    expect(said).toEqual([
      expect.stringMatching(/^4:32 .*쉼표.*따옴표.*"비용, 성능, 그리고 시간이 다르다"/u),
    ]);
  },
);

test.each(['{ type: x, why: "비용, 성능" }', '{ type: x, why: }', '{ a, b }', '[a, b]', '{ why: "a", b }'])(
  'no comma is wrong in %s',
  (line) => expect(read(line).said).toEqual([]),
);

test.each([
  ['{ type: x, why: 까닭: 설명 }', /^4:\d+ .*쌍점.*따옴표.*why: "/u],
  ['{ why: [a] b }', /^4:\d+ .*값 전체를 따옴표로/u],
  ['why: 가: 나', /^4:\d+ .*쌍점.*따옴표/u],
])('%s says what to do', (line, expected) => {
  expect(read(line).said).toEqual([expect.stringMatching(expected)]);
});

test.each([
  ['---', (k: number) => `k${k}: 1`],
  ['+++', (k: number) => `k${k} = 1`],
])('fields between %s that are longer than any are not read, and said to be', (fence, write) => {
  const fields = Array.from({ length: 50_000 }, (_, k) => write(k)).join('\n');
  const { data, body, troubles } = readFrontMatter(`${fence}\n${fields}\n${fence}\n글`);
  expect(data).toEqual({});
  expect(body).toBe('글');
  expect(troubles.map(({ message }) => message)).toEqual([expect.stringContaining('400 kB')]);
});

test.each([
  '!!js/function',
  '!!python/object/apply:os.system',
  '!!binary',
  '!ENV',
  '!<tag:example.org,2020:x>',
])('the tag %s runs nothing, is said with its line, and leaves what follows as text', (tag) => {
  const { data, troubles, doubts } = readFrontMatter(`---\ntitle: 가\nrun: ${tag} "return 1"\n---\n글`);
  expect([data['run'], troubles]).toEqual(['return 1', []]);
  expect(doubts).toEqual([{ line: 3, column: 6, message: expect.stringContaining('(!…)') as string }]);
});

test.each([
  ['[가] 나', '[가] 나'],
  ['[가](b.md)', '[가](b.md)'],
  ['{가} 나: 다', '{가} 나: 다'],
  ['"가" 나 "다"', '"가" 나 "다"'],
  ["'가' 나", "'가' 나"],
  ['"가', '가'],
  ['"가\\d"', '가\\d'],
  ['&가 나', '&가 나'],
  ['&가', '&가'],
  ['&d 2026-01-02', '2026-01-02'],
  ['&w 3', '3'],
])('a title that is no YAML keeps its signs: %s', (written, title) => {
  expect(readFrontMatter(`---\ntitle: ${written}\n---\n`, { isLenient: true }).data).toEqual({ title });
});
