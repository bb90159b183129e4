/** A table as text for other programs. */
import { readGrid, textOf } from './table-grid.ts';

/** Markdown as notes are written: the repeated cells of a row group stay blank. */
export function writeMarkdownTable(table: Element): string {
  const { head, body } = readTable(table);
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    line(head.map(textOf)),
    line(head.map(() => '---')),
    ...body.map((row, y) => line(row.map((cell, x) => (body[y - 1]?.[x] === cell ? '' : textOf(cell))))),
  ].join('\n');
}

/** CSV after RFC 4180: every row complete, so that a spreadsheet can sort and filter it. */
export function writeCsv(table: Element): string {
  const { head, body } = readTable(table);
  const field = (cell: Element) => {
    const text = textOf(cell);
    return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [head, ...body].map((row) => row.map(field).join(',')).join('\r\n');
}

function readTable(table: Element): { head: Element[]; body: Element[][] } {
  const rows = [...table.querySelectorAll('tr')];
  const [head = []] = readGrid(rows.slice(0, 1));
  return { head, body: readGrid(rows.slice(1)) };
}
