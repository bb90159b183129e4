import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
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

/** A device's note that is right; `body` begins at line 11 of the file, `extra` fields at line 9. */
function deviceNote(body = '본문[@src].\n', extra = ''): string {
  return `---
title: 제목
summary: 한 문장.
asOf: 2026-11-24
reviewBy: 2027-11-24
owner: 누구
state: working
remark: 예
${extra}---

${body}`;
}

const right: Files = {
  'atlas.yaml': `language: ko
strict: true
fields:
  title: { required: true }
  summary: { required: true }
  asOf: { required: true }
  reviewBy: { required: true }
collections:
  device:
    fields:
      owner: { required: true }
      state: { required: true, options: { working: 된다, broken: 안 된다 } }
      remark: { required: true }
  fault:
    roles: { fault: {}, other: {} }
    fields:
      kind: { required: true, roles: [fault], options: { hardware: 기계, software: 프로그램 } }
      remedies:
        type: object
        list: true
        required: true
        roles: [fault]
        fields: { text: { required: true }, notes: { type: note, list: true } }
    tables: { faults: { rows: remedies, columns: [title, remedies.text, remedies.notes] } }
  glossary: { glossary: true }
relations:
  needs: { inverse: needed-by, label: [먼저, 나중] }
  inside: { inverse: holds, label: [딸린 데, 거느린 것], acyclic: true }
`,
  'sources.yaml': `- id: src
  title: 원문
  publisher: 낸 곳
  date: "2026-01"
  url: https://example.org/
  kind: report
  strength: primary
  checked: "2026-11-24"
`,
  'device/one.md': deviceNote(),
  'device/two.md': deviceNote(),
  'fault/packet-loss.md': `---
title: 할루시네이션
summary: 한 문장.
asOf: 2026-11-24
reviewBy: 2027-11-24
role: fault
kind: hardware
remedies:
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
  [
    'broken YAML',
    { 'device/one.md': '---\ntitle: "열림\nsummary: 끝\n---\n' },
    /^device\/one\.md:2:\d+ error front-matter: YAML/,
  ],
  [
    'a front matter without end',
    { 'device/one.md': '---\ntitle: 제목\n' },
    /^device\/one\.md:1:1 error front-matter: .*닫는/,
  ],
  [
    'a tab as indent',
    { 'device/one.md': deviceNote('', 'relations:\n\t- { type: needs, to: two }\n') },
    /^device\/one\.md:10:\d+ error front-matter: YAML/,
  ],
  [
    'a field twice',
    { 'device/one.md': deviceNote('', 'title: 또\n') },
    /^device\/one\.md:9:1 error front-matter: .*두 번/,
  ],
  [
    'an unknown key',
    { 'device/one.md': deviceNote('', 'sumary: 오타\n') },
    /^device\/one\.md:9:1 error front-matter: 모르는 필드 "sumary"; 혹시 "summary"\?/,
  ],
  [
    'a missing field',
    { 'device/one.md': deviceNote().replace('summary: 한 문장.\n', '') },
    /^device\/one\.md:2:1 error front-matter: 필드 "summary"/,
  ],
  [
    'a wrong type',
    { 'device/one.md': deviceNote('', 'order: 첫째\n') },
    /^device\/one\.md:9:1 error front-matter: order.*수이어야/,
  ],
  [
    'a list that is text',
    { 'device/one.md': deviceNote('', 'tags: 하나\n') },
    /^device\/one\.md:9:1 error front-matter: tags.*목록/,
  ],
  [
    'an impossible date',
    { 'device/one.md': deviceNote().replace('2026-11-24', '2026-11-31') },
    /^device\/one\.md:4:1 error date: asOf: 2026-11-31은 없는 날/,
  ],
  [
    'a review before its day',
    { 'device/one.md': deviceNote().replace('2027-11-24', '2025-01-01') },
    /^device\/one\.md:5:1 error date: .*앞섭니다/,
  ],
  [
    'a passed review',
    {
      'device/one.md': deviceNote()
        .replace('asOf: 2026-11-24', 'asOf: 2025-01-01')
        .replace('2027-11-24', '2026-01-01'),
    },
    /^device\/one\.md:5:1 warning date: 검토할 날/,
  ],
  [
    'an unknown state',
    { 'device/one.md': deviceNote().replace('working', 'workin') },
    /^device\/one\.md:7:1 error front-matter: state.*혹시 "working"/,
  ],
  [
    'an unknown role',
    {
      'fault/x.md': '---\ntitle: 가\nsummary: 나\nasOf: 2026-11-24\nreviewBy: 2027-11-24\nrole: faul\n---\n',
    },
    /^fault\/x\.md:6:1 error front-matter: role/,
  ],
  [
    'an unknown relation type',
    { 'device/one.md': deviceNote('', 'relations:\n  - { type: wants, to: two }\n') },
    /^device\/one\.md:10:\d+ error relation: .*"wants"/,
  ],
  [
    'a relation to a missing note',
    { 'device/one.md': deviceNote('', 'relations:\n  - { type: needs, to: paket-loss }\n') },
    /^device\/one\.md:10:\d+ error relation: to|^device\/one\.md:10:\d+ error relation: .*paket-loss.*혹시 "packet-loss"\?/,
  ],
  [
    'a relation to itself',
    { 'device/one.md': deviceNote('', 'relations:\n  - { type: needs, to: one }\n') },
    /^device\/one\.md:10:\d+ error relation: .*자기 자신/,
  ],
  [
    'A part of B and B part of A',
    {
      'device/one.md': deviceNote('본문[@src].\n', 'relations:\n  - { type: inside, to: two }\n'),
      'device/two.md': deviceNote('본문[@src].\n', 'relations:\n  - { type: inside, to: one }\n'),
    },
    /^device\/one\.md:10:\d+ error relation: inside가 돕니다: one → two → one/,
  ],
  [
    'a loop of parents',
    {
      'device/one.md': deviceNote('본문[@src].\n', 'parent: two\n'),
      'device/two.md': deviceNote('본문[@src].\n', 'parent: one\n'),
    },
    /^device\/one\.md:9:1 error reference: parent가 돕니다/,
  ],
  [
    'a missing parent',
    { 'device/one.md': deviceNote('본문[@src].\n', 'parent: nobody\n') },
    /^device\/one\.md:9:1 error reference: parent: "nobody"/,
  ],
  [
    'a missing counter-measure note',
    { 'fault/packet-loss.md': String(right['fault/packet-loss.md']).replace('[one]', '[oneness]') },
    /^fault\/packet-loss\.md:9:\d+ error reference: remedies: "oneness"/,
  ],
  [
    'an unknown source',
    { 'device/one.md': deviceNote('본문이다[@srcs, 제1조].\n') },
    /^device\/one\.md:11:5 error source: "srcs".*혹시 "src"\?/,
  ],
  [
    'a citation in a heading',
    { 'device/one.md': deviceNote('## 절[@src]\n\n본문.\n') },
    /^device\/one\.md:11:5 error source: 제목/,
  ],
  [
    'an unknown general source',
    { 'device/one.md': deviceNote('본문[@src].\n', 'sources: [nowhere]\n') },
    /^device\/one\.md:9:11 error source: "nowhere"/,
  ],
  [
    'a link to a missing note',
    { 'device/one.md': deviceNote('본문[@src].\n\n[x](../fault/paket-loss.md)\n') },
    /^device\/one\.md:13:1 error link: .*혹시 "fault\/packet-loss\.md"\?/,
  ],
  [
    'a link to a missing section',
    { 'device/one.md': deviceNote('[x](../fault/packet-loss.md#왜-생기나) [@src]\n') },
    /^device\/one\.md:11:1 error anchor: .*혹시 "#왜-생기는가"\?/,
  ],
  [
    'a link to a missing section of the same note',
    { 'device/one.md': deviceNote('[x](#없음) [@src]\n') },
    /^device\/one\.md:11:1 error anchor/,
  ],
  [
    'a script as link',
    { 'device/one.md': deviceNote('[x](javascript:alert(1)) [@src]\n') },
    /^device\/one\.md:11:1 error link: javascript:/,
  ],
  [
    'a missing image',
    { 'device/one.md': deviceNote('![그림](none.png) [@src]\n') },
    /^device\/one\.md:11:1 error image: .*none\.png/,
  ],
  [
    'a foreign image',
    { 'device/one.md': deviceNote('![그림](https://example.org/a.png) [@src]\n') },
    /^device\/one\.md:11:1 warning image: 바깥 그림/,
  ],
  [
    'wrong MDX',
    { 'device/three.mdx': deviceNote('글[@src].\n\n<Callout>\n\n안 닫음\n') },
    /^device\/three\.mdx:13:1 warning markdown: MDX/,
  ],
  [
    'a wrong MDX expression',
    { 'device/three.mdx': deviceNote('글[@src].\n\n{1 +}\n') },
    /^device\/three\.mdx:13:\d+ warning markdown: MDX/,
  ],
  [
    'a wrong diagram',
    {
      'device/one.md': deviceNote(
        '글[@src].\n\n```mermaid title="그림"\nflowchart LR\n  A["열림 --> B\n```\n',
      ),
    },
    /^device\/one\.md:15:\d+ error diagram/,
  ],
  [
    'an unknown diagram type',
    { 'device/one.md': deviceNote('글[@src].\n\n```mermaid title="그림"\nflowchat LR\n  A --> B\n```\n') },
    /^device\/one\.md:14:\d+ error diagram/,
  ],
  [
    'an empty diagram',
    { 'device/one.md': deviceNote('글[@src].\n\n```mermaid title="그림"\n```\n') },
    /^device\/one\.md:13:\d+ error diagram/,
  ],
  [
    'a diagram without title',
    { 'device/one.md': deviceNote('글[@src].\n\n```mermaid\nflowchart LR\n  A --> B\n```\n') },
    /^device\/one\.md:13:1 warning diagram: .*제목/,
  ],
  [
    '.md beside .mdx',
    { 'device/one.mdx': deviceNote() },
    /^device\/one\.mdx:1:1 error duplicate: .*device\/one\.md/,
  ],
  [
    'the same id in two collections',
    { 'glossary/one.md': deviceNote() },
    /^glossary\/one\.md:1:1 error duplicate: .*device\/one\.md/,
  ],
  [
    'ids that differ in case only',
    { 'device/One.md': deviceNote() },
    /^device\/one\.md:1:1 error duplicate: .*device\/One\.md/,
  ],
  [
    'a file that is not UTF-8',
    { 'device/three.md': new Uint8Array([0x2d, 0xb0, 0xa1, 0xb3, 0xaa]) },
    /^device\/three\.md:1:1 error markdown: UTF-8/,
  ],
  [
    'a note of 5 MB',
    { 'device/three.md': deviceNote('가'.repeat(1_800_000)) },
    /^device\/three\.md:1:1 error markdown: .*너무 큽니다\(5\.1 MB\)/,
  ],
  [
    'a section id chosen twice',
    { 'device/one.md': deviceNote('## 가 {#same}\n\n본문[@src].\n\n## 나 {#same}\n\n본문.\n') },
    /^device\/one\.md:15:1 error section-id: .*same/,
  ],
  [
    'a wrong section id',
    { 'device/one.md': deviceNote('## 가 {#1번}\n\n본문[@src].\n') },
    /^device\/one\.md:11:1 error section-id/,
  ],
  [
    'a source without address form',
    { 'sources.yaml': String(right['sources.yaml']).replace('https://example.org/', 'example.org') },
    /^sources\.yaml:5:3 error front-matter: url/,
  ],
  [
    'a source twice',
    { 'sources.yaml': String(right['sources.yaml']).repeat(2) },
    /^sources\.yaml:9:3 error duplicate: id "src"/,
  ],
  [
    'a source with an impossible day',
    {
      'sources.yaml': String(right['sources.yaml']).replace('checked: "2026-11-24"', 'checked: "2026-02-30"'),
    },
    /^sources\.yaml:8:3 error date: checked/,
  ],
  [
    'a term with two definitions',
    {
      'glossary/terms.yaml': ['a', 'b']
        .map((id) => `- id: ${id}\n  term: 토큰\n  definition: 뜻.\n  note: one\n`)
        .join(''),
    },
    /^glossary\/terms\.yaml:6:3 error duplicate: "토큰"/,
  ],
  [
    'an unknown generated table',
    { 'device/one.md': deviceNote('글[@src].\n\n::table{of="fault"}\n') },
    /^device\/one\.md:13:1 error markdown: .*fault.*faults/,
  ],
  [
    'an unknown block',
    { 'device/one.md': deviceNote('글[@src].\n\n:::notice\n글\n:::\n') },
    /^device\/one\.md:13:1 warning markdown: .*notice/,
  ],
  [
    'a link without address',
    { 'device/one.md': deviceNote('[글]() [@src]\n') },
    /^device\/one\.md:11:1 error link: .*비어/,
  ],
  [
    'a figure without source',
    { 'device/one.md': deviceNote('근거[@src].\n\n시장은 1,100억 달러다.\n') },
    /^device\/one\.md:13:1 warning claim: "1,100억"/,
  ],
  [
    'a price in a table row without source',
    {
      'device/one.md': deviceNote(
        '근거[@src].\n\n| 것 | 값 |\n| --- | --- |\n| 가 | $0.99 |\n| 나 | $9.99[@src] |\n',
      ),
    },
    /^device\/one\.md:15:1 warning claim: "\$0\.99"/,
  ],
  [
    'a declaration under another ending',
    { 'atlas.yml': 'title: 집\n' },
    /^atlas\.yml:1:1 warning file: .*atlas\.yaml/,
  ],
  [
    'sources in another case',
    { 'Sources.YAML': '- id: x\n' },
    /^Sources\.YAML:1:1 warning file: .*sources\.yaml/,
  ],
  [
    'a spelling that is not standard',
    {
      'device/one.md': deviceNote('근거[@src]. ‘비지니스’라 쓰지만 비지니스가 아니다.\n'),
      'glossary/terms.yaml':
        '- id: business\n  term: 비즈니스\n  misspellings: [비지니스]\n  definition: 뜻.\n  note: one\n',
    },
    /^device\/one\.md:11:\d+ warning term: "비지니스"/,
  ],
  [
    'a word that the house style sets aside',
    {
      'atlas.yaml': `${String(right['atlas.yaml'])}wording: { 옛말: 새말 }\n`,
      'device/one.md': deviceNote('근거[@src]. ‘옛말’과 `옛말`은 두고, 이 옛말은 고친다.\n'),
    },
    /^device\/one\.md:11:\d+ warning term: "옛말" .*"새말"/,
  ],
  [
    'a node bound to a note that does not exist',
    {
      'device/one.md': deviceNote(
        '글[@src].\n\n```mermaid title="그림"\nflowchart LR\n  A --> B\n  click A "note:paket-loss"\n```\n',
      ),
    },
    /^device\/one\.md:16:\d+ error diagram: click: "paket-loss".*혹시 "packet-loss"\?/,
  ],
  [
    'a colour written into a diagram',
    {
      'device/one.md': deviceNote(
        '글[@src].\n\n```mermaid title="그림"\nflowchart LR\n  A --> B\n  style A fill:#f9f\n```\n',
      ),
    },
    /^device\/one\.md:16:\d+ warning diagram: 색을 직접/,
  ],
  [
    'a node that nothing touches',
    {
      'device/one.md': deviceNote(
        '글[@src].\n\n```mermaid title="그림"\nflowchart LR\n  A --> B\n  C[홀로]\n```\n',
      ),
    },
    /^device\/one\.md:16:\d+ warning diagram: .*이어진 선이 없습니다/,
  ],
  [
    'a broken lock',
    { 'section-ids.lock': '{"lock":1}\n{"id":\n' },
    /^section-ids\.lock:2:1 error section-id/,
  ],
];

test('an item of a built-in list that is no text costs only itself', async () => {
  const extra = 'tags: [2024, 집]\naliases: [7]\nsources: [1954]\n';
  expect(await check({ ...right, 'device/thing.md': deviceNote(undefined, extra) })).toEqual([
    expect.stringMatching(/^device\/thing\.md:9:8 error front-matter: tags\.0/u),
    expect.stringMatching(/^device\/thing\.md:10:11 error front-matter: aliases\.0/u),
    expect.stringMatching(/^device\/thing\.md:11:11 error front-matter: sources\.0/u),
  ]);
});

test('days that are still to come are said where they stand', async () => {
  const sources = (right['sources.yaml'] as string).replace(/checked: .*/u, 'checked: "2026-12-24"');
  expect(
    await check({
      ...right,
      'sources.yaml': sources,
      'device/thing.md': deviceNote().replace('asOf: 2026-11-24', 'asOf: 2027-01-01'),
    }),
  ).toEqual([
    expect.stringMatching(/^device\/thing\.md:4:1 error date: .*2027-01-01/u),
    expect.stringMatching(/^sources\.yaml:\d+:\d+ error date: .*2026-12-24/u),
  ]);
});

test('a day in the name of a file is no day of reference to come', async () => {
  const files = {
    'atlas.yaml': 'language: en\ncollections: [fair]\n',
    'fair/2027-05-01-autumn.md': '---\ntitle: Autumn\ndate: 2027-05-01\n---\n\nText.\n',
  };
  expect(await check(files)).toEqual([]);
});

test('another name that is the title of another note is said', async () => {
  const other = deviceNote(undefined, 'aliases: [제목, 다른 것]\n').replace('title: 제목', 'title: 다른 것');
  expect(await check({ ...right, 'device/other.md': other })).toEqual([
    expect.stringMatching(/^device\/other\.md:9:11 error duplicate: .*"제목".*device\/t/u),
  ]);
});

test.each(['"[[thing]]"', 'device/thing.md', '그것', '"[[thing#절|그것]]"'])(
  'a relation to %s names the id that is meant',
  async (to) => {
    const other = deviceNote(undefined, `relations: [{ type: needs, to: ${to} }]\n`).replace(
      '제목',
      '다른 것',
    );
    const thing = deviceNote().replace('title: 제목', 'title: 그것');
    expect(await check({ ...right, 'device/other.md': other, 'device/thing.md': thing })).toEqual([
      expect.stringMatching(/"thing"\?$/u),
    ]);
  },
);

test('what is missing says what it may be', async () => {
  expect(await check({ ...right, 'device/thing.md': deviceNote().replace(/state: .*\n/u, '') })).toEqual([
    expect.stringMatching(/"state".*working, broken/u),
  ]);
});

describe('wrong input', () => {
  test.each(wrong)('%s', async (_, files, expected) => {
    const problems = await check({ ...right, ...files });
    expect(
      problems.filter((line) => expected.test(line)),
      problems.join('\n'),
    ).toHaveLength(1);
  });

  test('all problems are said at once, sorted, with nothing lost between them', async () => {
    const all = await check({
      ...right,
      'device/one.md': deviceNote('[x](none.md) [@nobody]\n', 'sumary: 오타\n'),
      'device/two.md': '---\ntitle: "\n---\n',
      'fault/packet-loss.md': String(right['fault/packet-loss.md']).replace('2026-11-24', '2026-02-30'),
    });
    expect(all.map((line) => line.replace(/^(\S+) (\w+) ([\w-]+):.*$/u, '$1 $3'))).toEqual([
      'device/one.md:9:1 front-matter',
      'device/one.md:12:1 link',
      'device/one.md:12:14 source',
      'device/two.md:2:8 front-matter',
      'fault/packet-loss.md:4:1 date',
    ]);
  });
});

describe('what is kept back', () => {
  const files: Files = {
    'pub.md':
      '# 공개\n\n[가](held.md) [나](note:held) [다](/held/) [라](_drafts/x.md) [마](listed/un.md#절)\n',
    'held.md': '---\ndraft: true\ntitle: "비밀"\n---\n# 비밀\n',
    'broken.md': '---\npublish: "false\n---\n# 비밀\n',
    'listed/un.md': '---\nunlisted: true\ntags: [홀로]\n---\n# 목록 밖\n\n## 절\n\n[공개](../pub.md)\n',
    '_drafts/x.md': '# 비밀\n',
    'Templates/t.md': '# 비밀\n',
    '본/틀/t.md': '# 비밀\n',
    '.obsidian/templates.json': '{ "folder": "본/틀" }',
    '.obsidian/daily-notes.json': '{ "folder": "날", "template": "본/하루" }',
    '본/하루.md': '# 비밀\n',
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
      '본/하루.md 하루.md',
    ]);
    expect(JSON.stringify([library.notes, [...library.names]])).not.toContain('비밀');
    // The list of what is held keeps the titles, so that links by title are known for what they are; nothing prints them.
    expect(held.find(({ path }) => path === 'held.md')?.names).toEqual(['비밀']);
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
      'device/two.md': deviceNote('본문.\n', 'draft: true\n'),
      'device/one.md': deviceNote(
        '본문[@src]. [둘](two.md)\n',
        'parent: two\nrelations:\n  - { type: needs, to: two }\n',
      ),
    });
    expect(lines.map((line) => line.replace(/^(\S+ \w+ [\w-]+):.*$/u, '$1'))).toEqual([
      'device/one.md:9:1 warning reference',
      'device/one.md:11:20 warning relation',
      'device/one.md:14:11 warning link',
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
      'dated.md':
        '---\ntitle: 2024\ntags: one, two\ndate: 2024-13-40\nauthors:\n  - name: 아무개\nslug: /x\n---\n글\n',
    });
    expect(problems.every((line) => line.includes(' warning '))).toBe(true);
    const { library } = await readAtlas(folder);
    expect(library.notes.map((note) => [note.address, note.title, note.tags])).toEqual([
      ['x', '2024', ['one', 'two']],
      ['plain', 'plain', []],
      ['알고리즘/정렬', '정렬', []],
    ]);
  });

  test('get everything that they declare, each other by name', async () => {
    await write({
      'a.md':
        '---\ntitle: 가\nenglish: A\nsummary: 한 문장.\naliases: [가가]\nparent: 나\nsources: [src]\nrelations:\n  - { type: needs, to: c }\n---\n글[@src].\n',
      'x/b.md': '# 나\n',
      'x/c.md': '# 다\n',
      'sources.yaml': String(right['sources.yaml']),
    });
    const atlas = await readAtlas(folder);
    expect(checkAtlas(atlas)).toEqual([]);
    expect(atlas.library.byId.get('a')).toMatchObject({ english: 'A', summary: '한 문장.', parent: 'x/b' });
    expect(atlas.library.children.get('x/b')?.map(({ id }) => id)).toEqual(['a']);
    expect(atlas.library.relations.get('x/c')).toMatchObject([{ type: '~needs', to: 'a' }]);
    expect(atlas.library.citedBy.get('src')).toHaveLength(1);
    expect(atlas.library.names.get('가가')).toBe('a');
  });

  const faulty: [string, Files, RegExp][] = [
    ['broken YAML', { 'a.md': '---\ntitle: "열림\n---\n글\n' }, /^a\.md:2:8 warning front-matter/u],
    ['a front matter without end', { 'a.md': '---\ntitle: 가\n\n글\n' }, /^a\.md:1:1 warning front-matter/u],
    [
      'a nested front matter',
      { 'a.md': `---\na: ${'{b: '.repeat(3000)}\n---\n글\n` },
      /^a\.md:2:\d+ warning front-matter/u,
    ],
    [
      'a wrong type',
      { 'a.md': '---\ntitle: true\n---\n글\n' },
      /^a\.md:2:1 warning front-matter: title.*참·거짓/u,
    ],
    [
      'an unknown scheme',
      { 'a.md': '[옵](obsidian://open?vault=x)\n' },
      /^a\.md:1:1 warning link: obsidian:/u,
    ],
    ['a script as link', { 'a.md': '[x](javascript:alert(1))\n' }, /^a\.md:1:1 warning link: javascript:/u],
    [
      'a relation to nothing',
      { 'a.md': '---\nrelations: [{ type: needs, to: c }]\n---\n' },
      /^a\.md:2:\d+ warning relation/u,
    ],
    ['a parent of nothing', { 'a.md': '---\nparent: c\n---\n' }, /^a\.md:2:1 warning reference/u],
    ['an id chosen twice', { 'a.md': '## 가 {#x}\n\n## 나 {#x}\n' }, /^a\.md:3:1 warning section-id/u],
  ];
  test.each(faulty)('%s costs no note and no site', async (_, files, expected) => {
    const lines = await check({ ...files, 'b.md': '# 나\n' });
    expect(
      lines.some((line) => expected.test(line)),
      lines.join('\n'),
    ).toBe(true);
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

describe('one mistake of a note is one line, at its own place', () => {
  const atlas =
    'language: en\ncollections:\n  box:\n    roles: { main: {}, side: {} }\n    fields: { made: { type: date, required: true } }\n  lid: {}\nrelations: { on: { to: box } }\n';
  const checkTwo = (head: string) =>
    check({
      'atlas.yaml': atlas,
      'box/a.md': `---\ntitle: A\n${head}---\nText.\n`,
      'lid/b.md': '---\ntitle: B\n---\nText.\n',
    });

  test('a day that is none, in a field that notes must have', async () => {
    expect(await checkTwo('role: main\nmade: 2026-1-3\n')).toEqual([expect.stringContaining('box/a.md:4:')]);
  });

  test('a role that is none', async () => {
    expect(await checkTwo('role: mian\nmade: 2026-01-03\n')).toEqual([
      expect.stringContaining('box/a.md:3:'),
    ]);
  });

  test('a relation behind one that was left out', async () => {
    const said = await checkTwo(
      'role: main\nmade: 2026-01-03\nrelations:\n  - { type: onn, to: b }\n  - { type: on, to: b }\n',
    );
    expect(said).toEqual([expect.stringContaining('box/a.md:6:'), expect.stringContaining('box/a.md:7:')]);
  });

  test('a relation of a map, named by its type', async () => {
    const said = await checkTwo('role: main\nmade: 2026-01-03\nrelations:\n  on:\n    - a\n    - b\n');
    expect(said).toEqual([expect.stringContaining('box/a.md:7:'), expect.stringContaining('box/a.md:8:')]);
  });

  test('a term without the note that explains it', async () => {
    const said = await check({
      'atlas.yaml': 'language: en\n',
      'terms.yaml': '- id: a\n  term: A\n  definition: One.\n',
      'a.md': '# A\n',
    });
    expect(said).toEqual([expect.stringContaining('terms.yaml:1:')]);
  });

  test('a list of sources that is a map, and one that cannot be read', async () => {
    const atlas = 'language: en\nstrict: true\ncollections: { box: {} }\n';
    const note = (title: string) => `---\ntitle: ${title}\nsources: [s2]\n---\nText[@s1].\n`;
    const notes = { 'atlas.yaml': atlas, 'box/a.md': note('A'), 'box/b.md': note('B') };
    const item = '{ title: T, publisher: P, kind: book, strength: primary, checked: 2026-11-24 }';
    for (const sources of [`s1: ${item}\ns2: ${item}\n`, 's1: One\ns2: Two\n', '- id: [s1\n'])
      expect(await check({ ...notes, 'sources.yaml': sources })).toEqual([
        expect.stringMatching(/^sources\.yaml:[12]:/u),
      ]);
    expect(await check({ ...notes, 'sources.yaml': `s1: ${item}\ns2: { title: T }\n` })).toContainEqual(
      expect.stringContaining('sources.yaml:2:'),
    );
  });

  test('a day that is missing is missing, and not misspelt', async () => {
    const strict =
      'language: en\nstrict: true\ncollections: { box: { fields: { made: { type: date, required: true, precision: month } } } }\n';
    const said = await check({
      'atlas.yaml': strict,
      'sources.yaml':
        '- { id: s, title: T, publisher: P, kind: k, strength: primary, checked: 2026-11-24 }\n',
      'box/a.md': '---\ntitle: A\n---\nText[@s].\n',
    });
    expect(said).toEqual([expect.stringContaining('"made" is missing')]);
  });

  test('an item behind one that was left out stands where it is written', async () => {
    const atlas = 'language: en\nstrict: true\nsources: { kinds: { book: Books } }\n';
    const item = (id: string, kind: string) =>
      `- { ${id}title: T, publisher: P, kind: ${kind}, strength: primary, checked: 2026-11-24 }\n`;
    const said = await check({
      'atlas.yaml': atlas,
      'sources.yaml': item('', 'book') + item('id: a, ', 'film'),
      'a.md': '---\ntitle: A\n---\nText[@a].\n',
    });
    expect(said).toEqual([
      expect.stringMatching(/^sources\.yaml:1:.*"id" is missing/u),
      expect.stringMatching(/^sources\.yaml:2:.*"film"/u),
    ]);
  });
});

test('a linked file with the name of a tool’s settings is said, other data is not', async () => {
  const names = ['package.json', 'tsconfig.build.json', 'in/docker-compose.yml', 'secrets.prod.yaml'];
  const others = ['measured.json', 'terms-of-use.yaml', 'secret-garden.txt', 'package.csv'];
  const all = [...names, ...others];
  const problems = await check({
    'a.md': all.map((name) => `[말](${name})`).join('\n\n'),
    ...Object.fromEntries(all.map((name) => [name, '{}'])),
  });
  expect(
    problems.filter((problem) => problem.includes(' warning file: ')).map((problem) => problem.split('"')[1]),
  ).toEqual(names);
});

test('a linked file that no build could hold is said, and not published', async () => {
  await write({ 'a.csv': '' });
  await truncate(join(folder, 'a.csv'), 3 * 1024 ** 3);
  expect(await check({ 'a.md': '[말](a.csv)\n\n[또](a.csv)' })).toEqual([
    expect.stringMatching(/^a\.md:1:1 warning file: "a\.csv".*1 GB/u),
    expect.stringMatching(/^a\.md:3:1 warning file: "a\.csv".*1 GB/u),
  ]);
});
