import type { Note } from '../knowledge/note.ts';
import type { LockEntry } from '../sections/section-lock.ts';
import { type FileHistory, latestDay } from './replay-changes.ts';

/**
 * Writes into every note and section the day on which it last changed: from the history where that is known, else from
 * the lock; a note without either changed on no known day. A section's day counts its own text, not that of sections
 * below it.
 */
export function dateNotes(
  notes: readonly Note[],
  history: ReadonlyMap<string, FileHistory>,
  lock: readonly LockEntry[],
): void {
  const locked = new Map(lock.map((entry) => [entry.id, entry.kind === 'note' ? undefined : entry.changed]));
  for (const note of notes) {
    const file = history.get(note.path);
    const { sections } = note.outline;
    sections.forEach((section, place) => {
      const from = section.line - 1 + note.bodyLine;
      const next = sections[place + 1];
      const to = next ? next.line - 1 + note.bodyLine : undefined;
      const day = (file && latestDay(file.lines, from, to)) ?? locked.get(section.id);
      if (day) section.changed = day;
    });
    const days = sections.flatMap(({ changed }) => changed ?? []).sort();
    const day = (file && latestDay(file.lines)) ?? days.at(-1);
    if (day) note.changed = day;
    if (file?.added) note.added = file.added;
  }
}
