/**
 * The author's manual: every front-matter field, with what it means to a reader.
 *
 * The same schemas serve Astro's content collections and our own content check, so a note that the check
 * accepts is a note that the site can draw. Text is compared in NFC, dates stay text (`2026-11-24`): YAML would
 * turn 31 November into 1 December.
 */
import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const day = z.iso.date({ error: '날짜는 있는 날을 YYYY-MM-DD로 적습니다' });

/** A note's id: its file name without extension. Lower-case ASCII for our own notes. */
const noteId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '노트 id는 영문 소문자·숫자·붙임표로 적습니다');

const line = z
  .string()
  .trim()
  .min(1, '비어 있습니다')
  .refine((text) => !text.includes('\n'), '한 줄로 적습니다');

/** The eleven kinds of relation; `part-of … implements`. `mitigated-by` and `regulated-by` are written inverses. */
export const relationTypes = [
  'part-of',
  'requires',
  'supplies',
  'mitigates',
  'mitigated-by',
  'regulated-by',
  'governs',
  'example-of',
  'competes-with',
  'contrasts-with',
  'affects',
  'measures',
  'implements',
] as const;

/** A typed arrow from this note to another. The arrow back is derived, never written. */
const relation = z.strictObject({
  /** What the arrow says, read from this note: `mitigated-by` is "this note is reduced by that one". */
  type: z.enum(relationTypes),
  /** The id of the note at the other end. */
  to: noteId,
  /** The heading (text or id) of the one section there that is meant: the relation is then shown under it too. */
  section: line.optional(),
  /** One sentence for the reader: why the two belong together. Left out where the type says it all. */
  why: line.optional(),
});

/** Where an item of the original note lives now: its code and the heading (text or id) of the section holding it. */
const coverage = z.strictObject({ item: z.string().regex(/^[A-Z]+\d*[A-Z]?$/), section: line.optional() });

const common = {
  /** The Korean title: h1, navigation, search. Without markup. */
  title: line,
  /** The English name, shown under the title and searched. */
  english: line.optional(),
  /** One sentence that answers "what is this?". Lead paragraph, preview card, description, feed. */
  summary: line,
  /** 기준일: the day at which every statement of the note was true. */
  asOf: day,
  /** 다음 검토일: after this day the page and the check say that the note wants another look. */
  reviewBy: day,
  /** Topics across collections; `/` nests them (`법/한국`). */
  tags: z.array(line).default([]),
  /** Other names readers use: searched, and a diagram node with such a label links here. */
  aliases: z.array(line).default([]),
  /** The note above this one in the navigation tree. */
  parent: noteId.optional(),
  /** Place among its siblings in reading order; small first. Notes without it follow by title. */
  order: z.int().optional(),
  /** Typed arrows to other notes. */
  relations: z.array(relation).default([]),
  /** Sources the whole note rests on but no single sentence cites. Cited ones (`[@id]`) need no mention here. */
  sources: z.array(noteId).default([]),
  /** Items of the original note that this note holds. */
  covers: z.array(coverage).default([]),
};

const overview = z.strictObject({
  ...common,
  /** `entry` opens the atlas, `foundation` explains what the rest stands on, `record` tells what was changed. */
  role: z.enum(['entry', 'foundation', 'record']),
});

/** The layers of the stack, from the ground up, and what lies across them. */
export const layers = ['infrastructure', 'model', 'interface', 'application'] as const;

const stack = z.discriminatedUnion('role', [
  z.strictObject({ ...common, role: z.literal('map') }),
  z.strictObject({
    ...common,
    /** `layer` is one of the storeys, `box` a box standing in it, `technique` a way of working inside a box. */
    role: z.enum(['layer', 'box', 'technique']),
    /** The storey it belongs to; `interface` is the line between model and application. */
    layer: z.enum(layers),
    /** Its short name inside a diagram, where the title would be too long. */
    box: line.optional(),
  }),
]);

const businessModel = z.discriminatedUnion('role', [
  z.strictObject({ ...common, role: z.literal('map') }),
  z.strictObject({
    ...common,
    /** `mechanism` is how money is counted (pricing), not a business of its own. */
    role: z.literal('mechanism'),
  }),
  z.strictObject({
    ...common,
    role: z.literal('model'),
    /** Who pays. */
    payer: line,
    /** For what they pay: the value in the payer's words. */
    paysFor: line,
    /** How money is counted: per token, seat, outcome, project … */
    revenue: line,
    /** What the seller must own or be able to do. */
    keyResource: line,
    /** What most often breaks the business. */
    risk: line,
    /** Real examples: ids of case notes. */
    examples: z.array(noteId).min(1),
    /** Layers of the stack the business cannot do without. */
    layers: z.array(z.enum(layers)).min(1),
  }),
]);

const limitation = z.discriminatedUnion('role', [
  z.strictObject({ ...common, role: z.literal('map') }),
  z.strictObject({
    ...common,
    role: z.literal('limitation'),
    /** `technical` 기술적 한계, `ethical-social` 윤리·사회적 한계. */
    category: z.enum(['technical', 'ethical-social']),
    /** What helps, in a few words each, with the notes that explain it. */
    countermeasures: z.array(z.strictObject({ text: line, notes: z.array(noteId).default([]) })).min(1),
  }),
]);

/** Who must act. */
export const actors = ['government', 'enterprise', 'individual'] as const;

const consideration = z.discriminatedUnion('role', [
  z.strictObject({ ...common, role: z.literal('map') }),
  z.strictObject({
    ...common,
    role: z.literal('duty'),
    /** Who must act. */
    actor: z.enum(actors),
    /** The act in a few words, as a table cell says it. */
    action: line,
    /** 비고: what it is for. */
    remark: line,
    /** Limitations it answers: ids of limitation notes. */
    answers: z.array(noteId).min(1),
  }),
  z.strictObject({
    ...common,
    role: z.literal('instrument'),
    /** What kind of rule: `law` binds, a `standard` can be certified, a `framework` is voluntary. */
    instrument: z.enum(['law', 'standard', 'framework']),
    /** Where it holds: 대한민국, EU, 미국, 국제. */
    jurisdiction: line,
    /** The day it took effect, or was published where it does not bind. `YYYY-MM` where the day is not known. */
    inForce: z.union([day, z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)], {
      error: '날짜는 YYYY-MM-DD 또는 YYYY-MM으로 적습니다',
    }),
    /** Limitations it answers: ids of limitation notes. */
    answers: z.array(noteId).min(1),
  }),
]);

const caseNote = z.strictObject({
  ...common,
  /** Who runs it. */
  organisation: line,
  /** `running` as described, `changed` since the original note, `closing` to new customers, `corrected`: a wrong example. */
  status: z.enum(['running', 'changed', 'closing', 'corrected']),
  /** The verdict on it as an example, in one sentence. */
  verdict: line,
});

const glossary = z.strictObject({
  ...common,
  /** One sentence that defines the term; the preview of its first use in other notes. */
  definition: line,
  /** Its abbreviation or full form in Latin letters. */
  abbreviation: line.optional(),
});

/** Front matter of each collection, by name. */
export const noteSchemas = {
  overview,
  stack,
  'business-model': businessModel,
  limitation,
  consideration,
  case: caseNote,
  glossary,
} as const;

const tolerantText = z.union([z.string(), z.number()]).transform(String);
const tolerantList = z
  .union([z.array(z.union([tolerantText, z.record(z.string(), z.unknown())])), tolerantText])
  .transform((value) => (Array.isArray(value) ? value : value.split(',')))
  .transform((list) => list.map((item) => (typeof item === 'string' ? item.trim() : item)));

/**
 * A note of somebody else's folder: nothing is required, unknown keys are kept out of the way.
 * `title` falls back to the first h1, then to the file name; `description` to the first sentences.
 */
export const plainNote = z.looseObject({
  title: tolerantText.nullish(),
  description: tolerantText.nullish(),
  /** Shown as 기준일 where it is a day that exists. */
  date: tolerantText.nullish(),
  tags: tolerantList.nullish(),
  authors: tolerantList.nullish(),
});

/** A source: what a figure, a date or a law in a note rests on. */
export const source = z.strictObject({
  /** Cited in notes as `[@id]`. */
  id: noteId,
  title: line,
  /** Who published it. */
  publisher: line,
  /** When: `2026`, `2026-04`, `2026-04-16`; left out for pages that are always current. */
  date: z
    .string()
    .regex(
      /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
      '날짜는 YYYY, YYYY-MM, YYYY-MM-DD로 적습니다',
    )
    .optional(),
  /** Left out only for a document that has no address. */
  url: z.url({ protocol: /^https?$/, error: 'http(s) 주소가 아닙니다' }).optional(),
  /** What kind of document it is. */
  kind: z.enum(['law', 'court', 'paper', 'report', 'standard', 'documentation', 'news', 'article', 'note']),
  /** How near the statement was read: 1차 원문, 1차 원문의 공개 사본, 2차 자료, 미확인. */
  strength: z.enum(['primary', 'copy', 'secondary', 'unverified']),
  /** What was read and what must be kept in mind when using it. */
  caution: line.optional(),
  /** The day its content was last looked at. */
  checked: day,
});

/** A short term without a note of its own; `content/glossary/terms.yaml`. */
export const term = z.strictObject({
  id: noteId,
  /** The standard form, used in notes. */
  term: line,
  english: line.optional(),
  abbreviation: line.optional(),
  /** Other correct forms, searched alike. */
  synonyms: z.array(line).default([]),
  /** Old or wrong spellings: found by search, never suggested, refused in notes. */
  misspellings: z.array(line).default([]),
  /** One sentence that defines it. */
  definition: line,
  /** The note that explains it. */
  note: noteId,
});

export type RelationType = (typeof relationTypes)[number];
export type Layer = (typeof layers)[number];
export type Actor = (typeof actors)[number];
export type CollectionName = keyof typeof noteSchemas;
export type Source = z.infer<typeof source>;
export type Term = z.infer<typeof term>;
