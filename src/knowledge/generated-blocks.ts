/**
 * Markdown made from typed data: the tables and maps that `atlas.yaml` declares. It goes through the same parser, check
 * and pages as what authors write, so a table and the notes it speaks of cannot disagree.
 */
import { outputsWords } from '#words';
import { type Field, findCollection, type Table } from '../subject/subject.ts';
import { writeCollectionDiagram } from './collection-diagrams.ts';
import { escapeMarkdown } from './escape-markup.ts';
import type { Note } from './note.ts';
import {
  dropPrefix,
  groupNotes,
  isOfRole,
  noteUrl,
  type NoteWorld,
  type PathValue,
  readPath,
  shortName,
} from './read-path.ts';

/** What a generated block needs to know of the library. */
export type BlockData = NoteWorld;

/** The names that `::table{of="…"}` and `::diagram{of="…"}` accept. */
export function blockNames({ subject }: Pick<NoteWorld, 'subject'>): { table: string[]; diagram: string[] } {
  return {
    table: subject.collections.flatMap(({ tables }) => tables.map(({ name }) => name)),
    diagram: subject.collections.flatMap(({ name, map }) => (map ? [name] : [])),
  };
}

/** Whether a note may show blocks that are made from other notes. */
export function mayHoldBlocks(body: string): boolean {
  return /::(?:table|diagram)\b/u.test(body);
}

/** The Markdown of a generated block, or null for a name that does not exist. */
export function writeBlock(name: 'table' | 'diagram', of: string, data: BlockData): string | null {
  if (name === 'diagram') {
    const collection = data.subject.collections.find((candidate) => candidate.name === of);
    if (!collection?.map) return null;
    const diagram = writeCollectionDiagram(collection, data);
    return diagram ? fence(diagram.code, diagram.title) : '';
  }
  const table = data.subject.collections
    .flatMap(({ tables }) => tables)
    .find((candidate) => candidate.name === of);
  return table ? writeTable(table, data) : null;
}

/** A row's note, and the item of the list field that it is made of. */
interface Row {
  note: Note;
  item?: unknown;
  /** The first of its note; the note is not named again below it. */
  isFirst: boolean;
}

function writeTable(table: Table, data: BlockData): string {
  const collection = findCollection(data.subject, table.collection);
  const notes = data.notes.filter(
    (note) => note.collection === table.collection && isOfRole(note, table.roles),
  );
  const rowsOf = (note: Note): Row[] => {
    if (table.rows === undefined) return [{ note, isFirst: true }];
    const items = note.fields[table.rows];
    return (Array.isArray(items) ? (items as unknown[]) : []).map((item, index) => ({
      note,
      item,
      isFirst: index === 0,
    }));
  };
  const paths = table.columns.map(({ path }) => path);
  const linked = Math.max(
    0,
    paths.includes('title') ? paths.indexOf('title') : paths.findIndex((path) => path !== table.group?.path),
  );
  // A blank cell reads "as above"; where it could be taken for that, what is missing is a dash.
  const isBlankAsAbove = table.group !== undefined || table.rows !== undefined;
  const cell = ({ note, item, isFirst }: Row, path: string, place: number) => {
    const isOfNote = !path.startsWith(`${table.rows ?? ''}.`);
    if (table.rows !== undefined && isOfNote && !isFirst) return '';
    const values = readPath(note, path, data, isOfNote ? undefined : item);
    const text =
      path === 'title'
        ? escapeMarkdown(dropPrefix(note.title, collection.drop))
        : values.map((value) => writeValue(value, place === linked)).join(', ');
    if (place === linked) return linkTo(note, text || escapeMarkdown(note.title));
    return text || (isBlankAsAbove || place < linked ? '—' : '');
  };
  const write = (row: Row) => paths.map((path, place) => cell(row, path, place));
  const { group } = table;
  const lines = group
    ? groupNotes(notes, group, data, true).flatMap(({ notes: members, label }) =>
        members.flatMap(rowsOf).map((row, index) =>
          write(row).map((text, place) => {
            if (paths[place] !== group.path) return text;
            return index === 0 ? escapeMarkdown(label) || '—' : '';
          }),
        ),
      )
    : notes.flatMap(rowsOf).map(write);
  return writeRows(
    table.title,
    table.columns.map(({ heading, path }) => ({ heading, isNumber: isNumber(path, collection.fields) })),
    lines,
  );
}

/** Whether a path leads to one number, which is compared digit by digit. */
function isNumber(path: string, fields: readonly Field[]): boolean {
  const [name, ...inner] = path.split('.');
  const field = fields.find((candidate) => candidate.name === name);
  if (inner.length) return isNumber(inner.join('.'), field?.fields ?? []);
  return field?.type === 'number' && !field.isList;
}

function writeValue(value: PathValue, isInLink: boolean): string {
  if (value.kind === 'note')
    return isInLink
      ? escapeMarkdown(shortName(value.note))
      : linkTo(value.note, escapeMarkdown(shortName(value.note)));
  return escapeMarkdown(value.kind === 'option' ? value.option.label : value.text);
}

/** @param text Markdown already */
function linkTo(note: Note, text: string): string {
  return `[${text}](${noteUrl(note)})`;
}

/** @param rows cells as Markdown */
function writeRows(
  caption: string,
  head: readonly { heading: string; isNumber: boolean }[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/gu, '\\|').replace(/\s*\n\s*/gu, ' ')).join(' | ')} |`;
  return [
    outputsWords().tableCaption(escapeMarkdown(caption)),
    '',
    line(head.map(({ heading }) => escapeMarkdown(heading))),
    line(head.map(({ isNumber: isRight }) => (isRight ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

function fence(code: string, title: string): string {
  return `\`\`\`mermaid title="${title.replaceAll('"', '’')}" generated\n${code}\n\`\`\``;
}
