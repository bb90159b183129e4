import type { Nodes, Parent, Root, RootContent } from 'mdast';
import { problemsWords } from '#words';
import { report } from '../flavours/flavour.ts';

/** Deeper than any text is meant to be, and far from where the tools that follow run out of stack. */
const deepest = 400;

/** What stands deeper than that comes out of its quotes, lists and emphasis; its words stay. */
export function limitDepth(tree: Root): void {
  const waiting: { node: Parent; depth: number }[] = [{ node: tree, depth: 0 }];
  let isReported = false;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    const isDeep =
      depth >= deepest && node.children.some((child) => 'children' in child && hasParents(child));
    if (isDeep) {
      if (!isReported) report(tree, node, problemsWords().markdown.tooDeep(deepest));
      isReported = true;
      node.children = flatten(node.children);
      continue;
    }
    for (const child of node.children)
      if ('children' in child) waiting.push({ node: child, depth: depth + 1 });
  }
}

function hasParents(node: Parent): boolean {
  return node.children.some((child) => 'children' in child);
}

/** The nodes with those that hold others replaced by what they hold, but for the last two levels. */
function flatten(nodes: readonly RootContent[]): RootContent[] {
  const out: RootContent[] = [];
  const waiting: Nodes[] = [...nodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('children' in node && hasParents(node)) {
      for (let index = node.children.length - 1; index >= 0; index--)
        waiting.push(node.children[index] as Nodes);
    } else out.push(node as RootContent);
  }
  return out;
}
