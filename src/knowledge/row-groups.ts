/**
 * Blank leading cells mean "as above": which cells of a table span how many rows.
 *
 * A blank cell joins the cell above it only where every cell to its left joins too or repeats what stands above, so
 * groups nest. A row that is entirely blank ends every group. The last column never joins: it tells rows apart.
 *
 * @param rows the text of each cell of each body row; `''` is a blank cell
 * @returns for each cell its row span: 0 where it has been taken into the one above
 */
export function findRowSpans(rows: readonly (readonly string[])[]): number[][] {
  const spans = rows.map((row) => row.map(() => 1));
  const isBlankRow = (row: readonly string[] | undefined) =>
    row !== undefined && row.every((cell) => cell === '');
  rows.forEach((row, y) => {
    if (y === 0 || isBlankRow(row) || isBlankRow(rows[y - 1])) return;
    for (let x = 0; x < row.length - 1; x++) {
      let owner = y - 1;
      while (owner > 0 && spans[owner]?.[x] === 0) owner--;
      const above = rows[owner]?.[x] ?? '';
      // Nothing to join: the group above began with a blank itself.
      if (above === '') break;
      if (row[x] === above) continue;
      if (row[x] !== '') break;
      const ownerSpans = spans[owner];
      const rowSpans = spans[y];
      if (!ownerSpans || !rowSpans) break;
      ownerSpans[x] = (ownerSpans[x] ?? 1) + 1;
      rowSpans[x] = 0;
    }
  });
  return spans;
}
