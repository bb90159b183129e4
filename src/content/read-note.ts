import { problemsWords } from '#words';
import { emptyOutline, type Note } from '../knowledge/note.ts';
import { mayHoldBlocks } from '../knowledge/generated-blocks.ts';
import type { Problem } from '../knowledge/problem.ts';
import { firstSentences, foldWord, toNfc } from '../knowledge/text.ts';
import { readPageName } from '../knowledge/logseq-pages.ts';
import { recall } from '../store/recall.ts';
import { mayEmbed } from '../flavours/embeds.ts';
import { readExcalidraw } from '../flavours/excalidraw.ts';
import { isPandocFile, readFencedDivs } from '../flavours/fenced-divs.ts';
import { hideComments } from '../flavours/hide-comments.ts';
import { showIncludes } from '../flavours/includes.ts';
import { isNotionPage } from '../flavours/notion.ts';
import { addSharedImports } from '../flavours/partials.ts';
import { addSharedDefinitions } from '../flavours/shared-definitions.ts';
import { readTemplateTags, showTabs } from '../flavours/template-tags.ts';
import { resolveAliases } from '../flavours/path-aliases.ts';
import { readUnfencedDiagrams } from '../flavours/unfenced-diagrams.ts';
import type { PrepareOptions } from '../markdown/prepare-tree.ts';
import { looksLikeMdx, type ParseOptions, readOutline } from '../markdown/parse-note.ts';
import { knownKeys, type NoteSchema } from '../subject/compile-schema.ts';
import { builtInProperties, type Collection, type Field, type Subject } from '../subject/subject.ts';
import { readDeclaredFields, spellNumbers } from './declared-fields.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { isPropertyLine, listShownKeys, readPageProperties } from '../flavours/property-lines.ts';
import { findShownFolder } from './read-shown-folders.ts';
import {
  findHeldInText,
  foldKey,
  guessHeld,
  holdEarlyPost,
  readPropertyLines,
  readVisibility,
  type Visibility,
} from './visibility.ts';
import { today } from '../site.ts';
import { looksLikeFields } from './visibility-words.ts';
import { copyOutline, createReadingMemory, type ReadingMemory } from './reading-memory.ts';
import type { Inherited } from './inherited-fields.ts';
import { describeIssue } from './describe-issue.ts';
import { findLinkProperties, writeLinkProperties } from './link-properties.ts';
import { readCellSetting, type Tools } from './recognise-tools.ts';
import { locateRelations } from './locate-relations.ts';
import { plainFieldNames, readPlainFields } from './plain-fields.ts';
import { readHero, writeHero } from './read-hero.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';

/** A note file on its way to becoming a note. */
export interface DraftNote {
  note: Note;
  /** The front matter, for Astro's own check by the same schema. */
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
 * Where the subject is strict, a front matter that does not fit is an error; else the note is shown without what is wrong.
 */
export function readNote(
  path: string,
  text: string,
  collection: Collection,
  {
    subject,
    schema,
    tools,
    inherited = {},
  }: {
    subject: Subject;
    schema: NoteSchema;
    tools?: Pick<
      Tools,
      | 'aliases'
      | 'isLiquid'
      | 'isMyst'
      | 'hidesCells'
      | 'isDocumentation'
      | 'sharedDefinitions'
      | 'sharedImports'
      | 'siteValues'
      | 'shownFolders'
    >;
    /** What the note's folders say of all notes in them, asked only whether it is published. */
    inherited?: Inherited;
  },
  say: (problem: Omit<Problem, 'path'>) => void,
): DraftNote {
  const { isStrict } = subject;
  const isDeclared = collection !== subject.plain;
  const isExact = isStrict && isDeclared;
  const front = readFrontMatter(text, { isLenient: !isStrict });
  const declared = new Set(
    isDeclared ? knownKeys(schema, front.data['role']) : collection.fields.map(({ name }) => name),
  );
  const visibility = holdEarlyPost(
    seeVisibility(text, front, { declared, inherited, isExport: isNotionPage(path) }, say),
    path,
    front.data,
    today(),
    findShownFolder(path, tools?.shownFolders)?.collection !== undefined,
  );
  const data = hideInFields(withoutFields(front.data, visibility.fields)) as Record<string, unknown>;
  for (const { line, column, message } of front.troubles) {
    say({ line, column, severity: 'error', kind: 'front-matter', message });
  }
  for (const doubt of front.doubts ?? []) say({ ...doubt, severity: 'warning', kind: 'front-matter' });
  const hasHead = front.bodyLine > 0 && text.startsWith('---');
  const [head = ''] = hasHead ? text.split(/\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/u, 1) : [];
  for (const { 1: lead = '', 2: name = '', index } of head.matchAll(cutAtHash)) {
    const place = { line: head.slice(0, index).split('\n').length, column: lead.length + 1 };
    say({
      ...place,
      severity: 'warning',
      kind: 'front-matter',
      message: problemsWords().fields.cutAtHash(name),
    });
  }
  const format = /\.mdx$/iu.test(path) || (!isStrict && looksLikeMdx(front.body)) ? 'mdx' : 'md';
  const written = format === 'md' ? showTabs(showIncludes(toNfc(front.body))) : toNfc(front.body);
  const hiding = {
    isMyst: tools?.isMyst ?? false,
    isDocumentation: tools?.isDocumentation ?? false,
    hidesCells: readCellSetting(front.data) ?? tools?.hidesCells ?? false,
  };
  // Most notes hold no comment: remembering their text once more would take longer than all else about it.
  const { hidden, troubles } = recall('comments', [format, written, JSON.stringify(hiding)], () => {
    const { body, troubles } = hideComments(written, format, hiding);
    return { troubles, ...(body === written ? {} : { hidden: body }) };
  });
  const visible = { body: hidden ?? written, troubles };
  const hasComments = hidden !== undefined;
  for (const trouble of visible.troubles) {
    say({ ...trouble, line: trouble.line + front.bodyLine, kind: 'markdown' });
  }
  const shown = readUnfencedDiagrams(resolveAliases(visible.body, tools?.aliases));
  const { name, id, address } = nameNote(path, collection);
  const place: NotePlace = {
    path,
    format,
    collection: collection.name,
    id,
    address,
    body:
      format === 'md'
        ? addSharedDefinitions(
            readTemplateTags(readFencedDivs(shown, isPandocFile(path)), tools?.isLiquid, tools?.siteValues),
            tools?.sharedDefinitions ?? '',
          )
        : addSharedImports(shown, tools?.sharedImports),
    bodyLine: front.bodyLine,
    outline: emptyOutline(),
  };
  if (!isExact) {
    const inText = readPageProperties(readPropertyLines(front.body));
    const linking = findLinkProperties(data, new Set(collection.fields.map(({ name }) => name)));
    const plainData = withoutFields(
      data,
      linking.map(({ field }) => field),
    );
    const read = readLeniently({ ...inText, ...plainData }, collection, subject, schema, front.locate, say);
    const isBroken = isStrict && front.troubles.length > 0;
    if (data['excalidraw-plugin'] !== undefined) {
      place.body = readExcalidraw(place.body);
      const message = problemsWords().canvas.excalidraw;
      say({ line: 1, column: 1, severity: 'warning', kind: 'file', message });
    }
    const hero = readHero(data);
    if (hero && !linking.length) Object.assign(place, writeHero(hero, place));
    read.note.title ||= hero?.title ?? '';
    read.note.summary ||= hero?.summary ?? '';
    const text = writeLinkProperties(linking, place, (field) => front.locate([field]).line);
    return {
      note: { ...place, ...text, ...read.note },
      data: read.data,
      locate: locateRelations(front.locate, data['relations'], read.note.relations),
      isBroken,
      hasComments,
      visibility,
    };
  }
  const result = schema.safeParse(data);
  const isBroken = front.troubles.length > 0 || !result.success;
  if (!result.success && !front.troubles.length) {
    for (const issue of result.error.issues) {
      for (const { path: field, kind, message } of describeIssue(issue, data, (at) =>
        knownKeys(schema, data['role'], at),
      )) {
        say({ ...front.locate(field), severity: 'error', kind, message });
      }
    }
  }
  const fields = result.success ? result.data : data;
  // Read again only where something is a number: read strictly, it no longer says how it was written.
  const spelled = hasNumber(collection.fields)
    ? spellNumbers(fields, collection.fields, readFrontMatter(text, { isLenient: true }).data)
    : fields;
  const note = ownFields(place, spelled, name, collection, subject);
  return {
    note,
    data,
    locate: locateRelations(front.locate, data['relations'], note.relations),
    isBroken,
    hasComments,
    visibility,
  };
}

function hasNumber(fields: readonly Field[]): boolean {
  return fields.some(({ type, fields: inner }) => type === 'number' || hasNumber(inner));
}

/** A text that goes on behind a `#` without a blank (`title: Update #2`), which YAML takes for a comment. */
const cutAtHash =
  /^((title|subtitle|summary|description)[^\S\n]*:[^\S\n]+[^\s"'[{|>&*!#][^\n]*?\s)#[^\s#]/gmu;

function seeVisibility(
  text: string,
  front: FrontMatter,
  around: Parameters<typeof seeText>[2],
  say: (problem: Omit<Problem, 'path'>) => void,
): Visibility {
  const read = seeText(text, front, around);
  if (read.doubtful !== undefined) {
    const message = problemsWords().visibility.doubtful(read.doubtful);
    say({ ...front.locate([read.doubtful]), severity: 'warning', kind: 'front-matter', message });
  }
  return read;
}

/** Whether a text is published, by all that it says of itself: fields, lines of properties, what looks like fields. */
export function seeText(
  text: string,
  front: Pick<FrontMatter, 'data' | 'body' | 'bodyLine' | 'troubles'>,
  {
    declared = new Set(),
    inherited = {},
    isExport = false,
  }: {
    declared?: ReadonlySet<string>;
    inherited?: Inherited;
    /** A page of Notion, whose properties stand as lines below its title. */
    isExport?: boolean;
  } = {},
): Visibility {
  const lines = readPropertyLines(front.body);
  const own = new Set([...Object.keys(front.data), ...Object.keys(lines)].map(foldKey));
  const given = Object.entries(inherited).filter(([field]) => !own.has(foldKey(field)));
  const said = Object.fromEntries(given.map(([field, { value }]) => [field, value]));
  const read = readVisibility({ ...said, ...front.data }, today(), declared);
  if (read.kind === 'held') {
    const { by = '' } = read;
    const file = given.find(([field]) => by.startsWith(`${field}:`) || by.startsWith(`${field}.`))?.[1].file;
    return file === undefined ? read : { ...read, by: `${file}, ${by}` };
  }
  const inText = readVisibility(lines, today(), declared);
  if (inText.kind === 'held') return { ...inText, fields: read.fields };
  const unread = front.troubles.length ? text : front.bodyLine === 0 ? headOf(text) : '';
  const isProse = !front.troubles.length && !looksLikeFields.test(unread);
  const listed = isExport ? (/^# [^\n]*\n\n((?:[^\n:]{1,60}: [^\n]*\n)+)/u.exec(front.body)?.[1] ?? '') : '';
  const guessed =
    (unread ? guessHeld(unread, today(), isProse) : null) ??
    guessHeld(listed, today()) ??
    findHeldInText(front.body, today());
  return guessed === null ? read : { kind: 'held', by: guessed, fields: [] };
}

/**
 * What stands at the top of a text like fields, although no reader of front matter takes it for that: below a comment,
 * between longer lines, without lines around it.
 */
function headOf(text: string): string {
  const lines = text.slice(0, 4000).split('\n');
  const end = lines.findIndex(
    (line) =>
      !/^\s*(?:<!--.*-->|\[(?:\/\/|comment)\]:.*|<!--|-->|-{2,}|\*{3,}|\+{3,}|;{3,}|(?:\.\.\s+|#\+)?["']?[\p{L}\p{N}_-]+["']?\s*[:=：].*)?\s*$/u.test(
        line,
      ),
  );
  return lines.slice(0, end < 0 ? undefined : end).join('\n');
}

function withoutFields(data: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  const left = new Set(fields);
  return Object.fromEntries(Object.entries(data).filter(([field]) => !left.has(field)));
}

/** Fields without the comments that stand in their texts. */
export function hideInFields(value: unknown): unknown {
  if (typeof value === 'string')
    // A value that no comment stands in keeps its ends.
    return hideComments(value, 'md').body === value ? value : hideComments(value, 'md').body.trim();
  if (Array.isArray(value)) return value.map(hideInFields);
  if (value instanceof Map) return new Map([...value].map(([key, inner]) => [key, hideInFields(inner)]));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hideInFields(inner)]));
}

/** What the path of a note's file makes of it in its collection; a plain note's address may still change (`placeNotes`). */
export function nameNote(
  path: string,
  { folder }: Collection,
): { name: string; id: string; address: string } {
  const bare = toNfc(path).replace(noteEnding, '');
  const name = bare.split('/').at(-1) ?? bare;
  return folder ? { name, id: name, address: `${folder}/${name}` } : { name, id: bare, address: bare };
}

type NotePlace = Pick<
  Note,
  'path' | 'format' | 'collection' | 'id' | 'address' | 'body' | 'bodyLine' | 'outline'
>;

const builtIns = new Set<string>(builtInProperties);

function ownFields(
  place: NotePlace,
  fields: Record<string, unknown>,
  name: string,
  collection: Collection,
  { relations }: Subject,
): Note {
  const list = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : []);
  // What does not fit has been reported: it costs only itself.
  const texts = (value: unknown) => list(value).filter((item) => typeof item === 'string');
  const text = (key: string) => (typeof fields[key] === 'string' ? { [key]: fields[key] } : {});
  const own = Object.fromEntries(Object.entries(fields).filter(([key]) => !builtIns.has(key)));
  return {
    ...place,
    title: typeof fields['title'] === 'string' ? fields['title'] : name,
    summary: typeof fields['summary'] === 'string' ? fields['summary'] : '',
    ...text('english'),
    ...text('asOf'),
    ...text('reviewBy'),
    ...text('parent'),
    ...(typeof fields['order'] === 'number' ? { order: fields['order'] } : {}),
    tags: texts(fields['tags']),
    aliases: texts(fields['aliases']),
    relations: (list(fields['relations']) as (Note['relations'][number] | null)[]).filter(
      (item): item is Note['relations'][number] =>
        item !== null &&
        typeof item.to === 'string' &&
        (relations.isOpen || relations.written.includes(item.type)),
    ),
    sources: texts(fields['sources']),
    ...namedFields(own, collection),
    fields: own,
  };
}

/** What the code knows by a name of its own, whatever the author calls it. */
function namedFields(
  fields: Readonly<Record<string, unknown>>,
  collection: Collection,
): Pick<Note, 'role' | 'short' | 'definition' | 'fieldSources'> {
  const named = (wanted: 'short' | 'definition') => {
    const field = collection.fields.find((candidate) => candidate.as === wanted);
    const value = field && fields[field.name];
    return typeof value === 'string' ? { [wanted]: value } : {};
  };
  const sources = namedSources(collection.fields, fields);
  return {
    ...(typeof fields['role'] === 'string' ? { role: fields['role'] } : {}),
    ...named('short'),
    ...named('definition'),
    ...(sources.length ? { fieldSources: sources } : {}),
  };
}

function namedSources(fields: readonly Field[], values: Readonly<Record<string, unknown>>): string[] {
  return fields.flatMap((field) =>
    [values[field.name]].flat().flatMap((value) => {
      if (field.type === 'object')
        return namedSources(field.fields, (value ?? {}) as Record<string, unknown>);
      return field.type === 'source' && typeof value === 'string' ? [value] : [];
    }),
  );
}

/** Built-in properties under the names that tools give them, and the collection's own fields as far as they fit. */
function readLeniently(
  data: Record<string, unknown>,
  collection: Collection,
  { relations, plain }: Subject,
  schema: NoteSchema,
  locate: FrontMatter['locate'],
  say: (problem: Omit<Problem, 'path'>) => void,
): { note: Omit<Note, keyof NotePlace>; data: Record<string, unknown> } {
  // A name that the subject declares is the subject's: a ship's `weight` is no place among its siblings.
  const declared = collection.fields.map(({ name }) => name);
  const { authors, ...known } = readPlainFields(
    withoutFields(data, declared),
    relations.isOpen ? null : relations.written,
    locate,
    say,
  );
  const own = readDeclaredFields(data, collection, schema, plainFieldNames, locate, say);
  for (const name of collection.required) {
    const value = known[name as keyof typeof known];
    const isMissing = value === undefined || (Array.isArray(value) && !value.length);
    if (isMissing && name !== 'title')
      say({
        ...locate([name]),
        severity: 'warning',
        kind: 'front-matter',
        message: problemsWords().fields.missing(name),
      });
  }
  return {
    note: {
      ...known,
      title: known.title ?? '',
      summary: known.summary ?? '',
      ...namedFields(own, collection),
      fields: {
        ...spellNumbers(own, collection.fields, data),
        ...(authors.length || collection === plain ? { authors } : {}),
      },
    },
    data: { ...known, ...own },
  };
}

/**
 * Fills in the outline; and for a note that does not say them, its title (the first h1, else the file's name) and its
 * summary (its first sentences).
 * @param fileName what its file is called, without number and extension
 */
export function outlineNote(
  note: Note,
  fileName: string,
  options: ParseOptions & Pick<PrepareOptions, 'generate' | 'blockNames' | 'flavour'>,
  { outlines }: Pick<ReadingMemory, 'outlines'> = createReadingMemory(),
): void {
  const { body, format, title: given } = note;
  const { flavour } = options;
  const runs = format === 'mdx' && Boolean(options.runs);
  // A file of a post begins with its day (`2026-01-05-소식`); where a blank follows, the day is a word of the name.
  const name = readPageName(fileName.replace(/^\d{4}-\d{2}-\d{2}[-_]+(?=\S)/u, ''));
  const inputs = [
    body,
    format,
    given || `~${name}`,
    String(runs),
    String(flavour?.isDocumentation),
    String(flavour?.isVault),
    String(flavour?.isLogseq),
    String(flavour?.isDendron),
    String(flavour?.hasAutorefs),
    String(flavour?.breaksLines),
  ];
  const all = [...inputs, note.summary, ...note.tags, fileName];
  const known = outlines.get(note.path);
  if (known?.inputs.length === all.length && known.inputs.every((input, index) => input === all[index])) {
    const { title, summary, isSummaryMade, tags, outline } = known;
    Object.assign(note, {
      title,
      summary,
      tags,
      outline: copyOutline(outline),
      ...(isSummaryMade && { isSummaryMade }),
    });
    return;
  }
  const read = () => {
    const found = readOutline(body, format, { title: given, ...options });
    // The page drops a heading that repeats the title, also where the file's name is the title.
    const isNamed =
      !given && !found.title && foldWord(found.outline.sections[0]?.text ?? '') === foldWord(name);
    return isNamed ? readOutline(body, format, { ...options, title: name }) : found;
  };
  // What a generated block or an embed holds is made from the other notes.
  const isOfItsOwn = !mayHoldBlocks(body) && !mayEmbed(body);
  const { outline, title } = isOfItsOwn ? recall('outline', inputs, read) : read();
  note.outline = copyOutline(outline);
  note.tags = [...new Set([...note.tags, ...outline.tags])];
  // A heading that a template has not filled in is no title.
  note.title ||= /^(?:<%.*%>|\{\{.*\}\})$/u.test(title) ? name : title || name;
  if (!note.summary) {
    const bodies = note.outline.sections.map(({ body }) => body);
    const lines = [note.outline.text, ...bodies]
      .flatMap((text) => text.split('\n'))
      .map(dropLastTags)
      .filter((line) => line.trim());
    // A list of contents at the top says no more than the headings do.
    const headings = new Set(note.outline.sections.map(({ text }) => foldWord(text)));
    const keys = listShownKeys(body);
    const isProperty = (line: string) => isPropertyLine(line) || keys.some((key) => line.startsWith(key));
    const isSaying = (line: string) =>
      !repeatsTitle(line, note.title) &&
      !isProperty(line) &&
      !headings.has(foldWord(line)) &&
      !isMark.test(line);
    // A short line says something where it is a sentence; the name of a thing of code is none, however long.
    const isLong = (line: string) =>
      (line.length > 20 && !/^[!-~]+$/u.test(line.trim())) || /^(?=.{10})\S+\s.*[.!?。]$/u.test(line.trim());
    const first = lines.find((line) => isLong(line) && isSaying(line)) ?? lines.find(isSaying);
    note.summary = firstSentences(first ?? '', 140);
    note.isSummaryMade = true;
  }
  if (!isOfItsOwn) return void outlines.delete(note.path);
  const { summary, isSummaryMade, tags } = note;
  outlines.set(note.path, {
    inputs: all,
    outline,
    title: note.title,
    summary,
    tags,
    ...(isSummaryMade && { isSummaryMade }),
  });
}

/** A line that is only another tool's tag, shown as it is written. */
const isMark = /^\s*(?:\{\{[^{}]*\}\}|\{%[^{}]*%\}|:{3,}.*|<<<\s.*|-+8<-+.*)[\s.,:;!]*$/u;

/** A line without the tags in a row at its end: they say what a note is about, and stand above it as tags. */
function dropLastTags(line: string): string {
  const words = line.trimEnd().split(/\s+/u);
  const last = words.findLastIndex((word) => !isTag.test(word));
  return words.length - last > 2 ? words.slice(0, last + 1).join(' ') : line;
}

const isTag = /^#[\p{L}_][\p{L}\p{N}_/-]*$/u;

/** Whether a line says the title again, and no more: with other signs, or a few letters beside it. */
function repeatsTitle(line: string, title: string): boolean {
  const [said, named] = [line, title].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')) as [
    string,
    string,
  ];
  return (
    said === '' ||
    said === named ||
    (said.length < named.length + 6 && (said.includes(named) || named.includes(said)))
  );
}
