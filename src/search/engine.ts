/**
 * The search itself, put together from its parts: find pages, answer, choose sections, cut excerpts. Runs in a worker,
 * on the page, and in Node; what it needs from outside comes in through `SearchSource`.
 */
import type { Answer } from './answers/answer.ts';
import { findAnswers, findLast, keepEvidence } from './answers/find-answers.ts';
import type { AnswerWorld } from './answers/answer-world.ts';
import { createNames, splitTitle } from './answers/names.ts';
import type { Names } from './answers/names.ts';
import { isMakerAsked, languages, leaveEnglish, openEnglish } from './answers/question.ts';
import { chooseSearchWords } from './answers/search-words.ts';
import { indexCatalog } from './place-catalog.ts';
import { findKind } from './catalog.ts';
import type { Catalog } from './catalog.ts';
import { chosenFields, countFacets, fitsFacets } from './count-facets.ts';
import { createFinder } from './find-pages.ts';
import type { Found } from './find-pages.ts';
import { normalizeText } from './hangul.ts';
import { makeGroup, nameNote } from './make-groups.ts';
import type { Engine, SearchOptions, SearchOutcome, SearchSource } from './outcome.ts';
import { planQuery } from './plan-query.ts';
import type { Explanation, Plan } from './plan-query.ts';
import { createPageReader } from './read-pages.ts';
import { suggestNames } from './suggest.ts';
import type { Suggestion } from './suggest.ts';
import { createSynonyms } from './synonyms.ts';
import { parseWordList } from './word-list.ts';
import type { WordList } from './word-list.ts';
import { findPassages } from './find-passages.ts';

export type { Engine, SearchOptions, SearchOutcome, SearchSource } from './outcome.ts';

/** Pages that an answer is looked for in, and those of each subject of a comparison. */
const answerPages = { wide: 10, asked: 5, measured: 3, usual: 2, subject: 2, passages: 3 };

/** The weight of the most frequent words. */
const mostWeight = 9;

/** Queries whose pages are remembered: what answering one takes, and some steps back. */
const mostRemembered = 12;

/** Makes a search engine from what was loaded. */
export function createEngine(source: SearchSource): Engine {
  const list = parseWordList(source.words);
  const synonyms = createSynonyms(source.synonyms);
  let catalog = source.catalog;
  let places = indexCatalog(catalog);
  let names = keepNames(() => createNames(catalog, synonyms));
  let searched = false;
  let headings: readonly string[] = [];
  let termUrls: readonly string[] = [];
  let loadingHeadings: Promise<void> | undefined;
  const loadHeadings = (): Promise<void> => {
    loadingHeadings ??= (source.loadNames?.() ?? Promise.resolve({ headings: [], termUrls: [] })).then(
      (loaded) => {
        ({ headings, termUrls } = loaded);
      },
      // Without them there are fewer suggestions; the next query tries again.
      () => {
        loadingHeadings = undefined;
      },
    );
    return loadingHeadings;
  };
  let rare: Promise<WordList> | undefined;
  /** The lists that are there by now. */
  let lists = [list];
  const loadWords = (): Promise<WordList> => {
    rare ??= (source.loadWords?.() ?? Promise.resolve('')).then(parseWordList).then(
      (loaded) => {
        lists = [list, loaded];
        return loaded;
      },
      () => {
        // Without them fewer slips are told; the next query tries again.
        rare = undefined;
        return list;
      },
    );
    return rare;
  };
  const loadPage = createPageReader();
  const find = remember(
    createFinder({
      source,
      list,
      synonyms,
      catalog: () => catalog,
      placeOf: (id) => places(id),
      loadPage,
      loadWords,
      loadNames: async () => {
        await loadHeadings();
        return [
          ...(catalog?.titles ?? []).flatMap((title) => [title, ...splitTitle(title)]),
          ...(catalog?.terms ?? []),
          ...headings,
        ];
      },
    }),
  );
  const readPage = keepEvidence();

  /** The question in the word that was found for one that the notes lack; undefined where none was. */
  const correctQuery = (query: string, explanations: readonly Explanation[]): string | undefined => {
    const [first] = explanations;
    if (first === undefined || !isOnlyReading(first, explanations)) return undefined;
    // A short word that the notes lack is more likely another word than a slip: buy is no “by”.
    if (first.kind === 'typo' && /^[a-z]{1,4}$/u.test(first.from)) return undefined;
    // Nobody slips on the first letter of an English word as readily as the notes lack what is meant: cooling is no booking.
    const [to = ''] = first.to;
    if (first.kind === 'typo' && /^[a-z]+$/u.test(first.from) && first.from[0] !== to[0]) return undefined;
    const corrected = normalizeText(query).replace(first.from, first.to[0] ?? first.from);
    // A word that asks for the maker is none that the notes need: 창업자 is no slip for 사업자.
    return isMakerAsked(normalizeText(query)) && !isMakerAsked(corrected) ? undefined : corrected;
  };

  /** What is looked for where nothing answers: the corrected question, then what says the most of it. */
  const answerLast = async (query: string, explanations: readonly Explanation[]): Promise<Answer[]> => {
    const corrected = correctQuery(query, explanations);
    const asked = corrected ?? query;
    const world = openWorld(chooseSearchWords(asked, names()));
    const answers = corrected === undefined ? [] : await findAnswers(corrected, world);
    return answers.length > 0 ? answers : findLast(asked, world);
  };

  const loadFilters = async (): Promise<void> => {
    const none: Catalog = { ids: [], kinds: [], kindOf: [] };
    catalog = { ...none, ...catalog, ...(await source.loadCatalog?.()) };
    places = indexCatalog(catalog);
    names = keepNames(() => createNames(catalog, synonyms));
  };

  /** What the answers to one query are made from. */
  const openWorld = (words: string): AnswerWorld => ({
    names: { find: (text) => names().find(text) },
    urlOf: (at) => catalog?.urls?.[at],
    titleOf: (at) => catalog?.titles?.[at],
    listKind: (names) => findKind(names, catalog),
    isHangul: !isLatin(catalog),
    // Without synonyms: what is searched with a word need not be the word that a row is about.
    planTerms: (text) => planQuery(text, list, createSynonyms([])).terms,
    loadTerms: async (at) => (await source.loadTerms?.(at)) ?? [],
    rateRarity: (word) => {
      const weight = Math.max(...lists.map((one) => one.getWeight(word) ?? -1));
      return 1 - (weight + 1) / (mostWeight + 1);
    },
    loadPassages: async (terms) => {
      await loadWords();
      const found = await findPassages(terms, lists, catalog?.ids.length ?? 0, source.search);
      const pages = await Promise.all(
        found.slice(0, answerPages.passages).map(({ result }) => loadPage(result)),
      );
      return pages.flatMap((page) => (page === null ? [] : [readPage(page)]));
    },
    loadPages: async (want, subjects) => {
      const count = answerPages[want];
      const found = await Promise.all([
        find(words, false).then(({ results }) => results.slice(0, count)),
        ...subjects.map((subject) =>
          find(subject, false).then(({ results }) => results.slice(0, answerPages.subject)),
        ),
      ]);
      const byId = new Map(found.flat().map((result) => [result.id, result]));
      const pages = await Promise.all([...byId.values()].map(loadPage));
      return pages.flatMap((page) => (page === null ? [] : [readPage(page)]));
    },
  });

  const misspelt = synonyms.spellings.map(normalizeText);
  const isWord = (text: string): boolean => list.standsAlone(text) || list.hasPrefix(`${text}-`);
  const suggest = async (text: string, isLost: boolean): Promise<Suggestion[]> => {
    const names = suggestNames(
      text,
      { catalog, aliases: synonyms.spellings, headings, termUrls, isWord },
      isLost ? 8 : 5,
    );
    if (names.length > 0 || !isLost) return names;
    const [{ suggestCorrections }, rare] = await Promise.all([import('./plan-guesses.ts'), loadWords()]);
    return suggestCorrections(text, [list, rare], misspelt, 4);
  };

  return {
    async search(query, options = {}) {
      if ((!asksInEnglish(query) && !isLatin(catalog)) || !(await openEnglish())) leaveEnglish();
      const filters =
        (options.facets ?? options.tag ?? options.year) !== undefined || chosenFields(options).length > 0;
      if ((filters && catalog?.tags === undefined) || (options.kind !== undefined && catalog === undefined))
        await loadFilters();
      const isLiteral = options.literal === true;
      const words = isLiteral ? query : chooseSearchWords(query, names());
      const isAnswered = !isLiteral && (options.offset ?? 0) === 0;
      const answering = isAnswered ? findAnswers(query, openWorld(words)) : Promise.resolve([]);
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
      // Suggestions grow with the headings, which nothing waits for; the first query has enough to load.
      if (searched) void loadHeadings();
      searched = true;
      const found = await answering;
      return {
        query,
        literal: normalizeText(query),
        answers: found.length > 0 || !isAnswered ? found : await answerLast(query, explanations),
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
        words: listWords(plan),
        suggestions: await suggest(plan.literal, kept.length === 0),
        failed,
      };
    },
  };
}

/** True where what was typed can be read in one way alone, and that is hardly another word. */
function isOnlyReading(first: Explanation, explanations: readonly Explanation[]): boolean {
  if (first.kind === 'synonym' || first.kind === 'fewer' || first.isUnsure === true) return false;
  return (
    first.to.length === 1 &&
    explanations.every(({ kind, to }) => kind !== first.kind || to[0] === first.to[0])
  );
}

/** The forms to mark where a hit leads: first one of each word, as more than a few make no address. */
function listWords({ terms }: Plan): string[] {
  return [...new Set([0, 1, 2, 3].flatMap((at) => terms.flatMap(({ forms }) => forms[at] ?? [])))];
}

/** Names as the languages tell them that are read just now, made once for each. */
function keepNames(make: () => Names): () => Names {
  const known = new Map<number, Names>();
  return () => {
    const names = known.get(languages.length) ?? make();
    known.set(languages.length, names);
    return names;
  };
}

/** True for words of English; most queries of Korean notes hold names of it at most, and need no English table. */
export function asksInEnglish(query: string): boolean {
  return /[a-z]\s+[a-z]/iu.test(query) && !/[가-힣]/u.test(query);
}

/** True where no title is in Hangul: notes in English are asked in Korean too. */
function isLatin(catalog: Catalog | undefined): boolean {
  return catalog?.titles?.some((title) => /[가-힣]/u.test(title)) === false;
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
