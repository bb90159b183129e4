/** A table as text for other programs. */
import { readGrid, textOf } from './table-grid.ts';

/** Markdown with every row complete: other programs know nothing of row groups. */
export function writeMarkdownTable(table: Element): string {
  const { head, body } = readTable(table);
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/[\\|]/gu, '\\$&')).join(' | ')} |`;
  return [
    line(head.map(textOf)),
    line(head.map(() => '---')),
    ...body.map((row) => line(row.map(textOf))),
  ].join('\n');
}

/**
 * CSV after RFC 4180: every row complete, so that a spreadsheet can sort and filter it. What a spreadsheet would run
 * as a formula begins with an apostrophe; negative numbers are numbers.
 */
export function writeCsv(table: Element): string {
  const { head, body } = readTable(table);
  const field = (cell: Element) => {
    const said = textOf(cell);
    const isFormula = /^[=+\-@]/u.test(said) && !/^[+-]?[\d.,]+%?$/u.test(said);
    const text = isFormula ? `'${said}` : said;
    return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [head, ...body].map((row) => row.map(field).join(',')).join('\r\n');
}

function readTable(table: Element): { head: Element[]; body: Element[][] } {
  const rows = [...table.querySelectorAll('tr')];
  const [head = []] = readGrid(rows.slice(0, 1));
  return { head, body: readGrid(rows.slice(1)) };
}
