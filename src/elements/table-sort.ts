/** Sorting of `[data-sortable]` tables by a button in each column's header. Row groups stay together. */
import { readGrid, sortGrid } from './table-grid.ts';

/** Gives every sortable table on the page its buttons. */
export function makeSortable(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('[data-sortable] table')) prepare(table);
}

function prepare(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const [body] = table.tBodies;
  if (!body || body.rows.length < 2) return;
  const rows = [...body.rows];
  const grid = readGrid(rows);
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const before = head.getAttribute('aria-sort');
      const next = before === null ? 'ascending' : before === 'ascending' ? 'descending' : null;
      for (const other of heads) other.removeAttribute('aria-sort');
      if (next) head.setAttribute('aria-sort', next);
      const order = next ? sortGrid(grid, column, next === 'descending') : grid;
      show(body, rows, grid, order);
    });
  });
}

/** Puts rows into their new order; a cell that spans rows goes with the first row of its group. */
function show(
  body: HTMLTableSectionElement,
  rows: readonly HTMLTableRowElement[],
  grid: readonly (readonly Element[])[],
  order: readonly (readonly Element[])[],
): void {
  order.forEach((cells, y) => {
    const row = rows[grid.indexOf(cells)];
    if (!row) return;
    row.replaceChildren(...cells.filter((cell, x) => order[y - 1]?.[x] !== cell));
    const isGrouped = grid.some((line, index) => index > 0 && line[0] === grid[index - 1]?.[0]);
    row.classList.toggle('ends-group', isGrouped && order[y + 1]?.[0] !== cells[0]);
    body.append(row);
  });
}
