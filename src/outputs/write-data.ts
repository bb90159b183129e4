import { z } from 'zod';
import { pageUrl } from '../knowledge/address.ts';
import type { Library } from '../knowledge/library.ts';
import { source, term } from '../knowledge/schema.ts';
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

/** Everything typed that the site knows: the shape of `/atlas.json`. */
const atlasData = z.object({
  version: z.literal(1),
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
    terms: library.terms,
  };
}

/** The fields of a note, less what they say of notes that nobody may find. */
function listFields(
  values: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
  library: Library,
): Record<string, unknown> {
  const isApart = (id: unknown) =>
    typeof id === 'string' && (library.links.held.has(id) || library.links.unlisted.has(id));
  const show = (value: unknown, field: Field): unknown => {
    if (Array.isArray(value))
      return value.map((item) => show(item, field)).filter((item) => item !== undefined);
    if (field.type === 'note') return isApart(value) ? undefined : value;
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
