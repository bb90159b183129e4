import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { SiteFile } from './site-files.ts';

/** A file of a built site and what the disk said of it: while that is the same, its bytes are. */
export interface RecordedFile extends SiteFile {
  /** Milliseconds. */
  modified: number;
  /** Milliseconds; moves when somebody sets `modified` back. */
  changed: number;
  /** Its number on the disk. */
  inode: number;
}

/** All files that a build left in a folder, by path. */
export type SiteRecord = ReadonlyMap<string, RecordedFile>;

/** Whether a recorded file stands in the folder as it was written. */
export function isIntact(folder: string, path: string, file: RecordedFile): boolean {
  const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
  return found !== undefined && isSame(found, file);
}

/**
 * The record of a site that stands in `folder`. A file that was left where it was and has changed since `before` is not
 * what the build made, and keeps the record from being one of the whole site.
 */
export function recordSite(
  folder: string,
  files: ReadonlyMap<string, SiteFile>,
  kept: ReadonlySet<string>,
  before: SiteRecord,
): { record: SiteRecord; isWhole: boolean } {
  const record = new Map<string, RecordedFile>();
  for (const [path, file] of files) {
    const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
    const last = kept.has(path) ? before.get(path) : undefined;
    if (!found?.isFile() || found.size !== file.bytes || (last && !isSame(found, last))) continue;
    record.set(path, { ...file, modified: found.mtimeMs, changed: found.ctimeMs, inode: found.ino });
  }
  return { record, isWhole: record.size === files.size };
}

function isSame(found: Stats, { bytes, modified, changed, inode }: RecordedFile): boolean {
  return (
    found.isFile() &&
    found.size === bytes &&
    found.mtimeMs === modified &&
    found.ctimeMs === changed &&
    found.ino === inode
  );
}
