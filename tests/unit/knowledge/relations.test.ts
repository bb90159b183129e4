import { expect, test } from 'vitest';
import type { Note } from '../../../src/knowledge/note.ts';
import { deriveRelations } from '../../../src/knowledge/relations.ts';
import { makeSubject } from '../subject/make-subject.ts';

const { relations: types } = makeSubject(`
relations:
  lies-in: { inverse: holds, label: [딸린 데, 거느린 것], order: [1, 9] }
  mends: { inverse: mended-by, label: [고치는 것, 고쳐 주는 것], write: both, weight: [3, 5] }
  resembles: { label: 닮은 것, weight: 4 }
`);

function note(id: string, relations: Note['relations']): Note {
  return { id, relations } as Note;
}

test('every type has a label and an inverse that leads back', () => {
  for (const { type, label, inverse } of types.all) {
    expect(label).toBeTruthy();
    expect(types.find(inverse).inverse).toBe(type);
  }
  expect(types.all.map(({ type }) => type)).toEqual(['lies-in', 'mends', 'mended-by', 'resembles', 'holds']);
  expect(types.written).toEqual(['lies-in', 'mends', 'mended-by', 'resembles']);
  expect(types.find('mended-by')).toMatchObject({ weight: 5, label: '고쳐 주는 것' });
});

test('where none are declared, notes may name any, and the way back is told apart', () => {
  const open = makeSubject().relations;
  const seen = deriveRelations([note('a', [{ type: 'grows-on', to: 'b' }]), note('b', [])], open);
  expect(open.find('grows-on').label).toBe('grows on');
  const [back] = seen.get('b') ?? [];
  expect(open.find(back?.type ?? '').inverse).toBe('grows-on');
  expect(open.find(back?.type ?? '').label).toContain('grows on');
});

test('the arrow back is derived, with the reason of the arrow forth', () => {
  const seen = deriveRelations(
    [note('a', [{ type: 'lies-in', to: 'b', why: '까닭' }]), note('b', [])],
    types,
  );
  expect(seen.get('b')).toEqual([{ type: 'holds', to: 'a', why: '까닭', derived: true }]);
});

test('a relation that both ends declare is one relation, each end with its own reason', () => {
  const seen = deriveRelations(
    [
      note('a', [{ type: 'mends', to: 'b', why: 'A의 말' }]),
      note('b', [{ type: 'mended-by', to: 'a', why: 'B의 말' }]),
    ],
    types,
  );
  expect(seen.get('a')).toEqual([{ type: 'mends', to: 'b', why: 'A의 말', derived: false }]);
  expect(seen.get('b')).toEqual([{ type: 'mended-by', to: 'a', why: 'B의 말', derived: false }]);
});

test('symmetric types show on both sides', () => {
  const seen = deriveRelations([note('a', [{ type: 'resembles', to: 'b' }]), note('b', [])], types);
  expect(seen.get('b')?.[0]?.type).toBe('resembles');
});

test('a relation to a note that does not exist is left to the check', () => {
  expect(deriveRelations([note('a', [{ type: 'lies-in', to: 'nobody' }])], types).get('a')).toEqual([]);
});
