import { claimChosenIds, matchChosenIds, matchFormerIds } from './chosen-ids.ts';
import { createMoveFinder } from './find-moved.ts';
import type { Item, NoteItems } from './list-items.ts';
import { followParents, matchMoved, matchRevived } from './match-across-notes.ts';
import { matchInNote, matchInNoteLoosely } from './match-in-note.ts';
import { groupBy, type Matching } from './matching.ts';
import type { AnchorEntry } from './section-lock.ts';

/** Finds every entry of the lock again in the notes, as far as it is there. Sections first: the rest stands in them. */
export function matchAll(notes: ReadonlyMap<string, NoteItems>, anchors: readonly AnchorEntry[]): Matching {
  const matching: Matching = { entryOf: new Map(), itemOf: new Map() };
  const sections = [...notes.values()].flatMap((items) => items.section);
  claimChosenIds(sections, anchors);
  matchChosenIds(matching, sections, anchors);

  const live = groupBy(
    anchors.filter((entry) => entry.retired === undefined),
    (entry) => entry.kind,
  );
  for (const kind of ['section', 'figure', 'table'] as const) {
    const entries = live.get(kind) ?? [];
    const byNote = groupBy(entries, (entry) => entry.note);
    const all: Item[] = [...notes.values()].flatMap((items) => items[kind]);
    const freeItems = () => all.filter((item) => !matching.entryOf.has(item));
    const freeEntries = () => entries.filter((entry) => !matching.itemOf.has(entry));
    const inEachNote = (matchOne: (items: readonly Item[], known: readonly AnchorEntry[]) => void) => {
      for (const [id, items] of notes) {
        const known = byNote.get(id) ?? [];
        const isOpen = known.some((entry) => !matching.itemOf.has(entry));
        if (isOpen && items[kind].some((item) => !matching.entryOf.has(item))) matchOne(items[kind], known);
      }
    };
    for (const known of byNote.values()) known.sort((a, b) => a.place - b.place);
    const hasMoved = createMoveFinder(all, entries);
    inEachNote((items, known) => matchInNote(matching, items, known, hasMoved));
    if (kind === 'section') matchFormerIds(matching, freeItems(), freeEntries());
    followParents(matching, freeItems(), freeEntries());
    matchMoved(matching, freeItems(), freeEntries());
    inEachNote((items, known) => matchInNoteLoosely(matching, items, known));
    followParents(matching, freeItems(), freeEntries());
    matchRevived(
      matching,
      freeItems(),
      anchors.filter((entry) => entry.kind === kind && entry.retired !== undefined),
    );
  }
  return matching;
}
