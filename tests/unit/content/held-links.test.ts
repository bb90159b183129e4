import { expect, it } from 'vitest';
import { buildCollectionPages } from '../../../src/knowledge/collection-page.ts';
import { writeAtlasData } from '../../../src/outputs/write-data.ts';
import { writeSectionTwins, writeTwin } from '../../../src/outputs/write-twin.ts';
import { openVault } from '../flavours/vault.ts';

const links = [
  '[[plan]]',
  '[[h/plan]]',
  '[[plan.md]]',
  '[[plan#절]]',
  '[[plan#^block]]',
  '![[plan]]',
  '![[plan#절]]',
  '[글](h/plan.md)',
  '[](h/plan.md)',
  '<h/plan.md>',
  '[글][ref]',
  '[글](/h/plan/)',
  '[글](note:h/plan)',
  '[[PLAN]]',
  '[[별명]]',
  '[[plan|글]]',
  '<a href="h/plan.md">글</a>',
];
/** Those that name the note and give no words of their own. */
const wordless = /^!?\[\[[^|]*\]\]$|^\[\]/u;
it('a link to a note that is held back shows the words its author gave it, and nothing of the note', async () => {
  const held =
    '---\ntitle: canary\naliases: [별명, canary2]\nsummary: canary\ndraft: true\n---\n\n# canary\n\n## 절\n\ncanary ^block\n';
  const files = Object.fromEntries(
    links.map((link, index) => [
      `n${index}.md`,
      `# 노트\n\n앞 ${link} 뒤\n\n- ${link}\n\n| 가 |\n|-|\n| ${link.replace('|', '\\|')} |\n\n## 절 ${link}\n\n[ref]: h/plan.md "말"\n`,
    ]),
  );
  const { atlas } = await openVault({ ...files, 'h/plan.md': held });
  const site = { origin: 'https://x.kr', base: '/docs/' };
  for (const [index, link] of links.entries()) {
    const note = atlas.library.byId.get(`n${index}`);
    if (!note) throw new Error(link);
    const twin = [
      writeTwin(note, atlas.library, site),
      ...Object.values(writeSectionTwins(note, atlas.library, site)),
    ].join('\n');
    expect(twin).toContain(wordless.test(link) ? '다른 노트' : link.includes('글') ? '글' : 'plan');
    expect(twin.replaceAll(note.address, '')).not.toMatch(/별명|PLAN/u);
    expect(twin + JSON.stringify({ ...note, body: '' })).not.toContain('canary');
  }
});

const asks: Record<string, string> = {
  'a particle behind it': '[[canary]]을 seen [[canary]]으로',
  'a tag of Logseq': 'seen #[[canary]] seen',
  'an embed of Logseq': 'seen {{embed [[canary]]}}',
  'a block': 'seen [[canary#^b]]',
  'words that repeat the address': 'seen [canary.md](h/canary.md)',
  'a definition of its own': 'seen [[canary]]\n\n[canary]: h/canary.md',
  'a query': '```dataview\nLIST FROM [[canary]] and "h/canary"\n```\n\nseen',
  'a query in code': "```dataviewjs\ndv.pages('[[canary]]')\n```\n\nseen",
  'a search': '```query\npath:canary\n```\n\nseen',
  'a query in a line': 'seen `= [[canary]].due`',
  'a role': 'seen {doc}`canary` {doc}`seen <canary>` :doc:`canary`',
  'a directive': '```{include} canary.md\n```\n\nseen',
  'a list of contents': '```{toctree}\ncanary\nseen <canary>\n```\n\nseen',
  'an include of Jekyll': '{% include canary.md %}\n\nseen {% include_relative h/canary.md %}',
  'an include of markdown-it': '@include(canary.md)\n\nseen',
  'an include of MkDocs':
    "--8<-- 'docs/h/canary.md'\n\n{% include-markdown 'canary.md' %}\n\n{!canary.md!}\n\nseen",
  'an include of Sphinx': '.. include:: canary.md\n\nseen',
  'an include of DocFX': '[!INCLUDE [a](canary.md)]\n\nseen',
  'a macro': '{{page canary}}\n\nseen',
  'a bare name in braces': '{{canary}}\n\nseen {{ canary }}',
  'an address of Obsidian': '<obsidian://open?vault=v&file=h%2Fcanary> seen',
  'a file in another folder that a node leads to':
    '```mermaid\nflowchart LR\nA[seen]\nclick A "canary.md"\n```',
};
it('names that only ask for such a note are in no reading of a note, nor of its fields', async () => {
  const kinds = Object.entries(asks);
  const { atlas, problems } = await openVault({
    'h/canary.md': '---\ndraft: true\n---\n글\n',
    ...Object.fromEntries(kinds.map(([, text], index) => [`n${index}.md`, `# 노트\n\n${text}\n`])),
    'f.md': '---\ntitle: seen [[canary]]\nsummary: seen [[canary]] 말\naliases: ["[[canary]]"]\n---\nseen\n',
    'c.md': '# 노트\n\n`[[canary]]` \\[[canary]]\n\n```md\n[[canary]] {% include canary.md %}\n```\n',
  });
  const site = { origin: 'https://x.kr', base: '/docs/' };
  const read = (id: string) => {
    const note = atlas.library.byId.get(id);
    if (!note) throw new Error(id);
    const outline = { ...note.outline, links: [], marks: [] };
    return writeTwin(note, atlas.library, site) + JSON.stringify({ ...note, body: '', outline });
  };
  const ids = [...kinds.map((_, index) => `n${index}`), 'f'];
  expect(ids.filter((id) => read(id).includes('canary'))).toEqual([]);
  expect(ids.filter((id) => !read(id).includes('seen'))).toEqual([]);
  expect(ids.filter((id) => !problems.some((problem) => problem.startsWith(`${id}.md:`)))).toEqual([]);
  expect(read('n0')).toContain('다른 노트를 seen 다른 노트로');
  // What is shown as code is an example.
  expect(atlas.library.byId.get('c')?.body.match(/canary/gu)).toHaveLength(4);
});

it('names of such notes are in no text of the declaration, of lists, relations and canvases', async () => {
  const { atlas, problems } = await openVault({
    'things/canary.md': '---\ndraft: true\n---\n글\n',
    'things/a.md': '---\nneeds: [{ to: b, why: "seen [[canary]]" }]\nsources: [s]\n---\n글 [@s]\n',
    'things/b.md': '# 나\n\n글\n',
    'things/c.canvas': JSON.stringify({
      nodes: [{ id: '1', type: 'text', text: 'seen [[canary]]로', x: 0, y: 0, width: 9, height: 9 }],
      edges: [],
    }),
    'atlas.yaml': [
      'title: 가',
      'description: seen [[canary]]을',
      'collections:',
      '  things:',
      '    label: 것',
      '    story: "seen [[canary]]와"',
      '    fields: { needs: { label: 필요, type: note, many: true } }',
    ].join('\n'),
    'sources.yaml':
      '- { id: s, title: "seen [[canary]]", url: "https://a.kr", kind: report, strength: primary, checked: "2026-01-01" }',
    'terms.yaml': '- { id: t, term: 말, definition: "seen [[canary]]이다", note: b }',
  });
  const { subject, library } = atlas;
  const data = JSON.stringify(writeAtlasData(library, { origin: 'https://x.kr', base: '/' }));
  expect(data).not.toContain('canary');
  expect(data.match(/seen 다른 노트/gu)?.length).toBeGreaterThan(2);
  expect(subject.description).toBe('seen 다른 노트를');
  const page = JSON.stringify(buildCollectionPages(library, '/').map(({ story }) => story));
  expect(page).toContain('"seen ","다른 노트","와"');
  expect(page).not.toContain('canary');
  for (const place of [
    'atlas.yaml:2:',
    'sources.yaml:1:',
    'terms.yaml:1:',
    'things/a.md:',
    'things/c.canvas:',
  ])
    expect(problems.some((problem) => problem.startsWith(place))).toBe(true);
});

it('a tag of Logseq is a link to the page of its name', async () => {
  const files = {
    'pages/canary.md': 'public:: false\n\n- 글\n',
    'pages/a.md': 'tags:: canary, b\n\n- seen #canary #b\n',
  };
  const { atlas } = await openVault({ 'logseq/config.edn': '{}', ...files });
  const [note] = atlas.library.notes;
  expect(JSON.stringify(note)).not.toContain('canary');
  expect(note?.outline.tags).toEqual(['b']);
});

it('a property does not name it by its title or an alias either', async () => {
  const { atlas } = await openVault({
    'h/plan.md': '---\ntitle: canary\naliases: [canary two]\ndraft: true\n---\n글\n',
    'a.md':
      '---\nrelated: ["[[canary]]", "[[b]]"]\nup: "[[Canary Two]]"\n---\n# 가\n\nnext:: [[canary]], [[b]]\n',
    'b.md': '# 나\n',
  });
  const note = atlas.library.byId.get('a');
  expect(JSON.stringify({ ...note, marks: [] })).not.toMatch(/canary/iu);
  expect(note?.body).toContain('[[b]]');
});

it('nor does a property within a line, or in bold', async () => {
  const { atlas } = await openVault({
    'h/plan.md': '---\ndraft: true\n---\n글\n',
    'a.md':
      '# 가\n\n글 (related:: [[plan]]) 글 [up:: [[plan]], [[b]]] (b:: [[b]]).\n\n- **next**:: [[plan]]\n- (말 [[b]])\n',
    'b.md': '# 나\n',
  });
  const { body = '' } = atlas.library.byId.get('a') ?? {};
  expect(body).not.toContain('plan');
  expect(body).toContain('글  글 [up:: [[b]]] (b:: [[b]]).');
  expect(body).toContain('(말 [[b]])');
});

it('nor does the label of a diagram that Obsidian makes a link of', async () => {
  const { atlas } = await openVault({
    'h/plan.md': '---\ndraft: true\n---\n글\n',
    'a.md':
      '# 가\n\n```mermaid\nflowchart LR\nA["[[plan]]"] --> B["말 [[plan|뜻]]"] --> C[[plan]] --> D(b)\nE[plan] --> F["plan"]:::internal-link\nclass A,E internal-link\n```\n',
    'b.md': '# 나\n',
  });
  const { body = '' } = atlas.library.byId.get('a') ?? {};
  expect(body).not.toContain('plan');
  expect(body).toMatch(/B\["말 뜻"\] --> C\[\[[^\]]+\]\] --> D\(b\)/u);
});

it('a path that leads past it is no path that leads nowhere', async () => {
  const { links } = await openVault({
    'h/plan.md': '---\ndraft: true\n---\n글\n',
    'h/index.md': '---\ndraft: true\n---\n글\n',
    'a.md':
      '[1](../notes/h/plan.md) [2](@/plan.md) [3](x/2020-01-01-plan.md) [[y/Plan]] [5](x/planet.md) [6](x/index.md)\n',
  });
  expect(links('a')).toEqual(['private', 'private', 'private', 'private', 'missing', 'missing']);
});

it('nor do bare names beside the links of a property', async () => {
  const { atlas } = await openVault({
    'h/plan.md': '---\ntitle: canary\ndraft: true\n---\n글\n',
    'a.md':
      '---\nrelated: [plan, canary, "[[b]]", 뜻, h/plan]\n---\n# 가\n\nnext:: plan\n\n뜻:: [[b]], 계획, plan\n',
    'b.md': '# 나\n',
  });
  const note = atlas.library.byId.get('a');
  expect(note?.body).toContain('related:: [[b]], 뜻');
  expect(note?.body).toContain('next:: plan\n\n뜻:: [[b]], 계획');
});

it('a block of Logseq in a note that is held back is nobody’s to see', async () => {
  const id = '6566a1b2-1111-4111-8111-0123456789ab';
  const files = {
    'h.md': `public:: false\n\n- canary\n  id:: ${id}\n`,
    'a.md': `- 앞 ((${id})) 뒤\n- {{embed ((${id}))}}\n- [글](((${id})))\n`,
  };
  const { atlas, links } = await openVault(files);
  const note = atlas.library.byId.get('a');
  if (!note) throw new Error('a');
  expect(new Set(links('a'))).toEqual(new Set(['private']));
  const twin = writeTwin(note, atlas.library, { origin: 'https://x.kr', base: '/docs/' });
  expect(twin).not.toMatch(/canary|6566a1b2/u);
  expect(twin).toMatch(/앞 .+ 뒤/u);
});

it('no other name or address of it is told as one that leads nowhere', async () => {
  const { links } = await openVault({
    '01-가.md':
      '[1](/canary/) [2](canary-two) [3](/former/) [[Canary 제목|4]] [[별칭|5]] [6](/plan/) [7](/이름/) [8](별칭) [[둘째|9]]\n',
    'a.md': '---\ndraft: true\nslug: canary-two\naliases: [별칭, /former/]\n---\n# Canary 제목\n',
    'b.md': '---\ndraft: true\npermalink: /canary/\n---\n글\n',
    '02-이름.md': '---\ndraft: true\nredirect_from: [/plan/]\n---\n글\n',
    '03-나.md': '---\ndraft: true\n---\n둘째\n===\n\n글\n',
  });
  expect(links('01-가')).toEqual(Array(9).fill('private'));
});

it('lists beside the notes hide the comments in their texts as notes do', async () => {
  const { atlas } = await openVault({
    'a.md': '# 가\n\n글[@s].\n',
    'sources.yaml':
      '- id: s\n  title: 출처 %%canary%%\n  publisher: 곳 <!-- canary -->\n  url: https://example.org\n',
  });
  expect(JSON.stringify(atlas.library.sources)).toContain('출처');
  expect(JSON.stringify(atlas.library.sources)).not.toContain('canary');
});

it('a name that a published note bears, too, is that note’s', async () => {
  const { atlas, links } = await openVault({
    'a.md': '# 가\n\nrelated:: 배, 돛, [[b]]\n\n[[배]]\n',
    'b.md': '# 나\n\n글\n',
    'c.md': '글\n\n# 배\n',
    'h.md': '---\ndraft: true\n---\n# 배\n',
    'i.md': '---\ndraft: true\n---\n```sh\n# 돛\n```\n',
  });
  expect(atlas.library.byId.get('a')?.outline.text).toContain('related: 배, 돛, b');
  expect(links('a')).toEqual(['b.md', 'c.md']);
});

it('looks through a line of many properties once', async () => {
  const seconds = async (count: number) => {
    const files = { 'h.md': '---\ndraft: true\n---\n', 'a.md': '[a:: b] (c:: d) '.repeat(count) };
    const before = process.cpuUsage();
    await openVault(files);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  await seconds(1000);
  expect(await seconds(60_000)).toBeLessThan(4);
});
