/**
 * Front matter of each collection as zod, compiled once from the declaration: for the content check and for Astro's
 * content collections alike. Text is compared in NFC; dates stay text (`2026-11-24`), for YAML would turn
 * 31 November into 1 December.
 */
import { z } from 'zod';
import { pagesWords, problemsWords } from '#words';
import { readNumeral } from '../knowledge/text.ts';
import { type Collection, type Field, fieldsOf, type Subject } from './subject.ts';

/** Front matter of a collection: one object, or a variant a role. */
export type NoteSchema = z.ZodObject | z.ZodDiscriminatedUnion<[z.ZodObject, ...z.ZodObject[]]>;

/** A note's id in front matter: of a plain note, the path without extension. */
const noteId = () => line();

/** One line that says something. The pattern is for JSON Schema, which knows no refinements. */
export const line = () =>
  z
    .string()
    .trim()
    .min(1, { error: () => problemsWords().emptyText })
    .refine((text) => !text.includes('\n'), { error: () => problemsWords().oneLine })
    .meta({ pattern: '^\\s*\\S.*$' });

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const day = () => z.iso.date({ error: () => problemsWords().dayExpected });

const month = /^\d{4}-(?:0[1-9]|1[0-2])$/u;
const year = /^\d{4}$/u;
export const yearPattern = year.source;

/**
 * The front matter that notes of a collection may have.
 * @param isExact nothing that is required may be missing and nothing unknown be there; otherwise only what is there has
 * to fit
 */
export function compileSchema(
  collection: Collection,
  subject: Pick<Subject, 'relations'>,
  isExact: boolean,
): NoteSchema {
  const common = {
    ...builtIns(collection, subject),
    ...Object.fromEntries(collection.unusable.map((name) => [name, z.unknown()])),
  };
  const roles = collection.roles.map(({ name }) => name);
  const shapeOf = (fields: readonly Field[]) =>
    Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field, isExact)]));
  if (!isExact) {
    const [firstRole, ...otherRoles] = roles;
    const role = firstRole === undefined ? {} : { role: z.enum([firstRole, ...otherRoles]) };
    return z.looseObject({ ...common, ...role, ...shapeOf(collection.fields) }).partial();
  }
  if (!roles.length) return z.strictObject({ ...common, ...shapeOf(collection.fields) });
  // Roles whose notes have the same fields are one variant.
  const variants = new Map<string, string[]>();
  for (const name of roles) {
    const key = fieldsOf(collection, name)
      .map((field) => field.name)
      .join(' ');
    variants.set(key, [...(variants.get(key) ?? []), name]);
  }
  const [first, ...others] = [...variants.values()].map((names) =>
    z.strictObject({ ...common, role: z.enum(names), ...shapeOf(fieldsOf(collection, names[0])) }),
  );
  if (!first) return z.strictObject(common);
  return others.length ? z.discriminatedUnion('role', [first, ...others]) : first;
}

/** The schema of every collection, plain notes among them: exact where the subject is strict. */
export function compileSchemas(subject: Subject): ReadonlyMap<string, NoteSchema> {
  const all = [...subject.collections, subject.plain];
  return new Map(
    all.map((collection) => [
      collection.name,
      compileSchema(collection, subject, subject.isStrict && collection !== subject.plain),
    ]),
  );
}

/** Names that front matter of this role may use at a path, for saying what exists instead. */
export function knownKeys(schema: NoteSchema, role: unknown, path: readonly PropertyKey[] = []): string[] {
  const found =
    schema instanceof z.ZodObject
      ? schema
      : (schema.options.find((variant) => (variant.shape['role'] as z.ZodType).safeParse(role).success) ??
        schema.options[0]);
  const inside = path.reduce<unknown>((at, step) => {
    const inner = unwrap(at);
    if (inner instanceof z.ZodArray) return inner.element;
    return inner instanceof z.ZodObject ? (inner.shape as Record<PropertyKey, unknown>)[step] : undefined;
  }, found);
  const object = unwrap(inside);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

/** What is left out, filled in or read before it is checked, as it is where it is there. */
function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodPipe) return unwrap(schema.out);
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrap(schema.unwrap()) : schema;
}

function builtIns(collection: Collection, { relations }: Pick<Subject, 'relations'>) {
  const optional = <Schema extends z.ZodType>(name: string, schema: Schema) =>
    collection.required.has(name) ? schema : schema.optional();
  const list = <Item extends z.ZodType>(name: string, item: Item) =>
    collection.required.has(name) ? z.array(item).min(1) : z.array(item).default([]);
  const [firstType, ...otherTypes] = relations.written;
  const type = relations.isOpen
    ? line()
    : firstType === undefined
      ? z.never()
      : z.enum([firstType, ...otherTypes]);
  return {
    /** The title: h1, navigation, search. Without markup. */
    title: optional('title', line()),
    /** The English name, shown under the title and searched. */
    english: optional('english', line()),
    /** One sentence that answers "what is this?". Lead paragraph, preview card, description, feed. */
    summary: optional('summary', line()),
    /** The day at which every statement of the note was true. */
    asOf: optional('asOf', day()),
    /** After this day the page and the check say that the note wants another look. */
    reviewBy: optional('reviewBy', day()),
    /** Topics across collections; `/` nests them. */
    tags: list('tags', line()),
    /** Other names readers use: searched, and a diagram node with such a label links here. */
    aliases: list('aliases', line()),
    /** The note above this one in the navigation tree. */
    parent: optional('parent', noteId()),
    /** Place among its siblings in reading order; small first. Notes without it follow by title. */
    order: optional('order', z.int()),
    /** Typed arrows to other notes. The arrow back is derived. */
    relations: list(
      'relations',
      z.strictObject({
        /** What the arrow says, read from this note. */
        type,
        /** The id of the note at the other end. */
        to: noteId(),
        /** The heading (text or id) of the one section there that is meant: the relation is then shown under it too. */
        section: line().optional(),
        /** One sentence for the reader: why the two belong together. Left out where the type says it all. */
        why: line().optional(),
      }),
    ),
    /** Sources the whole note rests on but no single sentence cites. Cited ones (`[@id]`) need no mention here. */
    sources: list('sources', line()),
  };
}

function fieldSchema(field: Field, isExact: boolean): z.ZodType {
  if (field.isVague)
    return z
      .unknown()
      .transform((value) => readVague(value, field.isList))
      .optional();
  const item = valueSchema(field, isExact);
  const items = field.isRequired ? z.array(item).min(1) : z.array(item).default([]);
  // Where nobody is strict, one value is a list of one.
  const alone = (value: unknown) =>
    value === undefined || value === null || Array.isArray(value) ? value : [value];
  const list = isExact ? items : z.preprocess(alone, items);
  const schema = field.isList ? list : field.isRequired ? item : item.optional();
  // What editors show beside the field.
  return schema.meta({
    title: field.label,
    ...(field.hint ? { description: field.hint } : {}),
    ...(field.default === undefined || field.isList ? {} : { default: typed(field.default, field.type) }),
  });
}

/** A value of which nobody knows what it should be, as text. */
function readVague(value: unknown, isList: boolean): string | string[] | undefined {
  const texts = [value]
    .flat()
    .flatMap((item) => (['string', 'number', 'boolean'].includes(typeof item) ? String(item) : []));
  return isList ? texts : texts.length ? texts.join(', ') : undefined;
}

/** A default as a note writes it. */
function typed(value: string, type: Field['type']): string | number | boolean {
  if (type === 'number') return Number(value);
  return type === 'boolean' ? value === 'true' : value;
}

function valueSchema(field: Field, isExact: boolean): z.ZodType {
  switch (field.type) {
    case 'text':
      return z
        .string()
        .trim()
        .min(1, { error: () => problemsWords().emptyText });
    case 'date':
      return dateSchema(field.precision);
    case 'number':
      // Where nobody is strict, numbers come with their spelling.
      return z.preprocess(
        (value) => (typeof value === 'string' ? (readNumeral(value) ?? value) : value),
        z.number(),
      );
    case 'boolean':
      return z.preprocess(
        (value) => (typeof value === 'string' ? readYes(value) : value),
        z.boolean().meta({ spellings: spellingsOfYes() }),
      );
    case 'select': {
      const values = field.options.map(({ value }) => value);
      // Authors write what readers see, where it names one value.
      const byLabel = (text: string) => {
        const called = field.options.filter(({ label }) => label === text.trim());
        return !values.includes(text) && called[0] && called.length === 1 ? called[0].value : text;
      };
      // Of `1.0` in a note, YAML says 1.
      const spell = (value: number) =>
        values.find((one) => one === String(value)) ?? values.find((one) => Number(one) === value);
      return z.preprocess(
        (value) => {
          if (typeof value === 'string') return byLabel(value);
          if (typeof value === 'number') return spell(value) ?? String(value);
          return typeof value === 'boolean' ? String(value) : value;
        },
        // An enum of zod's would put numbers first.
        z.literal(values).meta({ enumDescriptions: field.options.map(({ label }) => label) }),
      );
    }
    case 'note':
      return noteId();
    case 'object':
      return z.strictObject(
        Object.fromEntries(field.fields.map((inner) => [inner.name, fieldSchema(inner, isExact)])),
      );
    case 'source':
    case 'string':
      return line();
  }
}

/** What a text in place of a yes or no spells, where it spells one. */
function readYes(text: string): unknown {
  const { yes, no } = pagesWords();
  const said = text.trim().toLowerCase();
  if (['true', 'yes', 'on', yes.toLowerCase()].includes(said)) return true;
  return ['false', 'no', 'off', no.toLowerCase()].includes(said) ? false : text;
}

/** Texts of which YAML makes no yes or no, and the check does. */
function spellingsOfYes(): string[] {
  const { yes, no } = pagesWords();
  return [...new Set([yes, no, 'yes', 'no', 'on', 'off'])];
}

/** A date as precise as the field asks for, or more. */
export function dateSchema(precision: Field['precision']): z.ZodType<string> {
  if (precision === 'day') return day();
  const coarser = precision === 'month' ? [month] : [month, year];
  const dates = z.union([day(), ...coarser.map((pattern) => z.string().regex(pattern))], {
    error: () => (precision === 'month' ? problemsWords().monthExpected : problemsWords().yearExpected),
  });
  // A year in no quotes is a number of YAML's.
  return precision === 'month'
    ? dates
    : z.preprocess((value) => (typeof value === 'number' ? String(value) : value), dates);
}
