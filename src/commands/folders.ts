import { resolve } from 'node:path';
import { cacheFolder, checkoutFolder } from '../build/build-lock.ts';

/** Where the notes are. */
export function notesFolder(): string {
  return process.env['CONTENT_DIR'] || 'content';
}

/** Where the site goes. */
export function outFolder(): string {
  return process.env['OUT_DIR'] || 'dist';
}

/** Throws where somebody chose a folder for caches (`CACHE_DIR`) that holds other people's files. */
export async function expectCache(): Promise<void> {
  if (cacheFolder === checkoutFolder) return;
  const { claimCache } = await import('../build/claim-cache.ts');
  const projectRoot = resolve('.');
  await claimCache(cacheFolder, { contentDir: notesFolder(), outDir: outFolder(), projectRoot });
}
