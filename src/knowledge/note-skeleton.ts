import { problemsWords } from '#words';
import { type Collection, type Field, fieldsOf, findCollection } from '../subject/subject.ts';
import type { Note } from './note.ts';
import type { NoteWorld } from './read-path.ts';

/**
 * The text of a new note: every property and field that its collection asks for or gives a start, filled so that the
 * check accepts it. It starts as the first role that is no index.
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
  const fields = fieldsOf(collection, role).filter(
    (field) => field.isRequired || field.default !== undefined,
  );
  const needs = (property: string) => collection.required.has(property);
  const other = () => scalar(findExample({}, world) ?? id);
  const [source] = world.sourceById.keys();
  const up = '../'.repeat(collection.folder.split('/').length);
  const lines = [
    `# yaml-language-server: $schema=${up}.atlas/${schemaName(collection)}`,
    `title: ${scalar(id)}`,
    ...(needs('english') ? [`english: ${scalar(id)}`] : []),
    `summary: ${words.summary}`,
    `asOf: ${today}`,
    `reviewBy: ${review}`,
    needs('tags') ? `tags: [${scalar(collection.name)}]` : 'tags: []',
    needs('aliases') ? `aliases: [${scalar(id)}]` : 'aliases: []',
    ...(above ? [`parent: ${scalar(above.id)}`] : needs('parent') ? [`parent: ${other()}`] : []),
    ...(needs('order') ? ['order: 1'] : []),
    ...(role === undefined
      ? []
      : [`role: ${scalar(role)}${roles.length > 1 ? ` # ${roles.join(', ')}` : ''}`]),
    ...fields.flatMap((field) => writeField(field, id, today, world)),
    needs('relations')
      ? `relations: [{ type: ${scalar(firstType(collection, world))}, to: ${other()} }]`
      : 'relations: []',
    ...(needs('sources') ? [`sources: [${scalar(source ?? id)}]`] : []),
  ];
  return `---\n${lines.join('\n')}\n---\n\n## ${words.heading}\n\n`;
}

/** What the schema of a collection's front matter is called, beside that of `atlas.yaml`. */
export function schemaName({ name, class: ascii }: Pick<Collection, 'name' | 'class'>): string {
  return `${/^[\p{L}\p{N}_-]+$/u.test(name) ? name : ascii}.schema.json`;
}

/** A relation that notes of the collection may write. */
function firstType({ name }: Collection, { subject: { relations } }: NoteWorld): string {
  const possible = relations.all.filter(({ isWritten, from }) => isWritten && (!from || from.includes(name)));
  return possible[0]?.type ?? relations.written[0] ?? 'related';
}

function writeField(field: Field, id: string, today: string, world: NoteWorld): string[] {
  if (field.type === 'object') {
    const inner = field.fields
      .filter(({ isRequired, isList }) => isRequired || isList)
      .map((item) => `${key(item.name)}: ${item.isRequired ? sample(item, id, today, world) : '[]'}`)
      .join(', ');
    return field.isList ? [`${key(field.name)}:`, `  - { ${inner} }`] : [`${key(field.name)}: { ${inner} }`];
  }
  const value = sample(field, id, today, world);
  const choice = field.type === 'select' ? field.options.map((option) => option.value).join(', ') : '';
  // A text says itself what is asked for.
  const isSaid = value === scalar(field.hint ?? field.label);
  const remark = [isSaid ? '' : (field.hint ?? ''), choice].filter(Boolean).join(': ');
  return [`${key(field.name)}: ${field.isList ? `[${value}]` : value}${remark && ` # ${remark}`}`];
}

/** A value that the check accepts. */
function sample(field: Field, id: string, today: string, world: NoteWorld): string {
  if (field.default !== undefined)
    return field.type === 'number' || field.type === 'boolean' ? field.default : scalar(field.default);
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
    case 'source':
      return scalar(world.sourceById.keys().next().value ?? id);
    default:
      return scalar(field.hint ?? field.label);
  }
}

/** A note that the field may name; rather one that is no collection's map. */
function findExample(field: Pick<Field, 'collection'>, { notes, subject }: NoteWorld): string | undefined {
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
    !/^(?:true|false|null|yes|no|[\d.]+|\d[\d.]*e\d+|0[ox][\da-f]+)$/iu.test(text)
    ? text
    : JSON.stringify(text);
}

/** A field's name as YAML takes it. */
function key(name: string): string {
  return scalar(name);
}
