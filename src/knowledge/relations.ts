import type { Note } from './note.ts';
import type { RelationType } from './schema.ts';

/** A relation as a reader of one note sees it: declared there, or derived from the other end. */
export interface SeenRelation {
  type: SeenRelationType;
  /** The note at the other end. */
  to: string;
  why?: string;
  derived: boolean;
}

export type SeenRelationType = RelationType | DerivedType;
type DerivedType =
  | 'has-part'
  | 'required-by'
  | 'supplied-by'
  | 'has-example'
  | 'affected-by'
  | 'measured-by'
  | 'implemented-by';

/** What a type is called from the note's own side. Symmetric types name themselves as inverse. */
const relationNames: Record<SeenRelationType, { label: string; verb: string; inverse: SeenRelationType }> = {
  'part-of': { label: '속하는 곳', verb: '속한다', inverse: 'has-part' },
  'has-part': { label: '담는 것', verb: '담는다', inverse: 'part-of' },
  requires: { label: '먼저 알 것', verb: '전제한다', inverse: 'required-by' },
  'required-by': { label: '이것을 알아야 하는 것', verb: '바탕이 된다', inverse: 'requires' },
  supplies: { label: '대 주는 곳', verb: '대 준다', inverse: 'supplied-by' },
  'supplied-by': { label: '받아 쓰는 것', verb: '받아 쓴다', inverse: 'supplies' },
  mitigates: { label: '줄이는 한계', verb: '줄인다', inverse: 'mitigated-by' },
  'mitigated-by': { label: '줄여 주는 것', verb: '줄어든다', inverse: 'mitigates' },
  'regulated-by': { label: '규율을 받는 곳', verb: '규율받는다', inverse: 'governs' },
  governs: { label: '규율하는 것', verb: '규율한다', inverse: 'regulated-by' },
  'example-of': { label: '무엇의 예', verb: '예다', inverse: 'has-example' },
  'has-example': { label: '실제 예', verb: '예로 든다', inverse: 'example-of' },
  'competes-with': { label: '자리를 다투는 것', verb: '다툰다', inverse: 'competes-with' },
  'contrasts-with': { label: '견주어 볼 것', verb: '견준다', inverse: 'contrasts-with' },
  affects: { label: '영향을 주는 것', verb: '바꾼다', inverse: 'affected-by' },
  'affected-by': { label: '영향을 받는 곳', verb: '바뀐다', inverse: 'affects' },
  measures: { label: '재는 것', verb: '잰다', inverse: 'measured-by' },
  'measured-by': { label: '재는 자', verb: '재어진다', inverse: 'measures' },
  implements: { label: '이루는 것', verb: '이룬다', inverse: 'implemented-by' },
  'implemented-by': { label: '이루는 수단', verb: '이루어진다', inverse: 'implements' },
};

/** The Korean name of a relation type, read from the note that shows it. */
export function relationLabel(type: SeenRelationType): string {
  return relationNames[type].label;
}

/** What the arrow says in a diagram, read from its tail: `속한다`, `줄인다`. */
export function relationVerb(type: SeenRelationType): string {
  return relationNames[type].verb;
}

/** The same arrow read from its other end. */
export function inverseRelation(type: SeenRelationType): SeenRelationType {
  return relationNames[type].inverse;
}

/** Order in which a note shows its relations: what it is for first, what merely mentions it last. */
const displayOrder: SeenRelationType[] = [
  'part-of',
  'example-of',
  'mitigated-by',
  'mitigates',
  'requires',
  'has-part',
  'supplies',
  'supplied-by',
  'implements',
  'implemented-by',
  'governs',
  'regulated-by',
  'contrasts-with',
  'competes-with',
  'affects',
  'affected-by',
  'measures',
  'measured-by',
  'has-example',
  'required-by',
];

/**
 * Every note's relations, declared and derived, in display order. A relation that both ends declare (A mitigates B,
 * B mitigated-by A) is one relation; each end keeps its own reason, and borrows the other's where it has none.
 * Relations to notes that do not exist are left out: the check reports them.
 */
export function deriveRelations(notes: readonly Note[]): Map<string, SeenRelation[]> {
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
      put(to, { type: inverseRelation(type), to: note.id, ...reason, derived: true });
    }
  }
  return new Map(
    [...seen].map(([id, relations]) => [
      id,
      [...relations.values()].sort(
        (a, b) =>
          displayOrder.indexOf(a.type) - displayOrder.indexOf(b.type) ||
          Number(a.derived) - Number(b.derived),
      ),
    ]),
  );
}
