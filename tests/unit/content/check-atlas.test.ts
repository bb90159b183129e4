import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAtlas } from '../../../src/content/check-atlas.ts';
import { readAtlas } from '../../../src/content/open-atlas.ts';
import { formatProblem } from '../../../src/knowledge/problem.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atlas-check-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

type Files = Record<string, string | Uint8Array>;

async function write(files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** The problems of a folder, each as `path:line:column severity kind: message`, paths without the folder's own. */
async function check(files: Files): Promise<string[]> {
  await write(files);
  const problems = checkAtlas(await readAtlas(folder), '2026-11-24');
  return problems.map((problem) => formatProblem(problem).replace(`${folder}/`, ''));
}

/** A case note that is right; `body` begins at line 11 of the file, `extra` fields at line 9. */
function caseNote(body = '본문[@src].\n', extra = ''): string {
  return `---
title: 제목
summary: 한 문장.
asOf: 2026-11-24
reviewBy: 2027-11-24
organisation: 누구
status: running
verdict: 예
${extra}---

${body}`;
}

const right: Files = {
  'sources.yaml': `- id: src
  title: 원문
  publisher: 낸 곳
  date: "2026-01"
  url: https://example.org/
  kind: report
  strength: primary
  checked: "2026-11-24"
`,
  'case/one.md': caseNote(),
  'case/two.md': caseNote(),
  'limitation/hallucination.md': `---
title: 할루시네이션
summary: 한 문장.
asOf: 2026-11-24
reviewBy: 2027-11-24
role: limitation
category: technical
countermeasures:
  - { text: 검증, notes: [one] }
---

## 왜 생기는가

본문[@src].
`,
};

test('a right folder has no problems', async () => {
  expect(await check(right)).toEqual([]);
});

/** Wrong input → the line that must say so. Every case is checked together with the right notes around it. */
const wrong: [string, Files, RegExp][] = [
  ['broken YAML', { 'case/one.md': '---\ntitle: "열림\nsummary: 끝\n---\n' }, /^case\/one\.md:2:\d+ error front-matter: YAML/],
  ['a front matter without end', { 'case/one.md': '---\ntitle: 제목\n' }, /^case\/one\.md:1:1 error front-matter: .*닫는/],
  ['a tab as indent', { 'case/one.md': caseNote('', 'relations:\n\t- { type: requires, to: two }\n') }, /^case\/one\.md:10:\d+ error front-matter: YAML/],
  ['a field twice', { 'case/one.md': caseNote('', 'title: 또\n') }, /^case\/one\.md:9:1 error front-matter: .*두 번/],
  ['an unknown key', { 'case/one.md': caseNote('', 'sumary: 오타\n') }, /^case\/one\.md:9:1 error front-matter: 모르는 필드 "sumary"; 혹시 "summary"\?/],
  ['a missing field', { 'case/one.md': caseNote().replace('summary: 한 문장.\n', '') }, /^case\/one\.md:2:1 error front-matter: 필드 "summary"/],
  ['a wrong type', { 'case/one.md': caseNote('', 'order: 첫째\n') }, /^case\/one\.md:9:1 error front-matter: order.*수이어야/],
  ['a list that is text', { 'case/one.md': caseNote('', 'tags: 하나\n') }, /^case\/one\.md:9:1 error front-matter: tags.*목록/],
  ['an impossible date', { 'case/one.md': caseNote().replace('2026-11-24', '2026-11-31') }, /^case\/one\.md:4:1 error date: asOf: 2026-11-31은\(는\) 없는 날/],
  ['a review before its day', { 'case/one.md': caseNote().replace('2027-11-24', '2025-01-01') }, /^case\/one\.md:5:1 error date: .*앞섭니다/],
  ['a passed review', { 'case/one.md': caseNote().replace('asOf: 2026-11-24', 'asOf: 2025-01-01').replace('2027-11-24', '2026-01-01') }, /^case\/one\.md:5:1 warning date: 검토할 날/],
  ['an unknown status', { 'case/one.md': caseNote().replace('running', 'runing') }, /^case\/one\.md:7:1 error front-matter: status.*혹시 "running"/],
  ['an unknown role', { 'limitation/x.md': '---\ntitle: 가\nsummary: 나\nasOf: 2026-11-24\nreviewBy: 2027-11-24\nrole: limit\n---\n' }, /^limitation\/x\.md:6:1 error front-matter: role/],
  ['an unknown relation type', { 'case/one.md': caseNote('', 'relations:\n  - { type: needs, to: two }\n') }, /^case\/one\.md:10:\d+ error relation: .*"needs"/],
  ['a relation to a missing note', { 'case/one.md': caseNote('', 'relations:\n  - { type: requires, to: halucination }\n') }, /^case\/one\.md:10:\d+ error relation: to|^case\/one\.md:10:\d+ error relation: .*halucination.*혹시 "hallucination"\?/],
  ['a relation to itself', { 'case/one.md': caseNote('', 'relations:\n  - { type: requires, to: one }\n') }, /^case\/one\.md:10:\d+ error relation: .*자기 자신/],
  ['A part of B and B part of A', { 'case/one.md': caseNote('본문[@src].\n', 'relations:\n  - { type: part-of, to: two }\n'), 'case/two.md': caseNote('본문[@src].\n', 'relations:\n  - { type: part-of, to: one }\n') }, /^case\/one\.md:10:\d+ error relation: part-of가 돕니다: one → two → one/],
  ['a loop of parents', { 'case/one.md': caseNote('본문[@src].\n', 'parent: two\n'), 'case/two.md': caseNote('본문[@src].\n', 'parent: one\n') }, /^case\/one\.md:9:1 error reference: parent가 돕니다/],
  ['a missing parent', { 'case/one.md': caseNote('본문[@src].\n', 'parent: nobody\n') }, /^case\/one\.md:9:1 error reference: parent: "nobody"/],
  ['a missing counter-measure note', { 'limitation/hallucination.md': String(right['limitation/hallucination.md']).replace('[one]', '[oneness]') }, /^limitation\/hallucination\.md:9:\d+ error reference: countermeasures: "oneness"/],
  ['an unknown source', { 'case/one.md': caseNote('본문이다[@srcs, 제1조].\n') }, /^case\/one\.md:11:5 error source: "srcs".*혹시 "src"\?/],
  ['a citation in a heading', { 'case/one.md': caseNote('## 절[@src]\n\n본문.\n') }, /^case\/one\.md:11:5 error source: 제목/],
  ['an unknown general source', { 'case/one.md': caseNote('본문[@src].\n', 'sources: [nowhere]\n') }, /^case\/one\.md:9:11 error source: "nowhere"/],
  ['a link to a missing note', { 'case/one.md': caseNote('본문[@src].\n\n[x](../limitation/halucination.md)\n') }, /^case\/one\.md:13:1 error link: .*혹시 "limitation\/hallucination\.md"\?/],
  ['a link to a missing section', { 'case/one.md': caseNote('[x](../limitation/hallucination.md#왜-생기나) [@src]\n') }, /^case\/one\.md:11:1 error anchor: .*혹시 "#왜-생기는가"\?/],
  ['a link to a missing section of the same note', { 'case/one.md': caseNote('[x](#없음) [@src]\n') }, /^case\/one\.md:11:1 error anchor/],
  ['a script as link', { 'case/one.md': caseNote('[x](javascript:alert(1)) [@src]\n') }, /^case\/one\.md:11:1 error link: javascript:/],
  ['a missing image', { 'case/one.md': caseNote('![그림](none.png) [@src]\n') }, /^case\/one\.md:11:1 error image: .*none\.png/],
  ['a foreign image', { 'case/one.md': caseNote('![그림](https://example.org/a.png) [@src]\n') }, /^case\/one\.md:11:1 warning image: 바깥 그림/],
  ['wrong MDX', { 'case/three.mdx': caseNote('글[@src].\n\n<Callout>\n\n안 닫음\n') }, /^case\/three\.mdx:13:1 warning markdown: MDX/],
  ['a wrong MDX expression', { 'case/three.mdx': caseNote('글[@src].\n\n{1 +}\n') }, /^case\/three\.mdx:13:\d+ warning markdown: MDX/],
  ['a wrong diagram', { 'case/one.md': caseNote('글[@src].\n\n```mermaid title="그림"\nflowchart LR\n  A["열림 --> B\n```\n') }, /^case\/one\.md:15:\d+ error diagram/],
  ['an unknown diagram type', { 'case/one.md': caseNote('글[@src].\n\n```mermaid title="그림"\nflowchat LR\n  A --> B\n```\n') }, /^case\/one\.md:14:\d+ error diagram/],
  ['an empty diagram', { 'case/one.md': caseNote('글[@src].\n\n```mermaid title="그림"\n```\n') }, /^case\/one\.md:13:\d+ error diagram/],
  ['a diagram without title', { 'case/one.md': caseNote('글[@src].\n\n```mermaid\nflowchart LR\n  A --> B\n```\n') }, /^case\/one\.md:13:1 warning diagram: .*제목/],
  ['.md beside .mdx', { 'case/one.mdx': caseNote() }, /^case\/one\.mdx:1:1 error duplicate: .*case\/one\.md/],
  ['the same id in two collections', { 'glossary/one.md': caseNote() }, /^glossary\/one\.md:1:1 error duplicate: .*case\/one\.md/],
  ['ids that differ in case only', { 'case/One.md': caseNote() }, /^case\/one\.md:1:1 error duplicate: .*case\/One\.md/],
  ['a file that is not UTF-8', { 'case/three.md': new Uint8Array([0x2d, 0xb0, 0xa1, 0xb3, 0xaa]) }, /^case\/three\.md:1:1 error markdown: UTF-8/],
  ['a note of 5 MB', { 'case/three.md': caseNote('가'.repeat(1_800_000)) }, /^case\/three\.md:1:1 error markdown: .*너무 큽니다\(5\.1 MB\)/],
  ['a section id chosen twice', { 'case/one.md': caseNote('## 가 {#same}\n\n본문[@src].\n\n## 나 {#same}\n\n본문.\n') }, /^case\/one\.md:15:1 error section-id: .*same/],
  ['a wrong section id', { 'case/one.md': caseNote('## 가 {#1번}\n\n본문[@src].\n') }, /^case\/one\.md:11:1 error section-id/],
  ['a covered section that is gone', { 'case/one.md': caseNote('## 가\n\n본문[@src].\n', 'covers:\n  - { item: L1, section: 나 }\n') }, /^case\/one\.md:10:\d+ error anchor: covers/],
  ['a source without address form', { 'sources.yaml': String(right['sources.yaml']).replace('https://example.org/', 'example.org') }, /^sources\.yaml:5:3 error front-matter: url/],
  ['a source twice', { 'sources.yaml': String(right['sources.yaml']).repeat(2) }, /^sources\.yaml:9:3 error duplicate: id "src"/],
  ['a source with an impossible day', { 'sources.yaml': String(right['sources.yaml']).replace('checked: "2026-11-24"', 'checked: "2026-02-30"') }, /^sources\.yaml:8:3 error date: checked/],
  ['a term with two definitions', { 'glossary/terms.yaml': ['a', 'b'].map((id) => `- id: ${id}\n  term: 토큰\n  definition: 뜻.\n  note: one\n`).join('') }, /^glossary\/terms\.yaml:6:3 error duplicate: "토큰"/],
  ['an unknown generated table', { 'case/one.md': caseNote('글[@src].\n\n::table{of="limits"}\n') }, /^case\/one\.md:13:1 error markdown: .*limits.*limitations/],
  ['an unknown block', { 'case/one.md': caseNote('글[@src].\n\n:::notice\n글\n:::\n') }, /^case\/one\.md:13:1 warning markdown: .*notice/],
  ['a link without address', { 'case/one.md': caseNote('[글]() [@src]\n') }, /^case\/one\.md:11:1 error link: .*비어/],
  ['a figure without source', { 'case/one.md': caseNote('근거[@src].\n\n시장은 1,100억 달러다.\n') }, /^case\/one\.md:13:1 warning claim: "1,100억"/],
  ['a price in a table row without source', { 'case/one.md': caseNote('근거[@src].\n\n| 것 | 값 |\n| --- | --- |\n| 가 | $0.99 |\n| 나 | $9.99[@src] |\n') }, /^case\/one\.md:15:1 warning claim: "\$0"/],
  ['a spelling that is not standard', { 'case/one.md': caseNote('근거[@src]. ‘비지니스’라 쓰지만 비지니스가 아니다.\n'), 'glossary/terms.yaml': '- id: business\n  term: 비즈니스\n  misspellings: [비지니스]\n  definition: 뜻.\n  note: one\n' }, /^case\/one\.md:11:\d+ warning term: "비지니스"/],
  [
    'a node bound to a note that does not exist',
    { 'case/one.md': caseNote('글[@src].\n\n```mermaid title="그림"\nflowchart LR\n  A --> B\n  click A "note:halucination"\n```\n') },
    /^case\/one\.md:16:\d+ error diagram: click: "halucination".*혹시 "hallucination"\?/,
  ],
  [
    'a colour written into a diagram',
    { 'case/one.md': caseNote('글[@src].\n\n```mermaid title="그림"\nflowchart LR\n  A --> B\n  style A fill:#f9f\n```\n') },
    /^case\/one\.md:16:\d+ warning diagram: 색을 직접/,
  ],
  [
    'a node that nothing touches',
    { 'case/one.md': caseNote('글[@src].\n\n```mermaid title="그림"\nflowchart LR\n  A --> B\n  C[홀로]\n```\n') },
    /^case\/one\.md:16:\d+ warning diagram: .*이어진 선이 없습니다/,
  ],
  ['a broken lock', { 'section-ids.lock': '{"lock":1}\n{"id":\n' }, /^section-ids\.lock:2:1 error section-id/],
];

describe('wrong input', () => {
  test.each(wrong)('%s', async (_, files, expected) => {
    const problems = await check({ ...right, ...files });
    expect(problems.filter((line) => expected.test(line)), problems.join('\n')).toHaveLength(1);
  });

  test('all problems are said at once, sorted, with nothing lost between them', async () => {
    const all = await check({
      ...right,
      'case/one.md': caseNote('[x](none.md) [@nobody]\n', 'sumary: 오타\n'),
      'case/two.md': '---\ntitle: "\n---\n',
      'limitation/hallucination.md': String(right['limitation/hallucination.md']).replace('2026-11-24', '2026-02-30'),
    });
    expect(all.map((line) => line.replace(/^(\S+) (\w+) ([\w-]+):.*$/u, '$1 $3'))).toEqual([
      'case/one.md:9:1 front-matter',
      'case/one.md:12:1 link',
      'case/one.md:12:14 source',
      'case/two.md:2:8 front-matter',
      'limitation/hallucination.md:4:1 date',
    ]);
  });
});

describe('what is kept back', () => {
  const files: Files = {
    'pub.md': '# 공개\n\n[가](held.md) [나](note:held) [다](/held/) [라](_drafts/x.md) [마](listed/un.md#절)\n',
    'held.md': '---\ndraft: true\ntitle: "비밀"\n---\n# 비밀\n',
    'broken.md': '---\npublish: "false\n---\n# 비밀\n',
    'listed/un.md': '---\nunlisted: true\ntags: [홀로]\n---\n# 목록 밖\n\n## 절\n\n[공개](../pub.md)\n',
    '_drafts/x.md': '# 비밀\n',
    'Templates/t.md': '# 비밀\n',
    '본/틀/t.md': '# 비밀\n',
    '.obsidian/templates.json': '{ "folder": "본/틀" }',
    '.trash/z.md': '# 비밀\n',
    'node_modules/p/README.md': '# p\n',
    'templates.md': '# 틀 쓰는 법\n',
  };

  test('is nowhere in the library, and said with its reason', async () => {
    await write(files);
    const { library, held } = await readAtlas(folder);
    expect(library.notes.map(({ id }) => id)).toEqual(['pub', 'templates']);
    expect(library.unlisted.map(({ id }) => id)).toEqual(['listed/un']);
    expect(held.map(({ path, by }) => `${path} ${by}`).sort()).toEqual([
      '.trash/z.md .trash/',
      'Templates/t.md Templates/',
      '_drafts/x.md _drafts/',
      'broken.md publish: false',
      'held.md draft: true',
      '본/틀/t.md 틀/',
    ]);
    expect(JSON.stringify([library.notes, [...library.names], held])).not.toContain('비밀');
    expect([...library.tags.keys()]).toEqual([]);
    expect(library.mentions.get('pub')).toBeUndefined();
  });

  test('makes text of the links to it, with a warning', async () => {
    const lines = await check(files);
    expect(lines.filter((line) => /^pub\.md:3:\d+ warning link: .*싣지 않는/u.test(line))).toHaveLength(4);
    expect(lines).toHaveLength(4);
  });

  test('does not stop our own notes that point at it', async () => {
    const lines = await check({
      ...right,
      'case/two.md': caseNote('본문.\n', 'draft: true\n'),
      'case/one.md': caseNote('본문[@src]. [둘](two.md)\n', 'parent: two\nrelations:\n  - { type: requires, to: two }\n'),
    });
    expect(lines.map((line) => line.replace(/^(\S+ \w+ [\w-]+):.*$/u, '$1'))).toEqual([
      'case/one.md:9:1 warning reference',
      'case/one.md:11:23 warning relation',
      'case/one.md:14:11 warning link',
    ]);
  });
});

describe('folders', () => {
  test('an empty folder is an error, not an empty site', async () => {
    expect(await check({ 'readme.txt': '' })).toEqual([
      expect.stringMatching(/:1:1 error markdown: 노트\(\.md, \.mdx\)가 하나도 없습니다/),
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that cannot be read is an error', async () => {
    await write({ 'a/one.md': '# 하나\n' });
    await mkdir(join(folder, 'b'));
    await chmod(join(folder, 'b'), 0);
    const problems = await check({});
    await chmod(join(folder, 'b'), 0o755);
    expect(problems).toEqual([expect.stringMatching(/^b:1:1 error markdown: .*권한/)]);
  });

  test('a link back up the tree is walked once', async () => {
    await write({ 'a/one.md': '# 하나\n' });
    await symlink(folder, join(folder, 'a/loop'));
    const atlas = await readAtlas(folder);
    expect(atlas.library.notes.length).toBeLessThan(4);
  });
});

describe('plain notes', () => {
  test('nothing is required, and what cannot be followed is a warning', async () => {
    const problems = await check({
      '알고리즘/정렬.md': '# 정렬\n\n[없음](./none.md) ![](x.png)\n\n<!-- truncate -->\n\n본문\n',
      'plain.md': '그냥 글\n',
      'dated.md': '---\ntitle: 2024\ntags: one, two\ndate: 2024-13-40\nauthors:\n  - name: 아무개\nslug: /x\n---\n글\n',
    });
    expect(problems.every((line) => line.includes(' warning '))).toBe(true);
    const { library } = await readAtlas(folder);
    expect(library.notes.map((note) => [note.address, note.title, note.tags])).toEqual([
      ['dated', '2024', ['one', 'two']],
      ['plain', 'plain', []],
      ['알고리즘/정렬', '정렬', []],
    ]);
  });

  test('get everything that they declare, each other by name', async () => {
    await write({
      'a.md':
        '---\ntitle: 가\nenglish: A\nsummary: 한 문장.\naliases: [가가]\nparent: 나\nsources: [src]\nrelations:\n  - { type: requires, to: c }\n---\n글[@src].\n',
      'x/b.md': '# 나\n',
      'x/c.md': '# 다\n',
      'sources.yaml': String(right['sources.yaml']),
    });
    const atlas = await readAtlas(folder);
    expect(checkAtlas(atlas)).toEqual([]);
    expect(atlas.library.byId.get('a')).toMatchObject({ english: 'A', summary: '한 문장.', parent: 'x/b' });
    expect(atlas.library.children.get('x/b')?.map(({ id }) => id)).toEqual(['a']);
    expect(atlas.library.relations.get('x/c')).toMatchObject([{ type: 'required-by', to: 'a' }]);
    expect(atlas.library.citedBy.get('src')).toHaveLength(1);
    expect(atlas.library.names.get('가가')).toBe('a');
  });

  const faulty: [string, Files, RegExp][] = [
    ['broken YAML', { 'a.md': '---\ntitle: "열림\n---\n글\n' }, /^a\.md:2:8 warning front-matter/u],
    ['a front matter without end', { 'a.md': '---\ntitle: 가\n\n글\n' }, /^a\.md:1:1 warning front-matter/u],
    ['a nested front matter', { 'a.md': `---\na: ${'{b: '.repeat(3000)}\n---\n글\n` }, /^a\.md:2:\d+ warning front-matter/u],
    ['a wrong type', { 'a.md': '---\ntitle: true\n---\n글\n' }, /^a\.md:2:1 warning front-matter: title.*참·거짓/u],
    ['an unknown scheme', { 'a.md': '[옵](obsidian://open?vault=x)\n' }, /^a\.md:1:1 warning link: obsidian:/u],
    ['a script as link', { 'a.md': '[x](javascript:alert(1))\n' }, /^a\.md:1:1 warning link: javascript:/u],
    ['an unknown relation', { 'a.md': '---\nrelations: [{ type: x, to: b }]\n---\n' }, /^a\.md:2:\d+ warning relation/u],
    ['a relation to nothing', { 'a.md': '---\nrelations: [{ type: requires, to: c }]\n---\n' }, /^a\.md:2:\d+ warning relation/u],
    ['a parent of nothing', { 'a.md': '---\nparent: c\n---\n' }, /^a\.md:2:1 warning reference/u],
    ['an id chosen twice', { 'a.md': '## 가 {#x}\n\n## 나 {#x}\n' }, /^a\.md:3:1 warning section-id/u],
  ];
  test.each(faulty)('%s costs no note and no site', async (_, files, expected) => {
    const lines = await check({ ...files, 'b.md': '# 나\n' });
    expect(lines.some((line) => expected.test(line)), lines.join('\n')).toBe(true);
    expect(lines.filter((line) => line.includes(' error '))).toEqual([]);
    const { library, drafts } = await readAtlas(folder);
    expect(library.notes).toHaveLength(2);
    expect([...drafts.values()].every(({ isBroken }) => !isBroken)).toBe(true);
    const strict = checkAtlas(await readAtlas(folder), '2026-11-24', true);
    expect(strict.every(({ severity }) => severity === 'error')).toBe(true);
  });

  test('names in NFD are the same names', async () => {
    await write({ ['정렬.md'.normalize('NFD')]: '# 정렬\n', 'a.md': '[정렬](정렬.md)\n' });
    const atlas = await readAtlas(folder);
    expect(checkAtlas(atlas)).toEqual([]);
    expect(atlas.library.mentions.get('정렬')).toHaveLength(1);
  });
});
