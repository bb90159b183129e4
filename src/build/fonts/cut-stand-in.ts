import opentype from 'opentype.js';
import subsetFont from 'subset-font';
import { hangulSyllables } from '../../knowledge/fonts/font-css.ts';
import { writeStandInFont } from '../../knowledge/fonts/stand-in-font.ts';

/**
 * The stand-in for one weight of the variable font `source` as woff2: all Hangul syllables, which are as wide as one
 * another in every weight, and the other characters among `points`.
 */
export async function cutStandIn(source: Buffer, points: Iterable<number>, weight: number): Promise<Buffer> {
  const others = [...points].filter((point) => point < 0xffff && !hangulSyllables.has(point));
  const some = String.fromCodePoint(hangulSyllables.first, ...others);
  const cut = await subsetFont(source, some, { targetFormat: 'truetype', variationAxes: { wght: weight } });
  const font = opentype.parse(new Uint8Array(cut).buffer);
  const advance = (point: number): number => font.charToGlyph(String.fromCodePoint(point)).advanceWidth ?? 0;
  const advances = new Map(others.map((point) => [point, advance(point)]));
  const { first, last } = hangulSyllables;
  for (let point = first; point <= last; point += 1) advances.set(point, advance(first));
  const { unitsPerEm, ascender, descender } = font;
  const made = writeStandInFont({ unitsPerEm, ascent: ascender, descent: -descender, advances });
  return subsetFont(Buffer.from(made), String.fromCodePoint(...advances.keys()), { targetFormat: 'woff2' });
}
