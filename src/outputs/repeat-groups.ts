import { findRowSpans } from '../knowledge/row-groups.ts';

/**
 * Tables in Markdown with the values of their row groups written out: blank leading cells mean "as above" to a reader
 * of the page, and nothing to a reader of the text.
 */
export function repeatGroups(markdown: string): string {
  const lines = markdown.split('\n');
  for (let at = 1; at < lines.length; at++) {
    if (!isDelimiter(lines[at]) || !isRow(lines[at - 1])) continue;
    let end = at + 1;
    while (isRow(lines[end])) end++;
    fillRows(lines, at + 1, end);
    at = end;
  }
  return lines.join('\n');
}

function fillRows(lines: string[], from: number, to: number): void {
  const rows = lines.slice(from, to).map(readCells);
  const spans = findRowSpans(rows);
  rows.forEach((row, y) => {
    if (!spans[y]?.includes(0)) return;
    spans[y].forEach((span, x) => {
      if (span === 0) row[x] = rows[y - 1]?.[x] ?? '';
    });
    lines[from + y] = `| ${row.join(' | ')} |`;
  });
}

function isRow(line: string | undefined): boolean {
  return line !== undefined && /^\s{0,3}\|.*\|\s*$/u.test(line);
}

function isDelimiter(line: string | undefined): boolean {
  return line !== undefined && /^\s{0,3}\|(?:\s*:?-+:?\s*\|)+\s*$/u.test(line);
}

/** The cells of a row; a pipe that is escaped belongs to its cell. */
function readCells(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim());
}
