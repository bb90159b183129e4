import { existsSync, mkdirSync, statSync } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, parse, relative, sep } from 'node:path';

/** Whether `inner` is `outer` or lies in it, also where a folder is mounted a second time under another name. */
export function holds(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  if (way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && parse(way).root === '')) return true;
  const folder = identify(outer);
  return folder !== null && listAbove(inner).some((path) => identify(path) === folder);
}

/** A path and every folder above it. */
function listAbove(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [path, ...listAbove(parent)];
}

/** What a disk calls a folder; null for what does not exist, or where the disk gives no numbers. */
function identify(folder: string): string | null {
  try {
    const { dev, ino } = statSync(folder, { bigint: true });
    return ino ? `${dev}:${ino}` : null;
  } catch {
    return null;
  }
}

/** The path without links, also of what does not exist yet; null for a link that leads nowhere. */
export async function resolveReal(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch {
    if (await lstat(path).catch(() => null)) return null;
    const parent = dirname(path);
    if (parent === path) return path;
    const real = await resolveReal(parent);
    return real === null ? null : join(real, basename(path));
  }
}

/** Makes a folder and those above it, one by one: asked for all at once, Node never gives up where none can be (`/proc`). */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody else was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
