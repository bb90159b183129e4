import { pagesWords } from '#words';
import {
  type Collection,
  type Field,
  findCollection,
  type Grouping,
  type Option,
  type Subject,
} from '../subject/subject.ts';
import type { Note } from './note.ts';
import { readNumeral } from './text.ts';

/** What stands at a path of a note: a word, a value of a `select` or another note. */
export type PathValue =
  | { kind: 'text'; text: string; source?: string }
  | { kind: 'option'; option: Option }
  | { kind: 'note'; note: Note };

/** What a path needs to know of the library. */
export interface NoteWorld {
  subject: Subject;
  notes: readonly Note[];
  byId: ReadonlyMap<string, Note>;
  sourceById: ReadonlyMap<string, { title: string }>;
}

/**
 * The values at a path: a built-in property, a field, `group.field` of an object, or a relation type. Nothing where the
 * note has none; ids that lead nowhere are left out, for the check reports them.
 * @param item the item of the list field that a row is made of
 */
export function readPath(note: Note, path: string, world: NoteWorld, item?: unknown): PathValue[] {
  const collection = findCollection(world.subject, note.collection);
  const [name = '', inner] = path.split('.');
  const field = collection.fields.find((candidate) => candidate.name === name);
  if (field) {
    const value = note.fields[name];
    if (inner === undefined) return readField(field, item ?? value, world);
    const innerField = field.fields.find((candidate) => candidate.name === inner);
    if (!innerField) return [];
    const groups = item === undefined ? (Array.isArray(value) ? (value as unknown[]) : [value]) : [item];
    return groups.flatMap((group) =>
      readField(innerField, (group as Record<string, unknown> | null | undefined)?.[inner], world),
    );
  }
  return readProperty(note, path, collection, world) ?? readRelation(note, path, world);
}

/** Words for each value; notes by their short names. */
export function pathTexts(values: readonly PathValue[]): string[] {
  return values.map((value) =>
    value.kind === 'text' ? value.text : value.kind === 'option' ? value.option.label : shortName(value.note),
  );
}

/** The short name of a note in a diagram or a dense table. */
export function shortName(note: Note): string {
  return note.short ?? note.title;
}

/** A title without the beginning that the collection's own name says already. */
export function dropPrefix(title: string, prefixes: readonly string[]): string {
  const found = prefixes.find((prefix) => title.startsWith(prefix) && title.length > prefix.length);
  return found === undefined ? title : title.slice(found.length).trimStart();
}

/** Whether a note is of one of the roles; every note is where none are named. */
export function isOfRole(note: Note, roles: readonly string[] | undefined): boolean {
  return roles === undefined || (note.role !== undefined && roles.includes(note.role));
}

/**
 * Notes by what stands at a path: in the order of its options, numbers and days upwards, else in that of appearance;
 * those without it come last.
 * @param inEach a note of several values stands in the group of each, not of the first alone
 */
export function groupNotes(
  notes: readonly Note[],
  group: Grouping,
  data: NoteWorld,
  inEach = false,
): { key: string; label: string; notes: Note[] }[] {
  const groups = new Map<string, { key: string; label: string; notes: Note[] }>();
  const [first] = notes;
  const field =
    first && findCollection(data.subject, first.collection).fields.find(({ name }) => name === group.path);
  for (const { value, label } of field?.options ?? []) groups.set(value, { key: value, label, notes: [] });
  const without: Note[] = [];
  for (const note of notes) {
    const values = readPath(note, group.path, data);
    if (!values.length) without.push(note);
    for (const value of inEach ? values : values.slice(0, 1)) {
      const [label = ''] = pathTexts([value]);
      const key = value.kind === 'option' ? value.option.value : label;
      const known = groups.get(key) ?? { key, label, notes: [] };
      if (!known.notes.includes(note)) known.notes.push(note);
      groups.set(key, known);
    }
  }
  const ordered = [...groups.values()].filter((item) => item.notes.length);
  if (field?.type === 'number' || group.path === 'order')
    ordered.sort((one, other) => (readNumeral(one.key) ?? 0) - (readNumeral(other.key) ?? 0));
  else if (field?.type === 'date' || group.path === 'asOf' || group.path === 'reviewBy')
    ordered.sort((one, other) => (one.key < other.key ? -1 : 1));
  if (group.isReversed) ordered.reverse();
  return without.length ? [...ordered, { key: '', label: '', notes: without }] : ordered;
}

/** The semantic class of a note's kind in diagrams; a plain note has none. */
export function nodeClass(note: Note, { subject }: Pick<NoteWorld, 'subject'>): string {
  const collection = findCollection(subject, note.collection);
  return collection === subject.plain ? 'muted' : collection.class;
}

/** How Markdown and Mermaid that we write lead to a note. A plain note's id is a path: blanks and brackets are encoded. */
export function noteUrl({ id }: Pick<Note, 'id'>): string {
  const encoded = encodeURIComponent(id).replaceAll('%2F', '/');
  return `note:${encoded.replace(/[()']/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}

function readField(field: Field, value: unknown, world: NoteWorld): PathValue[] {
  const { byId, sourceById } = world;
  const items = Array.isArray(value) ? (value as unknown[]) : [value];
  return items.flatMap((item): PathValue[] => {
    if (typeof item === 'boolean') {
      const { yes, no } = pagesWords();
      return [{ kind: 'text', text: item ? yes : no }];
    }
    if (field.type === 'object') {
      const parts = field.fields.flatMap((inner) =>
        pathTexts(
          readField(inner, (item as Record<string, unknown> | null | undefined)?.[inner.name], world),
        ).map((text) => sayPart(inner, text)),
      );
      return parts.length ? [{ kind: 'text', text: parts.join(' · ') }] : [];
    }
    if (typeof item !== 'string' && typeof item !== 'number') return [];
    const written = String(item);
    if (!written) return [];
    if (field.type === 'note') {
      const note = byId.get(written);
      return note ? [{ kind: 'note', note }] : [];
    }
    if (field.type === 'select') {
      const option = field.options.find((candidate) => candidate.value === written);
      return option ? [{ kind: 'option', option }] : [];
    }
    const source = field.type === 'source' ? sourceById.get(written) : undefined;
    return [{ kind: 'text', text: source?.title ?? written, ...(source ? { source: written } : {}) }];
  });
}

/** A part of an object: a number, a yes or a no says nothing without what it is of. */
export function sayPart({ type, label }: Field, text: string): string {
  return type === 'number' || type === 'boolean' ? `${label}: ${text}` : text;
}

function readProperty(
  note: Note,
  path: string,
  collection: Collection,
  { byId, sourceById }: NoteWorld,
): PathValue[] | null {
  const text = (value: string | number | undefined): PathValue[] =>
    value === undefined || value === '' ? [] : [{ kind: 'text', text: String(value) }];
  switch (path) {
    case 'title':
    case 'english':
    case 'summary':
    case 'asOf':
    case 'reviewBy':
    case 'order':
      return text(note[path]);
    case 'short':
      return text(shortName(note));
    case 'tags':
    case 'aliases':
      return note[path].flatMap((item) => text(item));
    case 'sources':
      return note.sources.flatMap((id) => text(sourceById.get(id)?.title ?? id));
    case 'parent': {
      const parent = note.parent === undefined ? undefined : byId.get(note.parent);
      return parent ? [{ kind: 'note', note: parent }] : [];
    }
    case 'role': {
      const role = collection.roles.find(({ name }) => name === note.role);
      return role ? [{ kind: 'option', option: { value: role.name, label: role.label } }] : [];
    }
    case 'collection':
      return [{ kind: 'option', option: { value: collection.name, label: collection.label } }];
    default:
      return null;
  }
}

/** Notes that a note is related to, declared by it or by the other end. */
function readRelation(note: Note, type: string, { subject, notes, byId }: NoteWorld): PathValue[] {
  const { inverse } = subject.relations.find(type);
  const there = note.relations.flatMap((relation) =>
    relation.type === type ? (byId.get(relation.to) ?? []) : [],
  );
  const back = notes.filter((other) =>
    other.relations.some((relation) => relation.type === inverse && relation.to === note.id),
  );
  return [...new Set([...there, ...back])].map((found) => ({ kind: 'note', note: found }));
}
