/**
 * The catalogue of the searched pages: what facets, suggestions and the list of further notes need before any page of
 * the index is loaded. Columns instead of rows, because equal things next to each other compress well.
 */
import { readNumeral } from '../knowledge/text.ts';
import type { SearchPage } from './read-page.ts';
import { makeKey } from './synonyms.ts';

/** Above this many pages nothing comes at once, and titles and addresses never: the catalogue alone would outweigh the search. */
const mostTitles = 1000;

/**
 * Makes the catalogue in three parts: what every search of a site of usual size needs at once, and what comes when
 * somebody filters, and the addresses of terms, which only suggestions need. `ids` are Pagefind's record ids by url; `glossary` are terms that stand on no page that is searched. Pages without a record are left out.
 */
export function buildCatalog(
  pages: readonly SearchPage[],
  ids: ReadonlyMap<string, string>,
  glossary: readonly { name: string; url: string }[] = [],
): { first?: Catalog; later: Partial<Catalog>; termUrls: string[] } {
  const kept = pages.filter((page) => ids.has(page.url));
  const kinds = unique(kept.map((page) => page.kind));
  const tags = unique(kept.flatMap((page) => page.tags));
  const facetsOf = (page: SearchPage): [string, string][] =>
    page.facets.flatMap(({ name, values }) => values.map((value): [string, string] => [name, value]));
  const facets = orderFacets(kept);
  const hues = new Map(kept.map((page) => [page.kind, page.hue]));
  const labels = new Map(kept.map((page) => [page.kind, page.kindLabel]));
  const usual: Catalog = {
    ids: shorten(kept.map((page) => ids.get(page.url) ?? '')),
    kinds: kinds.map((kind) => [kind, labels.get(kind) ?? '', hues.get(kind) ?? '']),
    kindOf: kept.map((page) => kinds.indexOf(page.kind)),
  };
  const filters: Partial<Catalog> = {
    tags,
    tagsOf: kept.map((page) => page.tags.map((tag) => tags.indexOf(tag))),
    ...(facets.length > 0 && {
      facets,
      facetsOf: kept.map((page) =>
        facetsOf(page).map((facet) => facets.findIndex((one) => String(one) === String(facet))),
      ),
    }),
    yearsOf: kept.map((page) => page.years.map(Number).filter((year) => Number.isInteger(year))),
  };
  if (kept.length > mostTitles) return { later: { ...usual, ...filters }, termUrls: [] };
  // Those of the glossary first: their places tell where their definitions are.
  const terms = [
    ...glossary.map(({ name, url }): [string, string] => [name, url]),
    ...kept.flatMap((page) =>
      page.parts.flatMap((part): [string, string][] =>
        part.kind === 'term' ? [[part.title, `${page.url}#${part.id}`]] : [],
      ),
    ),
  ];
  const hasFilters =
    tags.length > 1 || facets.length > 1 || new Set(kept.flatMap(({ years }) => years)).size > 1;
  const first = {
    ...usual,
    // Where there is nothing to filter by, nobody need ask.
    ...(!hasFilters && { tags: [] }),
    titles: kept.map((page) => page.title),
    urls: kept.map((page) => page.url),
    ...(terms.length > 0 && { terms: terms.map(([name]) => name) }),
  };
  return { first, later: filters, termUrls: terms.map(([, url]) => url) };
}

/**
 * Every value of every field that readers filter by, field by field: those of a `select` as they are declared, numbers
 * and days upwards, all else the most frequent first.
 */
function orderFacets(pages: readonly SearchPage[]): [string, string][] {
  const fields = new Map<string, Map<string, { at: number; count: number }>>();
  for (const { name, values, at } of pages.flatMap((page) => page.facets)) {
    const known = fields.get(name) ?? new Map<string, { at: number; count: number }>();
    values.forEach((value, index) => {
      const count = (known.get(value)?.count ?? 0) + 1;
      known.set(value, { at: known.get(value)?.at ?? at?.[index] ?? -1, count });
    });
    fields.set(name, known);
  }
  return [...fields].flatMap(([name, values]) => {
    const areNumbers = [...values.keys()].every((value) => readNumeral(value) !== undefined);
    const areDays = [...values.keys()].every((value) => /^\d{4}(?:-\d\d){0,2}$/u.test(value));
    return [...values]
      .sort(([one, a], [other, b]) => {
        if (areNumbers) return (readNumeral(one) ?? 0) - (readNumeral(other) ?? 0);
        const byPlace = areDays ? 0 : a.at - b.at || b.count - a.count;
        return byPlace || (one < other ? -1 : 1);
      })
      .map(([value]): [string, string] => [name, value]);
  });
}

/** Pagefind's ids are a language and a hash (`ko_72c570b`); the first letters of the hash are enough to tell them apart. */
function shorten(ids: readonly string[]): string[] {
  const hashes = ids.map((id) => id.slice(id.indexOf('_') + 1));
  for (let length = 1; ; length++) {
    const short = hashes.map((hash) => hash.slice(0, length));
    if (new Set(short).size === ids.length || length >= 40) return short;
  }
}

/** The kind that has one of these names, with the notes of it and the folder that they share; undefined where there is none. */
export function findKind(
  names: readonly string[],
  catalog: Catalog | undefined,
): { label: string; url: string; titles: string[] } | undefined {
  const keys = new Set(names.map(makeKey));
  const kind =
    catalog?.kinds.findIndex((one) => one.slice(0, 2).some((name) => keys.has(makeKey(name)))) ?? -1;
  const places = catalog?.kindOf.flatMap((one, at) => (one === kind ? [at] : [])) ?? [];
  const folders = new Set(places.map((at) => catalog?.urls?.[at]?.replace(/[^/]+\/$/u, '') ?? ''));
  const [url = ''] = folders;
  if (kind < 0 || folders.size !== 1 || url.length < 2) return undefined;
  return {
    label: catalog?.kinds[kind]?.[1] ?? '',
    url,
    titles: places.flatMap((at) => catalog?.titles?.[at] ?? []),
  };
}

/** The place of a record, by its id; undefined where it is not known. */
export type PlaceOf = (id: string) => number | undefined;

function unique(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}

export interface Catalog {
  /** The beginnings of Pagefind's record ids, all equally long. */
  ids: string[];
  /** Kind, its label for readers, and the name of its colour. */
  kinds: [string, string, string][];
  /** For each id, an index into `kinds`. */
  kindOf: number[];
  tags?: string[];
  /** For each id, indexes into `tags`. */
  tagsOf?: number[][];
  yearsOf?: number[][];
  /** Values of the fields that the subject declares as facets: the field's label and the value. */
  facets?: [string, string][];
  /** For each id, indexes into `facets`. */
  facetsOf?: number[][];
  titles?: string[];
  urls?: string[];
  /** Glossary terms. */
  terms?: string[];
}
