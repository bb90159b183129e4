/**
 * The order that tools keep in a file of data of their own: `nav` of MkDocs, `SUMMARY.md` of mdBook and GitBook, the tables of
 * contents of Jupyter Book and MyST, chapters and sidebars of Quarto. Notes that say their place themselves keep it.
 */
import { basename, dirname, join } from 'node:path';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Note } from '../knowledge/note.ts';
import { toNfc } from '../knowledge/text.ts';
import type { Folder } from './read-folder.ts';
import { readSettings } from './read-settings.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';

/** Files of navigation in a folder of notes or beside it, and the keys below which its pages are listed. */
const dataFiles: [names: string[], keys: RegExp][] = [
  [['mkdocs.yml', 'mkdocs.yaml', '../mkdocs.yml', '../mkdocs.yaml'], /^nav$/u],
  [
    ['_toc.yml', 'myst.yml', '_quarto.yml'],
    /^(?:toc|parts|chapters|sections|root|contents|sidebar|children|pages)$/u,
  ],
];
const deepest = 12;

/** The notes in the order of a folder's navigation, by path; empty where there is none. */
export async function readNavigation(folder: Pick<Folder, 'root' | 'files'>): Promise<Map<string, number>> {
  const paths = new Map<string, string>();
  for (const { path } of folder.files) {
    paths.set(path, path);
    const bare = path.replace(noteEnding, '');
    if (!paths.has(bare)) paths.set(bare, path);
  }
  const summary = folder.files.find(({ path }) => path === 'SUMMARY.md');
  const listed = summary?.text ? listLinks(summary.text) : await listEntries(folder.root);
  const order = new Map<string, number>();
  for (const entry of listed) {
    const path = paths.get(toNfc(entry).replace(/^(?:\.?\/)+|[?#].*$/gu, ''));
    if (path !== undefined && !order.has(path)) order.set(path, order.size + 1);
  }
  return order;
}

/** Gives notes without a place of their own the one in the navigation; the first note of a folder says its place. */
export function orderNotes(notes: readonly Note[], order: ReadonlyMap<string, number>): Map<string, number> {
  const folders = new Map<string, number>();
  for (const note of notes) {
    const place = order.get(note.path);
    if (place === undefined || note.collection !== 'note') continue;
    note.order ??= place;
    const steps = note.address.split('/').slice(0, -1);
    steps.forEach((_, depth) => {
      const folder = steps.slice(0, depth + 1).join('/');
      folders.set(folder, Math.min(place, folders.get(folder) ?? Infinity));
    });
  }
  return folders;
}

function listLinks(text: string): string[] {
  return Array.from(
    text.matchAll(
      /\]\(\s*<?([^()<>\s]+(?: [^()<>]+)?\.(?:mdx?|qmd|markdown))(?:#[^()]*)?>?\s*(?:"[^"]*")?\)/giu,
    ),
    ([, url = '']) => decode(url),
  );
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

async function listEntries(root: string): Promise<string[]> {
  for (const [names, keys] of dataFiles)
    for (const name of names) {
      const text = await readSettings(join(root, dirname(name)), basename(name));
      if (!text) continue;
      const found: string[] = [];
      try {
        // Tags of other languages (`!!python/name:…`) are none of ours.
        collect(parseDocument(text, { logLevel: 'silent' }).contents, keys, false, found, 0);
      } catch {
        continue;
      }
      if (found.length) return found;
    }
  return [];
}

/** Every text below one of the keys, in order. */
function collect(node: unknown, keys: RegExp, isInside: boolean, found: string[], depth: number): void {
  if (depth > deepest * 2) return;
  if (isScalar(node)) {
    if (isInside && typeof node.value === 'string') found.push(node.value);
  } else if (isSeq(node)) for (const item of node.items) collect(item, keys, isInside, found, depth + 1);
  else if (isMap(node))
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      collect(value, keys, isInside || keys.test(name), found, depth + 1);
    }
}
