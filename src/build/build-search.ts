import { language } from '#words';
import type { Atlas } from '../content/open-atlas.ts';
import { pagePath } from '../knowledge/address.ts';
import type { TermEntry } from '../search/answers/answer-world.ts';
import { isAcronym, splitTitle } from '../search/answers/names.ts';
import { makeKey, unofficial } from '../search/synonyms.ts';
import type { SiteFiles } from './output/site-files.ts';
import type { MadePage } from './read-made-page.ts';
import type { PackedSearch, SearchFacts } from './search-files.ts';
import { openWorkerPool } from './worker-pool.ts';

/** Fewer pages are indexed before a thread has been started. */
const threadFrom = 50;

/** Makes the site's search. */
export interface SearchBuilder {
  /** Says about how many pages there will be: for many, what indexes them is started while they are made. */
  expect: (pages: number) => void;
  /** Indexes the pages into the site's own `pagefind/` and `search-data/` folders. */
  build: (
    site: Pick<SiteFiles, 'write'>,
    atlas: Atlas,
    made: readonly MadePage[],
  ) => Promise<{ pages: number; bytes: number }>;
  close: () => Promise<void>;
}

/** Many pages are indexed in a thread of its own, so that other work goes on meanwhile. */
export function openSearchBuilder(): SearchBuilder {
  const thread = openWorkerPool<SearchFacts, PackedSearch>(new URL('search-worker.ts', import.meta.url), 1);
  return {
    expect: (pages) => {
      if (pages >= threadFrom) thread.warm();
    },
    build: (site, atlas, made) => buildSearch(site, atlas, made, thread.ask),
    close: thread.close,
  };
}

async function buildSearch(
  site: Pick<SiteFiles, 'write'>,
  atlas: Atlas,
  made: readonly MadePage[],
  makeInThread: (facts: SearchFacts) => Promise<PackedSearch>,
): Promise<{ pages: number; bytes: number }> {
  const facts: SearchFacts = {
    pages: made.flatMap(({ search }) => search ?? []),
    synonyms: listSynonyms(atlas),
    terms: listTerms(atlas),
    language: language(),
  };
  const { files, stats } = await (facts.pages.length < threadFrom ? makeHere(facts) : makeInThread(facts));
  for (const [path, content] of files) site.write(path, content);
  return { pages: stats.pages, bytes: stats.bytes };
}

async function makeHere(facts: SearchFacts): Promise<PackedSearch> {
  const { makeSearchFiles } = await import('./search-files.ts');
  return makeSearchFiles(facts);
}

/** Groups of words that readers use for one thing: from the terms and the notes' aliases. */
export function listSynonyms(atlas: Pick<Atlas, 'library'>): string[][] {
  const { terms, notes } = atlas.library;
  const groups = terms.map((term) => [
    ...listTermNames(term),
    ...term.misspellings.map((word) => unofficial + word),
  ]);
  const termsByName = new Map<string, Set<string>>();
  for (const term of terms)
    for (const name of [...listTermNames(term), ...term.misspellings]) {
      const known = termsByName.get(makeKey(name));
      termsByName.set(makeKey(name), (known ?? new Set()).add(term.id));
    }
  const findTerms = (name: string): Set<string> => termsByName.get(makeKey(name)) ?? new Set();
  for (const note of notes) {
    const own = new Set(splitTitle(note.title).flatMap((name) => [...findTerms(name)]));
    // What the glossary defines by itself (NPU) leads to the note, but is no other word for the rest of it (GPU).
    const same = note.aliases.filter((alias) => {
      const named = findTerms(alias);
      return named.size === 0 || [...named].some((term) => own.has(term));
    });
    groups.push([note.title, ...same]);
  }
  return groups.filter((group) => group.length > 1);
}

function listTermNames(term: Atlas['library']['terms'][number]): string[] {
  return [term.term, ...splitNames(term.english), ...splitNames(term.abbreviation), ...term.synonyms];
}

/** Names parted by commas; what would leave a number alone is one name: Scope 1, 2, 3. */
function splitNames(names: string | undefined): string[] {
  return names ? names.split(/\s*,(?!\s*\d+\s*(?:,|$))\s*/u) : [];
}

/**
 * The terms of the glossary with their definitions, which search answers with, and the notes that declare one: that is
 * their answer, before what they say first.
 */
export function listTerms({ library }: Atlas): TermEntry[] {
  const terms = library.terms.map((term): TermEntry => {
    const note = library.byId.get(term.note);
    return {
      name: term.term,
      names: keepOwnNames(listTermNames(term), [term.term, ...splitNames(term.english)], term.synonyms),
      definition: term.definition,
      url: `${pagePath('/', 'glossary')}#term-${term.id}`,
      note: note?.title ?? '',
      noteUrl: note ? pagePath('/', note.address) : '',
      kindLabel: '',
    };
  });
  const notes = library.notes.flatMap(({ title, english, aliases, definition, address }): TermEntry[] => {
    if (!definition) return [];
    const own = [title, ...splitNames(english)];
    const url = pagePath('/', address);
    const names = keepOwnNames([...own, ...aliases], own, aliases);
    return [{ name: title, names, definition, url, note: title, noteUrl: url, kindLabel: '' }];
  });
  return [...terms, ...notes];
}

/** Without words that only go with the term (NVLink with network): the definition is not of them. */
function keepOwnNames(names: readonly string[], own: readonly string[], others: readonly string[]): string[] {
  return names.filter(
    (name) =>
      !/^[A-Za-z0-9.-]*[A-Z0-9][A-Za-z0-9.-]*$/u.test(name) ||
      isAcronym(name, [...own, ...others.filter((one) => one !== name)]),
  );
}
