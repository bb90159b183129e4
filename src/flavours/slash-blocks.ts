/**
 * `/// tip | 제목` … `///` (the blocks of PyMdown, which MkDocs uses) becomes the same box between lines of colons, line for
 * line. Boxes in boxes have more strokes outside, as they have more colons. Lines indented below the opening one say how a
 * block behaves. A block without its end stays as it is written, and so do blocks in code.
 */
import { findBoxKind } from './boxes.ts';
import { createIndentTest, listCode } from './template-code.ts';
import { createRangeTest } from '../markdown/text-places.ts';

const opening = /^([ \t]*)(\/{3,})[ \t]+([a-z][\w-]*)(?:[ \t]*\|[ \t]*(\S[^\n]*))?$/iu;
const closing = /^[ \t]*(\/{3,})[ \t]*$/u;
const option = /^(?: {4}|\t)[ \t]*([a-z_-]+):(?:[ \t]*(\S[^\n]*))?$/u;

interface Open {
  line: number;
  strokes: number;
  name: string;
  title: string;
  indent: string;
}

interface Pair {
  opened: Open;
  /** The line that closes it. */
  line: number;
  /** Where its strokes begin in the text. */
  from: number;
  isInner: boolean;
}

/** @returns the text with as many lines as before */
export function readSlashBlocks(body: string): string {
  const lines = body.split('\n');
  for (const { opened, line } of pairBlocks(body)) write(lines, opened, line);
  return lines.join('\n');
}

/**
 * Offsets of the lines that close such blocks: others take some of them for comments. A single word that is no block's name,
 * and in none, may as well be text above a comment.
 */
export function listSlashEnds(body: string): Set<number> {
  const stray: number[] = [];
  const pairs = pairBlocks(body, stray);
  // One line of strokes that closes nothing is the end of a comment, and what opened it seemed to close a block.
  const isPaired = (length: number) => stray.filter((each) => each === length).length % 2 === 0;
  const surely = pairs.filter(
    ({ opened, isInner }) =>
      isInner || opened.title || (isKnown(opened.name) && (opened.strokes < 4 || isPaired(opened.strokes))),
  );
  return new Set(surely.map(({ from }) => from));
}

/** Blocks with what closes each, inner ones first; `stray` takes the lengths of lines that close none. */
function pairBlocks(body: string, stray: number[] = []): Pair[] {
  if (!/^[ \t]*\/{3,}[ \t]+[a-z]/imu.test(body)) return [];
  const isCode = createRangeTest(listCode(body));
  const pairs: Pair[] = [];
  const open: Open[] = [];
  let next = 0;
  const isIndented = createIndentTest();
  for (const [line, text] of body.split('\n').entries()) {
    const from = next;
    const isDeep = isIndented(text);
    next += text.length + 1;
    if (isCode(from) || isDeep) continue;
    const [, indent = '', strokes = '', written = '', title = ''] = opening.exec(text.trimEnd()) ?? [];
    // In capitals a single word is a heading in a comment.
    const name = title || written === written.toLowerCase() ? written.toLowerCase() : '';
    if (name) open.push({ line, strokes: strokes.length, name, title, indent });
    else {
      const ends = closing.exec(text)?.[1]?.length;
      const at = ends === undefined ? -1 : open.findLastIndex((each) => each.strokes === ends);
      const [opened] = at < 0 ? [] : open.splice(at);
      if (opened) pairs.push({ opened, line, from: from + text.search(/\S/u), isInner: open.length > 0 });
      else if (ends !== undefined) stray.push(ends);
    }
  }
  return pairs;
}

function write(lines: string[], { line, strokes, name, title, indent }: Open, end: number): void {
  const options: Record<string, string> = {};
  let last = line;
  while (last + 1 < end) {
    const next = lines[last + 1] ?? '';
    const [, key, value = ''] =
      (next.startsWith(indent) && option.exec(next.slice(indent.length).trimEnd())) || [];
    if (key === undefined) break;
    options[key] = value;
    last++;
  }
  const said = title.replace(/^"(.*)"$/u, '$1');
  const kind = findKind(name, options['type'], said);
  // The name of a kind that only the settings know says what its title does not: `version-added | 2.1`.
  const words = kind === 'note' && said && !isKnown(name) ? `${name}: ${said}` : said;
  for (let each = line + 1; each <= last; each++) lines[each] = '';
  const colons = ':'.repeat(strokes);
  lines[line] = kind ? `${indent}${colons}${[kind, words].filter(Boolean).join(' ')}` : '';
  lines[end] = kind ? indent + colons : '';
}

/** Blocks that only say how their text looks. */
const looks = new Set(['html', 'caption', 'figure-caption']);

function isKnown(name: string): boolean {
  return /^(?:admonition|details|tab)$/u.test(name) || looks.has(name) || Boolean(findBoxKind(name));
}

/**
 * What a block is here; empty for one that only says how its text looks. Settings name kinds of their own: with a title they
 * are boxes, and without one nobody knows what they are.
 */
function findKind(name: string, type = 'note', title: string): string {
  if (name === 'admonition') return findBoxKind(type) ? type : 'note';
  if (name === 'details' || name === 'tab') return name;
  if (looks.has(name)) return '';
  if (findBoxKind(name)) return name;
  return title && !/^[\w-]+=/u.test(title) ? 'note' : name;
}
