import { resolve } from 'node:path';
import { problemsWords } from '#words';
import type { Note } from '../knowledge/note.ts';
import type { Problem } from '../knowledge/problem.ts';
import { assignAgain } from '../sections/assign-again.ts';
import { type AssignedIds, assignIds } from '../sections/assign-ids.ts';
import { boundTroubles, type LockEntry, readLock } from '../sections/section-lock.ts';
import { readCommitted } from './read-history.ts';
import { readOptional } from './read-list.ts';
import type { ReadingMemory } from './reading-memory.ts';

/** Where the permanent ids of a folder are kept. */
export const lockFile = 'section-ids.lock';

/** The ids of a folder's notes, and whether its lock may be written. */
export interface SectionIds extends AssignedIds {
  /** Every line of the lock was read; a broken lock is left as it is, so that no id is lost with it. */
  isReadable: boolean;
}

/**
 * Gives every section, figure and table its permanent id. A folder without a lock gets the same ids every time.
 * @param isComplete every note could be read: otherwise a note that is only broken would look like one that is gone
 */
export async function readSectionIds(
  root: string,
  notes: readonly Note[],
  options: { hasLock: boolean; isComplete: boolean; isFrozen: boolean; today: string },
  memory: Pick<ReadingMemory, 'ids' | 'outlines'>,
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
): Promise<SectionIds> {
  const text = options.hasLock ? await readOptional(resolve(root, lockFile)) : null;
  const lock = readLock(text ?? '');
  for (const { line, message } of boundTroubles(lock.troubles)) {
    say(lockFile, { line, column: 1, severity: 'error', kind: 'section-id', message });
  }
  const lost = options.hasLock ? findLost(lock.entries, await readCommitted(root, lockFile)) : [];
  if (lost.length) {
    // A note could get the id of another, and links that are out there would lead to the wrong place.
    const isGone = lock.entries.length === 0;
    const words = problemsWords().sectionIds;
    const message = isGone ? words.lockGone(lost.length) : words.linesGone(lost.length, lost.slice(0, 5));
    say(lockFile, {
      line: 1,
      column: 1,
      severity: isGone ? 'error' : 'warning',
      kind: 'section-id',
      message,
    });
  }
  const again = () => assignAgain(notes, memory.ids, ({ path }) => memory.outlines.get(path)?.outline);
  memory.ids = options.hasLock ? null : again();
  const assigned = memory.ids?.assigned ?? assignIds(notes, lock.entries, options.today);
  if (options.hasLock && options.isComplete) {
    const byId = new Map(notes.map((note) => [note.id, note]));
    for (const { noteId, line = 1, column = 1, severity, message } of assigned.problems) {
      const note = noteId === undefined ? undefined : byId.get(noteId);
      const place = note ? { line: line + (line > 1 ? note.bodyLine : 0), column } : { line: 1, column: 1 };
      say(note?.path ?? lockFile, { ...place, severity, kind: 'section-id', message });
    }
  }
  if (options.isFrozen && assigned.isChanged) {
    const message = problemsWords().sectionIds.frozen;
    say(lockFile, { line: 1, column: 1, severity: 'error', kind: 'section-id', message });
  }
  return { ...assigned, isReadable: lock.troubles.length === 0 && lost.length === 0 && options.isComplete };
}

/** Ids that were committed and that the lock no longer knows, under any name. */
function findLost(entries: readonly LockEntry[], committed: string | null): string[] {
  const known = new Set(entries.flatMap(namesOf));
  return readLock(committed ?? '')
    .entries.filter((entry) => !namesOf(entry).some((name) => known.has(name)))
    .map(({ id }) => id);
}

function namesOf(entry: LockEntry): string[] {
  return [entry.id, ...(entry.ids ?? [])].map((id) => (entry.kind === 'note' ? `note:${id}` : id));
}
