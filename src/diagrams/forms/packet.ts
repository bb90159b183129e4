import type { ParsedDiagram } from '../graph.ts';
import { type Form, drawTitle, type Sheet, smallSize } from './sheet.ts';

const high = 46;
/** Between a number and the end of its field (px): the numbers of two fields side by side are two numbers. */
const inset = 3;

/** A packet in rows of 32 bits, or of 16 where the page is narrow; names too long for their field stand below. */
export function drawPacket(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  const table = parsed.body.kind === 'tables' ? parsed.body.tables[0] : undefined;
  if (!table) return null;
  const count = sheet.width >= 480 ? 32 : 16;
  const bit = Math.floor((sheet.width - 1) / count);
  const small = { size: smallSize } as const;
  let y = drawTitle(sheet, parsed.title);
  const listed: (readonly [sign: string, text: string])[] = [];
  let row = -1;
  let top = y;
  // How far to the right numbers stand in the row.
  let free = -1;
  for (const [range = '', name = ''] of table.rows) {
    const [from = 0, to = from] = range.split('–').map(Number);
    if (!Number.isInteger(from) || !Number.isInteger(to) || to - from > 4096) return null;
    const pieces = Array.from(
      { length: Math.floor(to / count) - Math.floor(from / count) + 1 },
      (_, index) => {
        const line = Math.floor(from / count) + index;
        return { line, start: Math.max(from, line * count), end: Math.min(to, line * count + count - 1) };
      },
    );
    // The name stands in the widest of the field's rows, and once more, paler, in the others.
    const widest = pieces.reduce((best, piece) =>
      piece.end - piece.start > best.end - best.start ? piece : best,
    );
    for (const piece of pieces) {
      if (piece.line !== row) {
        row = piece.line;
        top = y;
        y += 20 + high;
        free = -1;
      }
      const x = 0.5 + (piece.start - piece.line * count) * bit;
      const wide = (piece.end - piece.start + 1) * bit;
      const middle = x + wide / 2;
      sheet.rect(x, top + 20, wide, high, { fill: 'box', stroke: 'edge' });
      const [first, last] = [String(piece.start), String(piece.end)];
      const [firstWide, lastWide] = [
        sheet.measure(first, smallSize, 400),
        sheet.measure(last, smallSize, 400),
      ];
      const isOne = piece.start === piece.end || firstWide + lastWide + 8 + 2 * inset > wide;
      // Where numbers have no room for all, the next ones are left to count.
      if (isOne && middle - firstWide / 2 > free) {
        sheet.text(middle, top, [first], { ...small, fill: 'mute', anchor: 'middle' });
        free = middle + firstWide / 2 + 4;
      } else if (!isOne) {
        if (x + inset > free) sheet.text(x + inset, top, [first], { ...small, fill: 'mute' });
        sheet.text(x + wide - inset, top, [last], { ...small, fill: 'mute', anchor: 'end' });
        free = x + wide;
      }
      if (!name) continue;
      const lines = sheet.wrap(name, wide - 8);
      const isWhole = lines.length <= 2 && !isBroken(name, lines);
      // A row without the name would read as a field without one.
      if (piece !== widest && !isWhole) continue;
      const shown = isWhole ? lines : [nameSign(listed.length)];
      if (!isWhole) listed.push([nameSign(listed.length), `${name} (${range})`]);
      sheet.text(middle, top + 20 + (high - shown.length * 21) / 2, shown, {
        anchor: 'middle',
        weight: isWhole ? 400 : 600,
        ...(piece === widest ? {} : { fill: 'mute' }),
      });
    }
  }
  if (listed.length > 0) y += 10;
  for (const [sign, text] of listed) {
    sheet.text(20, y, [sign], { weight: 600, anchor: 'end' });
    y = sheet.text(30, y, sheet.wrap(text, sheet.width - 30)) + 2;
  }
  return sheet.finish(y + 1);
}

/** Whether a line ends inside a word. */
function isBroken(text: string, lines: readonly string[]): boolean {
  return lines.join(' ') !== text.split(/\s+/).filter(Boolean).join(' ');
}

/** a, b, … z, a1, b1, …: no number, which would read as a bit. */
function nameSign(index: number): string {
  const round = Math.floor(index / 26);
  return String.fromCharCode(97 + (index % 26)) + (round > 0 ? String(round) : '');
}
