import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { fontWeights } from '../../knowledge/fonts/font-css.ts';
import { renameFont } from '../../knowledge/fonts/name-font.ts';
import { cutStandIn } from './cut-stand-in.ts';
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
    const path = join(cacheFolder, `${key}.woff2`);
    const known = await readFile(path).catch(() => null);
    if (known?.length) {
      await utimes(path, new Date(), new Date()).catch(() => undefined);
      return known;
    }
    const made = await make();
    await mkdir(cacheFolder, { recursive: true });
    // A killed build must not leave half a font under its final name.
    await writeFile(`${path}.${process.pid}`, made);
    await rename(`${path}.${process.pid}`, path);
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
    sweep: async () => {
      const oldest = Date.now() - keepDays * 24 * 60 * 60 * 1000;
      for (const name of await readdir(cacheFolder).catch(() => [])) {
        const path = join(cacheFolder, name);
        const found = await stat(path).catch(() => null);
        if (found && found.mtimeMs < oldest) await rm(path, { force: true });
      }
    },
  };
}

function textOf(points: readonly number[]): string {
  return points.map((point) => String.fromCodePoint(point)).join('');
}
