/**
 * Finds a word in a text as a reader would: at the start of a word or of a noun inside one, whatever the spacing.
 * Works on text with marks (they say where nouns begin) and answers in offsets of the text without them.
 */
import { isHangulWord, isSyllable } from './hangul.ts';
import { mark, softBreak } from './mark-compounds.ts';
import { isEnding } from './particles.ts';
import { makeKey } from './synonyms.ts';

/** Prepares a marked text for matching. */
export function prepareText(marked: string): PreparedText {
  let clean = '';
  let stream = '';
  const offsets: number[] = [];
  const starts: number[] = [];
  let start = wordStart;
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
    if (/[\p{L}\p{N}+#\uD800-\uDFFF]/u.test(char)) {
      if (start === inside && isSyllable(char) !== isSyllable(stream.at(-1) ?? '')) start = nounStart;
      stream += char.toLowerCase().length === 1 ? char.toLowerCase() : char;
      offsets.push(clean.length);
      starts.push(start);
      start = inside;
    } else if (stream !== '' && !stream.endsWith('\n') && /[()[\]{}<>,;:"“”␞␟]/.test(char)) {
      // Brackets, commas and the like part what no query joins.
      stream += '\n';
      offsets.push(clean.length);
      starts.push(wordStart);
      start = wordStart;
    } else start = wordStart;
    clean += char;
  }
  return { clean, stream, offsets, starts };
}

/**
 * Where `form` stands in the text, as ranges of the clean text. `strict` wants the start of a word or noun and, for
 * short words, nothing but an ending after it; `prefix` allows any continuation; `anywhere` any place.
 */
export function findForm(text: PreparedText, form: string, level: MatchLevel): Range[] {
  const key = makeKey(form);
  if (key === '') return [];
  const ranges: Range[] = [];
  const short = isHangulWord(key) ? key.length === 1 : key.length <= 3;
  for (let at = text.stream.indexOf(key); at >= 0; at = text.stream.indexOf(key, at + 1)) {
    const end = at + key.length;
    if (level !== 'anywhere' && text.starts[at] === inside) continue;
    if (!spansGapsWell(text, at, end)) continue;
    if (level === 'strict' && short && !endsWell(text, key, end)) continue;
    ranges.push([text.offsets[at] ?? 0, (text.offsets[end - 1] ?? 0) + 1]);
  }
  return ranges;
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

/** A word may run over blanks only where it is long and no piece is a single syllable: 비즈니스 모델, never 이 전. */
function spansGapsWell(text: PreparedText, from: number, to: number): boolean {
  let pieceStart = from;
  for (let at = from + 1; at <= to; at++) {
    if (at < to && text.starts[at] !== wordStart) continue;
    const whole = pieceStart === from && at === to;
    if (!whole && at - pieceStart < 2 && isSyllable(text.stream[pieceStart] ?? '')) return false;
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
