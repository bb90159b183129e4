import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/markdown/parse-note.ts';
import { prepareTree } from '../../../src/markdown/prepare-tree.ts';
import { rehypeTables } from '../../../src/markdown/tables.ts';

async function render(columns: number): Promise<string> {
  const line = (cell: (at: number) => string) =>
    `|${Array.from({ length: columns }, (_, at) => cell(at)).join('|')}|`;
  const body = [
    line((at) => `H${at}`),
    line(() => '---'),
    line((at) => (at === 2 ? '' : at === 4 ? '—' : `c${at}`)),
  ].join('\n');
  const tree = parseMarkdown(body, 'md');
  prepareTree(tree, { title: '', flavour: { path: 'note.md', source: body } });
  const processor = unified()
    .use(remarkRehype)
    .use(rehypeTables, { find: () => Promise.resolve(null) })
    .use(rehypeStringify);
  return processor.stringify(await processor.run(tree)).replaceAll('\n', '');
}

it('cells of a table that no sheet of paper has room for say what their columns are called', async () => {
  const html = await render(11);
  expect(html).toContain('is-vast');
  expect(html).toContain('<td data-head="H1">c1</td><td></td><td data-head="H3">c3</td>');
  expect(html).toContain('<td class="pin" data-head="H0">c0</td>');
  // A dash after a name would be a sentence that says nothing.
  expect(html).toContain('<td data-blank="">—</td>');
});

it('others do not', async () => {
  const html = await render(10);
  expect(html).not.toContain('is-vast');
  expect(html).not.toContain('data-head');
});
