import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { decodeAddress } from '../knowledge/decode-address.ts';
import { readAttributes, scanTags, type Tag } from './scan-tags.ts';

/** A built note that goes into a print edition. */
export interface PrintedNote {
  /** Path of its page: `/atlas/devices/router/`. */
  href: string;
  title: string;
  /** Its text and sources, without what only works on a screen. */
  html: string;
}

/** An element that is open where the scan is. */
interface Open {
  tag: Tag;
  attributes: ReadonlyMap<string, string>;
  classes: readonly string[];
}

/** Elements and classes of a page that only work on a screen. */
const screenElements = new Set(['script', 'button', 'template']);
const screenClasses = new Set([
  ...['toc-bar', 'glimpse', 'section-mentions', 'source-places', 'mermaid-source'],
  // The edition is one document: where a note lies on the site is no place to go to in it.
  'breadcrumbs',
]);

function isOnlyOnScreen({ tag, classes }: Open, above: readonly Open[]): boolean {
  if (screenElements.has(tag.name) || classes.some((name) => screenClasses.has(name))) return true;
  if (tag.name === 'a' && classes.includes('visually-hidden')) return true;
  // Paper has room for the picture itself.
  if (tag.name === 'source') return above.some((open) => open.classes.includes('whole-picture'));
  const around = above.at(-1);
  if (!around?.classes.includes('diagram')) return false;
  return (
    (classes.includes('diagram-text') && !around.attributes.has('data-wide')) ||
    (classes.includes('diagram-narrow') && around.attributes.get('data-paper') !== 'narrow')
  );
}

/** A place in the page and what stands there on paper. */
interface Change {
  from: number;
  to: number;
  text: string;
}

/** A part of the page that is printed. */
interface Piece {
  from: number;
  to: number;
}

/** What a print edition takes of a note's page. */
export function readPrintedNote(page: string): Omit<PrintedNote, 'href'> {
  const above: Open[] = [];
  const changes: Change[] = [];
  const ids = new Set<string>();
  const links: { target: string; start: Tag; end: Tag | null }[] = [];
  const pieces: { header?: Piece; prose?: Piece; sources?: Piece } = {};
  let article: Open | undefined;
  let title: Piece | undefined;
  /** The piece that the scan is in, and the element that is left out of it. */
  let piece: { root: Open; place: Piece } | undefined;
  let cut: Open | undefined;

  /** How many drawings the scan is in. */
  let drawings = 0;

  const begin = (open: Open) => {
    const { tag, attributes } = open;
    if (cut) return;
    const isArticle = article !== undefined && above.includes(article);
    if (!piece) {
      const isMain = above.some(({ tag: { name } }) => name === 'main');
      if (!isMain) return;
      if (tag.name === 'article') article ??= open;
      const name = nameOfPiece(open, isArticle);
      if (!name || pieces[name]) return;
      const place = (pieces[name] = { from: tag.from, to: page.length });
      piece = { root: open, place };
      // Its name is every note's, and a region for each would only be in the way.
      if (name === 'sources') changes.push(setOpen(tag, (written) => withoutLabel(written)));
      return;
    }
    if (isOnlyOnScreen(open, above)) {
      if (tag.isVoid) changes.push({ from: tag.from, to: tag.to, text: '' });
      else cut = open;
      return;
    }
    if (tag.name === 'h1' && isArticle) title ??= { from: tag.to, to: page.length };
    const id = attributes.get('id');
    if (id !== undefined) ids.add(decode(id));
    const href = tag.name === 'a' ? attributes.get('href') : undefined;
    if (href?.startsWith('#')) links.push({ target: decode(href.slice(1)), start: tag, end: null });
    if (tag.name === 'details' && isArticle) changes.push(setOpen(tag));
  };
  const end = (open: Open, tag: Tag) => {
    if (open.tag.name === 'svg') drawings -= 1;
    if (open === cut) {
      changes.push({ from: open.tag.from, to: tag.to, text: '' });
      cut = undefined;
    }
    if (open === piece?.root) {
      piece.place.to = tag.to;
      piece = undefined;
    }
    if (title?.to === page.length && open.tag.name === 'h1' && open.tag.to === title.from)
      title.to = tag.from;
    if (open.tag.name !== 'a') return;
    const link = links.findLast(({ start }) => start === open.tag);
    if (link) link.end = tag;
  };

  for (const tag of scanTags(page)) {
    if (tag.isEnd) {
      const at = above.findLastIndex((open) => open.tag.name === tag.name);
      if (at >= 0) for (const open of above.splice(at).reverse()) end(open, tag);
      continue;
    }
    if (tag.name === 'svg' && !tag.isVoid) drawings += 1;
    const attributes = isAsked(tag, drawings > 0) ? readAttributes(tag.attributes) : noAttributes;
    const classes = attributes.get('class')?.split(/\s+/u) ?? [];
    const open = { tag, attributes, classes };
    begin(open);
    if (!tag.isVoid) above.push(open);
  }
  for (const { target, start, end } of links) {
    // What it led to is not part of the paper: its words stay.
    if (!end || ids.has(target) || ids.has(decodeAddress(target))) continue;
    changes.push({ from: start.from, to: start.to, text: '' }, { from: end.from, to: end.to, text: '' });
  }
  changes.sort((one, other) => one.from - other.from);
  const printed = [pieces.header, pieces.prose, pieces.sources].map((place) =>
    place ? applyChanges(page, place, changes) : '',
  );
  const heading = title ? fromHtml(page.slice(title.from, title.to), { fragment: true }) : null;
  return { title: heading ? toString(heading).trim() : '', html: printed.join('') };
}

const noAttributes: ReadonlyMap<string, string> = new Map();

/** Whether anything hangs on the attributes of a tag: drawings have thousands on which nothing does. */
function isAsked({ name, attributes }: Tag, isDrawn: boolean): boolean {
  if (name === 'a' || attributes.includes('id=')) return true;
  return !isDrawn && (attributes.includes('class=') || attributes.includes('data-sources'));
}

function nameOfPiece(
  { attributes, classes }: Open,
  isArticle: boolean,
): 'header' | 'prose' | 'sources' | null {
  if (isArticle && classes.includes('note-header')) return 'header';
  if (isArticle && classes.includes('prose')) return 'prose';
  return attributes.has('data-sources') ? 'sources' : null;
}

/** A start tag with `open`. */
function setOpen({ name, attributes, from, to }: Tag, change = (written: string) => written): Change {
  const isOpen = readAttributes(attributes).has('open');
  return { from, to, text: `<${name}${isOpen ? '' : ' open'}${change(attributes)}>` };
}

function withoutLabel(attributes: string): string {
  return attributes.replace(/\saria-labelledby="[^"]*"/u, '');
}

function applyChanges(page: string, { from, to }: Piece, changes: readonly Change[]): string {
  let text = '';
  let past = from;
  for (const change of changes) {
    if (change.from < past || change.to > to) continue;
    text += page.slice(past, change.from) + change.text;
    past = change.to;
  }
  return text + page.slice(past, to);
}

/** The value of an attribute, from how it is written. */
function decode(written: string): string {
  if (!written.includes('&')) return written;
  return toString(fromHtml(written.replaceAll('<', '&lt;'), { fragment: true }));
}
