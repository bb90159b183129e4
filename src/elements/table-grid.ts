/** A table's body as a full grid, where a cell that spans rows stands in each of them. */
import { type ColumnType, compareCells, isBlankCell } from '../knowledge/cell-value.ts';

/** The cells of every row, column by column. Column spans are rare in notes and count as one column each. */
export function readGrid(rows: readonly Element[]): Element[][] {
  const grid: Element[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.querySelectorAll(':scope > th, :scope > td')) {
      const line = grid[y] ?? [];
      while (line[x]) x++;
      const rowSpan = Math.max(1, Number(cell.getAttribute('rowspan') ?? 1));
      const columnSpan = Math.max(1, Number(cell.getAttribute('colspan') ?? 1));
      for (let down = 0; down < rowSpan; down++) {
        for (let right = 0; right < columnSpan; right++) {
          const below = grid[y + down];
          if (below) below[x + right] = cell;
        }
      }
      x += columnSpan;
    }
  });
  return grid;
}

/**
 * The rows in the order of one column. Rows of a group stay in their group; groups move when their own column sorts.
 * Cells that say nothing come last in both directions.
 */
export function sortGrid(
  grid: readonly Element[][],
  column: number,
  isDescending: boolean,
  type: ColumnType = 'text',
): Element[][] {
  const direction = isDescending ? -1 : 1;
  const compare = (a: Element[] | undefined, b: Element[] | undefined) => {
    const [one, other] = [textOf(a?.[column]), textOf(b?.[column])];
    const blanks = Number(isBlankCell(one)) - Number(isBlankCell(other));
    return blanks || direction * compareCells(one, other, type);
  };
  const sortWithin = (rows: Element[][], level: number): Element[][] => {
    if (level >= column || !spansRows(grid, level)) {
      const units = spansRows(grid, column) ? runsOf(rows, column) : rows.map((row) => [row]);
      return units.sort((a, b) => compare(a[0], b[0])).flat();
    }
    return runsOf(rows, level).flatMap((run) => sortWithin(run, level + 1));
  };
  return sortWithin([...grid], 0);
}

/** Neighbouring rows that share their cell in a column. */
function runsOf(rows: readonly Element[][], column: number): Element[][][] {
  const runs: Element[][][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.[0]?.[column] === row[column] && run) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

function spansRows(grid: readonly Element[][], column: number): boolean {
  return grid.some((row, y) => y > 0 && row[column] !== undefined && row[column] === grid[y - 1]?.[column]);
}

/** What a cell says, on one line. */
export function textOf(cell: Element | undefined): string {
  return (cell?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}
