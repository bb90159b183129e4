import type { RootContent } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Note } from '../knowledge/note.ts';
import { rehypeDates } from './dates.ts';
import { remarkNoteLinks } from './note-links.ts';
import { prepareTree } from './prepare-tree.ts';
import type { RenderContext } from './render-context.ts';
import { rehypeTables } from './tables.ts';

/** Markdown nodes as HTML, outside any note: links resolve, tables group; nothing has an id of its own. */
export async function renderNodes(
  nodes: RootContent[],
  context: Omit<RenderContext, 'drawing'>,
): Promise<string> {
  // A note without outline: ids belong to the note in which the table stands.
  const note: Note = { ...context.note, outline: { ...context.note.outline, tables: [] } };
  const find = () => Promise.resolve({ ...context, note, drawing: () => Promise.resolve(null) });
  const tree = { type: 'root' as const, children: nodes };
  prepareTree(tree, { title: '' });
  const processor = unified()
    .use(remarkNoteLinks, { find })
    .use(remarkRehype)
    .use(rehypeTables, { find })
    .use(rehypeDates)
    .use(rehypeStringify);
  const file = new VFile();
  return processor.stringify(await processor.run(tree, file), file);
}
