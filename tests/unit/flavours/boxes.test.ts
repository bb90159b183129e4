import { describe, expect, it } from 'vitest';
import { render } from './render.ts';

const aside = (kind: string, name: string, title: string, body: string) =>
  `<aside class="callout callout-${kind}" aria-label="${name}">\n<p class="callout-title">${title}</p>\n${body}\n</aside>`;

describe('boxes', () => {
  it.each([
    [':::note\n몸\n:::', aside('note', '알아 두기', '알아 두기', '<p>몸</p>')],
    [':::note[제목]\n몸\n:::', aside('note', '제목', '제목', '<p>몸</p>')],
    [':::note{title="제목" .a}\n몸\n:::', aside('note', '제목', '제목', '<p>몸</p>')],
    [':::note 제목\n몸\n:::', aside('note', '제목', '제목', '<p>몸</p>')],
    ['::: info\n몸\n:::', aside('note', '정보', '정보', '<p>몸</p>')],
    ['::: WARNING 제목 {.a}\n몸\n:::', aside('warning', '제목', '제목', '<p>몸</p>')],
    [':::note 제목 {말}\n몸\n:::', aside('note', '제목 {말}', '제목 {말}', '<p>몸</p>')],
    ['::: tip 제목 {#a .b.c key="값 둘" open}\n몸\n:::', aside('tip', '제목', '제목', '<p>몸</p>')],
    ['!!! tip ""\n    몸', aside('tip', '도움말', '도움말', '<p>몸</p>')],
    [':::tip{icon="heart"}\n몸\n:::', aside('tip', '도움말', '도움말', '<p>몸</p>')],
    ['> [!NOTE]\n> 몸', aside('note', '알아 두기', '알아 두기', '<p>몸</p>')],
    ['> [!question] 물음\n> 몸', aside('note', '물음', '물음', '<p>몸</p>')],
    ['> [!faq]\n> 몸', aside('note', '자주 묻는 물음', '자주 묻는 물음', '<p>몸</p>')],
    ['> [!우리말] \n> 몸', aside('note', '우리말', '우리말', '<p>몸</p>')],
    ['> [!note|wide] 제목\n> 몸', aside('note', '제목', '제목', '<p>몸</p>')],
  ])('reads %j', async (written, html) => {
    expect(await render(written)).toEqual({ html, troubles: [] });
  });

  it('gives every kind of Obsidian, and every other word for one, a name of its own', async () => {
    const words =
      'note abstract summary tldr info todo tip hint important success check done question help faq warning caution attention failure missing danger error bug example quote cite'.split(
        ' ',
      );
    const names = await Promise.all(
      words.map(async (word) => /aria-label="([^"]*)"/u.exec((await render(`> [!${word}]\n> 몸`)).html)?.[1]),
    );
    expect(new Set(names).size).toBe(words.length);
    expect(names).not.toContain(undefined);
    expect(names[words.indexOf('info')]).toBe('정보');
    expect((await render('> [!fail]\n> 몸')).html).toBe((await render('> [!failure]\n> 몸')).html);
  });

  it('keeps bold, code and links in a title', async () => {
    const title = '앞 <strong>굵은</strong> <code>코드</code> <a href="a.md">링크</a>';
    const box = aside('note', '앞 굵은 코드 링크', title, '<p>몸</p>');
    for (const written of [
      '> [!note] 앞 **굵은** `코드` [링크](a.md)\n> 몸',
      ':::note 앞 **굵은** `코드` [링크](a.md)\n몸\n:::',
      ':::note[앞 **굵은** `코드` [링크](a.md)]\n몸\n:::',
      '!!! note "앞 **굵은** `코드` [링크](a.md)"\n    몸',
      '!!! note inline end "앞 **굵은** `코드` [링크](a.md)" \n    몸',
    ]) {
      expect((await render(written)).html).toBe(box);
    }
    expect((await render('!!! note "말 "둘"의 글" \n    몸\n\n=== "가 "나""\n    몸')).html).toMatch(
      /title">말 "둘"의 글<[^]*>가 "나"</u,
    );
  });

  it('folds', async () => {
    expect((await render('> [!tip]- 접힘\n> 몸')).html).toContain('<details class="callout callout-tip">');
    expect((await render('> [!tip]+ 펼침\n> 몸')).html).toContain(
      '<details class="callout callout-tip" open>',
    );
    expect((await render('::: details 제목 {open}\n몸\n:::')).html).toBe(
      '<details open>\n<summary>제목</summary>\n<p>몸</p>\n</details>',
    );
  });

  it('nests boxes of one length, of several and of quotes, 200 deep', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => index);
    const written = [
      [...rows.map(() => ':::note'), '몸', ...rows.map(() => ':::')],
      [...rows.map((row) => `${':'.repeat(203 - row)}note`), '몸', ...rows.map((row) => ':'.repeat(4 + row))],
      rows.flatMap((row) => [`${'> '.repeat(row + 1)}[!note]`, '> '.repeat(row + 1)]),
    ];
    for (const lines of written) {
      const { html, troubles } = await render(`${lines.join('\n')}\n\n뒤`);
      expect(html.split('<aside').length - 1).toBe(200);
      expect(html.endsWith('</aside>\n<p>뒤</p>')).toBe(true);
      expect(troubles).toEqual([]);
    }
  });

  it('shows what would cost too much, box in box, as text of the boxes around it', async () => {
    const written = `${':::note\n\n글\n\n'.repeat(2000)}끝\n`;
    const { html, troubles } = await render(written);
    expect(html.match(/글/gu)).toHaveLength(2000);
    expect(html).toContain('<p>:::note</p>');
    expect(html).toContain('끝');
    expect(troubles.find((trouble) => trouble.includes('":::note"'))).toMatch(/^\d+ /u);
  });

  it('opens and closes nothing within code or at the end of a line', async () => {
    const inCode = await render(':::note\n```\n:::\n```\n끝\n:::\n\n밖');
    expect(inCode.html).toContain('</pre>\n<p>끝</p>\n</aside>\n<p>밖</p>');
    const opening = await render('글 :::note\n\n밖');
    expect(opening).toEqual({ html: '<p>글 :::note</p>\n<p>밖</p>', troubles: [] });
    const closing = await render(':::tip[새]\n몸 :::\n\n밖');
    expect(closing.html).toBe(`${aside('tip', '새', '새', '<p>몸</p>')}\n<p>밖</p>`);
    expect(closing.troubles).toHaveLength(1);
    expect(closing.troubles[0]).toMatch(/^2 /u);
  });

  it('ends a box that nobody closes before the next heading', async () => {
    const { html, troubles } = await render(':::note\n몸\n\n## 절\n\n밖');
    expect(html).toContain('</aside>\n<h2>절</h2>\n<p>밖</p>');
    expect(troubles[0]).toMatch(/^1 /u);
  });

  it('shows what it does not know as it is written, and says so', async () => {
    const unknown = await render(':::mystery 제목 **말**\n몸\n:::');
    expect(unknown.html).toBe('<p>:::mystery 제목 **말**</p>\n<p>몸</p>');
    expect(unknown.troubles[0]).toMatch(/^1 :::mystery/u);
    const stray = await render('앞\n\n:::\n\n뒤');
    expect(stray.html).toBe('<p>앞</p>\n<p>:::</p>\n<p>뒤</p>');
    expect(stray.troubles[0]).toMatch(/^3 /u);
  });
});

it('shows the code of a box that nobody knows without its marks', async () => {
  const { html, troubles } = await render('::: playground\n\n```js\n글\n```\n\n:::\n\n뒤');
  expect(html).toMatch(/^<pre><code class="language-js">글\n<\/code><\/pre>\n<p>뒤<\/p>$/u);
  expect(troubles).toHaveLength(1);
});

it('a picture in a quote whose address is broken opens no box', async () => {
  const { html } = await render('> [![말](https://example. org/a.png)\n');
  expect(html).toContain('말');
  expect(html).not.toContain('callout');
});

it('closes with one line the box and what is open in it, as VitePress does', async () => {
  const box = '::: warning 가\n글\n\n::: code-group\n```ts [x]\na\n```\n:::\n\n뒤\n\n## 절';
  const { html, troubles } = await render(box);
  expect(html).toContain('</div>\n</aside>\n<p>뒤</p>\n<h2>절</h2>');
  expect(troubles).toEqual([]);
  const tabs = await render(
    '::: tabs key:p\n== 하나\n글\n\n::: code-group\n```sh [npm]\na\n```\n== 둘\n\n::: code-group\n```sh [npm]\nb\n```\n:::\n\n뒤',
  );
  expect(tabs.html.match(/aria-label="[^"]*"/gu)).toEqual([
    ...['aria-label="하나"', 'aria-label="npm"', 'aria-label="둘"', 'aria-label="npm"'],
  ]);
  expect(tabs.html).toMatch(/<\/div>\n<p>뒤<\/p>$/u);
  expect(tabs.html).not.toContain('==');
  expect((await render('::: tabs 고르기\n== 하나\n글\n:::')).html).toMatch(/^<p>고르기<\/p>/u);
  expect((await render(':::code-group{title="고르기"}\n```sh\na\n```\n:::')).html).toContain('<p>고르기</p>');
  const signs = await render('::: tabs\n== C#\n하나\n== 판 #2\n둘\n@tab F#\n셋\n@tab 넷#d\n넷\n:::');
  expect(signs.html.match(/(?<=aria-label=")[^"]*/gu)).toEqual(['C#', '판 #2', 'F#', '넷']);
});

it.each([
  [':::note[하나]{title="둘"}\n글\n:::', '하나', '<p>title: 둘</p>\n<p>글</p>'],
  [':::note 하나 {title=둘 .c #id}\n글\n:::', '하나', '<p>title: 둘</p>\n<p>글</p>'],
  ["::: tip {label='하나' icon=rocket}\n글\n:::", '하나', '</p>\n<p>글</p>'],
  [':::note[하나]{#id}{.c title="둘"}\n글\n:::', '하나', '<p>title: 둘</p>\n<p>글</p>'],
  [':::note{하나 .c}\n글\n:::', '하나', '</p>\n<p>글</p>'],
  [':::info{caption="둘 셋" data-x="넷"}\n글\n:::', '정보', '<p>caption: 둘 셋</p>\n<p>글</p>'],
])('shows all that its braces say to readers: %j', async (box, title, inside) => {
  const { html, troubles } = await render(box);
  expect(html).toContain(`<p class="callout-title">${title}</p>`);
  expect(html).toContain(inside);
  expect(troubles).toEqual([]);
});

it('says once of a line that opens no box that it is shown', async () => {
  const { html, troubles } = await render(':::1 글\n본문\n\n## 절');
  expect(html).toContain('<p>:::1 글</p>');
  expect(troubles).toHaveLength(1);
});
