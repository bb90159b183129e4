import { describe, expect, it } from 'vitest';
import { hideComments } from '../../../src/flavours/hide-comments.ts';
import { readFencedDivs } from '../../../src/flavours/fenced-divs.ts';
import { readUnfencedDiagrams } from '../../../src/flavours/unfenced-diagrams.ts';
import { parseMarkdown } from '../../../src/markdown/parse-note.ts';
import { diagramTitle, prepareTree } from '../../../src/markdown/prepare-tree.ts';
import { visit } from '../../../src/markdown/visit.ts';

/** The diagrams of a note: `line of the opening fence: code`. */
function diagrams(written: string): string[] {
  const body = readUnfencedDiagrams(written);
  expect(body.split('\n')).toHaveLength(written.split('\n').length);
  const tree = parseMarkdown(body, 'md');
  prepareTree(tree, { title: '', flavour: { path: 'note.md', source: body } });
  const found: string[] = [];
  visit(tree, 'code', (code) => {
    if (code.lang === 'mermaid') found.push(`${code.position?.start.line ?? 0}: ${code.value}`);
  });
  return found;
}

describe('diagrams without a fence', () => {
  it.each([
    [
      'a box',
      '글\n\n::: mermaid\ngraph TD\n  a --> b:::c\n\n  b --> c\n:::',
      '3: graph TD\n  a --> b:::c\n\n  b --> c',
    ],
    [
      'a box in a list',
      '1. 글\n\n   :::mermaid\n   graph TD\n    a --> b\n   :::\n',
      '3: graph TD\n a --> b',
    ],
    [
      'a box in a quote',
      '> [!NOTE]\n> ::: mermaid\n> graph TD\n>   a --> b\n> :::',
      '2: graph TD\n  a --> b',
    ],
    ['a box in a box', ':::note\n::: mermaid\ngraph TD\n:::\n:::', '2: graph TD'],
    ['a class of Pandoc', '::: {.mermaid}\ngraph TD\n:::', '1: graph TD'],
    [
      'text of HTML',
      '<pre class="mermaid">\ngraph LR\n  a --&gt; b["x &lt; y &amp; &#44032;"]\n\n  b --&gt; c\n</pre>',
      '1: graph LR\n  a --> b["x < y & 가"]\n\n  b --> c',
    ],
    [
      'an element',
      '<div class="chart mermaid" style="x">\n\n    graph TD\n      a --> b\n\n</div>',
      '1: \ngraph TD\n  a --> b\n',
    ],
    ['no quotes', '<div class=mermaid>\ngraph TD\n</div>', '1: graph TD'],
    [
      'code in an element',
      '<pre><code class="language-mermaid">graph TD\n  a --&gt; b\n</code></pre>',
      '1: graph TD\n  a --> b',
    ],
    [
      'code below text',
      '글\n\n<pre><code class="language-mermaid">graph TD\n  a --&gt; b\n</code></pre>',
      '2: graph TD\n  a --> b',
    ],
    ['one line', '글\n\n<pre class="mermaid">graph TD; a --&gt; b</pre>\n\n글', '2: graph TD; a --> b'],
    ['an item of a list', '- <pre class="mermaid">\n  graph TD\n  </pre>', '1: graph TD'],
    [
      'a tab',
      '=== "가"\n\n    <div class="mermaid">\n    graph TD\n\n      a --> b\n    </div>',
      '3: graph TD\n\n  a --> b',
    ],
    ['words below', '<div class="mermaid">\ngraph TD\n</div> 글\n\n글', '1: graph TD'],
    ['backticks', '<pre class="mermaid">\ngraph TD\n```\n</pre>', '1: graph TD\n```'],
    ['a fence in a box', '::: mermaid\n```mermaid\ngraph TD\n```\n:::', '2: graph TD'],
  ])('in %s', (_, written, shown) => {
    expect(diagrams(written)).toEqual([shown]);
  });

  it.each([
    [
      'below each other',
      '글\n<pre class="mermaid">graph TD; a --&gt; b</pre>\n<pre class="mermaid">graph LR</pre>\n글',
      [1, 2],
    ],
    [
      'in one line',
      '글\n\n<pre class=mermaid>graph TD; a --&gt; b</pre> <pre class=mermaid>graph LR</pre>',
      [2, 2],
    ],
    [
      'in a quote',
      '> <pre class="mermaid">graph TD; a --&gt; b</pre>\n> <pre class="mermaid">graph LR</pre>',
      [1, 1],
    ],
    [
      'at the top',
      '<div class="mermaid">graph TD; a --&gt; b</div>\n<div class="mermaid">\n  graph LR\n</div>',
      [1, 2],
    ],
  ])('reads two that stand %s', (_, written, [first, second]) => {
    expect(diagrams(written)).toEqual([`${first}: graph TD; a --> b`, `${second}: graph LR`]);
  });

  it.each([
    '```html\n<pre class="mermaid">\ngraph TD\n</pre>\n```',
    '글\n\n    <pre class="mermaid">\n    graph TD\n    </pre>',
    '`<pre class="mermaid">`\n\n`</pre>`',
    '<div class="mermaid">\n\n```js\nx\n```\n\n</div>',
    '<div class="mermaid"><img src="a.png"></div>',
    '<div class="mermaid-frame">\ngraph TD\n</div>',
    '::: mermaid\ngraph TD',
    '> ::: mermaid\n> graph TD\n\n:::',
    '<pre class="mermaid">\n</pre>',
    '<div class="mermaid">\ngraph TD',
  ])('stay as they are written where they are none: %j', (written) => {
    expect(readUnfencedDiagrams(written)).toBe(written);
  });

  it('keeps a comment hidden that holds one', () => {
    const written = '<!--\n<pre class="mermaid">\ngraph TD\n a --&gt; b\n</pre>\nsecret\n-->\n\n글';
    expect(readUnfencedDiagrams(hideComments(written, 'md').body)).not.toMatch(/graph|secret/u);
  });
});

it.each([
  ['```{mermaid}\n%%| label: fig-x\n%%| fig-cap: "A caption"\ngraph TD\n```', 'A caption'],
  ['```{.mermaid caption="A caption"}\ngraph TD\n```', 'A caption'],
  ['```{mermaid}\n:caption: A caption\n\ngraph TD\n```', 'A caption'],
])('takes the caption of another tool for the title: %j', (written, title) => {
  const tree = parseMarkdown(readFencedDivs(hideComments(written, 'md').body), 'md');
  prepareTree(tree, { title: '', flavour: { path: 'note.md', source: written } });
  const titles: (string | undefined)[] = [];
  visit(tree, 'code', (code) => void titles.push(diagramTitle(code)));
  expect(titles).toEqual([title]);
});
