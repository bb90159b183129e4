import { problemsWords } from '#words';
import { type Collection, type Field, fieldsOf, findCollection } from '../subject/subject.ts';
import type { Note } from './note.ts';
import type { NoteWorld } from './read-path.ts';

/**
 * The text of a new note: every property and field that its collection asks for, filled so that the check accepts it.
 * It starts as the first role that is no index.
 */
export function writeSkeleton(collection: Collection, id: string, today: string, world: NoteWorld): string {
  const words = problemsWords().skeleton;
  const review = `${Number(today.slice(0, 4)) + 1}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`;
  const index = collection.roles.filter(({ isIndex }) => isIndex).map(({ name }) => name);
  const roles = collection.roles.map(({ name }) => name).filter((name) => !index.includes(name));
  const role = roles[0] ?? collection.roles[0]?.name;
  const above = world.notes.find(
    (note) => note.collection === collection.name && note.role !== undefined && index.includes(note.role),
  );
  const fields = fieldsOf(collection, role).filter(({ isRequired }) => isRequired);
  const up = '../'.repeat(collection.folder.split('/').length);
  const lines = [
    `# yaml-language-server: $schema=${up}.atlas/${collection.name}.schema.json`,
    `title: ${id}`,
    `summary: ${words.summary}`,
    `asOf: ${today}`,
    `reviewBy: ${review}`,
    'tags: []',
    'aliases: []',
    ...(above ? [`parent: ${scalar(above.id)}`] : []),
    ...(role === undefined
      ? []
      : [`role: ${scalar(role)}${roles.length > 1 ? ` # ${roles.join(', ')}` : ''}`]),
    ...fields.flatMap((field) => writeField(field, id, today, world)),
    'relations: []',
  ];
  return `---\n${lines.join('\n')}\n---\n\n## ${words.heading}\n\n`;
}

function writeField(field: Field, id: string, today: string, world: NoteWorld): string[] {
  if (field.type === 'object') {
    const inner = field.fields
      .filter(({ isRequired, isList }) => isRequired || isList)
      .map((item) => `${item.name}: ${item.isRequired ? sample(item, id, today, world) : '[]'}`)
      .join(', ');
    return field.isList ? [`${field.name}:`, `  - { ${inner} }`] : [`${field.name}: { ${inner} }`];
  }
  const value = sample(field, id, today, world);
  const choice =
    field.type === 'select' && !field.isList
      ? ` # ${field.options.map((option) => option.value).join(', ')}`
      : '';
  return [`${field.name}: ${field.isList ? `[${value}]` : value}${choice}`];
}

/** A value that the check accepts. */
function sample(field: Field, id: string, today: string, world: NoteWorld): string {
  if (field.default !== undefined) return scalar(field.default);
  switch (field.type) {
    case 'select':
      return scalar(field.options[0]?.value ?? '');
    case 'note':
      return scalar(findExample(field, world) ?? id);
    case 'number':
      return '0';
    case 'boolean':
      return 'false';
    case 'date':
      return today;
    default:
      return scalar(field.hint ?? field.label);
  }
}

/** A note that the field may name; rather one that is no collection's map. */
function findExample(field: Field, { notes, subject }: NoteWorld): string | undefined {
  const possible = notes.filter(
    ({ collection }) => field.collection === undefined || collection === field.collection,
  );
  const isIndex = (note: Note) =>
    findCollection(subject, note.collection).roles.some(({ name, isIndex }) => isIndex && name === note.role);
  return (possible.find((note) => !isIndex(note)) ?? possible[0])?.id;
}

/** A text as YAML takes it: bare where it may be, else in quotes. */
function scalar(text: string): string {
  return /^[\p{L}\d][\p{L}\p{N} ._/-]*[\p{L}\p{N}.]$|^[\p{L}]$/u.test(text) &&
    !/^(?:true|false|null|yes|no|[\d.]+)$/iu.test(text)
    ? text
    : JSON.stringify(text);
}
