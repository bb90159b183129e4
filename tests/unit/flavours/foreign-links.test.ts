import { describe, expect, it } from 'vitest';
import { indexAnchors } from '../../../src/knowledge/resolve-link.ts';
import { render } from './render.ts';
import { openVault } from './vault.ts';

describe('links that other tools write', () => {
  it('name the page that becomes of a note, a folder, a tag, or a place above the root', async () => {
    const { links, problems } = await openVault({
      '가.md':
        '#법/민법\n\n[글](폴더/나.html) [글](/폴더/나.html#절) [[폴더/]] [[tags/법]] [[tags/법/민법]] [글](../../폴더/나.md)',
      '폴더/나.md': '## 절\n\n글',
    });
    expect(links('가').slice(1)).toEqual([
      ...['폴더/나.md', '폴더/나.md#절', 'page', 'page', 'page', '폴더/나.md'],
    ]);
    expect(problems).toEqual([]);
  });

  it('know headings below those of sections, the title, and headings with components or links', async () => {
    const { atlas, problems } = await openVault({
      '가.md':
        '[[나#깊은 제목]] [글](나.md#깊은-제목) [글](나.md#deep) [글](나.md#top) [[나#나 제목]] [글](나.md#resolve-conditions) [[나#링크 제목 https example org a]] [[나#주 [ 1]]]',
      '나.md':
        '# 나 제목 {#top}\n\n## 둘\n### 셋\n#### 넷\n##### 깊은 제목\n글\n##### 다른 {#deep}\n글\n## resolve.conditions <Badge />\n## 링크 [제목](https://example.org/a)\n## 주[^1]\n\n[^1]: 글',
    });
    const note = atlas.library.byId.get('나');
    if (!note) throw new Error('나 is a note');
    const anchors = indexAnchors(note);
    expect(
      ['깊은 제목', '깊은-제목', 'deep', 'top', '나-제목'].map((anchor) => anchors.place(anchor)),
    ).toEqual([...['깊은-제목', '깊은-제목', 'deep', '', '']]);
    expect(anchors.place('resolve-conditions')).toMatch(/^s-/u);
    expect(problems.filter((problem) => problem.includes('anchor'))).toEqual([]);
  });

  it('may choose an id of a heading once a page', async () => {
    const files = { '가.md': '## 절 {#next}\n글', '나.md': '## 절 {#next}\n글' };
    expect((await openVault(files)).problems).toEqual([]);
    const twice = await openVault({ '가.md': '## 절 {#next}\n글\n## 또 {#next}\n글' });
    expect(twice.problems).toEqual([expect.stringMatching(/^가\.md:3:1 \w+ section-id/u)]);
  });

  it('embed canvases, and headings without the ids of their page', async () => {
    const { atlas } = await openVault({
      '가.md': '![판](그림판.canvas)\n\n![[나]]',
      '나.md': '## 절 {#chosen}\n글',
      '그림판.canvas': '{"nodes":[{"id":"a","type":"text","text":"첫 칸","x":0,"y":0,"width":9,"height":9}]}',
    });
    const note = atlas.library.byId.get('가');
    expect(note?.outline.figures).toHaveLength(1);
    expect(note?.outline.text).not.toContain('chosen');
  });

  it('take a title that stands in an element for the title', async () => {
    const { atlas } = await openVault({
      '가.mdx': '&nbsp;\n\n<div>\n\n# 가 제목\n\n## 절\n\n글\n\n</div>',
    });
    const note = atlas.library.byId.get('가');
    expect(note?.title).toBe('가 제목');
    expect(note?.outline.sections.map(({ text }) => text)).toEqual(['절']);
  });

  it('take no query for an address', async () => {
    const { atlas } = await openVault({ '가.md': '---\nurl: ?from=-6\n---\n글' });
    expect(atlas.library.byId.get('가')?.address).toBe('가');
  });
});

describe('folders of documentation tools', () => {
  const notes = { 'docs/templates/a.md': '# 가\n글 #태그', 'docs/b.md': '# 나\n글' };

  it('publish their folders named templates; vaults and others do not', async () => {
    const ids = async (more: Record<string, string>) =>
      (await openVault({ ...notes, ...more }, 'docs')).atlas.library.notes.map(({ id }) => id).sort();
    expect(await ids({})).toEqual(['b']);
    expect(await ids({ 'mkdocs.yml': '' })).toEqual(['b', 'templates/a']);
    expect(await ids({ 'docs/.vitepress/config.ts': '' })).toEqual(['b', 'templates/a']);
    expect(await ids({ 'mkdocs.yml': '', 'docs/.obsidian/app.json': '{}' })).toEqual(['b']);
  });

  it('serve _index.md as the page of its folder where Hugo is recognised', async () => {
    const files = {
      'content/_index.md': '# 처음\n글',
      'content/절/_index.md': '# 절 이름\n글',
      'content/절/a.md': '[글](/절/)',
    };
    const plain = await openVault(files, 'content');
    expect(plain.atlas.library.notes.map(({ id }) => id)).toEqual(['절/a']);
    expect(plain.atlas.held.map(({ by }) => by)).toEqual(['_index.md', '_index.md']);
    for (const more of [{ 'hugo.toml': '' }, { 'content/절/_index.md': '---\nweight: 3\n---\n# 절 이름' }]) {
      const { atlas, links } = await openVault({ ...files, ...more }, 'content');
      expect(atlas.library.notes.map(({ address }) => address).sort()).toEqual(['index', '절/a', '절/index']);
      expect(atlas.library.folderNames.get('절')).toBe('절 이름');
      expect(links('절/a')).toEqual(['절/_index.md']);
    }
  });

  it('keep drafts and other names with an underscore back', async () => {
    const { atlas } = await openVault(
      {
        'hugo.toml': '',
        'content/_index.md': '---\ndraft: true\n---\n글',
        'content/_x.md': '글',
        'content/a.md': '글',
      },
      'content',
    );
    expect(atlas.library.notes.map(({ id }) => id)).toEqual(['a']);
  });
});

it('shows the words and files of an Excalidraw drawing, and not what the plugin writes for itself', async () => {
  const { atlas, links, problems } = await openVault({
    '판.excalidraw.md':
      '---\nexcalidraw-plugin: parsed\ntags: [excalidraw]\n---\n==⚠  Switch to EXCALIDRAW VIEW ⚠== You can\n\n# Excalidraw Data\n\n## Text Elements\n첫 칸 [[나]] ^kYaToyCl\n\n## Embedded Files\n0c6f40a590f67f8d5aebe92661af2185f1dd27a1: [[나]]\n\n# Drawing\n```json\n{"type":"excalidraw"}\n```\n',
    '나.md': '글',
  });
  const note = atlas.library.byId.get('판.excalidraw');
  expect(note?.title).toBe('판');
  expect(note?.outline.text).toBe('첫 칸 나');
  expect(links('판.excalidraw')).toEqual(['나.md', '나.md']);
  expect(problems).toEqual([expect.stringMatching(/^판\.excalidraw\.md:1:1 warning file: .*Excalidraw/u)]);
});

it('calls a note what its file is called where its first headings are chapters', async () => {
  const files = {
    '하나.md': '# 제목\n글',
    '여럿.md': '# 첫 장\n글\n# 둘째 장\n글',
    '이름.md': '# 이름\n글\n# 둘째 장\n글',
    '뒤.md': '앞 글\n\n# 첫 장\n글\n# 둘째 장\n글',
    '나중.md': '앞 글\n\n# 제목\n글',
  };
  const titles = async (more: Record<string, string>) =>
    Object.fromEntries(
      (await openVault({ ...files, ...more })).atlas.library.notes.map(({ id, title }) => [id, title]),
    );
  expect(await titles({})).toEqual({ 하나: '제목', 여럿: '첫 장', 이름: '이름', 뒤: '뒤', 나중: '제목' });
  const vault = await openVault({ ...files, '.obsidian/app.json': '{}' });
  const { outline } = vault.atlas.library.byId.get('이름') ?? {};
  expect(outline?.sections.map(({ text }) => text)).toEqual(['둘째 장']);
  expect(await titles({ '.obsidian/app.json': '{}' })).toEqual({
    ...{ 하나: '제목', 여럿: '여럿', 이름: '이름', 뒤: '뒤', 나중: '나중' },
  });
});

it('joins the properties that open a note to one block', async () => {
  const { html } = await render('up:: [[가]]\n\n다음 글:: [[나]]\n\nkey:: 값\n\n글 하나\n\nkey:: 값');
  expect(html).toBe(
    '<p><strong>up:</strong> <a href="wiki:%EA%B0%80">가</a><br>\n<strong>다음 글:</strong> <a href="wiki:%EB%82%98">나</a><br>\n<strong>key:</strong> 값</p>\n<p>글 하나</p>\n<p><strong>key:</strong> 값</p>',
  );
});

it('knows the top of a page, which browsers know without an anchor', async () => {
  const { problems } = await openVault({ 'a.md': '[위로](#top) [아래로](#bottom)\n' });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain('#bottom');
});

it('names the file that a link from the top does not find as its author wrote it', async () => {
  const { problems } = await openVault({
    '가/나.md': '한국어로 쓴 글이다 [x](가/없다.md) [y](다/없다.md)',
    '가/라.md': '한국어로 쓴 글이다',
  });
  expect(problems).toEqual([
    expect.stringContaining('"가/없다.md"'),
    expect.stringContaining('"가/다/없다.md"'),
  ]);
});

it('reads the address of a link below the text of a footnote, an item or a quote', async () => {
  const links = async (written: string) =>
    [...(await render(written)).html.matchAll(/<a href="([^#"][^"]*)"[^>]*>(?!http)/gu)].map(
      ([, url]) => url,
    );
  expect(await links('글[^a] [x][b] [y][c]\n\n[^a]: 각주\n[b]: https://e.org/x\n[c]: /z "이름"')).toEqual([
    'https://e.org/x',
    '/z',
  ]);
  expect(await links('* 가 [x][b]\n[b]: https://e.org')).toEqual(['https://e.org']);
  expect(await links('> 가 [x][b]\n[b]: ../d.md')).toEqual(['../d.md']);
  // In a paragraph it is a line of the text, as CommonMark has it, and so is what leads nowhere or nobody calls.
  expect(await links('가 [x][b]\n[b]: /d')).toEqual([]);
  expect((await render('* 가\n[b]: 이건 글')).html).toContain('[b]: 이건 글');
  expect((await render('* 가\n[b]: https://e.org/x\n[c]: https://e.org/y "이름"')).html).toMatch(
    /\[b\]: <a href="https:\/\/e.org\/x">https.*\[c\]: <a .*이름/su,
  );
});

it('stays in the language that the names of files say', async () => {
  const { links } = await openVault({
    'docs/a.ko.mdx': '[b](/docs/b) [b](./b.mdx#c) [d](/docs/d) [b](/docs/b.en.mdx)',
    'docs/a.mdx': '[b](/docs/b)',
    'docs/b.mdx': '글',
    'docs/b.ko.mdx': '글',
    'docs/b.en.mdx': '글',
    'docs/d.mdx': '글',
  });
  expect(links('docs/a.ko')).toEqual(['docs/b.ko.mdx', 'docs/b.ko.mdx#c', 'docs/d.mdx', 'docs/b.en.mdx']);
  expect(links('docs/a')).toEqual(['docs/b.mdx']);
});

it('shows what the first page of VitePress and Starlight says in its fields', async () => {
  const { atlas, links, problems } = await openVault({
    'index.md':
      '---\nlayout: home\nhero:\n  name: 등대\n  text: 밤바다의 길잡이\n  tagline: 배가 *길*을 찾는다\n  actions:\n    - { theme: brand, text: 켜기, link: /guide }\nfeatures:\n  - title: 밝다\n    details: 멀리 보인다.\n    link: /guide\n  - icon: x\n---\n\n[글](none.md)\n',
    'guide.md': '---\nhero: { name: 아니다 }\nfeatures: [가]\n---\n글',
  });
  const [home] = atlas.library.notes.filter(({ id }) => id === 'index');
  expect(home).toMatchObject({ title: '등대', summary: '밤바다의 길잡이' });
  expect(home?.body.trim().split(/\n{2,}/u)).toEqual([
    '밤바다의 길잡이',
    '배가 \\*길\\*을 찾는다',
    '- [켜기](</guide>)',
    '* **[밝다](</guide>)**: 멀리 보인다.',
    '[글](none.md)',
  ]);
  expect(links('index').slice(0, 2)).toEqual(['guide.md', 'guide.md']);
  expect(problems.join()).toContain('index.md:16:1');
  const named = await openVault({
    'index.md':
      '---\nlayout: home\ntitle: 집\nhero:\n  name: 등대\n  actions:\n    - { text: 켜기, link: guide.md }\n    - { text: 길, link: 길/가.md }\n---\n',
    'guide.md': '글',
    '길/가.md': '글',
  });
  expect(named.atlas.library.byId.get('index')?.body).toContain('등대');
  expect(named.links('index')).toEqual(['guide.md', '길/가.md']);
  expect(atlas.library.byId.get('guide')?.body.trim()).toBe('글');
});

it('knows the files of its own repository by their addresses there', async () => {
  const top = 'https://github.com/Kim/TIL';
  const files = {
    'README.md': `[가](${top}/blob/master/Java/a.md#절) [없음](${top}/blob/master/Java/none.md) [남](https://github.com/lee/TIL/blob/master/Java/a.md) [여기](${top}) [코드](${top}/blob/master/src/A.java)`,
    'src/A.java': 'class A {}',
    'Java/a.md': `## 절\n\n![그림](${top}/blob/master/img/%ED%95%9C%20%EA%B8%80.svg?raw=true) ![둘](https://raw.githubusercontent.com/kim/til/master/img/b.svg)`,
    'img/한 글.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'img/b.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };
  const { links, problems, atlas } = await openVault(files);
  expect(links('README')).toEqual(['Java/a.md#절', 'external', 'external', 'external', 'external']);
  expect(problems).toEqual([]);
  expect([...atlas.library.links.pictures.keys()]).toEqual(['img/한 글.svg', 'img/b.svg']);
  // A part of a repository is a folder in it.
  const below = Object.entries(files).map(
    ([path, text]) => [path, text.replaceAll('/master/', '/master/docs/')] as const,
  );
  expect((await openVault(Object.fromEntries(below))).links('README')[0]).toBe('Java/a.md#절');
  // Two files of one name are chance.
  const { links: few } = await openVault({
    'README.md': `[가](${top}/blob/master/Java/a.md) [나](${top}/blob/master/Java/b.md)`,
    'Java/a.md': '가',
    'Java/b.md': '나',
  });
  expect(few('README')).toEqual(['external', 'external']);
});
