import type { Note, Outline } from '../knowledge/note.ts';
import { compareText } from '../knowledge/problem.ts';
import { toNfc } from '../knowledge/text.ts';
import { type AssignedIds, assignIds } from './assign-ids.ts';

/** What one assignment without a lock leaves for the next, while somebody writes. */
export interface KnownIds {
  /** Without entries, which nobody writes down: they would keep all texts in memory. */
  assigned: AssignedIds;
  /** By the note's id. */
  notes: Map<string, KnownNote>;
}

/** What a note's ids hang on beside other notes, and which they are. */
interface KnownNote extends Pick<Note, 'address' | 'title'> {
  /** What was read of it: the same object as long as its text is the same. */
  read: Outline | undefined;
  /** Ids that its author chose, and anchors that read like one of ours: no other note may draw them. */
  binds: string[];
  /** Of its sections, figures and tables. */
  ids: string[];
}

/**
 * `assignIds` without a lock, for whoever asks again after a few notes have changed: only these are gone through, and
 * the outcome is the same. Where one of them competes with another note for an id, all are.
 * @param readOf what was read of a note; undefined where nobody knows whether it is as before
 */
export function assignAgain(
  notes: readonly Note[],
  before: KnownIds | null,
  readOf: (note: Note) => Outline | undefined,
): KnownIds {
  const isAsBefore = (note: Note): boolean => {
    const known = before?.notes.get(note.id);
    const read = readOf(note);
    if (!known || !read || known.read !== read) return false;
    return known.address === note.address && known.title === note.title;
  };
  const changed = new Set(notes.filter((note) => !isAsBefore(note)));
  const some = before && assignSome(notes, changed, before);
  const kept = (note: Note): KnownNote | undefined =>
    some && !changed.has(note) ? before.notes.get(note.id) : undefined;
  const assigned = some ?? assignUnlocked(notes);
  const known = notes.map((note): [string, KnownNote] => {
    const was = kept(note);
    if (was) listThings(note).forEach((thing, place) => (thing.id = was.ids[place] ?? ''));
    return [note.id, was ?? know(note, readOf(note))];
  });
  return { assigned, notes: new Map(known) };
}

/** The ids of all notes where none but `changed` are new; null where others might have to change with them. */
function assignSome(
  notes: readonly Note[],
  changed: ReadonlySet<Note>,
  { assigned, notes: known }: KnownIds,
): AssignedIds | null {
  const stays = new Set(notes.filter((note) => !changed.has(note)).map(({ id }) => id));
  const gone = [...known].flatMap(([id, note]) => (stays.has(id) ? [] : note));
  if (gone.some(({ binds }) => binds.length) || [...changed].some((note) => listBinding(note).length))
    return null;
  // Anchors of one page compete with each other.
  const sharesPages = (all: readonly { address: string }[]) =>
    new Set(all.map(({ address }) => toNfc(address))).size < all.length;
  if (sharesPages(notes) || sharesPages([...known.values()])) return null;
  const some = assignUnlocked([...changed]);
  const taken = new Set(
    [...known].flatMap(([id, { ids, binds }]) => (stays.has(id) ? [...ids, ...binds] : [])),
  );
  const left = gone.flatMap(({ ids }) => ids.filter((id) => assigned.aliases.has(id)));
  const isContested = (id: string) => taken.has(id) || assigned.contested.has(id);
  if (some.contested.size || left.some(isContested) || [...some.aliases.keys()].some(isContested))
    return null;
  const aliases = new Map<string, string[]>();
  for (const note of [...notes].sort((one, other) => compareText(one.id, other.id))) {
    const was = changed.has(note) ? undefined : known.get(note.id);
    for (const id of was?.ids ?? listThings(note).map(({ id }) => id)) {
      const anchors = (was ? assigned : some).aliases.get(id);
      if (anchors) aliases.set(id, anchors);
    }
  }
  return { ...assigned, isChanged: notes.length > 0, aliases };
}

function assignUnlocked(notes: readonly Note[]): AssignedIds {
  return { ...assignIds(notes, []), entries: [] };
}

function know(note: Note, read: Outline | undefined): KnownNote {
  const { address, title } = note;
  return { address, title, read, binds: listBinding(note), ids: listThings(note).map(({ id }) => id) };
}

function listThings({ outline: { sections, figures, tables } }: Note): { id: string }[] {
  return [...sections, ...figures, ...tables];
}

function listBinding({ outline }: Note): string[] {
  return outline.sections.flatMap(({ slug, chosenId }) => [
    ...(chosenId ? [toNfc(chosenId).toLowerCase()] : []),
    ...(/^[sft]-[0-9a-z]{5}$/u.test(slug) ? [slug] : []),
  ]);
}
