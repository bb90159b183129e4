import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { folderSize } from '../output/folder-size.ts';
import type { CompiledFacts } from './compile-site.ts';

/** Compilations that are kept: each is some ten megabytes, and few settings are used in turn. */
const mostKept = 8;

/** What is known of a compilation, or null where there is none or one of its files is not what it was. */
export async function readCompiled(folder: string): Promise<CompiledFacts | null> {
  try {
    const facts = JSON.parse(await readFile(join(folder, 'compiled.json'), 'utf8')) as CompiledFacts;
    const present = listFolder(folder);
    delete present['compiled.json'];
    return JSON.stringify(present) === JSON.stringify(facts.files) ? facts : null;
  } catch {
    return null;
  }
}

/** SHA-256 of every file below a folder, by its path, in order. */
export function listFolder(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes: Record<string, string> = {};
  for (const file of files.sort()) {
    hashes[relative(folder, file).replaceAll('\\', '/')] = hash('sha256', readFileSync(file), 'hex');
  }
  return hashes;
}

/** Node keeps what it compiled of every module (`bootstrap.mjs`), also of those that have changed since: some 15 MB. */
const mostCode = 128 * 1024 * 1024;

/** Empties Node's cache when it has grown beyond its bound; only code that changes makes it grow. */
export async function boundCode(folder: string): Promise<void> {
  if ((await folderSize(folder)) > mostCode) await rm(folder, { recursive: true, force: true });
}

/** Marks one compilation as used, and removes those beyond the few that were used last. */
export async function keepFew(store: string, used: string): Promise<void> {
  await utimes(join(store, used), new Date(), new Date()).catch(() => undefined);
  const names = await readdir(store).catch(() => []);
  const aged = await Promise.all(
    names.map(async (name) => ({
      name,
      time: await stat(join(store, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    })),
  );
  for (const { name } of aged.sort((a, b) => b.time - a.time).slice(mostKept)) {
    if (name !== used) await rm(join(store, name), { recursive: true, force: true });
  }
}
