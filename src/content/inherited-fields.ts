/**
 * Fields that a folder gives to all notes in it: Hugo's `cascade` of a `_index.md`, and Eleventy's data of a folder
 * (`plans/plans.json`, `plans/plans.11tydata.json`). Only what holds notes back is asked of them.
 */
import { readFile, stat } from 'node:fs/promises';
import { readFrontMatter } from './front-matter.ts';
import type { Folder } from './read-folder.ts';
import { isSectionIndex } from './recognise-tools.ts';
import { keyFields } from './visibility-words.ts';

type Fields = Readonly<Record<string, unknown>>;

const largestData = 100_000;
/** Fields that data of anything may have. */
const common = new Set([...keyFields, 'enabled', 'disabled', 'render', 'internal', 'ignore', 'exclude']);

/** @returns what the folders around a note say of it; the nearest has the last word, but for the note itself */
export async function readInheritedFields({ files, assets }: Folder): Promise<(path: string) => Fields> {
  const byFolder = new Map<string, Fields>();
  const add = (folder: string, fields: Fields) =>
    byFolder.set(folder, { ...byFolder.get(folder), ...fields });
  for (const { path, text } of files) {
    const names = path.split('/');
    if (!isSectionIndex(names.pop() ?? '') || !text?.includes('cascade')) continue;
    for (const fields of listMaps(readFrontMatter(text, { isLenient: true }).data['cascade']))
      add(names.join('/'), fields);
  }
  for (const [path, realPath] of assets) {
    const [, folder = '', name] = /^((?:.+\/)?([^/]+))\/\2(?:\.11tydata)?\.json$/u.exec(path) ?? [];
    // A project has its manifest in a folder of that name.
    if (name === undefined || name === 'package') continue;
    try {
      if ((await stat(realPath)).size > largestData) continue;
      const fields: unknown = JSON.parse(await readFile(realPath, 'utf8'));
      // A list is of records, each of which speaks for itself; and settings of something else have passwords and switches.
      if (!Array.isArray(fields)) listMaps(fields).forEach((map) => add(folder, ofNotes(map)));
    } catch {
      // Data of something else, or none.
    }
  }
  return (path) => {
    const found: Record<string, unknown> = {};
    if (!byFolder.size) return found;
    const names = path.split('/');
    for (let depth = 0; depth < names.length; depth++)
      Object.assign(found, byFolder.get(names.slice(0, depth).join('/')));
    return found;
  };
}

function ofNotes(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !common.has(name.toLowerCase())));
}

function listMaps(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap(listMaps);
  return typeof value === 'object' && value !== null ? [value as Fields] : [];
}
