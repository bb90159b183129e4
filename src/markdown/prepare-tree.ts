/**
 * Puts a freshly parsed note into the one shape that the check, the backlinks and the pages share: NFC text,
 * heading levels that start at 2 and never skip one, table captions on their tables, generated blocks expanded.
 */
import { notesWords, problemsWords } from '#words';
import { toString } from 'mdast-util-to-string';
import type { Code, Heading, Parent, Root, RootContent, Table } from 'mdast';
import Slugger, { slug } from 'github-slugger';
import { type FlavourContext, report } from '../flavours/flavour.ts';
import { adaptFlavours } from '../flavours/index.ts';
import { foldWord, toNfc } from '../knowledge/text.ts';
import { splitBareLinks } from './bare-links.ts';
import { keepCells, keepWords } from './keep-words.ts';
import { limitDepth } from './limit-depth.ts';
import { hPropertiesOf } from './media.ts';
import { findTitle, findUnderBanner, isWrapper, readHeading } from './note-title.ts';
import { readHtml } from './read-html.ts';
import { parseMd } from './read-source.ts';
import { EXIT, visit } from './visit.ts';

export interface PrepareOptions {
  /** The note's title: a first h1 that repeats it is dropped. `''` where the first h1 is to give it. */
  title: string;
  /** Markdown of a generated block (`::table{of="name"}`), or null where there is none of that name. */
  generate?: (block: GeneratedBlock) => RootContent[] | null;
  /** The names that generated blocks may have, for saying what exists. */
  blockNames?: BlockNames;
  /** Where the tree comes from, for the conventions of other tools. */
  flavour?: FlavourContext;
}

export type BlockNames = Readonly<Record<GeneratedBlock['name'], readonly string[]>>;

export interface GeneratedBlock {
  name: 'table' | 'diagram';
  of: string;
}

/**
 * Changes `tree` in place; calling it twice changes nothing more. Returns the note's title: the given one, or what the
 * first h1 says (`''` where there is none).
 */
export function prepareTree(tree: Root, options: PrepareOptions): string {
  visit(tree, (node) => {
    if ('value' in node && typeof node.value === 'string') node.value = toNfc(node.value);
    // The highlighter knows its languages in lower case.
    if (node.type === 'code' && node.lang) node.lang = node.lang.toLowerCase();
    if ('url' in node && typeof node.url === 'string') node.url = toNfc(node.url);
  });
  adaptFlavours(tree, { parse: parseInside, ...(options.flavour ?? { path: '', source: '' }) });
  keepCells(tree);
  dropEmptyHeadings(tree);
  const { source = '', isVault, isLogseq, path } = options.flavour ?? {};
  // A page of Logseq is called as its file is; its headings are blocks like others.
  const title = options.title || (isLogseq ? '' : findTitle(tree, source, isVault, path));
  dropRepeatedTitle(tree, title);
  if (options.generate) expandGenerated(tree, options.generate);
  visit(tree, 'heading', splitHeadingId);
  orderHeadingLevels(tree);
  nameDeepHeadings(tree);
  attachCaptions(tree);
  return title;
}

/** A heading that holds nothing, as where all of it was a comment, would be read out as one. */
function dropEmptyHeadings(tree: Root): void {
  visit(tree, 'heading', (heading, index, parent) => {
    const isEmpty = heading.children.every(
      (child) => child.type === 'text' && !child.value.trim() && !child.data,
    );
    if (!isEmpty || !parent || index === undefined) return undefined;
    report(tree, heading, problemsWords().chosenIds.emptyHeading);
    (parent as Parent).children.splice(index, 1);
    return index;
  });
}

function parseInside(markdown: string): RootContent[] {
  const tree = parseMd(markdown);
  limitDepth(tree);
  splitBareLinks(tree);
  readHtml(tree);
  return tree.children;
}

/** The first heading, also one in an element that holds the whole note. */
function dropRepeatedTitle(tree: Root, title: string): void {
  const under = findUnderBanner(tree);
  if (under && foldWord(readHeading(under)) === foldWord(title)) {
    const banner = tree.children.find((node): node is Heading => node.type === 'heading');
    if (!banner) return;
    const { children, position } = banner;
    tree.children.splice(tree.children.indexOf(under), 1);
    // Its words stay, as a line above the text.
    tree.children.splice(tree.children.indexOf(banner), 1, { type: 'paragraph', children, position });
    keepTitle(tree, under, [slug(readHeading(banner))]);
    return;
  }
  visit(tree, 'heading', (first, index, parent) => {
    const isTitle = first.depth === 1 && foldWord(readHeading(first)) === foldWord(title);
    if (!isTitle || !parent || index === undefined || !isWrapper(parent)) return EXIT;
    (parent as Parent).children.splice(index, 1);
    keepTitle(tree, first);
    return EXIT;
  });
}

/** Keeps the anchors of the heading that became the title, and of what stood for it. */
function keepTitle(tree: Root, heading: Heading, others: readonly string[] = []): void {
  splitHeadingId(heading);
  const { chosenId } = (heading.data ?? {}) as { chosenId?: string };
  const titleAnchors = [slug(readHeading(heading)), ...(chosenId === undefined ? [] : [chosenId]), ...others];
  tree.data = { ...tree.data, titleAnchors } as Root['data'] & object;
  // What only the title called is called by nobody now.
  let hasCall = false;
  visit(heading, 'footnoteReference', () => void (hasCall = true));
  if (hasCall) keepWords(tree);
}

/** Anchors by which others know the heading that became the note's title. */
export function titleAnchorsOf(tree: Root): string[] {
  return (tree.data as { titleAnchors?: string[] } | undefined)?.titleAnchors ?? [];
}

function expandGenerated(tree: Root, generate: NonNullable<PrepareOptions['generate']>): void {
  visit(tree, 'leafDirective', (node, index, parent) => {
    const { name, attributes } = node as unknown as { name: string; attributes?: Record<string, string> };
    if (!parent || index === undefined || (name !== 'table' && name !== 'diagram')) return;
    const nodes = generate({ name, of: attributes?.['of'] ?? '' });
    if (!nodes) return;
    // A problem in a generated block is a problem of the line that asks for it.
    for (const made of nodes) {
      visit(made, (child) => {
        if (node.position) child.position = node.position;
      });
    }
    (parent as Parent).children.splice(index, 1, ...nodes);
    return index + nodes.length;
  });
}

/** `## 제목 {#id}` (and `{/* #id *\/}` in MDX): the id leaves the text and waits in `data.chosenId`. */
function splitHeadingId(heading: Heading): void {
  const last = heading.children.at(-1);
  if (last?.type === 'text') {
    const match = /(?<!\s)\s*\{#([^\s{}]+)\}\s*$/u.exec(last.value);
    if (match?.[1] === undefined) return;
    last.value = last.value.slice(0, match.index);
    if (!last.value) heading.children.pop();
    setChosenId(heading, match[1]);
  } else if ((last?.type as string) === 'mdxTextExpression') {
    const match = /^\s*\/\*\s*#(\S+)\s*\*\/\s*$/u.exec((last as unknown as { value: string }).value);
    if (match?.[1] === undefined) return;
    heading.children.pop();
    const before = heading.children.at(-1);
    if (before?.type === 'text') before.value = before.value.trimEnd();
    setChosenId(heading, match[1]);
  }
}

function setChosenId(heading: Heading, id: string): void {
  heading.data = { ...heading.data, chosenId: id } as Heading['data'] & object;
}

/**
 * The page's only h1 is the title, and a level is never skipped: screen readers walk by levels. The shape of the
 * author's outline stays: deeper stays deeper, equal stays equal under the same parent.
 */
function orderHeadingLevels(tree: Root): void {
  const open: { written: number; shown: number }[] = [];
  visit(tree, 'heading', (heading: Heading) => {
    while (open.length && (open.at(-1)?.written ?? 0) >= heading.depth) open.pop();
    const shown = Math.min((open.at(-1)?.shown ?? 1) + 1, 6);
    open.push({ written: heading.depth, shown });
    heading.depth = shown as Heading['depth'];
  });
}

/** Headings below those of sections keep the id that their author chose, or that other tools make of their words. */
function nameDeepHeadings(tree: Root): void {
  const slugger = new Slugger();
  visit(tree, 'heading', (heading: Heading) => {
    const made = slugger.slug(toString(heading));
    if (heading.depth <= 4) return;
    const { chosenId } = (heading.data ?? {}) as { chosenId?: string };
    heading.data = { ...heading.data, hProperties: { id: chosenId ?? made, ...hPropertiesOf(heading) } };
  });
}

/** A paragraph `Table: title`, in the site's language or in English, right before a table is its caption. */
function attachCaptions(tree: Root): void {
  const pattern = new RegExp(`^(?:${notesWords().captionMark}|Table)\\s*\\d*\\s*[:.]\\s*(.+)$`, 'su');
  visit(tree, 'table', (table: Table, index, parent) => {
    if (!parent || index === undefined) return;
    const before = (parent as Parent).children[index - 1];
    if (before?.type !== 'paragraph') return;
    const caption = pattern.exec(toString(before).trim());
    if (!caption?.[1]) return;
    const { hProperties } = (table.data ?? {}) as { hProperties?: object };
    table.data = { ...table.data, hProperties: { ...hProperties, dataCaption: caption[1].trim() } };
    (parent as Parent).children.splice(index - 1, 1);
    return index;
  });
}

/**
 * The title a Mermaid fence carries: `title="…"` after the language (also `caption`, `fig-cap`), `title:` in its front matter,
 * `%%| fig-cap:` (Quarto), or `accTitle:`.
 */
export function diagramTitle(code: Code): string | undefined {
  const meta = /(?<![\w-])(?:title|caption|fig-cap)=(?:"([^"]*)"|'([^']*)')/u.exec(code.meta ?? '');
  const inside =
    /^---\n(?:.*\n)*?title:\s*["']?(.+?)["']?\s*\n(?:.*\n)*?---/u.exec(code.value) ??
    /^[^\S\n]*%%\|[^\S\n]*fig-cap[^\S\n]*:[^\S\n]*["']?(.+?)["']?[^\S\n]*$/mu.exec(code.value) ??
    /^[^\S\n]*accTitle\s*:\s*(.+)$/mu.exec(code.value);
  const title = (meta?.[1] ?? meta?.[2] ?? inside?.[1])?.trim();
  return title || undefined;
}
