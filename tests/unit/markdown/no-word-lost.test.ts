import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLostWords } from '../../../bench/fuzz/lost-words.ts';
import { render } from '../flavours/render.ts';

/** What makes a parser swallow text, in any order. */
const signs = [
  ...[
    '\n',
    '\n\n',
    ' ',
    '\n> ',
    '\n- ',
    '\n1. ',
    '\n# ',
    '\n## ',
    '\n    ',
    '\n| ',
    ' | ',
    '\n|-|-|\n',
    '\n---\n',
    '\n```\n',
  ],
  ...[
    '*',
    '**',
    '_',
    '~~',
    '`',
    '[',
    ']',
    '](b.md)',
    '![',
    '[^1]',
    '\n[^1]: ',
    '\n[^2]: ',
    '\\',
    '&',
    '&lt;',
    '$$',
    '\n$$\n',
  ],
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<!',
    '<?',
    '?>',
    '<![CDATA[',
    ']]>',
    '<b>',
    '</b>',
    '<div>',
    '</div>',
    '\n<div>\n',
    '\n</div>\n',
  ],
  ...[
    '<p>',
    '\n<p>',
    '<li>',
    '\n<table><tr><td>',
    '</td></tr></table>',
    '<T>',
    '<userId>',
    '\n<Foo>\n',
    '</Foo>',
    '<a href="b.md">',
  ],
  ...[
    '</a>',
    '\n<script>\n',
    '</script>',
    '\n<style>\n',
    '\n<pre>\n',
    '</pre>',
    '<textarea>',
    '<title>',
    '<select>',
    '<svg>',
    '</svg>',
  ],
  ...[
    '<b title="',
    '"',
    "'",
    '=',
    '\n<details>\n',
    '\n<summary>',
    '</summary>',
    '{',
    '}',
    '{{ ',
    ' }}',
    '\n:::note\n',
    '\n:::\n',
  ],
  ...['https://example.com/', '를', '。', '(', ')', '\n표: '],
];

const note = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...signs) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.map((piece, index) => piece ?? ` 말${index}끝 `).join(''))
  // The first h1 is the page's title and stands apart from its text.
  .map((body) => `# 제목\n\n${body}`);

describe('every word of a note', () => {
  it.each(['md', 'mdx'] as const)('stands in the page, or a problem names its line (%s)', async (format) => {
    await fc.assert(
      fc.asyncProperty(note, async (body) => {
        const { html, troubles } = await render(body, {}, format);
        const lines = new Set(troubles.map((trouble) => Number(trouble.split(' ')[0])));
        expect(findLostWords(body, { html, lines })).toEqual([]);
      }),
      { numRuns: 400, seed: 20261128 },
    );
  });
});

describe('footnotes that no text calls', () => {
  it.each([
    ['calls itself', '글.\n\n[^1]: 안 말0끝 [^1]\n'],
    ['calls itself again and again', `[^1]: 말0끝 ${'[^1]: '.repeat(40)}`],
    ['call each other', '글.\n\n[^1]: 안 말0끝 [^2]\n\n[^2]: 안 말1끝 [^1]\n'],
    [
      'holds another that no text calls',
      '[^2]: 말0끝\n\n    [^3]: 말1끝\n\n    > [^4]: 말2끝\n\n    말3끝\n',
    ],
    ['stands in a quote and calls itself', '> 글\n>\n> [^1]: 안 말0끝 [^1]\n'],
    ['is called by the title alone', '# 제목[^1]\n\n글.\n\n[^1]: 말0끝\n'],
    ['is called by one that no text calls', '[^1]: 말0끝 [^2]\n\n[^2]: 말1끝\n'],
  ])('one that %s stays, with a warning', async (_, text) => {
    const { html, troubles } = await render(text);
    const words = [...text.matchAll(/말\d끝/gu)].map(([word]) => word);
    for (const word of words) expect(html).toContain(word);
    expect(troubles.join()).toContain('각주');
    const ids = [...html.matchAll(/ id="([^"]*)"/gu)].map(([, id = '']) => id);
    for (const [, id = ''] of html.matchAll(/href="#([^"]*fn-[^"]*)"/gu)) expect(ids).toContain(id);
  });

  it('one that is called through another keeps its place among them', async () => {
    const { html, troubles } = await render('글[^1]\n\n[^1]: 안 [^2]\n\n[^2]: 밖 [^1]\n');
    expect(troubles).toEqual([]);
    expect(html).toMatch(/<li id="[^"]*fn-2"/u);
  });
});

it('a definition list is one, and a time of day is none', async () => {
  const { html, troubles } = await render('말0끝\n: 말1끝\n: 말2끝\n\n시각 12\n:30\n');
  for (const word of ['말0끝', '말1끝', '말2끝']) expect(html).toContain(word);
  expect(html).toContain('<dl><dt>말0끝</dt><dd>말1끝</dd><dd>말2끝</dd></dl>');
  expect(html).toContain('<p>시각 12\n:30</p>');
  expect(troubles).toEqual([]);
});

it('says of which addresses the words are shown nowhere', async () => {
  const { troubles } = await render(
    '[a]: https://example.org/ "하나"\n[b]: b.md "목록이 적은 것"\n[c]: c.md\n[c]: d.md "둘"\n\n글 [c].\n',
  );
  expect(troubles).toEqual([expect.stringMatching(/^1 .*\[a\]/u), expect.stringMatching(/^4 .*\[c\]/u)]);
});
