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
