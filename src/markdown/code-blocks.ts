import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Highlighted code without style attributes: the highlighter's `color:var(--astro-code-token-keyword)` becomes the
 * class `code-keyword`, which both schemes colour. A block that scrolls can be reached by keyboard.
 */
export function rehypeCodeBlocks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      if (node.tagName !== 'pre') return;
      delete node.properties['style'];
      delete node.properties['tabindex'];
      node.properties['tabIndex'] = 0;
      visit(node, 'element', (child: Element) => {
        const style = child.properties['style'];
        if (typeof style !== 'string') return;
        delete child.properties['style'];
        const token = /--astro-code-token-([\w-]+)/u.exec(style)?.[1];
        const classes = [
          ...(token ? [`code-${token}`] : []),
          ...(/font-style:italic/u.test(style) ? ['code-italic'] : []),
          ...(/font-weight:bold/u.test(style) ? ['code-bold'] : []),
        ];
        if (classes.length) child.properties['className'] = classes;
      });
    });
  };
}
