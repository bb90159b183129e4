import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { openSealedCache } from '../sealed-cache.ts';
import { openWorkerPool } from '../worker-pool.ts';
import { type Cut, cutSettings } from './cut.ts';
import { readFontVersions } from './font-source.ts';

const keepDays = 3;
/** Each takes a processor and some 150 MB. */
const mostThreads = Math.min(2, availableParallelism());
/** Until a thread can cut it takes as long as this many cuts. */
const cutsWorthThread = 4;

export interface FontCutter {
  /** A woff2 with exactly these characters, from the cache when it was cut before. */
  cut: (points: readonly number[]) => Promise<Uint8Array>;
  /** The blank stand-in for `points` and all Hangul. */
  cutStandIn: (points: readonly number[]) => Promise<Uint8Array>;
  /** Ends the threads that cut, and removes cuts that no build has asked for in some days. */
  close: () => Promise<void>;
}

/** Cuts slices out of the typeface, in threads of their own. */
export function openFontCutter(cacheFolder: string): FontCutter {
  const settings = JSON.stringify([readFontVersions(), ...cutSettings]);
  const cache = openSealedCache(cacheFolder);
  const threads = openWorkerPool<Cut, Uint8Array>(
    new URL('cut-worker.ts', import.meta.url),
    mostThreads,
    cutsWorthThread,
  );
  const keep = async (of: string, cut: Cut): Promise<Uint8Array> => {
    const key = createHash('sha256').update(`${settings}\n${of}`).digest('hex').slice(0, 32);
    const known = await cache.read(`${key}.woff2`);
    if (known) return known;
    const made = await threads.ask(cut);
    await cache.write(`${key}.woff2`, made);
    return made;
  };
  return {
    cut: (points) => keep(points.join(), { points, isStandIn: false }),
    cutStandIn: (points) => keep(`stand-in 2 ${points.join()}`, { points, isStandIn: true }),
    close: async () => {
      await threads.close();
      await cache.sweep(keepDays);
    },
  };
}
