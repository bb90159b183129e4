/**
 * The search itself: plan, ask Pagefind, merge, choose sections, cut excerpts. Runs in a worker, on the page, and in
 * Node; what it needs from outside comes in through `SearchSource`.
 */
import { indexCatalog } from './catalog.ts';
import type { Catalog, PlaceOf } from './catalog.ts';
import { chooseSections, holdsWords, rateFit } from './choose-sections.ts';
import type { ChosenPlace } from './choose-sections.ts';
import { cleanText, highlightText, makeExcerpt, makeTableExcerpt } from './excerpt.ts';
import type { Segment } from './excerpt.ts';
import { spellQuery } from './hidden-words.ts';
import { readFragment } from './index-document.ts';
import type { Fragment, FoundPage } from './index-document.ts';
import { mergeResults } from './merge-results.ts';
import type { MergedResult, RawResult, SearchAnswer } from './merge-results.ts';
import { getPhraseKey, planContaining, planGuesses, planQuery } from './plan-query.ts';
import type { Explanation, Plan, PlannedSearch } from './plan-query.ts';
import { suggestWords } from './suggest.ts';
import type { Suggestion } from './suggest.ts';
import { createSynonyms } from './synonyms.ts';
import type { SynonymGroups } from './synonyms.ts';
import { parseWordList } from './word-list.ts';

/** How many pages are read to find out which of them say the query as it was typed. */
const pagesChecked = 9;

/** How many of them are read at a time: what is shown at first. */
const pagesAtOnce = 3;

/** Where a query finds fewer pages than this, longer words that hold its words are searched too. */
const fewPages = 12;

/** Hits shown of one page before "more". */
const hitsPerGroup = 4;

/** Makes a search engine from what was loaded. */
export function createEngine(source: SearchSource): Engine {
  const list = parseWordList(source.words);
  const synonyms = createSynonyms(source.synonyms);
  let catalog = source.catalog;
  let placeOf = indexCatalog(catalog);
  const pages = new Map<string, Promise<FoundPage | null>>();
  let latest: { key: string; found: Found } | undefined;

  const loadPage = (result: MergedResult): Promise<FoundPage | null> => {
    const known = pages.get(result.id);
    if (known !== undefined) return known;
    const page = result.load().then(
      (fragment) => readFragment(fragment as Fragment),
      () => {
        // Not remembered: the network may be back at the next try.
        pages.delete(result.id);
        return null;
      },
    );
    pages.set(result.id, page);
    return page;
  };

  const ask = async (searches: readonly PlannedSearch[]): Promise<SearchAnswer[]> =>
    Promise.all(
      searches.map(async (search) => ({
        search,
        results: await source.search(spellQuery(search.text), search.reason?.kind !== 'synonym'),
      })),
    );

  /** Drops answers that Pagefind gave for a shorter prefix of a word that the site does not know. */
  const believe = async (answers: SearchAnswer[], unsure: readonly string[]): Promise<SearchAnswer[]> => {
    if (unsure.length === 0) return answers;
    return Promise.all(
      answers.map(async (answer) => {
        const doubtful = unsure.filter((stem) => answer.search.text.split(/[\s"]+/).includes(stem));
        const best = mergeResults([answer])[0];
        if (doubtful.length === 0 || best === undefined) return answer;
        const page = await loadPage(best);
        return page === null || holdsWords(page, doubtful) ? answer : { ...answer, results: [] };
      }),
    );
  };

  /** Keeps of each answer the pages (of the first few) that really say its form, or else the text. */
  const verify = async (answers: SearchAnswer[], text: string): Promise<SearchAnswer[]> =>
    Promise.all(
      answers.map(async (answer) => {
        const said = answer.search.forms?.[0] ?? text;
        const checked = await Promise.all(
          mergeResults([answer])
            .filter(({ inRow }) => inRow || answer.search.forms !== undefined)
            .slice(0, pagesChecked)
            .map(async (result) => {
              const page = await loadPage(result);
              return page !== null && holdsWords(page, [said]) ? result.id : '';
            }),
        );
        return { ...answer, results: answer.results.filter(({ id }) => checked.includes(id)) };
      }),
    );

  /**
   * Pagefind knows where words stand, not which. Where the query is more than one known word, the first pages that may
   * say it as it was typed are read until some do, and those come first.
   */
  const promoteFits = async (answers: readonly SearchAnswer[], plan: Plan): Promise<MergedResult[]> => {
    const results = mergeResults(answers);
    const stems = plan.terms.map((term) => term.forms[0] ?? '');
    const simple =
      stems.length === 1 && plan.literal === stems[0] && (plan.unsure.length === 0 || stems[0].length < 4);
    if (simple || results.length < 2) return results;
    const likely = listLikely(results, answers, plan).slice(0, pagesChecked);
    const fits = new Map<string, number>();
    for (let from = 0; from < likely.length; from += pagesAtOnce) {
      const batch = likely.slice(from, from + pagesAtOnce);
      const pagesRead = await Promise.all(batch.map(loadPage));
      batch.forEach((result, at) => {
        const page = pagesRead[at];
        if (page) fits.set(result.id, rateFit(page, plan.literal, stems));
      });
      if ([...fits.values()].some((fit) => fit >= 3)) break;
    }
    const fitOf = ({ id }: MergedResult): number => Math.max(1, fits.get(id) ?? 1);
    return results.toSorted((one, other) => fitOf(other) - fitOf(one));
  };

  const find = async (query: string, literal: boolean): Promise<Found> => {
    const plan = planQuery(query, list, synonyms);
    if (literal) plan.searches = plan.searches.filter((search) => search.reason === undefined).slice(0, 2);
    let answers = await believe(await ask(plan.searches), plan.unsure);
    let guessed = false;
    if (!literal && findsNothing(answers)) {
      const guesses = planGuesses(plan, list);
      guessed = guesses.length > 0;
      // What was found with its words apart stays, behind what a guess finds.
      const apart = answers;
      answers = await ask(guesses.filter((guess) => guess.contains === true));
      if (findsNothing(answers))
        answers = await verify(await ask(guesses.filter((guess) => guess.verified === true)), plan.literal);
      if (findsNothing(answers))
        answers = await ask(
          guesses.filter(
            (guess) => guess.loose !== true && guess.verified !== true && guess.contains !== true,
          ),
        );
      if (findsNothing(answers) && findsNothing(apart))
        answers = await ask(guesses.filter((guess) => guess.loose === true));
      answers = [...answers, ...apart];
      const used = answers
        .filter(({ results }) => results.length > 0)
        .flatMap(({ search }) => search.forms ?? []);
      for (const term of plan.terms) term.forms.push(...used);
    }
    if (!literal && !guessed && mergeResults(answers).length < fewPages) {
      const containing = await ask(planContaining(plan, list));
      answers = [...answers, ...containing];
      const used = containing.filter(({ results }) => results.length > 0);
      plan.terms[0]?.forms.push(...used.flatMap(({ search }) => search.forms ?? []));
    }
    // Where a guess was needed nobody says the query as it was typed.
    const merged = guessed ? mergeResults(answers) : await promoteFits(answers, plan);
    const results = rankTitles(merged, plan, catalog, placeOf);
    return { plan, results, explanations: explain(answers, results, guessed) };
  };

  return {
    async search(query, options = {}) {
      const filters = (options.facets ?? options.tag ?? options.year) !== undefined;
      if ((filters && catalog?.tags === undefined) || (options.kind !== undefined && catalog === undefined)) {
        const none: Catalog = { ids: [], kinds: [], kindOf: [] };
        catalog = { ...none, ...catalog, ...(await source.loadCatalog?.()) };
        placeOf = indexCatalog(catalog);
      }
      const key = `${options.literal === true ? '=' : ''}${query}`;
      if (latest?.key !== key) latest = { key, found: await find(query, options.literal === true) };
      const { plan, results, explanations } = latest.found;
      const kept = results.filter((result) => fitsFacets(placeOf(result.id), catalog, options));
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
        literal: plan.literal,
        total: kept.length,
        groups,
        rest: rest.flatMap((result) => nameNote(result.id, catalog, placeOf)),
        offset: offset + slice.length,
        explanations,
        hasFacets: catalog?.tags !== undefined,
        facets: countFacets(results, catalog, placeOf, options),
        words: [...new Set(plan.terms.flatMap((term) => term.forms.slice(0, 4)))],
        suggestions: suggestWords(plan.literal, list, catalog, kept.length === 0 ? 8 : 5, kept.length === 0),
        failed,
      };
    },
  };
}

/** True when no page was found, or only with the parts of one word far apart. */
function findsNothing(answers: readonly SearchAnswer[]): boolean {
  const results = mergeResults(answers);
  return results.length === 0 || results.every((result) => result.search.near === true && result.scattered);
}

/**
 * The results that may say the query as it was typed, the likeliest first. One word: those found by it, and where it may
 * be written apart those whose parts stand in a row. Several words: where they stand in a row; two may be one word.
 */
function listLikely(
  results: readonly MergedResult[],
  answers: readonly SearchAnswer[],
  plan: Plan,
): MergedResult[] {
  const inRow = results.filter((result) => result.inRow);
  const others = results.filter((result) => !result.inRow);
  if (plan.terms.length > 1) return plan.terms.length > 2 ? inRow : [...inRow, ...others];
  const found = (text: string): Set<string> =>
    new Set(answers.find(({ search }) => search.text === text)?.results.map(({ id }) => id));
  const typed = found(plan.literal);
  const isUnsure = plan.unsure.length > 0;
  // As many as its stem finds: most likely Pagefind's answer for a form that it does not know.
  const isForm = typed.size < found(plan.terms[0]?.forms[0] ?? '').size;
  const most = isForm || isUnsure ? pagesChecked : pagesAtOnce;
  const isApart = isUnsure || answers.some(({ search }) => search.near === true);
  return [
    ...results.filter(({ id }) => typed.has(id)).slice(0, most),
    ...(isApart ? [...inRow, ...others].filter(({ id }) => !typed.has(id)) : []),
  ];
}

/** Puts the page whose title is just the query first, as far as titles are known. */
function rankTitles(
  results: MergedResult[],
  plan: Plan,
  catalog: Catalog | undefined,
  placeOf: PlaceOf,
): MergedResult[] {
  const phrase = getPhraseKey(plan);
  const literal = plan.literal.replace(/[^\p{L}\p{N}]/gu, '');
  const titles = catalog?.titles;
  if (titles === undefined || literal.length < 2) return results;
  const rank = ({ id }: MergedResult): number => {
    const title = (titles[placeOf(id) ?? -1] ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    if (title === literal || title === phrase) return 2;
    return title.startsWith(literal) && literal.length >= title.length * 0.6 ? 1 : 0;
  };
  const ranks = new Map(results.map((result) => [result, rank(result)]));
  return results.toSorted((one, other) => (ranks.get(other) ?? 0) - (ranks.get(one) ?? 0));
}

function explain(
  answers: readonly SearchAnswer[],
  results: readonly MergedResult[],
  guessed: boolean,
): Explanation[] {
  const direct = answers.some(
    ({ search, results: found }) => search.reason === undefined && found.length > 0,
  );
  const used = new Map<string, Explanation>();
  for (const { search } of results) {
    const { reason } = search;
    if (reason !== undefined && (guessed || !direct || reason.kind === 'synonym'))
      used.set(`${reason.kind} ${reason.to.join()}`, reason);
  }
  return [...used.values()].slice(0, 6);
}

function makeGroup(page: FoundPage, result: MergedResult, plan: Plan): HitGroup {
  const { terms } = plan;
  const { sections } = chooseSections(page, terms, getPhraseKey(plan), plan.literal);
  const makeHit = (place: ChosenPlace, kind: Hit['kind'], depth: number): Hit => {
    const { part } = place;
    const excerpt =
      place.ownScore <= 0 && kind === 'section'
        ? []
        : part.kind === 'table'
          ? makeTableExcerpt(part.text, terms)
          : makeExcerpt(part.text, terms);
    return { kind, url: link(page.url, place.link), depth, title: highlightText(part.title, terms), excerpt };
  };
  const hits: Hit[] = [];
  let left = 0;
  for (const section of sections) {
    const group = [
      makeHit(section, section.part.kind, 0),
      ...section.children.slice(0, 2).map((child) => makeHit(child, child.part.kind, 1)),
    ];
    if (hits.length === 0 || hits.length + group.length <= hitsPerGroup + 1) hits.push(...group);
    else left += 1;
  }
  return {
    url: page.url,
    title: highlightText(page.markedTitle, terms),
    kind: page.kind,
    kindLabel: page.kindLabel,
    breadcrumb: cleanText(page.breadcrumb),
    scattered: result.scattered,
    hits,
    left,
  };
}

function link(url: string, id: string): string {
  return id === '' ? url : `${url}#${id}`;
}

function nameNote(id: string, catalog: Catalog | undefined, placeOf: PlaceOf): NoteName[] {
  const at = placeOf(id) ?? -1;
  const url = catalog?.urls?.[at];
  if (catalog === undefined || url === undefined) return [];
  const kind = catalog.kinds[catalog.kindOf[at] ?? -1];
  return [{ url, title: catalog.titles?.[at] ?? url, kind: kind?.[0] ?? 'note', kindLabel: kind?.[1] ?? '' }];
}

function fitsFacets(
  at: number | undefined,
  catalog: Catalog | undefined,
  { kind, tag, year }: SearchOptions,
): boolean {
  if (kind === undefined && tag === undefined && year === undefined) return true;
  if (at === undefined || catalog === undefined) return false;
  if (kind !== undefined && catalog.kinds[catalog.kindOf[at] ?? -1]?.[0] !== kind) return false;
  if (tag !== undefined && !(catalog.tagsOf?.[at] ?? []).some((one) => catalog.tags?.[one] === tag))
    return false;
  return year === undefined || (catalog.yearsOf?.[at] ?? []).includes(Number(year));
}

/** For each facet, how many pages each value would leave; the facet's own choice does not count against it. */
function countFacets(
  results: readonly MergedResult[],
  catalog: Catalog | undefined,
  placeOf: PlaceOf,
  options: SearchOptions,
): Facets {
  const facets: Facets = { kind: [], tag: [], year: [] };
  if (catalog === undefined) return facets;
  const count = (name: keyof Facets, read: (at: number) => (readonly [string, string])[]): FacetValue[] => {
    const others = { ...options };
    delete others[name];
    const counts = new Map<string, FacetValue>();
    for (const { id } of results) {
      const at = placeOf(id);
      if (at === undefined || !fitsFacets(at, catalog, others)) continue;
      for (const [value, label] of read(at)) {
        const known = counts.get(value) ?? { value, label, count: 0 };
        counts.set(value, { ...known, count: known.count + 1 });
      }
    }
    return [...counts.values()].sort(
      (one, other) => other.count - one.count || (one.label < other.label ? -1 : 1),
    );
  };
  facets.kind = count('kind', (at) => [catalog.kinds[catalog.kindOf[at] ?? -1] ?? ['note', '']]);
  facets.tag = count('tag', (at) =>
    (catalog.tagsOf?.[at] ?? []).map(
      (tag) => [catalog.tags?.[tag] ?? '', catalog.tags?.[tag] ?? ''] as const,
    ),
  ).slice(0, 12);
  facets.year = count('year', (at) =>
    (catalog.yearsOf?.[at] ?? []).map((year) => [String(year), `${year}년`] as const),
  ).sort((one, other) => (one.value < other.value ? 1 : -1));
  return facets;
}

export interface SearchSource {
  words: string;
  synonyms: SynonymGroups;
  catalog: Catalog | undefined;
  /** Loads what the catalogue lacks. */
  loadCatalog?: () => Promise<Partial<Catalog>>;
  /** One plain Pagefind search; `isWide` also looks for longer words that begin with those of the text. */
  search: (text: string, isWide?: boolean) => Promise<RawResult[]>;
}

export interface Engine {
  /** Finds notes. Pages that could not be loaded are left out and counted in `failed`. */
  search: (query: string, options?: SearchOptions) => Promise<SearchOutcome>;
}

export interface SearchOptions {
  /** How many groups to load, and how many to skip. */
  limit?: number;
  offset?: number;
  kind?: string;
  tag?: string;
  year?: string;
  /** Count facets, even where the catalogue must be loaded for it. */
  facets?: boolean;
  /** Search just what was typed: no synonyms, no guesses. */
  literal?: boolean;
}

export interface SearchOutcome {
  query: string;
  literal: string;
  /** Pages found in all. */
  total: number;
  groups: HitGroup[];
  /** Pages found but not loaded, by name (empty on very large sites). */
  rest: NoteName[];
  /** Where the next groups begin. */
  offset: number;
  explanations: Explanation[];
  /** False while tags and years are not loaded: ask again with `facets`. */
  hasFacets: boolean;
  facets: Facets;
  /** Words to highlight where a hit leads. */
  words: string[];
  suggestions: Suggestion[];
  failed: number;
}

/** What was found on one page. */
export interface HitGroup {
  url: string;
  title: Segment[];
  kind: string;
  kindLabel: string;
  breadcrumb: string;
  scattered: boolean;
  hits: Hit[];
  /** Further sections that hold the words. */
  left: number;
}

export interface Hit {
  kind: 'lead' | 'section' | 'table' | 'diagram' | 'term';
  /** From the site's root, without `BASE_PATH` and landing words. */
  url: string;
  /** 1 for what stands inside the section above it. */
  depth: number;
  title: Segment[];
  /** Empty where only something inside the section was found. */
  excerpt: Segment[];
}

export interface NoteName {
  url: string;
  title: string;
  kind: string;
  kindLabel: string;
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

export interface Facets {
  kind: FacetValue[];
  tag: FacetValue[];
  year: FacetValue[];
}

interface Found {
  plan: Plan;
  results: MergedResult[];
  explanations: Explanation[];
}
