import { createHash, randomBytes } from 'node:crypto';
import { utimesSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder of files that can be made again. What is in it is believed only while it is what was written. */
export interface SealedCache {
  /** The bytes kept under a name; null where there are none, or not the ones that were written. */
  read: (name: string) => Promise<Buffer | null>;
  /** Whether something is kept under a name, which counts as read. */
  has: (name: string) => boolean;
  /** Keeps bytes; where that cannot be done they are made again the next time. */
  write: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Removes what nobody has read or written for some days. */
  sweep: (days: number) => Promise<void>;
}

const sealBytes = 32;

/** Opens a cache in `folder`; each of its files ends in a checksum of the rest. */
export function openSealedCache(folder: string): SealedCache {
  return {
    has: (name) => {
      try {
        utimesSync(join(folder, name), new Date(), new Date());
        return true;
      } catch {
        return false;
      }
    },
    read: async (name) => {
      const path = join(folder, name);
      const kept = await readFile(path).catch(() => null);
      if (kept === null) return null;
      const content = kept.subarray(0, Math.max(0, kept.length - sealBytes));
      if (kept.length <= sealBytes || !kept.subarray(-sealBytes).equals(seal(content))) {
        await rm(path, { force: true, recursive: true }).catch(() => undefined);
        return null;
      }
      await utimes(path, new Date(), new Date()).catch(() => undefined);
      return content;
    },
    write: async (name, bytes) => {
      const draft = join(folder, `.${name}.${process.pid}-${randomBytes(3).toString('hex')}`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(draft, Buffer.concat([bytes, seal(bytes)]));
        await rename(draft, join(folder, name));
      } catch {
        await rm(draft, { force: true }).catch(() => undefined);
      }
    },
    sweep: async (days) => {
      const oldest = Date.now() - days * 24 * 60 * 60 * 1000;
      for (const name of await readdir(folder).catch(() => [])) {
        const path = join(folder, name);
        const found = await stat(path).catch(() => null);
        if (found && found.mtimeMs < oldest) await rm(path, { force: true }).catch(() => undefined);
      }
    },
  };
}

function seal(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
