import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/markdown/parse-note.ts';
import { prepareTree } from '../../../src/markdown/prepare-tree.ts';
import { rehypeTables } from '../../../src/markdown/tables.ts';

async function render(body: string): Promise<string> {
  const tree = parseMarkdown(body, 'md');
  prepareTree(tree, { title: '', flavour: { path: 'note.md', source: body } });
  const processor = unified()
    .use(remarkRehype)
    .use(rehypeTables, { find: () => Promise.resolve(null) })
    .use(rehypeStringify);
  return processor.stringify(await processor.run(tree));
}

/** Cells of the body's rows that span several: their names, spans and texts. */
async function spansOf(...rows: string[]): Promise<string[]> {
  const width = (rows[0]?.split('|').length ?? 2) - 2;
  const body = [`|${'h|'.repeat(width)}`, `|${'---|'.repeat(width)}`, ...rows].join('\n');
  const html = await render(body);
  return [...html.matchAll(/<(t[hd])[^>]*rowspan="(\d)"[^>]*>([^<]*)/gu)].map(
    ([, tag, span, text]) => `${tag} ${span} ${text}`,
  );
}

test('a group within a group is its heading', async () => {
  expect(await spansOf('|a|x|1|', '|||2|', '||y|3|', '|||4|')).toEqual(['th 4 a', 'th 2 x', 'th 2 y']);
});

test('what is said of all of a group is a value of it', async () => {
  expect(await spansOf('|a|x|z|1|', '||||2|', '|b|y|z|3|')).toEqual(['th 2 a', 'td 2 x', 'td 2 z']);
});

test('a column that heads parts of one group heads those of the others', async () => {
  expect(await spansOf('|a|x|1|', '|||2|', '||y|3|', '|||4|', '|b|z|5|', '|||6|')).toEqual([
    'th 4 a',
    'th 2 x',
    'th 2 y',
    'th 2 b',
    'th 2 z',
  ]);
});

test('a column that parts one group into rows heads the rows of the others', async () => {
  expect(await spansOf('|a|x|1|', '||y|2|', '|b|z|3|', '|||4|')).toEqual(['th 2 a', 'th 2 b', 'th 2 z']);
});

test('a blank corner heads nothing', async () => {
  const html = await render('||a|\n|---|---|\n|x|1|\n\n<table><tr><th></th><th>b</th></tr></table>');
  expect([...html.matchAll(/<(t[hd])\b[^>]*>([^<]*)/gu)].map(([, tag, text]) => `${tag} ${text}`)).toEqual([
    'td ',
    'th a',
    'td x',
    'td 1',
    'td ',
    'th b',
  ]);
});
