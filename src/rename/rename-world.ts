import type { HeldNote, Note } from '../knowledge/note.ts';
import { emptyOutline } from '../knowledge/note.ts';
import { indexNotes, type LinkIndex } from '../knowledge/resolve-link.ts';
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
  const before = openWorld(all, from, input);
  const collection = collectionOf(to, input.subject);
  const { name, ...place } = nameNote(to, collection);
  const moved: Note = {
    ...before.moved,
    ...place,
    path: to,
    collection: collection.name,
    title: isNamedByFile(before.moved) ? name : before.moved.title,
  };
  const renamed = all.map((note) => ({ ...(note === before.moved ? moved : note) }));
  placeNotes(renamed, false, () => undefined, input.shownFolders);
  return { before, after: openWorld(renamed, to, input) };
}

function openWorld(
  notes: readonly Note[],
  path: string,
  { assets, subject }: { assets: ReadonlySet<string>; subject: Subject },
): RenameWorld {
  const moved = notes.find((note) => note.path === path);
  if (!moved) throw new RangeError(path);
  return {
    notes,
    moved,
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
