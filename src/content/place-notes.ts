import { withoutNotionId } from '../flavours/notion.ts';
import { siteFiles, siteFolders, sitePages, tagAddress, toSegment } from '../knowledge/address.ts';
import { folderOf, type Note } from '../knowledge/note.ts';
import { readNumberedNames } from '../knowledge/number-prefix.ts';
import type { Problem } from '../knowledge/problem.ts';
import { toNfc } from '../knowledge/text.ts';
import { problemsWords } from '#words';
import { findShownFolder, type ShownFolders } from './read-shown-folders.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';

/** Where the notes of a folder are served, and what follows from the names of their files. */
export interface Placement {
  /** Notes that share an id or an address with an earlier one, where that is an error. */
  dropped: ReadonlySet<Note>;
  /** What a plain note's file is called without number and extension. */
  names: ReadonlyMap<Note, string>;
  /**
   * Addresses with the numbers that files are sorted by, and those that notes say they had: whoever knows a note under
   * one is led on.
   */
  former: { from: string; note: string; id: null }[];
  /** Numbers of folders, by their address. */
  folderOrder: ReadonlyMap<string, number>;
}

/**
 * Gives every plain note its address, and its place in the order where its file's name is numbered. Two notes never
 * share an address, and none stands where the site itself writes. Changes the notes.
 * @param isStrict what is in the way of another is an error; else it gets an address of its own, with a warning
 * @param shownFolders those that are served elsewhere than at their paths
 * @param isVault an address that a note asks for takes it out of no folder
 */
export function placeNotes(
  notes: readonly Note[],
  isStrict: boolean,
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
  shownFolders?: ShownFolders,
  isVault = false,
): Placement {
  const words = problemsWords().addresses;
  const plain = notes.filter(({ collection }) => collection === 'note');
  const numbered = numberPaths(plain.map(({ path }) => withoutExtension(path)));
  const names = new Map<Note, string>();
  const raw = new Map<Note, string>();
  const folderOrder = new Map<string, number>();
  for (const note of plain) {
    const steps = withoutExtension(note.path).split('/');
    const found = steps.map((_, depth) => numbered.get(steps.slice(0, depth + 1).join('/')));
    // Hugo serves its `_index.md` where others have `index.md`.
    const named = steps.map((step, depth) =>
      toSegment(
        toNfc(
          withoutNotionId(
            found[depth]?.rest ?? (depth === steps.length - 1 ? step.replace(/^_index$/iu, 'index') : step),
          ),
        ),
      ),
    );
    const folder = findShownFolder(note.path, shownFolders);
    const top = folder?.at.split('/').filter(Boolean).map(toSegment) ?? [];
    const below = folder?.path.split('/').length ?? 0;
    const lift = top.length - below;
    const shown = [...top, ...named.slice(below)];
    raw.set(note, [...top, ...steps.slice(below)].join('/'));
    // A drawing of Excalidraw has two endings.
    const name = (found.at(-1)?.rest ?? steps.at(-1) ?? '').replace(/(?<=.)\.excalidraw$/iu, '');
    names.set(note, withoutNotionId(name));
    note.address = note.permalink === undefined ? shown.join('/') : readPermalink(note.permalink, shown);
    const home = shown.slice(0, -1).join('/');
    if (isVault && note.permalink !== undefined && home !== folderOf(note)) note.folder = home;
    const number = found.at(-1)?.number;
    if (number !== undefined) note.order ??= number;
    found.slice(0, -1).forEach((inner, depth) => {
      if (inner && depth >= below) folderOrder.set(shown.slice(0, depth + 1 + lift).join('/'), inner.number);
    });
  }

  const ids = new Map<string, Note>();
  const pages = new Map<string, Note | null>([...sitePages].map((page) => [page, null]));
  for (const { tags } of notes)
    for (const tag of tags) for (const page of tagPages(tag)) pages.set(page, null);
  const files = new Set(siteFiles);
  const folders = new Set(notes.flatMap(({ address }) => foldersOf(address.toLowerCase())));
  const dropped = new Set<Note>();
  for (const note of notes) {
    const other = ids.get(note.id.toLowerCase()) ?? pages.get(note.address.toLowerCase());
    if (isStrict && other) {
      const message = words.duplicate(note.id, other.path);
      say(note.path, { line: 1, column: 1, severity: 'error', kind: 'duplicate', message });
      dropped.add(note);
      continue;
    }
    const wanted = note.address;
    for (let count = 2; note.collection === 'note'; count++) {
      const wrong = findCollision(note.address.toLowerCase(), { pages, files, folders });
      if (wrong === null) break;
      const steps = wanted.split('/');
      const at = Math.min(wrong, steps.length - 1);
      note.address = steps.with(at, `${steps[at] ?? ''}-${count}`).join('/');
    }
    while (!isStrict && ids.has(note.id.toLowerCase())) note.id += '-2';
    if (note.address !== wanted) {
      const message = other ? words.moved(note.address, other.path) : words.taken(wanted, note.address);
      const severity = isStrict ? 'error' : 'warning';
      say(note.path, { line: 1, column: 1, severity, kind: 'duplicate', message });
    }
    ids.set(note.id.toLowerCase(), note);
    pages.set(note.address.toLowerCase(), note);
    files.add(`${note.address.toLowerCase()}.md`);
    for (const folder of foldersOf(note.address.toLowerCase())) folders.add(folder);
  }
  // A folder has a page of its own, which must stand in nobody's way.
  for (const note of plain) {
    const above = note.folder === undefined ? [] : foldersOf(`${note.folder.toLowerCase()}/`);
    if (above.some((step) => pages.has(step) || findCollision(step, { pages, files, folders }) !== null))
      delete note.folder;
  }
  const former = plain.flatMap((note) =>
    [...(note.formerAddresses ?? []), raw.get(note) ?? ''].map(toNfc).flatMap((from) => {
      const isUsable = from !== note.address && from.split('/').every((step) => toSegment(step) === step);
      const wanted = from.toLowerCase();
      // A folder has its page, too.
      const isFree =
        isUsable && !folders.has(wanted) && findCollision(wanted, { pages, files, folders }) === null;
      return isFree && !dropped.has(note) ? [{ from, note: note.id, id: null }] : [];
    }),
  );
  return { dropped, names, former, folderOrder };
}

/** The address that a note asks for. */
function readPermalink(permalink: string, shown: readonly string[]): string {
  const steps = permalink.split('/').filter((step) => step && step !== '.' && step !== '..');
  const folder = permalink.startsWith('/') ? [] : shown.slice(0, -1);
  return [...folder, ...steps.map(toSegment)].join('/') || shown.join('/');
}

/** Which step of an address is in the way of something else; null where none is. */
function findCollision(
  address: string,
  taken: {
    pages: ReadonlyMap<string, unknown>;
    files: ReadonlySet<string>;
    folders: ReadonlySet<string>;
  },
): number | null {
  const steps = address.split('/');
  if (siteFolders.has(steps[0] ?? '')) return 0;
  const file = steps.findIndex((_, depth) => taken.files.has(steps.slice(0, depth + 1).join('/')));
  if (file >= 0) return file;
  // Its Markdown stands beside the page, and can be no folder's name.
  const isTwinTaken = taken.pages.has(`${address}.md`) || taken.folders.has(`${address}.md`);
  return taken.pages.has(address) || isTwinTaken ? steps.length - 1 : null;
}

/** The numbered names among paths, by path: files without extension, and the folders above them. */
function numberPaths(paths: readonly string[]): Map<string, { number: number; rest: string }> {
  const inside = new Map<string, Set<string>>();
  for (const path of paths) {
    const steps = path.split('/');
    steps.forEach((step, depth) => {
      const folder = steps.slice(0, depth).join('/');
      inside.set(folder, (inside.get(folder) ?? new Set()).add(step));
    });
  }
  return new Map(
    [...inside].flatMap(([folder, names]) =>
      [...readNumberedNames([...names])].map(
        ([name, found]) => [folder ? `${folder}/${name}` : name, found] as const,
      ),
    ),
  );
}

function tagPages(tag: string): string[] {
  const steps = tag.split('/').filter(Boolean);
  return steps.map((_, depth) => tagAddress(steps.slice(0, depth + 1).join('/')).toLowerCase());
}

function foldersOf(address: string): string[] {
  const steps = address.split('/').slice(0, -1);
  return steps.map((_, depth) => steps.slice(0, depth + 1).join('/'));
}

function withoutExtension(path: string): string {
  return path.replace(noteEnding, '');
}
