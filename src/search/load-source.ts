/** Loads what the engine needs from the site: the start file and the list of Pagefind's index side by side. */
import type { Catalog } from './catalog.ts';
import type { TermEntry } from './answers/answer-world.ts';
import type { SearchSource } from './outcome.ts';
import { isHangulWord } from './hangul.ts';
import { openIndex } from './index-reader.ts';
import { decodeText } from './read-packed.ts';
import { swapScript } from './swap-script.ts';
import { splitNames, splitSearchData, termsPerFile } from './search-data.ts';
import { indexFolder, listFile, readEnd, splitStart, startFile, termsPath } from './start-file.ts';
import type { Manifest } from './start-file.ts';
import type { SearchData } from './search-data.ts';
import { parseSynonyms } from './synonyms.ts';

/**
 * Loads the search data of the site at `root` (absolute URL of the site's root, with a slash at its end).
 * Throws a `SearchLoadError` that says what is missing: the index, or the network.
 */
export async function loadSource(root: string, loadFile: LoadFile = fetchFile): Promise<SearchSource> {
  const loadText = async (path: string) => decodeText(new Uint8Array(await loadFile(root + path)));
  const list = loadFile(root + listFile);
  list.catch(() => undefined);
  const { manifest, data } = openStart(await loadText(startFile));
  if (manifest.pages === 0)
    return { words: '', synonyms: [], catalog: undefined, search: () => Promise.resolve([]) };
  const search = openSearch(manifest, await list, (path) => loadFile(root + path));
  search.catch(() => undefined);
  const { words, synonyms, catalog } = openSearchData(data);
  return {
    words,
    synonyms: parseSynonyms(synonyms),
    catalog,
    loadCatalog: async () => parseJson<Partial<Catalog>>(await loadText(manifest.catalog)),
    loadNames: async () => splitNames(await loadText(manifest.headings)),
    loadWords: () => loadText(manifest.words),
    loadTerms: createTermLoader(manifest, loadText),
    search: await search,
  };
}

/** Loads definitions in the small files that the build wrote, each once. A file that cannot be had gives no terms. */
function createTermLoader(
  { terms }: Manifest,
  loadText: (path: string) => Promise<string>,
): NonNullable<SearchSource['loadTerms']> {
  const loaded = new Map<string, Promise<TermEntry[]>>();
  return async (wanted) => {
    const entries = await Promise.all(
      wanted.map(async (at) => {
        if (terms === null) return undefined;
        const path = termsPath(terms, Math.floor(at / termsPerFile));
        const file =
          loaded.get(path) ??
          loadText(path)
            .then(parseJson<TermEntry[]>)
            .catch(() => []);
        loaded.set(path, file);
        return (await file)[at % termsPerFile];
      }),
    );
    return entries.flatMap((entry) => entry ?? []);
  };
}

async function openSearch(
  { index }: Manifest,
  handed: ArrayBuffer,
  loadFile: LoadFile,
): Promise<SearchSource['search']> {
  // The copy may be of another build than the start file, where something between keeps it.
  const list = readEnd(new Uint8Array(handed)) === index.end ? handed : await loadFile(index.list);
  const reader = await openIndex(
    list,
    (path) => loadFile(indexFolder + path),
    index.isStemmed ? (await import('./stem-english.ts')).stemEnglish : undefined,
  ).catch(fail);
  return async (text, isWide = true) => {
    if (isWide)
      await reader.prepare(
        swapScript(text.replaceAll('"', '').split(/\s+/u).flatMap(listContinuations).join(' ')),
      );
    const results = await reader.search(swapScript(text));
    return results.map(({ id, score, words }) => ({ id, score, words, load: () => reader.loadFragment(id) }));
  };
}

/**
 * A search loads the one chunk of the index in which a word itself would stand; longer words that begin with it may
 * stand in the next ones, and would be missed. Asking for some of them loads those chunks, most often the same.
 */
function listContinuations(word: string): string[] {
  return (isHangulWord(word.slice(-1)) ? nextSyllables : nextLetters).map((next) => word + next);
}

const nextSyllables = [
  '',
  ...'가과는대도라로를링만별보사서성에와용을의이인자적정지하학화힣',
  // The forms of 하다 and 되다 fill chunks of their own behind a frequent noun.
  ...['되는', '되지', '된', '될', '하는', '하지', '한', '할', '합', '해', '했'],
];
const nextLetters = ['', ...'aeimosz'];

function openStart(text: string): ReturnType<typeof splitStart> {
  try {
    return splitStart(text);
  } catch {
    return fail();
  }
}

function openSearchData(text: string): SearchData {
  try {
    return splitSearchData(text);
  } catch {
    return fail();
  }
}

function parseJson<Data>(text: string): Data {
  try {
    return JSON.parse(text) as Data;
  } catch {
    return fail();
  }
}

/** A file over the network. */
export async function fetchFile(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url).catch(() => {
    throw new SearchLoadError(true);
  });
  return response.ok ? response.arrayBuffer() : fail();
}

/** The index is missing or broken; `offline` when the network did not answer at all. */
export class SearchLoadError extends Error {
  readonly offline: boolean;

  constructor(offline = false) {
    super('search index');
    this.offline = offline;
  }
}

function fail(): never {
  throw new SearchLoadError();
}

/** Loads a file by its address; throws a `SearchLoadError` where it cannot be had. */
export type LoadFile = (url: string) => Promise<ArrayBuffer>;
