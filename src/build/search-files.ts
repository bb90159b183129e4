import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createSearchFiles, type SearchStats } from '../search/build-index.ts';
import { packFiles } from '../search/pack-files.ts';
import type { TermEntry } from '../search/answers/answer-world.ts';
import type { SearchPage } from '../search/read-page.ts';
import { type Language, setLanguage } from '../words/words.ts';
import { cacheFolder } from './build-lock.ts';
import { openSealedCache } from './sealed-cache.ts';

/** Everything that search knows of a site, as plain data that a thread can be handed. */
export interface SearchFacts {
  pages: readonly SearchPage[];
  synonyms: readonly (readonly string[])[];
  terms: readonly TermEntry[];
  language: Language;
}

/** The files of search by their paths in the site. */
export interface PackedSearch {
  files: Map<string, Uint8Array>;
  stats: SearchStats;
}

/** Indexes the pages and packs what readers load of it. Rejects only when Pagefind itself fails. */
export async function makeSearchFiles({ language, ...facts }: SearchFacts): Promise<PackedSearch> {
  setLanguage(language);
  return createSearchFiles({ ...facts, pack: (files) => packFiles(files, rememberPacked) });
}

/** Packed files that no build has asked for in so many days are let go. */
const keepDays = 3;

/** What packs files, of which none says when it would pack them differently. */
const packers = ['terser', '@gfx/zopfli'].map(
  (name) => (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version,
);

/** The packed bytes of a file, from a cache that outlives what is known of the notes. */
async function rememberPacked(content: Uint8Array, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const code = await readFile(new URL('../search/pack-files.ts', import.meta.url));
  const hash = createHash('sha256').update(packers.join()).update(code).update(content);
  const name = hash.digest('hex').slice(0, 32);
  const cache = openSealedCache(join(cacheFolder, 'packed'));
  const known = await cache.read(name);
  if (known) return known;
  const made = await make();
  await cache.write(name, made);
  await cache.sweep(keepDays);
  return made;
}
