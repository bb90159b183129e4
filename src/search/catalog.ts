/**
 * The catalogue of the searched pages: what facets, suggestions and the list of further notes need before any page of
 * the index is loaded. Columns instead of rows, because equal things next to each other compress well.
 */
import type { SearchPage } from './read-page.ts';

/** Above this many pages, titles and addresses are left out: the catalogue alone would outweigh the search. */
export const mostTitles = 1000;

/** Makes the catalogue; `ids` are Pagefind's record ids by url. Pages without a record are left out. */
export function buildCatalog(pages: readonly SearchPage[], ids: ReadonlyMap<string, string>): Catalog {
  const kept = pages.filter((page) => ids.has(page.url));
  const kinds = unique(kept.map((page) => page.kind));
  const tags = unique(kept.flatMap((page) => page.tags));
  const labels = new Map(kept.map((page) => [page.kind, page.kindLabel]));
  const catalog: Catalog = {
    ids: kept.map((page) => ids.get(page.url) ?? ''),
    kinds: kinds.map((kind) => [kind, labels.get(kind) ?? '']),
    tags,
    kindOf: kept.map((page) => kinds.indexOf(page.kind)),
    tagsOf: kept.map((page) => page.tags.map((tag) => tags.indexOf(tag))),
    yearsOf: kept.map((page) => page.years.map(Number).filter((year) => Number.isInteger(year))),
  };
  if (kept.length > mostTitles) return catalog;
  const terms = kept.flatMap((page) =>
    page.parts.flatMap((part): [string, string][] =>
      part.kind === 'term' ? [[part.title, `${page.url}#${part.id}`]] : [],
    ),
  );
  return {
    ...catalog,
    titles: kept.map((page) => page.title),
    urls: kept.map((page) => page.url),
    ...(terms.length > 0 && { terms }),
  };
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}

export interface Catalog {
  ids: string[];
  /** Kind and its label for readers. */
  kinds: [string, string][];
  tags: string[];
  /** For each id, an index into `kinds`. */
  kindOf: number[];
  /** For each id, indexes into `tags`. */
  tagsOf: number[][];
  yearsOf: number[][];
  titles?: string[];
  urls?: string[];
  /** Glossary terms with their address. */
  terms?: [string, string][];
}
