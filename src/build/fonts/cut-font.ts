import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { fontWeights } from '../../knowledge/fonts/font-css.ts';
import { readFontVersions } from './font-source.ts';

/** What readers' browsers apply by themselves, and tabular figures; the drawings were measured with the same. */
const keepFeatures = ['kern', 'calt', 'ccmp', 'locl', 'liga', 'mark', 'mkmk', 'tnum'];
const keepDays = 3;

export interface FontCutter {
  /** A woff2 with exactly these characters, from the cache when it was cut before. */
  cut: (points: readonly number[]) => Promise<Buffer>;
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
  const settings = JSON.stringify([readFontVersions(), keepFeatures, fontWeights]);
  let base: Promise<Buffer> | undefined;
  const cutBase = (): Promise<Buffer> =>
    (base ??= subsetFont(source, textOf(allPoints), {
      targetFormat: 'truetype',
      variationAxes: { wght: fontWeights },
      keepFeatures,
    }));
  return {
    cut: async (points) => {
      const key = createHash('sha256').update(`${settings}\n${points.join()}`).digest('hex').slice(0, 32);
      const path = join(cacheFolder, `${key}.woff2`);
      const known = await readFile(path).catch(() => null);
      if (known?.length) {
        await utimes(path, new Date(), new Date()).catch(() => undefined);
        return known;
      }
      const made = await subsetFont(await cutBase(), textOf(points), { targetFormat: 'woff2', keepFeatures });
      await mkdir(cacheFolder, { recursive: true });
      // A killed build must not leave half a font under its final name.
      await writeFile(`${path}.${process.pid}`, made);
      await rename(`${path}.${process.pid}`, path);
      return made;
    },
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
