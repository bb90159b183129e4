import type { Heading, Nodes, Parent, Root } from 'mdast';
import { notesWords } from '#words';
import { isEntryPath } from '../knowledge/note.ts';
import { foldWord } from '../knowledge/text.ts';

/**
 * The text of a note's first h1, as a reader sees it; `''` where it has none, where it heads a table of contents, or where its
 * h1s are chapters: several of them, and text before the first or numbers in front (`1장`). The tree is fresh from the parser.
 * @param isVault notes are called what their files are called, unless one h1 opens the note
 * @param path the note's file, whose name tells a title from a section
 */
export function findTitle(tree: Root, body: string, isVault = false, path = ''): string {
  const under = findUnderBanner(tree);
  if (under && isTitleUnderBanner(under, tree, path)) return readHeading(under, body).normalize('NFC');
  const heading = findTitleHeading(tree);
  if (!heading) return '';
  const opening = tree.children.find((node) => node.type !== 'html' && node.type !== 'definition');
  const isFirst = opening === heading || (opening !== undefined && isWrapper(opening));
  const tops = tree.children.filter((node) => node.type === 'heading' && node.depth === 1) as Heading[];
  const isOnly = tops.length <= 1;
  const isTitle = isVault ? isFirst && isOnly : isFirst || isOnly;
  const text = readHeading(heading, body).normalize('NFC');
  const isChapter =
    headsChapter(text) && tops.some((top) => top !== heading && headsChapter(readHeading(top)));
  return isTitle && !isChapter && !headsContents(text) ? text : '';
}

/** What every note may have at its beginning, and none is called. */
function headsContents(text: string): boolean {
  const names = `${notesWords().contentsName}|table of contents|contents|toc`;
  return new RegExp(String.raw`^[^\p{L}\p{N}]*(?:${names})[^\p{L}\p{N}]*$`, 'iu').test(text);
}

function headsChapter(text: string): boolean {
  return new RegExp(String.raw`^(?:${notesWords().chapterMark}|(?:chapter|part|week|day)\s*\d)`, 'iu').test(
    text,
  );
}

/**
 * The heading right under a banner: an h1 in HTML that opens the note and holds what the project is called, the same in all
 * its notes. Undefined where words stand between the two, or Markdown's own h1 opens the note.
 */
export function findUnderBanner(tree: Root): Heading | undefined {
  const [banner, under] = tree.children.filter(({ type }) => type !== 'html' && type !== 'definition');
  const isBanner = banner?.type === 'heading' && banner.depth === 1 && banner.data?.hProperties !== undefined;
  return isBanner && under?.type === 'heading' && under.depth <= 2 ? under : undefined;
}

/** A section's heading has others beside it, and no file is called after it. */
function isTitleUnderBanner(under: Heading, tree: Root, path: string): boolean {
  const beside = tree.children.filter((node) => node.type === 'heading' && node.depth === under.depth);
  const nameOf = (text: string) => foldWord(text).replace(/[^\p{L}\p{N}]+/gu, '');
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/u, '');
  // The project's own first page is called as the project is.
  const opensProject = isEntryPath(path) && !path.includes('/');
  const isOnly = beside.length === (under.depth === 1 ? 2 : 1);
  return (isOnly && !opensProject) || (file !== '' && nameOf(file) === nameOf(readHeading(under)));
}

function findTitleHeading(parent: Parent): Heading | undefined {
  for (const node of parent.children) {
    if (node.type === 'heading' && node.depth === 1) return node;
    const inside = 'children' in node && isWrapper(node) ? findTitleHeading(node) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

/** Whether what stands in a node stands in the note itself: an element around it changes nothing. */
export function isWrapper({ type }: { type: string }): boolean {
  return type === 'root' || type === 'mdxJsxFlowElement' || type === 'htmlElement';
}

/**
 * A heading as plain text: without markup, footnotes, citations and the id that its author chose.
 * @param source the Markdown that it was read from, where names like `__init__` are to keep their underscores
 */
export function readHeading(heading: Heading, source = ''): string {
  return heading.children
    .map((node) => readText(node, source))
    .join('')
    .replace(/(?<!\s)\s*\{#[^\s{}]+\}\s*$/u, '')
    .replace(/\[@[a-z0-9][\w-]*(?:\s*[,;][^[\]]*)?\]/giu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function readText(node: Nodes, source: string): string {
  const type = node.type as string;
  if (type === 'footnoteReference' || type === 'mdxTextExpression') return '';
  if (node.type === 'html')
    return elementName.test(node.value) || node.value.startsWith('<!--') ? '' : node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if ('value' in node) return node.value;
  const text = 'children' in node ? node.children.map((child) => readText(child, source)).join('') : '';
  return node.type === 'strong' && isDunder(node, text, source) ? `__${text}__` : text;
}

/** `__init__` is a name, though Markdown takes it for strong text. */
function isDunder(node: Nodes, text: string, source: string): boolean {
  const start = node.position?.start.offset;
  return start !== undefined && source.startsWith('__', start) && /^[a-z][a-z0-9_]*$/u.test(text);
}

/** Elements that may stand in a heading; whatever else looks like one (`List<String>`) is text. */
const elementName =
  /^<\/?(?:a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr)[\s/>]/iu;
