import { fieldsOf, findCollection } from '../subject/subject.ts';
import { pagePath } from './address.ts';
import type { Note } from './note.ts';
import { type NoteWorld, type PathValue, pathTexts, readPath } from './read-path.ts';

/** What a field of a note says. */
export interface Fact {
  name: string;
  /** All of it, as text. */
  value: string;
  /** Each of its values: a note and an address on the web are led to. */
  parts: readonly { text: string; href?: string }[];
}

/** What a note's own fields tell at a glance, in the order in which `atlas.yaml` declares them. */
export function typedFacts(note: Note, world: NoteWorld, base: string): Fact[] {
  return fieldsOf(findCollection(world.subject, note.collection), note.role)
    .filter(({ show, type }) => show.includes('facts') && type !== 'object')
    .flatMap((field) => {
      const values = readPath(note, field.name, world);
      const texts = pathTexts(values);
      const parts = values.map((value, index) => ({ text: texts[index] ?? '', ...leadOn(value, base) }));
      return values.length ? [{ name: field.label, value: texts.join(', '), parts }] : [];
    });
}

function leadOn(value: PathValue, base: string): { href?: string } {
  if (value.kind === 'note') return { href: pagePath(base, value.note.address) };
  return value.kind === 'text' && isWebAddress(value.text) ? { href: value.text } : {};
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/iu.test(text) && URL.canParse(text);
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
