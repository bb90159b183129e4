/**
 * Tables drawn with `+---+` and `|` (Pandoc, Quarto, reStructuredText): Markdown takes them for a paragraph. Cells may hold
 * several lines and lists; one that goes over several columns or rows keeps the whole as it is drawn. `: 글` below a table is
 * its caption.
 */
import type { Parent, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isPandocFile } from './fenced-divs.ts';
import { type Flavour, type FlavourContext, writtenAs } from './flavour.ts';
import { SKIP, visit } from '../markdown/visit.ts';

const border = /^\+(?:[:=-]+\+)+$/u;
const mostLines = 2000;
const longestCaption = 200;

export const gridTables: Flavour = {
  adapt(tree, context) {
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      const [first] = paragraph.children;
      if (!parent || index === undefined || first?.type !== 'text' || !/^\+[:=-]+\+/u.test(first.value))
        return undefined;
      const lines = writtenAs(paragraph, context.source)
        .split('\n')
        .map((line) => line.replace(/^[\s>]*/u, '').trimEnd());
      const isGrid = lines.length > 2 && lines.length < mostLines && border.test(lines[0] ?? '');
      if (!isGrid || !border.test(lines.at(-1) ?? '') || !lines.every((line) => /^[+|]/u.test(line)))
        return undefined;
      const made = readGrid(lines, context) ?? { type: 'code', value: lines.join('\n') };
      (parent as Parent).children[index] = { ...made, position: paragraph.position };
      return [SKIP, index + 1];
    });
    visit(tree, 'table', (table, index, parent) => {
      const next = index === undefined ? undefined : (parent as Parent).children[index + 1];
      if (next?.type !== 'paragraph' || index === undefined) return;
      const text = toString(next);
      // Elsewhere than in Pandoc's own files, several lines are a text.
      if (!isPandocFile(context.path) && (text.includes('\n') || text.length > longestCaption)) return;
      const caption = /^:\s+(\S[^]*)$/u
        .exec(text)?.[1]
        ?.replace(/\{[^{}]*\}\s*$/u, '')
        .trim();
      if (!caption) return;
      const { hProperties } = (table.data ?? {}) as { hProperties?: object };
      table.data = {
        ...table.data,
        hProperties: { ...hProperties, dataCaption: caption.replace(/\s+/gu, ' ') },
      };
      (parent as Parent).children.splice(index + 1, 1);
    });
  },
};

function readGrid(lines: readonly string[], context: FlavourContext): Table | null {
  const columns = (lines[0]?.split('+').length ?? 0) - 2;
  const rows: string[][][] = [];
  let row: string[][] | null = null;
  for (const line of lines) {
    if (border.test(line)) {
      if (line.split('+').length - 2 !== columns) return null;
      if (row) rows.push(row);
      row = null;
      continue;
    }
    const cells = line.split(/(?<!\\)\|/u).slice(1, -1);
    if (!line.startsWith('|') || cells.length !== columns) return null;
    row ??= cells.map(() => []);
    cells.forEach((cell, at) => row?.[at]?.push(cell));
  }
  if (!rows.length) return null;
  const children = rows.map((cells): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: readCell(cell, context) })),
  }));
  return { type: 'table', align: Array.from({ length: columns }, () => null), children };
}

function readCell(lines: readonly string[], { parse }: FlavourContext): PhrasingContent[] {
  const shift = Math.min(
    ...lines.filter((line) => line.trim()).map((line) => /^\s*/u.exec(line)?.[0].length ?? 0),
  );
  const text = lines.map((line) => line.slice(Number.isFinite(shift) ? shift : 0).trimEnd()).join('\n');
  const parts = (parse?.(text) ?? []).flatMap(listParts);
  return parts.flatMap((part, at) => (at ? [{ type: 'break' as const }, ...part] : part));
}

/** A cell has lines, no blocks. */
function listParts(node: RootContent): PhrasingContent[][] {
  if (node.type === 'paragraph') return [node.children];
  if (node.type === 'list')
    return node.children.flatMap((item) =>
      item.children
        .flatMap(listParts)
        .map((part, at): PhrasingContent[] => (at ? part : [{ type: 'text', value: '• ' }, ...part])),
    );
  if (node.type === 'code') return [[{ type: 'inlineCode', value: node.value }]];
  const value = toString(node);
  return value ? [[{ type: 'text', value }]] : [];
}
