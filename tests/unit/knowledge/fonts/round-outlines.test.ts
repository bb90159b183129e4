import opentype from 'opentype.js';
import subsetFont from 'subset-font';
import { expect, test } from 'vitest';
import { readFontSource } from '../../../../src/build/fonts/font-source.ts';
import { makeCut } from '../../../../src/build/fonts/make-cut.ts';
import { roundOutlines } from '../../../../src/knowledge/fonts/round-outlines.ts';

const text = '뷁곬 RagÅ%é→';
const weights = { min: 400, max: 750 };

/** The corners and widths of all glyphs at one weight. */
async function readGlyphs(font: Uint8Array, weight: number) {
  const pinned = await subsetFont(Buffer.from(font), text, {
    targetFormat: 'truetype',
    variationAxes: { wght: weight },
  });
  const parsed = opentype.parse(new Uint8Array(pinned).buffer);
  return Array.from({ length: parsed.glyphs.length }, (_, index) => {
    const glyph = parsed.glyphs.get(index);
    const numbers = glyph.path.commands.flatMap((command) =>
      [command.x, command.y, command.x1, command.y1].filter((value) => value !== undefined),
    );
    return { width: glyph.advanceWidth, bearing: glyph.leftSideBearing, numbers };
  });
}

test('moves no point by more than half a step at any weight, and changes no width', async () => {
  const font = await subsetFont(await readFontSource(), text, {
    targetFormat: 'truetype',
    variationAxes: { wght: weights },
  });
  const rounded = roundOutlines(font, { point: 4, shift: 8 });
  for (const [weight, most] of [
    [400, 2],
    [575, 5],
    [750, 6],
  ] as const) {
    const before = await readGlyphs(font, weight);
    const after = await readGlyphs(rounded, weight);
    expect(after.map(({ width }) => width)).toEqual(before.map(({ width }) => width));
    const moved = before.flatMap(({ numbers }, glyph) =>
      numbers.map((number, index) => Math.abs(number - (after[glyph]?.numbers[index] ?? Infinity))),
    );
    expect(moved.length).toBeGreaterThan(300);
    expect(Math.max(...moved), `at ${weight}`).toBeLessThanOrEqual(most);
    expect(Math.max(...moved)).toBeGreaterThan(0);
  }
});

test('keeps every byte of meaning where the step is one, and reads a font again that it wrote', async () => {
  const font = await subsetFont(await readFontSource(), text, { targetFormat: 'truetype' });
  const once = roundOutlines(font, { point: 1, shift: 1 });
  for (const weight of [100, 400, 900]) {
    expect(await readGlyphs(once, weight)).toEqual(await readGlyphs(font, weight));
  }
  expect(Buffer.from(roundOutlines(once, { point: 1, shift: 1 })).equals(Buffer.from(once))).toBe(true);
});

test('leaves the bytes that it was given alone', async () => {
  const font = await subsetFont(await readFontSource(), text, { targetFormat: 'truetype' });
  const before = Buffer.from(font).toString('base64');
  roundOutlines(font, { point: 8, shift: 8 });
  expect(Buffer.from(font).toString('base64')).toBe(before);
});

test('a slice of blanks and of letters that the typeface does not have is a font all the same', async () => {
  for (const points of [[0xa0], [0x2500, 0x1f389]])
    expect((await makeCut({ points, isStandIn: false })).length).toBeGreaterThan(500);
});
