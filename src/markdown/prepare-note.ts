import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { writtenAs } from '../flavours/flavour.ts';
import { markPlaces } from './places.ts';
import { prepareTree } from './prepare-tree.ts';
import type { FindContext } from './render-context.ts';
import { visit } from './visit.ts';

/** Brings the tree into the shape that the outline was read from; must come first. */
export function remarkPrepareNote(options: { find: FindContext }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = await options.find(file);
    if (!context) return;
    const { note, generate } = context;
    const flavour = { ...context.flavour, path: note.path, source: String(file) };
    prepareTree(tree, { title: note.title, flavour, ...(generate ? { generate } : {}) });
    markPlaces(tree);
    // `::line` that nobody knows: the check has said so.
    visit(tree, 'leafDirective', (node, index, parent) => {
      if (!parent || index === undefined) return;
      const value = writtenAs(node, flavour.source);
      parent.children[index] = { type: 'paragraph', children: [{ type: 'text', value }] };
    });
  };
}
