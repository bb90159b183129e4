import type { HeldNote, Note } from '../knowledge/note.ts';
import { emptyOutline } from '../knowledge/note.ts';
import { indexNotes, languageEnding, type LinkIndex } from '../knowledge/resolve-link.ts';
import type { Subject } from '../subject/subject.ts';
import type { ShownFolders } from '../content/read-shown-folders.ts';
import { placeNotes } from '../content/place-notes.ts';
import { collectionOf } from '../content/open-atlas.ts';
import { nameNote } from '../content/read-note.ts';
import { indexNames } from '../content/plain-references.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';

/** A folder's notes before or after one of them is moved, and how they find each other. */
export interface RenameWorld {
  notes: readonly Note[];
  links: LinkIndex;
  /** The note that is moved, as it is here. */
  moved: Note;
  /** That note and those that are it in other languages, in one order before and after. */
  allMoved: readonly Note[];
  /** The id that a name in front matter means: an id, a path, a file's name, a title. */
  findByName: (name: string, from?: string) => string | undefined;
}

/**
 * The folder as it is, and as it will be. What is kept back counts as any note: its author's links to it, and its own,
 * follow as well.
 * @param to path of the moved note in the folder, with extension
 */
export function openWorlds(
  input: {
    notes: readonly Note[];
    held: readonly HeldNote[];
    assets: ReadonlySet<string>;
    subject: Subject;
    shownFolders?: ShownFolders | undefined;
  },
  from: string,
  to: string,
): { before: RenameWorld; after: RenameWorld } {
  const all = [...input.notes, ...input.held.map(standIn)];
  const moves = new Map([[from, to], ...listTwins(all, from, to)]);
  const before = openWorld(all, [...moves.keys()], input);
  const renamed = all.map((note) => {
    const path = moves.get(note.path);
    return path === undefined ? { ...note } : moveNote(note, path, input.subject);
  });
  placeNotes(renamed, false, () => undefined, input.shownFolders);
  return { before, after: openWorld(renamed, [...moves.values()], input) };
}

function moveNote(note: Note, path: string, subject: Subject): Note {
  const collection = collectionOf(path, subject);
  const { name, ...place } = nameNote(path, collection);
  const title = isNamedByFile(note) ? name : note.title;
  return { ...note, ...place, path, collection: collection.name, title };
}

/** Where a note lies that is another in a further language (`cache.ko.mdx` beside `cache.mdx`): both have one name. */
function listTwins(notes: readonly Note[], from: string, to: string): [from: string, to: string][] {
  if (languageEnding.test(from)) return [];
  const [stem, goal] = [from, to].map((path) => path.replace(noteEnding, '')) as [string, string];
  // Some call a language by its country (`cn`): whatever ends the names of several notes beside others is one.
  const stems = new Set(notes.map(({ path }) => path.replace(noteEnding, '')));
  const endings = notes.flatMap(({ path }) => {
    const [, ending] = languageEnding.exec(path) ?? [];
    return ending !== undefined && stems.has(path.slice(0, languageEnding.exec(path)?.index)) ? [ending] : [];
  });
  return notes.flatMap(({ path, collection }): [string, string][] => {
    const [, language] = languageEnding.exec(path) ?? [];
    if (collection !== 'note' || language === undefined) return [];
    if (path.replace(noteEnding, '') !== `${stem}.${language}`) return [];
    const isTwin = isLanguage(language) || endings.filter((each) => each === language).length > 1;
    return isTwin ? [[path, goal + path.slice(stem.length)]] : [];
  });
}

function isLanguage(tag: string): boolean {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined;
}

/** A note as it is after the move. */
export function follow(note: Note, { before, after }: { before: RenameWorld; after: RenameWorld }): Note {
  return after.allMoved[before.allMoved.indexOf(note)] ?? note;
}

function openWorld(
  notes: readonly Note[],
  paths: readonly string[],
  { assets, subject }: { assets: ReadonlySet<string>; subject: Subject },
): RenameWorld {
  const byPath = new Map(notes.map((note) => [note.path, note]));
  const allMoved = paths.flatMap((path) => byPath.get(path) ?? []);
  const [moved] = allMoved;
  if (!moved) throw new RangeError(paths[0]);
  return {
    notes,
    moved,
    allMoved,
    links: indexNotes(notes, assets, {}, subject),
    findByName: indexNames(notes),
  };
}

/** Whether a note has no title but its file's name. */
function isNamedByFile({ path, title, collection }: Note): boolean {
  return collection === 'note' && path.split('/').at(-1)?.replace(noteEnding, '') === title;
}

function standIn({ id, path, address }: HeldNote): Note {
  return {
    ...{
      id,
      path,
      address,
      collection: 'note',
      title: '',
      summary: '',
      tags: [],
      aliases: [],
      relations: [],
      sources: [],
    },
    ...{
      format: /x$/iu.test(path) ? 'mdx' : 'md',
      fields: {},
      body: '',
      bodyLine: 0,
      outline: emptyOutline(),
    },
  };
}
