import type { Matching } from './matching.ts';
import type { AnchorEntry, NoteEntry } from './section-lock.ts';

/** Where a link leads now: a note, and the section, figure or table in it, or the whole of it. */
export interface Destination {
  note: string;
  id: string | null;
}

/** Finds entries by any id they have had, and follows retired ones to where they lead. */
export function createResolver(
  anchors: readonly AnchorEntry[],
  noteEntries: readonly NoteEntry[],
  liveNotes: ReadonlySet<string>,
  matching: Matching,
) {
  const byId = new Map<string, AnchorEntry>();
  for (const entry of anchors) for (const id of entry.ids ?? []) byId.set(id, entry);
  for (const entry of anchors) byId.set(entry.id, entry);
  const notes = new Map<string, NoteEntry>();
  for (const entry of noteEntries) for (const id of entry.ids ?? []) notes.set(id, entry);
  for (const entry of noteEntries) notes.set(entry.id, entry);

  const ofAnchor = (entry: AnchorEntry, seen: Set<unknown>): Destination | null => {
    if (matching.itemOf.has(entry)) return { note: entry.note, id: entry.id };
    return follow(entry.retired, entry, seen);
  };
  const ofNote = (entry: NoteEntry, seen: Set<unknown>): Destination | null => {
    if (liveNotes.has(entry.id)) return { note: entry.id, id: null };
    return follow(entry.retired, entry, seen);
  };
  const findTarget = (target: string | undefined): AnchorEntry | NoteEntry | undefined =>
    target === undefined
      ? undefined
      : ((target.startsWith('note:') ? undefined : byId.get(target)) ??
        notes.get(target.replace(/^note:/u, '')));
  const follow = (target: string | undefined, from: unknown, seen: Set<unknown>): Destination | null => {
    // Two that were retired in favour of each other lead nowhere.
    if (seen.has(from)) return null;
    seen.add(from);
    const next = findTarget(target);
    if (!next) return null;
    return next.kind === 'note' ? ofNote(next, seen) : ofAnchor(next, seen);
  };
  return {
    /** Where an entry is now; null while it is lost or leads nowhere. */
    find: (entry: AnchorEntry | NoteEntry): Destination | null =>
      entry.kind === 'note' ? ofNote(entry, new Set()) : ofAnchor(entry, new Set()),
    /** What a retired entry names as its heir, whatever became of that. */
    target: (entry: AnchorEntry | NoteEntry) => findTarget(entry.retired),
    /** The entry of an id, whether it has it now or had it before. */
    anchor: (id: string) => byId.get(id),
    note: (id: string) => notes.get(id),
  };
}
