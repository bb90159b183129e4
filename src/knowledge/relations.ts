import type { RelationTypes } from '../subject/subject.ts';
import type { Note } from './note.ts';

/** A relation as a reader of one note sees it: declared there, or derived from the other end. */
export interface SeenRelation {
  type: string;
  /** The note at the other end. */
  to: string;
  why?: string;
  derived: boolean;
}

/**
 * Every note's relations, declared and derived, in display order. A relation that both ends declare (A mends B,
 * B mended by A) is one relation; each end keeps its own reason, and borrows the other's where it has none.
 * Relations to notes that do not exist are left out: the check reports them.
 */
export function deriveRelations(notes: readonly Note[], types: RelationTypes): Map<string, SeenRelation[]> {
  const seen = new Map<string, Map<string, SeenRelation>>(notes.map((note) => [note.id, new Map()]));
  const put = (from: string, relation: SeenRelation) => {
    const own = seen.get(from);
    if (!own || !seen.has(relation.to)) return;
    const key = `${relation.type} ${relation.to}`;
    const known = own.get(key);
    if (!known) own.set(key, relation);
    else {
      known.derived &&= relation.derived;
      if (relation.why && (!known.why || !relation.derived)) known.why = relation.why;
    }
  };
  for (const note of notes) {
    for (const { type, to, why } of note.relations) {
      const reason = why === undefined ? {} : { why };
      put(note.id, { type, to, ...reason, derived: false });
      put(to, { type: types.find(type).inverse, to: note.id, ...reason, derived: true });
    }
  }
  const places = new Map(types.all.map(({ type }, place) => [type, place]));
  const place = (type: string) => places.get(type) ?? Infinity;
  return new Map(
    [...seen].map(([id, relations]) => [
      id,
      [...relations.values()].sort(
        (a, b) =>
          (place(a.type) === place(b.type) ? 0 : place(a.type) - place(b.type)) ||
          Number(a.derived) - Number(b.derived),
      ),
    ]),
  );
}
