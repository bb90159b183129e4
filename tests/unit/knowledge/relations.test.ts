import { expect, test } from 'vitest';
import type { Note } from '../../../src/knowledge/note.ts';
import { deriveRelations, inverseRelation, relationLabel } from '../../../src/knowledge/relations.ts';
import { relationTypes } from '../../../src/knowledge/schema.ts';

function note(id: string, relations: Note['relations']): Note {
  return { id, relations } as Note;
}

test('every declared type has a name and an inverse that leads back', () => {
  for (const type of relationTypes) {
    expect(relationLabel(type)).toBeTruthy();
    expect(inverseRelation(inverseRelation(type))).toBe(type);
  }
});

test('the arrow back is derived, with the reason of the arrow forth', () => {
  const seen = deriveRelations([note('a', [{ type: 'part-of', to: 'b', why: '까닭' }]), note('b', [])]);
  expect(seen.get('b')).toEqual([{ type: 'has-part', to: 'a', why: '까닭', derived: true }]);
});

test('a relation that both ends declare is one relation, each end with its own reason', () => {
  const seen = deriveRelations([
    note('a', [{ type: 'mitigates', to: 'b', why: 'A의 말' }]),
    note('b', [{ type: 'mitigated-by', to: 'a', why: 'B의 말' }]),
  ]);
  expect(seen.get('a')).toEqual([{ type: 'mitigates', to: 'b', why: 'A의 말', derived: false }]);
  expect(seen.get('b')).toEqual([{ type: 'mitigated-by', to: 'a', why: 'B의 말', derived: false }]);
});

test('symmetric types show on both sides', () => {
  const seen = deriveRelations([note('a', [{ type: 'contrasts-with', to: 'b' }]), note('b', [])]);
  expect(seen.get('b')?.[0]?.type).toBe('contrasts-with');
});

test('a relation to a note that does not exist is left to the check', () => {
  expect(deriveRelations([note('a', [{ type: 'requires', to: 'nobody' }])]).get('a')).toEqual([]);
});
