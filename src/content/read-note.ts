import { problemsWords } from '#words';
import { emptyOutline, type Note, type NoteCollection } from '../knowledge/note.ts';
import type { Problem } from '../knowledge/problem.ts';
import { type CollectionName, noteSchemas, plainNote, relationTypes } from '../knowledge/schema.ts';
import { firstSentences, toNfc } from '../knowledge/text.ts';
import { hideComments } from '../flavours/hide-comments.ts';
import type { PrepareOptions } from '../markdown/prepare-tree.ts';
import { readOutline } from '../markdown/parse-note.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { guessHeld, readVisibility, type Visibility } from './visibility.ts';
import { describeIssue, isExistingDay } from './describe-issue.ts';

/** The collections that have a schema; any other folder holds plain notes. */
export const collectionNames = Object.keys(noteSchemas) as CollectionName[];

/** A note file on its way to becoming a note. */
export interface DraftNote {
  note: Note;
  /** The front matter as written, for Astro's own schema check. */
  data: Record<string, unknown>;
  locate: FrontMatter['locate'];
  /** The front matter could not be used: other notes may link here, but no page can be drawn. */
  isBroken: boolean;
  /** Whether it is published, and what holds it back. */
  visibility: Visibility;
}

/** Reads the front matter of one file. The outline is empty until `outlineNote`: generated blocks need all notes. */
export function readNote(
  path: string,
  text: string,
  collection: NoteCollection,
  say: (problem: Omit<Problem, 'path'>) => void,
): DraftNote {
  const front = readFrontMatter(text);
  const visibility = seeVisibility(text, front, say);
  const data = withoutFields(front.data, visibility.fields);
  for (const { line, column, message } of front.troubles) {
    say({ line, column, severity: 'error', kind: 'front-matter', message });
  }
  const format = /\.mdx$/iu.test(path) ? 'mdx' : 'md';
  const visible = hideComments(toNfc(front.body), format);
  for (const trouble of visible.troubles) {
    say({ ...trouble, line: trouble.line + front.bodyLine, kind: 'markdown' });
  }
  const withoutExtension = path.replace(/\.mdx?$/iu, '');
  const name = withoutExtension.split('/').at(-1) ?? withoutExtension;
  const place: NotePlace = {
    path,
    format,
    collection,
    id: collection === 'note' ? withoutExtension : name,
    address: collection === 'note' ? withoutExtension : `${collection}/${name}`,
    body: visible.body,
    bodyLine: front.bodyLine,
    outline: emptyOutline(),
  };
  const own = collection === 'note' ? null : noteSchemas[collection];
  const result = (own ?? plainNote).safeParse(data);
  const isBroken = front.troubles.length > 0 || !result.success;
  if (!result.success && !front.troubles.length) {
    for (const issue of result.error.issues) {
      for (const { path: field, kind, message } of describeIssue(issue, data, collection)) {
        say({ ...front.locate(field), severity: 'error', kind, message });
      }
    }
  }
  const fields = (result.success ? result.data : data) as Record<string, unknown>;
  const note =
    collection === 'note' ? plainFields(place, fields, name, front, say) : ownFields(place, fields, name);
  return { note, data, locate: front.locate, isBroken, visibility };
}

function seeVisibility(
  text: string,
  front: FrontMatter,
  say: (problem: Omit<Problem, 'path'>) => void,
): Visibility {
  const read = readVisibility(front.data);
  if (read.doubtful !== undefined) {
    const message = problemsWords().visibility.doubtful(read.doubtful);
    say({ ...front.locate([read.doubtful]), severity: 'warning', kind: 'front-matter', message });
  }
  const guessed = front.troubles.length ? guessHeld(text) : null;
  return guessed === null || read.kind === 'held' ? read : { kind: 'held', by: guessed, fields: [] };
}

function withoutFields(data: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([field]) => !fields.includes(field)));
}

type NotePlace = Pick<
  Note,
  'path' | 'format' | 'collection' | 'id' | 'address' | 'body' | 'bodyLine' | 'outline'
>;

const commonFields = new Set([
  'title',
  'english',
  'summary',
  'asOf',
  'reviewBy',
  'tags',
  'aliases',
  'parent',
  'order',
  'relations',
  'sources',
  'covers',
]);

function ownFields(place: NotePlace, fields: Record<string, unknown>, name: string): Note {
  const list = <Item>(value: unknown) => (Array.isArray(value) ? (value as Item[]) : []);
  const text = (key: string) => (typeof fields[key] === 'string' ? { [key]: fields[key] } : {});
  return {
    ...place,
    title: typeof fields['title'] === 'string' ? fields['title'] : name,
    summary: typeof fields['summary'] === 'string' ? fields['summary'] : '',
    ...text('english'),
    ...text('asOf'),
    ...text('reviewBy'),
    ...text('parent'),
    ...(typeof fields['order'] === 'number' ? { order: fields['order'] } : {}),
    tags: list<string>(fields['tags']),
    aliases: list<string>(fields['aliases']),
    relations: list<Note['relations'][number]>(fields['relations']).filter(
      (item) => typeof item?.to === 'string' && (relationTypes as readonly string[]).includes(item.type),
    ),
    sources: list<string>(fields['sources']),
    covers: list<Note['covers'][number]>(fields['covers']),
    fields: Object.fromEntries(Object.entries(fields).filter(([key]) => !commonFields.has(key))),
  };
}

function plainFields(
  place: NotePlace,
  fields: Record<string, unknown>,
  name: string,
  front: FrontMatter,
  say: (problem: Omit<Problem, 'path'>) => void,
): Note {
  const text = (key: string) => {
    const value = fields[key];
    return typeof value === 'string' && value.trim() ? value.trim().replace(/\s+/gu, ' ') : undefined;
  };
  const names = (key: string) =>
    (Array.isArray(fields[key]) ? (fields[key] as unknown[]) : [])
      .map((item) => (typeof item === 'string' ? item : nameOf(item)))
      .filter((item) => item !== '');
  const heading = /^#\s+(.+?)\s*#*$/mu.exec(place.body.replace(/^(`{3,}|~{3,})[^]*?^\1/gmu, ''))?.[1];
  const title = text('title') ?? heading?.replace(/[*_`]/gu, '') ?? name.replace(/^\d{4}-\d{2}-\d{2}-/u, '');
  const date = text('date')?.slice(0, 10);
  if (date !== undefined && !isExistingDay(date)) {
    say({
      ...front.locate(['date']),
      severity: 'warning',
      kind: 'date',
      message: `"${text('date') ?? ''}"은 날짜(YYYY-MM-DD)로 읽을 수 없어 싣지 않습니다`,
    });
  }
  return {
    ...place,
    title,
    summary: text('description') ?? '',
    ...(date !== undefined && isExistingDay(date) ? { asOf: date } : {}),
    tags: [...new Set(names('tags').map((tag) => tag.replace(/^\/+|\/+$/gu, '')))].filter(Boolean),
    aliases: [],
    relations: [],
    sources: [],
    covers: [],
    fields: { authors: names('authors') },
  };
}

function nameOf(item: unknown): string {
  if (item === null || typeof item !== 'object') return '';
  const { name, label, title } = item as Record<string, unknown>;
  const found = name ?? label ?? title;
  return typeof found === 'string' ? found : '';
}

/** Fills in the outline, and the summary of a plain note that has none: its first sentences. */
export function outlineNote(note: Note, generate: PrepareOptions['generate']): void {
  note.outline = readOutline(note.body, note.format, {
    title: note.title,
    ...(generate ? { generate } : {}),
  });
  if (note.collection === 'note' && !note.summary) {
    const firstBody = note.outline.sections.find((section) => section.body)?.body ?? '';
    const lead = note.outline.text.split('\n').find((line) => line.length > 20) ?? firstBody;
    note.summary = firstSentences(lead, 140);
  }
}
