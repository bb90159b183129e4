import { pagesWords } from '#words';
import { type Field, fieldsOf, findCollection, type Subject } from '../subject/subject.ts';
import { bindDiagram } from './diagram-links.ts';
import { type HeldNote, isEntryPath, type Note, folderOf } from './note.ts';
import { findOwnRepository } from './own-repository.ts';
import { compareText } from './problem.ts';
import { deriveRelations, type SeenRelation } from './relations.ts';
import { listShared, type SharedPlace } from './share-pages.ts';
import { type LinkIndex, indexNotes, resolveLink } from './resolve-link.ts';
import type { Source, Term } from './schema.ts';
import { compareTitles, foldWord } from './text.ts';

/** Everything the site knows, as plain data, worked out once. */
export interface Library {
  /** What the notes are about, and what they are made of. */
  subject: Subject;
  /** In reading order: collection by collection, parents before children. */
  notes: Note[];
  /** Notes that have their page and nothing else: they stand in no list, index or feed, and nothing points at them. */
  unlisted: Note[];
  byId: ReadonlyMap<string, Note>;
  sources: Source[];
  sourceById: ReadonlyMap<string, Source>;
  terms: Term[];
  relations: ReadonlyMap<string, SeenRelation[]>;
  /** Who mentions a note: by note id. */
  mentions: ReadonlyMap<string, Mention[]>;
  /** Which notes cite a source: by source id. */
  citedBy: ReadonlyMap<string, Note[]>;
  /** Every word that names a note or a term, folded, to the note's id. */
  names: ReadonlyMap<string, string>;
  /** Notes by tag, including the tags above it (`법` for `법/한국`). */
  tags: ReadonlyMap<string, Note[]>;
  links: LinkIndex;
  /** Sections, figures and tables with a share page, by id. */
  shared: ReadonlyMap<string, SharedPlace>;
  /** Numbers that authors gave to folders, by address. */
  folderOrder: ReadonlyMap<string, number>;
  /** Titles that folders of plain notes give themselves, by their address. */
  folderNames: ReadonlyMap<string, string>;
  /** What such folders say of themselves where no note opens them. */
  folderWords: ReadonlyMap<string, string>;
  /** Children of a note in the navigation tree; `''` holds the roots. */
  children: ReadonlyMap<string, Note[]>;
}

/** One place that links to a note. */
export interface Mention {
  from: string;
  /** Section of the mentioning note; -1 above its first heading. */
  fromSection: number;
  /** The figure that mentions it, where a diagram's node does. */
  fromFigure?: string;
  /** Section of the mentioned note that the link points at, where it points at one. */
  anchor?: string;
  /** The sentence around the link. */
  context: string;
}

/** Derives everything that can be derived. `assets` are the folder's files that are not notes. */
export function buildLibrary(input: {
  subject: Subject;
  notes: readonly Note[];
  sources: readonly Source[];
  terms: readonly Term[];
  assets: ReadonlySet<string>;
  unlisted?: readonly Note[];
  held?: readonly HeldNote[];
  folderOrder?: ReadonlyMap<string, number>;
  folderNames?: ReadonlyMap<string, string>;
  folderWords?: ReadonlyMap<string, string>;
  /** Addresses at which other tools serve the pages of folders. */
  folderAddresses?: ReadonlyMap<string, string>;
}): Library {
  const { subject } = input;
  const folderOrder = input.folderOrder ?? new Map<string, number>();
  const children = buildChildren(input.notes, subject, folderOrder);
  const notes = readingOrder(input.notes, children);
  const byId = new Map(notes.map((note) => [note.id, note]));
  const links = indexNotes(notes, input.assets, input, subject);
  const repository = findOwnRepository(
    notes.map(({ body }) => body),
    (path) => links.byPath.has(path) || links.assets.has(path),
  );
  if (repository) links.repository = repository;
  const mentions = new Map<string, Mention[]>();
  const citedBy = new Map<string, Note[]>();
  for (const note of notes) {
    for (const link of note.outline.links) {
      const target = resolveLink(link.url, note, links);
      if (target.kind !== 'note' || target.note.id === note.id) continue;
      push(mentions, target.note.id, {
        from: note.id,
        fromSection: link.section,
        ...(target.anchor ? { anchor: target.anchor } : {}),
        context: link.context,
      });
    }
    for (const id of sourceIds(note)) push(citedBy, id, note);
  }
  const names = nameIndex({ notes, terms: input.terms });
  for (const note of notes) {
    for (const figure of note.outline.figures) {
      if (!figure.graph) continue;
      const { bindings } = bindDiagram(
        figure.graph,
        figure.code,
        note,
        { byId, names, links },
        !figure.isUnlinked,
      );
      for (const { target: place } of bindings) {
        if (place.kind !== 'note' || place.note === note) continue;
        const { note: target, anchor } = place;
        push(mentions, target.id, {
          from: note.id,
          fromSection: figure.section,
          fromFigure: figure.id,
          ...(anchor ? { anchor } : {}),
          context: pagesWords().figureNamed(figure.title),
        });
      }
    }
  }
  const relations = deriveRelations(notes, subject.relations);
  for (const note of notes) {
    for (const { to, context } of namedInFields(note, subject)) {
      const target = byId.get(to);
      // Whoever is told of the note already need not be told which field names it.
      const isTold =
        !target ||
        target === note ||
        relations.get(to)?.some((relation) => relation.to === note.id) ||
        mentions.get(to)?.some(({ from }) => from === note.id);
      if (!isTold) push(mentions, to, { from: note.id, fromSection: -1, context });
    }
  }
  return {
    subject,
    notes,
    unlisted: [...(input.unlisted ?? [])],
    byId,
    sources: [...input.sources],
    sourceById: new Map(input.sources.map((source) => [source.id, source])),
    terms: [...input.terms],
    relations,
    mentions,
    citedBy,
    names,
    tags: buildTags(notes),
    links,
    shared: listShared(notes),
    folderOrder,
    folderNames: input.folderNames ?? new Map<string, string>(),
    folderWords: input.folderWords ?? new Map<string, string>(),
    children,
  };
}

/** The notes that a note's own fields name, each with what the field is called. */
function namedInFields(note: Note, subject: Subject): { to: string; context: string }[] {
  const read = (
    fields: readonly Field[],
    values: Readonly<Record<string, unknown>>,
    above: string[],
  ): { to: string; context: string }[] =>
    fields.flatMap((field) =>
      [values[field.name]].flat().flatMap((value) => {
        const names = [...above, field.label];
        if (field.type === 'object')
          return read(field.fields, (value ?? {}) as Record<string, unknown>, names);
        return field.type === 'note' && typeof value === 'string'
          ? [{ to: value, context: names.join(' · ') }]
          : [];
      }),
    );
  return read(fieldsOf(findCollection(subject, note.collection), note.role), note.fields, []);
}

/** The sources of a note in the order in which its text first cites them, then those no sentence cites. */
export function sourceIds(note: Note): string[] {
  const cited = note.outline.citations.map(({ source }) => source);
  return [...new Set([...cited, ...note.sources, ...(note.fieldSources ?? [])])];
}

/** The notes above a note, from the root down; stops at a loop. */
export function findAncestors(note: Note, byId: ReadonlyMap<string, Note>): Note[] {
  const above: Note[] = [];
  let current = note.parent === undefined ? undefined : byId.get(note.parent);
  while (current && current !== note && !above.includes(current)) {
    above.unshift(current);
    current = current.parent === undefined ? undefined : byId.get(current.parent);
  }
  return above;
}

/** Children by parent id within the same collection; a note whose parent lies elsewhere is a root of its own. */
function buildChildren(
  notes: readonly Note[],
  subject: Subject,
  folderOrder: ReadonlyMap<string, number>,
): Map<string, Note[]> {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const children = new Map<string, Note[]>();
  for (const note of notes) {
    const parent = note.parent === undefined ? undefined : byId.get(note.parent);
    push(children, parent?.collection === note.collection ? parent.id : '', note);
  }
  const places = new Map(subject.collections.map(({ name }, place) => [name, place]));
  const place = (note: Note) => places.get(note.collection) ?? subject.collections.length;
  const dated = datedFolders(notes);
  const newestFirst = (a: Note, b: Note) =>
    a.collection === 'note' && dated.has(plainFolder(a)) ? compareText(b.asOf ?? '', a.asOf ?? '') : 0;
  const compareSiblings = (a: Note, b: Note) =>
    place(a) - place(b) ||
    // The order of a book is that of its table of contents; what that leaves out comes after it.
    compareNumbers(a.chapter?.place, b.chapter?.place) ||
    compareFolders(plainFolder(a), plainFolder(b), folderOrder) ||
    Number(isEntry(b)) - Number(isEntry(a)) ||
    compareNumbers(a.order, b.order) ||
    newestFirst(a, b) ||
    compareTitles(a.title, b.title) ||
    compareText(a.id, b.id);
  for (const list of children.values()) list.sort(compareSiblings);
  return children;
}

/** Plain notes are read folder by folder. */
function plainFolder(note: Note): string {
  return note.collection === 'note' ? folderOf(note) : '';
}

/** Folders of posts and of days: every note of theirs has a day, but the one that opens the folder. */
function datedFolders(notes: readonly Note[]): Set<string> {
  const [dated, others] = [new Set<string>(), new Set<string>()];
  for (const note of notes)
    if (note.collection === 'note' && !isEntry(note))
      (note.asOf === undefined ? others : dated).add(plainFolder(note));
  return new Set([...dated].filter((folder) => !others.has(folder)));
}

/** Opens its folder. */
function isEntry(note: Note): boolean {
  return note.collection === 'note' && isEntryPath(note.path);
}

/** Folders in reading order: one before those in it, then by the numbers that authors gave them, then by name. */
export function compareFolders(a: string, b: string, order: ReadonlyMap<string, number>): number {
  const [stepsA, stepsB] = [a, b].map((path) => (path ? path.split('/') : [])) as [string[], string[]];
  for (let depth = 0; depth < Math.max(stepsA.length, stepsB.length); depth++) {
    const [stepA, stepB] = [stepsA[depth], stepsB[depth]];
    if (stepA === undefined || stepB === undefined) return stepA === stepB ? 0 : stepA === undefined ? -1 : 1;
    if (stepA === stepB) continue;
    const numberOf = (steps: string[]) => order.get(steps.slice(0, depth + 1).join('/'));
    const byNumber = compareNumbers(numberOf(stepsA), numberOf(stepsB));
    return byNumber || compareTitles(stepA, stepB) || compareText(stepA, stepB);
  }
  return 0;
}

/** Small before large; what has no number last. */
function compareNumbers(a = Infinity, b = Infinity): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function readingOrder(notes: readonly Note[], children: ReadonlyMap<string, Note[]>): Note[] {
  const ordered = new Set<Note>();
  const add = (note: Note) => {
    if (ordered.has(note)) return;
    ordered.add(note);
    for (const child of children.get(note.id) ?? []) add(child);
  };
  for (const root of children.get('') ?? []) add(root);
  // Notes in a loop of parents have no root: they come last rather than never.
  for (const note of notes) add(note);
  return [...ordered];
}

function buildTags(notes: readonly Note[]): Map<string, Note[]> {
  const tags = new Map<string, Note[]>();
  for (const note of notes) {
    const own = new Set<string>();
    for (const tag of note.tags) {
      const parts = tag.split('/').filter(Boolean);
      parts.forEach((_, index) => own.add(parts.slice(0, index + 1).join('/')));
    }
    for (const tag of own) push(tags, tag, note);
  }
  return new Map([...tags].sort(([a], [b]) => compareTitles(a, b)));
}

/** Every word that names a note or a term, folded: what a diagram label or a mention may be bound to. */
export function nameIndex(library: { notes: readonly Note[]; terms: readonly Term[] }): Map<string, string> {
  const names = new Map<string, string>();
  const put = (word: string | undefined, id: string) => {
    const key = word === undefined ? '' : foldWord(word);
    if (key && !names.has(key)) names.set(key, id);
  };
  for (const note of library.notes) put(note.title, note.id);
  for (const note of library.notes) {
    put(note.english, note.id);
    put(note.short, note.id);
    for (const alias of note.aliases) put(alias, note.id);
  }
  for (const term of library.terms) {
    for (const word of [term.term, term.english, term.abbreviation, ...term.synonyms]) put(word, term.note);
  }
  return names;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
