import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { troublesOf } from '../../../src/flavours/flavour.ts';
import type { PrepareOptions } from '../../../src/markdown/prepare-tree.ts';
import { prepareTree } from '../../../src/markdown/prepare-tree.ts';
import { parseMarkdown } from '../../../src/markdown/parse-note.ts';

/** A note's body as plain HTML, with what the flavours say of it: `line message`. */
export async function render(
  body: string,
  flavour: Partial<NonNullable<PrepareOptions['flavour']>> = {},
  format: 'md' | 'mdx' = 'md',
): Promise<{ html: string; troubles: string[] }> {
  const tree = parseMarkdown(body, format);
  prepareTree(tree, { title: '', flavour: { path: 'note.md', source: body, ...flavour } });
  const processor = unified().use(remarkRehype).use(rehypeStringify);
  return {
    html: processor.stringify(await processor.run(tree)),
    troubles: troublesOf(tree).map(({ line, message }) => `${line} ${message}`),
  };
}
