import { basename, dirname } from 'node:path/posix';
import type { Note } from '../knowledge/note.ts';
import type { Field, Subject } from '../subject/subject.ts';
import { foldWord, toNfc } from '../knowledge/text.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';

/**
 * Finds the id of the note that a name in front matter means: authors write an id, a file's name, its path with or
 * without its ending, or the note's title. Of several files of that name it is the one in the folder of the note that
 * says it, then the one whose id it is. Undefined for what names no note, or several.
 */
export function indexNames(notes: readonly Note[]): (written: string, from?: string) => string | undefined {
  const byId = new Set(notes.map((note) => note.id));
  const byName = new Map<string, Note[]>();
  for (const note of notes) {
    const whole = note.path.replace(noteEnding, '');
    const names = [note.path, whole, basename(whole), note.title, ...note.aliases];
    for (const name of new Set(names.map(foldWord))) byName.set(name, [...(byName.get(name) ?? []), note]);
  }
  return (written, from) => {
    const name = toNfc(written)
      .replace(/^\[\[|\]\]$/gu, '')
      .replace(/^\.?\//u, '');
    const named = byName.get(foldWord(name)) ?? [];
    const near = named.find(
      ({ path }) =>
        from !== undefined &&
        path !== from &&
        dirname(path) === dirname(from) &&
        foldWord(basename(path).replace(noteEnding, '')) === foldWord(name),
    );
    if (near) return near.id;
    if (byId.has(name)) return name;
    return named.length === 1 ? named[0]?.id : undefined;
  };
}

/**
 * Turns what notes call each other in `parent`, `relations` and fields of notes into ids; the check reports what names
 * no note. Where a subject is strict, notes of its collections write ids.
 */
export function nameReferences(notes: readonly Note[], subject: Subject): void {
  const free = notes.filter((note) => !subject.isStrict || note.collection === 'note');
  const namingOf = new Map(
    [subject.plain, ...subject.collections].map(({ name, fields }) => [
      name,
      fields.filter(({ type, fields: inner }) => type === 'note' || inner.length > 0),
    ]),
  );
  const isNaming = (note: Note) =>
    note.parent !== undefined ||
    note.relations.length > 0 ||
    namingOf.get(note.collection)?.some(({ name }) => note.fields[name] !== undefined) === true;
  if (!free.some(isNaming)) return;
  const find = indexNames(notes);
  for (const note of free) {
    const naming = namingOf.get(note.collection) ?? [];
    if (note.parent !== undefined) note.parent = find(note.parent, note.path) ?? note.parent;
    for (const relation of note.relations) relation.to = find(relation.to, note.path) ?? relation.to;
    if (naming.length) note.fields = nameInFields(note.fields, naming, (name) => find(name, note.path));
  }
}

function nameInFields(
  values: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
  find: (written: string) => string | undefined,
): Record<string, unknown> {
  const name = (value: unknown, field: Field): unknown => {
    if (Array.isArray(value)) return value.map((item) => name(item, field));
    if (field.type === 'note') return typeof value === 'string' ? (find(value) ?? value) : value;
    return field.type === 'object' && typeof value === 'object' && value !== null
      ? nameInFields(value as Record<string, unknown>, field.fields, find)
      : value;
  };
  return {
    ...values,
    ...Object.fromEntries(
      fields.flatMap((field) =>
        values[field.name] === undefined ? [] : [[field.name, name(values[field.name], field)]],
      ),
    ),
  };
}
