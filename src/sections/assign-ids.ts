import type { Note } from '../knowledge/note.ts';
import { createHash } from 'node:crypto';
import type { LockEntry } from './section-lock.ts';

/** What the ids of a library are after a build. */
export interface AssignedIds {
  /** The lock as it should be now. */
  entries: LockEntry[];
  /** Something was added, renamed or moved since the lock was written. */
  isChanged: boolean;
}

/**
 * Gives every section (h2–h4), figure and table of every note its permanent id, and writes it into the outlines.
 * Known ones keep theirs; new ones get `s-`, `f-` or `t-` and five letters drawn from their note and name.
 */
export function assignIds(notes: readonly Note[], lock: readonly LockEntry[]): AssignedIds {
  const entries: LockEntry[] = lock.map((entry) => ({ ...entry }));
  const taken = new Set(entries.map((entry) => entry.id));
  const chosen = new Set(notes.flatMap((note) => note.outline.sections.map((section) => section.chosenId ?? '')));
  let isChanged = false;
  for (const note of notes) {
    for (const kind of ['section', 'figure', 'table'] as const) {
      const known = entries.filter((entry) => entry.note === note.id && entry.kind === kind && !entry.retired);
      const used = new Set<string>();
      const counts = new Map<string, number>();
      itemsOf(note, kind).forEach((item, place) => {
        const nth = counts.get(item.name) ?? 0;
        counts.set(item.name, nth + 1);
        const same = known.filter((entry) => entry.texts.at(-1) === item.name && !used.has(entry.id));
        const entry = item.chosenId
          ? known.find(({ id }) => id === item.chosenId)
          : (same[0] ?? undefined);
        if (entry) {
          used.add(entry.id);
          item.set(entry.id);
          if (entry.place !== place || entry.depth !== item.depth) isChanged = true;
          Object.assign(entry, { place, depth: item.depth });
          return;
        }
        const id = item.chosenId ?? newId(kind, `${note.id}\n${item.path}\n${nth}`, (id) => taken.has(id) || chosen.has(id));
        taken.add(id);
        used.add(id);
        item.set(id);
        isChanged = true;
        entries.push({
          id,
          kind,
          note: note.id,
          texts: [item.name],
          slugs: item.slug ? [item.slug] : [],
          depth: item.depth,
          place,
          body: '',
        });
      });
    }
  }
  return { entries, isChanged };
}

interface Item {
  name: string;
  path: string;
  slug: string;
  depth: number;
  chosenId?: string;
  set: (id: string) => void;
}

function itemsOf(note: Note, kind: LockEntry['kind']): Item[] {
  const { sections, figures, tables } = note.outline;
  if (kind === 'section') {
    const above: string[] = [];
    return sections
      .filter((section) => section.depth <= 4)
      .map((section) => {
        above.length = Math.min(above.length, section.depth - 2);
        above[section.depth - 2] = section.text;
        return {
          name: section.text,
          path: above.join(' › '),
          slug: section.slug,
          depth: section.depth,
          ...(section.chosenId ? { chosenId: section.chosenId } : {}),
          set: (id: string) => (section.id = id),
        };
      });
  }
  const list = kind === 'figure' ? figures : tables;
  return list.map((item) => {
    const name = ('code' in item ? item.title : (item.caption ?? item.head.join(' · '))) ?? '';
    return { name, path: `${kind} ${name}`, slug: '', depth: 0, set: (id: string) => (item.id = id) };
  });
}

/** Crockford's base 32 without letters that read like digits: safe to say aloud and to type from paper. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

function newId(kind: LockEntry['kind'], seed: string, isTaken: (id: string) => boolean): string {
  for (let salt = 0; ; salt++) {
    const digest = createHash('sha256').update(`${kind}\n${seed}\n${salt}`).digest();
    const id = `${kind[0]}-${[...digest.subarray(0, 5)].map((byte) => letters[byte % 32]).join('')}`;
    if (!isTaken(id)) return id;
  }
}
