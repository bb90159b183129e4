/**
 * Finds a word in a text as a reader would: at the start of a word or of a noun inside one, whatever the spacing.
 * Works on text with marks (they say where nouns begin) and answers in offsets of the text without them.
 */
import { foldForms, isHangulWord, isSyllable } from './hangul.ts';
import { mark, softBreak } from './mark-compounds.ts';
import { isEnding } from './particles.ts';
import { makeKey } from './synonyms.ts';

/** Texts that were prepared lately: one search looks at the same ones many times. */
const prepared = new Map<string, PreparedText>();
const mostPrepared = 3000;

/** Prepares a marked text for matching. Callers must not change what they get: it is remembered. */
export function prepareText(marked: string): PreparedText {
  const known = prepared.get(marked);
  if (known !== undefined) return known;
  if (prepared.size >= mostPrepared) prepared.clear();
  const made = readText(marked);
  prepared.set(marked, made);
  return made;
}

function readText(marked: string): PreparedText {
  let clean = '';
  let stream = '';
  const offsets: number[] = [];
  const starts: number[] = [];
  let start = wordStart;
  // Asking a text that grows for its end copies all of it each time.
  let before = '';
  let isParted = true;
  for (let at = 0; at < marked.length; at++) {
    if (marked.startsWith(softBreak, at)) {
      start = wordStart;
      at += softBreak.length - 1;
      continue;
    }
    if (marked.startsWith(mark, at)) {
      if (start === inside) start = nounStart;
      at += mark.length - 1;
      continue;
    }
    const char = marked[at] ?? '';
    // Astral letters come as two units, both of which must stay together: treat them as letters.
    if (isLetter(char)) {
      const isPart =
        isSyllable(char) !== isSyllable(before) ||
        (char < '\u0250' && /\p{Lu}/u.test(char) && /\p{Ll}/u.test(before));
      if (start === inside && isPart) start = nounStart;
      // One sign may be several letters: ㎏.
      isParted = false;
      for (const letter of toLetters(char)) {
        stream += letter;
        offsets.push(clean.length);
        starts.push(start);
        start = inside;
      }
    } else if (/[.,]/.test(char) && /\d/.test(before) && /\d/.test(marked[at + 1] ?? '')) {
      // 1,500 is one number, and so is 3.5.
      if (char === '.') {
        stream += char;
        offsets.push(clean.length);
        starts.push(inside);
      }
    } else if (!isParted && /[()[\]{}<>,;:"“”␞␟␦]/.test(char)) {
      // Brackets, commas and the like part what no query joins.
      isParted = true;
      stream += '\n';
      offsets.push(clean.length);
      starts.push(wordStart);
      start = wordStart;
    } else start = wordStart;
    clean += char;
    before = char;
  }
  return { clean, stream, offsets, starts };
}

const letterOf = new Map<string, boolean>();

/** True for letters, digits and the signs that count as such, ㎡ among them. Remembered: a text has few different characters. */
function isLetter(char: string): boolean {
  const known = letterOf.get(char);
  if (known !== undefined) return known;
  const is = /[\p{L}\p{N}+#℃℉\u3300-\u33FF\uD800-\uDFFF]/u.test(char);
  letterOf.set(char, is);
  return is;
}

/** The letters that `char` counts as; itself where it has no other case or form. */
function toLetters(char: string): string {
  if (char <= '\u007F') return char.toLowerCase();
  if (isSyllable(char)) return char;
  const letters = foldForms(char).toLowerCase();
  return /^[\p{L}\p{N}]+$/u.test(letters) ? letters : char;
}

/**
 * Where `form` stands in the text, as ranges of the clean text. `strict` wants the start of a word or noun and, for
 * short words, nothing but an ending after it; `prefix` allows any continuation; `anywhere` any place.
 */
export function findForm(text: PreparedText, form: string, level: MatchLevel): Range[] {
  const key = makeKey(form);
  if (key === '') return [];
  // One letter or digit begins too many words: the s of TB/s.
  if (/^[a-z\d]$/.test(key)) level = 'strict';
  const ranges: Range[] = [];
  const short = isHangulWord(key) ? key.length === 1 : key.length <= 3;
  for (let at = text.stream.indexOf(key); at >= 0; at = text.stream.indexOf(key, at + 1)) {
    const end = at + key.length;
    // One syllable or four letters inside a word mean nothing: 제 in 실제, stor(e) in history; a unit stands behind a number,
    // and a name within a name begins with a capital: GraphRAG.
    const isUnit =
      /\d/.test(text.stream[at - 1] ?? '') ||
      (key.length > 2 && /[A-Z]/.test(text.clean[text.offsets[at] ?? 0] ?? ''));
    if (
      text.starts[at] === inside &&
      (level !== 'anywhere' || (isHangulWord(key[0] ?? '') ? key.length === 1 : key.length <= 4 && !isUnit))
    )
      continue;
    if (cutsNumber(text, at, end)) continue;
    if (!spansGapsWell(text, at, end)) continue;
    if (level === 'strict' && short && !endsWell(text, key, end)) continue;
    ranges.push([text.offsets[at] ?? 0, (text.offsets[end - 1] ?? 0) + 1]);
  }
  return ranges;
}

/** Where a page says a word that was marked in a result: as that word, and inside others only what means something there. */
export function findMarked(text: PreparedText, word: string): Range[] {
  // A short word begins many others (the ai of Air), and no place but its own is meant.
  if (/^(?:[a-z]{1,3}|[가-힣])$/iu.test(word)) return findForm(text, word, 'strict');
  const exact = findForm(text, word, 'prefix');
  return exact.length > 0 || word.length < 2 ? exact : findForm(text, word, 'anywhere');
}

/** All ranges of all forms on the first level that finds any; sorted, overlapping ones joined. */
export function findForms(text: PreparedText, forms: readonly string[]): Range[] {
  for (const level of ['strict', 'prefix', 'anywhere'] as const) {
    const ranges = forms.flatMap((form) => findForm(text, form, level));
    if (ranges.length > 0) return joinRanges(ranges);
  }
  return [];
}

/** Sorts ranges and joins those that touch or overlap. */
export function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const [from, to] of [...ranges].sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** True where a stretch begins or ends inside a number: 50 in 1,500. */
function cutsNumber({ stream, offsets, clean }: PreparedText, from: number, to: number): boolean {
  const joins = (one: number, other: number): boolean =>
    /\d/.test(stream[one] ?? '') &&
    /[\d.]/.test(stream[other] ?? '') &&
    /^[\d.,]*$/.test(
      clean.slice((offsets[Math.min(one, other)] ?? 0) + 1, offsets[Math.max(one, other)] ?? 0),
    );
  return joins(from, from - 1) || joins(to - 1, to);
}

/**
 * Ranges grown to the words that a reader sees: the whole word without its particle (개인정보보호법을 for 정보), the whole
 * number with its separators. Sorted; those that touch are joined.
 */
export function growToWords(clean: string, ranges: readonly Range[]): Range[] {
  // One word may hold many of them.
  let [start, end] = [0, 0];
  return joinRanges(
    joinRanges(ranges).map(([from, to]) => {
      if (to > end) {
        [start, end] = [from, to];
        while (start > 0 && isInWord(clean, start - 1)) start--;
        while (end < clean.length && isInWord(clean, end)) end++;
      }
      return [start, end - findEnding(clean.slice(start, end), end - to)];
    }),
  );
}

/** True where the character at `at` belongs to one word with its neighbours. */
function isInWord(text: string, at: number): boolean {
  const char = text[at] ?? '';
  if (/[\p{L}\p{N}\p{M}+#℃℉\u3300-\u33FF\uD800-\uDFFF]/u.test(char)) return true;
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (/[.,]/.test(char)) return /\d/.test(before) && /\d/.test(after);
  return /[-_.]/.test(char) && /[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after);
}

/** How many letters at the end of `word`, at most `most`, are a particle or a verb's ending. */
function findEnding(word: string, most: number): number {
  const tail = /[가-힣]+$/.exec(word.slice(-6))?.[0] ?? '';
  for (let size = Math.min(most, tail.length, 6); size >= 1; size--) {
    const noun = word.slice(0, -size);
    // 떨어지므로 is a verb as a whole, and no noun with 로.
    if (noun.endsWith('므') && word.endsWith('로')) continue;
    const nouns = isSyllable(noun.at(-1) ?? '') ? [noun] : ['가', '각'];
    if (noun !== '' && nouns.some((one) => isEnding(one, word.slice(-size)))) return size;
  }
  return 0;
}

/** A word may run over blanks only where it is long and no piece is a single syllable: 한국 환경, never 이 전. */
function spansGapsWell(text: PreparedText, from: number, to: number): boolean {
  let pieceStart = from;
  for (let at = from + 1; at <= to; at++) {
    // What stands without a blank is one word to a reader: 제50조.
    if (
      at < to &&
      (text.starts[at] !== wordStart || (text.offsets[at] ?? 0) - (text.offsets[at - 1] ?? 0) === 1)
    )
      continue;
    const whole = pieceStart === from && at === to;
    if (!whole && at - pieceStart < 2 && isSyllable(text.stream[pieceStart] ?? '')) return false;
    // Nor where it takes the first letters of a word with it: risked, in risk_days.
    const isCut = at === to && text.starts[to] === inside && /[a-z]/.test(text.stream[to] ?? '');
    if (!whole && isCut && at - pieceStart < 3) return false;
    pieceStart = at;
  }
  return true;
}

function endsWell(text: PreparedText, key: string, end: number): boolean {
  let to = end;
  while (to < text.stream.length && text.starts[to] !== wordStart && text.stream[to] !== '\n') to++;
  const tail = text.stream.slice(end, to);
  if (tail === '') return true;
  if (!isHangulWord(key)) return tail === 's' || !/^[a-z]/.test(tail);
  return text.starts[end] === nounStart || isEnding(key, tail);
}

const inside = 0;
const nounStart = 1;
const wordStart = 2;

export type Range = [from: number, to: number];
export type MatchLevel = 'strict' | 'prefix' | 'anywhere';

export interface PreparedText {
  /** What the reader sees. */
  clean: string;
  /** Its letters and digits only, lower case; a line break where nothing may join. */
  stream: string;
  /** For each letter of the stream, its offset in `clean`. */
  offsets: number[];
  /** For each letter, whether it is inside a word, starts a noun inside one, or starts a word. */
  starts: number[];
}
