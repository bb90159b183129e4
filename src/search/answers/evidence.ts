/** Takes a page that was found apart into what an answer can be: sentences, rows of tables, lists, each with its place. */
import type { FoundPage, FoundPart } from '../index-document.ts';
import { removeMarks } from '../mark-compounds.ts';
import { splitTable } from '../read-table.ts';
import { itemMark, lineMark, listStrengths, removeLineMarks } from '../text-marks.ts';
import type { Strength } from '../text-marks.ts';
import { toPlainStyle } from './plain-style.ts';
import { isEchoHeading, languages, listAspect } from './question.ts';

/** Strongest last: a sentence is as well founded as its weakest source. */
const byWeakness: readonly Strength[] = ['unverified', 'secondary', 'copy', 'primary'];

/** Below all headings: a line that heads others. The items of an outline are below even those. */
export const deepest = 9;

/** More than these are behind the link. */
const mostLed = 8;

/** A line that is longer, or of more words, says something by itself. */
const longestHead = 44;
const mostHeadWords = 6;

/** A longer question is a text. */
const longestQuestion = 120;

/** What is announced and what it announces are one sentence up to this. */
const longestAnnounced = 300;

/** A longer item is no name of what stands below it. */
const longestLabel = 24;

/** A longer text is no sentence, title or cell: its end answers nothing, and many patterns take the square of its length. */
const longestText = 1000;

/** Reads a page. Odd pages give less, never an error. */
export function readEvidence(page: FoundPage): PageEvidence {
  const sections: SectionEvidence[] = [];
  const path: { level: number; title: string }[] = [];
  let id = '';
  for (const part of page.parts) {
    const title = readText(removeMarks(part.title));
    if (part.kind === 'section' || part.kind === 'term') {
      while ((path.at(-1)?.level ?? 0) >= part.level) path.pop();
      path.push({ level: part.level, title });
    }
    if (part.id !== '' || part.kind === 'lead') id = part.id;
    const titles = path.map(({ title }) => title);
    const isEcho = titles.some(isEchoHeading);
    const place = { id, titles, isEcho, kind: part.kind, level: part.level, title };
    const lines = part.kind === 'table' ? [] : putFieldsLast(readLines(part), page);
    sections.push(
      ...splitAtHeads({ ...place, lines, table: part.kind === 'table' ? readTable(part) : null }),
    );
  }
  return { page, sections };
}

/**
 * A line that begins with a question, or is but a name, heads what follows it, however it is set: **Who is eligible?** An
 * item that is but a name heads the items below it.
 */
function splitAtHeads(section: SectionEvidence): SectionEvidence[] {
  if (section.kind === 'diagram') return [section];
  let open: SectionEvidence = { ...section, lines: [] };
  const parts = [open];
  /** The items that head what is read now, the outermost first. */
  const outline: { depth: number; part: SectionEvidence }[] = [];
  section.lines.forEach((line, at) => {
    while (line.depth <= (outline.at(-1)?.depth ?? -1)) outline.pop();
    const next = section.lines[at + 1];
    const [first, ...others] = line.sentences;
    const isAsking = isQuestion(line) && (others.length > 0 || (next !== undefined && !isQuestion(next)));
    const isHead = isAsking || (isHeadLine(line, section.lines[at - 1], next) && isBelowText(section, at));
    if (isHead && first !== undefined) {
      const titles = [...section.titles, first.text];
      outline.length = 0;
      open = { ...section, title: first.text, titles, kind: 'section', level: deepest, lines: [] };
      parts.push(open);
    }
    const left = isHead ? { ...line, sentences: others } : line;
    const above = outline.at(-1)?.part ?? open;
    if (first !== undefined && isOutlineHead(line, next)) {
      const title = first.text.replace(/\s*[:：]$/u, '');
      const titles = [...above.titles, title];
      const level = deepest + line.depth;
      const part: SectionEvidence = { ...section, title, titles, kind: 'section', level, lines: [] };
      parts.push(part);
      outline.push({ depth: line.depth, part });
      // It is an item of what it stands in as well, with what stands below it.
      const led = listBelow(section.lines, at);
      above.lines.push({ ...line, isHead: true, sentences: [{ ...first, led }] });
    } else if (left.sentences.length > 0) above.lines.push(left);
  });
  return parts;
}

/** True for a short item without the end of a sentence, or a question, that other items stand below. */
function isOutlineHead({ depth, sentences: [only, ...others] }: Line, next: Line | undefined): boolean {
  if (depth === 0 || only === undefined || others.length > 0 || (next?.depth ?? 0) <= depth) return false;
  const { text } = only;
  if (/[?？]$/u.test(text)) return text.length <= longestQuestion;
  return (
    text.length <= longestHead &&
    /^[^=;{}<>|:：→]*\p{L}[^=;{}<>|:：→]*[\p{L}\p{N})）]\s?[:：]?$/u.test(text) &&
    !/[다요음임함됨]$/u.test(text) &&
    text.split(/\s+/u).length <= mostHeadWords
  );
}

/** The items right below the one at `at`. */
function listBelow(lines: readonly Line[], at: number): string[] {
  const depth = lines[at]?.depth ?? 0;
  const below = lines.slice(at + 1);
  const end = below.findIndex((line) => line.depth <= depth);
  const inside = end < 0 ? below : below.slice(0, end);
  const least = inside[0]?.depth ?? 0;
  return inside
    .filter((line) => line.depth === least)
    .slice(0, mostLed)
    .map(({ sentences }) => sentences[0]?.text ?? '');
}

function isQuestion({ isItem, sentences }: Line): boolean {
  return !isItem && /\s\S.*[?？]$/u.test(sentences[0]?.text ?? '');
}

/** True where a name may head a part: what stands before the first sentence of a note is its title or its fields. */
function isBelowText({ kind, lines }: SectionEvidence, at: number): boolean {
  return (
    kind === 'section' ||
    (kind === 'lead' &&
      lines.slice(0, at).some(({ sentences }) => /[.!。]$/u.test(sentences.at(-1)?.text ?? '')))
  );
}

/** True for a short line without the end of a sentence, before items or sentences: **1. Dirty Read**. */
function isHeadLine(
  { isItem, sentences: [only, ...others] }: Line,
  previous: Line | undefined,
  next: Line | undefined,
): boolean {
  if (only === undefined || others.length > 0 || isItem || next === undefined) return false;
  const { text } = only;
  // What stands in an item below its name is its text.
  const above = previous?.isItem === true ? (previous.sentences.at(-1)?.text ?? '') : '';
  if (
    above !== '' &&
    above.length <= longestLabel &&
    !/(?:[다요음임함됨움]|[.!。])[.。)）]?$/u.test(above) &&
    !/^\d{1,2}[.)]\s/u.test(text) &&
    listAspect(text.toLowerCase()).length === 0
  )
    return false;
  return (
    text.length <= longestHead &&
    /^(?!\d+\p{L})[^=;{}<>|:：→]*\p{L}[^=;{}<>|:：→]*[\p{L}\p{N})）]$/u.test(text) &&
    // A command heads nothing, nor does a picture's file name: Screenshot 2022-12-24.
    !/^[$>]\s|[다요음임함됨]$|\d\d\D+\d\d|\w\([^)]*\)[.[]/u.test(text) &&
    text.split(/\s+/u).length <= mostHeadWords &&
    (next.isItem || /[.!。]$/u.test(next.sentences[0]?.text ?? ''))
  );
}

/** What a note says first is its first sentence: the searched fields that stand before it come after it. */
function putFieldsLast(lines: Line[], { facts }: FoundPage): Line[] {
  const first = lines.findIndex(({ sentences }) => !/^[^:：]{1,24}[:：]\s/u.test(sentences[0]?.text ?? ''));
  return facts.length > 0 && first > 0 ? [...lines.slice(first), ...lines.slice(0, first)] : lines;
}

function readLines(part: FoundPart): Line[] {
  const lines = removeMarks(part.lines)
    .split(lineMark)
    .flatMap((line): Line[] => {
      const [mark = ''] = line.trimStart().split(' ', 1);
      const depth = mark.startsWith(itemMark) ? mark.length : 0;
      const sentences = splitSentences(line).flatMap((marked): Sentence[] => {
        const text = readText(marked);
        return text === '' || isPointer(text) ? [] : [{ text, strength: findStrength(marked) }];
      });
      return sentences.length === 0
        ? []
        : [{ isItem: depth > 0, depth, sentences: joinAnnounced(sentences) }];
    });
  lines.forEach(({ sentences }, at) => {
    const last = sentences.at(-1);
    if (last === undefined) return;
    const isAnnounced =
      lines[at + 1]?.isItem === true &&
      languages.some(({ announcing }) => announcing.test(toPlainStyle(last.text)));
    if (last.text.endsWith(':') || isAnnounced) last.led = listLed(lines, at);
  });
  return lines;
}

/** What only says how many there are, with the sentence behind it, which says which: 작업자는 세 종류이다. 공개는 …. */
function joinAnnounced(sentences: readonly Sentence[]): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    const isLed =
      last !== undefined &&
      last.text.length + sentence.text.length < longestAnnounced &&
      languages.some(({ announcing }) => announcing.test(toPlainStyle(last.text)));
    if (last !== undefined && isLed)
      joined[joined.length - 1] = { ...last, text: `${last.text} ${sentence.text}` };
    else joined.push(sentence);
  }
  return joined;
}

/** True for what only leads elsewhere: an address, or a row of signs that are links. */
function isPointer(text: string): boolean {
  return text.split(/\s+/u).every((word) => /^(?:https?:\/\/|:[a-z_]+:)/u.test(word));
}

/** What a line leads up to: the items behind it, or else the line itself, as of code. */
function listLed(lines: readonly Line[], at: number): string[] {
  const below = lines.slice(at + 1);
  const end = below.findIndex(({ isItem }) => !isItem);
  return (end < 0 ? below : below.slice(0, Math.max(1, end)))
    .slice(0, mostLed)
    .map(({ sentences }) => sentences[0]?.text ?? '');
}

/** Splits at full stops, but not in numbers, abbreviations and initials. Signs of sources stay with their sentence. */
function splitSentences(line: string): string[] {
  return line.split(
    /(?<=(?:[^\s.][^\s.]|[␁-␄])[.!?。？！](?:["'”’)\]]*)(?: [␁-␄])*)\s+(?![␁-␄])(?<!\b(?:e\.g|i\.e|vs|cf|approx|etc|No|Art|Sec|Fig)\.\s|\betc\.\)\s(?=[a-z]))/u,
  );
}

function readTable(part: FoundPart): TableEvidence {
  const { head, rows } = splitTable(removeMarks(part.lines).replaceAll(lineMark, ' '));
  return {
    head: head.map(readText),
    rows: rows.map((row) => row.map((cell) => ({ text: readText(cell), strength: findStrength(cell) }))),
  };
}

/** What is read of a sentence, title or cell. */
function readText(marked: string): string {
  const text = removeLineMarks(marked);
  if (text.length <= longestText) return text;
  const cut = text.slice(0, longestText);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestText / 2))}…`;
}

function findStrength(marked: string): Strength | '' {
  const cited = listStrengths(marked);
  return byWeakness.find((strength) => cited.includes(strength)) ?? '';
}

export interface Sentence {
  text: string;
  /** Of the weakest source that it cites; empty where it cites none. */
  strength: Strength | '';
  /** What follows where it ends in a colon. */
  led?: string[];
}

export interface Line {
  isItem: boolean;
  /** How many lists it is inside of; 0 for what is no item. */
  depth: number;
  /** It is but the name of what stands below it. */
  isHead?: true;
  sentences: Sentence[];
}

export interface TableEvidence {
  head: string[];
  rows: Sentence[][];
}

/** A part of a page: a section, table, diagram or term. */
export interface SectionEvidence {
  /** The id to link to; empty for the page itself. */
  id: string;
  /** Headings above it, its own last. */
  titles: string[];
  /** It stands where a note repeats or asks: questions, answer skeletons, references. */
  isEcho: boolean;
  kind: FoundPart['kind'];
  level: number;
  title: string;
  lines: Line[];
  table: TableEvidence | null;
}

export interface PageEvidence {
  page: FoundPage;
  sections: SectionEvidence[];
}
