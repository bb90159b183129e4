import { namesOf, writeNames } from './name-font.ts';
import { writeTables } from './sfnt.ts';

/** The family that the style sheets name after the system's Korean fonts. */
const standInFamily = 'Atlas Blank';

/** What the stand-in has to have in common with the typeface, in units of the em. */
export interface FontMetrics {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  /** Advance of each character of the Basic Multilingual Plane. */
  advances: ReadonlyMap<number, number>;
}

/** An outline of one point, which leaves no ink: browsers refuse a font without any outline, so the first glyph has it. */
const dot = fill(16, (view) => {
  view.setInt16(0, 1);
  view.setUint8(14, 0x31);
});

/**
 * A font (TrueType bytes) whose glyphs are all blank and exactly as wide as the typeface's. Where a system has no
 * Korean font the page is laid out with it until the typeface is there, so nothing moves when that arrives. One glyph
 * serves all characters of one width, so the file is small.
 */
export function writeStandInFont(metrics: FontMetrics): Uint8Array {
  const widths = [...new Set(metrics.advances.values())].sort((a, b) => a - b);
  const glyphOf = new Map(widths.map((width, index) => [width, index + 1]));
  const glyphs = widths.length + 1;
  const widest = widths.at(-1) ?? metrics.unitsPerEm;
  const tables = new Map<string, Uint8Array>([
    ['cmap', writeCmap(metrics.advances, glyphOf)],
    ['glyf', dot],
    [
      'loca',
      fill((glyphs + 1) * 2, (view) => {
        for (let glyph = 2; glyph <= glyphs; glyph += 1) view.setUint16(glyph * 2, dot.length / 2);
      }),
    ],
    [
      'hmtx',
      fill(glyphs * 4, (view) => {
        for (const [index, width] of [metrics.unitsPerEm, ...widths].entries())
          view.setUint16(index * 4, width);
      }),
    ],
    [
      'head',
      fill(54, (view) => {
        view.setUint32(0, 0x00010000);
        view.setUint32(12, 0x5f0f3cf5);
        view.setUint16(18, metrics.unitsPerEm);
        view.setUint16(46, 8);
        view.setInt16(48, 2);
      }),
    ],
    [
      'hhea',
      fill(36, (view) => {
        view.setUint32(0, 0x00010000);
        view.setInt16(4, metrics.ascent);
        view.setInt16(6, -metrics.descent);
        view.setUint16(10, widest);
        view.setInt16(18, 1);
        view.setUint16(34, glyphs);
      }),
    ],
    [
      'maxp',
      fill(32, (view) => {
        view.setUint32(0, 0x00010000);
        view.setUint16(4, glyphs);
        view.setUint16(6, 1);
        view.setUint16(8, 1);
        view.setUint16(14, 2);
      }),
    ],
    ['OS/2', writeOs2(metrics)],
    ['name', writeNames(namesOf(standInFamily))],
    ['post', fill(32, (view) => view.setUint32(0, 0x00030000))],
  ]);
  return writeTables(tables);
}

/**
 * A script that makes a woff2 of the stand-in known at once. A font from bytes is there before anything is laid out;
 * one from a style sheet is asked for by the first layout and comes after the first paint, even as a `data:` URL.
 */
export function writeStandInScript(woff2: Uint8Array): string {
  const letters = Array.from(woff2, (byte) => String.fromCharCode(byte)).join('');
  return (
    `try{document.fonts.add(new FontFace('${standInFamily}',` +
    `Uint8Array.from(atob('${btoa(letters)}'),function(c){return c.charCodeAt(0)})))}catch(e){}`
  );
}

/** Format 4 with a list of glyphs for every run, the one format that many characters of one glyph are known in everywhere. */
function writeCmap(advances: ReadonlyMap<number, number>, glyphOf: ReadonlyMap<number, number>): Uint8Array {
  const points = [...advances.keys()].sort((a, b) => a - b);
  const runs: { first: number; last: number }[] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run?.last === point - 1) run.last = point;
    else runs.push({ first: point, last: point });
  }
  const count = runs.length + 1;
  const listAt = 12 + 16 + count * 8;
  const size = listAt + points.length * 2;
  return fill(size, (view) => {
    const power = Math.floor(Math.log2(count));
    view.setUint16(2, 1);
    view.setUint16(4, 3);
    view.setUint16(6, 1);
    view.setUint32(8, 12);
    view.setUint16(12, 4);
    view.setUint16(14, size - 12);
    view.setUint16(18, count * 2);
    view.setUint16(20, 2 << power);
    view.setUint16(22, power);
    view.setUint16(24, count * 2 - (2 << power));
    let at = listAt;
    const last = { first: 0xffff, last: 0xffff };
    for (const [index, run] of [...runs, last].entries()) {
      const offsetAt = 28 + count * 6 + index * 2;
      view.setUint16(26 + index * 2, run.last);
      view.setUint16(28 + count * 2 + index * 2, run.first);
      view.setUint16(28 + count * 4 + index * 2, run === last ? 1 : 0);
      view.setUint16(offsetAt, run === last ? 0 : at - offsetAt);
      if (run === last) continue;
      for (let point = run.first; point <= run.last; point += 1) {
        view.setUint16(at, glyphOf.get(advances.get(point) ?? 0) ?? 0);
        at += 2;
      }
    }
  });
}

function writeOs2({ unitsPerEm, ascent, descent, advances }: FontMetrics): Uint8Array {
  const points = [...advances.keys()];
  return fill(96, (view) => {
    view.setUint16(0, 4);
    view.setInt16(2, unitsPerEm);
    view.setUint16(4, 400);
    view.setUint16(6, 5);
    for (const [index, letter] of [...'ATLS'].entries()) view.setUint8(58 + index, letter.charCodeAt(0));
    view.setUint16(62, 0xc0);
    view.setUint16(64, Math.min(...points));
    view.setUint16(66, Math.max(...points));
    view.setInt16(68, ascent);
    view.setInt16(70, -descent);
    view.setUint16(74, ascent);
    view.setUint16(76, descent);
  });
}

function fill(size: number, write: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(size);
  write(new DataView(bytes.buffer));
  return bytes;
}
