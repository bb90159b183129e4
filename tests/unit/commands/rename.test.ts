import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAtlas } from '../../../src/content/open-atlas.ts';
import { resolveLink } from '../../../src/knowledge/resolve-link.ts';

const run = promisify(execFile);
const rooms: string[] = [];
afterAll(() => Promise.all(rooms.map((room) => rm(room, { recursive: true, force: true }))));

async function writeFolder(files: Record<string, string>): Promise<string> {
  const room = await mkdtemp(join(tmpdir(), 'atlas-rename-'));
  rooms.push(room);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(room, path)), { recursive: true });
    await writeFile(join(room, path), text);
  }
  return room;
}

async function rename(room: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, CONTENT_DIR: room };
  const script = [
    ...process.execArgv.filter((arg) => arg.startsWith('--disable')),
    'src/commands/rename.ts',
    ...args,
  ];
  return run(process.execPath, script, { env }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      output: error.stdout + error.stderr,
    }),
  );
}

async function readAll(room: string): Promise<Record<string, string>> {
  const entries = await readdir(room, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [file.slice(room.length + 1), await readFile(file, 'utf8')] as const),
    ),
  );
}

const vault = {
  'a/old.md': '---\ntags: [x]\n---\n# 옛 노트\n\n[둘](b/two.md) [[three]] [[#절]] [나](old.md#절)\n\n## 절\n',
  'a/b/two.md': `---
parent: ./a/old.md
up: "[[old]]"
relations:
  - {type: requires, to: a/old, why: old}
---
[x](../old.md#절 "old") [[old]] [[old|글]] [[a/old#절|글]] ![[old]] <a href="../old.md">h</a> \`[[old]]\`

| a | b |
|---|---|
| [[old\\|글]] | [r][ref] |

\`\`\`
[[old]] [x](../old.md)
\`\`\`

\`\`\`mermaid
flowchart LR
  a["../old.md"] --> b
  click a "../old.md"
\`\`\`

[ref]: <../old.md> "t"

[[옛 노트]] [abs](/a/old/) [abs2](/a/old.md) {{< ref "../old.md" >}} [other](../../other/old.md)
`,
  'three.md': '[enc](a/old.md?q=1#절) [[old#절]]\r\n%% [[old]] %%\r\n',
  'draft.md': '---\ndraft: true\n---\n[[old]]\n',
  '_drafts/later.md': '[[a/old]]\n',
  'other/old.md': '다른 노트. [[old]]\n',
  'c.canvas':
    '{"nodes":[{"id":"1","type":"file","file":"a/old.md","x":0,"y":0,"width":9,"height":9},{"id":"2","type":"text","text":"[[a/old]]","x":0,"y":0,"width":9,"height":9}],"edges":[]}',
  'more.md':
    '---\nbare: [[a/old]]\nlist:\n  - [[옛 노트]]\n  - [[a/old]]\nmd: "[글](a/old.md#절)"\n---\n[글](a/old.html#절)\n',
  'code.mdx': 'import Old from "./a/old.md"\n\n글\n',
  'd.canvas':
    '{"nodes":[{"id":"1","type":"text","text":"앞\\n[글](a/old.md) 뒤","x":0,"y":0,"width":9,"height":9}]}',
};

let moved: Record<string, string>;
let room: string;
beforeAll(async () => {
  room = await writeFolder(vault);
  expect(await rename(room, 'a/old', 'c/새 이름')).toMatchObject({ code: 0 });
  moved = await readAll(room);
});

test('a note moves with the links of every convention, each in the form that it had', () => {
  expect(Object.keys(moved).sort()).toEqual(
    [...Object.keys(vault).filter((path) => path !== 'a/old.md'), 'c/새 이름.md'].sort(),
  );
  expect(moved['a/b/two.md']).toBe(`---
parent: c/새 이름.md
up: "[[새 이름]]"
relations:
  - {type: requires, to: c/새 이름, why: old}
---
[x](../../c/새%20이름.md#절 "old") [[새 이름]] [[새 이름|글]] [[c/새 이름#절|글]] ![[새 이름]] <a href="../../c/새 이름.md">h</a> \`[[old]]\`

| a | b |
|---|---|
| [[새 이름\\|글]] | [r][ref] |

\`\`\`
[[old]] [x](../old.md)
\`\`\`

\`\`\`mermaid
flowchart LR
  a["../old.md"] --> b
  click a "../../c/새 이름.md"
\`\`\`

[ref]: <../../c/새 이름.md> "t"

[[옛 노트]] [abs](/c/새%20이름/) [abs2](/c/새%20이름.md) {{< ref "../../c/새 이름.md" >}} [other](../../other/old.md)
`);
});

test('properties without quotes, imports and the Markdown of canvases follow', () => {
  expect(moved['more.md']).toBe(
    '---\nbare: "[[c/새 이름]]"\nlist:\n  - [[옛 노트]]\n  - "[[c/새 이름]]"\nmd: "[글](c/새%20이름.md#절)"\n---\n[글](c/새%20이름.html#절)\n',
  );
  expect(moved['code.mdx']).toContain('from "./c/새 이름.md"');
  expect(moved['d.canvas']).toContain('앞\\n[글](c/새%20이름.md) 뒤');
});

test('what it says itself leads where it led, and its old address leads to it', async () => {
  expect(moved['c/새 이름.md']).toContain('[둘](../a/b/two.md) [[three]] [[#절]] [나](새%20이름.md#절)');
  const { library, ids } = await readAtlas(room);
  expect(ids.redirects).toContainEqual({ from: 'a/old', note: 'c/새 이름', id: null });
  for (const note of library.notes)
    for (const { url } of note.outline.links)
      expect(`${url} ${resolveLink(url, note, library.links).kind}`).not.toMatch(/missing/u);
});

test('what is kept back follows, line ends and other notes of the name stay', () => {
  expect(moved['draft.md']).toContain('[[새 이름]]');
  expect(moved['_drafts/later.md']).toBe('[[c/새 이름]]\n');
  expect(moved['three.md']).toBe('[enc](c/새%20이름.md?q=1#절) [[새 이름#절]]\r\n%% [[새 이름]] %%\r\n');
  expect(moved['other/old.md']).toBe(vault['other/old.md']);
  expect(moved['c.canvas']).toContain('"file":"c/새 이름.md"');
});

test('a name that cannot be given changes nothing', async () => {
  const still = await writeFolder(vault);
  const before = await readAll(still);
  for (const [from, to, said] of [
    ['a/old', 'other/old', '이미'],
    ['a/old', '../out', '이름이 아닙니다'],
    ['old', 'x', '여럿입니다'],
  ] as const) {
    const { code, output } = await rename(still, from, to);
    expect([code, output]).toEqual([1, expect.stringContaining(said)]);
  }
  expect((await rename(still, 'a/old', 'c/새 이름', '--dry-run')).output).toContain(
    '아무것도 바꾸지 않았습니다',
  );
  expect(await readAll(still)).toEqual(before);
});

test('in a declared subject ids, terms, paths and the lock of section ids follow', async () => {
  const own = await writeFolder({
    'atlas.yaml':
      'title: 망\nstrict: true\ncollections:\n  device:\n    folder: devices\n    story: >-\n      [[router]] 다음에 [[ router | 그것]]과\n\n      [[switch]]를 본다. router는 글이다.\nrelations:\n  needs: { label: [필요, 쓰임] }\nhome:\n  start: [router]\npaths:\n  first:\n    label: 첫걸음\n    notes: [router, switch]\n',
    'devices/router.md': '---\ntitle: router\n---\n## 절\n\n본문.\n',
    'devices/switch.md':
      '---\ntitle: 스위치\nparent: router\nrelations:\n  - { type: needs, to: router }\n---\n[링크](note:router) [길](./router.md)\n',
    'terms.yaml': '- id: hop\n  term: 홉\n  definition: 한 걸음이다.\n  note: router\n',
    'section-ids.lock':
      '{"lock":1}\n{"id":"router","kind":"note","texts":["router"],"address":"devices/router","addresses":[]}\n{"id":"s-aaaaa","kind":"section","note":"router","texts":["절"],"slugs":["절"],"depth":2,"place":0,"body":""}\n',
  });
  expect(await rename(own, 'router', 'gateway')).toMatchObject({ code: 0 });
  const files = await readAll(own);
  expect(files['devices/switch.md']).toContain(
    'parent: gateway\nrelations:\n  - { type: needs, to: gateway }',
  );
  expect(files['devices/switch.md']).toContain('[링크](note:gateway) [길](./gateway.md)');
  expect(files['terms.yaml']).toContain('note: gateway');
  expect(files['atlas.yaml']).toContain('start: [gateway]');
  expect(files['atlas.yaml']).toContain(
    'story: >-\n      [[gateway]] 다음에 [[ gateway | 그것]]과\n\n      [[switch]]를 본다. router는 글이다.\n',
  );
  expect(files['atlas.yaml']).toContain('notes: [gateway, switch]');
  const { ids, library } = await readAtlas(own);
  expect(ids.redirects).toContainEqual({ from: 'devices/router', note: 'gateway', id: null });
  expect(library.byId.get('gateway')?.outline.sections[0]?.id).toBe('s-aaaaa');
});

test('a note stays in its folder, however the disk spells it', async () => {
  const folder = '가나'.normalize('NFD');
  const room = await writeFolder({
    [`${folder}/옛.md`.normalize('NFD')]: '# 옛',
    'b.md': '[[옛]] [x](가나/옛.md)',
  });
  await rename(room, '가나/옛', '새');
  const files = await readAll(room);
  expect(Object.keys(files).sort()).toEqual(['b.md', `${folder}/새.md`].sort());
  expect(files['b.md']).toBe('[[새]] [x](가나/새.md)');
});

test('fields that all notes have, and what a new note starts with, follow', async () => {
  const room = await writeFolder({
    'atlas.yaml':
      'language: en\nfields:\n  keeper: { type: note, default: jo }\n  kind: { default: jo }\ncollections:\n  person: { fields: { boss: { type: note, default: jo } } }\n',
    'person/jo.md': '---\ntitle: Jo\nboss: jo\n---\n## A\n',
    'person/mo.md': '---\ntitle: Mo\nkeeper: jo\nkind: jo\n---\n## A\n',
    'free/clock.md': '---\nkeeper: jo\nkind: jo\n---\n# Clock\n',
  });
  expect(await rename(room, 'person/jo', 'josephine')).toMatchObject({ code: 0 });
  const files = await readAll(room);
  expect(files['atlas.yaml']).toBe(
    'language: en\nfields:\n  keeper: { type: note, default: josephine }\n  kind: { default: jo }\ncollections:\n  person: { fields: { boss: { type: note, default: josephine } } }\n',
  );
  expect(files['person/josephine.md']).toContain('boss: josephine\n');
  expect(files['person/mo.md']).toContain('keeper: josephine\nkind: jo\n');
  expect(files['free/clock.md']).toContain('keeper: josephine\nkind: jo\n');
});

test('follows components of MDX and names of files, and leaves what a tool threw away', async () => {
  const room = await writeFolder({
    '.obsidian/app.json': '{}',
    'old.md': '# 새 이름\n',
    'a.mdx': '<LinkCard title="가 > 나" href="/old/" />\n\n<Card\n  title="x"\n  link="./old.md"\n/>\n',
    'b.md': '[[old]] [[새 이름]]\n',
    '.trash/c.md': '[x](../old.md) [[old]]\n',
  });
  const { code, output } = await rename(room, 'old', '새 이름');
  expect(output).not.toContain('.trash');
  expect(code).toBe(0);
  const files = await readAll(room);
  expect(files['a.mdx']).toContain('title="가 > 나" href="/새 이름/"');
  expect(files['a.mdx']).not.toContain('old');
  expect(files['b.md']).toBe('[[새 이름]] [[새 이름]]\n');
  expect(files['.trash/c.md']).toBe('[x](../old.md) [[old]]\n');
});

test('keeps links that say the whole path from the top of the folder', async () => {
  const room = await writeFolder({
    '.obsidian/app.json': '{}',
    'a/b/old.md': '# 옛 노트\n\n[셋](c/three.md) [둘](a/b/two.md)\n',
    'a/b/two.md': '# 둘\n\n[옛](a/b/old.md#절) [옛](old.md) [옛](a/b/old)\n',
    'c/three.md': '# 셋\n\n[옛](a/b/old.md)\n',
  });
  expect(await rename(room, 'a/b/old', 'd/새 이름')).toMatchObject({ code: 0 });
  const files = await readAll(room);
  expect(files['d/새 이름.md']).toContain('[셋](c/three.md) [둘](a/b/two.md)');
  expect(files['a/b/two.md']).toContain(
    '[옛](d/새%20이름.md#절) [옛](../../d/새%20이름.md) [옛](d/새%20이름)',
  );
  expect(files['c/three.md']).toContain('[옛](d/새%20이름.md)');
});

test('leaves out the folder that an author leaves out', async () => {
  const room = await writeFolder({
    '_config.yml': 'collections: { wiki: { output: true } }\n',
    '_wiki/vim/old.md': '# 옛 노트\n',
    '_wiki/a.md': '[[/vim/old]] [[vim/old|글]] [[old]] [[_wiki/vim/old]]\n',
  });
  expect(await rename(room, '_wiki/vim/old', '_wiki/vim/new')).toMatchObject({ code: 0 });
  const files = await readAll(room);
  expect(files['_wiki/a.md']).toBe('[[/vim/new]] [[vim/new|글]] [[new]] [[_wiki/vim/new]]\n');
});

test('follows plain names of what is to be read before', async () => {
  const room = await writeFolder({
    'basics/old.md': '# 기초\n',
    'other.md': '# 다른 노트\n',
    'a.md': '---\nrequires: [old, other]\n---\n# A\n',
    'b.md': '---\nPrerequisites: basics/old.md, other\n---\n# B\n',
    'c.md': '---\nrequires:\n  - old.md # 먼저\n  - Python 3.10\nauthor: old\n---\n# C\n',
    'd.md': '---\nrelations:\n  requires: [old]\n---\n# D\n',
  });
  expect(await rename(room, 'basics/old', 'basics/new')).toMatchObject({ code: 0 });
  const files = await readAll(room);
  expect(files['a.md']).toContain('requires: [new, other]');
  expect(files['b.md']).toContain('Prerequisites: "basics/new.md, other"');
  expect(files['c.md']).toContain('  - new.md # 먼저\n  - Python 3.10\nauthor: old\n');
  expect(files['d.md']).toContain('  requires: [new]');
});

test('follows in the lists of other tools, and names the programs that list the note', async () => {
  const room = await writeFolder({
    'package.json': '{}',
    'mkdocs.yml':
      'site_name: a/old.md\nnav:\n  - index.md\n  - "a/old.md": a/old.md\n  - Part:\n      - a/two.md\n      - 옛: ./a/old.md\nmarkdown_extensions:\n  - x: { f: !!python/name:a.b }\nplugins:\n  - redirects:\n      redirect_maps: { a/old.md: a/two.md, gone.md: "a/old.md#절" }\n',
    'docs.json': '{\n  "navigation": { "group": "docs/a/old", "pages": ["docs/a/old", "docs/a/two"] }\n}\n',
    'sidebars.js': 'module.exports = {\n  docs: ["index", "a/old", { label: "a/old" }],\n};\n',
    'docs/index.md': '# 처음\n',
    'docs/a/old.md': '# 옛\n\n## 절\n',
    'docs/a/two.md': '# 둘\n',
    'docs/SUMMARY.md': '# Summary\n\n- [처음](index.md)\n- [옛](a/old.md)\n  - [둘](./a/two.md)\n',
    'docs/_toc.yml': 'root: index\nchapters:\n  - file: a/old\n    title: a/old\n',
    'docs/a/_meta.json': '{ "two": "둘", "old": { "title": "old" } }\n',
    'docs/a/meta.json': '{ "title": "old", "pages": ["old", "..."] }\n',
    'docs/a/.pages': 'nav:\n  - old: old.md\n  - two.md\n',
    'docs/a/_meta.ts': 'export default {\n  old: "old",\n};\n',
    'docs/a/_category_.json': '{"label": "old", "link": {"type": "doc", "id": "a/old"}}\n',
    'docs/.vitepress/config.ts': 'export default { sidebar: [{ text: "x", link: "/a/old" }] };\n',
  });
  const { code, output } = await rename(join(room, 'docs'), 'a/old', 'a/new');
  expect([code, output]).toEqual([0, expect.any(String)]);
  const files = await readAll(room);
  expect(files['mkdocs.yml']).toBe(
    'site_name: a/old.md\nnav:\n  - index.md\n  - "a/old.md": a/new.md\n  - Part:\n      - a/two.md\n      - 옛: ./a/new.md\nmarkdown_extensions:\n  - x: { f: !!python/name:a.b }\nplugins:\n  - redirects:\n      redirect_maps: { a/old.md: a/two.md, gone.md: "a/new.md#절" }\n',
  );
  expect(files['docs.json']).toContain('"group": "docs/a/old", "pages": ["docs/a/new", "docs/a/two"]');
  expect(files['docs/SUMMARY.md']).toContain('[옛](a/new.md)\n  - [둘](./a/two.md)');
  expect(files['docs/_toc.yml']).toContain('file: a/new\n    title: a/old\n');
  expect(files['docs/a/_meta.json']).toBe('{ "two": "둘", "new": { "title": "old" } }\n');
  expect(files['docs/a/meta.json']).toBe('{ "title": "old", "pages": ["new", "..."] }\n');
  expect(files['docs/a/.pages']).toBe('nav:\n  - old: new.md\n  - two.md\n');
  expect(files['docs/a/_category_.json']).toBe('{"label": "old", "link": {"type": "doc", "id": "a/new"}}\n');
  for (const place of ['sidebars.js:2:', 'docs/a/_meta.ts:2:3', 'docs/.vitepress/config.ts:1:'])
    expect(output).toContain(place);
  expect(output.match(/sidebars\.js/gu)).toHaveLength(1);
  expect(await rename(join(room, 'docs'), 'a/new', 'b/new')).toMatchObject({
    code: 0,
    output: expect.stringContaining('docs/a/_meta.json:1:'),
  });
  expect((await readAll(room))['docs/a/_category_.json']).toContain('"id": "b/new"');
});

test('a note moves with what it is in other languages', async () => {
  const room = await writeFolder({
    'docs/cache.mdx': '# Cache\n\n[o](other)\n',
    'docs/cache.ko.mdx': '# 캐시\n\n[o](./other.mdx) [나](cache)\n',
    'docs/other.mdx': '[c](cache) [c](./cache.mdx) [c](/docs/cache)\n',
    'docs/other.ko.mdx': '[c](cache) [c](./cache.mdx) [c](/docs/cache) [c](cache.ko.mdx) [[cache]]\n',
    'docs/cache.js.md': '# 다른 노트\n',
    'docs/cache.cn.mdx': '# 缓存\n',
    'docs/other.cn.mdx': '[c](cache)\n',
  });
  expect(await rename(room, 'docs/cache', 'api/store')).toMatchObject({ code: 0 });
  const files = await readAll(room);
  expect(Object.keys(files).sort()).toEqual([
    ...['api/store.cn.mdx', 'api/store.ko.mdx', 'api/store.mdx', 'docs/cache.js.md'],
    ...['docs/other.cn.mdx', 'docs/other.ko.mdx', 'docs/other.mdx'],
  ]);
  expect(files['docs/other.mdx']).toBe('[c](../api/store) [c](../api/store.mdx) [c](/api/store)\n');
  expect(files['docs/other.ko.mdx']).toBe(
    '[c](../api/store) [c](../api/store.mdx) [c](/api/store) [c](../api/store.ko.mdx) [[store]]\n',
  );
  expect(files['docs/other.cn.mdx']).toBe('[c](../api/store)\n');
  expect(files['api/store.ko.mdx']).toContain('[o](../docs/other.mdx) [나](store)');
});

test('addresses in front matter follow, and words do not', async () => {
  const room = await writeFolder({
    'a/old.md': '# 옛\n',
    'a/two.md':
      '---\nprev: old\nnext: { text: old, link: ./old.md }\npagination_next: a/old\nurl: https://x.kr/a/old\n---\n# 둘\n',
    'index.md':
      '---\nlayout: home\nhero:\n  name: 집\n  actions:\n    - { text: a/old, link: /a/old }\n---\n',
    'part.mdx': 'import X from "@site/docs/a/old.md";\nimport Y from "@site/docs/b/old.md";\n\n# 글\n',
  });
  expect(await rename(room, 'a/old', 'c/new')).toMatchObject({ code: 0 });
  const files = await readAll(room);
  expect(files['a/two.md']).toBe(
    '---\nprev: old\nnext: { text: old, link: ../c/new.md }\npagination_next: c/new\nurl: https://x.kr/a/old\n---\n# 둘\n',
  );
  expect(files['index.md']).toContain('{ text: a/old, link: /c/new }');
  expect(files['part.mdx']).toContain('"@site/docs/c/new.md";\nimport Y from "@site/docs/b/old.md"');
});
