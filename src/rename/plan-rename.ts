/**
 * What moving a note changes in the files of its folder: links in every convention, what front matter, the list of
 * terms, the declaration and canvases say, and a redirect. Only plans: nothing is written here.
 */
import { namesRequirement } from '../knowledge/learning-paths.ts';
import { type Note } from '../knowledge/note.ts';
import { parseMarkdown } from '../markdown/parse-note.ts';
import { type Field, findCollection, listFields, type Subject } from '../subject/subject.ts';
import { applyEdits, type Edit } from './edit.ts';
import { type Destination, findDestinations } from './find-destinations.ts';
import { follow, type RenameWorld } from './rename-world.ts';
import { editToolList } from './tool-lists.ts';
import { rewriteDestination } from './rewrite-destination.ts';
import { rewriteYaml, type YamlText } from './rewrite-yaml.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';

export interface RenamePlan {
  /** New texts by path; of the moved note by its new path. */
  texts: Map<string, string>;
  /** How many places of a file change, by its path before the move. */
  counts: Map<string, number>;
  /** Places that lead to the note, or from it, and for which no way to say so was found. */
  lost: { path: string; line: number; column: number; written: string }[];
}

export interface RenameInput {
  /** Texts by path: notes, those that are kept back too, lists and canvases. */
  files: ReadonlyMap<string, string>;
  /** Texts of what other tools list their pages in, by path. */
  toolLists: ReadonlyMap<string, string>;
  /** Where the notes lie on the disk, with `/` between names. */
  root: string;
  subject: Subject;
  termsFile: string;
  subjectFile: string;
  /** The note says itself where it was served before; not where the lock of ids knows. */
  addsRedirect: boolean;
}

export function planRename(
  input: RenameInput,
  worlds: { before: RenameWorld; after: RenameWorld },
): RenamePlan {
  const plan: RenamePlan = { texts: new Map(), counts: new Map(), lost: [] };
  const notesBefore = new Map(worlds.before.notes.map((note) => [note.path, note]));
  const notesAfter = new Map(worlds.after.notes.map((note) => [note.path, note]));
  for (const [path, text] of input.files) {
    const before = worlds.before.allMoved.find((note) => note.path === path);
    const after = before && follow(before, worlds);
    const now = after?.path ?? path;
    const from = {
      before: notesBefore.get(path) ?? at(worlds.before.moved, path),
      after: notesAfter.get(now) ?? at(worlds.after.moved, now),
    };
    let edits: Edit[];
    if (noteEnding.test(path)) edits = editNote(text, from, input.subject, worlds, plan.lost);
    else if (path === input.termsFile) edits = rewriteYaml(text, renameIn(['note'], worlds));
    else if (path === input.subjectFile) edits = rewriteYaml(text, renameDeclared(worlds, input.subject));
    else edits = editCanvas(text, from, worlds);
    let done = applyEdits(text, edits);
    if (after && input.addsRedirect && before.address !== after.address)
      done = addRedirect(done, before.address);
    if (edits.length) plan.counts.set(path, edits.length);
    if (after || done !== text) plan.texts.set(now, done);
  }
  for (const [path, text] of input.toolLists) editList(text, path, input.root, worlds, plan);
  return plan;
}

function editList(
  text: string,
  path: string,
  root: string,
  worlds: { before: RenameWorld; after: RenameWorld },
  plan: RenamePlan,
): void {
  const found = worlds.before.allMoved.map((before) =>
    editToolList(text, path, { before, after: follow(before, worlds) }, root),
  );
  const edits = found.flatMap((each) => each.edits);
  if (edits.length) {
    plan.counts.set(path, edits.length);
    plan.texts.set(path, applyEdits(text, edits));
  }
  for (const { start, written } of found.flatMap(({ lost }) => lost))
    plan.lost.push({ path, ...lineOf(text, start), written });
}

/** A file that is no note asks as a plain note at its place would. */
function at(note: Note, path: string): Note {
  return { ...note, path, id: path, address: path, collection: 'note' };
}

function editNote(
  text: string,
  from: { before: Note; after: Note },
  subject: Subject,
  worlds: { before: RenameWorld; after: RenameWorld },
  lost: RenamePlan['lost'],
): Edit[] {
  const [head = ''] =
    /^\uFEFF?(?:[^\S\n]*\r?\n)*---[^\S\n]*\r?\n[^]*?^(?:---|\.\.\.)[^\S\n]*$/mu.exec(text) ?? [];
  const opening = /^\uFEFF?\s*---[^\n]*\n/u.exec(head)?.[0] ?? '';
  const yaml = head.slice(opening.length).replace(/(?:---|\.\.\.)[^\S\n]*$/u, '');
  const references = listReferences(subject, from.before.collection);
  const edits = rewriteYaml(yaml, (field) => renameField(field, references, from, worlds)).map(
    shift(opening.length),
  );
  const body = text.slice(head.length);
  for (const place of findDestinations(body, parse(body, from.before.format))) {
    const now = rewriteDestination(place, from, worlds);
    if (now === null) continue;
    const start = head.length + place.start;
    if (now === undefined)
      lost.push({ path: from.before.path, ...lineOf(text, start), written: place.written });
    else edits.push({ start, end: head.length + place.end, text: now });
  }
  return edits;
}

function parse(body: string, format: Note['format']) {
  try {
    return parseMarkdown(body, format);
  } catch {
    return null;
  }
}

const shift =
  (by: number) =>
  (edit: Edit): Edit => ({ ...edit, start: edit.start + by, end: edit.end + by });

function lineOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** The keys under which notes of a collection name other notes: `parent`, `relations.to`, `covers`, `duty.note`. */
function listReferences(subject: Subject, collection: string): Set<string> {
  const { fields } = findCollection(subject, collection);
  const list = (field: Field, above: string): string[] =>
    field.type === 'note'
      ? [above + field.name]
      : field.fields.flatMap((inner) => list(inner, `${above}${field.name}.`));
  return new Set(['parent', ...fields.flatMap((field) => list(field, ''))]);
}

function renameField(
  { keys, value }: YamlText,
  references: ReadonlySet<string>,
  from: { before: Note; after: Note },
  worlds: { before: RenameWorld; after: RenameWorld },
): string | null {
  const isRelation = keys[0] === 'relations' && !['type', 'why', 'section'].includes(keys.at(-1) ?? '');
  if (isRelation || references.has(keys.join('.'))) return renameReference(value, from, worlds);
  if (from.before.collection === 'note' && isAddressKey(keys, value)) {
    const now = rewriteDestination({ kind: 'url', written: value, isQuoted: true }, from, worlds);
    return now ?? null;
  }
  const isLinked = /\[\[|\]\(/u.test(value);
  const isNaming = from.before.collection === 'note' && keys.length === 1 && namesRequirement(keys[0] ?? '');
  if (!isLinked && !isNaming) return null;
  return applyEdits(
    value,
    (isLinked ? findDestinations(value, null) : splitNames(value)).flatMap((place): Edit[] => {
      const now = rewriteDestination(place, from, worlds);
      return typeof now !== 'string' ? [] : [{ start: place.start, end: place.end, text: now }];
    }),
  );
}

/** Fields that hold addresses: buttons of first pages, the pages before and after this one, a page that stands for it. */
const addressKeys = /^(?:links?|href|url|to|pageRef|redirect(?:_to)?|prev|next|pagination_(?:prev|next))$/u;

/** Whether a text in front matter is an address. `next: Overview` says a word for readers. */
function isAddressKey(keys: readonly string[], value: string): boolean {
  const key = keys.at(-1) ?? '';
  return (
    addressKeys.test(key) &&
    !/\[\[|\]\(/u.test(value) &&
    (/^pagination_/u.test(key) || /\/|\.mdx?$/u.test(value))
  );
}

/** Plain names of notes in one text, `basics, other`: links of a vault without their brackets. */
function splitNames(value: string): Destination[] {
  return [...value.matchAll(/[^\s,](?:[^,]*[^\s,])?/gu)].map(({ 0: written, index: start }) => ({
    kind: 'wiki',
    ...{ start, end: start + written.length, written, isQuoted: true },
  }));
}

/** A name of the moved note in the form that its author chose: id, path, file's name, with or without brackets. */
function renameReference(
  value: string,
  from: { before: Note; after: Note },
  { before, after }: { before: RenameWorld; after: RenameWorld },
): string | null {
  const [, open = '', written = '', close = ''] = /^(\[\[)?(.*?)(\]\])?$/su.exec(value) ?? [];
  // In collections ids are names, with or without brackets.
  if (from.before.collection !== 'note' && written === before.moved.id)
    return `${open}${after.moved.id}${close}`;
  const leadsTo = (name: string) => after.findByName(name, from.after.path) === after.moved.id;
  const isNamed = written !== before.moved.id && leadsTo(written);
  if (isNamed || before.findByName(written, from.before.path) !== before.moved.id) return null;
  const path = noteEnding.test(written) ? after.moved.path : after.moved.path.replace(noteEnding, '');
  const name = path.split('/').at(-1) ?? path;
  const found = (written.includes('/') ? [path, name] : [name, path]).concat(after.moved.id).find(leadsTo);
  return `${open}${found ?? after.moved.id}${close}`;
}

const renameIn =
  (ends: readonly string[], { before, after }: { before: RenameWorld; after: RenameWorld }) =>
  ({ keys, value }: YamlText) =>
    ends.includes(keys.at(-1) ?? '') && value === before.moved.id ? after.moved.id : null;

/**
 * `atlas.yaml` names notes where a reader starts, on learning paths, in stories, for the options of a field and as what
 * a new note starts with.
 */
function renameDeclared(worlds: { before: RenameWorld; after: RenameWorld }, subject: Subject) {
  const starts = new Set(
    listFields(subject).flatMap(({ at, type }) => (type === 'note' ? [[...at, 'default'].join('\n')] : [])),
  );
  return (text: YamlText) => {
    const [first, second, third] = text.keys;
    if (first === 'collections' && third === 'story') return renameInStory(text.value, worlds);
    const names =
      (first === 'home' && second === 'start') ||
      (first === 'paths' && text.keys.includes('notes')) ||
      (text.keys.includes('options') && text.keys.at(-1) === 'note') ||
      starts.has(text.keys.join('\n'));
    return names ? renameIn([text.keys.at(-1) ?? ''], worlds)(text) : null;
  };
}

function renameInStory(
  story: string,
  { before, after }: { before: RenameWorld; after: RenameWorld },
): string | null {
  const now = story.replaceAll(/(\[\[\s*)([^|\]]+?)(?=\s*[|\]])/gu, (link, open: string, id: string) =>
    id === before.moved.id ? open + after.moved.id : link,
  );
  return now === story ? null : now;
}

/** A canvas names files by their path from the top of the folder, and its texts are Markdown. */
function editCanvas(
  text: string,
  from: { before: Note; after: Note },
  worlds: { before: RenameWorld; after: RenameWorld },
): Edit[] {
  const files = [...text.matchAll(/"file"\s*:\s*("(?:[^"\\]|\\.)*")/gu)].flatMap((match): Edit[] => {
    const written = match[1] ?? '';
    const moved = worlds.before.allMoved.find(({ path }) => isText(written, path));
    if (!moved) return [];
    const start = match.index + match[0].length - written.length;
    return [{ start, end: start + written.length, text: JSON.stringify(follow(moved, worlds).path) }];
  });
  const links = findDestinations(text, null).flatMap((place): Edit[] => {
    const now = rewriteDestination(place, from, worlds);
    if (typeof now !== 'string') return [];
    return [{ start: place.start, end: place.end, text: JSON.stringify(now).slice(1, -1) }];
  });
  return [...files, ...links];
}

function isText(json: string, text: string): boolean {
  try {
    return (JSON.parse(json) as string).normalize('NFC') === text;
  } catch {
    return false;
  }
}

/** Adds an address to the note's `redirect_from`. */
function addRedirect(text: string, address: string): string {
  const item = JSON.stringify(`/${address}/`);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const head = /^\uFEFF?---[^\S\n]*\r?\n([^]*?)^---[^\S\n]*$/mu.exec(text);
  if (head?.index !== 0)
    return `---${newline}redirect_from: [${item}]${newline}---${newline}${newline}${text}`;
  const known = /^redirect_from:[^\S\n]*(\[[^\]\n]*)?/mu.exec(head[1] ?? '');
  const end = head[0].length - (/---[^\S\n]*$/u.exec(head[0])?.[0].length ?? 3);
  if (!known) return `${text.slice(0, end)}redirect_from: [${item}]${newline}${text.slice(end)}`;
  const start = head[0].indexOf(known[0]);
  if (known[1] !== undefined) {
    const comma = known[1].length > 1 ? ', ' : '';
    return `${text.slice(0, start + known[0].length)}${comma}${item}${text.slice(start + known[0].length)}`;
  }
  const line = /[^\n]*\n/u.exec(text.slice(start))?.[0] ?? '';
  const one = line.slice('redirect_from:'.length).trim();
  return one
    ? `${text.slice(0, start)}redirect_from: [${one}, ${item}]${newline}${text.slice(start + line.length)}`
    : `${text.slice(0, start + line.length)}  - ${item}${newline}${text.slice(start + line.length)}`;
}
