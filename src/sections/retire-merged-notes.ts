import { groupBy, type Matching } from './matching.ts';
import type { AnchorEntry, NoteEntry } from './section-lock.ts';

/** Retires notes that are gone in favour of the note that took over at least half of what they had, in place. */
export function retireMergedNotes(
  noteEntries: readonly NoteEntry[],
  anchors: readonly AnchorEntry[],
  liveNotes: ReadonlySet<string>,
  matching: Matching,
): void {
  const gone = noteEntries.filter((entry) => !liveNotes.has(entry.id) && entry.retired === undefined);
  if (!gone.length) return;
  const live = anchors.filter((entry) => entry.retired === undefined);
  const taken = groupBy(live, (entry) => entry.notes?.at(-1) ?? '');
  const left = groupBy(
    live.filter((entry) => !matching.itemOf.has(entry)),
    (entry) => entry.note,
  );
  for (const entry of gone) {
    const all = taken.get(entry.id) ?? [];
    const takers = groupBy(all, (anchor) => anchor.note);
    const [best] = [...takers].sort((a, b) => b[1].length - a[1].length);
    if (!best || !liveNotes.has(best[0])) continue;
    const total = all.length + (left.get(entry.id)?.length ?? 0);
    if (best[1].length * 2 >= total) entry.retired = `note:${best[0]}`;
  }
}
