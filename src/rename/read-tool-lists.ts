/**
 * Finds the lists of pages that tools keep beside notes (`mkdocs.yml`, `_meta.json`, `sidebars.js`): in the folders of the
 * notes, and above them up to the top of the project.
 */
import { readdir } from 'node:fs/promises';
import { posix } from 'node:path';
import { join } from 'node:path';
import { readSettings } from '../content/read-settings.ts';
import { toNfc } from '../knowledge/text.ts';
import { isToolList } from './tool-lists.ts';

/** Where tools keep such files below the top of a project. */
const places = ['', '.vitepress', '.vitepress/config', '.vuepress', '.obsidian', '_data', 'config/_default'];
/** The top of a project. */
const tops = new Set(['.git', 'package.json', 'mkdocs.yml', 'mkdocs.yaml', 'book.toml']);
/** `src/content/docs/ko` is the deepest place that a tool gives notes. */
const highest = 4;

/**
 * @param folders those in which notes stand, from the root
 * @returns texts by path from the root: `a/_meta.json`, `../mkdocs.yml`
 */
export async function readToolLists(root: string, folders: Iterable<string>): Promise<Map<string, string>> {
  const above = await listAbove(root);
  const searched = new Set([
    ...folders,
    ...above.flatMap((top) => places.map((place) => posix.join(top, place))),
  ]);
  const found = new Map<string, string>();
  for (const place of searched)
    for (const name of await namesIn(join(root, place))) {
      const path = posix.join(place, name);
      const text = isToolList(path) ? await readSettings(join(root, place), name) : null;
      if (text !== null) found.set(toNfc(path), text);
    }
  return found;
}

/** The folder itself and those above it in the same project; itself alone where it is in none. */
async function listAbove(root: string): Promise<string[]> {
  const found = ['.'];
  for (let height = 0; height <= highest; height++) {
    const place = found.at(-1) ?? '.';
    if ((await namesIn(join(root, place))).some((name) => tops.has(name))) return found;
    found.push(posix.join(place, '..'));
  }
  return ['.'];
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
