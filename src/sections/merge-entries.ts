import { compareText } from '../knowledge/problem.ts';
import type { AnchorEntry, LockEntry, NoteEntry } from './section-lock.ts';

/** Whether two lines of one id describe one thing that two branches changed, not two things that met by chance. */
export function isSameThing(a: LockEntry, b: LockEntry): boolean {
  if (a.kind === 'note' || b.kind === 'note') return a.kind === b.kind;
  if (a.kind !== b.kind) return false;
  const share = (x: readonly string[], y: readonly string[]) => x.some((item) => y.includes(item));
  return (
    a.note === b.note ||
    share(a.texts, b.texts) ||
    share(a.slugs, b.slugs) ||
    (a.hash ? a.hash === b.hash : false)
  );
}

/**
 * One entry of two lines of the same id, whichever comes first: every text, slug, note and former id of both; the rest
 * from the one that changed last. The next build corrects what the text says better. Only for lines that
 * `isSameThing` accepts.
 */
export function mergeEntries(a: LockEntry, b: LockEntry): LockEntry {
  if (a.kind === 'note' && b.kind === 'note') return mergeNotes(a, b);
  if (a.kind === 'note' || b.kind === 'note') return a;
  const [older, newer] = order(a, b, (entry) => entry.changed ?? '');
  const ids = union(older.ids, newer.ids).filter((id) => id !== newer.id);
  const notes = union([...(older.notes ?? []), older.note], newer.notes).filter(
    (note) => note !== newer.note,
  );
  const retired = newer.retired ?? older.retired;
  const merged: AnchorEntry = {
    ...newer,
    texts: union(older.texts, newer.texts),
    slugs: union(older.slugs, newer.slugs),
    ...(ids.length ? { ids } : {}),
    ...(notes.length ? { notes } : {}),
    ...(retired === undefined ? {} : { retired }),
  };
  return merged;
}

function mergeNotes(a: NoteEntry, b: NoteEntry): NoteEntry {
  const [older, newer] = order(a, b, (entry) => String(entry.addresses.length).padStart(6, '0'));
  const ids = union(older.ids, newer.ids).filter((id) => id !== newer.id);
  const retired = newer.retired ?? older.retired;
  return {
    ...newer,
    texts: union(older.texts, newer.texts),
    addresses: union([...older.addresses, older.address], newer.addresses).filter(
      (address) => address !== newer.address,
    ),
    ...(ids.length ? { ids } : {}),
    ...(retired === undefined ? {} : { retired }),
  };
}

function order<Entry extends LockEntry>(a: Entry, b: Entry, age: (entry: Entry) => string): [Entry, Entry] {
  const later = compareText(age(a), age(b)) || compareText(JSON.stringify(a), JSON.stringify(b));
  return later > 0 ? [b, a] : [a, b];
}

/** All items, each at its last position: the newest stays last. */
function union(older: readonly string[] = [], newer: readonly string[] = []): string[] {
  return [...older.filter((item) => !newer.includes(item)), ...newer];
}
