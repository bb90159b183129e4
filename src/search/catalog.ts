/**
 * The catalogue of the searched pages: what facets, suggestions and the list of further notes need before any page of
 * the index is loaded. Columns instead of rows, because equal things next to each other compress well.
 */
import type { SearchPage } from './read-page.ts';

/** Above this many pages nothing comes at once, and titles and addresses never: the catalogue alone would outweigh the search. */
export const mostTitles = 1000;

/**
 * Makes the catalogue in two parts: what every search of a site of usual size needs at once, and what comes when
 * somebody filters. `ids` are Pagefind's record ids by url. Pages without a record are left out.
 */
export function buildCatalog(
  pages: readonly SearchPage[],
  ids: ReadonlyMap<string, string>,
): { first?: Catalog; later: Partial<Catalog> } {
  const kept = pages.filter((page) => ids.has(page.url));
  const kinds = unique(kept.map((page) => page.kind));
  const tags = unique(kept.flatMap((page) => page.tags));
  const labels = new Map(kept.map((page) => [page.kind, page.kindLabel]));
  const usual: Catalog = {
    ids: kept.map((page) => ids.get(page.url) ?? ''),
    kinds: kinds.map((kind) => [kind, labels.get(kind) ?? '']),
    kindOf: kept.map((page) => kinds.indexOf(page.kind)),
  };
  const filters: Partial<Catalog> = {
    tags,
    tagsOf: kept.map((page) => page.tags.map((tag) => tags.indexOf(tag))),
    yearsOf: kept.map((page) => page.years.map(Number).filter((year) => Number.isInteger(year))),
  };
  if (kept.length > mostTitles) return { later: { ...usual, ...filters } };
  const terms = kept.flatMap((page) =>
    page.parts.flatMap((part): [string, string][] =>
      part.kind === 'term' ? [[part.title, `${page.url}#${part.id}`]] : [],
    ),
  );
  const first = {
    ...usual,
    titles: kept.map((page) => page.title),
    urls: kept.map((page) => page.url),
    ...(terms.length > 0 && { terms }),
  };
  return { first, later: filters };
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}

export interface Catalog {
  ids: string[];
  /** Kind and its label for readers. */
  kinds: [string, string][];
  /** For each id, an index into `kinds`. */
  kindOf: number[];
  tags?: string[];
  /** For each id, indexes into `tags`. */
  tagsOf?: number[][];
  yearsOf?: number[][];
  titles?: string[];
  urls?: string[];
  /** Glossary terms with their address. */
  terms?: [string, string][];
}
