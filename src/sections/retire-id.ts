import { sectionsWords } from '#words';
import { findNearest } from '../knowledge/text.ts';
import { nameOf } from './match-in-note.ts';
import type { AnchorEntry, LockEntry, NoteEntry } from './section-lock.ts';

/**
 * The lock with `id` retired: links to it lead to `target` from now on. Either may be the id of a section, figure or
 * table (now or formerly), or of a note (`note:id` where a section has the same id). Retiring a note retires what is
 * left of its sections too. Throws a `RangeError` with a message for the author when either is unknown or the two
 * would lead in a circle.
 */
export function retireId(entries: readonly LockEntry[], id: string, target: string): LockEntry[] {
  const from = findEntry(entries, id);
  const to = findEntry(entries, target);
  for (let next: LockEntry | undefined = to, steps = 0; next && steps <= entries.length; steps++) {
    if (next === from) throw new RangeError(sectionsWords().circle(target, id));
    next = next.retired === undefined ? undefined : findEntry(entries, next.retired);
  }
  if (from.kind === 'note' && to.kind !== 'note' && to.note === from.id) {
    throw new RangeError(sectionsWords().goesToo(target, from.id));
  }
  const retired = to.kind === 'note' ? `note:${to.id}` : to.id;
  return entries.map((entry) => {
    const goesAlong =
      from.kind === 'note' && entry.kind !== 'note' && entry.note === from.id && entry.retired === undefined;
    return entry === from || goesAlong ? { ...entry, retired } : entry;
  });
}

/** An entry by id or former id; sections before notes. Throws a `RangeError` that names what is near. */
export function findEntry(entries: readonly LockEntry[], id: string): LockEntry {
  const anchors = entries.filter((entry): entry is AnchorEntry => entry.kind !== 'note');
  const notes = entries.filter((entry): entry is NoteEntry => entry.kind === 'note');
  const isNote = id.startsWith('note:');
  const bare = id.replace(/^note:/u, '').normalize('NFC');
  const find = <Entry extends LockEntry>(list: Entry[]) =>
    list.find((entry) => entry.id === bare) ?? list.find((entry) => entry.ids?.includes(bare));
  const found = (isNote ? undefined : find(anchors)) ?? find(notes);
  if (found) return found;
  const [nearest] = findNearest(
    bare,
    (isNote ? notes : entries).map((entry) => entry.id),
  );
  const name = nearest === undefined ? '' : describe(entries, nearest);
  throw new RangeError(sectionsWords().unknown(id, nearest, name));
}

function describe(entries: readonly LockEntry[], id: string): string {
  const entry = entries.find((candidate) => candidate.id === id);
  return entry ? nameOf(entry) : '';
}
