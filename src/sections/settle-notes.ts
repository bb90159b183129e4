import type { Note } from '../knowledge/note.ts';
import { toNfc } from '../knowledge/text.ts';
import { similarity } from './fingerprint.ts';
import { clipName, type NoteItems } from './list-items.ts';
import { matchNotes, printNote } from './match-notes.ts';
import { groupBy } from './matching.ts';
import { renameNoteEntries } from './rename-note.ts';
import type { AnchorEntry, LockEntry, NoteEntry } from './section-lock.ts';

/** A stored fingerprint stays until the text is less like it than this: fewer lines of the lock change. */
export const driftLimit = 0.8;

/**
 * Brings the lock's notes up to date and returns them: new notes, renamed files (the anchors of the old id go to the
 * new one, in place), and addresses that changed. Notes that are gone stay as they are.
 */
export function settleNotes(
  notes: readonly Note[],
  items: ReadonlyMap<string, NoteItems>,
  known: readonly LockEntry[],
): NoteEntry[] {
  const anchors = known.filter((entry): entry is AnchorEntry => entry.kind !== 'note');
  const entries = new Map(
    known.filter((entry): entry is NoteEntry => entry.kind === 'note').map((entry) => [entry.id, entry]),
  );
  const byNote = groupBy(
    anchors.filter((entry) => entry.retired === undefined),
    (entry) => entry.note,
  );
  const present = new Set(notes.map((note) => note.id));
  const gone = [...entries.values()].filter((entry) => !present.has(entry.id) && entry.retired === undefined);
  const fresh = notes.filter((note) => !entries.has(note.id) && !byNote.has(note.id));
  const renamed = matchNotes(
    gone.map((note) => ({ note, anchors: byNote.get(note.id) ?? [] })),
    gone.length ? fresh.map((note) => ({ note, items: items.get(note.id) ?? noItems })) : [],
  );
  for (const [from, to] of renamed) {
    const entry = entries.get(from);
    if (!entry) continue;
    entries.delete(from);
    renameNoteEntries(known, from, to);
    entries.set(to, entry);
  }
  for (const note of notes) entries.set(note.id, updateNote(entries.get(note.id), note, items.get(note.id)));
  return [...entries.values()];
}

const noItems: NoteItems = { section: [], figure: [], table: [] };

function updateNote(entry: NoteEntry | undefined, note: Note, items: NoteItems | undefined): NoteEntry {
  const address = toNfc(note.address);
  const title = clipName(note.title);
  const print = printNote(note, items ?? noItems);
  const body = entry?.body && similarity(entry.body, print) >= driftLimit ? entry.body : print;
  const addresses = entry
    ? [...entry.addresses.filter((former) => former !== entry.address), entry.address]
    : [];
  return {
    id: note.id,
    kind: 'note',
    texts: addLast(entry?.texts ?? [], title, 4),
    address,
    addresses: addresses.filter((former) => former !== address),
    ...(entry?.ids ? { ids: entry.ids } : {}),
    ...(body ? { body } : {}),
  };
}

/** The list with `item` as its newest, at most `limit` long. */
export function addLast(list: readonly string[], item: string, limit = Infinity): string[] {
  if (list.at(-1) === item) return [...list];
  const all = [...list.filter((other) => other !== item), item];
  return limit === Infinity ? all : all.slice(-limit);
}
