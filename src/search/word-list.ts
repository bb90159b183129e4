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
  const lines = [...counts]
    .filter(([word]) => !/\s/.test(word))
    .sort(([one], [other]) => compare(one, other))
    .map(([word, count]): [string, string] => {
      const weight = Math.min(9, Math.floor(Math.log2(Math.max(1, count))));
      return [word, String.fromCharCode((parts.has(word) ? 65 : 48) + weight)];
    });
  return writeLines(lines);
}

/** Reads a word list. Lines that are not of the form are skipped: a broken file only costs quality. */
export function parseWordList(text: string): WordList {
  const weights = new Map<string, number>();
  const parts = new Set<string>();
  for (const [word, sign] of readLines(text)) {
    const code = sign.charCodeAt(0);
    weights.set(word, code - (code >= 65 ? 65 : 48));
    if (code >= 65) parts.add(word);
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

/** Words of texts that readers load beside the list, as the list has them, each once. */
export function listTokens(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[가-힣]{2,}|[a-z][a-z0-9-]+/gu))];
}

/**
 * Leaves out of a list what stands in `tokens`: for each of those the first line has the sign that would end its own line,
 * or `-` where the list lacks it. A third of the words are names, which come with the synonyms as well.
 */
export function foldWordList(text: string, tokens: readonly string[]): string {
  const signs = new Map(readLines(text));
  const first = tokens.map((token) => signs.get(token) ?? '-').join('');
  for (const token of tokens) signs.delete(token);
  return `${first}\n${writeLines([...signs])}`;
}

/** The list that `foldWordList` was given; not in its order. */
export function unfoldWordList(text: string, tokens: readonly string[]): string {
  const end = text.indexOf('\n');
  const named = tokens.flatMap((token, at) => {
    const sign = at < end ? text[at] : '-';
    return sign === '-' ? [] : `a${token}${sign}\n`;
  });
  return text.slice(end + 1) + named.join('');
}

/** The words of a list and the sign that ends the line of each. */
function readLines(text: string): [string, string][] {
  let last = '';
  return text.split('\n').flatMap((line): [string, string][] => {
    const shared = line.charCodeAt(0) - 97;
    if (line.length < 3 || !(shared >= 0 && shared <= 25 && /[0-9A-J]$/u.test(line))) return [];
    last = last.slice(0, shared) + line.slice(1, -1);
    return [[last, line.slice(-1)]];
  });
}

function writeLines(lines: readonly (readonly [word: string, sign: string])[]): string {
  return lines
    .map(([word, sign], at) => {
      const shared = countShared(word, lines[at - 1]?.[0] ?? '');
      return `${String.fromCharCode(97 + shared)}${word.slice(shared)}${sign}\n`;
    })
    .join('');
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
