import { type Field, fieldsOf, findCollection } from '../subject/subject.ts';
import { pagePath } from './address.ts';
import type { Note } from './note.ts';
import { type NoteWorld, type PathValue, pathTexts, readPath, sayPart } from './read-path.ts';

/** What a field of a note says. */
export interface Fact {
  name: string;
  /** All of it, as text. */
  value: string;
  /** Each of its values, with what stands between it and the one before it: a note and an address on the web are led to. */
  parts: readonly FactPart[];
}

export interface FactPart {
  text: string;
  href?: string;
  /** What stands before it; nothing before the first. */
  between?: string;
}

/** What a note's own fields tell at a glance, in the order in which `atlas.yaml` declares them. */
export function typedFacts(note: Note, world: NoteWorld, base: string): Fact[] {
  return fieldsOf(findCollection(world.subject, note.collection), note.role)
    .filter(({ show }) => show.includes('facts'))
    .flatMap((field) => {
      const parts = readGroups(note, field, world).flatMap((values, group) =>
        values.map(({ value, text }, index) => ({
          text,
          ...leadOn(value, note, base),
          ...(index > 0
            ? { between: field.type === 'object' ? ' · ' : ', ' }
            : group > 0
              ? { between: '; ' }
              : {}),
        })),
      );
      const value = parts.map(({ text, between = '' }) => between + text).join('');
      return parts.length ? [{ name: field.label, value, parts }] : [];
    });
}

/** The values of a field, with what they say: of an object, for each of its items what its own fields hold. */
function readGroups(note: Note, field: Field, world: NoteWorld): { value: PathValue; text: string }[][] {
  const read = (path: string, item?: unknown) => {
    const values = readPath(note, path, world, item);
    const texts = pathTexts(values);
    return values.map((value, index) => ({ value, text: texts[index] ?? '' }));
  };
  if (field.type !== 'object') return [read(field.name)];
  return [note.fields[field.name]]
    .flat()
    .filter((item) => item !== undefined && item !== null)
    .map((item) =>
      field.fields.flatMap((inner) =>
        read(`${field.name}.${inner.name}`, item).map(({ value, text }) => ({
          value,
          text: sayPart(inner, text),
        })),
      ),
    )
    .filter((values) => values.length > 0);
}

function leadOn(value: PathValue, note: Note, base: string): { href?: string } {
  if (value.kind === 'note') return { href: pagePath(base, value.note.address) };
  // The source stands at the end of the note itself.
  if (value.kind === 'text' && value.source !== undefined)
    return { href: pagePath(base, note.address, `source-${value.source}`) };
  return value.kind === 'text' && isWebAddress(value.text) ? { href: value.text } : {};
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/iu.test(text) && URL.canParse(text);
}

/** What a note says in a field that readers filter by. */
export interface Facet {
  /** The field's label. */
  name: string;
  values: string[];
  /** The place of each value among the options of a `select`. */
  at?: number[];
}

/** The values of the fields that readers filter by, by the fields' labels. */
export function typedFacets(note: Note, world: NoteWorld): Facet[] {
  return fieldsOf(findCollection(world.subject, note.collection), note.role)
    .filter(({ show }) => show.includes('facet'))
    .flatMap((field) => {
      const found = readPath(note, field.name, world);
      const values = pathTexts(found);
      const at = found.flatMap((value) =>
        value.kind === 'option' ? [field.options.indexOf(value.option)] : [],
      );
      return values.length ? [{ name: field.label, values, ...(at.length ? { at } : {}) }] : [];
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
