import type { Element, Root, Text } from 'hast';
import { h } from 'hastscript';
import { SKIP, visitParents } from 'unist-util-visit-parents';

/** An ISO day or month that stands alone: not part of a longer number, name or address. */
const isoDate = /(?<![\w./-])\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\w/]|-\w|\.\d)/gu;

/** Where a date is not prose: code stays as it is, and a drawing has no HTML in it. */
const untouched = new Set([
  'code',
  'pre',
  'kbd',
  'samp',
  'time',
  'svg',
  'math',
  'script',
  'style',
  'template',
  'textarea',
]);

/** ISO dates become `<time>`, which the style sheet never breaks over lines: `2026-08-/02` is not read as a date. */
export function rehypeDates() {
  return (tree: Root): void => {
    visitParents(tree, 'text', (node: Text, ancestors) => {
      const parent = ancestors.at(-1);
      if (
        !parent ||
        ancestors.some((ancestor) => ancestor.type === 'element' && untouched.has(ancestor.tagName))
      )
        return;
      const parts: (Text | Element)[] = [];
      let from = 0;
      for (const match of node.value.matchAll(isoDate)) {
        if (match.index > from) parts.push({ type: 'text', value: node.value.slice(from, match.index) });
        parts.push(h('time', match[0]));
        from = match.index + match[0].length;
      }
      if (from === 0) return;
      if (from < node.value.length) parts.push({ type: 'text', value: node.value.slice(from) });
      const index = parent.children.indexOf(node);
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
  };
}
