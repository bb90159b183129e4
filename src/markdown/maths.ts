import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'mdast';
import temml from 'temml';
import { visit } from 'unist-util-visit';

/** `$$…$$` becomes MathML, which browsers draw and screen readers read without JavaScript. */
export function remarkMaths() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      const kind = node.type as string;
      if (kind !== 'math' && kind !== 'inlineMath') return;
      const math = node as unknown as { value: string; data: object };
      const displayMode = kind === 'math';
      const html = temml.renderToString(math.value, { displayMode, throwOnError: false, annotate: false });
      const children = fromHtml(html, { fragment: true }).children;
      math.data = displayMode
        ? { hName: 'div', hProperties: { className: ['math'], tabIndex: 0 }, hChildren: children }
        : { hName: 'span', hProperties: { className: ['math'] }, hChildren: children };
    });
  };
}
