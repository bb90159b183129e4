/**
 * Finds the nouns inside a Korean 어절 by the cheapest cover with known words, one-syllable affixes and an ending:
 * 개인정보보호법을 → 개인·정보·보호·법을. Pure; the words come from the caller (all learnt words when the index is
 * built, the word list in the browser).
 */
import { isAuxiliary, isEnding } from './particles.ts';

/** Syllables that make a new noun before or after a noun; a noun next to them may still be found on its own. */
const prefixes = '비초재신대소고저무반미총주부전선후탈다역가유최각차';
const suffixes =
  '성화적형률율자기력권비량별간용식론법계상중내외후전시들군층부층사원장점선망판품물업체제권국도어문';

/** What a word of the cover costs; a stretch that no word covers is dear but possible (a name, a loanword). */
const wordCost = 1;

const affixCost = 1.1;
const unknownStart = 2.2;
const unknownSyllable = 0.9;
const endingCost = 0.2;

/** A word of three syllables that stands free this often is one word (블로그), whatever nouns it seems to hold. */
const usualCount = 3;

/** Dearer than the two-syllable words it could be made of, cheaper than anything with a gap. */
function longWordCost(length: number): number {
  return Math.floor(length / 2) * 1.05 + 0.1;
}

/** How often a word stands free; 0 or undefined means unknown. */
export type CountWord = (word: string) => number | undefined;

/**
 * Offsets at which a noun starts inside `run` (a run of Hangul syllables), ascending, never 0.
 * Long words are always opened when known words cover them, even when the whole is a known word too;
 * words of three syllables only at an affix (비동기 yes, 블로그 no).
 */
export function findInnerNouns(run: string, countWord: CountWord): number[] {
  if (run.length < 3 || run.length > 30) return [];
  const pieces = cover(run, countWord);
  const starts: number[] = [];
  let at = 0;
  for (const piece of pieces) {
    const end = at + piece.text.length;
    if (at > 0 && piece.kind === 'word' && !isAuxiliary(run.slice(0, end), piece.text)) starts.push(at);
    at = end;
  }
  return starts;
}

/**
 * The nouns that `word` is made of when known words cover all of it (검색증강생성 → 검색, 증강, 생성); otherwise null.
 * An ending is dropped; a one-syllable affix stays with its neighbour (개인정보보호법 → 개인, 정보, 보호법).
 */
export function openCompound(word: string, countWord: CountWord): string[] | null {
  if (word.length < 4 || word.length > 30) return null;
  const parts: string[] = [];
  let held = '';
  for (const piece of cover(word, countWord)) {
    if (piece.kind === 'unknown') return null;
    if (piece.kind === 'ending') continue;
    if (piece.kind === 'suffix' && parts.length > 0) parts[parts.length - 1] += piece.text;
    else if (piece.kind === 'prefix' || piece.kind === 'suffix') held += piece.text;
    else {
      parts.push(held + piece.text);
      held = '';
    }
  }
  return parts.length >= 2 && held === '' ? parts : null;
}

function cover(run: string, countWord: CountWord): Piece[] {
  const best: (Step | undefined)[] = new Array<Step | undefined>(run.length + 1);
  best[0] = { cost: 0, from: 0, kind: 'word' };
  const reach = (from: number, to: number, kind: Piece['kind'], cost: number): void => {
    const total = (best[from]?.cost ?? Infinity) + cost;
    if (total < (best[to]?.cost ?? Infinity)) best[to] = { cost: total, from, kind };
  };
  for (let from = 0; from < run.length; from++) {
    const here = best[from];
    if (here === undefined) continue;
    for (let to = from + 2; to <= Math.min(run.length, from + 9); to++) {
      const text = run.slice(from, to);
      const count = countWord(text) ?? 0;
      // A whole that is a usual word stays whole only when it is short and no prefix: 블로그, but 개인·정보, 재·구성.
      if (
        from === 0 &&
        to === run.length &&
        (run.length >= 4 || count < usualCount || hasPrefix(run, countWord))
      )
        continue;
      // Frequent and long words win a tie: 정보+보호 before 정+보보호. A long word yields to the words it is made of.
      const cost =
        (text.length >= 4 ? longWordCost(text.length) : wordCost) -
        Math.min(0.3, Math.log2(count + 1) * 0.03);
      if (count > 0) reach(from, to, 'word', cost - (to - from) * 0.02);
    }
    const syllable = run[from] ?? '';
    if (prefixes.includes(syllable)) reach(from, from + 1, 'prefix', affixCost);
    if (from > 0 && here.kind !== 'prefix' && suffixes.includes(syllable))
      reach(from, from + 1, 'suffix', affixCost);
    for (let to = from + 1; to <= run.length; to++)
      reach(from, to, 'unknown', unknownStart + (to - from) * unknownSyllable);
    if (from > 1 && isEnding(run.slice(0, from), run.slice(from)))
      reach(from, run.length, 'ending', endingCost);
  }
  const pieces: Piece[] = [];
  for (let to = run.length; to > 0;) {
    const step = best[to];
    if (step === undefined) return [{ text: run, kind: 'unknown' }];
    pieces.unshift({ text: run.slice(step.from, to), kind: step.kind });
    to = step.from;
  }
  return pieces;
}

function hasPrefix(run: string, countWord: CountWord): boolean {
  return prefixes.includes(run[0] ?? '') && (countWord(run.slice(1)) ?? 0) >= usualCount;
}

interface Piece {
  text: string;
  kind: 'word' | 'prefix' | 'suffix' | 'unknown' | 'ending';
}

interface Step {
  cost: number;
  from: number;
  kind: Piece['kind'];
}
