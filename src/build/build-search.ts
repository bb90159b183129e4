import type { Atlas } from '../content/open-atlas.ts';
import { buildSearchIndex } from '../search/build-index.ts';

/** Indexes the built pages into the site's own `pagefind/` folder. */
export async function buildSearch(siteDir: string, atlas: Atlas): Promise<{ pages: number; bytes: number }> {
  const { pages, bytes } = await buildSearchIndex({
    siteDir,
    outDir: siteDir,
    synonyms: listSynonyms(atlas),
  });
  return { pages, bytes };
}

/** Groups of words that readers use for one thing: from the terms and the notes' aliases. */
export function listSynonyms(atlas: Atlas): string[][] {
  const { terms, notes } = atlas.library;
  const groups = terms.map((term) => [
    term.term,
    ...(term.english ? term.english.split(/\s*,\s*/u) : []),
    ...(term.abbreviation ? term.abbreviation.split(/\s*,\s*/u) : []),
    ...term.synonyms,
    ...term.misspellings,
  ]);
  for (const note of notes) if (note.aliases.length) groups.push([note.title, ...note.aliases]);
  return groups.filter((group) => group.length > 1);
}
