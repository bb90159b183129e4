import { escapeXml } from '../outputs/escape-xml.ts';
import type { CardPicture } from './card.ts';
import { cardPalette, lightenDrawing } from './card-palette.ts';
import { clampLine, type Measure } from './lay-out-text.ts';

/** A part of the card, in pixels. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

const padding = 36;
/** Small drawings are enlarged this much at the most: their lines would look coarse. */
const largestScale = 1.8;

/** A diagram's drawing, whole and centred in its frame. */
export function drawDiagramPicture(
  drawing: { svg: string; width: number; height: number },
  frame: Frame,
): string {
  const room = { width: frame.width - padding * 2, height: frame.height - padding * 2 };
  const scale = Math.min(room.width / drawing.width, room.height / drawing.height, largestScale);
  const size = { width: drawing.width * scale, height: drawing.height * scale };
  const x = frame.x + (frame.width - size.width) / 2;
  const y = frame.y + (frame.height - size.height) / 2;
  const inner = lightenDrawing(drawing.svg).replace(/^<svg ([^>]*)>/u, (_, attributes: string) => {
    const kept = attributes.replace(/\b(?:width|height)="[^"]*"/gu, '').trim();
    return `<svg ${kept} x="${round(x)}" y="${round(y)}" width="${round(size.width)}" height="${round(size.height)}" fill="${cardPalette.ink}">`;
  });
  return drawGround(frame) + inner;
}

/** A table's header and first rows; what is further right or below fades out at the frame's edge. */
export function drawTablePicture(
  table: Extract<CardPicture, { kind: 'table' }>,
  frame: Frame,
  measure: Measure,
): string {
  const columns = table.head.length;
  const left = frame.x + padding;
  const room = frame.width - padding * 2;
  const column = room / columns;
  const size = columns > 2 ? 19 : 21;
  const rowHeight = 56;
  const top = frame.y + Math.max(64, (frame.height - rowHeight * (table.rows.length + 1)) / 2);
  const write = (cells: readonly string[], y: number, weight: 'regular' | 'bold') =>
    cells.map((cell, index) => {
      const text = clampLine(cell, (column - 14) / size, (part) => measure(part, weight));
      const fill = weight === 'bold' || index === 0 ? cardPalette.ink : cardPalette.muted;
      return `<text x="${round(left + index * column)}" y="${round(y)}" font-size="${size}" font-weight="${weight === 'bold' ? 700 : 400}" fill="${fill}">${escapeXml(text)}</text>`;
    });
  const rule = (y: number, isStrong: boolean) =>
    `<path d="M${left} ${round(y)}h${room}" stroke="${isStrong ? cardPalette.ink : cardPalette.line}" stroke-width="${isStrong ? 2 : 1.5}"/>`;
  const lines = [...write(table.head, top, 'bold'), rule(top + 18, true)];
  table.rows.forEach((row, index) => {
    const y = top + rowHeight * (index + 1);
    lines.push(...write(row, y, 'regular'), rule(y + 20, false));
  });
  const clip = `<clipPath id="frame"><rect x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}"/></clipPath>`;
  return `${drawGround(frame)}${clip}<g clip-path="url(#frame)">${lines.join('')}</g>`;
}

function drawGround({ x, y, width, height }: Frame): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${cardPalette.raised}"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
