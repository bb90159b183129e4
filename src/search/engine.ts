/**
 * The search itself, put together from its parts: find pages, answer, choose sections, cut excerpts. Runs in a worker,
 * on the page, and in Node; what it needs from outside comes in through `SearchSource`.
 */
import { findAnswers, keepEvidence } from './answers/find-answers.ts';
import type { AnswerWorld } from './answers/find-answers.ts';
import { createNames } from './answers/names.ts';
import { chooseSearchWords } from './answers/search-words.ts';
import { indexCatalog } from './catalog.ts';
import type { Catalog } from './catalog.ts';
import { countFacets, fitsFacets } from './count-facets.ts';
import { createFinder } from './find-pages.ts';
import type { Found } from './find-pages.ts';
import { normalizeText } from './hangul.ts';
import { makeGroup, nameNote } from './make-groups.ts';
import type { Engine, SearchOptions, SearchOutcome, SearchSource } from './outcome.ts';
import { planQuery } from './plan-query.ts';
import { createPageReader } from './read-pages.ts';
import { suggestWords } from './suggest.ts';
import { createSynonyms } from './synonyms.ts';
import { parseWordList } from './word-list.ts';

export type { Engine, SearchOptions, SearchOutcome, SearchSource } from './outcome.ts';

/** Pages that an answer is looked for in, and those of each subject of a comparison. */
const answerPages = { all: 5, subject: 2 };

/** Queries whose pages are remembered: what answering one takes, and some steps back. */
const mostRemembered = 12;

/** Makes a search engine from what was loaded. */
export function createEngine(source: SearchSource): Engine {
  const list = parseWordList(source.words);
  const synonyms = createSynonyms(source.synonyms);
  let catalog = source.catalog;
  let places = indexCatalog(catalog);
  let names = createNames(catalog, synonyms);
  const loadPage = createPageReader();
  const find = remember(
    createFinder({
      source,
      list,
      synonyms,
      catalog: () => catalog,
      placeOf: (id) => places(id),
      loadPage,
    }),
  );
  const readPage = keepEvidence();

  const loadFilters = async (): Promise<void> => {
    const none: Catalog = { ids: [], kinds: [], kindOf: [] };
    catalog = { ...none, ...catalog, ...(await source.loadCatalog?.()) };
    places = indexCatalog(catalog);
    names = createNames(catalog, synonyms);
  };

  const world: AnswerWorld = {
    names: { find: (text) => names.find(text) },
    urlOf: (at) => catalog?.urls?.[at],
    // Without synonyms: what is searched with a word need not be the word that a row is about.
    planTerms: (text) => planQuery(text, list, createSynonyms([])).terms,
    loadTerms: async (at) => (await source.loadTerms?.(at)) ?? [],
    loadPages: async (words, subjects = []) => {
      const found = await Promise.all([
        find(words, false).then(({ results }) => results.slice(0, answerPages.all)),
        ...subjects.map((subject) =>
          find(subject, false).then(({ results }) => results.slice(0, answerPages.subject)),
        ),
      ]);
      const byId = new Map(found.flat().map((result) => [result.id, result]));
      const pages = await Promise.all([...byId.values()].map(loadPage));
      return pages.flatMap((page) => (page === null ? [] : [readPage(page)]));
    },
  };

  return {
    async search(query, options = {}) {
      const filters = (options.facets ?? options.tag ?? options.year) !== undefined;
      if ((filters && catalog?.tags === undefined) || (options.kind !== undefined && catalog === undefined))
        await loadFilters();
      const isLiteral = options.literal === true;
      const words = isLiteral ? query : chooseSearchWords(query, names);
      const answering =
        isLiteral || (options.offset ?? 0) > 0 ? Promise.resolve([]) : findAnswers(query, world);
      // What fails for the answer fails for the results as well, and is reported there.
      answering.catch(() => undefined);
      if (query.trim() === '') return browse(catalog, options);
      const { plan, results, explanations } = await find(words, isLiteral);
      const kept = results.filter((result) => fitsFacets(places(result.id), catalog, options));
      const offset = options.offset ?? 0;
      const slice = kept.slice(offset, offset + (options.limit ?? 5));
      const loaded = await Promise.all(
        slice.map(async (result) => ({ result, page: await loadPage(result) })),
      );
      const failed = loaded.filter(({ page }) => page === null).length;
      const groups = loaded.flatMap(({ result, page }) =>
        page === null ? [] : [makeGroup(page, result, plan)],
      );
      const rest = kept.slice(offset + slice.length);
      return {
        query,
        literal: normalizeText(query),
        answers: await answering,
        total: kept.length,
        groups,
        rest: rest.flatMap((result) => nameNote(places(result.id), catalog)),
        offset: offset + slice.length,
        explanations,
        hasFacets: catalog?.tags !== undefined,
        facets: countFacets(
          results.map(({ id }) => places(id)),
          catalog,
          options,
        ),
        words: [...new Set(plan.terms.flatMap((term) => term.forms.slice(0, 4)))],
        suggestions: suggestWords(plan.literal, list, catalog, kept.length === 0 ? 8 : 5, kept.length === 0),
        failed,
      };
    },
  };
}

/** What there is without a query: how many notes of each kind, and the notes of the one that was chosen. */
function browse(catalog: Catalog | undefined, options: SearchOptions): SearchOutcome {
  const all = catalog?.ids.map((_, at) => at) ?? [];
  const kept = options.kind === undefined ? [] : all.filter((at) => fitsFacets(at, catalog, options));
  return {
    query: '',
    literal: '',
    answers: [],
    total: kept.length,
    groups: [],
    rest: kept.flatMap((at) => nameNote(at, catalog)),
    offset: 0,
    explanations: [],
    hasFacets: true,
    facets: { ...countFacets(all, catalog, options), tag: [], year: [] },
    words: [],
    suggestions: [],
    failed: 0,
  };
}

/** Remembers the latest queries; one that failed is forgotten, as the network may be back at the next try. */
function remember(find: (query: string, literal: boolean) => Promise<Found>): typeof find {
  const known = new Map<string, Promise<Found>>();
  return (query, literal) => {
    const key = `${literal ? '=' : ''}${query}`;
    const found = known.get(key) ?? find(query, literal);
    known.delete(key);
    known.set(key, found);
    found.catch(() => known.delete(key));
    const [oldest] = known.keys();
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
    return found;
  };
}
