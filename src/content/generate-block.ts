import { type BlockData, writeBlock } from '../knowledge/generated-blocks.ts';
import { parseMarkdown } from '../markdown/parse-note.ts';
import type { GeneratedBlock } from '../markdown/prepare-tree.ts';

/** The nodes of a generated block, or null where there is none of that name. */
export function generateBlock(block: GeneratedBlock, data: BlockData) {
  const markdown = writeBlock(block.name, block.of, data);
  if (markdown === null) return null;
  const nodes = parseMarkdown(markdown, 'md').children;
  for (const node of nodes) {
    if (node.type === 'code') node.data = { ...node.data, generated: true } as typeof node.data & object;
    if (node.type === 'table') {
      // Rows made from typed data have no order of their own that a reader must keep.
      const hProperties = { dataSortable: '' };
      node.data = { ...node.data, generated: true, hProperties } as typeof node.data & object;
    }
  }
  return nodes;
}
