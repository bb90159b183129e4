/** Cuts the piece of a text that shows best why it was found. Plain segments, never HTML. */
import { findForms, growToWords, prepareText } from './match-text.ts';
import type { Range } from './match-text.ts';
import type { PlanTerm } from './plan-query.ts';
import { splitTable } from './read-table.ts';
import { removeMarks } from './mark-compounds.ts';
import { cellMark, rowMark, sameMark } from './text-marks.ts';

/** About two lines on a phone, in characters. */
const excerptLength = 130;

/** The whole text as segments, with the words of the query marked. */
export function highlightText(marked: string, terms: readonly PlanTerm[]): Segment[] {
  const text = prepareText(marked);
  const ranges = growToWords(
    text.clean,
    terms.flatMap((term) => findForms(text, term.forms)),
  );
  return cutSegments(text.clean, ranges, 0, text.clean.length);
}

/**
 * The most telling stretch of a text: the window that holds the most different words of the query, cut at blanks.
 * Without any of them, the beginning.
 */
export function makeExcerpt(marked: string, terms: readonly PlanTerm[], length = excerptLength): Segment[] {
  const text = prepareText(marked);
  const found = terms.map((term) => findForms(text, term.forms));
  const ranges = growToWords(text.clean, found.flat());
  const { clean } = text;
  if (clean.length <= length * 1.25) return cutSegments(clean, ranges, 0, clean.length);
  let from = 0;
  let best = -1;
  for (const [start] of ranges) {
    const windowStart = Math.max(0, start - Math.floor(length * 0.25));
    const windowEnd = windowStart + length;
    const different = found.filter((one) => countIn(one, windowStart, windowEnd, 1) > 0).length;
    const score = different * 10 + countIn(ranges, windowStart, windowEnd, 5);
    if (score > best) {
      best = score;
      from = windowStart;
    }
  }
  from = findCut(clean, Math.min(from, clean.length - length), 1);
  return cutSegments(clean, ranges, from, findCut(clean, from + length, -1));
}

/** How many of the ranges, which follow each other, are in the window, up to `most`. */
function countIn(ranges: readonly Range[], from: number, to: number, most: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[0] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return ranges.slice(low, low + most).filter((range) => range[1] <= to).length;
}

/** The row of a table that says most of the query, each cell behind its header: `대책: 검색 증강 생성`. */
export function makeTableExcerpt(marked: string, terms: readonly PlanTerm[]): Segment[] {
  const { head, rows } = splitTable(marked);
  let best: { row: string[]; score: number } | undefined;
  for (const row of rows) {
    const text = prepareText(row.join(' / '));
    const score = terms.filter((term) => findForms(text, term.forms).length > 0).length;
    if (best === undefined || score > best.score) best = { row, score };
  }
  if (best === undefined || best.score === 0)
    return highlightText(head.filter((cell) => cell !== '').join(' · '), terms);
  const cells = best.row.flatMap((cell, column): { label: string; cell: string; hits: number }[] => {
    if (cell === '') return [];
    const text = prepareText(cell);
    const hits = terms.filter((term) => findForms(text, term.forms).length > 0).length;
    return [{ label: removeMarks(head[column] ?? ''), cell, hits: hits + (column === 0 ? 0.5 : 0) }];
  });
  // A row of many long cells keeps its first cell and those that were asked for.
  const long = cells.reduce((sum, { cell }) => sum + cell.length, 0) > excerptLength * 1.6;
  const kept = long ? cells.filter(({ hits }) => hits > 0) : cells;
  return kept.flatMap(({ label, cell }, at): Segment[] => [
    ...(at > 0 ? [{ text: ' · ', hit: false }] : []),
    ...(label === '' ? [] : [{ text: `${label}: `, hit: false }]),
    ...makeExcerpt(cell, terms, Math.max(50, Math.floor(excerptLength / kept.length))),
  ]);
}

/** A text without anything that only the index needs. */
export function cleanText(text: string): string {
  return [rowMark, cellMark, sameMark]
    .reduce((left, mark) => left.replaceAll(mark, ' '), removeMarks(text))
    .replace(/\s+/g, ' ')
    .trim();
}

function cutSegments(clean: string, ranges: readonly Range[], from: number, to: number): Segment[] {
  const segments: Segment[] = [];
  const push = (text: string, hit: boolean): void => {
    if (text !== '') segments.push({ text, hit });
  };
  let at = from;
  if (from > 0) push('… ', false);
  for (const [start, end] of ranges) {
    if (end <= from || start >= to) continue;
    push(clean.slice(at, Math.max(at, start)), false);
    push(clean.slice(Math.max(at, start), Math.min(end, to)), true);
    at = Math.min(end, to);
  }
  push(clean.slice(at, to), false);
  if (to < clean.length) push(' …', false);
  return segments;
}

/** The nearest blank at or behind (`step` 1) or before (-1) `at`; `at` itself where there is none near. */
function findCut(text: string, at: number, step: 1 | -1): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  for (let cut = at; cut > 0 && cut < text.length && Math.abs(cut - at) < 24; cut += step) {
    if (text[cut - 1] === ' ' && step === 1) return cut;
    if (text[cut] === ' ' && step === -1) return cut;
  }
  return at;
}

/** A piece of text; `hit` when it is what was searched. */
export interface Segment {
  text: string;
  hit: boolean;
}
