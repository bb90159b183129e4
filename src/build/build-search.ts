import type { Atlas } from '../content/open-atlas.ts';
import { pagePath } from '../knowledge/address.ts';
import type { TermEntry } from '../search/answers/find-answers.ts';
import { buildSearchIndex } from '../search/build-index.ts';
import { unofficial } from '../search/synonyms.ts';
import type { MadePage } from './read-made-page.ts';

/** Indexes the pages of the site into its own `pagefind/` folder. */
export async function buildSearch(
  siteDir: string,
  atlas: Atlas,
  made: readonly MadePage[],
): Promise<{ pages: number; bytes: number }> {
  const { pages, bytes } = await buildSearchIndex({
    siteDir,
    pages: made.flatMap(({ search }) => search ?? []),
    outDir: siteDir,
    synonyms: listSynonyms(atlas),
    terms: listTerms(atlas),
  });
  return { pages, bytes };
}

/** Groups of words that readers use for one thing: from the terms and the notes' aliases. */
export function listSynonyms(atlas: Atlas): string[][] {
  const { terms, notes } = atlas.library;
  const groups = terms.map((term) => [
    ...listTermNames(term),
    ...term.misspellings.map((word) => unofficial + word),
  ]);
  for (const note of notes) if (note.aliases.length) groups.push([note.title, ...note.aliases]);
  return groups.filter((group) => group.length > 1);
}

function listTermNames(term: Atlas['library']['terms'][number]): string[] {
  const split = (names: string | undefined) => (names ? names.split(/\s*,\s*/u) : []);
  return [term.term, ...split(term.english), ...split(term.abbreviation), ...term.synonyms];
}

/** The terms of the glossary with their definitions, which search answers with. */
export function listTerms({ library }: Atlas): TermEntry[] {
  return library.terms.map((term) => {
    const note = library.byId.get(term.note);
    return {
      name: term.term,
      names: listTermNames(term),
      definition: term.definition,
      url: `${pagePath('/', 'glossary')}#term-${term.id}`,
      note: note?.title ?? '',
      noteUrl: note ? pagePath('/', note.address) : '',
      kindLabel: '',
    };
  });
}
