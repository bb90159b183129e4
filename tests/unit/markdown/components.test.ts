import { describe, expect, it } from 'vitest';
import { render } from '../flavours/render.ts';

const tab = (name: string, body: string) =>
  `<section class="tab" aria-label="${name}">\n<p class="tab-title">${name}</p>\n${body}\n</section>`;

describe('components in Markdown that is no MDX', () => {
  it.each([
    ['글 <Badge type="tip" text="새것" /> 글', '<p>글 새것 글</p>'],
    ['<Code lang="js">1</Code>', '<pre><code class="language-js">1\n</code></pre>'],
    ['글 <Badge type="tip">^1.2</Badge> 글', '<p>글 ^1.2 글</p>'],
    [
      '<CodeGroup>\n\n```js [a.js]\nx\n```\n\n</CodeGroup>',
      `<div class="tabs">\n${tab('a.js', '<p class="code-title">a.js</p>\n<pre><code class="language-js">x\n</code></pre>').replace('<p class="code-title">a.js</p>\n', '')}\n</div>`,
    ],
    [
      '<Tabs>\n  <TabItem label="하나">\n\n글 **굵게**\n\n  </TabItem>\n</Tabs>',
      `<div class="tabs">\n${tab('하나', '<p>글 <strong>굵게</strong></p>')}\n</div>`,
    ],
    ['<Steps>\n\n1. 글\n\n</Steps>', '<div class="steps"><ol>\n<li>글</li>\n</ol></div>'],
    ['<LinkCard title="제목" href="/a/" description="설명" />', '<p><a href="/a/">제목</a> — 설명</p>'],
    ['<LinkCard link="guide/a" />', '<p><a href="guide/a">guide/a</a></p>'],
    ['<LinkCard title="제목" />', '<p>제목</p>'],
    ['<ClientOnly>\n\n글\n\n</ClientOnly>', '<p>글</p>'],
    ['가</br>나<br/>다', '<p>가<br>나<br>다</p>'],
    [
      '<Card title="제목" href="/a/">글</Card>',
      '<section class="tab">\n<p><a href="/a/">제목</a></p>\n<p>글</p>\n</section>',
    ],
    [
      '<img src={require(\'@site/static/a.png\').default} alt="가" />',
      '<p><img src="@site/static/a.png" alt="가"></p>',
    ],
    ['<p>\n  <img src={useBaseUrl(\'a.png\')} alt="가" />\n</p>', '<p>\n<img src="/a.png" alt="가">\n</p>'],
    ['<FileTree>\n\n- 가\n\n</FileTree>', '<ul>\n<li>가</li>\n</ul>'],
    ['<FileTree title="제목">\n\n- 가\n\n</FileTree>', `${tab('제목', '<ul>\n<li>가</li>\n</ul>')}`],
    [
      '<Accordion title="물음">\n\n답\n\n</Accordion>',
      '<details>\n<summary>물음</summary>\n<p>답</p>\n</details>',
    ],
  ])('reads %j', async (written, html) => {
    expect(await render(written)).toEqual({ html, troubles: [] });
  });

  it('makes boxes of them', async () => {
    for (const written of [
      '<Aside type="caution" title="제목">\n\n몸\n\n</Aside>',
      '<Callout type="warning" title="제목">몸</Callout>',
      '<Warning title="제목">\n\n몸\n\n</Warning>',
    ])
      expect(await render(written)).toEqual({
        html: '<aside class="callout callout-warning" aria-label="제목">\n<p class="callout-title">제목</p>\n<p>몸</p>\n</aside>',
        troubles: [],
      });
  });

  it('reads fields, trees and captions, and puts no block into a paragraph', async () => {
    const mdx = async (written: string) => (await render(written, {}, 'mdx')).html.replace(/\n/gu, '');
    expect(await mdx('<ParamField path="id" type="string" required default="1">글</ParamField>')).toBe(
      '<p><strong><code>id</code></strong> string · required · default: 1</p><p>글</p>',
    );
    expect(await mdx('<Tree><Tree.Folder name="a"><Tree.File name="b.ts" /></Tree.Folder></Tree>')).toBe(
      '<ul><li>a<ul><li>b.ts</li></ul></li></ul>',
    );
    expect(await mdx('<OwnImage\n  src="/a.png"\n  alt="가"\n  caption="설명 글"\n/>')).toBe(
      '<p><img src="/a.png" alt="가"></p><p>설명 글</p>',
    );
    expect(await mdx('글 <OwnImage src="/a.png" alt="가" /> 글')).toBe(
      '<p>글 <img src="/a.png" alt="가"> 글</p>',
    );
    expect(await mdx('## 절 [<Icon name="help" />](/b)')).toBe('<h2>절 <a href="/b">→</a></h2>');
    expect(await mdx('<Since pkg="a/b" v="1.2.0" />')).toContain('v: 1.2.0');
    expect(await mdx('<Frame caption="설명">글</Frame>')).toBe('<p>글</p><p>설명</p>');
    expect(await mdx('<Accordion title="물음" description="덧말">답</Accordion>')).toContain('<p>덧말</p>');
    expect(await mdx('<ThemedImage alt="가" sources={{ light: useBaseUrl("/a.png"), dark: x }} />')).toBe(
      '<p><img src="/a.png" alt="가"></p>',
    );
    expect(await mdx('<View title="제목">글</View>')).toContain('<p class="tab-title">제목</p><p>글</p>');
    expect(
      await mdx('<Tabs values={[{ label: "창", value: "w" }]}>\n<TabItem value="w">글</TabItem>\n</Tabs>'),
    ).toBe(`<div class="tabs">${tab('창', '<p>글</p>').replace(/\n/gu, '')}</div>`);
    expect(await mdx('<CodeGroup>\n\n```bash npm\na\n```\n\n</CodeGroup>')).toContain('npm</p>');
  });

  it('reads elements in braces as those without', async () => {
    const { html } = await render(
      '앞\n\n{\n\n<ul class="a">\n  <li>\n    <p>\n      글 <i>하나</i>\n    </p>\n  </li>\n</ul>\n\n}\n\n{<p hidden>비밀</p>}\n\n뒤',
      {},
      'mdx',
    );
    expect(html.replace(/\s*\n\s*/gu, '')).toBe(
      '<p>앞</p><ul><li><div><p>글 <i>하나</i></p></div></li></ul><p>뒤</p>',
    );
  });

  it('calls alternatives in one that nobody knows by the places that they have in it', async () => {
    const { html } = await render(
      '<OwnTabs>\n  <Fragment slot="npm">하나</Fragment>\n  <Fragment slot="yarn">둘</Fragment>\n</OwnTabs>\n\n<Own>\n  <Fragment slot="header">셋</Fragment>\n</Own>',
    );
    expect(html).toBe(
      `<div class="tabs">\n${tab('npm', '<p>하나</p>')}\n${tab('yarn', '<p>둘</p>')}\n</div>\n<p>셋</p>`,
    );
  });

  it('leaves the words of one that nobody knows, says so, and reads the HTML after it', async () => {
    const { html, troubles } = await render(
      '앞\n\n<Player\n  :id="a"\n  title="제목 하나"\n/>\n\n<Own>\n\n글\n\n</Own>\n\n뒤<br>뒤',
    );
    expect(html).toBe(`<p>앞</p>\n${tab('제목 하나', '').replace('\n\n', '\n')}\n<p>글</p>\n<p>뒤<br>뒤</p>`);
    expect(troubles).toHaveLength(2);
    expect(troubles[0]).toMatch(/^3 <Player>/u);
    const led = await render(
      '<DocsCard header="닻" href="/anchor/">\n  <p>배를 세운다.</p>\n</DocsCard>\n\n<Author name="한 사람" link="/one/" />',
    );
    expect(led.html).toMatch(
      /<a href="\/anchor\/">닻<\/a><\/p>\s*<p>배를 세운다.<\/p>[^]*<a href="\/one\/">한 사람<\/a><\/p>$/u,
    );
  });

  it.each([
    ['앞 <LinkInline link="guide/a" /> 뒤', '<p>앞 <a href="guide/a">guide/a</a> 뒤</p>'],
    ['앞 <VPLink href="/a" text="이름" /> 뒤', '<p>앞 <a href="/a">이름</a> 뒤</p>'],
    ['앞 <Link to="/a">글 **굵게**</Link> 뒤', '<p>앞 <a href="/a">글 <strong>굵게</strong></a> 뒤</p>'],
    ['<Teaser link="guide/a" />', '<p><a href="guide/a">guide/a</a></p>'],
    ['<Teaser to="/a" title="제목" text="설명" />', '<p><a href="/a">제목</a></p>\n<p>설명</p>'],
  ])('leads where %j says, and says that nobody knows it', async (written, html) => {
    for (const format of ['md', 'mdx'] as const) {
      const found = await render(written, {}, format);
      expect(found.html).toBe(html);
      expect(found.troubles).toHaveLength(1);
    }
  });

  it.each([
    '<MiniMap />: 그래프의 축소판',
    'List<String>과 Map<K, V>',
    '<T>\n\n글',
    '<Own>\n\n끝이 없다',
    '제네릭 <T></T> 글',
  ])('takes %j for text', async (written) => {
    const { html } = await render(written);
    expect(html.replaceAll('&#x3C;', '<').replace(/<\/?p>/gu, '')).toBe(written.replace('\n\n', '\n'));
  });

  it('shows in MDX the words of what nobody knows, and an imported text before a component of its name', async () => {
    const { html } = await render('<Own title="제목 하나">\n\n글\n\n</Own>', {}, 'mdx');
    expect(html).toBe(tab('제목 하나', '<p>글</p>'));
  });
});

describe('tags that nobody knows', () => {
  it('are shown as written and said once a name, with their number', async () => {
    const { html, troubles } = await render(
      '<Key k="a" />를 누르고 <Key k="b" />를, <my-icon name="c"/> 옆의 <user-id>를 본다',
    );
    expect(html).toContain('&#x3C;Key k="b" />');
    expect(troubles).toHaveLength(2);
    expect(troubles[0]).toMatch(/^1 <key>는 .*2곳/u);
    expect(troubles[1]).toMatch(/^1 <my-icon>은 /u);
  });
});

describe('a component in a line', () => {
  const written =
    '## 목록 <Version>2.1</Version> <Experimental /> {#list}\n\n<T>와 <OpenBadge/> <Since version="2 이상" />';

  it('is its words where a documentation tool reads it, or its name', async () => {
    const { html, troubles } = await render(written, { isDocumentation: true });
    expect(html).toContain('<h2>목록 2.1 <em>Experimental</em></h2>');
    expect(html).toContain('<p>&#x3C;T>와 <em>Open</em> <em>Since</em> (version: 2 이상)</p>');
    expect(troubles).toHaveLength(4);
    for (const trouble of troubles) expect(trouble).not.toContain('쓴 그대로');
  });

  it.each(['md', 'mdx'] as const)('says with its words what its attributes say: %s', async (format) => {
    const { html } = await render(
      '글 <Foo a="나 다" b="x">글</Foo>, <Link to="/a" note="라 마">글</Link>.',
      {},
      format,
    );
    expect(html).toBe('<p>글 글 (a: 나 다), <a href="/a">글</a> (note: 라 마).</p>');
  });

  it('is nothing where its author hides it', async () => {
    const hidden =
      '글 <Foo hidden text="비밀 말" /> <Foo class="d-none">비밀</Foo> <Card hidden title="비밀" /> 끝';
    expect((await render(hidden, { isDocumentation: true }, 'mdx')).html).not.toContain('비밀');
    expect((await render(hidden, { isDocumentation: true })).html).not.toContain('비밀');
  });

  it('is text elsewhere', async () => {
    const { html } = await render(written);
    expect(html).toContain('&#x3C;Version>2.1&#x3C;/Version> &#x3C;Experimental />');
  });
});
