/**
 * `![나](./그림 둘.png)` and `[글](내 노트.md)`: Markdown wants spaces in an address escaped or in `<…>`, but editors and
 * authors leave them. What ends like a file is a link all the same. So is an image with a size behind its address.
 */
import type { Image, Link, Parent, RootContent, Text } from 'mdast';
import type { Flavour } from './flavour.ts';
import { replaceText } from './replace-text.ts';
import { SKIP, visit } from '../markdown/visit.ts';

/** An image's mark, the words, the address. */
export const spacedLinkPattern =
  /(!?)\[([^[\]\n]*)\]\((?=(?:[^()\s"<>]|\([^()\s"<>]{0,200}\)){0,200}(?:\([^()\s"<>]{1,200})? )((?:[^()\n"<>]|\([^()\n"<>]{0,200}\)){1,400}\.[a-z0-9]{2,6}(?:#[^()\n]*)?)\)/giu;

/** `![글](a.png =100x20)` (markdown-it, HackMD, VS Code): the words, the address, a title, width and height. */
export const sizedImagePattern =
  /!\[([^[\]\n]*)\]\(\s*([^()\s"<>]+)(?:\s+"[^"\n]*")?\s+=(\d{1,4})?(?:px|%)?(?:x(\d{1,4})?(?:px|%)?)?\s*\)/gu;

export const spacedLinks: Flavour = {
  adapt(tree) {
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || parent.type === 'link' || !node.value.includes(']('))
        return undefined;
      const parts = readSpaced(node) ?? readSized(node);
      if (!parts) return undefined;
      (parent as Parent).children.splice(index, 1, ...(parts as never[]));
      return [SKIP, index + parts.length];
    });
  },
};

function readSpaced(node: Text): RootContent[] | null {
  return replaceText(node, spacedLinkPattern, ([, mark, label = '', written = '']) => {
    const url = written.trim().replace(/ /gu, '%20');
    const made: Image | Link = mark
      ? { type: 'image', url, alt: label }
      : { type: 'link', url, children: [{ type: 'text', value: label }] };
    if (node.position) made.position = node.position;
    return made;
  });
}

function readSized(node: Text): RootContent[] | null {
  return replaceText(node, sizedImagePattern, ([whole, alt = '', url = '', width, height]) => {
    const isShare = whole.includes('%');
    const size = { ...(width && { width: Number(width) }), ...(height && { height: Number(height) }) };
    const made: Image = { type: 'image', url, alt, ...(isShare ? {} : { data: { hProperties: size } }) };
    if (node.position) made.position = node.position;
    return made;
  });
}
