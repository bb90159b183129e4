import { problemsWords } from '#words';
import { emptyOutline, type Note, type NoteCollection } from '../knowledge/note.ts';
import type { Problem } from '../knowledge/problem.ts';
import { type CollectionName, noteSchemas, relationTypes } from '../knowledge/schema.ts';
import { firstSentences, toNfc } from '../knowledge/text.ts';
import { recall } from '../store/recall.ts';
import { mayEmbed } from '../flavours/embeds.ts';
import { hideComments } from '../flavours/hide-comments.ts';
import type { PrepareOptions } from '../markdown/prepare-tree.ts';
import { type ParseOptions, readOutline } from '../markdown/parse-note.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { guessHeld, readVisibility, type Visibility } from './visibility.ts';
import { describeIssue } from './describe-issue.ts';
import { readPlainFields } from './plain-fields.ts';

/** The collections that have a schema; any other folder holds plain notes. */
export const collectionNames = Object.keys(noteSchemas) as CollectionName[];

/** A note file on its way to becoming a note. */
export interface DraftNote {
  note: Note;
  /** The front matter as written, for Astro's own schema check; of a plain note nothing is left to check. */
  data: Record<string, unknown>;
  locate: FrontMatter['locate'];
  /** The front matter could not be used: other notes may link here, but no page can be drawn. */
  isBroken: boolean;
  /** Comments were taken out of its text. */
  hasComments: boolean;
  /** Whether it is published, and what holds it back. */
  visibility: Visibility;
}

/**
 * Reads the front matter of one file. The outline is empty until `outlineNote`: generated blocks need all notes.
 * @param isStrict a front matter that cannot be read is an error; else the note is shown without it
 */
export function readNote(
  path: string,
  text: string,
  collection: NoteCollection,
  isStrict: boolean,
  say: (problem: Omit<Problem, 'path'>) => void,
): DraftNote {
  const front = readFrontMatter(text, { isLenient: collection === 'note' && !isStrict });
  const visibility = seeVisibility(text, front, say);
  const data = withoutFields(front.data, visibility.fields);
  for (const { line, column, message } of front.troubles) {
    say({ line, column, severity: 'error', kind: 'front-matter', message });
  }
  const format = /\.mdx$/iu.test(path) ? 'mdx' : 'md';
  const written = toNfc(front.body);
  const visible = recall('comments', [format, written], () => hideComments(written, format));
  const hasComments = visible.body !== written;
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
  if (collection === 'note') {
    const note = plainNote(place, data, front.locate, say);
    const isBroken = isStrict && front.troubles.length > 0;
    return { note, data: {}, locate: front.locate, isBroken, hasComments, visibility };
  }
  const result = noteSchemas[collection].safeParse(data);
  const isBroken = front.troubles.length > 0 || !result.success;
  if (!result.success && !front.troubles.length) {
    for (const issue of result.error.issues) {
      for (const { path: field, kind, message } of describeIssue(issue, data, collection)) {
        say({ ...front.locate(field), severity: 'error', kind, message });
      }
    }
  }
  const fields = (result.success ? result.data : data) as Record<string, unknown>;
  return {
    note: ownFields(place, fields, name),
    data,
    locate: front.locate,
    isBroken,
    hasComments,
    visibility,
  };
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

function plainNote(
  place: NotePlace,
  data: Record<string, unknown>,
  locate: FrontMatter['locate'],
  say: (problem: Omit<Problem, 'path'>) => void,
): Note {
  const { title = '', summary = '', authors, ...fields } = readPlainFields(data, relationTypes, locate, say);
  return { ...place, title, summary, ...fields, covers: [], fields: { authors } };
}

/**
 * Fills in the outline; and for a note that does not say them, its title (the first h1, else the file's name) and its
 * summary (its first sentences).
 * @param fileName what its file is called, without number and extension
 */
export function outlineNote(
  note: Note,
  fileName: string,
  options: ParseOptions & Pick<PrepareOptions, 'generate' | 'flavour'>,
): void {
  const { body, format, title: given } = note;
  const { generate, flavour } = options;
  const runs = format === 'mdx' && Boolean(options.runs);
  const read = () => readOutline(body, format, { title: given, ...options });
  // What a generated block or an embed holds is made from the other notes.
  const isOfItsOwn = (!generate || !body.includes('::')) && !mayEmbed(body);
  const inputs = [body, format, given, String(runs), String(flavour?.isDocumentation)];
  const { outline, title } = isOfItsOwn ? recall('outline', inputs, read) : read();
  note.outline = outline;
  note.tags = [...new Set([...note.tags, ...outline.tags])];
  // A file's name may begin with the day of the note.
  note.title ||= title || fileName.replace(/^\d{4}-\d{2}-\d{2}[-_ ]+(?=\S)/u, '');
  if (note.collection === 'note' && !note.summary) {
    const firstBody = note.outline.sections.find((section) => section.body)?.body ?? '';
    const lead = note.outline.text.split('\n').find((line) => line.length > 20) ?? firstBody;
    note.summary = firstSentences(lead, 140);
    note.isSummaryMade = true;
  }
}
