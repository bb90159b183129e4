import type { Atlas } from '../content/open-atlas.ts';
import { pagePath } from '../knowledge/address.ts';
import type { TermEntry } from '../search/answers/find-answers.ts';
import { isAcronym } from '../search/answers/names.ts';
import { buildSearchIndex } from '../search/build-index.ts';
import { unofficial } from '../search/synonyms.ts';
import { recallAsync } from '../store/recall.ts';
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
    remember: async (content, make) => {
      const written = Buffer.from(content).toString('base64');
      const packed = await recallAsync('packed', [written], async () =>
        Buffer.from(await make()).toString('base64'),
      );
      return Buffer.from(packed, 'base64');
    },
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
  return [term.term, ...splitNames(term.english), ...splitNames(term.abbreviation), ...term.synonyms];
}

function splitNames(names: string | undefined): string[] {
  return names ? names.split(/\s*,\s*/u) : [];
}

/** The terms of the glossary with their definitions, which search answers with. */
export function listTerms({ library }: Atlas): TermEntry[] {
  return library.terms.map((term) => {
    const note = library.byId.get(term.note);
    return {
      name: term.term,
      // A word that only goes with the term (NVLink with network) is not what the definition is of.
      names: listTermNames(term).filter(
        (name) =>
          !/^[A-Za-z0-9.-]*[A-Z0-9][A-Za-z0-9.-]*$/u.test(name) ||
          isAcronym(name, [
            term.term,
            ...splitNames(term.english),
            ...term.synonyms.filter((one) => one !== name),
          ]),
      ),
      definition: term.definition,
      url: `${pagePath('/', 'glossary')}#term-${term.id}`,
      note: note?.title ?? '',
      noteUrl: note ? pagePath('/', note.address) : '',
      kindLabel: '',
    };
  });
}
