/** Loads what the engine needs from the site: the start file and Pagefind's program side by side. */
import type { Catalog } from './catalog.ts';
import type { TermEntry } from './answers/answer-world.ts';
import type { SearchSource } from './outcome.ts';
import { isHangulWord } from './hangul.ts';
import type { RawResult } from './merge-results.ts';
import { swapScript } from './swap-script.ts';
import { splitNames, splitSearchData, termsPerFile } from './search-data.ts';
import { entryFile, listFile, programFile, readEnd, splitStart, startFile, termsPath } from './start-file.ts';
import type { Manifest } from './start-file.ts';
import type { SearchData } from './search-data.ts';
import { parseSynonyms } from './synonyms.ts';

/**
 * Loads the search data of the site at `root` (absolute URL of the site's root, with a slash at its end).
 * Throws a `SearchLoadError` that says what is missing: the index, or the network.
 */
export async function loadSource(root: string, access: SourceAccess = browserAccess): Promise<SearchSource> {
  const program = access.importPagefind(root + programFile).catch(fail);
  program.catch(() => undefined);
  const { manifest, data } = openStart(await access.fetchText(root + startFile));
  if (manifest.pages === 0)
    return { words: '', synonyms: [], catalog: undefined, search: () => Promise.resolve([]) };
  await handIndex(manifest, root, access);
  const pagefind = openPagefind(await program, root, access);
  pagefind.catch(() => undefined);
  const { words, synonyms, catalog } = openSearchData(data);
  const search = await pagefind;
  return {
    words,
    synonyms: parseSynonyms(synonyms),
    catalog,
    loadCatalog: async () => parseJson<Partial<Catalog>>(await access.fetchText(root + manifest.catalog)),
    loadNames: async () => splitNames(await access.fetchText(root + manifest.headings)),
    loadWords: () => access.fetchText(root + manifest.words),
    loadTerms: createTermLoader(manifest, (path) => access.fetchText(root + path)),
    search,
  };
}

/** Has at hand for Pagefind what is there already. */
async function handIndex({ index }: Manifest, root: string, access: SourceAccess): Promise<void> {
  const list = await access.takeHanded?.(root + listFile);
  if (!list || readEnd(new Uint8Array(list)) !== index.end) return;
  access.handOver?.(root + entryFile, new TextEncoder().encode(index.entry).buffer);
  access.handOver?.(root + index.list, list);
}

/** Loads definitions in the small files that the build wrote, each once. A file that cannot be had gives no terms. */
function createTermLoader(
  { terms }: Manifest,
  fetchText: (path: string) => Promise<string>,
): NonNullable<SearchSource['loadTerms']> {
  const loaded = new Map<string, Promise<TermEntry[]>>();
  return async (wanted) => {
    const entries = await Promise.all(
      wanted.map(async (at) => {
        if (terms === null) return undefined;
        const path = termsPath(terms, Math.floor(at / termsPerFile));
        const file =
          loaded.get(path) ??
          fetchText(path)
            .then(parseJson<TermEntry[]>)
            .catch(() => []);
        loaded.set(path, file);
        return (await file)[at % termsPerFile];
      }),
    );
    return entries.flatMap((entry) => entry ?? []);
  };
}

async function openPagefind(
  module: PagefindModule,
  root: string,
  access: SourceAccess,
): Promise<SearchSource['search']> {
  const open = async (): Promise<PagefindInstance> => {
    const before = access.countFailures?.() ?? 0;
    // `noWorker`: the engine runs in a worker of its own, a second one would only cost bytes.
    const opened = module.createInstance({ basePath: `${root}pagefind/`, baseUrl: '/', noWorker: true });
    await opened.search('').catch(fail);
    if ((access.countFailures?.() ?? 0) > before) throw new SearchLoadError(true);
    return opened;
  };
  let instance = await open();
  let reopening: Promise<void> | undefined;
  /** Words whose parts of the index are there, and those whose parts did not come. */
  const loaded = new Set<string>();
  const missing = new Set<string>();
  // Pagefind takes a part that did not come for an empty one, and never asks again: another instance does.
  const reopen = async (): Promise<void> => {
    instance = await open();
    loaded.clear();
    missing.clear();
  };
  return async (text, isWide = true) => {
    const words = text
      .replaceAll('"', '')
      .split(/\s+/)
      .map((word) => (isWide ? word : `=${word}`));
    if (words.some((word) => missing.has(word))) {
      reopening ??= reopen().finally(() => (reopening = undefined));
      await reopening;
    }
    const fresh = words.filter((word) => !loaded.has(word));
    const before = access.countFailures?.() ?? 0;
    if (isWide && fresh.length > 0)
      await instance.preload(swapScript(fresh.flatMap(listContinuations).join(' ')));
    const { results } = await instance.search(swapScript(text));
    if (fresh.length > 0 && (access.countFailures?.() ?? 0) > before) {
      for (const word of fresh) missing.add(word);
      throw new SearchLoadError(true);
    }
    for (const word of fresh) loaded.add(word);
    return results.map(({ id, score, words: places, data }): RawResult => ({
      id,
      score,
      words: places,
      load: data,
    }));
  };
}

/**
 * Pagefind loads the one chunk of the index in which a word itself would stand; longer words that begin with it may
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

/** Files over the network, as a page or a worker has them. */
export const browserAccess: SourceAccess = {
  fetchText: async (url) => {
    const response = await fetch(url).catch(() => {
      throw new SearchLoadError(true);
    });
    return response.ok ? response.text() : fail();
  },
  importPagefind: async (url) => (await import(/* @vite-ignore */ url)) as PagefindModule,
};

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

/** How files are reached; tests read them from disk. */
export interface SourceAccess {
  fetchText: (url: string) => Promise<string>;
  importPagefind: (url: string) => Promise<PagefindModule>;
  /** A file that is on its way already; null where it is not. */
  takeHanded?: (url: string) => Promise<ArrayBuffer | null>;
  /** Has a file that Pagefind will fetch at hand for it. */
  handOver?: (url: string, content: ArrayBuffer) => void;
  /** How many files could not be had so far; Pagefind itself tells nobody. */
  countFailures?: () => number;
}

/** The part of Pagefind's public API that is used. */
export interface PagefindModule {
  createInstance: (options: Record<string, unknown>) => PagefindInstance;
}

interface PagefindInstance {
  search: (text: string) => Promise<{ results: PagefindResult[] }>;
  preload: (text: string) => Promise<void>;
}

interface PagefindResult {
  id: string;
  score: number;
  words: number[];
  data: () => Promise<unknown>;
}
