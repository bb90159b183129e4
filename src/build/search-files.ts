import { createSearchFiles, type SearchStats } from '../search/build-index.ts';
import { packFiles } from '../search/pack-files.ts';
import type { TermEntry } from '../search/answers/answer-world.ts';
import type { SearchPage } from '../search/read-page.ts';
import { type Language, setLanguage } from '../words/words.ts';

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
  return createSearchFiles({ ...facts, pack: packFiles });
}
