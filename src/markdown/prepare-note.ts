import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { prepareTree } from './prepare-tree.ts';
import type { FindContext } from './render-context.ts';

/** Brings the tree into the shape that the outline was read from; must come first. */
export function remarkPrepareNote(options: { find: FindContext }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = await options.find(file);
    if (!context) return;
    const { note, generate } = context;
    prepareTree(tree, { title: note.title, ...(generate ? { generate } : {}) });
  };
}
