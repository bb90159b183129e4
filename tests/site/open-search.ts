import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createEngine } from '../../src/search/engine.ts';
import type { Engine } from '../../src/search/engine.ts';
import { loadSource } from '../../src/search/load-source.ts';
import type { PagefindModule } from '../../src/search/load-source.ts';

/**
 * Opens the search of a built site from disk: the same engine and index that readers get, without a browser. `onRead`
 * is told the path of every file that a reader's browser would load for it.
 */
export async function openSearch(
  siteDir: string,
  onRead: (path: string) => void = () => undefined,
): Promise<Engine> {
  const root = `http://site.test/`;
  const readUrl = (url: string): Promise<Buffer> => {
    const path = join(siteDir, decodeURIComponent(new URL(url, root).pathname));
    onRead(path);
    return readFile(path);
  };
  const program = resolve(siteDir, 'pagefind/pagefind.js');
  onRead(program);
  const handed = new Map<string, ArrayBuffer>();
  // Pagefind fetches its files itself.
  globalThis.fetch = async (input) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const known = handed.get(url.replace(/\?.*$/su, ''));
    if (known) return new Response(known);
    return new Response(new Uint8Array(await readUrl(url)));
  };
  const source = await loadSource(root, {
    fetchText: async (url) => (await readUrl(url)).toString('utf8'),
    importPagefind: async () => (await import(pathToFileURL(program).href)) as PagefindModule,
    takeHanded: async (url) => new Uint8Array(await readUrl(url)).buffer,
    handOver: (url, content) => handed.set(url, content),
  });
  return createEngine(source);
}
