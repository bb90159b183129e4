import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readlink, realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { problemsWords } from '#words';
import { NamedFault } from '../knowledge/problem.ts';

/** A name that led to another place when it was opened than when the folder was looked through. */
export class LedOut extends NamedFault {
  readonly code = 'ELEDOUT';
  constructor(path: string) {
    super(`${path}: ${problemsWords().folder.leadsOut}`);
  }
}

/**
 * The bytes of a file of a folder of notes. A file, or a folder above it, may have become a link to somewhere else since
 * it was found: so the file is opened first, and then asked where it lies.
 * @param homes folders that files may be read from, by their real paths
 * @param most how many bytes are read
 * @throws LedOut where the file that was opened lies elsewhere, or is none
 */
export async function readInside(homes: readonly string[], path: string, most?: number): Promise<Buffer> {
  // Without waiting for somebody to write into what has become a pipe.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const place = (await file.stat()).isFile() ? await findPlace(file, path) : null;
    if (place === null || !homes.some((home) => isWithin(home, place))) throw new LedOut(path);
    if (most === undefined) return await file.readFile();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Where an open file lies; null where its name leads to another one by now. */
async function findPlace(file: FileHandle, path: string): Promise<string | null> {
  try {
    // Linux says it of the open file itself.
    return await readlink(`/proc/self/fd/${file.fd}`);
  } catch {
    const real = await realpath(path);
    const [named, opened] = [await lstat(real, { bigint: true }), await file.stat({ bigint: true })];
    return named.dev === opened.dev && named.ino === opened.ino ? real : null;
  }
}

/** Whether `inner` is `outer` or lies in it; both without links. */
export function isWithin(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
