/**
 * Tables without the line of dashes under their first row, or with one that is none to GFM, as kramdown, Python-Markdown and
 * Logseq show them: lines of one paragraph, two or more, that begin and end with a bar and hold as many cells. In a graph of
 * Logseq the rows may differ. A table right below a quote is none of the quote's last lines.
 */
import type { Blockquote, Paragraph, Parent, PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import type { Flavour } from './flavour.ts';
import { splitLines } from './property-lines.ts';
import { visit } from '../markdown/visit.ts';

export const bareTables: Flavour = {
  adapt(tree, { isLogseq }) {
    visit(tree, 'blockquote', (quote, index, parent) => {
      const table = parent && cutTable(quote);
      if (table) (parent as Parent).children.splice((index ?? 0) + 1, 0, table);
    });
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      const table = readTable(paragraph, isLogseq);
      if (table && parent && index !== undefined) parent.children[index] = table;
    });
  },
};

/** Takes a table out of the text that ends a quote: Markdown takes each line without a mark for one of that text. */
function cutTable({ children }: Blockquote): Table | null {
  const last = children.at(-1);
  if (
    last?.type !== 'paragraph' ||
    !last.children.some((node) => 'value' in node && /\n\s*\|/u.test(node.value))
  )
    return null;
  const lines = splitLines(last);
  const from = lines.findIndex((line, at) => at > 0 && readRow(line) && isLine(readRow(lines[at + 1] ?? [])));
  if (from < 0) return null;
  const table = readTable({
    type: 'paragraph',
    children: joinLines(lines.slice(from)),
    position: last.position,
  });
  if (table) last.children = joinLines(lines.slice(0, from));
  return table;
}

function joinLines(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  return lines.flatMap((line, at) => (at ? [{ type: 'text' as const, value: '\n' }, ...line] : line));
}

function readTable(paragraph: Paragraph, isUneven = false): Table | null {
  const [lead] = paragraph.children;
  if (lead?.type !== 'text' || !/^\s*\|/u.test(lead.value)) return null;
  const lines = splitLines(paragraph).map(readRow);
  const found = lines.filter((row) => row !== null);
  const rows = found.filter((row, at) => at !== 1 || !isLine(row));
  // Cells that are empty in every row are bars too many.
  const width = Math.max(
    ...rows.map(({ children }) => 1 + children.findLastIndex((cell) => cell.children.length)),
  );
  if (rows.length < 2 || found.length < lines.length || width < 2) return null;
  for (const { children } of rows) children.length = Math.min(children.length, width);
  // A line of dashes says what is meant, whatever its cells.
  if (!isUneven && rows.length === found.length && rows.some(({ children }) => children.length < width))
    return null;
  for (const { children } of rows)
    while (children.length < width) children.push({ type: 'tableCell', children: [] });
  return { type: 'table', children: rows, position: paragraph.position };
}

/** A line of dashes that is none to Markdown, because it has not as many cells as the head. */
function isLine(row: TableRow | null): boolean {
  const cells = row?.children ?? [];
  return (
    cells.some(({ children }) => children.length) &&
    cells.every(
      ({ children: [only, ...more] }) =>
        !more.length && (!only || (only.type === 'text' && /^\s*:?-[-\s]*:?\s*$/u.test(only.value))),
    )
  );
}

function readRow(line: readonly PhrasingContent[]): TableRow | null {
  const [first, last] = [line[0], line.at(-1)];
  if (first?.type !== 'text' || last?.type !== 'text') return null;
  if (!/^\s*\|/u.test(first.value) || !/\|\s*$/u.test(last.value)) return null;
  const cells: TableCell[] = [];
  for (const node of line) {
    if (node.type !== 'text') {
      cells.at(-1)?.children.push(node);
      continue;
    }
    node.value.split('|').forEach((part, place) => {
      if (place) cells.push({ type: 'tableCell', children: [], position: node.position });
      const value = place ? part.trimStart() : part;
      if (value && cells.length) cells.at(-1)?.children.push({ ...node, value });
    });
  }
  // Behind the last bar stands nothing.
  const end = cells.pop();
  for (const { children } of cells) {
    const tail = children.at(-1);
    if (tail?.type === 'text') tail.value = tail.value.trimEnd();
  }
  return end?.children.some((child) => child.type !== 'text' || child.value.trim())
    ? null
    : { type: 'tableRow', children: cells, position: first.position };
}
