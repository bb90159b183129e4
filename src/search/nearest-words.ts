/** Finds the listed words nearest to a misspelt one: by the keys that were typed, or by one whole syllable. */
import { isHangulWord, toJamo } from './hangul.ts';
import type { WordList } from './word-list.ts';

/**
 * Up to `limit` listed words that `word` may be a misspelling of, the nearest first, then the more frequent.
 * One slip of a key for short words, two for long ones, or one wrong, missing, doubled or swapped syllable.
 */
export function findNearestWords(word: string, list: WordList, limit: number): string[] {
  if (word.length < 2 || word.length > 24) return [];
  const hangul = isHangulWord(word);
  const typed = toJamo(word);
  const found: { word: string; cost: number; weight: number }[] = [];
  for (const known of list.words) {
    if (Math.abs(known.length - word.length) > 1 || known === word || isHangulWord(known) !== hangul)
      continue;
    // A shorter word that this one begins with is another word, not a misspelling: 정보처 is not 정보.
    if (word.startsWith(known) && known.length < 3 && word.at(-1) !== known.at(-1)) continue;
    const cost = measureSlip(word, typed, known);
    if (cost !== null) found.push({ word: known, cost, weight: list.getWeight(known) ?? 0 });
  }
  found.sort((one, other) => one.cost - other.cost || other.weight - one.weight);
  const nearest = found[0]?.cost ?? 0;
  return found
    .filter(({ cost }) => cost <= nearest + 0.5)
    .slice(0, limit)
    .map((entry) => entry.word);
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
  const jamo = toJamo(known);
  const allowed = typed.length <= 5 ? 1 : 2;
  const keys = Math.abs(jamo.length - typed.length) > 3 ? 9 : countEdits(typed, jamo, 3);
  if (keys <= allowed) return keys;
  if (word.length < 3 || known.length < 3) return null;
  // Swapping or losing one syllable is one slip of the mind, but three of the keys.
  return countEdits(word, known, 2) <= 1 ? 2 + keys * 0.1 : null;
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
