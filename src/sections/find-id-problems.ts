import { sectionsWords } from '#words';
import type { IdWorld } from './assign-ids.ts';
import type { Item } from './list-items.ts';
import { alikeEnough, nameOf } from './match-in-note.ts';
import { groupBy } from './matching.ts';
import { createResolver } from './resolve-retired.ts';
import type { AnchorEntry, NoteEntry } from './section-lock.ts';
import { compareBodies } from './similar-pairs.ts';

/** What is wrong with an id, for the author. */
export interface IdProblem {
  /** The note to blame, where it exists. */
  noteId?: string;
  id: string;
  severity: 'error' | 'warning';
  message: string;
  /** Line and column of the note's body (not of its file), where there is one. */
  line?: number;
  column?: number;
}

/**
 * Published ids that nothing leads to any longer, and chosen ids that cannot be had. Nothing is said of a note whose
 * Markdown cannot be parsed: its sections are not gone.
 */
export function findIdProblems(world: IdWorld): IdProblem[] {
  const words = sectionsWords();
  const { notes, noteEntries, anchors, matching } = world;
  const live = new Map(notes.map((note) => [note.id, note]));
  const problems: IdProblem[] = [...world.conflicts, ...findHiddenSlugs(world)];
  const lost = anchors.filter((entry) => entry.retired === undefined && !matching.itemOf.has(entry));
  const lostNotes = new Set<string>();
  for (const entry of noteEntries) {
    if (live.has(entry.id) || entry.retired !== undefined) continue;
    lostNotes.add(entry.id);
    const name = nameOf(entry);
    problems.push({
      id: entry.id,
      severity: 'error',
      message: words.noteGone(name, entry.id),
    });
  }
  const resolver = createResolver(anchors, noteEntries, new Set(live.keys()), matching);
  const byName = lost.length
    ? groupBy(matching.entryOf.keys(), (item) => item.kind + item.name)
    : new Map<string, Item[]>();
  for (const entry of lost) {
    const note = live.get(entry.note);
    if (lostNotes.has(entry.note) || note?.outline.troubles.some(({ severity }) => severity === 'error'))
      continue;
    const successor = byName
      .get(entry.kind + nameOf(entry))
      ?.find((item) => compareBodies(item, entry) >= alikeEnough);
    const parent = resolver.anchor(entry.parent ?? '');
    const target =
      (successor ? matching.entryOf.get(successor)?.id : undefined) ??
      (parent && matching.itemOf.has(parent) ? parent.id : undefined) ??
      writeNote(note?.id ?? resolver.note(entry.note)?.retired?.replace(/^note:/u, ''), resolver) ??
      words.successor;
    problems.push({
      ...(note ? { noteId: note.id } : {}),
      id: entry.id,
      severity: 'error',
      message: describeLost(entry, target),
    });
  }
  for (const entry of [...anchors, ...noteEntries]) {
    if (entry.retired === undefined || resolver.find(entry)) continue;
    // What leads to something that is lost or broken itself is right again as soon as that is.
    if (resolver.target(entry) && !isInCircle(entry, resolver)) continue;
    const id = entry.kind === 'note' ? `note:${entry.id}` : entry.id;
    problems.push({
      id: entry.id,
      severity: 'error',
      message: words.noSuccessor(entry.id, entry.retired, id),
    });
  }
  return problems;
}

/** Whether an entry was retired, over others or not, in favour of itself. */
function isInCircle(entry: AnchorEntry | NoteEntry, resolver: ReturnType<typeof createResolver>): boolean {
  const seen = new Set<unknown>();
  let next = resolver.target(entry);
  for (; next && next !== entry && !seen.has(next); next = resolver.target(next)) seen.add(next);
  return next === entry;
}

function writeNote(id: string | undefined, resolver: ReturnType<typeof createResolver>): string | undefined {
  if (id === undefined) return undefined;
  return resolver.anchor(id) ? `note:${id}` : id;
}

function describeLost(entry: AnchorEntry, target: string): string {
  const words = sectionsWords();
  const { note, id } = entry;
  const place = {
    note,
    id,
    kind: words.kinds[entry.kind],
    name: nameOf(entry),
    canRename: entry.kind === 'section',
  };
  return words.gone(place, target);
}

/** A chosen id that another heading of the note has as its slug hides that heading's slug. */
function findHiddenSlugs({ items, matching }: IdWorld): IdProblem[] {
  const problems: IdProblem[] = [];
  for (const { section } of items.values()) {
    const bySlug = new Map(section.map((item) => [item.slug, item]));
    for (const item of section) {
      const hidden = bySlug.get(item.chosenId ?? '');
      if (item.chosenId === undefined || !hidden || hidden === item) continue;
      const id = matching.entryOf.get(hidden)?.id ?? '';
      problems.push({
        noteId: item.note,
        id: item.chosenId,
        severity: 'warning',
        message: sectionsWords().hidden(item.chosenId, hidden.name, id),
        line: item.line,
        column: item.column,
      });
    }
  }
  return problems;
}
