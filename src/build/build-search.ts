import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Atlas } from '../content/open-atlas.ts';
import { pagePath } from '../knowledge/address.ts';
import type { TermEntry } from '../search/answers/find-answers.ts';
import { isAcronym } from '../search/answers/names.ts';
import { createSearchFiles } from '../search/build-index.ts';
import { packFiles } from '../search/pack-files.ts';
import { unofficial } from '../search/synonyms.ts';
import { cacheFolder } from './build-lock.ts';
import type { SiteFiles } from './output/site-files.ts';
import type { MadePage } from './read-made-page.ts';
import { openSealedCache } from './sealed-cache.ts';

/** Indexes the pages of the site into its own `pagefind/` and `search-data/` folders. */
export async function buildSearch(
  site: Pick<SiteFiles, 'write'>,
  atlas: Atlas,
  made: readonly MadePage[],
): Promise<{ pages: number; bytes: number }> {
  const { files, stats } = await createSearchFiles({
    pages: made.flatMap(({ search }) => search ?? []),
    synonyms: listSynonyms(atlas),
    terms: listTerms(atlas),
  });
  for (const [path, content] of await packFiles(files, rememberPacked)) site.write(path, content);
  return { pages: stats.pages, bytes: stats.bytes };
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
