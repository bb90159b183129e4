import { readTables, writeTables } from './sfnt.ts';

/** Names that say what a font is called: family, style, id, full name, PostScript name, preferred and variable families. */
const nameIds = { family: [1, 16, 21], full: [4], id: [3], postScript: [6, 25] } as const;
const style = 2;
/** Names that stay as they are: who made the font, its trademark, designer and licence. */
const keptIds = new Set([0, 7, 8, 9, 11, 13, 14]);

interface NameRecord {
  id: number;
  text: string;
}

/**
 * The font under another name, with its authors and licence as they were. The Open Font License lets nobody call a
 * changed font by a reserved name, and a cut is a change.
 */
export function renameFont(font: Uint8Array, family: string): Uint8Array {
  const tables = new Map(readTables(font));
  // From 256 on names belong to axes and styles: Firefox rejects a font whose `STAT` table names one that is not there.
  const kept = readNames(tables.get('name') ?? new Uint8Array(6)).filter(
    ({ id }) => keptIds.has(id) || id >= 256,
  );
  tables.set('name', writeNames([...kept, ...namesOf(family)]));
  return writeTables(tables);
}

/** All names of a font that is called `family`. */
export function namesOf(family: string): NameRecord[] {
  const plain = family.replaceAll(' ', '');
  return [
    ...nameIds.family.map((id) => ({ id, text: family })),
    ...nameIds.full.map((id) => ({ id, text: family })),
    ...nameIds.id.map((id) => ({ id, text: plain })),
    ...nameIds.postScript.map((id) => ({ id, text: plain })),
    { id: style, text: 'Regular' },
  ];
}

/** The names in a `name` table that are written in UTF-16, one of each id. */
export function readNames(table: Uint8Array): NameRecord[] {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const names = new Map<number, string>();
  for (let record = 6; record < 6 + view.getUint16(2) * 12; record += 12) {
    if (view.getUint16(record) !== 3) continue;
    const start = view.getUint16(4) + view.getUint16(record + 10);
    const bytes = table.subarray(start, start + view.getUint16(record + 8));
    const id = view.getUint16(record + 6);
    if (!names.has(id)) names.set(id, new TextDecoder('utf-16be').decode(bytes));
  }
  return [...names].map(([id, text]) => ({ id, text }));
}

/** A `name` table for Windows, Unicode, English, which every system reads. */
export function writeNames(names: readonly NameRecord[]): Uint8Array {
  const sorted = [...names].sort((a, b) => a.id - b.id);
  const start = 6 + sorted.length * 12;
  const table = new Uint8Array(start + sorted.reduce((sum, { text }) => sum + text.length * 2, 0));
  const view = new DataView(table.buffer);
  view.setUint16(2, sorted.length);
  view.setUint16(4, start);
  let at = start;
  for (const [index, { id, text }] of sorted.entries()) {
    const record = 6 + index * 12;
    view.setUint16(record, 3);
    view.setUint16(record + 2, 1);
    view.setUint16(record + 4, 0x409);
    view.setUint16(record + 6, id);
    view.setUint16(record + 8, text.length * 2);
    view.setUint16(record + 10, at - start);
    for (let unit = 0; unit < text.length; unit += 1) view.setUint16(at + unit * 2, text.charCodeAt(unit));
    at += text.length * 2;
  }
  return table;
}
