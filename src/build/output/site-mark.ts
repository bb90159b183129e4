import { hash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, writeFileSync } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toNfc } from '../../knowledge/text.ts';

/** In the root of every built site: says that a build made the folder, and which of its files. */
export const markName = '.atlas-site';

/**
 * The names and sizes of everything that a build wrote into a folder, so that a mark that was copied elsewhere, by hand or
 * with a folder, makes nobody's files ours. Names are kept as short hashes: the folder is published, and pages that are
 * listed nowhere must not be listed here.
 */
export interface SiteMark {
  /** What the site is called; undefined where the mark does not say. */
  title: string | undefined;
  /** Whether the build made a file of this name; folders of the top level end in `/`. */
  has: (path: string) => boolean;
  /** The bytes of that file; undefined where they were not known yet. */
  sizeOf: (path: string) => number | undefined;
}

const what = 'atlas build';
/** What marks said before; the folders that bear them are still ours. */
const formerly = 'GenAI Atlas site';
const hashBytes = 6;
const unknownSize = -1;
const noFile = -2;

/** What a mark says besides what is in the folder. */
export interface MarkFacts {
  /** What the site is called. */
  title?: string;
  /** Paths of files that are not written yet. */
  later?: Iterable<string>;
}

interface WrittenMark {
  madeBy: string;
  /** Of the site. */
  title?: string | undefined;
  count: number;
  /** Their hashes one after another, sorted. */
  names: string;
  /** Bytes of each. */
  sizes: number[];
}

/** Files that systems put into any folder that is looked at. */
const junk = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/u;

/** The mark of a folder; null where it has none, `'broken'` where it cannot be read. */
export async function readMark(folder: string): Promise<SiteMark | null | 'broken'> {
  let text;
  try {
    // A link is the mark of another folder.
    if (!(await lstat(join(folder, markName))).isFile()) return 'broken';
    text = await readFile(join(folder, markName), 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'broken';
  }
  try {
    // Marks of former builds have no sizes.
    const {
      madeBy,
      title,
      count,
      names,
      sizes = [],
    } = JSON.parse(text) as Omit<WrittenMark, 'sizes'> & Partial<WrittenMark>;
    const hashes = names.match(new RegExp(`.{${(hashBytes * 8) / 6}}`, 'gu')) ?? [];
    const known = new Map(hashes.map((name, index) => [name, sizes[index] ?? unknownSize]));
    if (![what, formerly].includes(madeBy) || known.size !== count) return 'broken';
    return {
      title,
      has: (path) => known.has(hashName(path)),
      sizeOf: (path) => {
        const size = known.get(hashName(path)) ?? unknownSize;
        return size === unknownSize ? undefined : size;
      },
    };
  } catch {
    return 'broken';
  }
}

/**
 * Marks the folder in which a build has made its site, with all that is in it.
 * @param facts `kept`: paths of files of the site that stand in another folder
 * @param isOurs whether something that stands in the folder is the build's
 */
export function writeMark(
  folder: string,
  { title, kept, later = [] }: MarkFacts & { kept?: { folder: string; paths: Iterable<string> } } = {},
  isOurs: (path: string) => boolean = () => true,
): void {
  const sizes = new Map<string, number>();
  const add = (path: string, size: number) => {
    sizes.set(hashName(path), size);
    const top = path.indexOf('/');
    if (top > 0) sizes.set(hashName(path.slice(0, top + 1)), unknownSize);
  };
  for (const entry of listEntries(folder).filter(isOurs))
    add(entry, entry.endsWith('/') ? unknownSize : measure(join(folder, entry)));
  for (const path of kept?.paths ?? []) add(path, measure(join(kept?.folder ?? folder, path)));
  for (const path of [...later, markName]) add(path, unknownSize);
  const sorted = [...sizes].sort(([one], [other]) => (one < other ? -1 : 1));
  const mark: WrittenMark = {
    madeBy: what,
    title,
    count: sorted.length,
    names: sorted.map(([name]) => name).join(''),
    sizes: sorted.map(([, size]) => size),
  };
  writeFileSync(join(folder, markName), `${JSON.stringify(mark)}\n`);
}

/**
 * Marks a site anew in the folder in which it stands, with what the build has written into it since. What else stands there,
 * `CNAME` and its like, stays nobody's build's.
 */
export async function renewMark(folder: string, facts: MarkFacts = {}): Promise<void> {
  const mark = await readMark(folder);
  if (mark !== null && mark !== 'broken') writeMark(folder, facts, mark.has);
}

/**
 * Whether a site was made from other notes than the one that is to take its place.
 * @param former `notes`: their folder, where that is remembered; a copy on another machine has only its title
 */
export function isOtherSite(
  former: { title?: string | undefined; notes?: string | undefined },
  next: { title: string; notes: string },
): boolean {
  if (former.notes !== undefined) return former.notes !== next.notes;
  return former.title !== undefined && former.title !== next.title;
}

/** What stands in a marked folder, by who made it. What systems leave everywhere does not count. */
export interface Standing {
  /** The build's, in the top level. */
  own: string[];
  /** Nobody's build's, in the top level, where it may stay. */
  loose: string[];
  /** Nobody's build's, in folders that the next build replaces. */
  nested: string[];
  /** Files with the names of the build's, but not as it left them. */
  changed: string[];
}

/** Looks at every file of a marked folder. */
export function surveySite(folder: string, mark: SiteMark): Standing {
  const found: Standing = { own: [], loose: [], nested: [], changed: [] };
  const look = (path: string) => {
    const size = mark.sizeOf(path);
    const now = size === undefined ? size : measure(join(folder, path));
    // Nothing is lost with an empty one: a power cut may have left it.
    if (now !== size && now !== 0) found.changed.push(path);
  };
  for (const entry of list(folder)) {
    const isFolder = entry.isDirectory();
    if (!mark.has(isFolder ? `${entry.name}/` : entry.name)) {
      found.loose.push(entry.name);
      continue;
    }
    found.own.push(entry.name);
    if (!isFolder) {
      look(entry.name);
      continue;
    }
    for (const path of listEntries(join(folder, entry.name), `${entry.name}/`)) {
      if (mark.has(path)) look(path);
      else if (!junk.test(path.slice(path.lastIndexOf('/') + 1))) found.nested.push(path);
    }
  }
  found.nested.sort();
  found.changed.sort();
  return found;
}

/** Bytes of a file, and what no file has for everything else: a link in its place is not ours. */
function measure(path: string): number {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : noFile;
}

/** Every file below a folder, and its own folders with `/` at their end. */
function listEntries(folder: string, prefix = ''): string[] {
  const found: string[] = [];
  for (const entry of list(folder)) {
    const path = prefix + entry.name;
    if (!entry.isDirectory()) found.push(path);
    else {
      if (!prefix) found.push(`${path}/`);
      for (const below of listEntries(join(folder, entry.name), `${path}/`)) found.push(below);
    }
  }
  return found;
}

function list(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}

function hashName(path: string): string {
  return hash('sha256', toNfc(path), 'buffer').subarray(0, hashBytes).toString('base64url');
}
