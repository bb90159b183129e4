/** Notes made of whole shapes put into each other: no word is lost where one convention meets another. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findLostWords } from '../../../bench/fuzz/lost-words.ts';
import { render } from '../flavours/render.ts';

/** `@` stands for a word, in the order of the note. */
const inline: readonly string[] = [
  '@',
  '**@**',
  '*@* @',
  '`@`',
  '~~@~~',
  '==@==',
  '[@](https://example.org)',
  '[@][id@]',
  '[@][]',
  '[@ @]: @',
  '[[@|@]]',
  '[[b#@|@]]',
  '![[b|@]]',
  '![@](a.png)',
  '<b>@</b>',
  '<kbd>@</kbd> @',
  '<userId> @',
  'List<@>',
  'Map<String, List<@>>',
  '$5 @ $6',
  '$x$ @',
  '$@$',
  '{{ @ }}',
  '@[^1]',
  '@[^@]',
  '^[@]',
  '#@',
  '@ | @',
  '\\| @',
  'https://example.com/a를 @',
  ':@: @',
  ':name[@]{a=b}',
  '@{.class}',
  '&lt;@&gt;',
  '<!@',
  '</@>',
  '++@++',
  '@~2~ @^3^',
  '(@) [@] {@}',
  '@ {#id}',
  '- @',
  '1. @',
  '> @',
];
const blocks: readonly ((inner: string, next: string) => string)[] = [
  (inner) => inner,
  (inner, next) => `${inner}\n${next}`,
  (inner) => `# ${inner}`,
  (inner) => `## ${inner} {#a}`,
  (inner) => `${inner}\n===`,
  (inner, next) => `- ${inner}\n---\n${next}`,
  (inner, next) => `- ${inner}\n  - ${next}\n    1. @`,
  (inner, next) => `- [ ] ${inner}\n- [x] ${next}`,
  (inner, next) => `| ${inner} | @ |\n|-|-|\n| ${next} | @ | @ |`,
  (inner, next) => `${inner} | @\n:-:|-\n${next}`,
  (inner, next) => `${inner}\n\n: ${next}\n: @`,
  (inner, next) => `[^1]: ${inner}\n\n    ${next}`,
  (inner) => `[^@]: ${inner}`,
  (inner) => `[id1]: b.md\n${inner}`,
  (inner, next) => `:::note ${inner}\n${next}\n:::`,
  (inner, next) => `::: details ${inner}\n\n${next}\n\n:::`,
  (inner, next) => `!!! note "${inner.replaceAll('"', '')}"\n    ${next}`,
  (inner, next) => `??? tip\n    ${inner}\n\n    ${next}`,
  (inner, next) => `=== "${inner.replaceAll('"', '')}"\n\n    ${next}`,
  (inner) => `::name[${inner}]`,
  (inner, next) => `<details>\n<summary>${inner}</summary>\n\n${next}\n\n</details>`,
  (inner, next) => `<div>\n${inner}\n\n${next}\n</div>`,
  (inner, next) => `<table><tr><td>${inner}<td>${next}</table>`,
  (inner, next) => `<ul>\n<li>${inner}\n<li>${next}\n</ul>`,
  (inner) => `<pre>\n${inner}\n</pre>`,
  (inner) => `\`\`\`js title="@"\n${inner}\n\`\`\``,
  (inner) => `$$\n${inner}\n$$`,
  (inner, next) => `> [!note] ${inner}\n> ${next}`,
  (inner, next) => `> [!tip]- ${inner}\n>\n> | @ | @ |\n> |-|-|\n> | ${next} | @ |`,
  (inner) => `@:: ${inner}`,
  (inner) => `    ${inner}`,
  (inner) => `***\n${inner}\n___`,
  (inner) => `{% note %}\n${inner}\n{% endnote %}`,
  (inner) => `{{< figure caption="@" >}} ${inner}`,
];
const wraps: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/^/gmu, '> '),
  (text) => `- ${text.replaceAll('\n', '\n  ')}`,
  (text) => `1. ${text.replaceAll('\n', '\n   ')}`,
  (text) => `> [!warning] @\n${text.replace(/^/gmu, '> ')}`,
  (text) => `:::info\n${text}\n:::`,
  (text) => `<div>\n\n${text}\n\n</div>`,
  (text) => `[^2]: @\n\n    ${text.replaceAll('\n', '\n    ')}`,
  (text) => text.replaceAll('  ', '\t'),
];

const words = fc
  .array(fc.constantFrom(...inline), { minLength: 1, maxLength: 3 })
  .map((list) => list.join(' '));
const block = fc
  .tuple(fc.constantFrom(...blocks), words, words, fc.array(fc.constantFrom(...wraps), { maxLength: 2 }))
  .map(([write, inner, next, around]) => around.reduce((text, wrap) => wrap(text), write(inner, next)));
const note = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n\n', '\n'))
  .map(([list, between]) => {
    let count = 0;
    const body = list.join(between).replace(/@/gu, () => `말${count++}끝`);
    return `# 제목\n\n${body}\n`;
  })
  .chain((text) => fc.constantFrom(text, text.replaceAll('\n', '\r\n')));

it.each(['md', 'mdx'] as const)(
  'a word in any shape stands in the page, or a line is named (%s)',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(note, async (body) => {
        const { html, troubles } = await render(body, {}, format);
        const lines = new Set(troubles.map((trouble) => Number(trouble.split(' ')[0])));
        expect(findLostWords(body, { html, lines })).toEqual([]);
      }),
      {
        numRuns: Number(process.env['SHAPE_RUNS'] ?? 250),
        seed: Number(process.env['SHAPE_SEED'] ?? 20261129),
      },
    );
  },
  600_000,
);
