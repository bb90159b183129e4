/**
 * What the engine knows besides Pagefind's index, as one file: word list, synonyms and, where it is small enough to be
 * worth its bytes at once, the catalogue. Together they compress a fifth better than apart, and take one request.
 */
/** Definitions of the glossary in one file: an answer needs one or two of them. */
export const termsPerFile = 10;

const separator = '\n\0\n';

/** Joins the parts; `catalog` is JSON, or nothing where it comes as a file of its own. */
export function joinSearchData({ words, synonyms, catalog }: SearchData): string {
  return [words, synonyms, catalog ?? ''].join(separator);
}

/** Takes apart what `joinSearchData` wrote; a file that was cut short gives empty parts. */
export function splitSearchData(text: string): SearchData {
  const [words = '', synonyms = '', catalog = ''] = text.split(separator);
  return { words, synonyms, ...(catalog && { catalog }) };
}

export interface SearchData {
  words: string;
  synonyms: string;
  catalog?: string;
}
