import { fieldsOf, findCollection } from '../subject/subject.ts';
import type { Note } from './note.ts';
import { type NoteWorld, pathTexts, readPath } from './read-path.ts';

/** What a note's own fields tell at a glance, in the order in which `atlas.yaml` declares them. */
export function typedFacts(note: Note, world: NoteWorld): { name: string; value: string }[] {
  return fieldsOf(findCollection(world.subject, note.collection), note.role)
    .filter(({ show, type }) => show.includes('facts') && type !== 'object')
    .flatMap((field) => {
      const value = pathTexts(readPath(note, field.name, world)).join(', ');
      return value ? [{ name: field.label, value }] : [];
    });
}

/** The values of the fields that readers filter by, by the fields' labels. */
export function typedFacets(note: Note, world: NoteWorld): { name: string; values: string[] }[] {
  return fieldsOf(findCollection(world.subject, note.collection), note.role)
    .filter(({ show }) => show.includes('facet'))
    .flatMap((field) => {
      const values = pathTexts(readPath(note, field.name, world));
      return values.length ? [{ name: field.label, values }] : [];
    });
}

/** What fields say that is searched, each `name: value`. */
export function searchedFields(note: Note, world: NoteWorld): string[] {
  return fieldsOf(findCollection(world.subject, note.collection), note.role)
    .filter(({ show }) => show.includes('search'))
    .flatMap((field) => {
      const value = pathTexts(readPath(note, field.name, world)).join(', ');
      return value ? [`${field.label}: ${value}`] : [];
    });
}
