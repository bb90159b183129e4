import subsetFont from 'subset-font';
import { fontWeights } from '../../knowledge/fonts/font-css.ts';
import { renameFont } from '../../knowledge/fonts/name-font.ts';
import { roundOutlines } from '../../knowledge/fonts/round-outlines.ts';
import { type Cut, cutName, keepFeatures, outlineSteps, textOf } from './cut.ts';
import { cutStandIn } from './cut-stand-in.ts';
import { readFontSource } from './font-source.ts';

/** Copyright, trademark, maker, designer, licence and its address stay with every cut. */
const licenceNames = [0, 7, 8, 9, 11, 13, 14];

/**
 * A woff2 with exactly these characters. It hangs on nothing else: one cut from a font that holds the characters of the
 * whole site would be another one in the next build.
 */
export async function makeCut({ points, isStandIn }: Cut): Promise<Uint8Array> {
  const source = await readFontSource();
  if (isStandIn) return cutStandIn(source, points, fontWeights.min);
  const text = textOf(points);
  const kept = { keepFeatures, preserveNameIds: licenceNames };
  const cut = await subsetFont(source, text, {
    targetFormat: 'truetype',
    variationAxes: { wght: fontWeights },
    ...kept,
  });
  const rounded = roundOutlines(renameFont(cut, cutName), outlineSteps);
  return subsetFont(Buffer.from(rounded), text, { targetFormat: 'woff2', ...kept });
}
