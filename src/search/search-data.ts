/**
 * What the engine knows besides Pagefind's index, as one file: word list, synonyms and, where it is small enough to be
 * worth its bytes at once, the catalogue. Together they compress a fifth better than apart, and take one request.
 */
import type { Catalog } from './catalog.ts';
import { foldWordList, listTokens, unfoldWordList } from './word-list.ts';

/** Definitions of the glossary in one file: an answer needs one or two of them. */
export const termsPerFile = 6;

const separator = '\n\0\n';

/** Joins the parts; without a catalogue where that comes as a file of its own. */
export function joinSearchData({ words, synonyms, catalog }: SearchData): string {
  return [
    foldWordList(words, listNamed(synonyms, catalog?.titles)),
    synonyms,
    catalog === undefined
      ? ''
      : JSON.stringify({ ...catalog, terms: foldTerms(catalog.terms ?? [], listHeads(synonyms)) }),
  ].join(separator);
}

/** Takes apart what `joinSearchData` wrote; a file that was cut short gives empty parts, or throws a `SyntaxError`. */
export function splitSearchData(text: string): SearchData {
  const [words = '', synonyms = '', json = ''] = text.split(separator);
  const unfold = (titles?: readonly string[]) => unfoldWordList(words, listNamed(synonyms, titles));
  if (json === '') return { words: unfold(), synonyms };
  const { terms = [], ...catalog } = JSON.parse(json) as Omit<Catalog, 'terms'> & { terms?: FoldedTerms };
  return {
    words: unfold(catalog.titles),
    synonyms,
    catalog: { ...catalog, terms: unfoldTerms(terms, listHeads(synonyms)) },
  };
}

/** Words that the list need not have again. */
function listNamed(synonyms: string, titles: readonly string[] = []): string[] {
  return listTokens([synonyms, ...titles].join('\n'));
}

/** Terms by name, or 0 for the next group of synonyms, which the term heads: most do, in the same order. */
type FoldedTerms = (string | 0)[];

function foldTerms(terms: readonly string[], heads: readonly string[]): FoldedTerms {
  let next = 0;
  return terms.map((term) => (term === heads[next] ? ((next += 1), 0) : term));
}

function unfoldTerms(terms: FoldedTerms, heads: readonly string[]): string[] {
  let next = 0;
  return terms.map((term) => (term === 0 ? (heads[next++] ?? '') : term));
}

function listHeads(synonyms: string): string[] {
  return synonyms.split('\n').map((line) => line.split('|')[0] ?? '');
}

/** Headings that are suggested and the addresses of terms in one file, which comes after the first query. */
export function joinNames({ headings, termUrls }: Names): string {
  return [headings.join('\n'), termUrls.join('\n')].join(separator);
}

/** Takes apart what `joinNames` wrote. */
export function splitNames(text: string): Names {
  const [headings = [], termUrls = []] = text
    .split(separator)
    .map((part) => part.split('\n').filter((line) => line !== ''));
  return { headings, termUrls };
}

interface Names {
  headings: string[];
  termUrls: string[];
}

export interface SearchData {
  words: string;
  synonyms: string;
  catalog?: Catalog;
}
