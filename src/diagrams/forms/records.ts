import type { ParsedDiagram } from '../graph.ts';
import { drawTitle, type Form, type Sheet, smallSize } from './sheet.ts';

/** Tables of a chart that has no form of its own: one record a row, its first cell as the heading. */
export function drawRecords(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  if (parsed.body.kind !== 'tables') return null;
  const bold = { weight: 600 } as const;
  const small = { size: smallSize } as const;
  let y = drawTitle(sheet, parsed.title);
  const rules: number[] = [];
  for (const { caption, head, rows } of parsed.body.tables) {
    if (caption)
      y = sheet.text(0, y, sheet.wrap(caption, sheet.width, bold), { ...bold, fill: 'accent' }) + 6;
    for (const [first = '', ...cells] of rows) {
      y = sheet.text(0, y, sheet.wrap(first, sheet.width, bold), bold);
      for (const [index, cell] of cells.entries()) {
        if (cell === '') continue;
        const name = head[index + 1] ?? '';
        const left = name ? Math.min(sheet.measure(name, smallSize, 400) + 10, sheet.width * 0.5) : 0;
        const start = y;
        y = sheet.text(left, y, sheet.wrap(cell, sheet.width - left, small), small);
        if (name)
          y = Math.max(
            y,
            sheet.text(0, start, sheet.wrap(name, left - 8, small), { ...small, fill: 'mute' }),
          );
      }
      y += 5;
      rules.push(y);
      y += 7;
    }
    y += 8;
  }
  const { reach } = sheet;
  // As wide as the words: the sheet ends there.
  for (const at of rules.slice(0, -1))
    sheet.line(
      [
        [0, at],
        [reach, at],
      ],
      { stroke: 'grid' },
    );
  return sheet.finish(y - 14);
}
