import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { readWrittenPage } from '../../../src/outputs/read-written-page.ts';
import { readPage } from '../../../src/search/read-page.ts';

const page = (main: string) =>
  `<!doctype html><html><head><title>A &amp; B</title><meta name="viewport" content="x"></head><body><main id="main"><article data-pagefind-body data-note="a/b" data-title="하나 &#x26; &quot;둘&quot;" data-facets='[{"name":"층","values":["가"]}]'>${main}</article></main></body></html>`;

test.each([
  ['text with references', '<p>a &#x26; b &lt;c&gt; &#38; d&nbsp;e &copy; &none; &</p>'],
  ['inline marks', '<p>가<b>나</b>다<br>라<code>&#x3C;x></code></p>'],
  [
    'headings and lists',
    '<h2 id="s-1">가 <button>복사</button></h2><ul><li>하나</li><li><p>둘</p></li></ul>',
  ],
  [
    'a table',
    '<figure class="table-figure wide" id="t-1"><table><thead><tr><th>가</th><th colspan="2">나</th></tr></thead><tbody><tr><td rowspan="2">1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></tbody></table></figure>',
  ],
  [
    'a drawing',
    '<figure class="diagram" id="f-1"><mermaid-diagram data-title="흐름"><svg><title/><g><svg><path d="M0 0"/></svg><text>밖 > 안</text></g></svg><pre hidden>graph</pre></mermaid-diagram><details class="diagram-text"><summary>글</summary><p>말 <b>둘</b></p></details></figure><p>뒤</p>',
  ],
  ['code', '<pre data-language="js"><code>\n\n  a\n  b</code></pre><pre>\nc\n d</pre>'],
  ['a formula', '<p>식 <math><mfrac><mn>1</mn><mn>2</mn></mfrac><annotation>x</annotation></math></p>'],
  [
    'what is hidden',
    '<p hidden>가</p><p data-pagefind-ignore>나</p><template><p>다</p></template><!-- <p>라</p> --><p>마</p>',
  ],
  ['scripts and pictures', '<script>if (a < b) "</p>"</script><p>앞<img src="x" alt="그림 &amp; 글">뒤</p>'],
  ['citations', '<p>가<sup><a data-cite="x" data-strength="primary" href="#x">[1]</a></sup>.</p>'],
])('a page that was written is searched as a browser shows it: %s', (_, main) => {
  expect(readPage(readWrittenPage(page(main)), '/a/b/')).toEqual(readPage(fromHtml(page(main)), '/a/b/'));
});

test('a page that asks not to be searched is not', () => {
  const html = page('<p>가</p>').replace('<meta ', '<meta name="robots" content="noindex"><meta ');
  expect(readPage(readWrittenPage(html), '/a/b/')).toBeNull();
});

test.each(['', '<', '<p', '</p>', '<svg>', '</svg></p>', '<p a="', '<!--'])(
  '%s is no reason to fail',
  (html) => {
    expect(readWrittenPage(html).type).toBe('root');
  },
);

test.each(['<p>', '</p>', '<svg>', '&amp', '<!--', '<b></b>', 'a="'])(
  'a megabyte of %s is read in one pass',
  (sign) => {
    const html = sign.repeat(1_000_000 / sign.length);
    const start = process.cpuUsage();
    readWrittenPage(html);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(4);
  },
);
