/** Files that tools keep beside notes: settings, orders, names of folders. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

/** Bytes; no tool's settings are larger. */
const largest = 400_000;

/**
 * The text of a tool's file below a folder; null where there is none, where it is no plain file or larger than settings are,
 * and where a symlink leads out of that folder: what lies elsewhere is nobody's business.
 */
export async function readSettings(folder: string, name: string): Promise<string | null> {
  try {
    const real = await realpath(join(folder, name));
    if (!isWithin(await realpath(folder), real)) return null;
    const found = await stat(real);
    return found.isFile() && found.size <= largest ? await readFile(real, 'utf8') : null;
  } catch {
    return null;
  }
}

/** Whether `inner` is `outer` or lies in it; both without links. */
export function isWithin(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
