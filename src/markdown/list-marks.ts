import type { Nodes, Parent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { sizedImagePattern, spacedLinkPattern } from '../flavours/spaced-links.ts';
import { readPageUrl, wikiUrl } from '../flavours/wikilinks.ts';
import { nameWikiTarget } from '../knowledge/wiki-index.ts';
import { type LeftOut, leftOutOf } from '../flavours/flavour.ts';
import type { Mark } from '../knowledge/note.ts';
import { isSaying } from './keep-words.ts';
import { citationPattern, isMermaid } from './outline.ts';
import { plainMarker } from './read-html.ts';
import { visit } from './visit.ts';

/** `{#id}` at a heading's end, also as MDX writes it. */
const headingId = /(?<![^\S\n])[^\S\n]*\{(?:#[^\s{}]+|\/\*\s*#\S+\s*\*\/)\}[^\S\n]*(?=\n|$)/u;

/**
 * What reads otherwise outside its page, from a tree as the parser left it. What encloses another comes before it; code
 * and formulas hold none.
 * @param source what the tree was parsed from
 */
export function listMarks(tree: Root, source: string): Mark[] {
  const marks: Mark[] = [];
  const definitions = new Map<string, string>();
  const called = new Set<string>();
  visit(tree, ['definition', 'linkReference', 'imageReference'], (node) => {
    if (node.type !== 'definition') called.add('identifier' in node ? node.identifier : '');
    else if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  });
  const find = (
    from: number,
    to: number,
    pattern: RegExp,
    read: (match: RegExpMatchArray) => Omit<Mark, 'from' | 'to'>,
  ) => {
    for (const match of source.slice(from, to).matchAll(pattern))
      marks.push({ from: from + match.index, to: from + match.index + match[0].length, ...read(match) });
  };
  const readText = (from: number, to: number) => {
    find(from, to, citationPattern, ([, text = '']) => ({ kind: 'citation', text }));
    find(from, to, spacedLinkPattern, ([, isImage, text = '', url = '']) => ({
      kind: isImage ? 'image' : 'link',
      url: url.trim().replace(/ /gu, '%20'),
      text,
    }));
    find(from, to, sizedImagePattern, ([, text = '', url = '']) => ({ kind: 'image', url, text }));
  };
  const see = (node: Nodes, parent: Parent | null): void => {
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? from;
    const isUnseen = node.type === 'definition' && !called.has(node.identifier) && !isSaying(node);
    // A page shows no definition; where nothing calls it, its words stand nowhere.
    const mark: Mark | undefined = isUnseen
      ? { kind: 'hidden', from, to, text: '' }
      : markOf(node, parent, { from, to, written: source.slice(from, to) }, definitions);
    if (mark) marks.push(mark);
    if (node.type === 'text') readText(from, to);
    // A bar that nothing escapes has cut the link into two cells.
    if (node.type === 'tableRow')
      find(from, to, /\[\[([^[\]|\\\n]+)\|([^[\]|\n]*)\]\]/gu, ([, target = '', words = '']) => ({
        kind: 'link',
        url: wikiUrl(target.trim()),
        text: words.trim() || nameWikiTarget(target),
      }));
    // Nothing stands in double brackets and in addresses.
    const isWhole = mark?.kind === 'address' || (mark?.kind === 'link' && !mark.words);
    if (!('children' in node) || isWhole) return;
    // What has no place of its own, as words around a bare address, stands between those that have.
    let past = from;
    for (const child of node.children) {
      if (!child.position) continue;
      readText(past, child.position.start.offset ?? past);
      see(child, node);
      past = child.position.end.offset ?? past;
    }
    readText(past, to);
  };
  see(tree, null);
  return marks.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Marks of what the page of a tree has otherwise: elements that it leaves out, links and images in HTML, code of MDX. */
export function listLeftOut(tree: Root, source: string): Mark[] {
  let past = 0;
  const pairs = new Map<string, TagPairs>();
  const endOf = (element: string, at: number) => {
    const known = pairs.get(element) ?? pairTags(source, element);
    pairs.set(element, known);
    return known.get(at);
  };
  return leftOutOf(tree)
    .sort((a, b) => a.from - b.from)
    .flatMap((part): Mark[] => {
      const found = findWritten(source, part, endOf);
      if (!found || found.from < past) return [];
      const { from, opens, closes, to } = found;
      if (part.alt !== undefined) return [{ kind: 'image', from, to, url: part.url ?? '', text: part.alt }];
      if (part.url !== undefined)
        return [{ kind: 'link', from, to, url: part.url, words: { from: opens, to: closes } }];
      if (part.element !== undefined || typeof part.written === 'number') past = to;
      return [{ kind: 'hidden', from, to, text: part.by ?? '' }];
    });
}

function markOf(
  node: Nodes,
  parent: Parent | null,
  { from, to, written }: { from: number; to: number; written: string },
  definitions: ReadonlyMap<string, string>,
): Mark | undefined {
  const place = { from, to };
  switch (node.type) {
    case 'link': {
      const { title } = node;
      const url = readPageUrl(node.url);
      // Double brackets, and addresses that stand for themselves, have no words of their own.
      if (written.startsWith('[[')) return { kind: 'link', ...place, url, text: toString(node) };
      if (!written.startsWith('[')) return { kind: 'address', ...place, url };
      return {
        kind: 'link',
        ...place,
        url,
        words: wordsOf(node, from, to, written),
        ...(title ? { title } : {}),
      };
    }
    case 'linkReference': {
      const url = definitions.get(node.identifier);
      if (url === undefined) return undefined;
      return { kind: 'reference', ...place, url, words: wordsOf(node, from, to, written) };
    }
    case 'image':
      return { kind: 'image', ...place, url: node.url, text: node.alt ?? '' };
    case 'imageReference': {
      const url = definitions.get(node.identifier);
      return url === undefined ? undefined : { kind: 'image', ...place, url, text: node.alt ?? '' };
    }
    case 'definition': {
      const { url, title } = node;
      return { kind: 'definition', ...place, url, text: node.label ?? '', ...(title ? { title } : {}) };
    }
    case 'code':
      return isMermaid(node) ? { kind: 'diagram', ...place, text: node.value } : undefined;
    case 'leafDirective': {
      const { name, attributes } = node;
      if (name !== 'table' && name !== 'diagram') return undefined;
      return { kind: `made-${name}`, ...place, text: attributes?.['of'] ?? '' };
    }
    case 'table': {
      const before = parent?.children[parent.children.indexOf(node) - 1];
      const isPlain = before?.type === 'html' && plainMarker.test(before.value);
      return isPlain ? undefined : { kind: 'table', ...place };
    }
    case 'heading': {
      const id = headingId.exec(written);
      if (!id) return undefined;
      return { kind: 'hidden', from: from + id.index, to: from + id.index + id[0].length };
    }
    case 'mdxjsEsm':
      return { kind: 'hidden', ...place };
    default:
      return undefined;
  }
}

/** Where the words of a link stand. */
function wordsOf(node: Parent, from: number, to: number, written: string): { from: number; to: number } {
  const last = node.children.findLast(({ position }) => position)?.position?.end.offset ?? from + 1;
  const end = written.indexOf(']', last - from);
  return { from: from + 1, to: end < 0 ? to : from + end };
}

/** Where the closing tag of an element stands, by where its opening one begins. */
type TagPairs = ReadonlyMap<number, { from: number; to: number }>;

/** Where a part stands, and where its opening tag ends and its closing one begins. */
function findWritten(
  source: string,
  { from, written, element }: LeftOut,
  endOf: (element: string, at: number) => { from: number; to: number } | undefined,
): { from: number; opens: number; closes: number; to: number } | null {
  if (typeof written === 'number') return { from, opens: written, closes: written, to: written };
  let start = source.startsWith(written, from) ? from : source.indexOf(written, from);
  let opens = start + written.length;
  if (start < 0) {
    // Lines of a quote begin with its marks.
    const lines = written.split('\n').map((line) => line.trimStart().replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
    const pattern = new RegExp(lines.join('\\s*\\n[ \\t>]*'), 'gu');
    pattern.lastIndex = from;
    const match = pattern.exec(source);
    if (!match) return null;
    start = match.index;
    opens = pattern.lastIndex;
  }
  const end = element === undefined ? undefined : endOf(element, start);
  return { from: start, opens, closes: end?.from ?? opens, to: end?.to ?? opens };
}

function pairTags(source: string, element: string): TagPairs {
  const pairs = new Map<number, { from: number; to: number }>();
  const open: number[] = [];
  // Behind the last `>` no tag ends.
  const text = source.slice(0, source.lastIndexOf('>') + 1);
  for (const { 0: tag, 1: isEnd, index } of text.matchAll(new RegExp(`<(/?)${element}\\b[^>]*>`, 'giu'))) {
    if (!isEnd) open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, { from: index, to: index + tag.length });
    }
  }
  return pairs;
}
