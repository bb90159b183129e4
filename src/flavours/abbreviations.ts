/**
 * `*[HTML]: Hyper Text Markup Language` (MkDocs, kramdown, PHP Markdown Extra): what an abbreviation means, wherever it
 * stands. Where it stands nowhere, the line stays as it is written: nobody could read it otherwise.
 */
import type { Paragraph, Parent } from 'mdast';
import type { Flavour } from './flavour.ts';
import { replaceText } from './replace-text.ts';
import { splitLines } from './property-lines.ts';
import { SKIP, visit } from '../markdown/visit.ts';

const definition = /^\*\[([^\]\n]{1,40})\]:\s*(\S.*?)\s*$/u;

export const abbreviations: Flavour = {
  adapt(tree) {
    const meanings = new Map<string, string>();
    const definitions = new Map<Paragraph, string[]>();
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const [first] = paragraph.children;
      if (first?.type !== 'text' || !first.value.startsWith('*[')) return undefined;
      const found = splitLines(paragraph).map((parts) =>
        parts.length === 1 && parts[0]?.type === 'text' ? definition.exec(parts[0].value) : null,
      );
      if (found.includes(null)) return undefined;
      for (const match of found) meanings.set(match?.[1] ?? '', match?.[2] ?? '');
      definitions.set(
        paragraph,
        found.map((match) => match?.[1] ?? ''),
      );
      return SKIP;
    });
    if (!meanings.size) return;
    const words = [...meanings.keys()].sort((a, b) => b.length - a.length);
    const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![A-Za-z\\p{N}])`, 'gu');
    const told = new Set<string>();
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || parent.type === 'heading') return undefined;
      if (definitions.has(parent as Paragraph)) return undefined;
      const parts = replaceText(node, pattern, ([word]) => {
        told.add(word);
        const data = { hName: 'abbr', hProperties: { title: meanings.get(word) ?? '' } };
        return { type: 'htmlElement', children: [{ type: 'text', value: word }], data } as never;
      });
      if (!parts) return undefined;
      (parent as Parent).children.splice(index, 1, ...(parts as never[]));
      return [SKIP, index + parts.length];
    });
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined || !definitions.get(paragraph)?.every((word) => told.has(word)))
        return undefined;
      (parent as Parent).children.splice(index, 1);
      return index;
    });
  },
};
