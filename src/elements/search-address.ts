/** What a search is of, and how it stands in an address (`?q=&kind=&tag=&year=&exact=1`). Pure. */
import type { FacetChoice } from './search-facets.ts';

export interface SearchState {
  query: string;
  choice: FacetChoice;
  /** Just what was typed: no synonyms, no guesses, no answer. */
  literal: boolean;
}

/** Longer values would break links. */
const longestValue = 200;

/** Reads the search of an address. */
export function readAddress({ searchParams }: URL): SearchState {
  const choice: FacetChoice = {};
  for (const name of ['kind', 'tag', 'year'] as const) {
    const value = searchParams.get(name);
    if (value !== null && value !== '') choice[name] = value;
  }
  return { query: searchParams.get('q') ?? '', choice, literal: searchParams.get('exact') === '1' };
}

/** The same address with this search in it. */
export function writeAddress(url: URL, { query, choice, literal }: SearchState): URL {
  const address = new URL(url);
  const values = {
    q: query.trim(),
    kind: choice.kind,
    tag: choice.tag,
    year: choice.year,
    exact: literal ? '1' : '',
  };
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value.slice(0, longestValue));
  }
  return address;
}
