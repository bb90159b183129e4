import type { LockEntry } from './section-lock.ts';

/**
 * Gives a note's new id to everything in the lock that knows it under its old one, in place: its own line, which keeps
 * the old id, its anchors, and what was retired to it.
 */
export function renameNoteEntries(entries: readonly LockEntry[], from: string, to: string): void {
  for (const entry of entries) {
    if (entry.kind === 'note') {
      if (entry.id === from) {
        entry.ids = [...(entry.ids ?? []).filter((id) => id !== to && id !== from), from];
        entry.id = to;
      }
    } else if (entry.note === from) entry.note = to;
    // Retired ones go along: deletions may be undone in the renamed file too.
    if (entry.retired === `note:${from}`) entry.retired = `note:${to}`;
  }
}
