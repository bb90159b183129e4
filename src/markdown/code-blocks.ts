import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Root as Tree } from 'mdast';
import { bundledLanguages } from 'shiki/langs';
import { notesWords } from '#words';
import { SKIP, visit } from './visit.ts';

/** Code of a language that the highlighter does not know is set without colours; the highlighter would print a line for each. */
export function remarkCodeLanguages() {
  return (tree: Tree): void => {
    visit(tree, 'code', (code) => {
      if (code.lang && !Object.hasOwn(bundledLanguages, code.lang.toLowerCase()) && !unset.has(code.lang))
        code.lang = 'plaintext';
    });
  };
}

/** Read by others than the highlighter, or known to it by a name of its own. */
const unset = new Set(['mermaid', 'math', 'ansi', 'text', 'txt', 'plain', 'plaintext']);

/**
 * Highlighted code without style attributes: the highlighter's `color:var(--astro-code-token-keyword)` becomes the
 * class `code-keyword`, which both schemes colour. A block that scrolls can be reached by keyboard, and copied.
 */
export function rehypeCodeBlocks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      // A figure keeps its source beside its drawing; its frame is what scrolls there.
      if (node.tagName === 'mermaid-diagram') return SKIP;
      if (node.tagName !== 'pre' || !parent || index === undefined) return undefined;
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
      markLines(node, parent.children as ElementContent[]);
      index = parent.children.indexOf(node);
      parent.children[index] = h('code-block', [node, codeCopyButton()]);
      return [SKIP, index + 1];
    });
  };
}

/** The lines that `flavours/code-marks.ts` found, in the element before a block, which goes. */
function markLines(pre: Element, siblings: ElementContent[]): void {
  const place = siblings.indexOf(pre);
  const before = siblings.slice(Math.max(0, place - 2), place).findLast(({ type }) => type === 'element');
  if (before?.type !== 'element' || before.tagName !== 'code-lines') return;
  const wanted = new Set(String(before.properties['dataLines']).split(',').map(Number));
  siblings.splice(siblings.indexOf(before), 1);
  let number = 0;
  visit(pre, 'element', (child: Element) => {
    const classes = child.properties['className'] ?? child.properties['class'];
    if (child.tagName !== 'span' || !String(classes).split(/[\s,]/u).includes('line')) return;
    if (!wanted.has(++number)) return;
    delete child.properties['class'];
    child.properties['className'] = ['line', 'line-marked'];
  });
}

/** Works with `elements/code-block.ts`; the stylesheet hides it where scripts are off. */
function codeCopyButton(): Element {
  return h(
    'button',
    {
      type: 'button',
      className: ['code-copy', 'needs-script'],
      dataPagefindIgnore: '',
      ariaLabel: notesWords().codeCopy,
    },
    [
      h('svg', { viewBox: '0 0 20 20', ariaHidden: 'true', focusable: 'false' }, [
        h('path', {
          d: 'M7 7V4.5A1.5 1.5 0 0 1 8.5 3h7A1.5 1.5 0 0 1 17 4.5v7a1.5 1.5 0 0 1-1.5 1.5H13M4.5 7h7A1.5 1.5 0 0 1 13 8.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 15.5v-7A1.5 1.5 0 0 1 4.5 7z',
        }),
      ]),
    ],
  );
}
