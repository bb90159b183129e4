import type { Element, Root, Text } from 'hast';
import { h } from 'hastscript';
import { splitDates } from '../knowledge/iso-dates.ts';
import { SKIP, visitParents } from './visit.ts';

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
      const texts = splitDates(node.value);
      if (texts.length === 1) return;
      const parts = texts.flatMap((value, place): (Text | Element)[] =>
        place % 2 ? [h('time', value)] : value ? [{ type: 'text', value }] : [],
      );
      const index = parent.children.indexOf(node);
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
  };
}
