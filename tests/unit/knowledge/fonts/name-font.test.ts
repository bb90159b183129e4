import subsetFont from 'subset-font';
import { expect, test } from 'vitest';
import { readFontSource } from '../../../../src/build/fonts/font-source.ts';
import { readNames, renameFont } from '../../../../src/knowledge/fonts/name-font.ts';
import { readTables } from '../../../../src/knowledge/fonts/sfnt.ts';

/** Names that `STAT` and `fvar` refer to (https://learn.microsoft.com/typography/opentype/spec/stat). */
function listReferences(tables: ReadonlyMap<string, Uint8Array>): number[] {
  const found: number[] = [];
  const stat = tables.get('STAT');
  if (stat) {
    const view = new DataView(stat.buffer, stat.byteOffset, stat.byteLength);
    const axes = view.getUint32(8);
    for (let axis = 0; axis < view.getUint16(6); axis++)
      found.push(view.getUint16(axes + axis * view.getUint16(4) + 4));
    const offsets = view.getUint32(14);
    for (let value = 0; value < view.getUint16(12); value++)
      found.push(view.getUint16(offsets + view.getUint16(offsets + value * 2) + 6));
  }
  const fvar = tables.get('fvar');
  if (fvar) {
    const view = new DataView(fvar.buffer, fvar.byteOffset, fvar.byteLength);
    for (let axis = 0; axis < view.getUint16(8); axis++)
      found.push(view.getUint16(view.getUint16(4) + axis * view.getUint16(10) + 18));
  }
  return found;
}

test('a cut font holds every name that its tables refer to: Firefox rejects it otherwise', async () => {
  const options = { targetFormat: 'truetype', preserveNameIds: [0] } as const;
  const base = await subsetFont(await readFontSource(), '가나다 ABC', options);
  const font = await subsetFont(Buffer.from(renameFont(base, 'Cut Font')), '가나', options);
  const tables = readTables(font);
  const names = new Set(readNames(tables.get('name') ?? new Uint8Array(6)).map(({ id }) => id));
  const references = listReferences(tables);
  expect(references.length).toBeGreaterThan(0);
  expect(references.filter((id) => !names.has(id))).toEqual([]);
});
