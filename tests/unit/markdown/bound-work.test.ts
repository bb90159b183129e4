import { expect, test } from 'vitest';
import { findTooMuch, leaveOut } from '../../../src/markdown/bound-work.ts';
import { render } from '../flavours/render.ts';

const many = (unit: string, times: number) => unit.repeat(times);

test('a paragraph of too many signs is shown as written, in its place, and said', async () => {
  const heavy = `말 ${many('[글](b.md) ', 4000)}끝`;
  const body = `# 제목\n\n앞 *글*\n\n${heavy}\n\n뒤 *글*\n`;
  const { html, troubles } = await render(body);
  expect(html.includes(`<pre><code>${heavy}\n</code></pre>`)).toBe(true);
  expect(html.indexOf('앞 <em>글</em>')).toBeLessThan(html.indexOf('<pre>'));
  expect(html.indexOf('뒤 <em>글</em>')).toBeGreaterThan(html.indexOf('</pre>'));
  expect(troubles).toEqual([expect.stringMatching(/^5 .*1줄/u)]);
});

test('a note of too many signs is read up to there', async () => {
  const body = `# 제목\n\n${many('- **말** [글](b.md)\n\n', 6000)}끝\n`;
  const { html, troubles } = await render(body);
  expect(html.match(/<strong>/gu)?.length).toBeGreaterThan(2000);
  expect(html.slice(-40)).toContain('끝\n</code></pre>');
  expect((html.match(/말/gu) ?? []).length).toBe(6000);
  expect(troubles).toHaveLength(1);
});

test('what is hidden stays hidden in it', async () => {
  const { hideComments } = await import('../../../src/flavours/hide-comments.ts');
  const { body } = hideComments(`${many('[글] ', 4000)} %% 비밀 %% <!-- 비밀 -->\n`, 'md');
  expect(body).not.toContain('비밀');
});

test('long notes of text, tables, lists and code are no matter', () => {
  const text = [
    many(`${'긴 글이다. '.repeat(40)}[글](b.md)\n\n`, 400),
    `| a | b |\n|---|---|\n${many('| 말 | 2 |\n', 1500)}\n`,
    many('- [글](https://example.org/a) 말\n', 500),
    `\`\`\`js\n${many('const a = [b["c"]] * `${d}`;\n', 7000)}\`\`\`\n`,
  ].join('\n');
  expect(findTooMuch(text)).toEqual([]);
});

test('a megabyte of blank lines, with a word at its end, loses nothing', async () => {
  const { html } = await render(`앞\n${'\n'.repeat(200_000)}  끝\n`);
  expect(html).toBe('<p>앞</p>\n<pre><code>  끝\n</code></pre>');
});

test('leaving out keeps every line and column', () => {
  expect(leaveOut('가\n나다\n라\n', [{ from: 2, to: 5 }])).toBe('가\n  \n라\n');
  expect(leaveOut('가\n나다\n라\n', [{ from: 2, to: 7 }])).toBe('가\n');
});

test('what costs more than its signs counts as more: lists in lists, headings, blocks, lines of code', () => {
  expect(findTooMuch(many('- ', 300_000))).toHaveLength(1);
  expect(findTooMuch(many('1. * > ', 100_000))).toHaveLength(1);
  const drawn = many('```mermaid\nflowchart LR\n  A --> B\n```\n\n', 1500);
  expect(findTooMuch(drawn.slice(0, 15_000))).toEqual([]);
  expect(findTooMuch(drawn)).toHaveLength(1);
  const stairs = (depth: number) =>
    Array.from({ length: depth }, (_, at) => `${' '.repeat(2 * at)}- 말\n`).join('');
  expect(findTooMuch(many(stairs(10), 200))).toEqual([]);
  expect(findTooMuch(stairs(700))).toHaveLength(1);
  expect(findTooMuch(many('www.a.kr ', 10_000))).toHaveLength(1);
  expect(findTooMuch(`말\n\n${many('## 절\n\n', 7000)}`)).toHaveLength(1);
  expect(findTooMuch(many('- 하나\n\n', 7000))).toHaveLength(1);
  expect(findTooMuch(many('> ```\n\n', 11_000))).toHaveLength(1);
  expect(findTooMuch(`\`\`\`mermaid\n${many('%% 말\n', 40_000)}\`\`\`\n`)).toHaveLength(1);
});
