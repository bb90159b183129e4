import { hash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isIntact, type SiteRecord } from './site-record.ts';

/** A file of a site: its SHA-256 as base64url, and its size. */
export interface SiteFile {
  hash: string;
  bytes: number;
}

/**
 * The files of a site that is being made, by their paths (`/` between folders). What stands in the site before with the
 * same bytes is not written again. Synchronous, because thousands of small files are: waiting for each costs more than
 * the file.
 */
export interface SiteFiles {
  /** Puts a file into the site, in place of one of the same path. */
  write: (path: string, content: string | Uint8Array) => void;
  /**
   * Leaves a file of the site before where it is; false where there is none that stands as it was written.
   * @param hash the content that it must have
   */
  keep: (path: string, hash?: string) => boolean;
  /** Remembers a page that is not finished; `read` gives it back, `write` finishes it. */
  hold: (path: string, text: string) => void;
  /** The text of a file that was held or written. */
  read: (path: string) => string;
  remove: (path: string) => void;
  files: ReadonlyMap<string, SiteFile>;
  /** Those of them that stay where they are in the site before. */
  kept: ReadonlySet<string>;
  /** From now on the site stands in `folder`, and what is written goes there. */
  moveTo: (folder: string) => void;
}

/** The hash of a file's content, as `SiteFile` has it. */
export function hashFile(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64url');
}

/**
 * @param next where new files are written
 * @param before the site that these files will take the place of
 * @param drafts the file that holds unfinished pages
 */
export function openSiteFiles(
  next: string,
  before: { folder: string; record: SiteRecord } = { folder: next, record: new Map() },
  drafts = `${next}.drafts`,
): SiteFiles {
  const files = new Map<string, SiteFile>();
  const kept = new Set<string>();
  const held = new Map<string, { from: number; bytes: number }>();
  const folders = new Set<string>();
  let place = next;
  let draftsFile: number | undefined;
  let draftsEnd = 0;
  const remove = (path: string) => {
    if (files.delete(path) && !kept.delete(path)) rmSync(join(place, path), { force: true });
  };
  const keep: SiteFiles['keep'] = (path, wanted) => {
    const known = before.record.get(path);
    if (!known || (wanted !== undefined && known.hash !== wanted)) return false;
    if (!isIntact(before.folder, path, known)) return false;
    if (place === next) remove(path);
    files.set(path, { hash: known.hash, bytes: known.bytes });
    if (place === next) kept.add(path);
    return true;
  };
  return {
    files,
    kept,
    keep,
    write: (path, content) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const sum = hashFile(bytes);
      if (keep(path, sum)) return;
      const file = join(place, path);
      const folder = dirname(file);
      if (!folders.has(folder)) {
        mkdirSync(folder, { recursive: true });
        folders.add(folder);
      }
      writeFileSync(file, bytes);
      kept.delete(path);
      files.set(path, { hash: sum, bytes: bytes.length });
    },
    hold: (path, text) => {
      const bytes = Buffer.from(text);
      draftsFile ??= openSync(drafts, 'w+');
      writeSync(draftsFile, bytes, 0, bytes.length, draftsEnd);
      held.set(path, { from: draftsEnd, bytes: bytes.length });
      draftsEnd += bytes.length;
    },
    read: (path) => {
      const draft = held.get(path);
      if (draft && draftsFile !== undefined) {
        const bytes = Buffer.alloc(draft.bytes);
        readSync(draftsFile, bytes, 0, draft.bytes, draft.from);
        return bytes.toString('utf8');
      }
      return readFileSync(join(kept.has(path) ? before.folder : place, path), 'utf8');
    },
    remove,
    moveTo: (folder) => {
      if (draftsFile !== undefined) closeSync(draftsFile);
      draftsFile = undefined;
      held.clear();
      kept.clear();
      folders.clear();
      place = folder;
    },
  };
}
