import type { Nodes, Root } from 'mdast';
import { isMermaid } from './outline.ts';
import { visit } from './visit.ts';

/**
 * Headings, tables and figures carry their places in the note's outline through rendering, where their order changes:
 * footnotes go to the end, boxes and tables are wrapped.
 */
export function markPlaces(tree: Root): void {
  const next = { dataSection: 0, dataTable: 0, dataFigure: 0 };
  const mark = (node: Nodes, name: keyof typeof next) => {
    const { hProperties } = (node.data ?? {}) as { hProperties?: object };
    node.data = { ...node.data, hProperties: { ...hProperties, [name]: String(next[name]++) } };
  };
  visit(tree, (node) => {
    if (node.type === 'heading' && node.depth <= 4) mark(node, 'dataSection');
    else if (node.type === 'table') mark(node, 'dataTable');
    else if (node.type === 'code' && isMermaid(node)) mark(node, 'dataFigure');
  });
}

/** Reads a place that `markPlaces` left on an element, and takes it away; -1 where it has none. */
export function takePlace(
  properties: Record<string, unknown>,
  name: 'dataSection' | 'dataTable' | 'dataFigure',
): number {
  const place = properties[name];
  delete properties[name];
  return place === undefined ? -1 : Number(place);
}
