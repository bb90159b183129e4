/**
 * The words the site knows: nouns that stand free in its own text, with how often.
 * On the wire one word a line, sorted: how many letters it shares with the word before (`a` none, `b` one …), the rest of
 * it, and the base-2 logarithm of its count: `a모델8`, `c링5` for 모델, 모델링. That halves what readers load. A capital letter
 * instead of the digit (`A` for 0) says that the word is only ever a part of others.
 */
import { getChoseong } from './hangul.ts';

export interface WordList {
  /** log2 of how often the word stands free; undefined for a word that is not listed. */
  getWeight(word: string): number | undefined;
  /** False for a word that the site only writes as a part of longer ones: it is never offered to readers. */
  standsAlone(word: string): boolean;
  /** True when a listed word is `prefix` or begins with it. */
  hasPrefix(prefix: string): boolean;
  /** Listed words that begin with `prefix`, the most frequent first. */
  findByPrefix(prefix: string, limit: number): string[];
  /** Listed words that hold `part` behind their beginning, the most frequent first. */
  findByPart(part: string, limit: number): string[];
  /** Listed words whose initial consonants begin with `choseong`, the nearest in length first. */
  findByChoseong(choseong: string, limit: number): string[];
  /** All words, sorted. */
  words: readonly string[];
}

/** Writes a list of words with their counts in the form that `parseWordList` reads. */
export function formatWordList(
  counts: ReadonlyMap<string, number>,
  parts: ReadonlySet<string> = new Set(),
): string {
  return [...counts]
    .filter(([word]) => !/\s/.test(word))
    .sort(([one], [other]) => compare(one, other))
    .map(([word, count], at, all) => {
      const shared = countShared(word, all[at - 1]?.[0] ?? '');
      const weight = Math.min(9, Math.floor(Math.log2(Math.max(1, count))));
      const sign = String.fromCharCode((parts.has(word) ? 65 : 48) + weight);
      return `${String.fromCharCode(97 + shared)}${word.slice(shared)}${sign}\n`;
    })
    .join('');
}

/** Reads a word list. Lines that are not of the form are skipped: a broken file only costs quality. */
export function parseWordList(text: string): WordList {
  const weights = new Map<string, number>();
  const parts = new Set<string>();
  let last = '';
  for (const line of text.split('\n')) {
    const shared = line.charCodeAt(0) - 97;
    const code = line.charCodeAt(line.length - 1);
    const weight = code - (code >= 65 ? 65 : 48);
    if (line.length < 3 || !(shared >= 0 && shared <= 25 && weight >= 0 && weight <= 9)) continue;
    last = last.slice(0, shared) + line.slice(1, -1);
    weights.set(last, weight);
    if (code >= 65) parts.add(last);
  }
  const words = [...weights.keys()].sort(compare);
  const weigh = (word: string): number => weights.get(word) ?? 0;
  const startOf = (prefix: string): number => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(words[middle] ?? '', prefix) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let choseongs: string[] | undefined;
  return {
    words,
    getWeight: (word) => weights.get(word),
    standsAlone: (word) => weights.has(word) && !parts.has(word),
    hasPrefix: (prefix) => words[startOf(prefix)]?.startsWith(prefix) ?? false,
    findByPrefix: (prefix, limit) => {
      const found: string[] = [];
      for (let at = startOf(prefix); words[at]?.startsWith(prefix); at++) found.push(words[at] ?? '');
      return found
        .sort((one, other) => weigh(other) - weigh(one) || one.length - other.length)
        .slice(0, limit);
    },
    findByPart: (part, limit) =>
      words
        .filter((word) => word.indexOf(part) > 0)
        .sort((one, other) => weigh(other) - weigh(one))
        .slice(0, limit),
    findByChoseong: (choseong, limit) => {
      choseongs ??= words.map(getChoseong);
      return words
        .filter((_, at) => choseongs?.[at]?.startsWith(choseong))
        .sort((one, other) => one.length - other.length || weigh(other) - weigh(one))
        .slice(0, limit);
    },
  };
}

function countShared(one: string, other: string): number {
  let shared = 0;
  while (shared < 25 && shared < one.length - 1 && one[shared] === other[shared]) shared++;
  return shared;
}

/** Code-point order, the same in every locale. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
