import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/content/front-matter.ts';
import { readPlainFields } from '../../../src/content/plain-fields.ts';

/** The fields of a front matter, and what is said of it. */
function read(yaml: string) {
  const said: string[] = [];
  const { data, locate, troubles } = readFrontMatter(`---\n${yaml}\n---\n글\n`, { isLenient: true });
  const fields = readPlainFields(data, ['requires'], locate, ({ line, column, message }) =>
    said.push(`${line}:${column} ${message}`),
  );
  return { ...fields, said, troubles };
}

describe('a value of another type is read as what it spells', () => {
  test.each([
    ['title: 3.10', { title: '3.10' }, 0],
    ['title: 0x1F', { title: '0x1F' }, 0],
    ['title: 1_000', { title: '1_000' }, 0],
    ['title: 2026-01-05', { title: '2026-01-05' }, 0],
    ['title: true', { title: 'true' }, 1],
    ['title: [하나, 둘]', { title: '하나, 둘' }, 1],
    ['title: { 가: 나 }', {}, 1],
    ['title:', {}, 0],
    ['title: null', {}, 0],
    ['title: "null"', { title: 'null' }, 0],
    ['title: "가\\ud800나"', { title: '가\ufffd나' }, 0],
    ['description: false', { summary: 'false' }, 1],
    ['description: "null"', {}, 0],
    ['tags: [3.10, 0x1F, 010]', { tags: ['3.10', '0x1F', '010'] }, 0],
    ['tags: [null, 가]', { tags: ['가'] }, 1],
    ['tags:\n  -\n  - 가', { tags: ['가'] }, 1],
    ['tags: 가, 나', { tags: ['가', '나'] }, 0],
    ['tags: 2026', { tags: ['2026'] }, 0],
    ['tags: ["#가/나", /다/, 가/나]', { tags: ['가/나', '다'] }, 0],
    ['tags: [[가, 나], 다]', { tags: ['가', '나', '다'] }, 0],
    ['tags: { 가: 나 }', { tags: [] }, 1],
    ['requires: [basics, "[[다른 노트]]"]', { required: ['basics'] }, 0],
    ['Depends on: 가.md, 나', { required: ['가.md', '나'] }, 0],
    ['authors: [{ name: 김 }, 이]', { authors: ['김', '이'] }, 0],
    ['date: 2026. 1. 5', { asOf: '2026-01-05' }, 0],
    ['date: 2026-01-05T10:00:00Z', { asOf: '2026-01-05' }, 0],
    ['date: 2026-02-31', {}, 1],
    ['order: 셋', {}, 1],
    ['sidebar_position: 1.5', { order: 1.5 }, 0],
    ['nav_order: "2"', { order: 2 }, 0],
    ['weight: 0', {}, 0],
    ['weight: 10', { order: 10 }, 0],
    ['parent: 3.10', { parent: '3.10' }, 0],
  ])('%s', (yaml, fields, warnings) => {
    const found = read(yaml);
    expect(found).toMatchObject(fields);
    expect(Object.keys(fields).every((key) => key in found)).toBe(true);
    expect(found.said, found.said.join('\n')).toHaveLength(warnings);
  });
});

test('everything that our own notes can declare', () => {
  expect(
    read(
      'english: RAG\nsummary: 한 문장.\nasOf: 2026-01-05\nreviewBy: 2027-01-05\naliases: [검색 증강]\nsources: [a]\nrelations:\n  - { type: requires, to: x, why: 까닭 }\n  - { type: needs, to: y }\n  - 글',
    ),
  ).toMatchObject({
    english: 'RAG',
    summary: '한 문장.',
    asOf: '2026-01-05',
    reviewBy: '2027-01-05',
    aliases: ['검색 증강'],
    sources: ['a'],
    relations: [{ type: 'requires', to: 'x', why: '까닭' }],
    said: [expect.stringMatching(/^10:/u), expect.stringMatching(/^11:/u)],
  });
  expect(read('relations:\n  requires: [x, y]').relations).toEqual([
    { type: 'requires', to: 'x' },
    { type: 'requires', to: 'y' },
  ]);
});

describe('of broken YAML every field that can be read is read', () => {
  test.each([
    ['title: "열림\ntags: [가]', { title: '열림', tags: ['가'] }],
    ['title: 파이썬: 기초\norder: 2', { title: '파이썬: 기초', order: 2 }],
    ['title: @이름', { title: '@이름' }],
    ['title: 가\ntitle: 나', { title: '가' }],
    ['tags: [가, 나\ntitle: 다', { title: '다' }],
    ['a:\n\t- 나\ntitle: 다', { title: '다' }],
  ])('%s', (yaml, fields) => {
    const found = read(yaml);
    expect(found).toMatchObject(fields);
    expect(found.troubles.length).toBeGreaterThan(0);
  });

  test('nested too deep to be read at all', () => {
    const { troubles, said } = read(`a: ${'['.repeat(6000)}\ntitle: 가`);
    expect(troubles.length).toBeGreaterThan(0);
    expect(troubles.length).toBeLessThan(20);
    expect(said).toEqual([]);
  });
});

describe('where the front matter begins and ends', () => {
  const body = (text: string) => {
    const { body, bodyLine, data } = readFrontMatter(text, { isLenient: true });
    return { body, bodyLine, data };
  };
  test.each([
    ['---\ntitle: 가\n---\n글\n', { body: '글\n', bodyLine: 3, data: { title: '가' } }],
    ['\n\n---\ntitle: 가\n---\n글\n', { body: '글\n', bodyLine: 5, data: { title: '가' } }],
    ['\ufeff---\ntitle: 가\n...\n글\n', { body: '글\n', bodyLine: 3, data: { title: '가' } }],
    ['---\n\n# 제목\n', { body: '---\n\n# 제목\n', bodyLine: 0, data: {} }],
    ['\n---\n글\n---\n', { body: '\n---\n글\n---\n', bodyLine: 0, data: {} }],
    [
      '---\ntitle: 가\ntags: [나]\n\n글\n',
      { body: '글\n', bodyLine: 4, data: { title: '가', tags: ['나'] } },
    ],
  ])('%j', (text, expected) => expect(body(text)).toEqual(expected));
});

describe('TOML front matter', () => {
  test('is read like YAML', () => {
    const text = '+++\ntitle = "가"\ndraft = true\ndate = 2026-01-05\ntags = ["나"]\nweight = 3\n+++\n글\n';
    const { data, body, bodyLine, locate } = readFrontMatter(text, { isLenient: true });
    expect({ data, body, bodyLine }).toEqual({
      data: { title: '가', draft: true, date: '2026-01-05', tags: ['나'], weight: 3 },
      body: '글\n',
      bodyLine: 7,
    });
    expect(locate(['tags'])).toEqual({ line: 5, column: 1 });
  });

  test('says where it cannot be read, and nothing of it is text', () => {
    const { troubles, body } = readFrontMatter('+++\ntitle = "가"\ntags = [\n+++\n글\n');
    expect(troubles).toMatchObject([{ line: expect.any(Number) as number }]);
    expect(body).toBe('글\n');
  });

  test('that nobody closes ends at the first blank line', () => {
    const { data, body } = readFrontMatter('+++\ndraft = true\ntitle = "가"\n\n글\n');
    expect([data, body.trim()]).toEqual([{ draft: true, title: '가' }, '글']);
  });

  test('a line of plus signs is no front matter', () => {
    expect(readFrontMatter('글\n\n+++\n나\n+++\n').bodyLine).toBe(0);
  });
});

test('names of fields count without their case, each at its own place', () => {
  expect(read('Title: 가\nTAGS: [나, null]\nDescription: 다')).toMatchObject({
    title: '가',
    tags: ['나'],
    summary: '다',
    said: [expect.stringMatching(/^3:/u)],
  });
  expect(read('Title: 가\ntitle: 나').title).toBe('나');
});

test('a title and a summary lose the marks of bold text, code and links, and keep what only looks like them', () => {
  expect(
    read('title: "`가` [나]"\ndescription: "**나** 다 [라 [마]](https://a.example) 2 ** 3"'),
  ).toMatchObject({
    title: '가 [나]',
    summary: '나 다 라 [마] 2 ** 3',
  });
});
