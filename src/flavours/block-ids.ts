/**
 * `^정의` at the end of a block, or alone after a list, table, quote or fence (Obsidian): the id of that block, to which
 * `[[노트#^정의]]` leads. It leaves the text.
 */
import type { Nodes, Parent, Root, RootContent, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { type Flavour, writtenAs } from './flavour.ts';
import { visit } from '../markdown/visit.ts';

const atEnd = /(?:^|\s)\^([\p{L}\p{N}-]+)\s*$/u;

export const blockIds: Flavour = {
  adapt(tree, { source }) {
    visit(tree, 'table', (table) => readLastRow(table, source));
    visit(tree, ['paragraph', 'heading'], (node, index, parent) => {
      if (!parent || index === undefined || !('children' in node)) return undefined;
      const last = node.children.at(-1);
      if (last?.type !== 'text') return undefined;
      const id = atEnd.exec(last.value);
      if (!id?.[1]) return undefined;
      const rest = last.value.slice(0, id.index).trimEnd();
      const isAlone = !rest && node.children.length === 1;
      const before = (parent as Parent).children[index - 1];
      if (isAlone && !before) return undefined;
      last.value = rest;
      if (!rest) node.children.pop();
      if (isAlone && before) {
        setBlockId(before, id[1]);
        // A fence becomes a figure or a highlighted block: its anchor stands before it.
        const anchor = before.type === 'code' ? [makeAnchor(id[1])] : [];
        (parent as Parent).children.splice(index - 1, 2, ...anchor, before);
        return index + anchor.length;
      }
      // The text of a list item is the item.
      setBlockId(parent.type === 'listItem' ? parent : node, id[1]);
      return undefined;
    });
  },
};

/** The line below a table, with no blank one between, has become its last row. A row with bars is one. */
function readLastRow(table: Table, source: string): void {
  const row = table.children.at(-1);
  const [first, ...others] = row?.children ?? [];
  const id = first && table.children.length > 1 ? /^\^([\p{L}\p{N}-]+)$/u.exec(toString(first).trim()) : null;
  const isRow = row && /(?<!\\)\|/u.test(writtenAs(row, source));
  if (!id?.[1] || isRow || others.some((cell) => cell.children.length)) return;
  table.children.pop();
  setBlockId(table, id[1]);
}

export function setBlockId(node: Nodes, id: string): void {
  if (blockIdOf(node) !== undefined) return;
  const data = (node.data ?? {}) as { hProperties?: object };
  const anchor = { id: `^${id}`, className: ['anchor-alias'] };
  if (node.type === 'heading') {
    // Its own id is the section's.
    node.children.push({ type: 'text', value: '', data: { hName: 'span', hProperties: anchor } } as never);
    node.data = { ...data, blockId: anchor.id } as never;
  } else
    node.data = { ...data, blockId: anchor.id, hProperties: { ...data.hProperties, id: anchor.id } } as never;
}

function makeAnchor(id: string): RootContent {
  const hProperties = { id: `^${id}`, className: ['anchor-alias'] };
  return { type: 'paragraph', children: [], data: { hName: 'span', hProperties } } as never;
}

/** The block with an id, its mark included. */
export function findBlock(tree: Root, id: string): RootContent | null {
  let found: RootContent | null = null;
  visit(tree, (node) => {
    if (!found && blockIdOf(node)?.toLowerCase() === id.toLowerCase()) found = node as RootContent;
  });
  return found;
}

/** The id of a block, with its mark: `^정의`. */
export function blockIdOf(node: Nodes): string | undefined {
  return (node.data as { blockId?: string } | undefined)?.blockId;
}
