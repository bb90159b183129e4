import { describe, expect, it } from 'vitest';
import { buildCollectionPages } from '../../../src/knowledge/collection-page.ts';
import { resolveLink } from '../../../src/knowledge/resolve-link.ts';
import { addSharedDefinitions } from '../../../src/flavours/shared-definitions.ts';
import { readTemplateTags } from '../../../src/flavours/template-tags.ts';
import { render } from './render.ts';
import { openVault } from './vault.ts';
import { secondsOf } from '../processor-time.ts';

const text = (html: string) =>
  html
    .replace(/<[^>]*>/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

describe('MkDocs', () => {
  it('takes words behind a kind for its title where they are written like one', async () => {
    const { html } = await render('!!! danger Danger Title\n    가\n\n!!! note inline end\n    나');
    expect(html).toContain('<p class="callout-title">Danger Title</p>');
    expect(html).not.toContain('inline');
  });

  it('reads admonitions with anything in them', async () => {
    const { html, troubles } = await render(
      '!!! note "제목"\n    첫 줄\n    - 목록\n\n    ```js\n    코드\n    ```\n\n밖',
    );
    expect(html).toContain(
      'aria-label="제목">\n<p class="callout-title">제목</p>\n<p>첫 줄</p>\n<ul>\n<li>목록</li>\n</ul>',
    );
    expect(html).toContain('<code class="language-js">코드\n</code></pre>\n</aside>\n<p>밖</p>');
    expect(troubles).toEqual([]);
    expect((await render('??? tip\n    몸')).html).toContain('<details class="callout callout-tip">');
    expect((await render('???+ tip\n    몸')).html).toContain('<details class="callout callout-tip" open>');
    expect((await render('!!! danger\n\n    몸')).html).toContain('<aside class="callout callout-danger"');
  });

  it('puts the shared definitions that a page uses below it, and no other', async () => {
    const { atlas, problems } = await openVault(
      {
        'mkdocs.yml':
          'markdown_extensions:\n  - toc: { slugify: !!python/name:x.y }\n  - pymdownx.snippets:\n      base_path: [docs/.parts]\n      auto_append: [links.txt, words.txt]\n',
        'docs/.parts/links.txt':
          '[The Norm 7]: https://norm.example/7\n[own]: https://norm.example/else\n<!-- -->\n<!--\n[secret]: https://secret.example/\n-->\n[rest]: https://norm.example/rest\n',
        'docs/.parts/words.txt': '*[ABX]: Alpha box\n*[QRS]: Never said\n',
        'docs/a.md':
          '# A\n\nSee [the norm][the norm 7], [own] and ABX. [secret]\n\n[own]: https://own.example/\n',
        'docs/b.md': '# B\n\n```\nABX [The Norm 7]\n```\n\n## ABX\n\ntext `ABX`',
      },
      'docs',
    );
    const [a, b] = ['a', 'b'].map((id) => atlas.library.byId.get(id)?.outline);
    expect(a?.links.map(({ url }) => url)).toEqual(['https://norm.example/7', 'https://own.example/']);
    expect(a?.text).toContain('See the norm, own and ABX. [secret]');
    expect(`${a?.text} ${b?.text}`).not.toMatch(/Alpha|QRS|\*\[/u);
    expect(problems).toEqual([]);
  });

  it('puts in what lies below the base path of its settings, whose links are those of the note', async () => {
    const { atlas, links, problems } = await openVault(
      {
        'mkdocs.yml': 'markdown_extensions:\n  - pymdownx.snippets:\n      base_path: parts\n',
        'parts/access.md': '## Access\n\nAsk [the desk](desk.md).\n<!-- secret -->',
        'parts/draft.md': '---\ndraft: true\n---\nHidden words',
        'parts/_own.txt': 'Own words',
        'secret.md': 'Elsewhere',
        'docs/a/b.md': '# B\n\n--8<-- "access.md"\n\n--8<-- "draft.md"\n\n--8<-- "../../secret.md"',
        'docs/a/desk.md': '# Desk',
      },
      'docs',
    );
    const outline = atlas.library.byId.get('a/b')?.outline;
    expect(outline?.sections.map(({ text: heading }) => heading)).toEqual(['Access']);
    expect(links('a/b')).toEqual(['a/desk.md']);
    expect(outline?.text).not.toMatch(/Hidden|Elsewhere|secret words/u);
    expect(problems).toEqual([expect.stringMatching(/^a\/b\.md:5:1 .*draft\.md.*2 /u)]);
  });

  it('puts in parts of notes and of files, of which nothing hidden comes along', async () => {
    const { atlas, problems } = await openVault(
      {
        'mkdocs.yml': 'markdown_extensions:\n  - pymdownx.snippets:\n      base_path: [parts, docs]\n',
        'parts/access.md':
          'outside\n<!-- --8<-- [start:ask] -->\nAsk **them**.\n<!-- --8<-- [end:ask] -->\nbeyond',
        'docs/a.md':
          '---\ntitle: A\n---\nfifth\n\n--8<-- [start:b]\nBoth.\n--8<-- [end:b]\n\n<!--\n--8<-- [start:h]\nHidden\n--8<-- [end:h]\n-->',
        'docs/held.md': '---\ndraft: true\n---\n--8<-- [start:x]\nHidden\n--8<-- [end:x]',
        'docs/b.md':
          '# B\n\n--8<-- "access.md:ask"\n\n> --8<-- "a.md:b"\n\n--8<-- "docs/a.md:4:4"\n\n--8<-- "a.md:h"\n\n--8<-- "a.md:none"\n\n--8<-- "held.md:x"\n',
      },
      'docs',
    );
    const text = (id: string) => atlas.library.byId.get(id)?.outline?.text.replace(/\s+/gu, ' ').trim();
    expect(text('b')).toMatch(/^Ask them\. Both\. fifth --8<-- "a.md:h" --8<-- "a.md:none"/u);
    expect(text('b')).not.toMatch(/held|Hidden/u);
    expect(text('a')).toBe('fifth Both.');
    expect(problems).toContainEqual(expect.stringMatching(/^b\.md:9:1 .*a\.md:h.*2 /u));
  });

  it('puts in the region or the lines that VitePress names, and nothing of what is hidden around them', async () => {
    const { atlas } = await openVault({
      'a.md':
        '# A\n\n<!--@include: ./_part.md#one-->\n\n<!--@include: ./_part.md#둘-->\n\n<!--@include: ./b.md{4,5}-->\n',
      '_part.md':
        'outside\n\n<!-- #region one -->\nFirst.\n<!-- #region two -->\nSecond.\n<!-- #endregion -->\n<!-- #endregion one -->\n\nbeyond',
      'b.md': '# B\n\n<div hidden>\nHidden\n\nHidden, too\n</div>\n',
    });
    const text = atlas.library.byId.get('a')?.outline.text ?? '';
    expect(text.replace(/\s+/gu, ' ')).toContain('First. Second.');
    expect(text).not.toMatch(/outside|beyond|Hidden|region/u);
  });

  it('reads a box whose kind touches its mark, and one right below a line where it names a title', async () => {
    expect((await render('!!!Note\n\n    body')).html).toContain('<aside class="callout callout-note"');
    const { html } = await render('line\n!!! info "Title"\n    body\n\nafter');
    expect(html).toContain('<p>line</p>\n<aside class="callout callout-note" aria-label="Title"');
    expect((await render('line\n!!! wow\n!!! so "much" fun')).html).not.toContain('callout');
    expect((await render('!!!와\n\n글')).html).not.toContain('callout');
  });

  it.each(['`', '```a\n', '[', ']('])('looks for shared names in bounded time: %j', async (part) => {
    const long = part.repeat(200_000 / part.length);
    expect(await secondsOf(() => addSharedDefinitions(long, '[q]: a\n*[Q]: b'))).toBeLessThan(2);
  });

  it('reads tabs', async () => {
    expect(text((await render('=== "가"\n    A\n\n=== "나"\n    B')).html)).toBe('가 A 나 B');
  });

  it.each(['글!!! note', '!!! 강조', '!!! note', '??? what', '==='])('leaves %j', async (written) => {
    const { html } = await render(written);
    expect(html).not.toMatch(/<aside|<details|<section/u);
    expect(text(html)).toBe(written.trim());
  });
});

describe('fences with titles and marked lines', () => {
  it('reads what follows the language, and the comments', async () => {
    const { html } = await render('```js title="a.js" {1,3-4}\n1\n// highlight-next-line\n2\n3\n4\n```');
    expect(html).toContain(
      '<p class="code-title">a.js</p>\n<code-lines data-lines="1,2,3,4"></code-lines>\n<pre>',
    );
    expect(html).not.toContain('highlight');
  });

  it.each([
    ['```yaml title="a.yml" hl_lines="1 3-4"', 'language-yaml', '1,3,4'],
    ['```title="a.yml"', '<pre><code>', ''],
    ['```{ .yaml title="a.yml" hl_lines="2" }', 'language-yaml', '2'],
    ['``` title="a.yml" {1}', '<pre><code>', '1'],
  ])('reads %s', async (fence, code, lines) => {
    const { html } = await render(`${fence}\na: 1\nb: 2\nc: 3\nd: 4\n\`\`\``);
    expect(html).toContain('<p class="code-title">a.yml</p>');
    expect(html).toContain(code);
    expect(/data-lines="([^"]*)"/u.exec(html)?.[1] ?? '').toBe(lines);
  });

  it('takes nothing in the other settings of a fence for a title', async () => {
    const { html } = await render(
      '```ts option=\'{ "names": ["a"], "at": {1} }\' title="b.ts"\nx\n```\n\n```ts at="[c]"\nx\n```',
    );
    expect(html.match(/code-title">[^<]*/gu)).toEqual(['code-title">b.ts']);
    expect(html).not.toContain('code-lines');
  });

  it('reads groups', async () => {
    const { html, troubles } = await render(
      '::: code-group\n```sh [npm]\nnpm i\n```\n```sh [yarn]\nyarn\n```\n:::',
    );
    expect(text(html)).toBe('npm npm i yarn yarn');
    expect(html).toContain('<section class="tab" aria-label="npm">');
    expect(troubles).toEqual([]);
  });
});

describe('components of other tools', () => {
  it('are read by their names', async () => {
    const { html, troubles } = await render(
      '<Tabs>\n<TabItem value="a" label="가">\n\nA **굵게**\n\n</TabItem>\n<TabItem value="나">\n\nB\n\n</TabItem>\n</Tabs>\n\n<Aside type="tip" title="제목">\n\n몸\n\n</Aside>',
      {},
      'mdx',
    );
    expect(text(html)).toBe('가 A 굵게 나 B 제목 몸');
    expect(html).toContain('<section class="tab" aria-label="가">');
    expect(html).toContain('<aside class="callout callout-tip" aria-label="제목">');
    expect(troubles).toEqual([]);
  });
});

describe('small components of Starlight', () => {
  it('read attributes as JSX writes them, and say nothing of those that have no words', async () => {
    const { html, troubles } = await render(
      "<Tabs defaultValue={x.y} groupId='a' values={[{ label: '창', value: 'w' }, { label: '리눅스', value: 'l' }]}>\n<TabItem value='w'>\n\nW\n\n</TabItem>\n<TabItem value='l'>\n\nL\n\n</TabItem>\n</Tabs>\n\n<ins style={{ backgroundColor: '#999', padding: 4 }}>칸</ins>\n\n<Tabs values='[x'>글</Tabs>",
      {},
      'mdx',
    );
    expect(text(html)).toBe('창 W 리눅스 L 칸 글');
    expect(html).toContain('<ins style="background-color: #999; padding: 4px; color: ');
    expect(troubles).toEqual([]);
  });

  it('keep the words that stand in their attributes', async () => {
    const { html, troubles } = await render(
      '글 <Badge text="새로움" />\n\n<LinkButton href="b.md">읽기</LinkButton>\n\n<Code code="1" lang="js" title="a.js" />',
      {},
      'mdx',
    );
    expect(text(html)).toBe('글 새로움 읽기 a.js 1');
    expect(html).toContain('<a href="b.md">읽기</a>');
    expect(troubles).toEqual([]);
  });
});

describe('marks of other tools', () => {
  it('are shown as written and reported once a kind', async () => {
    const { html, troubles } = await render(
      '{{< ref "a" >}} {{% b %}}\n\n{% include c %}\n\nkey:: value\n\n((64a1b2c3-1111-2222-3333-444455556666))\n\n{{embed ((x))}}',
    );
    expect(text(html)).toContain('{% include c %} key: value ((64a1b2c3');
    expect(troubles.map((trouble) => trouble.split(' ')[0])).toEqual(['1', '3', '7', '9']);
    expect((await render('`{% x %}` a::b std::move')).troubles).toEqual([]);
  });

  it('leave a table of contents to the page', async () => {
    for (const mark of ['[TOC]', '[[toc]]', '[[_TOC_]]', '{:toc}']) {
      expect((await render(`앞\n\n${mark}\n\n뒤`)).html).toBe('<p>앞</p>\n<p>뒤</p>');
    }
    expect(text((await render('TOC')).html)).toBe('TOC');
  });
});

describe('Docusaurus', () => {
  it('finds notes by the id that they give themselves, also under /docs', async () => {
    const { links, problems } = await openVault({
      'Setup.md':
        '---\nid: set-up\n---\n# Set up\n[a](set-up) [b](/docs/api/calls) [c](api/calls#one) [d](/docs/api/Reference.md)',
      'api/Reference.md': '---\nid: calls\n---\n# Calls\n## One\n[a](../set-up) [b](calls) [c](reference)',
      'x/Other.md': '---\nid: calls\n---\n# Other\n[a](calls)',
    });
    expect(links('Setup')).toEqual([
      'Setup.md',
      'api/Reference.md',
      'api/Reference.md#one',
      'api/Reference.md',
    ]);
    expect(links('api/Reference')).toEqual(['Setup.md', 'api/Reference.md', 'api/Reference.md']);
    expect(links('x/Other')).toEqual(['x/Other.md']);
    expect(problems).toEqual([]);
  });

  it('takes pictures from the folder of public files beside the notes, and nothing else from there', async () => {
    const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
    const { atlas, problems } = await openVault(
      {
        'docs/a/b.md':
          '# B\n![가](/img/x.gif) ![나](../../static/img/x.gif) ![다](@site/static/img/x.gif) ![라](/img/none.gif)',
        'static/img/x.gif': dot,
        'static/atlas.yaml': 'title: none',
        'static/hidden.md': '# Hidden',
        'static/map.canvas': '{}',
        'secret/y.gif': dot,
      },
      'docs',
    );
    expect(problems).toEqual([expect.stringMatching(/^a\/b\.md:2:\d+ warning image: .*none\.gif/u)]);
    expect(atlas.library.notes.map(({ path }) => path)).toEqual(['a/b.md']);
    expect([...atlas.assets.keys()].sort()).toEqual(['static/img/x.gif']);
    expect([...atlas.library.links.pictures.keys()]).toEqual(['static/img/x.gif']);
  });

  const files = {
    'docs/guide/_category_.json': '{"label": "안내", "position": 2}',
    'docs/guide/a.md':
      '---\nslug: /start\ntags: [ml]\nauthors: [kim]\n---\n![그림](/data/a.csv) [b](@site/docs/api/b.md) [c](/docs/api/b) [d](../api/b.md#절) <!-- truncate -->\n\n#채널',
    'docs/api/_category_.json': '{"label": "API", "position": 1}',
    'docs/api/b.md': '---\nslug: bee\n---\n## 절 {#part}\n\n글',
    'docs/api/c.md': '글',
    'static/data/a.csv': '1',
    'docs/tags.yml': 'ml:\n  label: 기계 학습\n',
    'blog/authors.yml': 'kim:\n  name: 김아무개\n',
    'blog/2026-01-02-first-post.md': '글',
  };

  it('shows what a category says of itself, and leads there from the address of its page', async () => {
    const { atlas, links, problems } = await openVault({
      'guide/_category_.json':
        '{"label": "The Guide", "link": {"type": "generated-index", "description": "How to begin."}}',
      'guide/a.md': '# A\n\n[own](/category/the-guide) [below](/docs/category/the-guide) [b](/boxes)',
      'box/_category_.yml': 'link: { type: generated-index, slug: /boxes }',
      'box/b.md': '# B',
    });
    const pages = buildCollectionPages(atlas.library, '/');
    expect(pages.find(({ address }) => address === 'guide')?.promise).toBe('How to begin');
    expect(links('guide/a')).toEqual(['page', 'page', 'page']);
    expect(problems).toEqual([]);
  });

  it('puts notes and folders where they ask to be, under their names', async () => {
    const { atlas, problems } = await openVault(files);
    const { byId, folderNames, folderOrder } = atlas.library;
    expect(byId.get('docs/guide/a')).toMatchObject({
      address: 'start',
      tags: ['기계 학습'],
      fields: { authors: ['김아무개'] },
    });
    expect(byId.get('docs/api/b')?.address).toBe('docs/api/bee');
    expect(folderNames.get('docs/api')).toBe('API');
    expect(folderOrder.get('docs/api')).toBe(1);
    expect(byId.get('blog/2026-01-02-first-post')).toMatchObject({ title: 'first-post', asOf: '2026-01-02' });
    expect(problems.filter((problem) => !/anchor|image/u.test(problem))).toEqual([]);
  });

  it('imports in the middle of a page what a tag is called by, and leaves contents to the page', async () => {
    const before = '# A\n\n```sh\nrun\n```\n\n';
    const { atlas, problems } = await openVault({
      'a.md': `${before}import TOCInline from '@theme/TOCInline';\n\n<TOCInline toc={toc.slice(1)} />\n\nimport Part from './_part.md';\n\n<Part />\n\nEnd\n`,
      '_part.md': 'Of the part.\n',
      'b.md': `${before}import Thing from 'thing';\n\nText \`<Thing />\` {and braces}\n`,
    });
    const text = atlas.library.byId.get('a')?.outline.text;
    expect(text).toBe('Of the part.\nEnd');
    expect(problems).toEqual([]);
    expect(atlas.library.byId.get('b')?.outline.text).toContain("import Thing from 'thing';");
  });

  it('shows files of code that a page imports as text', async () => {
    const page = [
      "import CodeBlock from '@theme/CodeBlock';",
      "import One from '!!raw-loader!./ex/a.js';",
      "import Two from '@site/docs/ex/a.js?raw';",
      "import None from '!!raw-loader!./ex/none.js';",
      '',
      '<CodeBlock language="ts" title="one.ts">{One}</CodeBlock>',
      '',
      '<Code code={Two} />',
      '',
      '<CodeBlock className="language-js">{None}</CodeBlock>',
      '',
      '<CodeBlock language="jsx">{`<b>\nliteral`}</CodeBlock>',
    ].join('\n');
    const { atlas, problems } = await openVault({
      'docusaurus.config.js': '',
      'docs/page.mdx': page,
      'docs/ex/a.js': 'run();\n',
    });
    const { html } = await render(page, { ...atlas.flavour, path: 'docs/page.mdx' }, 'mdx');
    expect(html.replace(/\n/gu, '|')).toBe(
      [
        '<p class="code-title">one.ts</p>|<pre><code class="language-ts">run();|</code></pre>',
        '<pre><code class="language-js">run();|</code></pre>',
        `<pre><code class="language-js">import None from '!!raw-loader!./ex/none.js';|</code></pre>`,
        '<pre><code class="language-jsx">&#x3C;b>|literal|</code></pre>',
      ].join('|'),
    );
    expect(problems).toEqual([expect.stringMatching(/^docs\/page\.mdx:10:\d+ .*\.\/ex\/none\.js/u)]);
  });

  it('includes partials, with their headings and links', async () => {
    const { atlas, problems, links } = await openVault({
      'docs/a.md':
        "import Intro from './_intro.mdx';\nimport Tabs from '@theme/Tabs';\n\n<Intro />\n\n뒤\n\n<Gone />\n",
      'docs/_intro.mdx': '---\ntitle: 숨은 제목\n---\n## 들어가기\n\n글 [b](b.md) %%비밀%%',
      'docs/b.md': '```js\nimport x from "y";\n```\n\n글 <b>굵게</b>',
    });
    const note = atlas.library.byId.get('docs/a');
    expect(note?.outline.sections.map(({ text: heading }) => heading)).toEqual(['들어가기']);
    expect(note?.outline.text).not.toContain('비밀');
    expect(links('docs/a')).toEqual(['docs/b.md']);
    expect(atlas.library.byId.get('docs/b')?.format).toBe('md');
    expect(problems.filter((problem) => problem.includes('docs/a'))).toEqual([
      expect.stringContaining('Gone'),
    ]);
    expect(atlas.library.notes).toHaveLength(2);
  });

  it('includes the partials that its theme gives to every page', async () => {
    const { atlas, problems } = await openVault(
      {
        'src/theme/MDXComponents.js':
          "import React from 'react';\n/*\nimport Gone from '@site/docs/_own.mdx';\n*/\nimport Setup from '@site/docs/parts/_set-up.mdx';\nimport Old from '@site/docs/parts/_old.mdx';\nexport default { Setup, Former: Old };\n",
        'docs/a.mdx': '# 가\n\n<Setup />\n\n<Former />\n\n<Setup/>\n',
        'docs/b.mdx': "import Setup from './_own.mdx';\n\n# 나\n\n<Setup />\n",
        'docs/_own.mdx': '제 글\n',
        'docs/parts/_set-up.mdx': '## 준비\n\n공통 글 <Former />\n',
        'docs/parts/_old.mdx': '옛 글\n',
        'docs/c.mdx': "import Own from './d.mdx';\n\n# 다\n\n<Own />\n",
        'docs/d.mdx': '# 라\n\n실린 글\n',
        'docs/e.mdx': '# 마\n\n<Gone />\n\n`<Setup />`\n\n```js\n끝나지 않는 코드\n',
      },
      'docs',
    );
    expect(atlas.library.byId.get('e')?.body).not.toContain('import');
    expect(atlas.library.byId.get('e')?.outline.text).not.toContain('제 글');
    const textOf = (id: string) => atlas.library.byId.get(id)?.outline.text.replace(/\s+/gu, ' ').trim();
    expect(textOf('a')).toBe('준비 공통 글 옛 글 옛 글 준비 공통 글 옛 글');
    expect(textOf('b')).toBe('제 글');
    // A page may be put in as well.
    expect(textOf('c')).toContain('실린 글');
    expect(problems).toEqual([expect.stringMatching(/^e\.mdx:3:1 .*Gone/u)]);
  });

  it('finds files by the path in the sources and in the folder that is served', async () => {
    const { links, atlas } = await openVault(files);
    const note = atlas.library.byId.get('docs/guide/a');
    expect(links('docs/guide/a')).toEqual(['docs/api/b.md', 'docs/api/b.md', 'docs/api/b.md#절']);
    expect(note && resolveLink('/data/a.csv', note, atlas.library.links)).toMatchObject({
      path: 'static/data/a.csv',
    });
    expect(atlas.library.tags.has('채널')).toBe(false);
  });
});

it('reads lines of code that VitePress and Starlight mark', async () => {
  const read = async (fence: string, code: string) => (await render(`${fence}\n${code}\n\`\`\``)).html;
  expect(await read('```js{1,3-4}', 'a')).toBe(
    '<code-lines data-lines="1,3,4"></code-lines>\n<pre><code class="language-js">a\n</code></pre>',
  );
  expect(await read('```ts:line-numbers {1}', 'a')).toContain('class="language-ts"');
  expect(await read('```js', 'a // [!code focus]\nb # [!code word:b]\nc <!-- [!code ++] -->')).toBe(
    '<code-lines data-lines="1,3"></code-lines>\n<pre><code class="language-js">a\nb\nc\n</code></pre>',
  );
  for (const [fence, code] of [
    ['```js', 'a\nb // [!code --]\nc // [!code ++]'],
    ['```js del={2} ins={3}', 'a\nb\nc'],
  ] as const)
    expect(await read(fence, code)).toBe(
      '<code-lines data-lines="2,3"></code-lines>\n<pre><code class="language-js">  a\n- b\n+ c\n</code></pre>',
    );
  expect(await read('```js ins={2-3}', 'a')).toContain('data-lines="2,3"');
  expect(await read('```bash Terminal', 'a')).toContain('<p class="code-title">Terminal</p>');
  expect(await read('```ts src/a.ts {1}', 'a')).toContain('<p class="code-title">src/a.ts</p>');
  expect(await read('```rust,editable', '# // later\n#\n#[a]\nfn b() {}\n#   c')).toBe(
    '<pre><code class="language-rust">#[a]\nfn b() {}\n</code></pre>',
  );
  expect(await read('```js live noInline', 'a')).not.toContain('code-title');
});

it('shows the pictures of GitBook, and lines of another note in VitePress', async () => {
  const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const { atlas, problems } = await openVault({
    '.gitbook.yaml': 'root: ./\n',
    '.gitbook/assets/a b.gif': pixel,
    '.gitbook/includes/c.md': '# 숨은 글\n',
    'a.md': '# 가\n\n![그림](<.gitbook/assets/a b.gif>)\n\n<!--@include: ./b.md{2,}-->\n',
    'b.md': '첫 줄\n둘째 줄\n',
  });
  expect(problems).toEqual([]);
  expect(atlas.library.notes).toHaveLength(2);
  expect(atlas.library.byId.get('a')?.outline.text).toContain('둘째 줄');
});

it('reads MDX by the attributes of its elements too', async () => {
  const { atlas } = await openVault({
    'a.md': '<ins style={{background: "#999"}} className="color-box" /> 회색\n',
    'b.md': '`<div className="a">` 와\n\n```jsx\n<div className="a">{x}</div>\n```\n\n{그대로}\n',
    'c.md': "import 알림 from './\\_n.mdx';\nimport Note from './\\_n.mdx';\n\n<Note />\n",
    '_n.mdx': '부분의 글\n',
  });
  const textOf = (id: string) => atlas.library.byId.get(id)?.outline.text;
  expect(textOf('a')).toBe('회색');
  expect(textOf('b')).toContain('{그대로}');
  expect(textOf('c')).toContain('부분의 글');
});

it('finds the pages of Logseq by their names', async () => {
  const { atlas, links } = await openVault({
    'pages/판___칸.md': '- [[판/둘]] [칸으로]([[판/둘]])\n',
    'pages/판___둘.md': '- 글 [[판/칸]]\n',
  });
  expect(links('pages/판___칸')).toEqual(['pages/판___둘.md', 'pages/판___둘.md']);
  expect(links('pages/판___둘')).toEqual(['pages/판___칸.md']);
  expect(atlas.library.notes.map(({ title }) => title).sort()).toEqual(['판/둘', '판/칸']);
});

it('calls pages of Logseq by their whole names, also those that no file can bear', async () => {
  const { atlas } = await openVault({
    'logseq/config.edn': '{}',
    'pages/판%2F왜%3F.md': '- [[판/둘]]\n',
    'pages/판___둘.md': '- [[판/왜?]] #[[판/왜?]] [[판/왜?|그]]\n',
  });
  expect(atlas.library.notes.map(({ title }) => title).sort()).toEqual(['판/둘', '판/왜?']);
  const { html } = await render('[[판/왜?]] #[[판/왜?]] [[판/왜?|그]] [x](wiki:%)', { isLogseq: true });
  expect(text(html)).toBe('판/왜? #판/왜? 그 x');
});

describe('links of Jekyll', () => {
  const files = {
    '_config.yml': 'collections:\n  docs:\n    output: true\n',
    '_docs/one.md':
      '한국어로 쓴 글이다 [a]({% post_url 2024-01-01-hello %}) [b](/old/two) [c](/guide/two/) [d](../_drafts/x.md)',
    '_docs/two.md': '---\npermalink: /guide/two/\nredirect_from: [/old/two]\n---\n한국어로 쓴 글이다',
    '_posts/2024-01-01-hello.md': '한국어로 쓴 글이다',
    '_drafts/x.md': '한국어로 쓴 글이다',
  };

  it('lead to posts, and to notes by the addresses that they had', async () => {
    const { links, problems } = await openVault(files);
    expect(links('_docs/one')).toEqual([
      '_posts/2024-01-01-hello.md',
      '_docs/two.md',
      '_docs/two.md',
      'private',
    ]);
    expect(problems).toHaveLength(1);
  });
});

it('shows what Jekyll’s parts of pages always say, and nothing of those that say nothing', async () => {
  const { atlas, problems } = await openVault({
    '_config.yml': 'title: 도구',
    '_includes/copy.html': '<label hidden class="x">copy</label><script>run()</script>',
    '_includes/desk.html': '<p>창구에\n<b>묻는다</b>.</p>\n<!-- 비밀 -->',
    '_includes/asks.html': '{{ include.x }}',
    'a.md':
      '한국어로 쓴 글이다\n{% include copy.html %}\n\n{% include desk.html %}\n\n`{% include copy.html %}` {% include asks.html %}',
  });
  expect(atlas.library.byId.get('a')?.outline.text.replace(/\s+/gu, ' ')).toBe(
    '한국어로 쓴 글이다 창구에 묻는다. {% include copy.html %} {% include asks.html %}',
  );
  expect(problems).toEqual([expect.stringMatching(/^a\.md:6:\d+ .*asks\.html/u)]);
});

describe('loops of Liquid', () => {
  it('are folded as they are written, with what they would repeat', async () => {
    const written =
      '글\n\n{% assign a = site.x %}\n{% for x in a %}\n{% if x.y %}\n* {{ x.name }}\n{% endif %}\n{% endfor %}\n\n끝';
    const { html, troubles } = await render(written);
    expect(html).toMatch(/^<p>글<\/p>\n<details>\n<summary>[^<]+<\/summary>\n<pre>/u);
    expect(html).toContain(
      '{% assign a = site.x %}\n{% for x in a %}\n{% if x.y %}\n* {{ x.name }}\n{% endif %}\n{% endfor %}\n</code>',
    );
    expect(html).toMatch(/<\/details>\n<p>끝<\/p>$/u);
    expect(troubles).toEqual([expect.stringMatching(/^3 .*Liquid/u)]);
  });

  it('leave the rows of their table that stand outside', async () => {
    const { html } = await render(
      '| a | b |\n|---|---|\n{% for r in x %}| {{ r.a }} | {{ r.b }} |\n{% endfor %}\n| 가 | 나 |',
    );
    expect(text(html.replace(/<details>[^]*/u, ''))).toBe('a b 가 나');
    expect(html).toContain('{% for r in x %}| {{ r.a }}');
  });

  it.each([
    '{% for a in b %} 글 안',
    '글 {% for a in b %}x{% endfor %}',
    '{% endfor %}\n\n{% if a %}\n\n글\n\n{% endif %}',
  ])('stay text where they do not end or are in a sentence: %j', async (written) => {
    const { html } = await render(written);
    expect(html).not.toContain('<details>');
    expect(text(html)).toBe(written.replace(/\s+/gu, ' '));
  });

  it('are found in bounded time', async () => {
    for (const part of ['{% for a in b %}\n\n', '{% assign a = b %}\n\n', '| {% for a in b %} |\n'])
      expect(await secondsOf(() => render(part.repeat(20_000 / part.length)))).toBeLessThan(5);
  });
});

describe('the boxes of Jekyll’s themes', () => {
  it.each([
    ['> 몸\n{: .prompt-tip }', '도움말', 'tip'],
    ['몸\n{: .notice--warning}', '주의', 'warning'],
    ['{: .important }\n몸', '중요', 'tip'],
    ['{: .note }\n> 몸', '알아 두기', 'note'],
  ])('reads %j', async (written, title, look) => {
    expect((await render(`${written}\n\n뒤`)).html).toBe(
      `<aside class="callout callout-${look}" aria-label="${title}">\n<p class="callout-title">${title}</p>\n<p>몸</p>\n</aside>\n<p>뒤</p>`,
    );
  });

  it('takes out attributes at the end of a block, and the list that asks for contents', async () => {
    expect((await render('글\n{: .text-center }\n\n* 차례\n{:toc}\n\n`{: .note }` 끝')).html).toBe(
      '<p>글</p>\n<p><code>{: .note }</code> 끝</p>',
    );
  });
});

describe('definitions, icons, keys and abbreviations', () => {
  it('keep a list together that is a definition', async () => {
    const of = async (body: string) => (await render(body)).html.replace(/\n/gu, '');
    expect(await of('말\n:   1. 가\n    2. 나\n\n    3. 다\n\n뒤')).toMatch(
      /^<dl><dt>말<\/dt><dd><ol><li><p>가<\/p><\/li><li><p>나<\/p><\/li><li><p>다<\/p><\/li><\/ol><\/dd><\/dl><p>뒤/u,
    );
    expect(await of('말\n: - **가**\n    - 나\n  - 다\n\n새 말\n: 뜻')).toBe(
      '<dl><dt>말</dt><dd><ul><li><strong>가</strong><ul><li>나</li></ul></li><li>다</li></ul></dd><dt>새 말</dt><dd>뜻</dd></dl>',
    );
    expect(await of('말\n: 1. 가\n: 2. 나')).toContain('<dd>1. 가</dd><dd>2. 나</dd>');
  });

  it.each([
    [
      '이름\n:   뜻 **하나**\n: 둘\n\n다른 이름\n: 셋\n이어진 줄\n\n글',
      '<dl><dt>이름</dt><dd>뜻 <strong>하나</strong></dd><dd>둘</dd><dt>다른 이름</dt><dd>셋\n이어진 줄</dd></dl>\n<p>글</p>',
    ],
    [
      '`이름`\n\n:   뜻\n\n:   둘째 뜻\n\n다른 이름\n\n: 셋\n\n글',
      '<dl><dt><code>이름</code></dt><dd>뜻</dd><dd>둘째 뜻</dd><dt>다른 이름</dt><dd>셋</dd></dl>\n<p>글</p>',
    ],
    ['한 문장이다.\n\n: 쌍점으로 여는 줄', '<p>한 문장이다.</p>\n<p>: 쌍점으로 여는 줄</p>'],
    ['글: 쌍점\n- 목록', '<p>글: 쌍점</p>\n<ul>\n<li>목록</li>\n</ul>'],
    [': 쌍점으로 여는 줄', '<p>: 쌍점으로 여는 줄</p>'],
    [
      'Use :material-pencil-outline: to edit, ++ctrl+alt+"x"++ to end',
      '<p>Use <em>pencil</em> to edit, <kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>X</kbd> to end</p>',
    ],
    ['- :octicons-heart-fill-24:{ .heart } [글](a.md)', '<ul>\n<li><a href="a.md">글</a></li>\n</ul>'],
    ['a++b++c, i++k++와 C++a++', '<p>a++b++c, i++k++와 C++a++</p>'],
    ['++enter++를 누른다', '<p><kbd>Enter</kbd>를 누른다</p>'],
    ['[:simple-github:](https://e.org)', '<p><a href="https://e.org"><em>github</em></a></p>'],
    [
      '- :material-check-circle: tests\n- :octicons-x-16: Docs\n- :simple-x: us',
      '<ul>\n<li>✓ tests</li>\n<li>✗ Docs</li>\n<li><em>x</em> us</li>\n</ul>',
    ],
    [':material-check: :material-close:', '<p><em>check</em> <em>close</em></p>'],
    ['`:material-pencil:` ++a lot++ i++ + ++j', '<p><code>:material-pencil:</code> ++a lot++ i++ + ++j</p>'],
    [
      'HTML과 XHTML\n\n*[HTML]: 하이퍼텍스트 표시 언어',
      '<p><abbr title="하이퍼텍스트 표시 언어">HTML</abbr>과 XHTML</p>',
    ],
    ['글.\n\n*[CSS]: 모양', '<p>글.</p>\n<p>*[CSS]: 모양</p>'],
    ['CSS다.\n\n*[CSS]: 모양', '<p><abbr title="모양">CSS</abbr>다.</p>'],
    ['글 (1)\n{ .annotate }\n\n1. 풀이', '<p>글 (1)</p>\n<ol>\n<li>풀이</li>\n</ol>'],
  ])('reads %j', async (written, html) => {
    expect(await render(written)).toEqual({ html, troubles: [] });
  });
});

it('says that a file of an mdBook is not put in', async () => {
  const { html, troubles } = await render('글\n\n{{#include ../a.rs:2:3}}');
  expect(html).toContain('{{#include ../a.rs:2:3}}');
  expect(troubles).toEqual([expect.stringMatching(/^3 .*\{\{#include/u)]);
});

describe('attributes in braces', () => {
  it.each([
    [
      '![글](https://e.org/a.png){ width="300" align=left } 뒤',
      '<img src="https://e.org/a.png" alt="글" width="300"> 뒤',
    ],
    [
      '![글](https://e.org/a.png){:height 30, :width 40}',
      '<img src="https://e.org/a.png" alt="글" width="40" height="30">',
    ],
    ['[글](https://e.org){:target="_blank"}을', '<a href="https://e.org">글</a>을'],
    ['[글](https://e.org){ .md-button .md-button--primary }', '<a href="https://e.org">글</a></p>'],
    ['`a`{.js} **b**{: #x }', '<code>a</code> <strong>b</strong></p>'],
    ['글\n\n{: .no_toc }\n\n뒤', '<p>글</p>\n<p>뒤</p>'],
  ])('leave %s', async (written, shown) => {
    const { html, troubles } = await render(written);
    expect(html).toContain(shown);
    expect(troubles).toEqual([]);
  });

  it('are found in no more time than their text is long', async () => {
    const lists = [`{: ${'a=aa'.repeat(400)}"`, `{: ${'.a'.repeat(400)}"`, `{:${' '.repeat(9000)}"`];
    const seconds = await secondsOf(async () => {
      for (const list of lists) expect(text((await render(`글\n${list}`)).html)).toContain('글 {:');
    });
    expect(seconds).toBeLessThan(5);
  });

  it('may stand without blanks between classes', async () => {
    expect((await render('글\n{:.a.b#c}\n\n{: .note .b }\n뒤')).html).toMatch(/^<p>글<\/p>\n<aside/u);
  });

  it.each(['## 집합 {n=1}', '꼴은 이렇다\n{key=value}', '**S**{i=1}'])(
    'are text where they may be mathematics or code: %j',
    async (written) => {
      expect(text((await render(written)).html)).toContain(/\{.*\}/u.exec(written)?.[0]);
    },
  );

  it.each(['글 {글}', '`f`{x}', '**a**{ b c }', '[글](https://e.org) {x=1}', '{: 글 }'])(
    'are text in %j',
    async (written) => {
      expect(text((await render(written)).html)).toBe(written.replace(/[`*]|\[|\]\([^)]*\)/gu, ''));
    },
  );

  it('name the sections of headings', async () => {
    const { atlas } = await openVault({
      'a.md':
        '## 절 { #chosen data-toc-label="딴말" }\n\n글\n\n## 둘 {: .no_toc }\n\n글\n\n## 셋 {글}\n\n글\n\n## 넷 ## {: #closed-1.2 }\n\n글\n\n## C# { #sharp }\n\n글\n\n## 여섯 [toc] [#chosen-6]\n\n글\n\n## 고침 [#123]\n\n글\n',
    });
    expect((await render('## 여섯 [#six]\n\n글', { isVault: true })).html).toContain('여섯 [#six]');
    const sections = atlas.library.byId
      .get('a')
      ?.outline.sections.map(({ text: title, chosenId }) => [title, chosenId]);
    expect(sections?.filter(([title]) => title)).toEqual([
      ['절', 'chosen'],
      ['둘', undefined],
      ['셋 {글}', undefined],
      ['넷', 'closed-1.2'],
      ['C#', 'sharp'],
      ['여섯', 'chosen-6'],
      ['고침 [#123]', undefined],
    ]);
  });
});

describe('Hugo', () => {
  it('leads to a page however its file is written', async () => {
    const { links, problems } = await openVault({
      'methods/Next.md': '# Next\n[a](/methods/prev/) [b](prev.md) [c](/methods/) {{% include "x" %}}',
      'methods/Prev.md': '# Prev\n[a](NEXT.md#next) [b](/none/)',
      'methods/index.md': '# Methods',
      'two/a.md': '# a',
      'two/A.md': '# A\n[a](/two/a/)',
    });
    expect(links('methods/Next')).toEqual(['methods/Prev.md', 'methods/Prev.md', 'methods/index.md']);
    expect(links('methods/Prev')).toEqual(['methods/Next.md#next', 'missing']);
    expect(links('two/A')[0]).toBe('two/a.md');
    expect(problems.filter((problem) => problem.includes('Liquid'))).toEqual([]);
  });
});

describe('VitePress', () => {
  it('reads a page with a script as Markdown, and elements that end in themselves', async () => {
    const { atlas, problems } = await openVault({
      'a.md':
        '# A\n\n<script setup>\nimport Box from \'./Box.vue\'\nconst x = { a: 1 }\n</script>\n\nText with {braces here}.\n\n## Part <sup class="badge" />\n\nNew<sup class="badge"/> and <i class="icon" /> done\n',
    });
    const note = atlas.library.byId.get('a');
    expect(note?.format).toBe('md');
    expect(note?.outline.text).toContain('Text with {braces here}.');
    expect(note?.outline.text).toMatch(/New and\s+done/u);
    expect(note?.outline.sections.map(({ text: title }) => title.trim())).toContain('Part');
    expect(problems.filter((problem) => !problem.includes('<script>'))).toEqual([]);
  });

  it.each([
    ['::: info [a](b.md) 뒤\n글\n:::', 'a 뒤 글'],
    ['::: info [제목] 뒤\n글\n:::', '[제목] 뒤 글'],
    [':::info[제목]\n글\n:::', '제목 글'],
    [':::info[제목] {#id}\n글\n:::', '제목 글'],
  ])('reads %j', async (written, said) => {
    const { html, troubles } = await render(written);
    expect(html).toContain('<aside class="callout callout-note"');
    expect(text(html)).toBe(said);
    expect(troubles).toEqual([]);
  });
});

it('says what it finds before it knows the language in that language', async () => {
  const { problems } = await openVault({
    'a.md': '# A\nEnglish words stand here.',
    'b.base': 'x',
    'c.canvas': 'no',
  });
  expect(problems.filter((problem) => /[가-힣]/u.test(problem))).toEqual([]);
  expect(problems).toHaveLength(2);
});

it('keeps words apart where a line is broken', async () => {
  const { atlas } = await openVault({ 'a.md': '# 제목\n첫째 줄은 여기에 있다  \n둘째 줄도 있다.' });
  expect(atlas.library.notes[0]?.summary).toBe('첫째 줄은 여기에 있다 둘째 줄도 있다.');
});

describe('Logseq', () => {
  const id = '64a1b2c3-1111-2222-3333-444455556666';

  it('takes what a page says of itself, and hides what Logseq writes for itself', async () => {
    const { atlas, links, problems } = await openVault({
      'pages/가___나.md': `title:: 물음\nalias:: 질문, [[의문]]\ntags:: [[검색]], 색인\ndescription:: 찾는 말이다.\ntype:: [[도구]]\n\n- 첫째\n  id:: ${id}\n  collapsed:: true\n\t- 둘째\n\t  created-at:: 1609230242742\n- [[의문#^${id}]] [[도구]]`,
      'pages/도구.md': '- 글 key:: value\n- std::move',
    });
    const note = atlas.library.byId.get('pages/가___나');
    expect(note).toMatchObject({
      title: '물음',
      aliases: ['질문', '의문'],
      tags: ['검색', '색인'],
      summary: '찾는 말이다.',
    });
    expect(note?.outline.anchors).toContain(`^${id}`);
    expect(links('pages/가___나')).toEqual(['pages/도구.md', `pages/가___나.md#^${id}`, 'pages/도구.md']);
    expect(problems).toEqual([]);
  });

  it('reads its blocks as boxes and code', async () => {
    const { html, troubles } = await render(
      readTemplateTags(
        '- #+BEGIN_TIP\n  글 **굵게**\n  #+END_TIP\n- 뒤\n\n#+BEGIN_SRC js\n#+BEGIN_NOTE\nx\n#+END_SRC\n\n#+BEGIN_NOTE\n끝이 없다',
      ),
    );
    expect(html).toContain('<li>\n<aside class="callout callout-tip"');
    expect(html).toContain('<p>글 <strong>굵게</strong></p>');
    expect(html).toContain('<pre><code class="language-js">#+BEGIN_NOTE\nx\n</code></pre>');
    expect(html).toContain('#+BEGIN_NOTE\n끝이 없다');
    expect(troubles).toEqual([]);
  });

  it('reads what its macros say, and leaves those in code', () => {
    expect(
      readTemplateTags(
        '{{video https://a.example/v?x=1}} {{cloze 사과 \\\\ 빨강}} {{embed [[나]]}} `{{cloze 가}}` {{query x}}',
      ),
    ).toBe('<https://a.example/v?x=1> 사과 ![[나]] `{{cloze 가}}` {{query x}}');
    expect(readTemplateTags('{{youtube-timestamp 83}} 글 {{youtube-timestamp 3723}}')).toBe(
      '1:23 글 1:02:03',
    );
    expect(readTemplateTags(`![[((${id}))]] ((${id}))`)).toBe(`![[((${id}))]] [[((${id}))]]`);
  });

  it('leads to blocks by their ids, says what they say, and embeds them', async () => {
    const files = {
      'a.md': `앞 ((${id})) 뒤\n\n[말](((${id})))\n\n{{embed ((${id}))}}\n\n((64a1b2c3-0000-2222-3333-444455556666))`,
      'b.md': `- 블록의 **말**\n  id:: ${id}\n\t- 속`,
      'c.md': `---\ndraft: true\n---\n- 비밀\n  id:: 64a1b2c3-0000-2222-3333-444455556666`,
    };
    const { atlas, links, problems } = await openVault(files);
    const note = atlas.library.byId.get('a');
    expect(links('a').slice(0, 3)).toEqual(Array(3).fill(`b.md#^${id}`));
    const { html } = await render(note?.body ?? '', { ...atlas.flavour, path: 'a.md' });
    expect(text(html)).toMatch(/^앞 블록의 말 뒤 말 b 블록의 말 속 다른 노트/u);
    expect(html).not.toContain('비밀');
    expect(problems).toEqual([expect.stringMatching(/^a\.md:7:3 .*싣지 않는 노트/u)]);
  });

  it('reads the blocks of Notion, whose texts have no empty lines', async () => {
    const written =
      '<callout icon="a" color="blue_bg">\n\t**말**\n\t- 하나\n</callout>\n## 절\n글\n<empty-block/>\n<table header-row="true">\n<tr>\n<td>칸 **굵게**</td>\n<td>a|b</td>\n</tr>\n</table>\n## 둘\n```\n<callout>\n</table>\n```';
    const body = readTemplateTags(written);
    expect(body.split('\n')).toHaveLength(written.split('\n').length);
    const { html } = await render(body);
    expect(html).toMatch(/<aside[^]*<strong>말<\/strong>[^]*<li>하나<\/li>[^]*<\/aside>\s*<h\d>절<\/h\d>/u);
    expect(html).toMatch(/<table[^]*칸 <strong>굵게<\/strong>[^]*a\|b[^]*<\/table>\s*<h\d>둘<\/h\d>/u);
    expect(html).toContain('&#x3C;callout>\n&#x3C;/table>');
    expect(readTemplateTags('<callout>은 글이다')).toBe('<callout>은 글이다');
  });

  it('makes headings of blocks that say that they are', async () => {
    const { html } = await render(
      '- 큰 것\n  heading:: true\n  id:: 5\n\t- 작은 것\n\t  heading:: 3\n\t- 글\n\t  heading:: 아니다',
    );
    expect(html).toMatch(/<li>\s*<h\d>큰 것<\/h\d>[^]*<h\d>작은 것<\/h\d>/u);
    expect(html).toContain('<strong>id:</strong> 5');
    expect(html).toContain('<strong>heading:</strong> 아니다');
    expect(text(html)).not.toMatch(/heading:? (?:true|3)/u);
  });

  it('reads a table right below a quote as none of its lines', async () => {
    const rows = '| 가 | 나 |\n| --- | --- |\n| 다 | 라 |\n';
    for (const quote of ['> 글', '> [!note]\n> 글', '> 글\n글']) {
      const { html } = await render(`${quote}\n${rows}\n끝`);
      expect(html).toMatch(/<\/(?:blockquote|aside)>\s*<table>.*<td>라<\/td>.*<\/table>\s*<p>끝/su);
      expect(html).not.toMatch(/\||---/u);
    }
    expect((await render('> 가\n| 나\n| -\n')).html).toContain('| -</p>');
  });

  it('reads a table whose line of dashes, or rows, have a bar too many', async () => {
    const { html } = await render('|가|나|\n|:-:||:-:|\n|다 `a`| |\n||라||\n');
    expect(html.match(/<t[hd]>.*?<\/t[hd]>/gu)).toEqual([
      ...[
        '<th>가</th>',
        '<th>나</th>',
        '<td>다 <code>a</code></td>',
        '<td></td>',
        '<td></td>',
        '<td>라</td>',
      ],
    ]);
    expect((await render('| 가 | 나 |\n| 다 |\n')).html).toContain('<p>| 가');
  });

  it('reads tables without dashes, in a graph with rows of any length', async () => {
    const written = '- 앞\n\n  | 가 | 나 |\n  | `a` | **b** c |\n\n| 하나 | 둘 |';
    expect((await render(written, { isLogseq: true })).html).toMatch(
      /<th>가\s*<\/th>\s*<th>나\s*<\/th>[^]*<td><code>a<\/code>\s*<\/td>\s*<td><strong>b<\/strong> c\s*<\/td>[^]*<p>\| 하나 \| 둘 \|<\/p>/u,
    );
    expect((await render(written)).html).toMatch(/<th>가[^]*<p>\| 하나 \| 둘 \|<\/p>/u);
    const others = ['| 가 | 나 |\n| a |', '|x|는\n|y|는', '| 가 | 나 |\n말 | 글 |', '|x|\n|y|'];
    for (const other of others) expect((await render(other)).html).not.toContain('<table');
    expect((await render('| 가 | 나 |\n| --- | --- ---|\n| a | b |')).html).not.toContain('--');
    const uneven = await render('| 가 | 나 |\n| --- | --- | --- |\n| a | b |', { isLogseq: true });
    expect(uneven.html).toContain('<td>b</td>');
    expect(uneven.html).not.toContain('--');
  });

  it('keeps every other line, on its own and with its key set off', async () => {
    const { html } = await render('앞\ntype:: 도구\nurl:: https://a.example\n뒤 `x::y`\n뒷줄\n\nid:: 5');
    expect(html).toContain('<p>앞<br>\n<strong>type:</strong> 도구<br>\n<strong>url:</strong> ');
    expect(html).toContain('<br>\n뒤 <code>x::y</code>\n뒷줄</p>\n<p><strong>id:</strong> 5</p>');
  });
});
