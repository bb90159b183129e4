/**
 * What other tools keep beside their notes: labels and places of folders (`_category_.json`), words for tags (`tags.yml`)
 * and names of authors (`authors.yml`), as Docusaurus reads them. A file that cannot be read is a warning; its notes stay
 * as they are.
 */
import { join } from 'node:path';
import { slug } from 'github-slugger';
import { problemsWords } from '#words';
import type { Note } from '../knowledge/note.ts';
import type { Problem } from '../knowledge/problem.ts';
import { toNfc } from '../knowledge/text.ts';
import { isExistingDay } from './describe-issue.ts';
import { readYaml } from './front-matter.ts';
import type { Folder } from './read-folder.ts';
import { readInside } from './read-inside.ts';
import { readSettings } from './read-settings.ts';

/** What a folder says of itself. */
export interface Category {
  label?: string;
  position?: number;
  /** What the page that Docusaurus makes of it says above its list. */
  description?: string;
  /** Where Docusaurus serves that page, without slashes at the ends. */
  address?: string;
}

type Say = (path: string, problem: Omit<Problem, 'path'>) => void;

/** The categories of the folders in which notes stand, by path. */
export async function readCategories(folder: Folder, say: Say): Promise<Map<string, Category>> {
  const folders = new Set<string>();
  for (const { path } of folder.files) {
    const steps = path.split('/').slice(0, -1);
    steps.forEach((_, depth) => folders.add(steps.slice(0, depth + 1).join('/')));
  }
  const found = new Map<string, Category>();
  for (const path of folders) {
    for (const name of ['_category_.json', '_category_.yml', '_category_.yaml']) {
      const text = await readSettings(folder.root, join(path, name));
      if (text === null) continue;
      const data = readRecord(text, `${path}/${name}`, say);
      const position = Number(data['position']);
      found.set(path, {
        ...(typeof data['label'] === 'string' && data['label'].trim()
          ? { label: toNfc(data['label'].trim()) }
          : {}),
        ...readGeneratedIndex(data, path),
        ...(data['position'] !== undefined && Number.isFinite(position) ? { position } : {}),
      });
    }
  }
  return found;
}

/** The page of a category that has no note of its own, but a list of what is in it. */
function readGeneratedIndex(data: Record<string, unknown>, path: string): Category {
  const link = (data['link'] ?? {}) as Record<string, unknown>;
  if (link['type'] !== 'generated-index') return {};
  const text = (value: unknown) => (typeof value === 'string' ? toNfc(value.trim()) : '');
  const description = text(link['description']);
  const name = text(data['label']) || (path.split('/').at(-1) ?? path);
  const address = text(link['slug']).replace(/^\/+|\/+$/gu, '') || `category/${slug(name)}`;
  return { address, ...(description ? { description } : {}) };
}

/**
 * Gives tags and authors the words that the files beside the notes have for them, and a note without a day the one in its
 * file's name (`2026-01-02-…`, `2026/01/02/…`).
 */
export async function readConventions(notes: readonly Note[], folder: Folder, say: Say): Promise<void> {
  for (const note of notes) {
    const day = /(?:^|\/)(\d{4})[-/](\d{2})[-/](\d{2})(?=[-_ /.]|$)/u.exec(note.path)?.slice(1).join('-');
    if (day !== undefined && isExistingDay(day)) note.asOf ??= day;
  }
  const tags = await readNames(folder, /(?:^|\/)tags\.ya?ml$/u, 'label', say);
  const authors = await readNames(folder, /(?:^|\/)authors\.ya?ml$/u, 'name', say);
  if (!tags.size && !authors.size) return;
  for (const note of notes) {
    note.tags = [...new Set(note.tags.map((tag) => tags.get(tag) ?? tag))];
    const written = note.fields['authors'];
    if (Array.isArray(written)) {
      note.fields['authors'] = written.map((author: unknown) => authors.get(String(author)) ?? author);
    }
  }
}

async function readNames(
  folder: Folder,
  pattern: RegExp,
  field: string,
  say: Say,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const [path, realPath] of folder.assets) {
    if (!pattern.test(path)) continue;
    const text = await readInside(folder.homes, realPath).then(String, () => '');
    for (const [key, value] of Object.entries(readRecord(text, path, say))) {
      const name = (value as Record<string, unknown> | null)?.[field];
      if (typeof name === 'string' && name.trim()) names.set(key, toNfc(name.trim()));
    }
  }
  return names;
}

function readRecord(text: string, path: string, say: Say): Record<string, unknown> {
  const { data, troubles } = readYaml(text);
  const isRecord = typeof data === 'object' && data !== null && !Array.isArray(data);
  if (troubles.length || !isRecord) {
    const { line = 1, column = 1 } = troubles[0] ?? {};
    say(path, {
      line,
      column,
      severity: 'warning',
      kind: 'file',
      message: problemsWords().conventions.unreadable,
    });
    return {};
  }
  return data as Record<string, unknown>;
}
