import opentype from 'opentype.js';
import { describe, expect, test } from 'vitest';
import { readNames, renameFont } from '../../../../src/knowledge/fonts/name-font.ts';
import { readTables } from '../../../../src/knowledge/fonts/sfnt.ts';
import { writeStandInFont, writeStandInScript } from '../../../../src/knowledge/fonts/stand-in-font.ts';

const advances = new Map([
  [0x20, 514],
  [0x41, 1322],
  [0x42, 1322],
  [0xac00, 1770],
  [0xac01, 1770],
  [0xd7a3, 1770],
]);
const font = writeStandInFont({ unitsPerEm: 2048, ascent: 1950, descent: 494, advances });

describe('the blank stand-in', () => {
  test('is a font in which every character is as wide as it was told, and nothing else is', () => {
    const read = opentype.parse(new Uint8Array(font).buffer);
    expect(read.unitsPerEm).toBe(2048);
    expect([read.ascender, read.descender]).toEqual([1950, -494]);
    for (const [point, advance] of advances) {
      expect(read.charToGlyph(String.fromCodePoint(point)).advanceWidth, point.toString(16)).toBe(advance);
    }
    expect(read.charToGlyph('漢').index).toBe(0);
  });

  test('takes one glyph for every width', () => {
    const maxp = readTables(font).get('maxp') ?? new Uint8Array();
    expect(new DataView(maxp.buffer, maxp.byteOffset).getUint16(4)).toBe(4);
  });

  test('is known to the page by a script that holds its bytes', () => {
    const script = writeStandInScript(new Uint8Array([0x77, 0xff, 0]));
    expect(script).toContain("new FontFace('Atlas Blank'");
    expect(script).toContain(btoa('wÿ\0'));
  });
});

describe('the name of a cut font', () => {
  test('is changed everywhere, and the font stays readable', () => {
    const renamed = renameFont(font, 'Some Name');
    const names = readNames(readTables(renamed).get('name') ?? new Uint8Array(6));
    expect(names.filter(({ id }) => [1, 4, 16].includes(id)).map(({ text }) => text)).toEqual([
      'Some Name',
      'Some Name',
      'Some Name',
    ]);
    expect(names.some(({ text }) => text.includes('Atlas'))).toBe(false);
    expect(opentype.parse(new Uint8Array(renamed).buffer).charToGlyph('A').advanceWidth).toBe(1322);
  });
});
