/**
 * What only Logseq knows of its outlines: blocks that are indented below a line without a dot (Markdown takes them for
 * code), drawers of times (`:LOGBOOK: … :END:`) that it shows nobody, and empty blocks, which are where its cursor stood.
 */
import type { Code, ListItem, Parent, PhrasingContent } from 'mdast';
import type { Flavour } from './flavour.ts';
import { splitLines } from './property-lines.ts';
import { visit } from '../markdown/visit.ts';

export const logseqOutline: Flavour = {
  adapt(tree, { isLogseq, source, parse }) {
    if (!isLogseq) return;
    tree.children = tree.children.flatMap((node) =>
      parse && node.type === 'code' && isIndentedList(node, source) ? parse(node.value) : [node],
    );
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined || !paragraph.children.some(holdsDrawer)) return undefined;
      let isOpen = false;
      const kept = splitLines(paragraph).filter((parts) => {
        const word = textOf(parts);
        if (word === ':LOGBOOK:') isOpen = true;
        const isShown = !isOpen;
        if (word === ':END:') isOpen = false;
        return isShown;
      });
      // A drawer that nothing closes is text.
      if (isOpen) return undefined;
      paragraph.children = kept.flatMap((parts, place): PhrasingContent[] =>
        place ? [{ type: 'text', value: '\n' }, ...parts] : parts,
      );
      if (kept.length) return undefined;
      (parent as Parent).children.splice(index, 1);
      return index;
    });
  },
};

/** Blocks that hold nothing leave their list; the last one takes the list with it. */
export const emptyBlocks: Flavour = {
  adapt(tree, { isLogseq }) {
    if (!isLogseq) return;
    visit(tree, 'list', (list, index, parent) => {
      list.children = list.children.filter((item) => !isEmpty(item));
      if (list.children.length || !parent || index === undefined) return undefined;
      (parent as Parent).children.splice(index, 1);
      return index;
    });
  },
};

function isIndentedList({ lang, value, position }: Code, source: string): boolean {
  const start = position?.start.offset;
  const isFenced = start !== undefined && /^[ \t]*(?:`{3}|~{3})/u.test(source.slice(start, start + 80));
  return !lang && !isFenced && /^\s*[-*+][ \t]/u.test(value);
}

function holdsDrawer(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value.includes(':LOGBOOK:');
}

function textOf(parts: readonly PhrasingContent[]): string {
  const [only, ...others] = parts;
  return only?.type === 'text' && !others.length ? only.value.trim() : '';
}

/** A block with an id is where links lead, whatever it holds. */
function isEmpty({ children, checked, data }: ListItem): boolean {
  if (data || typeof checked === 'boolean') return false;
  return children.every((node) =>
    node.type === 'list'
      ? node.children.every(isEmpty)
      : node.type === 'paragraph' && !node.children.length && !node.data,
  );
}
