/**
 * Parsing that never gives up on a note. Some text makes a parser swallow what follows (`<script>` that nothing closes)
 * or refuse the whole (`{` in MDX that is no expression). Such a sign is hidden from the parser behind one of the same
 * length and put back into the tree, so every place keeps its line and column.
 */
import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFileMessage } from 'vfile-message';
import { problemsWords } from '#words';
import { report } from '../flavours/flavour.ts';
import { remarkBoundImports } from './bound-imports.ts';
import { findTooMuch, leaveOut, showAsWritten } from './bound-work.ts';
import { isHtmlName } from './html-schema.ts';
import { inlineParents } from './read-html.ts';
import { syntaxPlugins } from './syntax.ts';
import { createLineFinder } from './text-places.ts';
import { walkTree } from './walk-tree.ts';

const parsers = {
  md: unified().use(remarkParse).use(syntaxPlugins).freeze(),
  mdx: unified().use(remarkParse).use(syntaxPlugins).use(remarkMdx).use(remarkBoundImports).freeze(),
  running: unified().use(remarkParse).use(syntaxPlugins).use(remarkMdx).freeze(),
};

/** Noncharacters that stand for signs which the parser must take for text. */
const covers: Record<string, string> = {
  '<': '\uFDD0',
  '{': '\uFDD1',
  i: '\uFDD2',
  e: '\uFDD3',
  $: '\uFDD4',
  '>': '\uFDD5',
  '-': '\uFDD6',
  '+': '\uFDD7',
  '*': '\uFDD8',
  '.': '\uFDD9',
  ')': '\uFDDA',
  ':': '\uFDDB',
};
const covered = new Map(Object.entries(covers).map(([sign, cover]) => [cover, sign]));
const coverPattern = /[\uFDD0-\uFDDB]/gu;

/** Markdown to a tree; HTML in it is still raw. */
export function parseMd(body: string): Root {
  const written = body.replace(coverPattern, '\uFFFD');
  const tooMuch = findTooMuch(written);
  let text = leaveOut(written, tooMuch);
  const deep = findDeep(text);
  text = cover(text, [...deep, ...findEndless(text)]);
  let tree = parsers.md.parse(text);
  // What was swallowed may hold more of the kind.
  const unclosed: { at: number; name: string }[] = [];
  const turns = Math.max(1, Math.min(8, 400_000 / (body.length + 1)));
  for (let turn = 0; turn <= turns; turn++) {
    let places = findSwallowers(tree, text);
    if (!places.length) break;
    // In a long note the last turn makes an end of it: nothing that could swallow is read as HTML.
    if (turn >= turns) places = Array.from(text.matchAll(/<(?=[a-z/?!])|\$(?=\$)/giu), ({ index }) => index);
    for (const at of places) {
      const [, name = ''] = /^<(script|pre|style|textarea)\b/iu.exec(text.slice(at, at + 10)) ?? [];
      if (name) unclosed.push({ at, name });
    }
    text = cover(text, places);
    tree = parsers.md.parse(text);
  }
  const place = createPlacer(body);
  for (const at of deep.slice(0, 1)) report(tree, place(at), problemsWords().markdown.tooDeep(mostMarkers));
  for (const { at, name } of unclosed) report(tree, place(at), problemsWords().html.shownAsText(name));
  uncover(tree);
  showAsWritten(tree, written, tooMuch);
  return tree;
}

/**
 * MDX to a tree; nothing in it is run. What is not MDX is text, and said to be; a note that is hardly MDX at all is
 * read as Markdown.
 */
export function parseMdx(body: string): { tree: Root; isMdx: boolean } {
  const written = body.replace(coverPattern, '\uFFFD');
  const tooMuch = findTooMuch(written);
  const original = leaveOut(written, tooMuch);
  const deep = findDeep(original);
  let text = coverHeadingIds(cover(original, deep));
  const troubles: { at: number; message: string }[] = [];
  const turns = Math.max(4, Math.min(60, 400_000 / (body.length + 1)));
  for (let turn = 0; turn < turns; turn++) {
    try {
      const read = parsers.mdx.parse(text);
      const places = findSwallowers(read, text);
      if (places.length) {
        text = cover(text, places);
        continue;
      }
      const tree = uncover(read);
      const place = createPlacer(original);
      for (const at of deep.slice(0, 1))
        report(tree, place(at), problemsWords().markdown.tooDeep(mostMarkers));
      for (const { at, message } of troubles) report(tree, place(at), message);
      showAsWritten(tree, written, tooMuch);
      return { tree, isMdx: true };
    } catch (error) {
      const at = findCulprit(error as VFileMessage, text);
      if (at === null) break;
      troubles.push({ at, message: problemsWords().mdx.notMdx(lineOf(original, at)) });
      text = cover(text, [at]);
    }
  }
  const tree = parseMd(body);
  const [first] = troubles;
  report(tree, createPlacer(original)(first?.at ?? 0), problemsWords().mdx.readAsMarkdown);
  return { tree, isMdx: false };
}

/** MDX whose expressions are to run: what is wrong with it throws a `VFileMessage`. */
export function parseRunningMdx(body: string): Root {
  return parsers.running.parse(body);
}

/** Tags that would hide text: raw elements that nothing closes, and names that HTML does not have. */
function findSwallowers(tree: Root, text: string): number[] {
  const places: number[] = [];
  const closings = new Set(Array.from(text.matchAll(/<\/([A-Z][\w.]*)>/gu), ([, name]) => name));
  walkTree(tree, (node, parent) => {
    if ((node.type as string) === 'math') {
      const from = node.position?.start.offset ?? 0;
      const written = text.slice(from, node.position?.end.offset);
      const fence = /^\${2,}/u.exec(written)?.[0] ?? '';
      // What nothing closes is no formula.
      const end = /(\$+)[ \t]*$/u.exec(written.slice(fence.length))?.[1] ?? '';
      if (end.length < fence.length) {
        for (let at = 0; at < fence.length; at++) places.push(from + at);
      }
      return;
    }
    // Within a line, a tag is only itself.
    if (node.type !== 'html' || (parent && inlineParents.has(parent.type))) return;
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? from;
    const { value } = node;
    const lower = value.toLowerCase();
    const [, name = ''] = /^<\/?([a-z][^\s/>]*)/u.exec(lower) ?? [];
    if (/^(?:script|pre|style|textarea)$/u.test(name) && !/<\/(?:script|pre|style|textarea)>/u.test(lower)) {
      for (const match of text.slice(from, to).matchAll(/<(?=(?:script|pre|style|textarea)[\s/>])/giu)) {
        places.push(from + match.index);
      }
    } else if (/^<[?!]/u.test(value) && !value.startsWith('<!--') && !/\?>|\]\]>|>\s*$/u.test(value)) {
      for (const match of text.slice(from, to).matchAll(/<(?=[?!])/gu)) places.push(from + match.index);
    } else if (name && !isHtmlName(name) && !isComponentWithEnd(value, closings)) places.push(from);
  });
  // In a quote, a node's text does not begin where its line does; whatever else stands there is left alone.
  return places.filter((at) => text[at] === '<' || text[at] === '$');
}

/** Whether HTML begins with the tag of a component (`<Card …>`) that ends itself or has its end somewhere. */
function isComponentWithEnd(value: string, closings: ReadonlySet<string | undefined>): boolean {
  const [, name] = /^<\/?([A-Z][\w.]*)(?=[\s/>])/u.exec(value) ?? [];
  if (name === undefined) return false;
  return value.startsWith('</') || /^<[^<>]*\/>/u.test(value) || closings.has(name);
}

/** What stands in more quotes, lists or boxes than this opens no more of them: each costs as much as all those around it. */
const mostMarkers = 200;

const deepLine = new RegExp(
  `^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${String(mostMarkers)}}[ \\t]*(?:\\d{1,9}(?=[.)]))?`,
  'gmu',
);

/** The signs at which lines and boxes go too deep. */
function findDeep(text: string): number[] {
  const lines = Array.from(text.matchAll(deepLine), ({ 0: { length }, index }) => index + length).filter(
    (at) => /[>+*.)-]/u.test(text[at] ?? ''),
  );
  let depth = 0;
  const boxes: number[] = [];
  for (const { 0: mark, 1: name = '', index } of text.matchAll(/^[ \t>]{0,40}:{3,}[ \t]*(\S?)/gmu)) {
    if (name === '') depth = Math.max(0, depth - 1);
    else if (depth < mostMarkers) depth++;
    else boxes.push(index + mark.indexOf(':'));
  }
  return [...lines, ...boxes];
}

/** A text whose structure is as deep as a parser can bear, of the same length: for those who ask where things stand. */
export function coverDeep(text: string): string {
  const read = leaveOut(text, findTooMuch(text));
  return cover(read, [...findDeep(read), ...findEndless(read)]);
}

/** Where something opens that nothing closes: a parser reads on to the end for each of them. */
function findEndless(text: string): number[] {
  return [
    ['<!--', '-->'],
    ['<?', '?>'],
    ['<![CDATA[', ']]>'],
    ['<!', '>'],
  ].flatMap(([opens = '', closes = '']) => {
    const places: number[] = [];
    const last = text.lastIndexOf(closes);
    for (let at = text.indexOf(opens, last + 1); at >= 0; at = text.indexOf(opens, at + 1)) places.push(at);
    return places;
  });
}

/** `{#id}` at a heading's end is no expression. */
function coverHeadingIds(text: string): string {
  return text.replace(
    /^([ \t>]{0,12}#{1,6}[ \t][^\n{]*)\{(?=#[^\s{}]+\}[ \t]*$)/gmu,
    `$1${covers['{'] ?? ''}`,
  );
}

/** The sign at which MDX stopped making sense; null where none can be named. */
function findCulprit(error: VFileMessage, text: string): number | null {
  const place = error.place as { offset?: number; start?: { offset?: number } } | undefined;
  const offset = place?.offset ?? place?.start?.offset;
  const named = /\((\d+):(\d+)(?:-\d+:\d+)?\)/u.exec(error.reason ?? '');
  if (error.source?.includes('esm')) {
    const start = text.lastIndexOf('\n', (offset ?? 0) - 1) + 1;
    const before = [
      ...text
        .slice(0, text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start))
        .matchAll(/^(?=(?:import|export)\b)/gmu),
    ];
    return before.at(-1)?.index ?? null;
  }
  const sign = error.source?.includes('expression') ? '{' : '<';
  // A tag that is never closed is named in the sentence; the place is where its absence was noticed.
  const from = sign === '<' && named ? offsetOf(text, Number(named[1]), Number(named[2])) : offset;
  if (from === undefined) return null;
  const at = text.lastIndexOf(sign, from);
  const other = text.lastIndexOf(sign === '<' ? '{' : '<', from);
  return at >= 0 ? at : other >= 0 ? other : null;
}

function cover(text: string, places: readonly number[]): string {
  const parts: string[] = [];
  let past = 0;
  for (const at of [...new Set(places)].sort((a, b) => a - b)) {
    const sign = covers[text[at] ?? ''];
    if (sign === undefined) continue;
    parts.push(text.slice(past, at), sign);
    past = at + 1;
  }
  return parts.join('') + text.slice(past);
}

function uncover(tree: Root): Root {
  walkTree(tree, (node) => {
    const fields = node as unknown as Record<string, unknown>;
    for (const [field, value] of Object.entries(fields)) {
      if (typeof value !== 'string' || field === 'type') continue;
      fields[field] = value.replace(coverPattern, (sign) => covered.get(sign) ?? sign);
    }
  });
  return tree;
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let count = 1; count < line; count++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

/** Places by offset, the lines being looked for only once. */
function createPlacer(body: string) {
  const { starts, lineOf } = createLineFinder(body);
  return (at: number) => {
    const line = lineOf(at);
    const point = { line: line + 1, column: at - (starts[line] ?? 0) + 1, offset: at };
    return { position: { start: point, end: point } };
  };
}

function lineOf(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  const line = text.slice(at, end < 0 ? undefined : end).trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
