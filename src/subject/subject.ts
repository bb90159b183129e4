/** A subject as the code knows it: the declaration with every default filled in and every name resolved. Plain data. */
import type { Language } from '#words';
import type { fieldPlaces, fieldTypes } from './declaration.ts';
import type { Hue } from './hue.ts';
import type { StoryParagraph } from './story.ts';

/** What the notes of a folder are about, and what they are made of. */
export interface Subject {
  title: string;
  english?: string;
  description?: string;
  language: Language;
  /** The absolute origin that the author gave. */
  url?: string;
  /** What is otherwise a warning is an error. */
  isStrict: boolean;
  home: HomeDeclaration;
  /** In the order of reading; plain notes are in none of them. */
  collections: readonly Collection[];
  /** What a note in no collection is. */
  plain: Collection;
  relations: RelationTypes;
  /** Labels of kinds of sources by value, in order; empty where any kind will do. */
  sourceKinds: ReadonlyMap<string, string>;
  /** Words that notes do not use, each with what to write instead. */
  wording: ReadonlyMap<string, string>;
  paths: readonly LearningPath[];
}

export interface HomeDeclaration {
  /** Its lines, where the author gave a heading of its own. */
  title?: readonly string[];
  /** `{count}` stands for the number of notes. */
  lead?: string;
  /** Ids of notes. */
  start: readonly string[];
  /** The collection whose map stands there. */
  map?: Collection;
}

export interface Collection {
  name: string;
  label: string;
  description: string;
  /** How its notes hang together: its paragraphs. */
  story: readonly StoryParagraph[];
  /** Where its notes lie and are served, without slashes around it; `''` for plain notes. */
  folder: string;
  hue: Hue;
  /** Its name in `data-hue`, in style sheets and after `:::` in diagrams. */
  class: string;
  /** Beginnings of titles that are not repeated below its own name. */
  drop: readonly string[];
  /** Its notes define terms. */
  isGlossary: boolean;
  /** Type of what its notes describe, from schema.org. */
  jsonld?: string;
  roles: readonly Role[];
  fields: readonly Field[];
  /** Built-in properties that its notes must have. */
  required: ReadonlySet<string>;
  /** Names that the declaration gives in a way that cannot be used: what notes write there is no second mistake. */
  unusable: readonly string[];
  tables: readonly Table[];
  map?: CollectionMap;
}

export interface Role {
  name: string;
  label: string;
  /** The note of this role maps the collection. */
  isIndex: boolean;
  /** It stands in the home page's list. */
  isListed: boolean;
}

export type FieldType = (typeof fieldTypes)[number];
export type FieldPlace = (typeof fieldPlaces)[number];

export interface Field {
  name: string;
  /** Where the declaration names it. */
  at: readonly string[];
  label: string;
  /** What an author is asked for. */
  hint?: string;
  type: FieldType;
  isList: boolean;
  isRequired: boolean;
  /** What the declaration says of its values cannot be used: notes may write any. */
  isVague?: true;
  /** Roles whose notes have it; all where it is absent. */
  roles?: readonly string[];
  /** What a new note starts with. */
  default?: string;
  /** Values of a `select`, in their order. */
  options: readonly Option[];
  /** The one collection whose notes may be named. */
  collection?: string;
  /** Fields of an `object`. */
  fields: readonly Field[];
  precision: 'day' | 'month' | 'year';
  show: readonly FieldPlace[];
  as?: 'short' | 'definition';
}

export interface Option {
  value: string;
  label: string;
  /** Id of the note that explains it. */
  note?: string;
}

/** A table made from typed data; `::table{of="name"}` shows it in a note. */
export interface Table {
  name: string;
  title: string;
  collection: string;
  roles?: readonly string[];
  /** A list field whose items are the rows. */
  rows?: string;
  group?: Grouping;
  columns: readonly { path: string; heading: string }[];
}

export interface Grouping {
  path: string;
  isReversed: boolean;
}

/** The diagram of a collection, made from typed data. */
export interface CollectionMap {
  kind: 'flow' | 'strata';
  title: string;
  roles?: readonly string[];
  group?: Grouping;
  drop: readonly string[];
  edges: readonly MapEdge[];
}

export interface MapEdge {
  /** Path to the other end, and which way the arrow goes. */
  path?: string;
  direction: 'from' | 'to';
  between?: readonly [string, string];
  through?: string;
  label?: string;
  roles?: readonly string[];
  /** Collections whose notes are left out. */
  except: readonly string[];
  /** Title of the frame around the values. */
  group?: string;
}

export interface LearningPath {
  name: string;
  label: string;
  description: string;
  /** Ids of notes in the order of reading. */
  notes: readonly string[];
}

/** One direction of a relation type, read from the note that shows it. */
export interface Direction {
  type: string;
  label: string;
  /** What the arrow says in a diagram. */
  verb: string;
  /** The same arrow read from its other end; itself where it is symmetric. */
  inverse: string;
  weight: number;
  /** Place among the relations of a note. */
  order: number;
  /** Notes may write it; otherwise it is derived only. */
  isWritten: boolean;
  isAcyclic: boolean;
  /** Collections that it may come from and lead to; all where absent. */
  from?: readonly string[];
  to?: readonly string[];
}

/** All relation types of a subject. */
export interface RelationTypes {
  /** Any name will do: none are declared. */
  isOpen: boolean;
  /** Every direction that is declared, in order of display. */
  all: readonly Direction[];
  /** A direction by its name; one is made up for a name that nobody declared. */
  find: (type: string) => Direction;
  /** Names that notes may write. */
  written: readonly string[];
}

/** The collection of that name, or what plain notes are. */
export function findCollection(subject: Subject, name: string): Collection {
  return subject.collections.find((collection) => collection.name === name) ?? subject.plain;
}

/** Whether a note of this role has a field. */
export function hasField(field: Field, role: unknown): boolean {
  return field.roles === undefined || field.roles.includes(String(role));
}

/** Every field that is declared, once: those of all notes, of collections, of objects. */
export function listFields({ collections, plain }: Subject): Field[] {
  const all = [plain, ...collections].flatMap(({ fields }) =>
    fields.flatMap((field) => [field, ...field.fields]),
  );
  return [...new Map(all.map((field) => [field.at.join('\n'), field])).values()];
}

/** The fields that a note of this role has. */
export function fieldsOf(collection: Collection, role: unknown): Field[] {
  return collection.fields.filter((field) => hasField(field, role));
}

/** Properties that every note may have, whatever the subject. */
export const builtInProperties = [
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
] as const;

/** Properties that a path may name beside fields and relations. */
export const pathProperties = [
  'title',
  'short',
  'english',
  'summary',
  'asOf',
  'reviewBy',
  'tags',
  'aliases',
  'parent',
  'order',
  'role',
  'collection',
  'sources',
] as const;
