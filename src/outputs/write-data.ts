import { z } from 'zod';
import { pageUrl } from '../knowledge/address.ts';
import type { Library } from '../knowledge/library.ts';
import { source, term } from '../knowledge/schema.ts';
import { readNumeral } from '../knowledge/text.ts';
import { fieldTypes } from '../subject/declaration.ts';
import { type Field, findCollection } from '../subject/subject.ts';
import type { TwinSite } from './write-twin.ts';

const section = z.object({
  id: z.string(),
  depth: z.int(),
  text: z.string(),
  url: z.string(),
  /** The day on which the text under it last changed. */
  changed: z.string().optional(),
});
const item = z.object({ id: z.string(), title: z.string(), url: z.string() });
const relation = z.object({
  type: z.string(),
  label: z.string(),
  to: z.string(),
  why: z.string().optional(),
  /** Derived from the other end. */
  derived: z.boolean(),
});

const named = z.object({ name: z.string(), label: z.string() });
const simpleField = named.extend({
  type: z.enum(fieldTypes),
  isList: z.boolean(),
  /** Values of a `select` with what readers see, in their order. */
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
});

/** What the subject declares, without which names of collections, fields, values and relations would say little. */
const subject = z.object({
  title: z.string(),
  english: z.string().optional(),
  description: z.string().optional(),
  language: z.string(),
  collections: z.array(
    named.extend({
      description: z.string().optional(),
      /** Its overview; a collection without notes has none. */
      url: z.string().optional(),
      /** Type of what its notes describe, from schema.org. */
      jsonld: z.string().optional(),
      roles: z.array(named),
      fields: z.array(simpleField.extend({ fields: z.array(simpleField).optional() })),
    }),
  ),
  relations: z.array(z.object({ type: z.string(), label: z.string(), inverse: z.string() })),
  sourceKinds: z.array(z.object({ value: z.string(), label: z.string() })),
  paths: z.array(named.extend({ description: z.string().optional(), notes: z.array(z.string()) })),
});

/** Everything typed that the site knows: the shape of `/atlas.json`. */
const atlasData = z.object({
  version: z.literal(1),
  subject,
  notes: z.array(
    z.object({
      id: z.string(),
      collection: z.string(),
      url: z.string(),
      title: z.string(),
      english: z.string().optional(),
      summary: z.string(),
      asOf: z.string().optional(),
      reviewBy: z.string().optional(),
      /** The days on which the note was added and last changed. */
      added: z.string().optional(),
      changed: z.string().optional(),
      tags: z.array(z.string()),
      aliases: z.array(z.string()),
      parent: z.string().optional(),
      fields: z.record(z.string(), z.unknown()),
      sections: z.array(section),
      figures: z.array(item),
      tables: z.array(item),
      relations: z.array(relation),
      cites: z.array(z.string()),
    }),
  ),
  sources: z.array(source),
  terms: z.array(term),
});

/** The data of `/atlas.json`. */
export function writeAtlasData(library: Library, site: TwinSite): z.infer<typeof atlasData> {
  return {
    version: 1,
    subject: describeSubject(library, site),
    notes: library.notes.map((note) => {
      const url = (anchor?: string) => pageUrl(site.origin, site.base, note.address, anchor);
      const optional = Object.fromEntries(
        Object.entries({
          english: note.english,
          asOf: note.asOf,
          reviewBy: note.reviewBy,
          added: note.added,
          changed: note.changed,
          parent: note.parent !== undefined && library.byId.has(note.parent) ? note.parent : undefined,
        }).filter(([, value]) => value !== undefined),
      );
      return {
        id: note.id,
        collection: note.collection,
        url: url(),
        title: note.title,
        ...optional,
        summary: note.summary,
        tags: note.tags,
        aliases: note.aliases,
        fields: listFields(note.fields, findCollection(library.subject, note.collection).fields, library),
        sections: note.outline.sections.map(({ id, depth, text, changed }) => ({
          id,
          depth,
          text,
          url: url(id),
          ...(changed === undefined ? {} : { changed }),
        })),
        figures: note.outline.figures.map(({ id, title }) => ({ id, title: title ?? '', url: url(id) })),
        tables: note.outline.tables.map(({ id, caption }) => ({ id, title: caption ?? '', url: url(id) })),
        relations: (library.relations.get(note.id) ?? []).map((seen) => ({
          ...seen,
          label: library.subject.relations.find(seen.type).label,
        })),
        cites: [...new Set(note.outline.citations.map((citation) => citation.source))],
      };
    }),
    // Addresses as machines take them: what authors copy from a browser may hold Hangul.
    sources: library.sources.map((item) => (item.url ? { ...item, url: new URL(item.url).href } : item)),
    // The name of a note that is not there may be that of one which nobody may know of.
    terms: library.terms.map((item) => (library.byId.has(item.note) ? item : { ...item, note: '' })),
  };
}

function describeSubject(
  { subject: declared, byId, notes }: Library,
  site: TwinSite,
): z.infer<typeof subject> {
  const said = <Key extends string>(key: Key, value: string | undefined) =>
    (value ? { [key]: value } : {}) as { [Name in Key]?: string };
  const labels = (values: ReadonlyMap<string, string>) =>
    [...values].map(([value, label]) => ({ value, label }));
  const simple = ({ name, label, type, isList, options }: Field) => ({
    name,
    label,
    type,
    isList,
    ...(options.length ? { options: options.map(({ value, label: seen }) => ({ value, label: seen })) } : {}),
  });
  return {
    title: declared.title,
    ...said('english', declared.english),
    ...said('description', declared.description),
    language: declared.language,
    collections: declared.collections.map((collection) => ({
      name: collection.name,
      label: collection.label,
      ...said('description', collection.description),
      ...(notes.some((note) => note.collection === collection.name)
        ? { url: pageUrl(site.origin, site.base, collection.folder) }
        : {}),
      ...said('jsonld', collection.jsonld),
      roles: collection.roles.map(({ name, label }) => ({ name, label })),
      fields: collection.fields.map((field) => ({
        ...simple(field),
        ...(field.fields.length ? { fields: field.fields.map(simple) } : {}),
      })),
    })),
    relations: declared.relations.all.map(({ type, label, inverse }) => ({ type, label, inverse })),
    sourceKinds: labels(declared.sourceKinds),
    paths: declared.paths.map(({ name, label, description, notes: ids }) => ({
      name,
      label,
      ...said('description', description),
      notes: ids.filter((id) => byId.has(id)),
    })),
  };
}

/** The fields of a note, less what they say of notes that nobody may find. */
function listFields(
  values: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
  library: Library,
): Record<string, unknown> {
  // What names no note may be what an author calls one that is kept back.
  const isFound = (id: unknown) => typeof id === 'string' && library.byId.has(id);
  const show = (value: unknown, field: Field): unknown => {
    if (Array.isArray(value))
      return value.map((item) => show(item, field)).filter((item) => item !== undefined);
    if (field.type === 'number' && typeof value === 'string') return readNumeral(value) ?? value;
    if (field.type === 'note') return isFound(value) ? value : undefined;
    return field.type === 'object' && typeof value === 'object' && value !== null
      ? listFields(value as Record<string, unknown>, field.fields, library)
      : value;
  };
  const byName = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const field = byName.get(name);
      const shown = field ? show(value, field) : value;
      return shown === undefined ? [] : [[name, shown]];
    }),
  );
}

/** The JSON Schema of `/atlas.json`, made from the same declaration. */
export function writeAtlasSchema(): object {
  return z.toJSONSchema(atlasData, { io: 'output' });
}
