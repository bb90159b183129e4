import type { Note } from '../knowledge/note.ts';
import { compareText } from '../knowledge/problem.ts';
import { clipName, type NoteItems } from './list-items.ts';
import { fingerprint, similarity } from './fingerprint.ts';
import { groupBy } from './matching.ts';
import { alikeEnough, nameOf } from './match-in-note.ts';
import type { AnchorEntry, NoteEntry } from './section-lock.ts';
import { compareBodies } from './similar-pairs.ts';

/** A heading that stands in more new notes than this belongs to a template and tells nothing. */
const commonHeading = 200;

/** What a note without headings is recognised by; nothing for one with headings, which has those. */
export function printNote(note: Note, items: NoteItems): string {
  return items.section.length ? '' : fingerprint(note.body);
}

/**
 * Notes whose file was renamed: id in the lock → id now. A note that is gone is the new one that holds at least half
 * of its sections, or has its title, or, without sections, a similar text; each new note takes one old one.
 */
export function matchNotes(
  gone: readonly { note: NoteEntry; anchors: readonly AnchorEntry[] }[],
  fresh: readonly { note: Note; items: NoteItems }[],
): Map<string, string> {
  const all = fresh.flatMap(({ items }) => [...items.section, ...items.figure, ...items.table]);
  const byName = groupBy(
    all.filter((item) => item.name),
    (item) => item.kind + item.name,
  );
  const byHash = groupBy(
    all.filter((item) => item.hash),
    (item) => item.kind + item.hash,
  );
  const byTitle = groupBy(fresh, ({ note }) => clipName(note.title));
  const bare = fresh
    .filter(({ items }) => !items.section.length)
    .map(({ note }) => ({ id: note.id, print: fingerprint(note.body) }));
  const pairs: { from: string; to: string; score: number }[] = [];

  for (const { note, anchors } of gone) {
    const scores = new Map<string, number>();
    const add = (id: string, score: number) => scores.set(id, (scores.get(id) ?? 0) + score);
    const telling = anchors.filter((entry) => entry.body || nameOf(entry));
    for (const entry of telling) {
      const candidates = new Set(byHash.get(entry.kind + (entry.hash ?? ''))?.slice(0, commonHeading));
      const named = byName.get(entry.kind + nameOf(entry)) ?? [];
      if (named.length <= commonHeading) for (const item of named) candidates.add(item);
      const best = new Map<string, number>();
      for (const item of candidates) {
        const isNamed = item.name !== '' && item.name === nameOf(entry);
        const alike = compareBodies(item, entry);
        // The same heading over another text is what every note of a template has: a hint, no more.
        const worth = alike >= alikeEnough ? 1 : isNamed ? 0.25 : 0;
        best.set(item.note, Math.max(best.get(item.note) ?? 0, worth));
      }
      for (const [id, worth] of best) add(id, worth / telling.length);
    }
    const titled = byTitle.get(nameOf(note)) ?? [];
    if (titled.length === 1 && titled[0]) add(titled[0].note.id, 0.5);
    if (note.body) {
      for (const { id, print } of bare) {
        const alike = similarity(print, note.body);
        if (alike >= alikeEnough) add(id, alike);
      }
    }
    for (const [to, score] of scores) if (score >= 0.5) pairs.push({ from: note.id, to, score });
  }

  pairs.sort((a, b) => b.score - a.score || compareText(a.from, b.from) || compareText(a.to, b.to));
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of pairs) {
    if (found.has(from) || taken.has(to)) continue;
    found.set(from, to);
    taken.add(to);
  }
  return found;
}
