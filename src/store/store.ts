import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as Sqlite from 'node:sqlite';
import zlib from 'node:zlib';

/**
 * What was worked out before, by what it was worked out from. A value is found again only under the very same inputs
 * and the very same code, so it is never out of date; one whose bytes have changed on the disk is not believed. A
 * store that cannot be opened, read or written costs time and nothing else.
 */
export interface Store {
  /** The value under a key, as it was put; undefined where there is none. */
  get(key: Uint8Array): string | undefined;
  put(key: Uint8Array, value: string): void;
  /** Writes what was put, and lets go of what was used longest ago when the file has grown beyond its bound. */
  close(): void;
}

/**
 * Zstandard takes half as long as deflate and makes values as small; an older Node does not know it. Which of the two it
 * was hangs on Node's version, as do the keys.
 */
const hasZstd = 'zstdCompressSync' in zlib;
const zstdOptions = { params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } };

/** Shorter values stand as they are: a hash or a name is unpacked more slowly than it is read. */
const packFrom = 1000;
/** The first byte of a value says whether it is packed. */
const [plain, packedMark] = [Buffer.of(0), Buffer.of(1)];

function pack(value: string): Uint8Array {
  if (value.length < packFrom) return Buffer.concat([plain, Buffer.from(value)]);
  return Buffer.concat([packedMark, compress(value)]);
}

function compress(value: string): Uint8Array {
  return hasZstd ? zlib.zstdCompressSync(value, zstdOptions) : zlib.deflateRawSync(value, { level: 1 });
}

function unpack(bytes: Uint8Array): string {
  const rest = Buffer.from(bytes.buffer, bytes.byteOffset + 1, bytes.byteLength - 1);
  if (bytes[0] === plain[0]) return rest.toString('utf8');
  return (hasZstd ? zlib.zstdDecompressSync(rest) : zlib.inflateRawSync(rest)).toString('utf8');
}

/** The bytes from which a store lets go of old values. */
const largest = 1024 * 1024 * 1024;
/** SQLite's code for a file that another process is writing. */
const busy = 5;
/** Bytes of values that wait to be written together. */
const mostWaiting = 16 * 1024 * 1024;

/** Opens the store in a file, made where it is missing and made anew where it is broken; null where none can be had. */
export function openStoreFile(file: string, bound = largest): Store | null {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return openDatabase(file, bound);
  } catch {
    try {
      removeStore(file);
      return openDatabase(file, bound);
    } catch {
      return null;
    }
  }
}

/** Removes a store with the files that SQLite keeps beside it. */
export function removeStore(file: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(file + end, { force: true });
}

function openDatabase(file: string, bound: number): Store | null {
  // A Node that has no SQLite works everything out.
  const sqlite: typeof Sqlite | undefined = process.getBuiltinModule('node:sqlite');
  if (!sqlite) return null;
  const database = new sqlite.DatabaseSync(file, { timeout: 2000 });
  // What is lost when the power goes can be made again.
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = OFF;
    CREATE TABLE IF NOT EXISTS made (key BLOB PRIMARY KEY, day INTEGER NOT NULL, sum BLOB NOT NULL, value BLOB NOT NULL) WITHOUT ROWID;
  `);
  return createStore(database, bound, () => removeStore(file));
}

function createStore(database: Sqlite.DatabaseSync, bound: number, remove: () => void): Store {
  const today = Math.floor(Date.now() / 86_400_000);
  const find = database.prepare('SELECT day, sum, value FROM made WHERE key = ?');
  const waiting = new Map<string, { key: Uint8Array; value: Uint8Array }>();
  const seen: Uint8Array[] = [];
  let bytes = 0;
  let isBroken = false;
  /** Another process holds the file: nothing is read or written any more, and nothing is wrong with it. */
  let isHeld = false;
  const attempt = <Result>(work: () => Result): Result | undefined => {
    if (isBroken || isHeld) return undefined;
    try {
      return work();
    } catch (error) {
      isHeld = (error as { errcode?: number }).errcode === busy;
      isBroken = !isHeld;
      return undefined;
    }
  };
  const write = () => {
    if (!waiting.size && !seen.length) return;
    attempt(() => {
      database.exec('BEGIN IMMEDIATE');
      const put = database.prepare('INSERT OR REPLACE INTO made (key, day, sum, value) VALUES (?, ?, ?, ?)');
      for (const { key, value } of waiting.values()) put.run(key, today, checksum(key, value), value);
      const touch = database.prepare('UPDATE made SET day = ? WHERE key = ?');
      for (const key of seen) touch.run(today, key);
      database.exec('COMMIT');
    });
    waiting.clear();
    seen.length = 0;
    bytes = 0;
  };
  return {
    get(key) {
      const unwritten = waiting.get(Buffer.from(key).toString('latin1'));
      if (unwritten) return unpack(unwritten.value);
      const row = attempt(() => find.get(key)) as
        { day: number; sum: Uint8Array; value: Uint8Array } | undefined;
      if (!row || !Buffer.from(row.sum).equals(checksum(key, row.value))) return undefined;
      if (row.day !== today) seen.push(key);
      return unpack(row.value);
    },
    put(key, value) {
      const packed = pack(value);
      waiting.set(Buffer.from(key).toString('latin1'), { key, value: packed });
      bytes += packed.length;
      if (bytes > mostWaiting) write();
    },
    close() {
      write();
      attempt(() => shrink(database, bound));
      try {
        database.close();
      } catch {
        // Closed or broken: the next opening decides.
      }
      if (isBroken) remove();
    },
  };
}

function checksum(key: Uint8Array, value: Uint8Array): Buffer {
  return createHash('sha1').update(key).update(value).digest();
}

/** Lets go of a third of the values, those used longest ago, as long as the file is too large. */
function shrink(database: Sqlite.DatabaseSync, bound: number): void {
  const read = (pragma: string) =>
    Number(Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? { size: 0 })[0]);
  if (read('page_count') * read('page_size') <= bound) return;
  database.exec(`
    DELETE FROM made WHERE key IN (SELECT key FROM made ORDER BY day LIMIT (SELECT max(1, count(*) / 3) FROM made));
    VACUUM;
  `);
}
