/** The tables of a TrueType or OpenType font by their tags. Throws when the bytes are no such font. */
export function readTables(font: Uint8Array): Map<string, Uint8Array> {
  const view = viewOf(font);
  const tables = new Map<string, Uint8Array>();
  const count = view.getUint16(4);
  for (let record = 12; record < 12 + count * 16; record += 16) {
    const tag = String.fromCharCode(...font.subarray(record, record + 4));
    const start = view.getUint32(record + 8);
    const end = start + view.getUint32(record + 12);
    if (end > font.length) throw new Error(`the font ends inside its table ${tag}`);
    tables.set(tag, font.subarray(start, end));
  }
  return tables;
}

/** A font file with TrueType outlines of these tables, their checksums made anew. */
export function writeTables(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = 12 + sorted.length * 16;
  const size = sorted.reduce((sum, [, table]) => sum + padded(table.length), head);
  const font = new Uint8Array(size);
  const view = new DataView(font.buffer);
  const power = Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, (sorted.length << 4) - (16 << power));
  let at = head;
  for (const [index, [tag, table]] of sorted.entries()) {
    const record = 12 + index * 16;
    for (let letter = 0; letter < 4; letter += 1) view.setUint8(record + letter, tag.charCodeAt(letter));
    font.set(table, at);
    if (tag === 'head') view.setUint32(at + 8, 0);
    view.setUint32(record + 4, checksum(view, at, padded(table.length)));
    view.setUint32(record + 8, at);
    view.setUint32(record + 12, table.length);
    at += padded(table.length);
  }
  const whole = checksum(view, 0, size);
  const headAt = [...sorted.keys()].find((index) => sorted[index]?.[0] === 'head');
  if (headAt !== undefined) {
    view.setUint32(view.getUint32(12 + headAt * 16 + 8) + 8, (0xb1b0afba - whole) >>> 0);
  }
  return font;
}

/** The parts behind one another, each at a multiple of `align`, and where each begins and the last ends. */
export function joinParts(
  parts: readonly Uint8Array[],
  align: number,
): { bytes: Uint8Array; offsets: number[] } {
  const offsets = [0];
  for (const part of parts) offsets.push(Math.ceil(((offsets.at(-1) ?? 0) + part.length) / align) * align);
  const bytes = new Uint8Array(offsets.at(-1) ?? 0);
  for (const [index, part] of parts.entries()) bytes.set(part, offsets[index]);
  return { bytes, offsets };
}

/** The bytes of a table as numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
