/**
 * Finds the pages for one query: asks Pagefind what the plan says, believes only what the pages really hold, guesses
 * where nothing is found, and ranks. Loads pages only to check them.
 */
import { splitTitle } from './answers/names.ts';
import type { Catalog, PlaceOf } from './catalog.ts';
import { holdsWords, rateFit } from './choose-sections.ts';
import { isChoseongQuery, normalizeText } from './hangul.ts';
import { spellQuery } from './hidden-words.ts';
import type { FoundPage } from './index-document.ts';
import { mergeResults } from './merge-results.ts';
import type { MergedResult, SearchAnswer } from './merge-results.ts';
import type { SearchSource } from './outcome.ts';
import { getPhraseKey, isListed, planContaining, planQuery } from './plan-query.ts';
import type { Explanation, Plan, PlannedSearch } from './plan-query.ts';
import type { Synonyms } from './synonyms.ts';
import type { WordList } from './word-list.ts';

/** How many pages are read to find out which of them say the query as it was typed. */
const pagesChecked = 9;

/** How many of the first pages must lack a word that the site may not know, before nothing that was found for it counts. */
const pagesBelieved = 3;

/** How many of them are read at a time (what is shown at first), and at most, to find what says the query as it was typed. */
const pagesAtOnce = 2;
const pagesFitted = 6;

/** Where a query finds fewer pages than this, longer words that hold its words are searched too. */
const fewPages = 12;

/** Returns the function that finds pages; `literal` searches just what was typed. */
export function createFinder({
  source,
  list,
  synonyms,
  catalog,
  placeOf,
  loadPage,
  loadWords,
  loadNames,
}: FinderParts): Find {
  const singleWords = synonyms.spellings.map(normalizeText).filter((word) => !/\s/.test(word));

  const ask = async (searches: readonly PlannedSearch[]): Promise<SearchAnswer[]> =>
    Promise.all(
      searches.map(async (search) => ({
        search,
        results: await source.search(spellQuery(search.text), search.reason?.kind !== 'synonym'),
      })),
    );

  /** Drops answers that Pagefind gave for a shorter prefix of a word that the site does not know. */
  const believe = async (answers: SearchAnswer[], { unsure, terms }: Plan): Promise<SearchAnswer[]> => {
    if (unsure.length === 0) return answers;
    /** A page that says administered holds administers as well. */
    const listForms = (stem: string): readonly string[] =>
      terms.find(({ forms }) => forms[0] === stem)?.forms ?? [stem];
    return Promise.all(
      answers.map(async (answer) => {
        const doubtful = unsure.filter((stem) => answer.search.text.split(/[\s"]+/).includes(stem));
        const best = mergeResults([answer]).slice(0, pagesBelieved);
        if (doubtful.length === 0 || best.length === 0) return answer;
        for (const result of best) {
          const page = await loadPage(result);
          const isSaid =
            page === null ||
            doubtful.every((stem) => listForms(stem).some((form) => holdsWords(page, [form])));
          if (isSaid) return answer;
        }
        return { ...answer, results: [] };
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
    const whole = answers.find(({ search }) => search.whole === true)?.results.map(({ id }) => id) ?? [];
    if (whole.length > 0)
      return results.toSorted((one, other) => +whole.includes(other.id) - +whole.includes(one.id));
    if (simple || results.length < 2) return results;
    const likely = listLikely(results, answers, plan).slice(0, pagesFitted);
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
    // Initials stand for headings as well, which are not there from the beginning.
    const plan = planQuery(query, list, synonyms, isChoseongQuery(query) ? await loadNames() : []);
    const [name, another] = plan.searches;
    // Initials of one name alone: it is searched as if it had been typed.
    if (!literal && name?.reason?.kind === 'choseong' && another === undefined) {
      const found = await find(name.text, false);
      if (found.results.length > 0) return { ...found, explanations: [name.reason, ...found.explanations] };
    }
    if (literal) plan.searches = plan.searches.filter((search) => search.reason === undefined).slice(0, 2);
    const asked = await ask(plan.searches);
    let answers = await believe(asked, plan);
    // What is written anywhere is no slip, however rare.
    if (!literal && findsNothing(answers) && !findsNothing(asked)) {
      const rare = await loadWords();
      if (plan.unsure.every((stem) => isListed(stem, rare))) answers = asked;
    }
    let guessed = false;
    if (!literal && findsNothing(answers)) {
      const [{ planGuesses }, rare] = await Promise.all([import('./plan-guesses.ts'), loadWords()]);
      const guesses = planGuesses(plan, list, singleWords, rare);
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
    const results = rankTitles(merged, plan, catalog(), placeOf, synonyms);
    return { plan, results, explanations: explain(answers, results, guessed) };
  };

  return find;
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

/**
 * Puts the page whose title is just the query first, as far as titles are known; where there is none, the one page that
 * has it as another name.
 */
function rankTitles(
  results: MergedResult[],
  plan: Plan,
  catalog: Catalog | undefined,
  placeOf: PlaceOf,
  synonyms: Synonyms,
): MergedResult[] {
  const phrase = getPhraseKey(plan);
  const literal = plan.literal.replace(/[^\p{L}\p{N}]/gu, '');
  const titles = catalog?.titles;
  if (titles === undefined || literal.length < 2) return results;
  const key = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const others = new Set(synonyms.find(plan.literal).map(key));
  const named = results.filter(({ id }) => others.has(key(titles[placeOf(id) ?? -1] ?? '')));
  const only = named.length === 1 ? named[0]?.id : undefined;
  const rank = ({ id }: MergedResult): number => {
    const name = titles[placeOf(id) ?? -1] ?? '';
    const title = key(name);
    if (title === literal || title === phrase) return 3;
    if (id === only || splitTitle(name).some((part) => key(part) === literal)) return 2;
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

export interface FinderParts {
  source: SearchSource;
  list: WordList;
  synonyms: Synonyms;
  /** What is known of the catalogue by now. */
  catalog: () => Catalog | undefined;
  placeOf: PlaceOf;
  loadPage: (result: MergedResult) => Promise<FoundPage | null>;
  /** The words that are too rare to be listed. */
  loadWords: () => Promise<WordList>;
  /** Titles, terms and headings as they are written. */
  loadNames: () => Promise<readonly string[]>;
}

export type Find = (query: string, literal: boolean) => Promise<Found>;

/** The pages of a query, best first, and why they were found. */
export interface Found {
  plan: Plan;
  results: MergedResult[];
  explanations: Explanation[];
}
