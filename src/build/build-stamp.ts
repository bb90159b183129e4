import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { basePath, siteOrigin, today } from '../site.ts';
import { cacheFolder } from './build-lock.ts';

/** Whether the site in a folder was built from exactly what is here now: code, content, settings and day. */
export async function readStamp(outDir: string): Promise<{ isCurrent: boolean }> {
  const known = await readFile(stampPath(outDir), 'utf8').catch(() => '');
  return { isCurrent: known !== '' && known === (await fingerprint()) };
}

/** Remembers what the site in a folder was built from. */
export async function writeStamp(outDir: string): Promise<void> {
  const path = stampPath(outDir);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await fingerprint());
}

function stampPath(outDir: string): string {
  const name = createHash('sha256').update(resolve(outDir)).digest('hex').slice(0, 16);
  return join(cacheFolder, 'stamps', name);
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const content = resolve(process.env['CONTENT_DIR'] || 'content');
  const cards = process.env['CARDS'] ?? '';
  hash.update([siteOrigin(), basePath(), today(), content, cards, process.env['STRICT'] ?? ''].join('\n'));
  for (const folder of [resolve('src'), resolve('public'), content]) await addFolder(hash, folder);
  for (const file of ['package-lock.json', 'astro.config.mjs']) {
    hash.update(await readFile(file).catch(() => ''));
  }
  return hash.digest('hex');
}

/** Names, sizes and times are enough to see a change, and need no reading. */
async function addFolder(hash: ReturnType<typeof createHash>, folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) {
    const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
}
