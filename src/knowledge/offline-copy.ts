/** The copy of the site that a reader keeps on the device: what the build says of its files, and what the device keeps. */

/**
 * Names that the build, the pages and the service worker share. All are paths from the site's root.
 * A file is kept under its own address with its hash after `mark`: what has changed gets a place of its own.
 */
export const copyNames = {
  /** Begins the name of the cache; the site's root follows, for one host may hold several sites. */
  cache: 'atlas-copy ',
  /** What the device keeps, as `KeptCopy`. */
  record: 'offline/kept',
  /** The same, complete but not yet in use. */
  next: 'offline/next',
  /** Requests with it go past the copy. */
  mark: 'copy',
} as const;

/** The service worker; it lies at the root, because it may answer only for what lies below it. */
export const workerFile = 'sw.js';
/** `CopyList` of the newest build. */
export const listFile = 'offline/list.json';
/** `CopyPart`s lie here, named by their hash. */
export const partsFolder = 'offline/files/';

/** What a site's copy holds, in a few hundred bytes: enough to tell its size, and whether it has changed. */
export interface CopyList {
  /** Made from the hashes of all files. */
  version: string;
  parts: CopyPart[];
}

/** A file of lines `path\thash\tbytes`, for some of the site's files. */
export interface CopyPart {
  /** Path from the site's root. */
  file: string;
  /** Pictures that other sites show of a page; no page shows them, so a reader may do without. */
  isExtra: boolean;
  count: number;
  bytes: number;
}

/** A file of the site: its path from the root (`index.html` for a folder), the beginning of its SHA-256, its size. */
export interface CopyFile {
  path: string;
  hash: string;
  bytes: number;
}

/** What is on the device. */
export interface KeptCopy {
  version: string;
  bytes: number;
  hasExtras: boolean;
  /** When it was completed, as ISO. */
  kept: string;
  /** Hash by path. */
  files: Record<string, string>;
  /** What differed in the copy before, for pages that were open when it was replaced. */
  before?: {
    files: Record<string, string>;
    /** Ids of those pages, as the service worker knows them. */
    clients: string[];
  };
}

/** Characters of a file's hash: 48 bits, of which the browser checks all. */
export const hashLength = 8;

/** The lines of a part. */
export function writePart(files: readonly CopyFile[]): string {
  return files.map(({ path, hash, bytes }) => `${path}\t${hash}\t${bytes}\n`).join('');
}

/** Reads what `writePart` wrote; a line that it cannot have written is left out. */
export function readPart(text: string): CopyFile[] {
  return text.split('\n').flatMap((line) => {
    const [path, hash, bytes] = line.split('\t');
    return path && hash && bytes ? [{ path, hash, bytes: Number(bytes) }] : [];
  });
}

/** A path as it stands in an address. Folders are asked for by their own name, not by that of their page. */
export function copyAddress(path: string): string {
  return path
    .replace(/(^|\/)index\.html$/u, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
