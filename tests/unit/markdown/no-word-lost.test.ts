import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

/** Words that are neither in the page nor on a line that a problem names. */
async function findLost(body: string, format: 'md' | 'mdx'): Promise<string[]> {
  const { html, troubles } = await render(body, {}, format);
  const page = decodeURI(html.replace(/%(?![\dA-F]{2})/gu, '%25'));
  const text = page.replace(/<[^>]*>/gu, '');
  const told = new Set(troubles.map((trouble) => Number(trouble.split(' ')[0])));
  const lines = body.split('\n');
  return [...body.matchAll(/말\d+끝/gu)]
    .filter(({ 0: word, index }) => {
      // Formulas set each letter apart.
      if (page.includes(word) || text.includes(word)) return false;
      // A problem names the line on which what is left out begins.
      const line = body.slice(0, index).split('\n').length;
      const start = lines.slice(0, line).findLastIndex((text) => /^[\s>]*$/u.test(text)) + 1;
      return ![...told].some((at) => at >= Math.min(start, line) && at <= line);
    })
    .map(([word]) => word);
}

describe('every word of a note', () => {
  it.each(['md', 'mdx'] as const)('stands in the page, or a problem names its line (%s)', async (format) => {
    await fc.assert(
      fc.asyncProperty(note, async (body) => {
        expect(await findLost(body, format)).toEqual([]);
      }),
      { numRuns: 400, seed: 20261128 },
    );
  });
});
