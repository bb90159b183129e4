/**
 * Fields that a folder gives to all notes in it: Hugo's `cascade` of a `_index.md`, and Eleventy's data of a folder
 * (`plans/plans.json`, `plans/plans.11tydata.json`). Only what holds notes back is asked of them.
 */
import { readFile } from 'node:fs/promises';
import { readFrontMatter } from './front-matter.ts';
import type { Folder } from './read-folder.ts';
import { isSectionIndex } from './recognise-tools.ts';

type Fields = Readonly<Record<string, unknown>>;

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
    if (name === undefined) continue;
    try {
      const text = await readFile(realPath, 'utf8');
      if (text.length < 100_000) listMaps(JSON.parse(text)).forEach((fields) => add(folder, fields));
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

function listMaps(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap(listMaps);
  return typeof value === 'object' && value !== null ? [value as Fields] : [];
}
