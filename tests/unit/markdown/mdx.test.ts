import { describe, expect, it } from 'vitest';
import { render } from '../flavours/render.ts';

const read = (body: string) => render(body, {}, 'mdx');

describe('MDX as data', () => {
  it.each([
    ['an import', 'import Chart from "./chart.js";\n\n글', '<p>글</p>', 1],
    ['an export', '글\n\nexport const x = process.env;', '<p>글</p>', 3],
    ['a name', 'import 값 from "./v.js";\n\n글 {값} 뒤', '<p>글  뒤</p>', 3],
    ['a call', '글\n\n{process.exit(0)}', '<p>글</p>', 3],
    ['a loop', '글\n\n{(() => { for (;;); })()}', '<p>글</p>', 3],
    ['an unknown component', '글\n\n<Foo a={b}>**안**</Foo>', '<p>글</p>\n<p><strong>안</strong></p>', 3],
    ['a spread', '<b {...x}>글</b>', '<p><b>글</b></p>', 1],
    ['a script', '<script>alert(1)</script>\n\n글', '<p>글</p>', 1],
    ['a handler', '<b onClick={() => alert(1)}>글</b>', '<p><b>글</b></p>', 1],
  ])('leaves out %s, and says so', async (_, body, html, line) => {
    const out = await read(body);
    expect(out.html).toBe(html);
    expect(Number(out.troubles[0]?.split(' ')[0])).toBe(line);
  });

  it.each([
    ['literals', '{"글"} {1} {`둘`} {/* 주석 */}끝', '<p>글 1 둘 끝</p>'],
    ['a chosen id', '# 가\n\n## 나 {#start}\n\n글', '<h2>나</h2>\n<p>글</p>'],
    [
      'HTML',
      '<kbd>Ctrl</kbd>\n\n<div>\n**안**\n</div>',
      '<p><kbd>Ctrl</kbd></p>\n<div><p><strong>안</strong></p></div>',
    ],
    ['a fragment', '<>글</>', '<p>글</p>'],
    [
      'a file that is required',
      '<img src={require(\'./a.png\').default} alt="가" />',
      '<img src="./a.png" alt="가">',
    ],
    ['an address under the base', "<img src={useBaseUrl('img/a.png')} />", '<img src="/img/a.png" alt="">'],
    [
      'a file that is imported',
      'import a from "@site/static/a.png";\n\n<img src={a} />',
      '<img src="@site/static/a.png" alt="">',
    ],
  ])('reads %s without a warning', async (_, body, html) => {
    const out = await read(body);
    expect(out.troubles).toEqual([]);
    expect(out.html).toContain(html);
  });

  it('shows a word in braces that is no name of the note as it is written', async () => {
    const { html, troubles } = await read('배 {둘}과 {frontMatter.draft}\n\n<Foo>안 {us}</Foo>');
    expect(html).toContain('배 {둘}과 ');
    expect(html).not.toContain('draft');
    expect(html).toContain('안 {us}');
    expect(troubles.join('\n')).toContain('{둘}');
  });

  it('reads elements in braces as a part of their sentence, and says what they lose', async () => {
    expect(await read('배 {<b>둘</b>}은 {<i>셋</i>}')).toEqual({
      html: '<p>배 <b>둘</b>은 <i>셋</i></p>',
      troubles: [],
    });
    const { html, troubles } = await read('import 값 from "./v.js";\n\n{<div>글 {값}</div>}');
    expect(html).toBe('<div>글 </div>');
    expect(troubles.at(-1)).toMatch(/^3 .*값/u);
  });

  it('makes a link of a film that stands elsewhere', async () => {
    const { html, troubles } = await read('<LiteYouTubeEmbed id="aB-1" title="배 짓기" />');
    expect(html).toContain('<a href="https://www.youtube.com/watch?v=aB-1">배 짓기</a>');
    expect(troubles).toEqual([]);
  });

  it('knows our components', async () => {
    const { html, troubles } = await read(
      '<Callout kind="warning" title="조심">**몸**</Callout>\n\n<Details summary="더">\n\n안\n\n</Details>\n\n<Steps>\n\n1. 하나\n\n</Steps>',
    );
    expect(troubles).toEqual([]);
    expect(html).toContain('<aside class="callout callout-warning" aria-label="조심">');
    expect(html).toContain('<details>\n<summary>더</summary>\n<p>안</p>\n</details>');
    expect(html).toContain('<div class="steps"><ol>');
  });

  it.each([
    '글 <userId> 와 {a b c} 그리고 남는 말',
    '<div>\n\n남는 말',
    '남는 말 a < b 와 {',
    'export const a = (\n\n남는 말',
    '<Foo>\n\n남는 말\n\n</Bar>',
  ])('shows %j as written, with a warning', async (body) => {
    const { html, troubles } = await read(body);
    expect(html).toContain('남는 말');
    expect(troubles.length).toBeGreaterThan(0);
  });
});

describe('what MDX says in code', () => {
  it('keeps the words in the attributes of a component that nobody knows, and its name in a line', async () => {
    const { html, troubles } = await render(
      '<Own\n  className="a b"\n  npm="npm install a"\n  version="2 이상"\n  말="가"\n  data-x="a b"\n/>\n\n글 <Home /> <Since version="2 이상" />',
      {},
      'mdx',
    );
    expect(html).toBe(
      '<p>npm: npm install a</p>\n<p>version: 2 이상</p>\n<p>말: 가</p>\n<p>글 <em>Home</em> <em>Since</em> (version: 2 이상)</p>',
    );
    expect(troubles).toHaveLength(3);
  });

  it('shows a template with the code in it as it is written', async () => {
    const { html, troubles } = await render(
      '<CodeBlock language="bash">{`npx init ${site.x}`}</CodeBlock>',
      {},
      'mdx',
    );
    expect(html).toBe('<pre><code class="language-bash">npx init ${site.x}\n</code></pre>');
    expect(troubles).toHaveLength(1);
  });

  it('names the line of code that means nothing, not those above it that do', async () => {
    const { troubles } = await render(
      "글\n\nimport Tabs from '@theme/Tabs';\nimport constants from '@site/core/Constants';\n",
      {},
      'mdx',
    );
    expect(troubles).toEqual([expect.stringMatching(/^4 .*import constants/u)]);
  });

  it('keeps the words of elements that stand in an attribute, and none that may be hidden', async () => {
    const { html } = await read(
      '<Best\n  text={<>긴 글은 <a href={url("x")}>메모</a>로 {/* 남몰래 */} 옮긴다.</>}\n  good={<img alt="짧은 글이 든 칸" src={x("a.png")} />}\n  bad={<span hidden>남몰래 적은 글</span>}\n/>',
    );
    expect(html).toBe('<p>긴 글은 메모로 옮긴다.</p>\n<p>good: 짧은 글이 든 칸</p>');
    const other = await read('<Best text={<p>가 {"나 다"}</p>} good={<><style>남몰래</style>글</>} />');
    expect(other.html).toBe('<p>가 나 다</p>');
  });

  it.each([
    '<Best hidden text="남몰래 적은 글" />',
    '<Best style="display: none">남몰래 적은 글</Best>',
    '<Best className="d-none" title="남몰래 적은 글">\n\n글\n\n</Best>',
    '<Best secret="남몰래 적은 글" Internal="남몰래" />',
  ])('leaves out of a component that nobody knows what its author hides: %s', async (written) => {
    for (const format of ['md', 'mdx'] as const) {
      const { html, troubles } = await render(`앞\n\n${written}\n\n뒤`, {}, format);
      expect(html).not.toContain('남몰래');
      expect(html).toContain('뒤');
      expect(troubles).toHaveLength(1);
    }
  });
});
