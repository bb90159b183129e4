/**
 * The code points that a TrueType or OpenType font has glyphs for, read from its `cmap` table (formats 4 and 12).
 * Throws when the bytes are no such font.
 */
export function readFontCoverage(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = findTable(view, 'cmap');
  const points = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 4) readSegments(view, subtable, points);
    if (format === 12) readGroups(view, subtable, points);
  }
  if (!points.size) throw new Error('the font maps no characters');
  return points;
}

function findTable(view: DataView, wanted: string): number {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    if (tag === wanted) return view.getUint32(record + 8);
  }
  throw new Error(`the font has no ${wanted} table`);
}

/** Format 4: ranges of the Basic Multilingual Plane, glyphs by a delta or by a list. */
function readSegments(view: DataView, table: number, points: Set<number>): void {
  const bytes = view.getUint16(table + 6);
  for (let at = 0; at < bytes; at += 2) {
    const end = view.getUint16(table + 14 + at);
    const start = view.getUint16(table + 16 + bytes + at);
    const delta = view.getUint16(table + 16 + 2 * bytes + at);
    const listAt = table + 16 + 3 * bytes + at;
    const list = view.getUint16(listAt);
    for (let point = start; point <= end && point !== 0xffff; point += 1) {
      const listed = list ? view.getUint16(listAt + list + (point - start) * 2) : point;
      if (list ? listed !== 0 : ((listed + delta) & 0xffff) !== 0) points.add(point);
    }
  }
}

/** Format 12: ranges of the whole of Unicode. */
function readGroups(view: DataView, table: number, points: Set<number>): void {
  const count = view.getUint32(table + 12);
  for (let index = 0; index < count; index += 1) {
    const group = table + 16 + index * 12;
    const start = view.getUint32(group);
    const firstGlyph = view.getUint32(group + 8);
    for (let point = start; point <= view.getUint32(group + 4); point += 1) {
      if (firstGlyph + point - start !== 0) points.add(point);
    }
  }
}
