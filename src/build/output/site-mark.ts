import { hash } from 'node:crypto';
import { type Dirent, readdirSync, writeFileSync } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toNfc } from '../../knowledge/text.ts';

/** In the root of every built site: says that a build made the folder, and which of its files. */
export const markName = '.atlas-site';

/**
 * The names of everything that a build wrote into a folder. They are kept as short hashes: the folder is published,
 * and pages that are listed nowhere must not be listed here.
 */
export interface SiteMark {
  /** Whether the build made this file; folders of the top level end in `/`. */
  has: (path: string) => boolean;
}

const what = 'atlas build';
/** What marks said before; the folders that bear them are still ours. */
const formerly = 'GenAI Atlas site';
const hashBytes = 6;

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
    const { madeBy, count, names } = JSON.parse(text) as { madeBy: string; count: number; names: string };
    const known = new Set(names.match(new RegExp(`.{${(hashBytes * 8) / 6}}`, 'gu')) ?? []);
    if (![what, formerly].includes(madeBy) || known.size !== count) return 'broken';
    return { has: (path) => known.has(hashName(path)) };
  } catch {
    return 'broken';
  }
}

/**
 * Marks the folder in which a build has made its site, with all that is in it.
 * @param others paths of files that belong to the site and are not in the folder yet, or stand elsewhere
 */
export function writeMark(folder: string, others: Iterable<string> = []): void {
  const names = new Set<string>();
  for (const path of others) {
    names.add(hashName(path));
    const top = path.indexOf('/');
    if (top > 0) names.add(hashName(path.slice(0, top + 1)));
  }
  for (const entry of listEntries(folder)) names.add(hashName(entry));
  names.add(hashName(markName));
  const text = JSON.stringify({ madeBy: what, count: names.size, names: [...names].sort().join('') });
  writeFileSync(join(folder, markName), `${text}\n`);
}

/**
 * What stands in a marked folder and was made by nobody's build: `loose` in its top level, where it may stay, and
 * `nested` in folders that the next build replaces. What systems leave everywhere does not count.
 */
export function findForeign(
  folder: string,
  mark: SiteMark,
): { loose: string[]; nested: string[]; own: string[] } {
  const [loose, nested, own]: [string[], string[], string[]] = [[], [], []];
  for (const entry of list(folder)) {
    const isFolder = entry.isDirectory();
    if (!mark.has(isFolder ? `${entry.name}/` : entry.name)) {
      loose.push(entry.name);
      continue;
    }
    own.push(entry.name);
    if (!isFolder) continue;
    for (const path of listEntries(join(folder, entry.name), `${entry.name}/`)) {
      if (!junk.test(path.slice(path.lastIndexOf('/') + 1)) && !mark.has(path)) nested.push(path);
    }
  }
  return { loose, nested: nested.sort(), own };
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
