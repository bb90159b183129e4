/** Sorting by a button in each typed column's header, and the field that leaves only the rows with some words. */
import { readingWords } from '#words';
import type { ColumnType } from '../knowledge/cell-value.ts';
import { foldWord } from '../knowledge/text.ts';
import { readGrid, sortGrid, textOf } from './table-grid.ts';

type Row = readonly Element[];

/** Gives every table on the page that the build marked its buttons and its field. */
export function makeSortable(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('.table-figure:has(th[data-sort])'))
    prepare(figure);
}

function prepare(figure: HTMLElement): void {
  const table = figure.querySelector('table');
  const body = table?.tBodies[0];
  if (!table || !body || body.rows.length < 2) return;
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const rows = [...body.rows];
  const grid = readGrid(rows);
  let order: Row[] = grid;
  let wanted: string[] = [];
  const draw = () => {
    const shown = order.filter((cells) => holds(cells, wanted));
    show(body, new Map(grid.map((cells, y) => [cells, rows[y]])), shown);
    return shown.length;
  };
  heads.forEach((head, column) => {
    const type = head.dataset['sort'] as ColumnType | undefined;
    if (!type) return;
    addButton(head, () => {
      const before = head.getAttribute('aria-sort');
      const next = before === null ? 'ascending' : before === 'ascending' ? 'descending' : null;
      for (const other of heads) other.removeAttribute('aria-sort');
      if (next) head.setAttribute('aria-sort', next);
      order = next ? sortGrid(grid, column, next === 'descending', type) : grid;
      draw();
    });
  });
  const field = figure.querySelector<HTMLInputElement>('[data-table-filter]');
  if (!field) return;
  const status = document.createElement('span');
  status.className = 'table-count';
  status.role = 'status';
  field.after(status);
  field.addEventListener('input', () => {
    wanted = field.value.split(/\s+/u).map(foldWord).filter(Boolean);
    const left = draw();
    status.textContent = wanted.length
      ? left
        ? readingWords().table.rowsLeft(rows.length, left)
        : readingWords().table.noRow
      : '';
  });
}

function addButton(head: HTMLElement, run: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sort';
  button.append(...head.childNodes);
  button.addEventListener('click', run);
  head.append(button);
}

/** A row is left when each word stands in one of its cells, those that it shares with its group included. */
function holds(cells: Row, wanted: readonly string[]): boolean {
  if (!wanted.length) return true;
  const text = foldWord(cells.map(textOf).join('\n'));
  return wanted.every((word) => text.includes(word));
}

/** Puts these rows in this order; a cell that spans rows goes with the first row of its group that is shown. */
function show(
  body: HTMLTableSectionElement,
  rows: ReadonlyMap<Row, HTMLTableRowElement | undefined>,
  order: readonly Row[],
): void {
  const isGrouped = [...rows.keys()].some((cells, y, all) => y > 0 && cells[0] === all[y - 1]?.[0]);
  body.replaceChildren(
    ...order.flatMap((cells, y) => {
      const row = rows.get(cells);
      if (!row) return [];
      const first = cells.filter((cell, x) => order[y - 1]?.[x] !== cell);
      for (const cell of first) {
        const x = cells.indexOf(cell);
        let span = 1;
        while (order[y + span]?.[x] === cell) span++;
        if (cell instanceof HTMLTableCellElement) cell.rowSpan = span;
      }
      row.replaceChildren(...first);
      row.classList.toggle('ends-group', isGrouped && order[y + 1]?.[0] !== cells[0]);
      return [row];
    }),
  );
}
