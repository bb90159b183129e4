import subsetFont from 'subset-font';
import { fontWeights } from '../../knowledge/fonts/font-css.ts';
import { renameFont } from '../../knowledge/fonts/name-font.ts';
import { type Cut, cutName, keepFeatures, textOf } from './cut.ts';
import { cutStandIn } from './cut-stand-in.ts';
import { readFontSource } from './font-source.ts';

/** Copyright, trademark, maker, designer, licence and its address stay with every cut. */
const licenceNames = [0, 7, 8, 9, 11, 13, 14];

let base: { all: string; font: Promise<Buffer> } | undefined;

/** A woff2 with exactly these characters. */
export async function makeCut({ all, points, isStandIn }: Cut): Promise<Uint8Array> {
  const source = await readFontSource();
  if (isStandIn) return cutStandIn(source, points, fontWeights.min);
  if (base?.all !== all) base = { all, font: cutBase(source, all) };
  return subsetFont(await base.font, textOf(points), {
    targetFormat: 'woff2',
    keepFeatures,
    preserveNameIds: licenceNames,
  });
}

async function cutBase(source: Buffer, all: string): Promise<Buffer> {
  const font = await subsetFont(source, all, {
    targetFormat: 'truetype',
    variationAxes: { wght: fontWeights },
    keepFeatures,
    preserveNameIds: licenceNames,
  });
  return Buffer.from(renameFont(font, cutName));
}
