/** Reads a table into one line of text in which rows and cells can be told apart again when an excerpt is made. */
import type { Element, Nodes } from 'hast';
import { cellMark, rowMark, sameMark } from './text-marks.ts';

/**
 * The rows of a table, the header row first (empty where there is none): `␞ 구분 ␟ 대책 ␞ 기술 ␟ RAG`.
 * A cell that a row group covers (rowspan) is `␦`; colspan adds empty cells after it.
 */
export function readTable(table: Element, readText: (node: Nodes) => string): string {
  const rows = findRows(table);
  const [first] = rows;
  const hasHead =
    first !== undefined && (first.isHead || first.cells.every(({ tagName }) => tagName === 'th'));
  const lines = hasHead ? [] : [''];
  const covered: number[] = [];
  for (const { cells } of rows) {
    const texts: string[] = [];
    const fillCovered = (): void => {
      while ((covered[texts.length] ?? 0) > 0) {
        covered[texts.length] = (covered[texts.length] ?? 1) - 1;
        texts.push(sameMark);
      }
    };
    for (const cell of cells) {
      fillCovered();
      const rowspan = readSpan(cell, 'rowSpan');
      const colspan = readSpan(cell, 'colSpan');
      for (let column = 0; column < colspan; column++) {
        covered[texts.length] = rowspan - 1;
        texts.push(column === 0 ? cleanCell(readText(cell)) : '');
      }
    }
    fillCovered();
    lines.push(texts.join(` ${cellMark} `));
  }
  return lines.map((line) => `${rowMark} ${line}`).join(' ');
}

/** Takes `readTable`'s text apart again. The first row is the header; a covered cell has the text of the one above. */
export function splitTable(text: string): { head: string[]; rows: string[][] } {
  const [, ...lines] = text.split(rowMark);
  const [head = [], ...rows] = lines.map((line) => line.split(cellMark).map((cell) => cell.trim()));
  rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (cell === sameMark) row[column] = rows[at - 1]?.[column] ?? '';
    });
  });
  return { head, rows };
}

function findRows(node: Element): { cells: Element[]; isHead: boolean }[] {
  const rows: { cells: Element[]; isHead: boolean }[] = [];
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'tr') {
      rows.push({
        isHead: node.tagName === 'thead',
        cells: child.children.filter(
          (cell): cell is Element => cell.type === 'element' && /^t[hd]$/.test(cell.tagName),
        ),
      });
    } else if (/^t(?:head|body|foot)$/.test(child.tagName)) rows.push(...findRows(child));
  }
  return rows.filter((row) => row.cells.length > 0);
}

function readSpan(cell: Element, name: 'rowSpan' | 'colSpan'): number {
  const span = Number(cell.properties[name] ?? 1);
  return Number.isInteger(span) && span >= 1 && span <= 200 ? span : 1;
}

function cleanCell(text: string): string {
  return text.replaceAll(rowMark, ' ').replaceAll(cellMark, ' ').replace(/\s+/g, ' ').trim();
}
