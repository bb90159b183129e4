/** Loads what the engine needs from the site: the manifest, then the data files and Pagefind side by side. */
import type { Catalog } from './catalog.ts';
import type { SearchSource } from './engine.ts';
import type { RawResult } from './merge-results.ts';
import type { SynonymGroups } from './synonyms.ts';

/**
 * Loads the search data of the site at `root` (absolute URL of the site's root, with a slash at its end).
 * Throws a `SearchLoadError` that says what is missing: the index, or the network.
 */
export async function loadSource(root: string, access: SourceAccess = browserAccess): Promise<SearchSource> {
  // Pagefind's files have fixed names: no need to wait for the manifest.
  const pagefind = loadPagefind(root, access);
  pagefind.catch(() => undefined);
  const manifest = parseJson<Manifest>(await access.fetchText(`${root}search-data/manifest.json`));
  if (manifest.pages === 0) return { words: '', synonyms: [], catalog: undefined, search: async () => [] };
  const [words, synonyms, catalog, search] = await Promise.all([
    access.fetchText(root + manifest.words),
    access.fetchText(root + manifest.synonyms),
    access.fetchText(root + manifest.catalog),
    pagefind,
  ]);
  return { words, synonyms: parseJson<SynonymGroups>(synonyms), catalog: parseJson<Catalog>(catalog), search };
}

async function loadPagefind(root: string, access: SourceAccess): Promise<SearchSource['search']> {
  let module: PagefindModule;
  try {
    module = await access.importPagefind(`${root}pagefind/pagefind.js`);
  } catch (error) {
    throw new SearchLoadError(`pagefind.js: ${String(error)}`);
  }
  // `exactDiacritics`: without it Pagefind compares decomposed Hangul, and 모드 finds 모든.
  // `noWorker`: the engine runs in a worker of its own, a second one would only cost bytes.
  const instance = module.createInstance({ basePath: `${root}pagefind/`, baseUrl: '/', exactDiacritics: true, noWorker: true });
  await instance.search('').catch((error: unknown) => {
    throw new SearchLoadError(`pagefind: ${String(error)}`);
  });
  return async (text) => {
    const { results } = await instance.search(text);
    return results.map(({ id, score, words, data }): RawResult => ({ id, score, words, load: data }));
  };
}

function parseJson<Data>(text: string): Data {
  try {
    return JSON.parse(text) as Data;
  } catch (error) {
    throw new SearchLoadError(String(error));
  }
}

const browserAccess: SourceAccess = {
  fetchText: async (url) => {
    const response = await fetch(url).catch((error: unknown) => {
      throw new SearchLoadError(`${url}: ${String(error)}`, true);
    });
    if (!response.ok) throw new SearchLoadError(`${url}: ${String(response.status)}`);
    return response.text();
  },
  importPagefind: async (url) => (await import(/* @vite-ignore */ url)) as PagefindModule,
};

/** The index is missing or broken; `offline` when the network did not answer at all. */
export class SearchLoadError extends Error {
  readonly offline: boolean;

  constructor(message: string, offline = false) {
    super(message);
    this.name = 'SearchLoadError';
    this.offline = offline;
  }
}

/** How files are reached; tests read them from disk. */
export interface SourceAccess {
  fetchText: (url: string) => Promise<string>;
  importPagefind: (url: string) => Promise<PagefindModule>;
}

/** The part of Pagefind's public API that is used. */
export interface PagefindModule {
  createInstance: (options: Record<string, unknown>) => {
    search: (text: string) => Promise<{ results: PagefindResult[] }>;
  };
}

interface PagefindResult {
  id: string;
  score: number;
  words: number[];
  data: () => Promise<unknown>;
}

interface Manifest {
  pages: number;
  words: string;
  synonyms: string;
  catalog: string;
}
