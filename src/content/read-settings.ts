/** Files that tools keep beside notes: settings, orders, names of folders. */
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isWithin, readInside } from './read-inside.ts';

/** Bytes; no tool's settings are larger. */
const largest = 400_000;

/**
 * The text of a tool's file below a folder; null where there is none, where it is no plain file or larger than settings are,
 * and where a symlink leads out of that folder: what lies elsewhere is nobody's business.
 */
export async function readSettings(folder: string, name: string): Promise<string | null> {
  try {
    const real = await realpath(join(folder, name));
    const home = await realpath(folder);
    if (!isWithin(home, real)) return null;
    const found = await stat(real);
    return found.isFile() && found.size <= largest ? (await readInside([home], real)).toString('utf8') : null;
  } catch {
    return null;
  }
}
