/**
 * Finds the pages in which the words of a question stand nearest to each other. A question is told by one place of a
 * page, and a page that has each of its words somewhere need not have that place. Reads no page: Pagefind tells where
 * each word stands.
 */
import type { RawResult } from './merge-results.ts';
import type { PlanTerm } from './plan-query.ts';
import { listSounds } from './sound.ts';
import type { WordList } from './word-list.ts';

/** A passage: a few sentences, in words. */
const passageLength = 50;

/**
 * The pages that hold the words of a question nearest to each other, best first. `search` finds one word; the words that
 * no list has are not searched, and a name that the site writes in Latin letters is searched in those as well. The site
 * has `count` pages.
 */
export async function findPassages(
  terms: readonly PlanTerm[],
  lists: readonly WordList[],
  count: number,
  search: (word: string, isWide: boolean) => Promise<RawResult[]>,
): Promise<RankedPassage[]> {
  const places = await Promise.all(
    terms.map(async ({ forms }): Promise<TermPlaces> => {
      const words = [
        ...forms.filter((form) => lists.some((list) => list.hasPrefix(form))),
        ...listSounds(forms[0] ?? '', lists),
      ];
      const results = await Promise.all(words.map((word) => search(word, false)));
      return { places: joinPlaces(results.flat()) };
    }),
  );
  return rankPassages(places, count);
}

/** One result for each page, with the places of all forms. */
function joinPlaces(results: readonly RawResult[]): Map<string, RawResult> {
  const joined = new Map<string, RawResult>();
  for (const result of results) {
    const known = joined.get(result.id);
    joined.set(result.id, known ? { ...known, words: [...known.words, ...result.words] } : result);
  }
  return joined;
}

/** Pages that hold `terms` in one passage, the one with most of them first; `count` pages are searched in all. */
export function rankPassages(terms: readonly TermPlaces[], count: number): RankedPassage[] {
  const rarity = terms.map(({ places }) => Math.log((count + 1) / (places.size + 0.5)));
  const whole = rarity.reduce((sum, one) => sum + one, 0);
  if (whole <= 0) return [];
  const ids = new Set(terms.flatMap(({ places }) => [...places.keys()]));
  return [...ids]
    .map((id): RankedPassage => {
      const marks = terms
        .flatMap(({ places }, term) => (places.get(id)?.words ?? []).map((at) => ({ at, term })))
        .sort((one, other) => one.at - other.at);
      const result = terms.map(({ places }) => places.get(id)).find((one) => one !== undefined) as RawResult;
      return { result, share: weighBest(marks, rarity) / whole };
    })
    .sort((one, other) => other.share - one.share);
}

/** The sum of the rarities of the different terms in the best passage. */
function weighBest(marks: readonly { at: number; term: number }[], rarity: readonly number[]): number {
  const inside = new Map<number, number>();
  let from = 0;
  let sum = 0;
  let best = 0;
  for (const { at, term } of marks) {
    const known = inside.get(term) ?? 0;
    inside.set(term, known + 1);
    if (known === 0) sum += rarity[term] ?? 0;
    for (let first = marks[from]; first !== undefined && at - first.at > passageLength; first = marks[from]) {
      const left = (inside.get(first.term) ?? 1) - 1;
      inside.set(first.term, left);
      if (left === 0) sum -= rarity[first.term] ?? 0;
      from += 1;
    }
    best = Math.max(best, sum);
  }
  return best;
}

/** Where the forms of one word of a question stand, by the ids of pages. */
export interface TermPlaces {
  places: ReadonlyMap<string, RawResult>;
}

export interface RankedPassage {
  result: RawResult;
  /** How much of the question, by rarity, its best passage holds: 0–1. */
  share: number;
}
