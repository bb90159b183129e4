/**
 * What the engine needs before it can be asked, in two files whose names are known beforehand: what names the files behind
 * it and the search data in one, the list of Pagefind's index in the other. Under their own names they were three steps,
 * each of which waited for the one before.
 */

export const startFile = 'search-data/start.txt';
/** A copy of the list of Pagefind's index. */
export const listFile = 'search-data/index.pf_meta';

/** Where Pagefind's index lies under the site's root. */
export const indexFolder = 'pagefind/';

/** What the start file says beside the search data. Paths are from the site's root. */
export interface Manifest {
  version: 6;
  pages: number;
  /** The path of the index's list, how the list ends (`readEnd`), and whether its words are cut to their stems. */
  index: { list: string; end: string; isStemmed: boolean };
  /** Path of what the catalogue holds for those who filter. */
  catalog: string;
  /** Path of the words that a misspelling may mean (`parseWordList`), loaded when nothing else is found. */
  words: string;
  /** Path of the headings that are suggested, and the addresses of terms (`joinNames`). */
  headings: string;
  /** Hash in the paths of the definitions (`termsPath`); null without a glossary. */
  terms: string | null;
}

/** Path of the definitions of some of the glossary's terms, `termsPerFile` in each file, in the catalogue's order. */
export function termsPath(hash: string, at: number): string {
  return `search-data/files/terms-${at}-${hash}.json`;
}

/** `data` is what `joinSearchData` made. */
export function joinStart(manifest: Manifest, data: string): string {
  return `${JSON.stringify(manifest)}\n${data}`;
}

/** Takes apart what `joinStart` wrote; throws a `SyntaxError` where it is something else. */
export function splitStart(text: string): { manifest: Manifest; data: string } {
  const end = text.indexOf('\n');
  return { manifest: JSON.parse(text.slice(0, Math.max(0, end))) as Manifest, data: text.slice(end + 1) };
}

/** The last bytes of a gzip file, which are its checksum and length: the copy of another build has others. */
export function readEnd(gzip: Uint8Array): string {
  return [...gzip.subarray(-8)].join();
}
