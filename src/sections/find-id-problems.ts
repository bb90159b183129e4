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
      message: `노트가 사라졌습니다: "${name}"(${entry.id}). 이어받을 노트를 정하십시오: npm run ids -- retire note:${entry.id} <이어받을 노트 id>`,
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
      '<이어받을 절이나 노트 id>';
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
      message: `"${id}"를 이어받을 "${entry.retired}"이(가) 없습니다: npm run ids -- retire ${id} <이어받을 절이나 노트 id>`,
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
  const name = nameOf(entry);
  const kind = { section: '절', figure: '그림', table: '표' }[entry.kind];
  const what = name ? `${kind} "${name}"(${entry.id})` : `${kind} ${entry.id}`;
  const renamed =
    entry.kind === 'section' ? `바뀐 제목이 있으면 그 끝에 {#${entry.id}}를 적고, 없앴다면 ` : '';
  return `노트 ${entry.note}의 ${what} 링크가 끊깁니다. ${renamed}이어받을 곳을 정하십시오: npm run ids -- retire ${entry.id} ${target}`;
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
        message: `절 id "${item.chosenId}"는 절 "${hidden.name}"(${id})의 제목에서 나오는 앵커와 같아 그 링크를 가로챕니다. 다른 id를 고르십시오`,
        line: item.line,
        column: item.column,
      });
    }
  }
  return problems;
}
