import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import { rehypeDates } from '../../../src/markdown/dates.ts';

function withDates(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  rehypeDates()(tree);
  return toHtml(tree);
}

it.each([
  ['시행일은 2026-08-02이다', '시행일은 <time>2026-08-02</time>이다'],
  ['2026-08-02~2026-09', '<time>2026-08-02</time>~<time>2026-09</time>'],
  ['(2026-01-22).', '(<time>2026-01-22</time>).'],
  ['<td>2025-12</td>', '<td><time>2025-12</time></td>'],
])('%s', (html, right) => {
  expect(withDates(html)).toBe(right);
});

it.each([
  '2026-13-02',
  '010-2026-08-02',
  'CVE-2026-0802',
  'v2026-08-02.1',
  'https://example.com/2026-08-02/',
  '2026-08-02-draft',
  '2026-08-021',
  '<code>2026-08-02</code>',
  '<pre><span>2026-08-02</span></pre>',
  '<time datetime="2026-08-02">2026-08-02</time>',
])('%s stays as it is', (html) => {
  expect(withDates(html)).toBe(html);
});
