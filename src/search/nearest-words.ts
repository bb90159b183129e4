/** Finds the listed words nearest to a misspelt one: by the keys that were typed, by one whole syllable, or by sound. */
import { isHangulWord, toJamo } from './hangul.ts';
import { soundsAlike } from './sound.ts';
import type { WordList } from './word-list.ts';

/** Letters that are often taken for each other, by ear or by finger, as pairs. */
const alike = new Set(
  [
    'ㅐㅔ',
    'ㅒㅖ',
    'ㅏㅑ',
    'ㅓㅕ',
    'ㅗㅛ',
    'ㅜㅠ',
    'ㅡㅜ',
    'ㅓㅗ',
    'ㄱㄲ',
    'ㄷㄸ',
    'ㅂㅃ',
    'ㅅㅆ',
    'ㅈㅉ',
    'ㄱㅋ',
    'ㄷㅌ',
    'ㅂㅍ',
    'ㅈㅊ',
  ].flatMap((pair) => [pair, [...pair].reverse().join('')]),
);

/** A candidate this many times as frequent as the next (as a logarithm) is the only sensible one. */
const clearlyMore = 2;

/**
 * Up to `limit` words that `word` may be a misspelling of, the nearest first, then the more frequent: listed words that
 * stand alone, and `names` (titles, terms, other names). One slip of a key for short words, two for long ones, or one
 * wrong, missing, doubled or swapped syllable. In a word of two syllables only letters that are taken for each other
 * are slips: 환갹 is 환각, and neither 환경 nor 한국.
 */
export function findNearestWords(
  word: string,
  list: WordList,
  limit: number,
  names: readonly string[] = [],
): string[] {
  return rankNearest(word, list, names)
    .slice(0, limit)
    .map((entry) => entry.word);
}

/** The one word that this can be a misspelling of, where no other is as likely; undefined otherwise. */
export function findOnlyNearest(
  word: string,
  list: WordList,
  names: readonly string[] = [],
): string | undefined {
  const [first, second] = rankNearest(word, list, names);
  if (first === undefined) return undefined;
  const isOnly =
    second === undefined || second.cost > first.cost || first.weight - second.weight >= clearlyMore;
  return isOnly ? first.word : undefined;
}

/**
 * The word that one of two syllables is a slip for that holds a syllable which no word of the notes has, so that it can
 * hardly be another word: the one with one other key, or the far more frequent one. 뷰제 is 규제.
 */
export function findStrangeSlip(word: string, list: WordList): string | undefined {
  const strange = [...word].find((syllable) => !list.words.some((known) => known.includes(syllable)));
  if (word.length !== 2 || strange === undefined) return undefined;
  const [first, second] = findOfferedWords(word, list, 2);
  const weigh = (one: string): number => list.getWeight(one) ?? 0;
  const isClear =
    first !== undefined && (second === undefined || weigh(first) - weigh(second) >= clearlyMore);
  return isClear ? first : undefined;
}

/**
 * Up to `limit` words to offer to who typed `word`, though none of them is sure: where none is near as
 * `findNearestWords` counts, also words of two syllables with any one other key. 홧각 may be 환각, 중갑 중간.
 */
export function findOfferedWords(
  word: string,
  list: WordList,
  limit: number,
  names: readonly string[] = [],
): string[] {
  const sure = findNearestWords(word, list, limit, names);
  if (sure.length > 0 || !isHangulWord(word) || word.length !== 2) return sure;
  const typed = toJamo(word);
  return [...new Set([...list.words, ...names])]
    .filter(
      (known) =>
        known.length === 2 &&
        isHangulWord(known) &&
        !(list.getWeight(known) !== undefined && !list.standsAlone(known)) &&
        countEdits(typed, toJamo(known), 1) === 1,
    )
    .sort((one, other) => (list.getWeight(other) ?? 0) - (list.getWeight(one) ?? 0))
    .slice(0, limit);
}

function rankNearest(word: string, list: WordList, names: readonly string[]): Candidate[] {
  if (word.length < 2 || word.length > 24) return [];
  const hangul = isHangulWord(word);
  const typed = toJamo(word);
  const found: Candidate[] = [];
  const known = new Set([...list.words.filter((one) => list.standsAlone(one)), ...names]);
  for (const candidate of known) {
    if (hangul && !isHangulWord(candidate)) {
      // Shorter words sound like too many.
      if (word.length > 2 && soundsAlike(word, candidate))
        found.push({ word: candidate, cost: 0.5, weight: list.getWeight(candidate) ?? 3 });
      continue;
    }
    if (
      Math.abs(candidate.length - word.length) > 1 ||
      candidate === word ||
      isHangulWord(candidate) !== hangul
    )
      continue;
    // A shorter word that this one begins with is another word, not a misspelling: 정보처 is not 정보.
    if (word.startsWith(candidate) && candidate.length < 3 && word.at(-1) !== candidate.at(-1)) continue;
    const cost = measureSlip(word, typed, candidate);
    // A name is meant more often than it is written.
    if (cost !== null)
      found.push({
        word: candidate,
        cost,
        weight: Math.max(list.getWeight(candidate) ?? 0, names.includes(candidate) ? 3 : 0),
      });
  }
  found.sort((one, other) => one.cost - other.cost || other.weight - one.weight);
  const nearest = found[0]?.cost ?? 0;
  return found.filter(({ cost }) => cost <= nearest + 0.5);
}

interface Candidate {
  word: string;
  cost: number;
  weight: number;
}

/** Listed words that begin as `word` does when its last syllable is still being typed (모데 → 모델). */
export function findUnfinishedWords(word: string, list: WordList, limit: number): string[] {
  if (!isHangulWord(word) || word.length < 2) return [];
  const start = toJamo(word);
  return list
    .findByPrefix(word.slice(0, -1), 400)
    .filter((known) => toJamo(known).startsWith(start))
    .slice(0, limit);
}

function measureSlip(word: string, typed: string, known: string): number | null {
  // Another number is another thing: GPT-4 is no slip for GPT-3.
  if (/\d/u.test(word + known) && word.replace(/\D/gu, '') !== known.replace(/\D/gu, '')) return null;
  // So is another letter before it: A100 is no slip for H100.
  const letters = known.replace(/[\d-]/gu, '');
  if (letters !== known && letters.length < 3 && letters !== word.replace(/[\d-]/gu, '')) return null;
  // In a short word another consonant makes another word: dogs are no docs.
  if (
    /^[a-z]{2,4}$/.test(word) &&
    known.length <= word.length &&
    sortConsonants(word) !== sortConsonants(known)
  )
    return null;
  const jamo = toJamo(known);
  const isShort = isHangulWord(word) && (word.length < 3 || known.length < 3);
  if (isShort && (word.length !== known.length || jamo.length !== typed.length)) return null;
  const allowed = typed.length <= 6 ? 1 : 2;
  const keys = Math.abs(jamo.length - typed.length) > 3 ? 9 : countEdits(typed, jamo, 3);
  const likeness = countAlike(typed, jamo) * 0.5;
  if (isShort) return keys === 1 && likeness > 0 ? keys - likeness : null;
  if (keys - likeness <= allowed) return keys - likeness;
  if (word.length < 3 || known.length < 3) return null;
  // Swapping or losing one syllable is one slip of the mind, but three of the keys; another one makes another word.
  const isOther = word.length === known.length && countUnlike(word, known) === 1;
  return !isOther && countEdits(word, known, 2) <= 1 ? 2 + keys * 0.1 : null;
}

function sortConsonants(word: string): string {
  return [...word.replace(/[aeiou]/g, '')].sort().join('');
}

/** How many letters of two words of equal length are not the same but taken for each other. */
function countAlike(one: string, other: string): number {
  if (one.length !== other.length) return 0;
  return [...one].filter((letter, at) => alike.has(letter + (other[at] ?? ''))).length;
}

function countUnlike(one: string, other: string): number {
  return [...one].filter((letter, at) => letter !== other[at]).length;
}

/** Edits (insert, delete, change, swap neighbours) from one text to the other; gives up beyond `most`. */
export function countEdits(one: string, other: string, most: number): number {
  const columns = other.length + 1;
  let previous: number[] = [];
  let current = Array.from({ length: columns }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const before = previous;
    previous = current;
    current = [row];
    let least = row;
    for (let column = 1; column < columns; column++) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
  }
  return current[columns - 1] ?? most + 1;
}
