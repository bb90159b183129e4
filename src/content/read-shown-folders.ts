/**
 * Folders that a tool's settings serve, though their names hide them or say nothing to readers: collections of Jekyll and
 * Bridgetown (`_docs`, where `_config.yml` declares them with `output: true`), what Jekyll is told to
 * include, and the texts of a book (`src` of mdBook, `root` of GitBook).
 */
import { join, relative, sep } from 'node:path';
import { join as joinName } from 'node:path/posix';
import { parse as parseToml } from 'smol-toml';
import { toNfc } from '../knowledge/text.ts';
import { readYaml } from './front-matter.ts';
import { isPrivateName } from './hidden-names.ts';
import { readSettings } from './read-settings.ts';

export interface ShownFolder {
  /** Where its notes are served, instead of below its path. */
  at: string;
  /** What the settings call it. */
  title?: string;
  /** What Jekyll calls its kind of notes. */
  collection?: string;
}

/** By the path of the folder, NFC. */
export type ShownFolders = Readonly<Record<string, ShownFolder>>;

type Data = Readonly<Record<string, unknown>>;

/** Jekyll's own folders; a collection of such a name would put its templates and data before readers. */
const own = new Set(['_data', '_includes', '_layouts', '_plugins', '_sass', '_site', '_cache']);
const settings: [name: string, source: string][] = [
  ['_config.yml', ''],
  ['_config.yaml', ''],
  ['bridgetown.config.yml', 'src'],
];
const mostFolders = 200;

/** Where books keep their texts below the settings; those of GitBook say it only where there is such a folder. */
const books: [name: string, read: (text: string) => unknown][] = [
  ['book.toml', (text) => mapOf(mapOf(parseToml(text))['book'])['src'] ?? 'src'],
  ['.gitbook.yaml', (text) => mapOf(readYaml(text).data)['root']],
  ['book.json', (text) => mapOf(readYaml(text).data)['root']],
];

/** The folder of a book's texts is no step of an address. */
async function readBook(root: string): Promise<ShownFolders> {
  for (const [name, read] of books) {
    const text = await readSettings(root, name);
    if (text === null) continue;
    try {
      const folder = toNfc(bare(joinName(textOf(read(text)).replace(/^\/+/u, ''))));
      if (folder && folder !== '.' && !folder.startsWith('..')) return { [folder]: { at: '' } };
    } catch {
      // Settings that cannot be read name no folder.
    }
  }
  return {};
}

/** Reads the settings in a folder of notes, or beside it. */
export async function readShownFolders(root: string): Promise<ShownFolders> {
  return { ...(await readBook(root)), ...(await readJekyll(root)) };
}

async function readJekyll(root: string): Promise<ShownFolders> {
  for (const place of ['', '..'])
    for (const [name, usual] of settings) {
      const text = await readSettings(join(root, place), name);
      if (text === null) continue;
      const data = mapOf(readYaml(text, 0, { lastWins: true }).data);
      const source = textOf(data['source']) || usual;
      const from = toNfc(
        relative(root, join(root, place, source))
          .split(sep)
          .join('/'),
      );
      // The settings are of another folder's site.
      if (from === '..' || from.startsWith('../')) continue;
      return listFolders(data, from);
    }
  return {};
}

function listFolders(data: Data, from: string): ShownFolders {
  // The folder that Jekyll reads is no step of an address.
  const found: Record<string, ShownFolder> = from ? { [from]: { at: '' } } : {};
  const shelf = joinName(from, textOf(data['collections_dir']));
  const themes = mapOf(mapOf(data['just_the_docs'])['collections']);
  for (const [name, fields] of listCollections(data['collections']).slice(0, mostFolders)) {
    const folder = `_${name}`;
    if (!isShown(fields['output']) || !isFolderName(folder) || name === 'posts') continue;
    const title = [fields['title'], fields['name'], mapOf(themes[name])['name']].map(textOf).find(Boolean);
    found[toNfc(bare(joinName(shelf, folder)))] = {
      at: toNfc(name),
      collection: name,
      ...(title && { title }),
    };
  }
  const included = Array.isArray(data['include']) ? (data['include'] as unknown[]) : [data['include']];
  for (const each of included.slice(0, mostFolders)) {
    const folder = textOf(each).replace(/^\/+|\/+$/gu, '');
    if (!isFolderName(folder) || folder === '_posts') continue;
    found[toNfc(bare(joinName(from, folder)))] ??= { at: toNfc(folder.slice(1)) };
  }
  return found;
}

/** Whether a tool's settings serve a folder that its name would hide. */
export function isShownFolder(path: string, shownFolders: ShownFolders = {}): boolean {
  return Object.hasOwn(shownFolders, toNfc(path));
}

/** A map of collections, or a list of names; those of a list have nothing that asks for pages but where they are maps. */
function listCollections(value: unknown): [string, Data][] {
  if (Array.isArray(value))
    return value.flatMap((each) => (Array.isArray(each) ? [] : listCollections(each)));
  return Object.entries(mapOf(value)).map(([name, fields]) => [name, mapOf(fields)]);
}

function isShown(output: unknown): boolean {
  return output === true || (typeof output === 'string' && /^(?:true|yes)$/iu.test(output));
}

function isFolderName(name: string): boolean {
  return /^_[^_./\\][^/\\]*$/u.test(name) && !own.has(name.toLowerCase()) && !isPrivateName(name);
}

/** The folder of the settings themselves has no name. */
function bare(path: string): string {
  return path.replace(/^(?:\.\/)+|\/+$/gu, '');
}

function mapOf(value: unknown): Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** The deepest of such folders in which a note lies. */
export function findShownFolder(
  path: string,
  folders: ShownFolders = {},
): (ShownFolder & { path: string }) | undefined {
  const steps = path.split('/');
  for (let depth = steps.length - 1; depth > 0; depth--) {
    const folder = steps.slice(0, depth).join('/');
    if (Object.hasOwn(folders, folder)) return { ...(folders[folder] as ShownFolder), path: folder };
  }
  return undefined;
}
