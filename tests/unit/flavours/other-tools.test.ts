import { describe, expect, it } from 'vitest';
import { readFencedDivs } from '../../../src/flavours/fenced-divs.ts';
import { adaptFlavours } from '../../../src/flavours/index.ts';
import { readTemplateTags } from '../../../src/flavours/template-tags.ts';
import { parseMarkdown } from '../../../src/markdown/parse-note.ts';
import { buildNavigation, type NavItem } from '../../../src/knowledge/navigation.ts';
import { render } from './render.ts';
import { openVault } from './vault.ts';

const html = async (written: string, flavour = {}) =>
  (await render(readFencedDivs(written), flavour)).html.replace(/\n/gu, '');
const aside = (look: string, title: string, body: string) =>
  `<aside class="callout callout-${look}" aria-label="${title}"><p class="callout-title">${title}</p>${body}</aside>`;

describe('names of emoji', () => {
  it.each([
    ['좋아요 :smile: 끝', '좋아요 😄 끝'],
    [':+1::tada: :100:', '👍🎉 💯'],
    ['10:30:45 a:b:c std::smile::x http://a:smile:b', '10:30:45 a:b:c std::smile::x '],
    [':no_such_name: 시간:smile:분', ':no_such_name: 시간:smile:분'],
  ])('%s', async (written, shown) => {
    expect(await html(written)).toContain(shown);
  });

  it('stay in code', async () => {
    expect(await html('`:smile:`')).toBe('<p><code>:smile:</code></p>');
  });
});

describe('text below and above the line', () => {
  it.each([
    ['H~2~O', 'H<sub>2</sub>O'],
    ['P~max~는 x^2^ + 10^-3^', 'P<sub>max</sub>는 x<sup>2</sup> + 10<sup>-3</sup>'],
    ['2^nd^ m^2^', '2<sup>nd</sup> m<sup>2</sup>'],
    ['3~5개, 10~20, 1~3~5 ~~지움~~', '3~5개, 10~20, 1~3~5 <del>지움</del>'],
    ['가~나~다 A~B~C x^2 + y^2 a^b^c', '가~나~다 A~B~C x^2 + y^2 a^b^c'],
    ['~/a ~/b 약 ~10 ^위^', '~/a ~/b 약 ~10 ^위^'],
  ])('%s', async (written, shown) => {
    expect(await html(written)).toBe(`<p>${shown}</p>`);
  });

  it('is struck out between single tildes in documentation', async () => {
    const written = 'H~2~O ~지운 말~. `a` — ~gone~, 3~5개 ~ 10개 ~/a ~b';
    const shown = 'H<sub>2</sub>O <del>지운 말</del>. <code>a</code> — <del>gone</del>, 3~5개 ~ 10개 ~/a ~b';
    expect(await html(written, { isDocumentation: true })).toBe(`<p>${shown}</p>`);
  });

  it('stand as they are written in a vault', async () => {
    expect(await html('H~2~O x^2^', { isVault: true })).toBe('<p>H~2~O x^2^</p>');
  });
});

describe('tasks of other states', () => {
  it('say their state', async () => {
    const shown = await html('- [-] 가\n- [/] 나\n- [>] 다\n- [!] 라\n- [1] 문헌\n- [a](b.md)');
    for (const [state, text] of ['취소 가', '진행 중 나', '미룸 다', '중요 라'].map((each) => [
      each.slice(0, -2),
      each.slice(-1),
    ]))
      expect(shown).toContain(
        `<li class="task-list-item"><input type="checkbox" disabled> <em>${state}</em> ${text}</li>`,
      );
    expect(shown).toContain('<li>[1] 문헌</li>');
    expect(shown).toContain('<li><a href="b.md">a</a></li>');
  });

  it('are done with any other sign in a vault, and text elsewhere', async () => {
    expect(await html('- [*] 별', { isVault: true })).toContain('checked disabled> 별');
    expect(await html('- [*] 별')).toContain('<li>[*] 별</li>');
  });
});

describe('sizes of images', () => {
  it.each([
    ['![글](a.png =100x20)', '<img src="a.png" alt="글" width="100" height="20">'],
    ['![](a.png =100x)', '<img src="a.png" alt="" width="100">'],
    ['![](a.png "제목" =x40)', '<img src="a.png" alt="" height="40">'],
    ['![](a.png =50%x)', '<img src="a.png" alt="">'],
    ['![](a.png = b)', '![](a.png = b)'],
  ])('%s', async (written, shown) => {
    expect(await html(written)).toBe(`<p>${shown}</p>`);
  });
});

describe('definitions', () => {
  it('stand alone in documentation, where a comment is their term', async () => {
    const written = '<!-- option: a -->\n\n:   뜻\n\n:   !!! note\n\n        몸';
    expect(await html(written, { isDocumentation: true })).toMatch(
      /^<dl><dd>뜻<\/dd><dd><aside class="callout callout-note"[^]*<p>몸<\/p><\/aside><\/dd><\/dl>$/u,
    );
    expect(await html(':   뜻')).toBe('<p>:   뜻</p>');
  });

  it('hold the blocks that are indented below them', async () => {
    const written = '용어\n:   첫\n\n    둘째 [글](a.md)\n\n        코드\n\n    - 가\n\n끝\n\n    진짜';
    expect(await html(written)).toBe(
      '<dl><dt>용어</dt><dd><p>첫</p><p>둘째 <a href="a.md">글</a></p><pre><code>코드</code></pre><ul><li>가</li></ul></dd></dl><p>끝</p><pre><code>진짜</code></pre>',
    );
  });
});

describe('divisions of Pandoc and Quarto', () => {
  it.each([
    ['::: {.callout-note}\n몸\n:::', aside('note', '알아 두기', '<p>몸</p>')],
    ['::: {.callout-tip title="제목" collapse="true"}\n몸\n:::', aside('tip', '제목', '<p>몸</p>')],
    ['::: {#id .callout-warning}\n\n## 제목 {.x}\n\n몸\n:::', aside('warning', '제목', '<p>몸</p>')],
    ['::::: {.note} :::::\n몸\n:::::', aside('note', '알아 두기', '<p>몸</p>')],
    ['가\n\n:::: {.columns}\n::: {.column width="50%"}\n왼\n:::\n::::\n\n나', '<p>가</p><p>왼</p><p>나</p>'],
    ['::: {.callout-note}\n::: {.x}\n안\n:::\n밖\n:::', aside('note', '알아 두기', '<p>안</p><p>밖</p>')],
    ['::: {.hidden}\n**숨김**\n:::\n보임', '<p>보임</p>'],
    ['```{=html}\n<b>굵</b>\n```', '<p><b>굵</b></p>'],
    ['[글 **굵게**]{.smallcaps} 뒤', '<p>글 <strong>굵게</strong> 뒤</p>'],
    ['```\n::: {.callout-note}\n```', '<pre><code>::: {.callout-note}</code></pre>'],
    ['```{r}\n1\n```', '<pre><code class="language-r">1</code></pre>'],
    [
      '```{.python filename="a.py"}\n1\n```',
      '<p class="code-title">a.py</p><pre><code class="language-python">1</code></pre>',
    ],
  ])('%j', async (written, shown) => {
    expect(await html(written)).toBe(shown);
  });

  it('make tabs of headings', async () => {
    const written = '::: {.panel-tabset}\n## 하나\n가\n\n### 작은\n\n## 둘\n나\n:::';
    expect(await html(written)).toMatch(
      /^<div class="tabs"><section class="tab" aria-label="하나"><p class="tab-title">하나<\/p><p>가<\/p><h2>작은<\/h2><\/section><section class="tab" aria-label="둘">/u,
    );
  });
});

describe('directives of MyST', () => {
  it.each([
    [
      '> ```{note} 제목 {말}\n> :name: a\n> 몸\n> ```',
      `<blockquote>${aside('note', '제목 {말}', '<p>몸</p>')}</blockquote>`,
    ],
    [
      '- ```{note} 제목\n  몸\n  ```\n- ```js\n  코드\n  ```\n\n```{tip}\n끝\n```',
      `<ul><li>${aside('note', '제목', '<p>몸</p>')}</li><li><pre><code class="language-js">코드</code></pre></li></ul>${aside('tip', '도움말', '<p>끝</p>')}`,
    ],
    ['```ad-tip\ntitle: 제목 {말}\nicon: a\n\n몸\n```', aside('tip', '제목 {말}', '<p>몸</p>')],
    ['```ad-tip 제목 {말}\n몸\n```', aside('tip', '제목 {말}', '<p>몸</p>')],
    [
      '```{exhibit} 제목\n몸\n```',
      '<p class="code-title">제목</p><pre><code class="language-exhibit">몸</code></pre>',
    ],
    ['~~~ad-mine\ntitle:\n몸\n~~~', aside('note', 'Mine', '<p>몸</p>')],
    ['```ad-bug\ncollapse: closed\n몸\n```', '<details><summary>버그</summary><p>몸</p></details>'],
    ['````md\n```ad-bug\n몸\n```\n````', '<pre><code class="language-md">```ad-bug몸```</code></pre>'],
    ['```{note}\n몸 **굵게**\n```', aside('note', '알아 두기', '<p>몸 <strong>굵게</strong></p>')],
    ['```{admonition} 제목\n:class: tip\n몸\n```', aside('tip', '제목', '<p>몸</p>')],
    ['::::{tip}\n:::{note}\n안\n:::\n::::', aside('tip', '도움말', aside('note', '알아 두기', '<p>안</p>'))],
    [
      '```{figure} a.png\n---\nname: a\nalt: 그림\n---\n글\n```',
      '<p><img src="a.png" alt="그림"></p><p>글</p>',
    ],
    [
      ':::{figure-md} fig-a\n:class: wide\n\n![그림](a.png)\n\n글\n:::',
      '<p><img src="a.png" alt="그림"></p><p>글</p>',
    ],
    [
      '```{code-block} python\n:linenos:\nx = 1\n```',
      '<pre><code class="language-python">x = 1</code></pre>',
    ],
    [
      '```{toctree}\n:maxdepth: 2\nintro\n글 <a/b>\n```',
      '<ul><li><a href="intro.md">intro</a></li><li><a href="a/b.md">글</a></li></ul>',
    ],
    ['```{dropdown} 더\n몸\n```', '<details><summary>더</summary><p>몸</p></details>'],
    [
      '```{include} ../a.md\n```',
      '<p class="code-title">{include} ../a.md</p><pre><code class="language-text"></code></pre>',
    ],
    [
      'H{sub}`2`O {kbd}`Ctrl` {doc}`글 <a>` {term}`말` {nobody}`x`',
      '<p>H<sub>2</sub>O <kbd>Ctrl</kbd> <a href="a.md">글</a> 말 {nobody}<code>x</code></p>',
    ],
  ])('%j', async (written, shown) => {
    expect(await html(written)).toBe(shown);
  });

  it('keep every line in its place', () => {
    const written = '(가)=\n## 제목\n\n```{note}\n:class: a\n\n몸\n```\n\n끝';
    expect(readFencedDivs(written).split('\n')).toHaveLength(written.split('\n').length);
    expect(readFencedDivs('(a-b)=\n## 제목')).toBe('\n## 제목 {#a-b}');
  });
});

it('calls links without words what they lead to', async () => {
  expect(await html('[](#a-b) [](x/글.md) [](https://a.b)\n\n(a-b)=\n## 제목')).toBe(
    '<p><a href="#a-b">제목</a> <a href="x/%EA%B8%80.md">글</a> <a href="https://a.b">https://a.b</a></p><h2>제목</h2>',
  );
});

describe('boxes of MkDocs', () => {
  it('stand in definitions, and may be empty where they have a title', async () => {
    expect(await html('`x`\n\n:   !!! note\n\n        글')).toBe(
      `<dl><dt><code>x</code></dt><dd>${aside('note', '알아 두기', '<p>글</p>')}</dd></dl>`,
    );
    expect(await html('=== "빈 탭"\n\n글')).toContain('<p class="tab-title">빈 탭</p>');
    expect(await html('!!! note\n\n글')).toBe('<p>!!! note</p><p>글</p>');
  });
});

it('opens what HackMD hides, and leaves the text of what only switches a tool off', async () => {
  expect(await html(':::spoiler 더\n글\n:::')).toBe('<details><summary>더</summary><p>글</p></details>');
  expect(await html('::: v-pre\n글\n:::')).toBe('<p>글</p>');
});

it.each([
  ['[[#가|**가** 나]]', '가 나'],
  ['[[#<font color="#ffc000">가</font>|<font color="#ffc000">가</font>]]', '가'],
  ['[[#\\[build\\]|\\[build\\]]]', '[build]'],
  ['[[a|2 * 3 == 6]]', '2 * 3 == 6'],
])('shows the words of %s', async (written, shown) => {
  expect(await html(written)).toContain(`>${shown}</a>`);
});

it('reads links to notes of days', async () => {
  expect(await html('[[2026-02-23]] [[2026-02]] [[1, 2]] [[1-2]]')).toBe(
    '<p><a href="wiki:2026-02-23">2026-02-23</a> <a href="wiki:2026-02">2026-02</a> [[1, 2]] [[1-2]]</p>',
  );
});

describe('exports of Notion', () => {
  const [home, folder, child, list] = ['a', 'b', 'c', 'd'].map((sign) => sign.repeat(32));
  it('lose the digits of their names, and keep their links and tables', async () => {
    const { atlas, links, problems } = await openVault({
      [`홈 ${home}.md`]: `# 홈\n\n[방](${encodeURI(`방 ${folder}/작은 ${child}.md`)}) [할 일](${encodeURI(`할 일 ${list}.csv`)})`,
      [`방 ${folder}/작은 ${child}.md`]: '글이다.',
      [`할 일 ${list}.csv`]: '\uFEFF이름,메모\n장보기,"사과, 배"\n| 줄,\n',
      [`할 일 ${list}_all.csv`]: '이름,메모\n',
      [`할 일/장보기 ${child}.md`]: '# 장보기',
    });
    expect(problems).toEqual([]);
    expect(atlas.library.notes.map(({ title, address }) => [title, address]).sort()).toEqual(
      [
        ['홈', '홈'],
        ['작은', '방/작은'],
        ['할 일', '할 일'],
        ['장보기', '할 일/장보기'],
      ].sort(),
    );
    expect(links(`홈 ${home}`)).toEqual([`방 ${folder}/작은 ${child}.md`, `할 일 ${list}.csv`]);
    const table = atlas.library.notes.find(({ title }) => title === '할 일');
    expect(table?.body).toContain('| [장보기](<할 일/장보기');
    expect(table?.body).toContain('| \\| 줄 |  |');
  });

  it('keep the row of a held page to themselves', async () => {
    const { atlas } = await openVault({
      [`할 일 ${list}.csv`]: '이름,메모\n장보기,사과\n몰래,비밀말\n',
      [`할 일/장보기 ${child}.md`]: '# 장보기',
      [`할 일/몰래 ${home}.md`]: '---\ndraft: true\n---\n# 몰래',
    });
    const table = atlas.library.notes.find(({ title }) => title === '할 일');
    expect(table?.body).toContain('장보기');
    expect(table?.body).not.toMatch(/몰래|비밀말/u);
  });
});

describe('what MkDocs takes from code', () => {
  const plain = async (written: string, flavour = {}) =>
    (await render(written, flavour)).html.replace(/\n/gu, '');
  it('is shown by its name', async () => {
    const { html: shown, troubles } = await render(
      '글\n\n::: boat.Hull\n    options:\n        members: false\n\n::: boat.sail\n::: boat.mast\n\n:::note\n안\n:::',
    );
    expect(shown).toContain(
      '<p><code>boat.Hull</code></p>\n<p><code>boat.sail</code></p>\n<p><code>boat.mast</code></p>',
    );
    expect(shown).not.toMatch(/options|:::/u);
    expect(troubles).toHaveLength(1);
    const { atlas } = await openVault({ 'a.md': '# ::: boat.Hull\n\n글' });
    expect(atlas.library.notes[0]?.title).toBe('boat.Hull');
  });
  it('is no line of prose', async () => {
    expect(await plain('::: boat.Hull 는 배다.')).toContain('::: boat.Hull');
  });
  it('leaves the words of references to it where a plugin writes them', async () => {
    const written =
      '[`Hull`][boat.Hull]과 [`mast`][], [돛][boat.sail], [일][], [x][0], a[i][j] [있음][b]\n\n[b]: c.md';
    expect(await plain(written, { hasAutorefs: true })).toMatch(
      /^<p><code>Hull<\/code>과 <code>mast<\/code>, 돛, 일, \[x\]\[0\], a\[i\]\[j\] <a href="c.md">/u,
    );
    expect(await plain(written)).toContain('][boat.Hull]');
    const mixed = '[`Hull`s][boat.Hull], [`a` b][c], [`__x__`][boat.__x__]의 [-O][], [한 말][두 말] [21][22]';
    expect(await plain(mixed, { hasAutorefs: true })).toBe(
      '<p><code>Hull</code>s, <code>a</code> b, <code>__x__</code>의 -O, 한 말 [21][22]</p>',
    );
    const module = await plain('::: boat\n    options:\n        a: 1\n\n## 절\n\n:::tip\n안\n:::', {
      hasAutorefs: true,
    });
    expect(module).toMatch(/^<p><code>boat<\/code><\/p><h2>절<\/h2><aside/u);
    const { problems } = await openVault(
      {
        'mkdocs.yml': 'plugins:\n- search\n- mkdocstrings:\n    a: 1\n',
        'docs/a.md': '[`Hull`][boat.Hull] 글',
      },
      'docs',
    );
    expect(problems.join()).toMatch(/1개|a reference/u);
  });
  it('gives the next block its id', async () => {
    const written = '글\n\n[](){#task-3}\n\n## 셋\n\n글 [가](#task-3).\n\n[](){#넷}\n\n문단';
    const { problems } = await openVault({ 'a.md': written });
    expect(problems).toEqual([]);
    expect(await plain(written)).not.toMatch(/\{#|href=""/u);
  });
  it('looks for snippets from above the notes, and puts no note into itself', async () => {
    const { atlas, problems } = await openVault(
      {
        'mkdocs.yml': '',
        'CHANGELOG.md': '# 비밀 아닌 바깥',
        'docs/changelog.md': '--8<-- "CHANGELOG.md"',
        'docs/in/a.md': '# 가\n\n```py\n--8<-- "docs/in/b.py"\n```\n\n--8<-- "docs/c.md"',
        'docs/in/b.py': 'print(1)',
        'docs/c.md': '닿은 글',
      },
      'docs',
    );
    expect(problems.join('\n')).not.toMatch(/가 자기|in\/a\.md/u);
    expect(problems.join('\n')).toContain('CHANGELOG.md');
    expect(JSON.stringify(atlas.library.notes.map(({ outline }) => outline))).not.toContain('바깥');
  });
});

describe('navigation of other tools', () => {
  const order = async (files: Record<string, string>, below = '') => {
    const { atlas } = await openVault(files, below);
    return (atlas.library.children.get('') ?? []).map(({ path }) => path);
  };

  it('orders notes and folders as mkdocs.yml does', async () => {
    const files = {
      'mkdocs.yml':
        'x: !!python/name:a.b\nnav:\n  - 홈: index.md\n  - 셋:\n    - c/b.md\n    - c/a.md\n  - 하나: a/x.md\n  - 둘: b.md\n',
      'docs/index.md': '# 홈',
      ...{
        'docs/a/x.md': '글',
        'docs/b.md': '글',
        'docs/c/a.md': '글',
        'docs/c/b.md': '글',
        'docs/z.md': '글',
      },
    };
    expect(await order(files, 'docs')).toEqual(['index.md', 'c/b.md', 'c/a.md', 'a/x.md', 'b.md', 'z.md']);
  });

  it('shows the sections and titles of mkdocs.yml', async () => {
    const nav = [
      'nav:',
      '- 처음: index.md',
      '- 길:',
      '  - way.md',
      '  - 걷기:',
      '    - way/walk.md',
      '    - 빨리: way/fast.md',
      '  - 쉬기:',
      '    - 앉기: way/sit.md',
      '- 밖: https://example.com/',
      '- 끝: end.md',
    ].join('\n');
    const docs = ['index', 'way', 'way/walk', 'way/fast', 'way/sit', 'end', 'left'];
    const { atlas } = await openVault(
      {
        'mkdocs.yml': nav,
        ...Object.fromEntries(docs.map((name) => [`docs/${name}.md`, `# 긴 ${name}\n\n글`])),
      },
      'docs',
    );
    const names = (items: readonly NavItem[]): unknown[] =>
      items.map(({ title, children }) => (children.length ? [title, names(children)] : title));
    const groups = buildNavigation(atlas.library, '/', { place: '' }).groups;
    expect(groups.map(({ title, items }) => [title, names(items)])).toEqual([
      [atlas.library.subject.plain.label, ['처음', '끝', '긴 left']],
      ['길', ['긴 way', ['걷기', ['빨리']]]],
      ['길 › 쉬기', ['앉기']],
    ]);
  });

  it('takes the order alone from a navigation of few notes', async () => {
    const { atlas } = await openVault(
      {
        'mkdocs.yml': 'nav:\n- 둘: b.md\n- 하나: a.md\n',
        ...Object.fromEntries([...'abcdef'].map((name) => [`docs/${name}.md`, '글'])),
      },
      'docs',
    );
    expect(atlas.library.notes.some(({ chapter }) => chapter)).toBe(false);
    expect(
      atlas.library.children
        .get('')
        ?.map(({ path }) => path)
        .slice(0, 2),
    ).toEqual(['b.md', 'a.md']);
  });

  it('orders notes as SUMMARY.md does', async () => {
    const files = {
      'SUMMARY.md': '# Summary\n\n[처음](README.md)\n\n- [둘](b.md)\n    - [하나](a.md)\n- [초안]()',
      ...{ 'README.md': '# 처음', 'a.md': '글', 'b.md': '글' },
    };
    expect(await order(files)).toEqual(['README.md', 'b.md']);
    const { atlas } = await openVault(files);
    expect(atlas.library.children.get('b')?.map(({ path, title }) => [path, title])).toEqual([
      ['a.md', '하나'],
    ]);
    expect(atlas.held.map(({ path }) => path)).toEqual(['SUMMARY.md']);
  });

  it('shows the parts, chapters and titles of a book as its SUMMARY.md has them', async () => {
    const files = {
      'book.toml': '[book]\ntitle = "배 짓기"\n',
      'src/SUMMARY.md':
        '# Summary\n\n[머리말](intro.md)\n\n# 바탕\n\n- [나무](wood/README.md)\n  - [고르기](wood/pick%20one.md)\n  - [초안]()\n    - [말리기](./dry.md)\n\n# 물\n\n- [띄우기](float.md)\n- [밖](https://example.com)\n- [없음](none.md)\n',
      ...{ 'src/intro.md': '# 처음에\n\n글', 'src/wood/README.md': '# 좋은 나무\n\n글', 'src/dry.md': '글' },
      ...{ 'src/wood/pick one.md': '글', 'src/float.md': '# 배 띄우기\n\n글', 'src/a.md': '# 남은 글' },
    };
    const { atlas } = await openVault(files);
    const { library } = atlas;
    expect(library.notes.map(({ address }) => address).sort()).toEqual([
      ...['a', 'dry', 'float', 'intro', 'wood/README', 'wood/pick one'],
    ]);
    const names = (items: readonly NavItem[]): unknown[] =>
      items.map(({ title, children }) => (children.length ? [title, names(children)] : title));
    const groups = buildNavigation(library, '/', { place: '' }).groups;
    expect(groups.map(({ title, count, items }) => [title, count, names(items)])).toEqual([
      [library.subject.plain.label, 2, ['머리말', '남은 글']],
      ['바탕', 3, [['나무', ['고르기', '말리기']]]],
      ['물', 1, ['띄우기']],
    ]);
    expect(library.notes.find(({ path }) => path === 'src/dry.md')?.title).toBe('말리기');
    expect(library.notes.find(({ path }) => path === 'src/float.md')?.title).toBe('배 띄우기');
  });

  it('takes a note called summary for a note where it says more than links', async () => {
    const files = {
      'SUMMARY.md': '# 간추림\n\n글이 있고 [하나](a.md)와 [둘](b.md).',
      'a.md': '글',
      'b.md': '글',
    };
    expect(await order(files)).toContain('SUMMARY.md');
  });

  it('reads the table of contents of GitBook where its settings put it', async () => {
    const { atlas } = await openVault({
      '.gitbook.yaml': 'root: ./guide/\n',
      'guide/SUMMARY.md': '# Table of contents\n\n* [둘](two.md)\n\n## 더\n\n* [하나](one.md)\n',
      ...{ 'guide/one.md': '글', 'guide/two.md': '글' },
    });
    expect(atlas.library.children.get('')?.map(({ address, title }) => [address, title])).toEqual([
      ['two', '둘'],
      ['one', '하나'],
    ]);
  });

  it('orders notes as a table of contents of MyST does', async () => {
    const files = {
      '_toc.yml':
        'format: jb-book\nroot: intro\nparts:\n  - caption: 하나\n    chapters:\n      - file: b\n      - file: a\n        title: 글\n',
      ...{ 'a.md': '글', 'b.md': '글', 'intro.md': '글' },
    };
    expect(await order(files)).toEqual(['intro.md', 'b.md', 'a.md']);
  });
});

it('leads to the README that mdBook serves as index.html', async () => {
  const { links } = await openVault({
    'a.md': '[글](cli/index.html#절) [글](index.html)',
    'cli/README.md': '## 절',
    'README.md': '글',
  });
  expect(links('a')).toEqual(['cli/README.md#절', 'README.md']);
});

it('gives the table above it an id, also without a blank line', async () => {
  const { atlas, problems } = await openVault({
    '가.md': '| a | b |\n| - | - |\n| 1 | 2 |\n^t1\n\n글',
    '나.md': '![[가#^t1]]',
  });
  expect(problems).toEqual([]);
  expect(atlas.library.byId.get('나')?.outline.tables).toHaveLength(1);
});

it('hides folders of templates with a number before them, and in a vault single ones', async () => {
  const { atlas } = await openVault({
    '.obsidian/app.json': '{}',
    ...{
      '글.md': '글',
      '99. Templates/a.md': '글',
      '🗂 템플릿/b.md': '글',
      'Template/c.md': '글',
      'Contemplate/d.md': '글',
    },
  });
  expect(atlas.library.notes.map(({ path }) => path).sort()).toEqual(['Contemplate/d.md', '글.md']);
});

describe('outlines of Logseq', () => {
  const shown = async (written: string) =>
    (await render(readTemplateTags(written), { isLogseq: true, isVault: true })).html.replace(/\n/gu, '');
  it('hold the blocks below a line without a dot', async () => {
    expect(await shown('# 재료\n\t- 물\n\t\t- 찬물\n- 불')).toBe(
      '<h2>재료</h2><ul><li>물<ul><li>찬물</li></ul></li></ul><ul><li>불</li></ul>',
    );
  });
  it('hide the drawers of times', async () => {
    expect(await shown('- 줄\n  :LOGBOOK:\n  CLOCK: [2022-12-30]\n  :END:\n\t- 아래')).toBe(
      '<ul><li>줄<ul><li>아래</li></ul></li></ul>',
    );
    expect(await shown('- 줄\n  :LOGBOOK:\n  열림')).toContain('열림');
  });
  it('have no empty blocks and no macro for a table of contents', async () => {
    expect(await shown('- 가\n-\n\t-\n- {{renderer :tocgen2}}\n- [ ] 할 일')).not.toMatch(
      /<li><\/li>|renderer/u,
    );
  });
  it('lead to blocks from words of their own', async () => {
    const id = '633a4dc3-17bc-404b-ab2d-cb9d1fe69900';
    const { atlas, links } = await openVault({
      'logseq/config.edn': '{}',
      'pages/가.md': `- [그 블록](((${id})))`,
      'pages/나.md': `- 여기\n  id:: ${id}`,
    });
    expect(atlas.library.notes.map(({ title }) => title).sort()).toEqual(['가', '나']);
    expect(links('pages/가')).toEqual([`pages/나.md#^${id}`]);
  });
  it('are called as their files are', async () => {
    const { atlas } = await openVault({ 'logseq/config.edn': '{}', 'pages/바다.md': '# 재료\n- 물' });
    expect(atlas.library.notes[0]?.title).toBe('바다');
    expect(atlas.library.notes[0]?.outline.sections[0]?.text).toBe('재료');
  });
  it('find pictures above the root', async () => {
    const { problems } = await openVault({
      'logseq/config.edn': '{}',
      'pages/가.md': '- [그림](/../assets/a.pdf)',
      'assets/a.pdf': '%PDF-1.4 글',
    });
    expect(problems.join('\n')).not.toContain('a.pdf');
  });
});

describe('pages of Logseq', () => {
  const graph = {
    'journals/2025_01_02.md': '# [[Filed]]\n- 하루',
    'journals/2025_01_03.md': '- [[Jan 2nd, 2025]] [[2025-01-02 Thu]] [[Tool/How "so"?]] [[Filed]]',
    'pages/Tool___How "so"%3F.md': 'kind:: [[질문]]\n\n- 글\n- 더',
    'pages/Person___A B.md': '- # A B\n\t- 글',
  };
  it.each([
    [
      'with its settings',
      { 'logseq/config.edn': '{:journal/page-title-format "yyyy-MM-dd EEE"}' },
      '2025-01-02 Thu',
    ],
    ['without them', {}, 'Jan 2nd, 2025'],
  ])(
    'are called as Logseq calls them, days by their day, the newest first: %s',
    async (_, settings, title) => {
      const { atlas, links, problems } = await openVault({ ...settings, ...graph });
      const titles = new Map(atlas.library.notes.map((note) => [note.path, note.title]));
      expect(titles.get('journals/2025_01_02.md')).toBe(title);
      expect(titles.get('pages/Tool___How "so"%3F.md')).toBe('Tool/How "so"?');
      expect(links('journals/2025_01_03').map(String)).toEqual([
        'journals/2025_01_02.md',
        'journals/2025_01_02.md',
        'pages/Tool___How "so"%3F.md',
        expect.not.stringContaining('journals'),
      ]);
      expect(problems.filter((problem) => !/Filed|질문/u.test(problem))).toEqual([]);
      const order = (path: string) => atlas.library.notes.find((note) => note.path === path)?.order ?? 0;
      expect(order('journals/2025_01_03.md')).toBeLessThan(order('journals/2025_01_02.md'));
    },
  );
});

describe('lines of a paragraph', () => {
  it('end where their author ended them in a vault, but not in HTML', async () => {
    const written = '하나\n**둘\n셋** 넷\n\n- 가\n  나\n\n<div>\n다\n라\n</div>';
    expect(await html(written, { breaksLines: true })).toBe(
      '<p>하나<br><strong>둘<br>셋</strong> 넷</p><ul><li>가<br>나</li></ul><div>다라</div>',
    );
    expect(await html('하나\n둘')).toBe('<p>하나둘</p>');
  });

  it.each([
    ['{}', true],
    ['{ "strictLineBreaks": true }', false],
  ])('follow the settings of a vault: %s', async (settings, isBroken) => {
    const { atlas } = await openVault({ '.obsidian/app.json': settings, '글.md': '하나\n둘' });
    expect(atlas.flavour.breaksLines).toBe(isBroken);
  });

  it.each([
    ['a pasted picture', { '글.md': '하나\n둘\n\n![[Pasted image 20240102030405.png]]' }, true],
    ['an embedded picture', { '글.md': '하나\n둘\n\n![[배.png|300]]' }, true],
    ['a picture with a word for its looks', { '글.md': '하나\n둘\n\n![[배.png#invert]]' }, true],
    ['a query', { '글.md': '하나\n둘\n\n```dataview\nlist\n```' }, true],
    ['a published note', { '글.md': '---\n{"dg-publish":true}\n---\n하나\n둘' }, true],
    ['an embedded note alone', { '글.md': '하나\n둘\n\n![[다른 글]]', '다른 글.md': '셋' }, false],
    [
      'marks that are shown as code',
      { '글.md': '`![[배.png]]`\n\n````\n```dataview\n```\n````\n하나\n둘' },
      false,
    ],
    ['settings that are spoken of', { '글.md': '하나\n둘\n\n---\n\n`dg-publish`: dg-publish: true' }, false],
    ['docs of a program', { 'mkdocs.yml': 'site_name: 책', '글.md': '하나\n둘\n\n![[배.png]]' }, false],
  ])('are those of a vault that came without its settings: %s', async (_, files, isVault) => {
    const { atlas } = await openVault(files);
    expect(atlas.flavour).toMatchObject({ isVault, breaksLines: isVault });
  });

  it('are joined in a Quartz garden, whose notes are called what their files are called', async () => {
    const { atlas } = await openVault(
      { 'c/quartz.config.ts': '', 'c/content/파일.md': '글\n\n# 이론\n하나\n둘' },
      'c/content',
    );
    expect(atlas.flavour).toMatchObject({ isVault: true, breaksLines: false });
    expect(atlas.library.notes[0]?.title).toBe('파일');
  });

  it('are not those of a vault where one note of many was pasted from one', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}.md`, '하나\n둘']));
    const { atlas } = await openVault({ ...many, '글.md': '![[Pasted image 20240102030405.png]]' });
    expect(atlas.flavour.isVault).toBe(false);
  });

  it('are no lines of a summary', async () => {
    const { atlas } = await openVault({
      '글.md':
        'Boats are lent to members of the club, and to those who row for\nOther Clubs on the lake.\n\nAnother one.',
    });
    expect(atlas.library.notes[0]?.summary).toBe(
      'Boats are lent to members of the club, and to those who row for Other Clubs on the lake.',
    );
  });
});

it('makes no summary of a list of contents', async () => {
  const { atlas } = await openVault({
    '글.md':
      '- [[#Tokenizer.from_pretrained()]]\n- [[#둘]]\n\n무엇을 하는 도구인지 이르는 말이다.\n\n## Tokenizer.from_pretrained()\n\n## 둘',
  });
  expect(atlas.library.notes[0]?.summary).toBe('무엇을 하는 도구인지 이르는 말이다.');
});

it('takes the marks of code out of titles and summaries', async () => {
  const { atlas } = await openVault({
    '글.md': '---\ntitle: The `Task` type\ndescription: Says `x`.\n---\n글',
  });
  expect(atlas.library.notes[0]).toMatchObject({ title: 'The Task type', summary: 'Says x.' });
});

it('reads the files of Quarto and Jekyll under their own endings', async () => {
  const { atlas, links, problems } = await openVault({
    'index.qmd': '---\ntitle: 첫\n---\n[글](a/b.qmd) [글](c.html) [[c]] ![](a/b.qmd)',
    'a/b.qmd': '::: {.callout-note}\n글\n:::',
    'c.markdown': '# 셋\n\n[처음](index.qmd) [폴더](a/b)',
    'd.Rmd': '# 넷\n\n```{r}\n1\n```',
  });
  expect(problems).toEqual([]);
  expect(atlas.library.notes.map(({ path, title, address }) => [path, title, address]).sort()).toEqual([
    ['a/b.qmd', 'b', 'a/b'],
    ['c.markdown', '셋', 'c'],
    ['d.Rmd', '넷', 'd'],
    ['index.qmd', '첫', 'index'],
  ]);
  expect(links('index').slice(0, 3)).toEqual(['a/b.qmd', 'c.markdown', 'c.markdown']);
  expect(links('c')).toEqual(['index.qmd', 'a/b.qmd']);
});

it('puts a note where another includes it, and leaves what it cannot as it is written', async () => {
  const { atlas, problems } = await openVault({
    '글.md':
      '{{#include a/나.md}}\n\n--8<-- "a/나.md"\n\n<!--@include: ./a/나.md-->\n\n{{#include 없음.md}}\n\n{{#include a/나.md:3:5}}\n\n```\n{{#include a/나.md}}\n```',
    'a/나.md': '# 나\n\n나의 말이다.',
    '비밀.md': '---\ndraft: true\n---\n숨은 말',
    '둘.md': '{{#include 비밀.md}}',
  });
  const body = atlas.library.byId.get('글')?.outline;
  expect(body?.links.map(({ url }) => decodeURI(url))).toEqual(['a/나.md', 'a/나.md', './a/나.md']);
  expect(problems.filter((problem) => problem.startsWith('글.md'))).toHaveLength(1);
  expect(JSON.stringify(atlas.library.notes)).not.toContain('숨은');
});

it('shows the files of code among the notes where lines put them', async () => {
  const { atlas, problems } = await openVault({
    '글/가.md':
      '# 가\n\n{{#playground a.rs editable}}\n\n```rust\n{{#include ../b.rs:2:3}}\n{{#include ../../밖.rs}}\n```\n\n--8<-- "b.rs:part"\n\n{* ./없음.py hl[1] *}\n\n끝 [가](없는.md)\n',
    '글/a.rs': 'fn a() {}\n',
    'b.rs': 'one\ntwo\nthree\n// ANCHOR: part\nfour\n// ANCHOR_END: part\n',
    '_drafts/c.rs': 'secret',
    '나.md': '# 나\n\n{{#include _drafts/c.rs}}\n\n글\n',
  });
  const note = atlas.library.byId.get('글/가');
  const tree = parseMarkdown(note?.body ?? '', 'md');
  adaptFlavours(tree, { path: note?.path ?? '', source: note?.body ?? '', ...atlas.flavour });
  const shown = tree.children.flatMap((node) => (node.type === 'code' ? [[node.lang, node.value]] : []));
  expect(shown).toEqual([
    ['rs', 'fn a() {}'],
    ['rust', 'two\nthree\n{{#include ../../밖.rs}}'],
    ['rs', 'four'],
  ]);
  expect(problems.filter((line) => line.includes('markdown'))).toEqual([
    expect.stringMatching(/^글\/가\.md:12:1 warning .*\{\* /u),
    expect.stringMatching(/^나\.md:3:1 warning/u),
  ]);
});

it('puts in the parts of pages that their names hide', async () => {
  const { atlas, problems } = await openVault({
    'a/글.qmd':
      '::: light-content\n{{< include _부분.qmd >}}\n:::\n\n{{< include /_뿌리.qmd >}}\n\n::: callout-tip\n글\n:::',
    'a/_부분.qmd': '## 부분의 절\n\n::: {.callout-note}\n부분의 말 <!-- 숨은 말 -->\n:::',
    '_뿌리.qmd': '뿌리의 말',
    'a/_초고.qmd': '---\ndraft: true\n---\n숨은 말',
    'b.qmd': '{{< include a/_초고.qmd >}}',
  });
  expect(problems).toEqual([expect.stringMatching(/^b\.qmd:1:13 warning/u)]);
  const outline = atlas.library.byId.get('a/글')?.outline;
  expect(outline?.sections.map(({ text }) => text)).toEqual(['부분의 절']);
  expect(outline?.text).toContain('뿌리의 말');
  expect(JSON.stringify(atlas.library.notes)).not.toContain('숨은 말');
  expect(JSON.stringify(outline)).not.toContain(':::');
});

it('drops a heading that holds nothing, and says so', async () => {
  const { html: shown, troubles } = await render('## 하나\n\n##\n\n글\n\n## ![그림](a.png)');
  expect(shown).toBe('<h2>하나</h2>\n<p>글</p>\n<h2><img src="a.png" alt="그림"></h2>');
  expect(troubles).toEqual([expect.stringMatching(/^3 /u)]);
});

it('calls a drawing by its name, and a note whose template was not filled in by its file', async () => {
  const { atlas } = await openVault({
    '.obsidian/app.json': '{}',
    '구조도.excalidraw.md':
      '---\nexcalidraw-plugin: parsed\n---\n==⚠ Switch ⚠==\n\n## Text Elements\n서버 ^iALG2Gey\n\n## Element Links\niALG2Gey: [[2024-03-01]]\n\n%%\n## Drawing\n```compressed-json\nN4Kkxyz\n```\n%%',
    '2024-03-01.md': '# <% tp.date.now() %>\n\n글',
  });
  expect(atlas.library.notes.map(({ title }) => title).sort()).toEqual(['2024-03-01', '구조도']);
  const drawing = atlas.library.notes.find(({ title }) => title === '구조도');
  expect(drawing?.outline.text).toBe('서버\n2024-03-01');
});

describe('tables that are drawn', () => {
  it('become tables, with what their cells hold and their caption', async () => {
    const written =
      '+------+----------+\n| 이름 | 뜻       |\n+:=====+==========+\n| `가` | - **하나**|\n|      | - 둘     |\n+------+----------+\n| 나   | 긴       |\n|      | 줄       |\n+------+----------+\n\n: 낱말의 뜻 {#tbl-a}\n\n끝';
    const shown = await html(written);
    expect(shown).toContain('<thead><tr><th>이름</th><th>뜻</th></tr></thead>');
    expect(shown).toContain('<td><code>가</code></td><td>• <strong>하나</strong><br>• 둘</td>');
    expect(shown).toContain('<td>나</td><td>긴줄</td>');
    expect(shown).toContain('data-caption="낱말의 뜻"');
    expect(shown).not.toMatch(/\+--|: 낱말/u);
  });

  it('stay as they are drawn where a cell goes over others', async () => {
    const written = '+---+---+\n| 가 | 나 |\n+---+---+\n| 다     |\n+-------+';
    expect(await html(written)).toBe(`<pre><code>${written.replace(/\n/gu, '')}</code></pre>`);
    expect(await html('+1 좋다\n| 나')).toBe('<p>+1 좋다| 나</p>');
  });

  it('leave the name of a formula out', async () => {
    expect(await html('$$\nx^2\n$$ {#eq-a}\n\n끝')).toMatch(/<math[^]*<\/math><\/div><p>끝<\/p>$/u);
    expect(await html('$$\nx^2\n$$ (a-b)\n\n끝')).toMatch(/<math[^]*<\/math><\/div><p>끝<\/p>$/u);
  });
});

it('names a view of a database that it cannot show', async () => {
  const { html: shown, troubles } = await render('![[책장.base]]\n\n![[책장.base#읽는 책]]');
  expect(shown).toBe('<p><em>책장.base</em></p>\n<p><em>책장.base › 읽는 책</em></p>');
  expect(troubles.map((trouble) => trouble.slice(0, 1))).toEqual(['1', '3']);
});

it('keeps words that only look like marks of other tools', async () => {
  for (const [written, shown] of [
    ['e^x+e^-x, a^2+b^(n), x^n+y^-1, x^2^+y^2^, a^n^+b^n^', 'e^x+e^-x, a^2+b^(n), x^n+y^-1, x<sup>2</sup>+y'],
    ['```{contents}\n글 남음', '글 남음'],
    [':::{note}\n---\n글 남음\n---\n:::', '글 남음'],
    ['가격대 $$ (mid)', '가격대 $$ (mid)'],
    ['arr[i]{.name = 1} [글]{.x #y k="v"}', 'arr[i]{.name = 1} 글'],
  ] as const)
    expect(await html(written)).toContain(shown);
});

it('shows an include in code as it is written, and names nothing that is kept back', async () => {
  const code = '```md\n<!--@include: ./a.md-->\n```';
  const { atlas } = await openVault({
    '글.md': `# 글\n\n<!--@include: ./비밀.md-->\n\n{{#include 비밀.md}}\n\n> --8<-- "비밀.md"\n\n${code}\n`,
    '비밀.md': '---\ndraft: true\n---\n숨은 말',
  });
  expect(JSON.stringify(atlas.library.notes)).not.toContain('비밀');
  expect(atlas.library.byId.get('글')?.body).toContain(code);
});

it("keeps MyST's comments of an included part from readers", async () => {
  const { atlas } = await openVault({
    'conf.py': '',
    'a.md': '# 글\n\n{{#include _b.md}}\n',
    '_b.md': '% 숨은 말\n\n보이는 말\n',
  });
  const { text } = atlas.library.notes[0]?.outline ?? { text: '' };
  expect(text).toContain('보이는 말');
  expect(text).not.toContain('숨은 말');
});

it('reads a part as MDX only where MDX imports it', async () => {
  const { atlas, problems } = await openVault({
    'a.md': '# 글\n\n{{#include _b.md}}\n',
    '_b.md': '{값} <userId> a < b {열림\n\n[글](없음.md)\n',
    'c.mdx': 'import D from "./_d.md";\n\n# 글\n\n<D />\n',
    '_d.md': '{"값"} <b className="x">굵게</b>\n',
  });
  const texts = atlas.library.notes.map(({ outline }) => outline.text);
  expect(texts[0]).toContain('{값} <userId> a < b {열림');
  expect(texts[1]).toContain('값 굵게');
  expect(problems).toHaveLength(1);
});

it('reads marks without an end in the measure of the text', async () => {
  const timeOf = async (mark: string, count: number) => {
    const from = process.cpuUsage();
    await html(mark.repeat(count));
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  };
  for (const mark of [']{.a} ', '<% ']) expect(await timeOf(mark, 12_000)).toBeLessThan(1500);
});

describe('boxes in boxes of MkDocs', () => {
  it('end where the text goes on in the outer one', async () => {
    expect(await html('!!! note "밖"\n\n    글\n\n    !!! tip "안"\n\n        속\n\n    뒤')).toMatch(
      /callout-tip[^]*<p>속<\/p><\/aside><p>뒤<\/p><\/aside>$/u,
    );
    expect(await html('!!! note\n\n    === "하나"\n\n        가\n\n    === "둘"\n\n        나')).toMatch(
      /<p>가<\/p><\/section><section[^]*<p>나<\/p><\/section><\/aside>$/u,
    );
  });
});

describe('blocks of PyMdown', () => {
  const html = async (written: string) => (await render(readTemplateTags(written))).html;

  it('are boxes, tabs and text that opens', async () => {
    expect(await html('/// tip | "제목 하나"\n\n글 **굵게**\n\n///\n\n뒤')).toMatch(
      /<aside class="callout callout-tip" aria-label="제목 하나">[^]*<p>글 <strong>굵게<\/strong><\/p>\n<\/aside>\n<p>뒤<\/p>/u,
    );
    expect(await html('/// admonition | 제목\n    type: warning\n\n글\n///')).toContain('callout-warning');
    expect(await html('/// details | 제목\n글\n///')).toContain('<summary>제목</summary>');
    expect(await html('//// tab | 하나\n\n/// note\n안\n///\n\n////')).toMatch(
      /<section class="tab" aria-label="하나">[^]*callout-note[^]*안/u,
    );
    expect(await html('- 항목\n\n    /// info\n    글\n    ///')).toContain('callout');
    expect(await html('/// Note | 제목\n글\n///')).toContain('aria-label="제목"');
    expect(await html('/// version-added | 2.1\n글\n///')).toContain('aria-label="version-added: 2.1"');
  });

  it('keep what only looks like a line about the block', async () => {
    expect(await html('1. 항목\n\n    /// note\n    warning: 뜨거움\n    ///')).toContain('warning: 뜨거움');
    expect(await html('- 항목\n\n    /// note\n        type: tip\n    글\n    ///')).not.toContain('type:');
    const code = '말\n\n    /// note\n    type: 보기\n    ///\n';
    expect(readTemplateTags(code)).toBe(code);
  });

  it('stay as they are written in code, without an end and where nobody knows them', () => {
    const code = '```\n/// tip\n글\n///\n```';
    expect(readTemplateTags(code)).toBe(code);
    for (const text of ['/// tip\n끝이 없다', '경로는 /// 이다', '/// 주석이다'])
      expect(readTemplateTags(text)).toBe(text);
  });
});

it('takes an id that kramdown made of a heading with a sign before its words', async () => {
  const { html } = await render(
    '## 🎯 설명\n{: #-기술-설명}\n\n글\n{: #-n .label}\n\n### 둘 {: #--b }\n\n### 셋 {: #1-c }',
  );
  expect(html).not.toContain('{:');
  expect(html).toContain('🎯 설명');
});

it('ends a block in a block of PyMdown without taking its marks for comments, and shows kinds of its authors', async () => {
  const { atlas, problems } = await openVault({
    'a.md':
      '# 가\n\n/// tip\n하나\n\n//// note\n둘\n////\n\n셋\n\n//// note\n넷\n////\n///\n\n/// new | 새로움 9.0\n다섯\n///\n\n/// own-block\n여섯\n///\n',
  });
  const words = atlas.library.byId.get('a')?.outline.text ?? '';
  for (const word of ['하나', '둘', '셋', '넷', '새로움 9.0\n다섯', '여섯']) expect(words).toContain(word);
  expect(words).not.toContain('///');
  expect(problems.filter((line) => line.includes('markdown'))).toEqual([
    expect.stringMatching(/^a\.md:21:1 .*own-block/u),
  ]);
});

it('shows the files and the regions of code that VitePress puts in, also in a group', async () => {
  const { atlas, problems } = await openVault({
    'v/a.md':
      '# 가\n\n<<< ./a.ts#one{2 ts:line-numbers} [이름]\n\n::: code-group\n<<< @/v/a.ts [전체]\n<<< ./b.py\n:::\n\n<<< ./none.ts\n',
    'v/a.ts': '// #region one\n  let a;\n  region = 1;\n    let b;\n// #endregion one\nlet c;\n',
    'v/b.py': 'b = 1\n',
  });
  const note = atlas.library.byId.get('v/a');
  const { html } = await render(note?.body ?? '', { ...atlas.flavour, path: 'v/a.md' });
  expect(html).toContain(
    '<p class="code-title">이름</p>\n<code-lines data-lines="2"></code-lines>\n<pre><code class="language-ts">let a;\nregion = 1;\n  let b;\n</code></pre>',
  );
  expect(html).toMatch(/aria-label="전체">[^]*let c;[^]*aria-label="py">[^]*b = 1/u);
  expect(html).toContain('&#x3C;&#x3C;&#x3C; ./none.ts');
  expect(problems.filter((line) => line.includes('markdown'))).toEqual([
    expect.stringMatching(/^v\/a\.md:10:1 /u),
  ]);
});

it('names the language of code in a line nowhere where a documentation tool reads it', async () => {
  const written = '`#!html <b>` `#!/bin/sh` `#!python`';
  expect((await render(written, { isDocumentation: true })).html).toBe(
    '<p><code>&#x3C;b></code> <code>#!/bin/sh</code> <code>#!python</code></p>',
  );
  expect((await render(written)).html).toContain('#!html');
});

it('publishes what a garden publishes note by note, also below a folder whose name begins with a stroke', async () => {
  const { atlas } = await openVault({
    'a.md': '---\n{"dg-publish":true}\n---\n[b](__/b.md)',
    '__/b.md': '---\n{"dg-publish":true,"permalink":"/__/b/"}\n---\n나',
    '__/c.md': '---\ndg-publish: false\n---\n숨은 말',
    '__/d.md': '숨은 말 ```dg-publish: true```',
    '_private/e.md': '---\ndg-publish: true\n---\n숨은 말',
    '__/templates/f.md': '---\ndg-publish: true\n---\n숨은 말',
    '.obsidian/templates.json': '{"folder":"_tpl"}',
    '.obsidian/app.json': '{"userIgnoreFilters":["__/x/"]}',
    '_tpl/g.md': '---\ndg-publish: true\n---\n숨은 말',
    '__/x/h.md': '---\ndg-publish: true\n---\n숨은 말',
    '__/i.md': '---\nabout: |\n  dg-publish: true\n---\n숨은 말',
    '__/j.md': '---\nabout: [a, "dg-publish: true"]\n---\n숨은 말',
  });
  expect(atlas.library.notes.map(({ path }) => path)).toEqual(['a.md', '__/b.md']);
  expect(JSON.stringify(atlas.library.notes)).not.toContain('숨은 말');
});

it('follows links to posts, and to folders of Astro, by the addresses that those tools make of their names', async () => {
  const { links } = await openVault({
    '_config.yml': 'permalink: /posts/:title/\n',
    '_posts/2024-01-02-My-Post.md': '---\ntitle: 가\n---\n[b](/posts/other/#절) [c](/2024/01/03/other.html)',
    '_posts/2024-01-03-other.md': '---\ntitle: 나\n---\n[a](/posts/my-post/)',
    'Big Folder/a b.md': '[z](/big-folder/z/) [next](/docs/next/big-folder/z)',
    'Big Folder/z.md': 'z',
  });
  expect(links('_posts/2024-01-02-My-Post')).toEqual([
    '_posts/2024-01-03-other.md#절',
    '_posts/2024-01-03-other.md',
  ]);
  expect(links('_posts/2024-01-03-other')).toEqual(['_posts/2024-01-02-My-Post.md']);
  expect(links('Big Folder/a b')).toEqual(['Big Folder/z.md', 'Big Folder/z.md']);
});

it('takes the lists of kramdown out wherever they stand, and a table of contents with what held it', async () => {
  const { html, troubles } = await render(
    '파랑\n{: .label .label-blue }\n초록\n{: .label }\n\n**굵게**\n{: .label }\n*기울여*\n{: .label }\n\n<span>새로움</span>{: .label }\n\n<details open markdown="block">\n  <summary>\n    차례\n  </summary>\n  {: .text-delta }\n- TOC\n{:toc}\n</details>\n\n{::options toc_levels="2..4" /}\n\n<div markdown="1">\n<span class="a">\n글\n</span>\n</div>\n```md\n코드\n```',
  );
  expect(html).not.toMatch(/\{:|차례|TOC|label/u);
  expect(html.replace(/<[^>]*>/gu, '').split(/\s+/u)).toEqual([
    '파랑',
    '초록',
    '굵게',
    '기울여',
    '새로움',
    '글',
    '코드',
    '',
  ]);
  expect(html).toContain('<code class="language-md">코드');
  expect(troubles).toEqual([]);
});

it('takes the lists of kramdown out below a line break, a second one, and below a table', async () => {
  const { html } = await render(
    '글  \n{: .notice--warning}\n\n[위로](#){: .btn }{: .align-right}\n\n![그림](a.png){: width="100%"}{: .center}\n\n| 가 | 나 |\n| - | - |\n| 다 | 라 |\n{: .rows}\n',
  );
  expect(html).toContain('<p>글</p>\n</aside>');
  expect(html).toContain('<a href="#">위로</a></p>');
  expect(html).toContain('<img src="a.png" alt="그림"></p>');
  expect(html).not.toMatch(/\{:/u);
});

it('keeps the ids of blocks, with and without the colon of kramdown', async () => {
  const { atlas, problems } = await openVault({
    'a.md': '{#alone}\n\n글\n{#below}\n\n> 인용\n{: #quote .wide }\n\n글 {#each} 글\n',
    'b.md': '[가](a.md#alone) [나](a.md#below) [다](a.md#quote)',
  });
  expect(problems).toEqual([]);
  expect(atlas.library.byId.get('a')?.outline.htmlIds).toEqual(['alone', 'below', 'quote']);
  expect((await render('글\n{#below}\n\n글 {#each} 글')).html).toBe(
    '<p><a id="user-content-below"></a>글</p>\n<p>글 {#each} 글</p>',
  );
});

it('reads short names of folders, and pictures beside the notes, as Astro does', async () => {
  const { atlas, problems, links } = await openVault(
    {
      'tsconfig.json':
        '{\n  // 짧은 이름\n  "compilerOptions": { /* "a": */ "baseUrl": ".", // 여기\n "paths": { "@parts/*": ["src/content/docs/_parts/*"], "@assets/*": ["src/assets/*"], "@/*": ["src/*"], "@components/*": ["src/components/*"] }, },\n}\n',
      'src/assets/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><title>그림</title></svg>',
      'src/components/secret.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'src/content/docs/_parts/cta.mdx': '부분의 말 [나](../b.md)',
      'src/content/docs/b.md':
        '![하나](@assets/a.svg) ![둘](../../assets/a.svg) `![](@assets/a.svg)` ![셋](@components/secret.svg)',
      'src/content/docs/a/c.mdx':
        "import Cta from '@parts/cta.mdx';\nimport Own from '@/content/docs/_parts/cta.mdx';\n\n<Cta />\n\n![그림](../../../assets/a.svg)\n\n<Own />\n",
    },
    'src/content/docs',
  );
  expect(atlas.library.byId.get('a/c')?.outline.text.match(/부분의 말/gu)).toHaveLength(2);
  expect(links('a/c')).toEqual(['b.md', 'b.md']);
  expect([...atlas.library.links.assets].filter((path) => path.endsWith('.svg'))).toEqual([
    'src/assets/a.svg',
  ]);
  expect(problems).toEqual([expect.stringMatching(/^b\.md:1:\d+ .*@components\/secret\.svg/u)]);
  expect(atlas.library.byId.get('b')?.body).toContain('`![](@assets/a.svg)`');
});

it('takes no tag of another tool for what a note says, and an id in a heading for no word of its title', async () => {
  const { atlas } = await openVault({
    'config.toml': '',
    'a.md': '+++\ntitle = "가"\n+++\n\n{{% own-keywords of="a b c d e f" %}}\n\n이 노트가 말하는 것이다.\n',
    'c.md': '{{ 하나 }}에는 언제나 {{ 둘 }}\n\n그리고 이 노트가 말하는 것이 더 있다.\n',
    'b.md': '# 7.0 판 {: #\\7.0}\n\n글\n',
  });
  expect(atlas.library.byId.get('a')?.summary).toBe('이 노트가 말하는 것이다.');
  expect(atlas.library.byId.get('c')?.summary).toContain('에는 언제나');
  expect(atlas.library.byId.get('b')?.title).toBe('7.0 판');
});

it('shows what stands in the slots of a component, and no other template', async () => {
  const { html } = await render(
    '<VPTeam>\n<VPTitle>\n<template #title>제목</template>\n<template v-slot:lead>\n글\n</template>\n<template>없음</template>\n</VPTitle>\n</VPTeam>',
  );
  expect(html.replace(/<[^>]*>|\s/gu, '')).toBe('제목글');
});
