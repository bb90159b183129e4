import { roundVariations } from './round-variations.ts';
import { joinParts, readTables, viewOf, writeTables } from './sfnt.ts';

/** In units of the em. */
export interface OutlineSteps {
  /** The grid on which every point comes to lie. */
  point: number;
  /** What every shift of a point between weights is a multiple of. */
  shift: number;
}

/**
 * The font with its outlines on a grid: what a screen cannot show is what compresses worst. Advances, kerning and
 * composed glyphs stay as they are, so no line of text changes its length.
 */
export function roundOutlines(font: Uint8Array, { point: step, shift }: OutlineSteps): Uint8Array {
  const tables = new Map(readTables(font));
  const [head, loca, glyf, hhea, hmtx] = ['head', 'loca', 'glyf', 'hhea', 'hmtx'].map((tag) =>
    tables.get(tag),
  );
  if (!head || !loca || !glyf || !hhea || !hmtx) throw new Error('a font without TrueType outlines');
  const headView = viewOf(head);
  const glyphs = readGlyphs(glyf, loca, headView.getInt16(50) === 1);
  // Blanks, or letters that the typeface does not have: nothing to set, and an empty table of outlines is none.
  if (glyphs.every((glyph) => readOutline(glyph) === null)) return font;
  const bearings = Uint8Array.from(hmtx);
  const longMetrics = viewOf(hhea).getUint16(34);
  /** Points of each simple glyph; null for the others, which stay. */
  const counts: (number | null)[] = [];
  const rounded = glyphs.map((glyph, index) => {
    const outline = readOutline(glyph);
    counts.push(outline === null ? null : outline.points.length);
    if (outline === null) return glyph;
    const before = viewOf(glyph).getInt16(2);
    const after = writeOutline(outline, step);
    // Browsers move a glyph by the difference of its bearing and its left edge.
    const at = index < longMetrics ? index * 4 + 2 : longMetrics * 4 + (index - longMetrics) * 2;
    const view = viewOf(bearings);
    view.setInt16(at, view.getInt16(at) + viewOf(after).getInt16(2) - before);
    return after;
  });
  const gvar = tables.get('gvar');
  if (gvar) tables.set('gvar', roundVariations(gvar, counts, shift));
  const joined = joinParts(rounded, 4);
  const longHead = Uint8Array.from(head);
  viewOf(longHead).setInt16(50, 1);
  tables.set('head', longHead);
  tables.set('hmtx', bearings);
  tables.set('glyf', joined.bytes);
  const places = new Uint8Array(joined.offsets.length * 4);
  for (const [index, offset] of joined.offsets.entries()) viewOf(places).setUint32(index * 4, offset);
  tables.set('loca', places);
  return writeTables(tables);
}

interface Outline {
  contours: number;
  /** The header's contour ends and instructions, as they stand. */
  fixed: Uint8Array;
  points: { x: number; y: number; isOnCurve: boolean }[];
  overlaps: boolean;
}

const flag = { onCurve: 1, shortX: 2, shortY: 4, repeat: 8, sameX: 16, sameY: 32, overlap: 64 } as const;

function readGlyphs(glyf: Uint8Array, loca: Uint8Array, isLong: boolean): Uint8Array[] {
  const view = viewOf(loca);
  const offset = (at: number) => (isLong ? view.getUint32(at * 4) : view.getUint16(at * 2) * 2);
  const count = loca.length / (isLong ? 4 : 2) - 1;
  return Array.from({ length: count }, (_, at) => glyf.subarray(offset(at), offset(at + 1)));
}

/** The points of a glyph; null for one that is empty or composed of others. */
function readOutline(glyph: Uint8Array): Outline | null {
  if (glyph.length === 0) return null;
  const view = viewOf(glyph);
  const contours = view.getInt16(0);
  if (contours <= 0) return null;
  const count = view.getUint16(10 + (contours - 1) * 2) + 1;
  const fixedEnd = 12 + contours * 2 + view.getUint16(10 + contours * 2);
  let at = fixedEnd;
  const flags: number[] = [];
  while (flags.length < count) {
    const bits = view.getUint8(at++);
    const times = bits & flag.repeat ? view.getUint8(at++) : 0;
    for (let time = 0; time <= times; time++) flags.push(bits);
  }
  const readAxis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((bits) => {
      if (bits & short) value += view.getUint8(at++) * (bits & same ? 1 : -1);
      else if (!(bits & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = readAxis(flag.shortX, flag.sameX);
  const ys = readAxis(flag.shortY, flag.sameY);
  const points = flags.map((bits, index) => ({
    x: xs[index] ?? 0,
    y: ys[index] ?? 0,
    isOnCurve: (bits & flag.onCurve) !== 0,
  }));
  return {
    contours,
    fixed: glyph.subarray(10, fixedEnd),
    points,
    overlaps: ((flags[0] ?? 0) & flag.overlap) !== 0,
  };
}

function writeOutline({ contours, fixed, points, overlaps }: Outline, step: number): Uint8Array {
  const xs = points.map(({ x }) => roundTo(x, step));
  const ys = points.map(({ y }) => roundTo(y, step));
  const flags: number[] = [];
  const horizontal: number[] = [];
  const vertical: number[] = [];
  const push = (into: number[], difference: number, short: number, same: number): number => {
    if (difference === 0) return same;
    if (Math.abs(difference) < 256) {
      into.push(Math.abs(difference));
      return short | (difference > 0 ? same : 0);
    }
    into.push((difference >> 8) & 0xff, difference & 0xff);
    return 0;
  };
  for (const [index, { isOnCurve }] of points.entries()) {
    const bits =
      (isOnCurve ? flag.onCurve : 0) |
      (overlaps && index === 0 ? flag.overlap : 0) |
      push(horizontal, (xs[index] ?? 0) - (xs[index - 1] ?? 0), flag.shortX, flag.sameX) |
      push(vertical, (ys[index] ?? 0) - (ys[index - 1] ?? 0), flag.shortY, flag.sameY);
    flags.push(bits);
  }
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const glyph = new Uint8Array(10 + fixed.length + flags.length + horizontal.length + vertical.length);
  const view = viewOf(glyph);
  view.setInt16(0, contours);
  for (const [index, edge] of box.entries()) view.setInt16(2 + index * 2, edge);
  let at = 10;
  for (const part of [fixed, flags, horizontal, vertical]) {
    glyph.set(part, at);
    at += part.length;
  }
  return glyph;
}

function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}
