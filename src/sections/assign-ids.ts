import type { Note } from '../knowledge/note.ts';
import { compareText } from '../knowledge/problem.ts';
import { collectAnchors, type MovedAnchor, type Redirect } from './collect-anchors.ts';
import { findIdProblems, type IdProblem } from './find-id-problems.ts';
import { listItems, type NoteItems } from './list-items.ts';
import { matchAll } from './match-all.ts';
import { retireMergedNotes } from './retire-merged-notes.ts';
import { settleIds } from './settle-ids.ts';
import { type AnchorEntry, type LockEntry, type NoteEntry, sortEntries, writeLock } from './section-lock.ts';
import { settleNotes } from './settle-notes.ts';

/** What the ids of a library are after a build. */
export interface AssignedIds {
  /** The lock as it should be now. Nothing that was in it is ever missing. */
  entries: LockEntry[];
  /** The lock file would differ from what it was. */
  isChanged: boolean;
  /** Id → every other anchor of its note's page that must keep leading to it: slugs and ids, NFC. */
  aliases: Map<string, string[]>;
  /** Anchors of a page (or of a redirect page) that now lead elsewhere. */
  moved: MovedAnchor[];
  /** Addresses that notes no longer have. */
  redirects: Redirect[];
  /** Ids that no anchor has any longer, with where each leads now. */
  formerIds: { former: string; note: string; id: string | null }[];
  problems: IdProblem[];
  /** Drawn ids that something else had: who has one, or wanted it, hangs on the others. */
  contested: Set<string>;
}

/**
 * Gives every section (h2–h4), figure and table of every note its permanent id, and writes it into the outlines.
 *
 * What the lock knows keeps its id: an id that the author wrote first, then the same text in the same note, then a
 * similar text at the same place, then elsewhere in the note, then in another note. Everything in the lock counts as
 * published, so what is not found again and not retired is a problem. New ones get `s-`, `f-` or `t-` and five
 * letters drawn from their note, the headings above and their own text; without a lock (`[]`) all are new, and an
 * edit elsewhere changes none of them.
 *
 * Pure but for the outlines: the result depends neither on the order of `notes` nor on that of `lock`. `today`
 * (`YYYY-MM-DD`) is the day that changed sections get; a first build knows no days and gives none.
 */
export function assignIds(
  notes: readonly Note[],
  lock: readonly LockEntry[],
  today = new Date().toISOString().slice(0, 10),
): AssignedIds {
  const sorted = [...notes].sort((a, b) => compareText(a.id, b.id));
  const known = sortEntries(lock).map((entry) => structuredClone(entry));
  const anchors = known.filter((entry): entry is AnchorEntry => entry.kind !== 'note');
  const items = new Map<string, NoteItems>(sorted.map((note) => [note.id, listItems(note)]));
  const noteEntries = settleNotes(sorted, items, known);
  const matching = matchAll(items, anchors);
  const settled = settleIds(items, anchors, matching, known.length ? today : undefined);
  retireMergedNotes(noteEntries, settled.anchors, new Set(items.keys()), matching);
  const world = {
    notes: sorted,
    items,
    noteEntries,
    anchors: settled.anchors,
    matching,
    conflicts: settled.conflicts,
  };
  const problems = findIdProblems(world);
  const entries: LockEntry[] = sortEntries([...settled.anchors, ...noteEntries]);
  // Without a lock nothing has been written down yet.
  const isChanged = lock.length ? writeLock(entries) !== writeLock(lock) : entries.length > 0;
  return { entries, isChanged, ...collectAnchors(world), problems, contested: settled.contested };
}

/** Everything known about the ids of one build, once they are given. */
export interface IdWorld {
  notes: readonly Note[];
  items: ReadonlyMap<string, NoteItems>;
  noteEntries: NoteEntry[];
  anchors: AnchorEntry[];
  matching: ReturnType<typeof matchAll>;
  conflicts: IdProblem[];
}
