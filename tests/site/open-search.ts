import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createEngine } from '../../src/search/engine.ts';
import type { Engine } from '../../src/search/engine.ts';
import { loadSource } from '../../src/search/load-source.ts';
import type { PagefindModule } from '../../src/search/load-source.ts';

/** Opens the search of a built site from disk: the same engine and index that readers get, without a browser. */
export async function openSearch(siteDir: string): Promise<Engine> {
  const root = `http://site.test/`;
  const readUrl = (url: string): Promise<Buffer> =>
    readFile(join(siteDir, decodeURIComponent(new URL(url, root).pathname)));
  // Pagefind fetches its files itself.
  globalThis.fetch = async (input) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    return new Response(new Uint8Array(await readUrl(url)));
  };
  const source = await loadSource(root, {
    fetchText: async (url) => (await readUrl(url)).toString('utf8'),
    importPagefind: async () =>
      (await import(pathToFileURL(resolve(siteDir, 'pagefind/pagefind.js')).href)) as PagefindModule,
  });
  return createEngine(source);
}
