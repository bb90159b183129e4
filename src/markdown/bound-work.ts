/**
 * Keeps the time that a note takes in bounds. Reading Markdown costs by the sign, and in one paragraph some signs cost
 * as much as all those before them: a note of a megabyte of brackets would hold up everything for minutes. What lies
 * beyond the bounds is left out of the reading and shown as it is written, in its place; no word is lost.
 */
import type { Code, Root } from 'mdast';
import { problemsWords } from '#words';
import { report } from '../flavours/flavour.ts';

/** A stretch of whole lines. */
export interface LineRange {
  from: number;
  to: number;
}

/**
 * Signs and lines that are read of one note: as many as 500 kB of ordinary text have. What comes after them is shown as
 * written.
 */
const mostWork = 22_000;
/** Signs in one paragraph, list item or table row. */
const mostSigns = 6_000;
/** Blank lines and lines of code are little work. */
const lightLine = 0.65;
/** A diagram has a parser of its own. */
const diagramWork = 20;
const opensDiagram = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*\{?[.-]?mermaid\b/iu;
/** A block is looked at by all that reads a note, however short it is. */
const blockWork = 1.5;
/** A heading is a section of the note: found, named, linked and searched. */
const headingWork = 2;
/** Text without a sign is little work too, but not none. */
const lightLetter = 0.01;

/** At each word an address may begin: of a megabyte of letters that stand alone, all the parser does is to look for one. */
const loneLetter = /(?<![\p{L}\p{N}])[A-Za-z\d](?![\p{L}\p{N}])/gu;
const loneLetterWork = 0.05;

/** A site's name becomes a link without any other sign. */
const sign = /[[\]*_`<>|$\\!&{}~^=#@]|:+|[Ww]{3}\./gu;
/** Blanks of deep lists: every line is asked whether it lies in each list around it. */
const usualIndent = 16;
const deepBlank = 1 / 6;

/** What begins a paragraph of its own without a blank line before it. */
const opensBlock = /^[ \t>]*(?:[-+*][ \t]|\d{1,9}[.)][ \t]|\||#{1,6}[ \t])/u;

/** A heading, or the line under one. */
const opensSection = /^(?:#{1,6}[ \t]|(?:-{1,99}|={1,99})[ \t]*$)/u;
/** Marks of lists that begin in one line, one inside the other. */
const listMarks = /^(?:[ \t>]*(?:[-+*]|\d{1,9}[.)])(?=[ \t]))+/u;

/** What of a note is to be shown as it is written, in order. */
export function findTooMuch(text: string): LineRange[] {
  // Nothing so short can be too much.
  if (text.length < mostSigns) return [];
  const ranges: LineRange[] = [];
  let work = 0;
  let fence = '';
  let run = { from: 0, unit: 0, most: 0, work: 0 };
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end + 1;
    const line = text.slice(from, to);
    const [, mark = ''] = /^[ \t>]*(`{3,}|~{3,})/u.exec(line) ?? [];
    const endsRun = fence !== '' || mark !== '' || !line.trim();
    if (endsRun && run.work) {
      if (run.most > mostSigns) ranges.push({ from: run.from, to: from });
      else if (work + run.work > mostWork) return [...ranges, { from: run.from, to: text.length }];
      else work += run.work;
      run = { from, unit: 0, most: 0, work: 0 };
    }
    if (fence || mark) {
      work += lightLine;
      if (!fence) work += blockWork;
      if (!fence && opensDiagram.test(line)) work += diagramWork;
      if (!fence) fence = mark;
      else if (mark.startsWith(fence)) fence = '';
      run.from = to;
    } else if (endsRun) {
      work += lightLine;
      run.from = to;
    } else {
      const lead = /^[ \t>]*/u.exec(line)?.[0].replaceAll('\t', '    ') ?? '';
      const quotes = lead.replace(/[^>]/gu, '').length;
      const deepBlanks = Math.max(0, lead.replace(/> ?/gu, '').length - usualIndent);
      const lists = listMarks.exec(line)?.[0].match(/[-+*.)]/gu)?.length ?? 0;
      const signs = (line.match(sign)?.length ?? 0) - quotes + Math.max(0, lists - 1);
      run.unit = opensBlock.test(line) ? signs : run.unit + signs;
      run.most = Math.max(run.most, run.unit);
      if (!run.work || lists) run.work += blockWork;
      run.work += signs + quotes / 2 + deepBlanks * deepBlank + 1 + line.length * lightLetter;
      run.work += (line.match(loneLetter)?.length ?? 0) * loneLetterWork;
      if (opensSection.test(line)) run.work += headingWork;
    }
    if (work > mostWork) {
      ranges.push({ from: to, to: text.length });
      break;
    }
    from = to;
  }
  const isLastTooMuch = run.most > mostSigns || (run.work > 0 && work + run.work > mostWork);
  if (isLastTooMuch && work <= mostWork) ranges.push({ from: run.from, to: text.length });
  return ranges.filter(({ from, to }) => text.slice(from, to).trim());
}

/** Blank lines at the end of a text, of which more say nothing and cost the parser time. */
const mostBlank = 1000;

/** The text with blanks for what is too much, line for line; it ends before what reaches to its end. */
export function leaveOut(text: string, ranges: readonly LineRange[]): string {
  const parts: string[] = [];
  let past = 0;
  for (const { from, to } of ranges) {
    parts.push(text.slice(past, from));
    if (to === text.length) return parts.join('');
    parts.push(text.slice(from, to).replace(/[^\n]+/gu, (line) => ' '.repeat(line.length)));
    past = to;
  }
  const kept = parts.join('') + text.slice(past);
  const { length } = kept.trimEnd();
  return kept.slice(0, length + mostBlank);
}

/** Puts what was left out back into the tree, as text that is shown as it is written, and says so. */
export function showAsWritten(tree: Root, text: string, ranges: readonly LineRange[]): void {
  if (!ranges.length) return;
  const lines = countLines(text);
  for (const range of ranges) {
    const blank = range.to - range.from - text.slice(range.from, range.to).trimStart().length;
    const from = text.lastIndexOf('\n', range.from + blank) + 1;
    const written = text.slice(Math.max(from, range.from), range.to).trimEnd();
    const position = {
      start: { line: lines(from), column: 1, offset: from },
      end: { line: lines(from + written.length), column: 1, offset: from + written.length },
    };
    const node: Code = { type: 'code', lang: null, meta: null, value: written, position };
    const next = tree.children.findIndex((child) => (child.position?.start.offset ?? 0) >= from);
    tree.children.splice(next < 0 ? tree.children.length : next, 0, node);
    report(tree, node, problemsWords().markdown.tooMuch(position.end.line - position.start.line + 1));
  }
}

/** The line of an offset; to be asked in order. */
function countLines(text: string): (offset: number) => number {
  let [line, past] = [1, 0];
  return (offset) => {
    for (let at = text.indexOf('\n', past); at >= 0 && at < offset; at = text.indexOf('\n', past)) {
      line++;
      past = at + 1;
    }
    return line;
  };
}
