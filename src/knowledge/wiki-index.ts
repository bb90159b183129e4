/**
 * Finds what `[[…]]` names, as Obsidian does: the path from the content folder, the end of a path (`폴더/노트`, `노트`),
 * an alias, a title; without regard to case, to the form of Hangul and to the extension of notes. Among several files of
 * one name the one in the folder of the note that asks comes first, then the one with the shortest path.
 */
import { listDayNames, readJournalDay, readPageName } from './logseq-pages.ts';
import type { HeldNote, Note } from './note.ts';
import { compareText } from './problem.ts';
import { toNfc } from './text.ts';
import { noteEnding } from './note-file-name.ts';

export interface WikiIndex {
  /** By the last steps of the path, up to `mostSteps`, folded. */
  files: ReadonlyMap<string, WikiFile[]>;
  /** By the end of a path, what was found of it. */
  fitting: Map<string, Fitting>;
  /** By alias and by title, folded. */
  words: ReadonlyMap<string, WikiFile>;
  /** By the id that Logseq gave a block of theirs. */
  blocks: ReadonlyMap<string, WikiFile>;
}

/** The files whose path ends alike: the first of all, and the first in each folder. */
interface Fitting {
  best: WikiFile | null;
  beside: ReadonlyMap<string, WikiFile>;
}

const mostSteps = 3;

/** `((id))`, as Logseq writes of a block. */
const blockReference = /^\(\(([\da-f]{8}-[\da-f]{4}-[\da-f-]{22})\)\)$/iu;
const blockLine = /^[ \t]*(?:[-*][ \t]+)?id::[ \t]+([\da-f]{8}-[\da-f]{4}-[\da-f-]{22})[ \t]*$/gimu;

/** A file that a name may mean: a note, one that is kept back, or anything else in the folder. */
export type WikiFile =
  | { kind: 'note'; path: string; note: Note }
  | { kind: 'unlisted'; path: string; note: Note }
  | { kind: 'private'; path: string }
  | { kind: 'asset'; path: string };

/** What the index is made from. */
export interface WikiFiles {
  notes: readonly Note[];
  unlisted?: readonly Note[];
  held?: readonly HeldNote[];
  assets: ReadonlySet<string>;
}

export function indexWiki({ notes, unlisted = [], held = [], assets }: WikiFiles): WikiIndex {
  const files = new Map<string, WikiFile[]>();
  const put = (file: WikiFile) => {
    const steps = fold(file.path).split('/');
    for (let count = 1; count <= Math.min(mostSteps, steps.length); count++) {
      const name = steps.slice(-count).join('/');
      const list = files.get(name);
      if (list) list.push(file);
      else files.set(name, [file]);
    }
  };
  for (const note of notes) put({ kind: 'note', path: note.path, note });
  for (const note of unlisted) put({ kind: 'unlisted', path: note.path, note });
  for (const { path } of held) put({ kind: 'private', path });
  for (const path of assets) put({ kind: 'asset', path });
  const words = new Map<string, WikiFile>();
  const name = (word: string, file: WikiFile) => {
    if (word && !words.has(fold(word))) words.set(fold(word), file);
  };
  for (const list of [(note: Note) => note.aliases, (note: Note) => [note.title]])
    for (const note of notes)
      for (const word of list(note)) name(word, { kind: 'note', path: note.path, note });
  // Logseq cannot write the `/` of a page's name into the name of its file, nor a day in every form.
  for (const note of notes) {
    const file: WikiFile = { kind: 'note', path: note.path, note };
    const written = fold(note.path.split('/').at(-1) ?? '');
    const page = readPageName(written);
    if (page !== written) name(page, file);
    const day = readJournalDay(note.path);
    for (const word of day ? listDayNames(day) : []) name(word, file);
  }
  for (const { path, names = [] } of held) for (const word of names) name(word, { kind: 'private', path });
  const blocks = new Map<string, WikiFile>();
  const putBlocks = (ids: readonly string[], file: WikiFile) => {
    for (const id of ids) if (!blocks.has(id)) blocks.set(id, file);
  };
  for (const note of notes) putBlocks(listBlockIds(note.body), { kind: 'note', path: note.path, note });
  for (const note of unlisted)
    putBlocks(listBlockIds(note.body), { kind: 'unlisted', path: note.path, note });
  for (const { path, blocks: ids = [] } of held) putBlocks(ids, { kind: 'private', path });
  return { files, words, blocks, fitting: new Map() };
}

/** The ids that Logseq gave the blocks of a text, in small letters. */
export function listBlockIds(body: string): string[] {
  if (!body.includes('id:: ')) return [];
  return Array.from(body.matchAll(blockLine), ([, id = '']) => id.toLowerCase());
}

/**
 * The file that a name means in a note.
 * @param name without heading or block: `노트`, `폴더/노트.md`, `../그림.png`
 * @param from path of the note in which it stands
 */
export function findWikiFile(name: string, from: string, index: WikiIndex): WikiFile | null {
  const found = findByPath(name, from, index);
  if (found) return found;
  const block = blockReference.exec(name)?.[1]?.toLowerCase();
  if (block !== undefined) return index.blocks.get(block) ?? null;
  return index.words.get(fold(name)) ?? null;
}

/** The file whose path ends as the name says; `./` and `../` start at the note that asks. */
export function findByPath(name: string, from: string, index: WikiIndex): WikiFile | null {
  const folder = from.split('/').slice(0, -1);
  const wanted = fold(/^\.\.?\//u.test(name) ? join(folder, name) : name.replace(/^\/+/u, ''));
  if (!wanted) return null;
  let fitting = index.fitting.get(wanted);
  if (!fitting) index.fitting.set(wanted, (fitting = findFitting(wanted, index)));
  return fitting.beside.get(folder.join('/')) ?? fitting.best;
}

/** Where hundreds of notes are called alike, each may name them: what fits is put in order once. */
function findFitting(wanted: string, index: WikiIndex): Fitting {
  const ending = `/${wanted}`;
  const fitting = (index.files.get(wanted.split('/').slice(-mostSteps).join('/')) ?? []).filter(({ path }) =>
    `/${fold(path)}`.endsWith(ending),
  );
  // Obsidian sees nothing below a dot: what was thrown into `.trash/` takes no link from the note that stayed.
  const rank = ({ path }: WikiFile) => (isUnseen(path) ? 2 : 0) + (fold(path) === wanted ? 0 : 1);
  fitting.sort(
    (a, b) =>
      rank(a) - rank(b) || a.path.split('/').length - b.path.split('/').length || compareText(a.path, b.path),
  );
  const [best = null] = fitting;
  const beside = new Map<string, WikiFile>();
  for (const file of fitting) {
    const folder = file.path.split('/').slice(0, -1).join('/');
    if (best && rank(file) === rank(best) && !beside.has(folder)) beside.set(folder, file);
  }
  return { best, beside };
}

function isUnseen(path: string): boolean {
  return /(?:^|\/)\./u.test(path);
}

/** Of HTML, not of a language (`Vec<T>`). */
const tags =
  /(?<!\\)<\/?(?:a|b|big|br|code|del|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|u)(?:\s(?:"[^"]*"|'[^']*'|[^<>"'])*)?\/?>/giu;

/** Whether an address names a block by its id alone. */
export function isBlockReference(target: string): boolean {
  return blockReference.test(target);
}

/** `노트#절#작은 절`, `노트#^블록`, `노트^블록` → the name, and the anchor without its first `#`. */
export function splitWikiTarget(target: string): { name: string; anchor?: string } {
  const block = blockReference.exec(target.trim())?.[1];
  if (block !== undefined) return { name: target.trim(), anchor: `^${block.toLowerCase()}` };
  // A heading that holds HTML is named with it: `#<font color="#fc0">절</font>`.
  const [, name = '', mark, rest = ''] = /^([^#^]*)([#^])?(.*)$/su.exec(target.replace(tags, '')) ?? [];
  const anchor = (mark === '^' ? `^${rest}` : rest).replace(/\\([!-/:-@[-`{-~])/gu, '$1').trim();
  return { name: name.trim(), ...(anchor ? { anchor } : {}) };
}

/** What a link without words shows: `노트 › 절`. */
export function nameWikiTarget(target: string): string {
  const { name, anchor } = splitWikiTarget(target);
  const last = name.replace(noteEnding, '').split('/').at(-1) ?? name;
  const parts = anchor?.startsWith('^') ? [] : (anchor?.split('#') ?? []);
  return [last, ...parts].filter(Boolean).join(' › ') || (anchor?.replace(/^\^/u, '') ?? target);
}

/** Notes are named without their extension. */
function fold(text: string): string {
  return toNfc(text).toLowerCase().replace(noteEnding, '').trim();
}

function join(folder: readonly string[], path: string): string {
  const parts = [...folder];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
