/**
 * The order that tools keep in a file of data of their own: `nav` of MkDocs, `SUMMARY.md` of mdBook and GitBook, the tables of
 * contents of Jupyter Book and MyST, chapters and sidebars of Quarto. Notes that say their place themselves keep it.
 */
import { decodeAddress } from '../knowledge/decode-address.ts';
import { basename, dirname, join } from 'node:path';
import { dirname as dirnameOf, join as joinName } from 'node:path/posix';
import type { Link, List, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { type Note, folderSteps } from '../knowledge/note.ts';
import { toNfc } from '../knowledge/text.ts';
import { parseMarkdown } from '../markdown/parse-note.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Folder } from './read-folder.ts';
import { readSettings } from './read-settings.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';

/** Where MkDocs has its navigation, from the folder of notes. */
const settingsOfMkDocs = ['mkdocs.yml', 'mkdocs.yaml', '../mkdocs.yml', '../mkdocs.yaml'];
/** Other files of navigation, and the keys below which their pages are listed. */
const dataFiles = ['_toc.yml', 'myst.yml', '_quarto.yml'];
const keysOfPages = /^(?:toc|parts|chapters|sections|root|contents|sidebar|children|pages)$/u;
const deepest = 12;

/** What a folder's navigation says of a note. */
export interface Chapter {
  /** Its place among all, from 1 on. */
  place: number;
  /** Of a book: what its table of contents calls the note, the note above it, and the part. */
  inBook?: { title: string; part: string; parent?: string };
}

/** The notes of a folder's navigation, by path; empty where there is none. */
export async function readNavigation(
  folder: Pick<Folder, 'root' | 'files' | 'summary'>,
): Promise<Map<string, Chapter>> {
  const order = new Map<string, Chapter>();
  if (folder.summary) {
    for (const { path, ...inBook } of folder.summary)
      if (!order.has(path)) order.set(path, { place: order.size + 1, inBook });
    return order;
  }
  const paths = new Map<string, string>();
  for (const { path } of folder.files) {
    paths.set(path, path);
    const bare = path.replace(noteEnding, '');
    if (!paths.has(bare)) paths.set(bare, path);
  }
  const find = (entry: string) => paths.get(toNfc(entry).replace(/^(?:\.?\/)+|[?#].*$/gu, ''));
  const nav = listNav(await readNav(folder.root), find);
  // What names only some of the notes sorts them, and is no table of contents of all.
  const isBook = nav.length * 2 >= folder.files.filter(({ path }) => noteEnding.test(path)).length;
  for (const { path, ...inBook } of nav)
    if (!order.has(path)) order.set(path, { place: order.size + 1, ...(isBook && { inBook }) });
  if (nav.length) return order;
  for (const entry of await listEntries(folder.root)) {
    const path = find(entry);
    if (path !== undefined && !order.has(path)) order.set(path, { place: order.size + 1 });
  }
  return order;
}

async function readNav(root: string): Promise<unknown> {
  for (const name of settingsOfMkDocs) {
    const text = await readSettings(join(root, dirname(name)), basename(name));
    // Tags of other languages (`!!python/name:…`) are none of ours.
    const nav: unknown = text && parseDocument(text, { logLevel: 'silent' }).get('nav');
    if (nav) return nav;
  }
  return null;
}

/**
 * The pages of MkDocs' navigation: a section of the first level is a part, and so is every deeper one, but where the section
 * opens with a page of its own, below which its pages then lie.
 */
function listNav(nav: unknown, find: (entry: string) => string | undefined): SummaryEntry[] {
  const found: SummaryEntry[] = [];
  const add = (
    entry: unknown,
    title: string,
    part: string,
    parent: string | undefined,
  ): string | undefined => {
    const path = isScalar(entry) && typeof entry.value === 'string' ? find(entry.value) : undefined;
    if (path !== undefined)
      found.push({ path, title, part, ...(parent !== undefined && parent !== path && { parent }) });
    return path;
  };
  const readItems = (items: readonly unknown[], part: string, parent: string | undefined, depth: number) => {
    if (depth > deepest) return;
    for (const item of items) {
      if (!isMap(item)) add(item, '', part, parent);
      else
        for (const { key, value } of item.items) {
          const title = isScalar(key) ? String(key.value).trim() : '';
          if (!isSeq(value)) {
            add(value, title, part, parent);
            continue;
          }
          const [first, ...others] = value.items;
          const own = depth > 0 && opensSection(first) ? add(first, title, part, parent) : undefined;
          if (own !== undefined) readItems(others, part, own, depth + 1);
          else
            readItems(
              value.items,
              part && title ? `${part} › ${title}` : part || title,
              undefined,
              depth + 1,
            );
        }
    }
  };
  if (isSeq(nav)) readItems(nav.items, '', undefined, 0);
  return found;
}

/** A page without a title of its own, or an index, at the beginning of a section. */
function opensSection(item: unknown): boolean {
  if (isScalar(item)) return true;
  const [only, ...others] = isMap(item) ? item.items : [];
  return Boolean(
    only &&
    !others.length &&
    isScalar(only.value) &&
    /(?:^|\/)(?:index|readme)\.md$/iu.test(String(only.value.value)),
  );
}

/** Gives notes without a place of their own the one in the navigation; the first note of a folder says its place. */
export function orderNotes(notes: readonly Note[], order: ReadonlyMap<string, Chapter>): Map<string, number> {
  const folders = new Map<string, number>();
  const ids = new Map(notes.map(({ path, id }) => [path, id]));
  for (const note of notes) {
    const { place, inBook } = order.get(note.path) ?? {};
    if (place === undefined || note.collection !== 'note') continue;
    if (inBook) {
      const { title, part, parent } = inBook;
      note.chapter = { title, part, place };
      const above = parent === undefined ? undefined : ids.get(parent);
      if (above !== undefined) note.parent ??= above;
    } else note.order ??= place;
    const steps = folderSteps(note);
    steps.forEach((_, depth) => {
      const folder = steps.slice(0, depth + 1).join('/');
      folders.set(folder, Math.min(place, folders.get(folder) ?? Infinity));
    });
  }
  return folders;
}

/** A line of a book's table of contents that names a note of the folder. */
export interface SummaryEntry {
  path: string;
  title: string;
  /** The heading above it. */
  part: string;
  /** The path of the note that it lies below. */
  parent?: string;
}

const booksSettings = ['book.toml', '.gitbook.yaml', 'book.json'];
/** Fewer are a note that links others. */
const fewestChapters = 2;

/**
 * Takes the table of contents of a book (`SUMMARY.md` of mdBook and GitBook) from the notes of a folder: it is none of them.
 * Where no book is set up, only what is nothing but such a list is one.
 */
export async function takeSummary(folder: Folder): Promise<void> {
  const tops = [
    '',
    ...Object.entries(folder.tools.shownFolders ?? {}).flatMap(([path, { at }]) => (at ? [] : [`${path}/`])),
  ];
  const names = new Set(tops.map((top) => `${top}summary.md`.toLowerCase()));
  const file = folder.files.find(({ path, text }) => text && names.has(path.toLowerCase()));
  if (!file?.text) return;
  const isBook = (
    await Promise.all(
      booksSettings.flatMap((name) =>
        ['', '..'].map((place) => readSettings(join(folder.root, place), name)),
      ),
    )
  ).some((text) => text !== null);
  const tree = parseMarkdown(readFrontMatter(file.text, { isLenient: true }).body, 'md');
  if (!isBook && !tree.children.every(isOfContents)) return;
  const paths = new Set(folder.files.map(({ path }) => path));
  const entries = listSummary(tree, file.path, paths);
  if (entries.length < (isBook ? 1 : fewestChapters)) return;
  folder.summary = entries;
  folder.files = folder.files.filter((each) => each !== file);
  folder.hidden.push({ path: file.path, by: basename(file.path) });
}

function isOfContents(node: RootContent): boolean {
  if (node.type === 'paragraph')
    return node.children.every(
      ({ type, ...each }) => type === 'link' || ('value' in each && !each.value.trim()),
    );
  return ['heading', 'list', 'thematicBreak', 'html'].includes(node.type);
}

function listSummary(tree: Root, from: string, paths: ReadonlySet<string>): SummaryEntry[] {
  const found: SummaryEntry[] = [];
  let part = '';
  const add = (link: Link | undefined, parent: string | undefined): string | undefined => {
    const path =
      link &&
      joinName(
        dirnameOf(from),
        toNfc(decodeAddress(link.url))
          .replace(/[?#].*$/u, '')
          .replace(/^\/+/u, ''),
      );
    const name = path !== undefined && [path, joinName(path, 'README.md')].find((each) => paths.has(each));
    if (!link || !name) return parent;
    const title = toString(link).trim();
    found.push({ path: name, title, part, ...(parent !== undefined && parent !== name && { parent }) });
    return name;
  };
  const readItems = (list: List, parent: string | undefined, depth: number): void => {
    if (depth > deepest) return;
    for (const { children } of list.children) {
      const [words] = children;
      const link =
        words?.type === 'paragraph' ? words.children.find((each) => each.type === 'link') : undefined;
      const above = add(link, parent);
      for (const inner of children) if (inner.type === 'list') readItems(inner, above, depth + 1);
    }
  };
  tree.children.forEach((node, index) => {
    // The first heading is that of the list itself.
    if (node.type === 'heading') part = index === 0 ? '' : toString(node).trim();
    else if (node.type === 'list') readItems(node, undefined, 0);
    else if (node.type === 'paragraph')
      for (const each of node.children) if (each.type === 'link') add(each, undefined);
  });
  return found;
}

async function listEntries(root: string): Promise<string[]> {
  for (const name of dataFiles) {
    const text = await readSettings(root, name);
    if (!text) continue;
    const found: string[] = [];
    try {
      collect(parseDocument(text, { logLevel: 'silent' }).contents, false, found, 0);
    } catch {
      continue;
    }
    if (found.length) return found;
  }
  return [];
}

/** Every text below a key of pages, in order. */
function collect(node: unknown, isInside: boolean, found: string[], depth: number): void {
  if (depth > deepest * 2) return;
  if (isScalar(node)) {
    if (isInside && typeof node.value === 'string') found.push(node.value);
  } else if (isSeq(node)) for (const item of node.items) collect(item, isInside, found, depth + 1);
  else if (isMap(node))
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      collect(value, isInside || keysOfPages.test(name), found, depth + 1);
    }
}
