import type { Nodes, Parent, Root } from 'mdast';

/** Calls `see` for every node, parents first, in the order in which they stand; however deep the tree is. */
export function walkTree(tree: Root, see: (node: Nodes, parent: Parent | null) => void): void {
  const waiting: { node: Nodes; parent: Parent | null }[] = [{ node: tree, parent: null }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, parent } = next;
    see(node, parent);
    if (!('children' in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) waiting.push({ node: child, parent: node });
    }
  }
}
