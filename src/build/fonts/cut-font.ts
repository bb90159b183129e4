import { createHash } from 'node:crypto';
import subsetFont from 'subset-font';
import { fontWeights } from '../../knowledge/fonts/font-css.ts';
import { renameFont } from '../../knowledge/fonts/name-font.ts';
import { cutStandIn } from './cut-stand-in.ts';
import { openSealedCache } from '../sealed-cache.ts';
import { readFontVersions } from './font-source.ts';

/** What readers' browsers apply by themselves, and tabular figures; the drawings were measured with the same. */
const keepFeatures = ['kern', 'calt', 'ccmp', 'locl', 'liga', 'mark', 'mkmk', 'tnum'];
/** Copyright, trademark, maker, designer, licence and its address stay with every cut. */
const licenceNames = [0, 7, 8, 9, 11, 13, 14];
const keepDays = 3;

/** What the cut fonts are called inside: "Pretendard" is reserved for the unchanged typeface. */
const cutName = 'Atlas Sans KR';

export interface FontCutter {
  /** A woff2 with exactly these characters, from the cache when it was cut before. */
  cut: (points: readonly number[]) => Promise<Buffer>;
  /** The blank stand-in for `points` and all Hangul. */
  cutStandIn: (points: readonly number[]) => Promise<Buffer>;
  /** Removes cuts that no build has asked for in some days. */
  sweep: () => Promise<void>;
}

/**
 * Cuts slices out of one font. `allPoints` are all characters that slices will be asked for: the large font is cut
 * down to them once, which makes every slice quick.
 */
export function openFontCutter(
  source: Buffer,
  allPoints: readonly number[],
  cacheFolder: string,
): FontCutter {
  const settings = JSON.stringify([readFontVersions(), keepFeatures, fontWeights, cutName, 'axis names']);
  const cache = openSealedCache(cacheFolder);
  let base: Promise<Buffer> | undefined;
  const cutBase = (): Promise<Buffer> =>
    (base ??= subsetFont(source, textOf(allPoints), {
      targetFormat: 'truetype',
      variationAxes: { wght: fontWeights },
      keepFeatures,
      preserveNameIds: licenceNames,
    }).then((font) => Buffer.from(renameFont(font, cutName))));
  const keep = async (of: string, make: () => Promise<Buffer>): Promise<Buffer> => {
    const key = createHash('sha256').update(`${settings}\n${of}`).digest('hex').slice(0, 32);
    const known = await cache.read(`${key}.woff2`);
    if (known) return known;
    const made = await make();
    await cache.write(`${key}.woff2`, made);
    return made;
  };
  return {
    cut: (points) =>
      keep(points.join(), async () =>
        subsetFont(await cutBase(), textOf(points), {
          targetFormat: 'woff2',
          keepFeatures,
          preserveNameIds: licenceNames,
        }),
      ),
    cutStandIn: (points) =>
      keep(`stand-in 2 ${points.join()}`, () => cutStandIn(source, points, fontWeights.min)),
    sweep: () => cache.sweep(keepDays),
  };
}

function textOf(points: readonly number[]): string {
  return points.map((point) => String.fromCodePoint(point)).join('');
}
