/**
 * Diagrams that stand in no fence: in a box (`::: mermaid`, Azure DevOps), in an element (`<pre class="mermaid">`,
 * `<div class="mermaid">`, `<pre><code class="language-mermaid">`: Hugo, MkDocs, plain HTML). A fence is written in the place
 * of what encloses them, line for line, so that they are drawn, checked and searched as every other. What encloses no
 * diagram, or has no end, stays as it is written.
 */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Code, Html, Parent, Root } from 'mdast';
import { createRangeTest } from '../markdown/text-places.ts';
import { visit } from '../markdown/visit.ts';
import { createIndentTest, fenceFor, listCode } from './template-code.ts';

const opening =
  /^((?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])[ \t])*)(?:(:{3,})[ \t]*(?:mermaid|\{[ \t]*\.mermaid[ \t]*\})[ \t]*|<(pre|div)\b([^<>]*)>(?:[ \t]*<code\b([^<>]*)>)?(.*))$/iu;
const fence = /^(?:`{3,}|~{3,})/u;
/** What is laid out by a browser and no text of a diagram. */
const layout = /<(?:canvas|div|figure|iframe|img|p|pre|script|svg|table|ul)\b/iu;

interface Enclosed {
  /** Before the opening, the same with spaces for the marks of lists, and how many quotes both hold. */
  prefix: string;
  inner: string;
  quotes: number;
  start: number;
  end: number;
  /** The lines from `start` to `end`, without their prefix and what encloses them. */
  content: string[];
  /** What follows in the last line. */
  after: string;
}

/** @returns the text with as many lines as before */
export function readUnfencedDiagrams(body: string): string {
  if (!/mermaid/iu.test(body)) return body;
  const isCode = createRangeTest(listCode(body));
  const isIndented = createIndentTest();
  const lines = body.split('\n');
  /** Lines that are no longer blank, or already read. */
  let past = 0;
  /** Up to which line nothing closes what is of a kind: it is not looked for again. */
  const endless = new Map<string, number>();
  let from = 0;
  for (const [at, line] of body.split('\n').entries()) {
    const place = from;
    from += line.length + 1;
    const isText = !isIndented(line);
    if (at < past || !isText) continue;
    const match = opening.exec(line);
    if (!match) continue;
    const [, prefix = '', colons, , , , head = ''] = match;
    if (isCode(place + prefix.length)) continue;
    const kind = (colons ? ':' : (match[3] ?? '')).toLowerCase();
    if (at < (endless.get(kind) ?? 0) || !(colons || isMermaidTag(match[4], match[5]))) continue;
    const found = colons ? readBox(lines, at, prefix) : readTag(lines, at, match);
    if (typeof found === 'number') {
      endless.set(kind, found);
      continue;
    }
    const first = found.content.find((each) => each.trim())?.trim();
    if (first === undefined) continue;
    if (colons && fence.test(first)) {
      lines[at] = prefix;
      lines[found.end] = found.inner.trimEnd();
    } else if (!fence.test(first) && (colons || isDiagram(first, found.content)))
      past = write(lines, found, past, Boolean(head.trim())) ?? past;
  }
  return lines.join('\n');
}

/** Whether attributes say that an element holds a diagram, or those of the code in it do. */
function isMermaidTag(...written: readonly (string | undefined)[]): boolean {
  return written.some((attributes = '') => {
    const [, name = '', double, single, bare] =
      /(?:^|\s)(class|className|lang)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/u.exec(attributes) ?? [];
    const words = (double ?? single ?? bare ?? '').split(/\s+/u);
    return name !== '' && words.some((word) => /^(?:lang(?:uage)?-)?mermaid$/iu.test(word));
  });
}

function isDiagram(first: string, content: readonly string[]): boolean {
  return !/^(?:<|\{\{|\{%)/u.test(first) && !content.some((line) => layout.test(line));
}

/**
 * Elements that had no room for a fence, as those that stand in one line below each other: HTML of nothing but diagrams
 * becomes their code in the tree.
 */
export function readDiagramElements(tree: Root): void {
  visit(tree, 'html', (html, index, parent) => {
    if (!parent || index === undefined || !/mermaid/iu.test(html.value)) return;
    const diagrams = readElements(html);
    if (!diagrams) return;
    (parent as Parent).children.splice(index, 1, ...diagrams);
    return index + diagrams.length;
  });
}

/** The diagrams of which HTML consists; null where anything else is in it. */
function readElements({ value, position }: Html): Code[] | null {
  const tag = /\s*<(pre|div)\b([^<>]*)>(?:[ \t]*<code\b([^<>]*)>)?/iuy;
  const found: Code[] = [];
  let line = position?.start.line ?? 1;
  let past = 0;
  while (value.slice(past).trim()) {
    tag.lastIndex = past;
    const [opens, name = '', outer, inner] = tag.exec(value) ?? [];
    if (opens === undefined || !isMermaidTag(outer, inner)) return null;
    const from = past + opens.length;
    const closing = new RegExp(`(?:</code>\\s*)?</${name}>`, 'giu');
    closing.lastIndex = from;
    const end = closing.exec(value);
    if (!end) return null;
    const content = value.slice(from, end.index).split('\n').map(readText);
    const first = content.find((each) => each.trim())?.trim();
    if (first === undefined || fence.test(first) || !isDiagram(first, content)) return null;
    line += opens.split('\n').length - 1;
    // The code of a fence begins below it.
    const start = Math.max(1, content[0]?.trim() ? line - 1 : line);
    if (!content[0]?.trim()) content.shift();
    if (!content.at(-1)?.trim()) content.pop();
    const indent = Math.min(
      ...content.flatMap((each) => (each.trim() ? [/^[ \t]*/u.exec(each)?.[0].length ?? 0] : [])),
    );
    found.push({
      type: 'code',
      lang: 'mermaid',
      meta: null,
      value: content.map((each) => each.slice(indent)).join('\n'),
      ...(position ? { position: { ...position, start: { ...position.start, line: start } } } : {}),
    });
    past = end.index + end[0].length;
    line += value.slice(from, past).split('\n').length - 1;
  }
  return found.length ? found : null;
}

/** What a box encloses; the line up to which it has no end. */
function readBox(lines: readonly string[], start: number, prefix: string): Enclosed | number {
  const place = placeOf(prefix, start);
  place.content.push('');
  for (let end = start + 1; end < lines.length; end++) {
    const line = withoutPrefix(lines[end] ?? '', place);
    if (line === null) return end;
    if (/^[ \t]*:{3,}[ \t]*$/u.test(line)) return { ...place, end, after: '' };
    place.content.push(line);
  }
  return lines.length;
}

function readTag(lines: readonly string[], start: number, match: RegExpExecArray): Enclosed | number {
  const [, prefix = '', , name = '', , , head = ''] = match;
  const place = placeOf(prefix, start);
  const closing = new RegExp(`(?:</code>\\s*)?</${name}>`, 'iu');
  for (let end = start; end < lines.length; end++) {
    const line = end === start ? head : withoutPrefix(lines[end] ?? '', place);
    if (line === null) return end;
    const found = closing.exec(line);
    place.content[end - start] = readText(found ? line.slice(0, found.index) : line);
    if (!found) continue;
    const { content } = place;
    // MDX keeps braces out of the way of its own.
    const last = content.length - 1;
    content[0] = (content[0] ?? '').replace(/^\s*\{`/u, '');
    content[last] = (content[last] ?? '').replace(/`\}\s*$/u, '').replace(/^\s*<\/code>\s*$/iu, '');
    return { ...place, end, after: line.slice(found.index + found[0].length).trim() };
  }
  return lines.length;
}

function placeOf(prefix: string, start: number): Omit<Enclosed, 'end' | 'after'> {
  const inner = prefix.replace(/[^\s>]/gu, ' ');
  return { prefix, inner, quotes: prefix.split('>').length - 1, start, content: [] };
}

/** A line below the opening one; null where it no longer belongs to the same quote. */
function withoutPrefix(line: string, { inner, quotes }: Pick<Enclosed, 'inner' | 'quotes'>): string | null {
  let rest = line;
  for (let quote = 0; quote < quotes; quote++) {
    const next = /^[ \t]*>/u.exec(rest);
    if (!next) return null;
    rest = rest.slice(next[0].length);
  }
  let room = inner.length - (inner.lastIndexOf('>') + 1);
  while (room-- > 0 && /^[ \t]/u.test(rest)) rest = rest.slice(1);
  return rest;
}

/** Text as HTML reads it. A line stays one. */
function readText(line: string): string {
  return line.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][\da-z]*));/giu,
    (written, ten, sixteen, name) => {
      if (name) return decodeNamedCharacterReference(String(name)) || written;
      const code = ten ? Number(ten) : parseInt(String(sixteen), 16);
      return code < 32 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
        ? written
        : String.fromCodePoint(code);
    },
  );
}

/**
 * Writes the fence; what stands in the line of an opening or closing tag keeps it, and the fence takes the blank line beside it.
 * @returns the first line that nothing was written to; null where there is no room
 */
function write(lines: string[], found: Enclosed, past: number, hasHead: boolean): number | null {
  const { prefix, inner, start, end, content, after } = found;
  const isBlank = (at: number) => /^[ \t>]*$/u.test(lines[at] ?? '');
  const hasTail = (hasHead && start === end) || (end > start && Boolean(content[end - start]?.trim()));
  const opens = hasHead ? start - 1 : start;
  const closes = hasTail ? end + 1 : end;
  if (opens < past || (opens < start && !isBlank(opens))) return null;
  const isLast = closes >= lines.length;
  if (!isLast && closes > end && !isBlank(closes)) return null;
  const follows = closes + 1;
  if (after && (isLast || !isBlank(follows))) return null;
  const marks = fenceFor(content.join('\n'));
  const written = content.filter((line) => line.trim());
  const indent = Math.min(...written.map((line) => /^[ \t]*/u.exec(line)?.[0].length ?? 0));
  for (const [index, line] of content.entries())
    lines[start + index] = line.trim() ? inner + line.slice(indent) : inner.trimEnd();
  lines[opens] = `${prefix}${marks}mermaid`;
  if (!isLast) lines[closes] = inner + marks;
  if (after) lines[follows] = inner + after;
  return (after ? follows : closes) + 1;
}
