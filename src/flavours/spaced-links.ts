/**
 * `![나](./그림 둘.png)` and `[글](내 노트.md)`: Markdown wants spaces in an address escaped or in `<…>`, but editors and
 * authors leave them. What ends like a file is a link all the same.
 */
import type { Image, Link, Parent, RootContent, Text } from 'mdast';
import type { Flavour } from './flavour.ts';
import { SKIP, visit } from '../markdown/visit.ts';

/** An image's mark, the words, the address. */
export const spacedLinkPattern =
  /(!?)\[([^[\]\n]*)\]\(([^()\n"<>]*[^()\n"<>\s] [^()\n"<>]*\.[a-z0-9]{2,6}(?:#[^()\n]*)?)\)/giu;

export const spacedLinks: Flavour = {
  adapt(tree) {
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || parent.type === 'link' || !node.value.includes(']('))
        return undefined;
      const parts = split(node);
      if (!parts) return undefined;
      (parent as Parent).children.splice(index, 1, ...(parts as never[]));
      return [SKIP, index + parts.length];
    });
  },
};

function split(node: Text): RootContent[] | null {
  const parts: RootContent[] = [];
  let past = 0;
  for (const match of node.value.matchAll(spacedLinkPattern)) {
    const [whole, mark, label = '', written = ''] = match;
    const url = written.trim().replace(/ /gu, '%20');
    const made: Image | Link = mark
      ? { type: 'image', url, alt: label }
      : { type: 'link', url, children: [{ type: 'text', value: label }] };
    if (node.position) made.position = node.position;
    parts.push({ ...node, value: node.value.slice(past, match.index) }, made);
    past = match.index + whole.length;
  }
  if (!past) return null;
  parts.push({ ...node, value: node.value.slice(past) });
  return parts.filter((part) => part.type !== 'text' || part.value);
}
