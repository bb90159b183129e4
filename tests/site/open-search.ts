import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEngine } from '../../src/search/engine.ts';
import type { Engine } from '../../src/search/engine.ts';
import { loadSource } from '../../src/search/load-source.ts';
import type { LoadFile } from '../../src/search/load-source.ts';

/**
 * Opens the search of a built site from disk: the same engine and index that readers get, without a browser. `onRead`
 * is told the path of every file that a reader's browser would load for it.
 */
export async function openSearch(siteDir: string, onRead?: (path: string) => void): Promise<Engine> {
  return createEngine(await loadSource('http://site.test/', readSite(siteDir, onRead)));
}

/** Reads the files of a built site by their addresses. */
export function readSite(siteDir: string, onRead: (path: string) => void = () => undefined): LoadFile {
  return async (url) => {
    const path = join(siteDir, decodeURIComponent(new URL(url).pathname));
    onRead(path);
    return new Uint8Array(await readFile(path)).buffer;
  };
}
