/**
 * `\:tada\:`, `H\~2\~O`, `\==글==`: a backslash makes a sign text, for every tool. Markdown itself forgets where one stood; so a
 * sign that means something to a flavour becomes a text of its own, and no flavour finds its mark whole.
 */
import type { Parent, Text } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import type { Flavour } from './flavour.ts';
import { visit } from '../markdown/visit.ts';

const signs = new Set(':~^=#+');

export const escapes: Flavour = {
  syntax: [remarkEscapes],
  adapt(tree) {
    visit(tree, (node) => {
      if ('children' in node && node.children.some(isEmpty))
        (node as Parent).children = node.children.filter((child) => !isEmpty(child));
    });
  },
};

/** What keeps the text behind a sign from joining it. */
function isEmpty(node: Parent['children'][number]): boolean {
  return node.type === 'text' && node.value === '' && !node.data;
}

function remarkEscapes(this: Processor): void {
  const data = this.data() as { fromMarkdownExtensions?: unknown[] };
  (data.fromMarkdownExtensions ??= []).push(fromMarkdown);
}

const fromMarkdown: FromMarkdown = {
  exit: {
    characterEscapeValue(token) {
      const value = this.sliceSerialize(token);
      const text = this.stack.pop() as Text;
      const parent = this.stack.at(-1);
      const end = { line: token.end.line, column: token.end.column, offset: token.end.offset };
      const start = text.position?.start ?? end;
      // Texts that are gathered to a string (titles, addresses) have no place, and no parent.
      if (!signs.has(value) || !parent || !('children' in parent) || parent.children.at(-1) !== text) {
        text.value += value;
        if (text.position) text.position.end = end;
        return;
      }
      const { line, column, offset } = token.start;
      const before = { line, column: column - 1, offset: offset - 1 };
      const position = { start: text.value ? before : start, end };
      const own = { type: 'text', value, position, data: { isEscaped: true } };
      if (text.value) {
        if (text.position) text.position.end = before;
      } else parent.children.pop();
      parent.children.push(own as never, { type: 'text', value: '', position: { start: end, end } } as never);
    },
  },
};
