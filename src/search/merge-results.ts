/** Merges what several searches found into one ranking of pages. Pure. */
import type { PlannedSearch } from './plan-query.ts';

/** Words one place apart stand together; at one place they are parts of one word. */
const nearFactor = 1.5;
const openedFactor = 2.5;

/** What is left of the score of words that belong together but stand apart. */
const scatteredFactor = 0.3;

/**
 * Ranks pages by their best score over all searches. A page that only matches with its words scattered, or with words
 * left out, comes after all others.
 */
export function mergeResults(answers: readonly SearchAnswer[]): MergedResult[] {
  const merged = new Map<string, MergedResult>();
  for (const { search, results } of answers) {
    const wordCount = search.text.split(/\s+/).length;
    const top = Math.max(0.001, ...results.map((result) => result.score));
    for (const result of results) {
      const near = wordCount > 1 && areNeighbours(result.words, wordCount);
      const scattered = (search.near === true && !near) || search.loose === true;
      let score = result.score * search.weight;
      if (near) score *= search.near === true ? openedFactor : nearFactor;
      if (search.near === true && !near) score *= scatteredFactor;
      // The searches' scores differ in scale (a rare spelling scores high): half of each is its rank in its own list.
      score = score * 0.5 + (result.score / top) * search.weight * (near ? 1.2 : 1) * (scattered ? 0.4 : 1);
      const known = merged.get(result.id);
      const inRow = (near && isRow(result.words, wordCount)) || known?.inRow === true;
      if (known === undefined || isBetter({ score, scattered }, known)) {
        merged.set(result.id, { id: result.id, score, scattered, inRow, search, load: result.load });
      } else {
        merged.set(result.id, { ...known, inRow });
      }
    }
  }
  return [...merged.values()].sort((one, other) =>
    isBetter(one, other) ? -1 : isBetter(other, one) ? 1 : 0,
  );
}

function isBetter(
  one: { score: number; scattered: boolean },
  other: { score: number; scattered: boolean },
): boolean {
  if (one.scattered !== other.scattered) return !one.scattered;
  return one.score > other.score;
}

/** True when some two words stand next to each other, or when fewer places than words show that they share one. */
function areNeighbours(words: readonly number[], wordCount: number): boolean {
  if (words.length > 0 && words.length < wordCount) return true;
  const sorted = [...words].sort((one, other) => one - other);
  return sorted.some((word, at) => at > 0 && word - (sorted[at - 1] ?? word) === 1);
}

/** True when as many places follow one another as there are words, but for two that may share one. */
function isRow(words: readonly number[], wordCount: number): boolean {
  if (wordCount < 3 || words.length < wordCount) return true;
  const places = [...new Set(words)].sort((one, other) => one - other);
  let row = 1;
  return places.some((place, at) => {
    row = at > 0 && place - (places[at - 1] ?? place) === 1 ? row + 1 : 1;
    return row >= wordCount - 1;
  });
}

export interface SearchAnswer {
  search: PlannedSearch;
  results: RawResult[];
}

/** One result of one Pagefind search. */
export interface RawResult {
  id: string;
  score: number;
  /** Places of the words found, in words from the start of the page. */
  words: readonly number[];
  load: () => Promise<unknown>;
}

export interface MergedResult {
  id: string;
  score: number;
  /** Not all that was asked for, or not together. */
  scattered: boolean;
  /** Its words stand in a row somewhere; where this is false they may still share one place. */
  inRow: boolean;
  search: PlannedSearch;
  load: () => Promise<unknown>;
}
