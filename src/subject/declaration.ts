/**
 * The author's manual of `atlas.yaml`: every key with what it means. The file declares a subject as data, because a
 * folder of notes must be safe to build: no code, no regular expressions, and every value is escaped where it goes.
 *
 * Every key is optional. Maps are kept as `Map`, for their order as written counts and JavaScript objects would put
 * `10` after `2`. Where a name says all, a list of names will do: `roles: [guide, case]`; and wherever names stand with
 * what belongs to each, so will a list of items that say theirs: `fields: [{ name: zone, type: number }]`. The same
 * declaration gives editors a JSON Schema (`json-schemas.ts`).
 */
import { z } from 'zod';

/**
 * A YAML map with known keys. The parser hands over `Map`s; a key that nobody knows is an issue of its own, one that
 * stands there without a value says nothing.
 */
function keys<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(
    (value) =>
      value instanceof Map
        ? Object.fromEntries(
            [...value].flatMap(([key, item]) => (item === null ? [] : [[String(key), item as unknown]])),
          )
        : value,
    z.strictObject(shape),
  );
}

/**
 * A YAML map whose keys are names that the author chooses, in the order of the file. A list of them is such a map too
 * (`listed-names.ts`).
 * @param alone what a name says that stands alone in a list
 */
function named<Item extends z.ZodType>(item: Item, alone?: NameAlone) {
  const map = z.map(z.string(), item);
  return z.preprocess(
    (value) =>
      value instanceof Map ? new Map([...value].map(([key, inner]) => [String(key), inner])) : value,
    alone ? map.meta({ alone }) : map,
  );
}

/** A name that stands alone is its own label, or has nothing more said of it. */
export type NameAlone = 'label' | 'empty';

/** What says something that is seen, and no more than fits where it is shown. */
const text = (most: number) =>
  z.union([
    z
      .string()
      .regex(/[\p{L}\p{N}\p{P}\p{S}]/u)
      .max(most),
    z.number(),
  ]);
/** Signs that nobody sees: control characters, and those that turn all text after them round. */
export const hiddenSigns = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/gu;
/** One line of text; a number is taken as it is written. */
const line = text(500).transform((value) =>
  String(value).replace(hiddenSigns, '').trim().replace(/\s+/gu, ' '),
);
/** Text of one or more lines. */
const lines = text(5000).transform((value) => String(value).replace(hiddenSigns, '').trim());
/** One name or a list of names. */
const names = z.union([z.array(line), line]).transform((value) => (Array.isArray(value) ? value : [value]));
/** One value for both directions of a relation, or `[there, back]`. */
const pair = <Item extends z.ZodType>(item: Item) =>
  z
    .union([item, z.tuple([item, item])])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Item>[]);

/** What fields hold. */
export const fieldTypes = [
  'string',
  'text',
  'date',
  'number',
  'boolean',
  'select',
  'note',
  'source',
  'object',
] as const;
/** Where a field is seen. */
export const fieldPlaces = ['facts', 'table', 'facet', 'search'] as const;

const option = z.union([
  line.transform((label) => ({ label, note: undefined })),
  z.null().transform(() => ({ label: undefined, note: undefined })),
  keys({
    label: line.optional().describe('What readers see; the value itself where it is left out.'),
    note: line.optional().describe('Id of the note that explains the value: maps link it.'),
  }),
]);

/** Keys of every field, also of the fields inside an `object`. */
const simpleField = {
  label: line
    .optional()
    .describe('What readers see: heading of the column, name of the fact and of the facet.'),
  hint: line.optional().describe('What an author is asked for; stands in the skeleton of a new note.'),
  list: z.boolean().optional().describe('The note writes a list of values.'),
  required: z.boolean().optional().describe('A note without it is a problem; a required list has an item.'),
  default: z
    .union([z.string(), z.number(), z.boolean()])
    .optional()
    .describe('What a new note starts with. Never filled into notes that leave the field out.'),
  options: named(option, 'label')
    .optional()
    .describe(
      'The values of a `select`, in their order of reading: `[value, value]`, `value: label` or `value: { label, note }`.',
    ),
  collection: line.optional().describe('For `note`: the one collection whose notes may be named.'),
  precision: z
    .enum(['day', 'month', 'year'])
    .optional()
    .describe('For `date`: the coarsest date that will do, `2026-11-24` (default), `2026-11` or `2026`.'),
};

const field = keys({
  ...simpleField,
  type: z
    .enum(fieldTypes)
    .optional()
    .describe(
      'string (one line, default), text (may have more), date, number, boolean, select (one of `options`), note (id of a note), source (id of a source), object (has `fields` of its own).',
    ),
  roles: names.optional().describe('Only notes of these roles have the field.'),
  fields: named(keys({ ...simpleField, type: z.enum(fieldTypes).exclude(['object']).optional() }))
    .optional()
    .describe('For `object`: its fields.'),
  show: z
    .union([z.array(z.enum(fieldPlaces)), z.enum(fieldPlaces)])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .optional()
    .describe('Where it is seen: facts (under the title, default), table (default columns), facet, search.'),
  as: z
    .enum(['short', 'definition'])
    .optional()
    .describe('`short`: the name in maps and dense tables. `definition`: the sentence that defines a term.'),
});

/** A built-in property (`title`, `summary` …) may be made required; every other name is a field of all collections. */
const sharedField = field;

const role = keys({
  label: line.optional().describe('What readers see of it.'),
  index: z
    .boolean()
    .optional()
    .describe('The note of this role is the collection’s map: its overview names it first.'),
  listed: z.boolean().optional().describe('`false`: left out of the home page’s list.'),
});

const column = z.union([
  line.transform((path) => ({ path, heading: undefined })),
  z.preprocess(
    (value) =>
      value instanceof Map
        ? [...(value as Map<unknown, unknown>)].map(([key, item]) => [String(key), item])
        : value,
    z
      .array(z.tuple([z.string(), line]))
      .length(1)
      .meta({ isEntry: true })
      .transform(([entry]) => ({ heading: entry?.[0], path: entry?.[1] ?? '' })),
  ),
]);

const table = keys({
  title: line.optional().describe('The caption; the collection’s label where it is left out.'),
  of: line
    .optional()
    .describe('The collection whose notes are its rows; the one it stands in where it is left out.'),
  roles: names.optional().describe('Only notes of these roles.'),
  rows: line.optional().describe('A list field: each of its items is a row.'),
  group: line.optional().describe('Path that groups the rows; `-path` turns the groups round.'),
  columns: z
    .array(column)
    .optional()
    .describe('Paths, or `Heading: path`. Left out: the title and every field that shows in tables.'),
});

const edge = keys({
  from: line.optional().describe('Path to what an arrow comes from: notes, or values of a `select`.'),
  to: line.optional().describe('Path to what an arrow leads to.'),
  between: z
    .array(line)
    .length(2)
    .optional()
    .describe('In `strata`: two values of the group, joined both ways.'),
  through: line.optional().describe('With `between`: the value that is the line between the two.'),
  label: line.optional().describe('What stands on the line of `between`.'),
  roles: names.optional().describe('Only from notes of these roles.'),
  except: names.optional().describe('Not to notes of these collections.'),
  group: line.optional().describe('Values of a `select` stand in a frame with this title.'),
});

const map = keys({
  kind: z
    .enum(['flow', 'strata'])
    .optional()
    .describe(
      '`flow` (default): boxes and arrows, left to right. `strata`: the values of `group` as storeys.',
    ),
  title: line.optional().describe('The caption; the collection’s label where it is left out.'),
  roles: names.optional().describe('Only notes of these roles.'),
  group: line.optional().describe('Path that groups the notes into frames; `-path` turns the groups round.'),
  drop: names.optional().describe('Beginnings of titles that the map leaves out.'),
  edges: z.array(edge).optional().describe('The lines of the map.'),
});

const collection = keys({
  label: line.optional().describe('What readers see; the name itself where it is left out.'),
  description: line.optional().describe('One line about it, for home and its overview.'),
  story: lines
    .optional()
    .describe(
      'How its notes hang together, in a few sentences, above the tables of its overview. An empty line begins a paragraph; `[[id]]` or `[[id|words]]` leads to a note.',
    ),
  folder: line
    .optional()
    .describe('Where its notes lie, and their address; the name itself where it is left out.'),
  hue: z
    .union([z.number(), line, z.tuple([line, line])])
    .optional()
    .describe(
      'Its colour: an angle (0–360), a CSS colour, or `[light, dark]`. Without contrast it is corrected.',
    ),
  class: line
    .optional()
    .describe('The name that notes write after `:::` in diagrams; the collection’s own otherwise.'),
  drop: names
    .optional()
    .describe('Beginnings of titles that are not repeated below the collection’s own name.'),
  glossary: z.boolean().optional().describe('Its notes define terms: they stand in the glossary.'),
  jsonld: z
    .string()
    .regex(/^[A-Z][A-Za-z]{1,60}$/u)
    .optional()
    .describe('Type of what its notes describe, from schema.org: `Product`, `HowTo`, `DefinedTerm`.'),
  roles: named(
    z.preprocess((value) => value ?? new Map(), role),
    'empty',
  )
    .optional()
    .describe('Kinds of notes inside the collection. A new note starts as the first that is no index.'),
  fields: named(
    z.preprocess((value) => value ?? new Map(), field),
    'empty',
  )
    .optional()
    .describe('What its notes have beside what all notes have.'),
  tables: named(table)
    .optional()
    .describe('Tables made from the notes: on its overview, and where a note asks.'),
  map: map.optional().describe('The diagram on its overview, made from the notes.'),
});

const relation = keys({
  label: pair(line).optional().describe('What readers see; `[there, back]`. A single label means symmetric.'),
  verb: pair(line).optional().describe('What the arrow says in a diagram; `[there, back]`.'),
  inverse: line.optional().describe('The type’s name, read from its other end.'),
  weight: pair(z.number())
    .optional()
    .describe(
      'How much it makes the other note worth reading next, 0–5; `[there, back]`. 2 where it is left out.',
    ),
  order: pair(z.number())
    .optional()
    .describe('Place among the relations of a note; otherwise the order of the file.'),
  write: z.enum(['there', 'both']).optional().describe('`both`: notes may write the inverse as well.'),
  acyclic: z.boolean().optional().describe('It may not lead round in a circle.'),
  from: names.optional().describe('Collections whose notes may write it.'),
  to: names.optional().describe('Collections that it may lead to.'),
});

const path = keys({
  label: line.optional().describe('What readers see; the name itself where it is left out.'),
  description: line.optional().describe('One line about what a reader knows at its end.'),
  notes: names.optional().describe('Ids of its notes, in the order of reading.'),
});

/** `atlas.yaml`, as its author writes it. */
export const declaration = keys({
  title: line.optional().describe('What the site is called; the folder’s name where it is left out.'),
  english: line
    .optional()
    .describe(
      'Its name in English: on the page about it, for search engines, and below an icon that has no room.',
    ),
  description: line.optional().describe('One or two sentences, for search engines, feeds and cards.'),
  language: line
    .optional()
    .describe('Language of the interface: ko or en. Left out, it is read from the notes.'),
  url: z
    .url({ protocol: /^https?$/u })
    .optional()
    .describe('Where the site will stand; `SITE_URL` comes before it.'),
  strict: z
    .boolean()
    .optional()
    .describe('What is otherwise a warning (unknown fields, dead links) is an error.'),
  home: keys({
    title: lines.optional().describe('The heading of the home page, on one or more lines.'),
    lead: lines.optional().describe('The sentence below it; `{count}` stands for the number of notes.'),
    start: names.optional().describe('Ids of the notes to start with.'),
    map: line.optional().describe('The collection whose map stands on the home page.'),
  })
    .optional()
    .describe('The home page.'),
  fields: named(
    z.preprocess((value) => value ?? new Map(), sharedField),
    'empty',
  )
    .optional()
    .describe(
      'Fields of all notes: built-in ones (`title`, `summary` …) can be made required, others added.',
    ),
  collections: named(
    z.preprocess((value) => value ?? new Map(), collection),
    'empty',
  )
    .optional()
    .describe('Kinds of notes, by name, in the order of reading. Notes in no collection are plain.'),
  relations: named(
    z.preprocess((value) => value ?? new Map(), relation),
    'empty',
  )
    .optional()
    .describe('Types of arrows between notes. Left out, notes may use any name.'),
  paths: named(path).optional().describe('Learning paths: notes in an order of reading.'),
  sources: keys({
    kinds: named(line, 'label')
      .optional()
      .describe('Kinds of sources, `value: label`. Left out, any kind will do.'),
  })
    .optional()
    .describe('About `sources.yaml`.'),
  wording: named(line)
    .optional()
    .describe(
      'House style, `word: what to write instead`: words that notes do not use outside quotations and code.',
    ),
});

/** A declaration that is right in itself; names in it may still lead nowhere (`check-declaration.ts`). */
export type Declaration = z.output<typeof declaration>;
export type DeclaredCollection = z.output<typeof collection>;
export type DeclaredField = z.output<typeof field>;
export type DeclaredRelationType = z.output<typeof relation>;
export type DeclaredTable = z.output<typeof table>;
export type DeclaredMap = z.output<typeof map>;
