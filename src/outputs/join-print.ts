import { outputsWords } from '#words';
import { allowInline } from '../security.ts';
import { escapeXml } from './escape-xml.ts';
import { writePageReferencesScript } from './page-references.ts';
import type { PrintedNote } from './read-printed-note.ts';
import { decodeAddress } from '../knowledge/decode-address.ts';
import { readAttributes, scanTags, type Tag } from './scan-tags.ts';

/** What a document for paper is of. */
export interface PrintEdition {
  title: string;
  /** Path of the overview. */
  href: string;
  /** All its volumes in their order, this one among them. */
  volumes: readonly { href: string; isThis: boolean }[];
}

/**
 * The notes of a collection as one document for paper, made from their built pages: titles one level down, ids that
 * several notes use told apart, and links between the notes leading to their place in the same document.
 * @param shell the built page of the collection: its head brings the styles and fonts
 */
export function joinPrintEdition(
  shell: string,
  notes: readonly PrintedNote[],
  edition: PrintEdition,
): string {
  const taken = new Set<string>();
  const parts = notes.map((note, index) => numberNote(note, index, taken));
  const byHref = new Map(parts.map((part) => [part.href, part]));
  const joined = parts.map((part) => writeNote(part, byHref)).join('\n');
  const contents = parts.map(({ id, title }) => `<li><a href="#${id}">${escapeXml(title)}</a></li>`).join('');
  const words = outputsWords().print;
  const others = edition.volumes.map(({ href, isThis }, index) =>
    isThis ? `<b>${words.volume(index + 1)}</b>` : `<a href="${href}">${words.volume(index + 1)}</a>`,
  );
  const place = edition.volumes.findIndex(({ isThis }) => isThis) + 1;
  const title = others.length > 1 ? words.volumeTitle(edition.title, place, others.length) : edition.title;
  const main = `<main id="main" class="sheet print-edition"><header class="sheet-header"><h1>${escapeXml(title)}</h1><p class="lead">${words.lead(notes.length)} <a href="${edition.href}">${words.back}</a></p>${others.length > 1 ? `<p>${others.join(' ')}</p>` : ''}<ol class="print-contents">${contents}</ol></header>${joined}</main>`;
  const script = writePageReferencesScript(words.page('{}'));
  const head = writeHead(shell, words.title(title));
  return allowInline(`${head}${main}<script>${script}</script></body></html>`, { script });
}

/** What the edition takes of its shell: everything up to the beginning of its body, with a title of its own. */
function writeHead(shell: string, title: string): string {
  let head = '';
  let past = shell.search(/<html[\s>]/iu);
  let left: string | undefined;
  for (const tag of scanTags(shell)) {
    const { name, isEnd, from, to } = tag;
    if (left !== undefined) {
      if (name !== left || !isEnd) continue;
      [left, past] = [undefined, to];
    } else if (name === 'head' && isEnd) {
      head += `${shell.slice(past, from)}<meta name="robots" content="noindex">`;
      past = from;
    } else if (name === 'body') {
      return `<!doctype html>\n${head}${shell.slice(past, to)}`;
    } else if (!isEnd && (name === 'script' || name === 'title' || isOfPage(tag))) {
      head += shell.slice(past, from) + (name === 'title' ? `<title>${escapeXml(title)}</title>` : '');
      past = to;
      if (!tag.isVoid) left = name;
    }
  }
  return `<!doctype html>\n${head}${shell.slice(past)}`;
}

/** Whether an element of the head speaks of the page whose head it is. */
function isOfPage({ name, attributes }: Tag): boolean {
  const read = readAttributes(attributes);
  if (name === 'link') return ['canonical', 'alternate'].includes(read.get('rel') ?? '');
  return (
    name === 'meta' && ((read.has('property') && !read.has('name')) || read.get('name') === 'twitter:card')
  );
}

/** A note of the edition. */
interface NumberedNote extends PrintedNote {
  /** Its own id in the edition. */
  id: string;
  /** What each of its ids has behind it there: nothing, or its number where an earlier note has the id as well. */
  ends: ReadonlyMap<string, string>;
}

function numberNote(note: PrintedNote, index: number, taken: Set<string>): NumberedNote {
  const ends = new Map<string, string>();
  for (const { attributes } of scanTags(note.html)) {
    const id = attributes.includes('id="') ? /\sid="([^"]+)"/u.exec(attributes)?.[1] : undefined;
    if (id !== undefined) ends.set(id, taken.has(id) ? `--${index + 1}` : '');
  }
  for (const [id, end] of ends) taken.add(id + end);
  return { ...note, id: `note-${index + 1}`, ends };
}

/**
 * A note as it stands in the edition: headings one level down, because the edition's own title is the first. Only tags
 * are changed: a text may speak of ids and addresses.
 */
function writeNote({ id, html, ends }: NumberedNote, byHref: ReadonlyMap<string, NumberedNote>): string {
  const isTwice = [...ends.values()].some((end) => end !== '');
  const write = (attributes: string) => {
    const own = isTwice && isNaming.test(attributes) ? renameIds(attributes, ends) : attributes;
    return own.includes('href="/') ? linkInside(own, byHref) : own;
  };
  let written = '';
  let past = 0;
  let isStyle = false;
  for (const { name, isEnd, attributes, from, to } of scanTags(html)) {
    const between = html.slice(past, from);
    written += isStyle ? renameDrawn(between, ends) : between;
    past = to;
    isStyle = name === 'style' && !isEnd;
    const level = /^h([1-5])$/u.exec(name)?.[1];
    const begun = html.slice(from, to - attributes.length - 1);
    written += level === undefined ? begun : begun.replace(level, String(Number(level) + 1));
    written += `${write(attributes)}>`;
  }
  return `<section class="print-note" id="${id}">${written}${html.slice(past)}</section>`;
}

/** Attributes that name an id; those of most tags in drawings do not. */
const isNaming = /\b(?:id|for|href)="|\saria-|url\(#/u;

/** Attributes with the ids that the note has in the edition. */
function renameIds(attributes: string, ends: ReadonlyMap<string, string>): string {
  const rename = (id: string) => id + (ends.get(id) ?? '');
  const renamed = attributes
    .replace(/\s(id|for)="([^"]+)"/gu, (_, name: string, id: string) => ` ${name}="${rename(id)}"`)
    .replace(
      /\s(aria-(?:labelledby|describedby|controls|details))="([^"]+)"/gu,
      (_, name: string, ids: string) => ` ${name}="${ids.split(' ').map(rename).join(' ')}"`,
    )
    .replace(/href="#([^"]+)"/gu, (_, hash: string) => `href="#${hash}${endOf(hash, ends) ?? ''}"`);
  return renameDrawn(renamed, ends);
}

/** What a drawing is painted with stands under an id in it. */
function renameDrawn(text: string, ends: ReadonlyMap<string, string>): string {
  return text.replace(/url\(#([^)]+)\)/gu, (_, id: string) => `url(#${id}${ends.get(id) ?? ''})`);
}

/** Links to notes of the edition stay in it: at the section they mean, or at the note. */
function linkInside(attributes: string, byHref: ReadonlyMap<string, NumberedNote>): string {
  return attributes.replace(
    /href="(\/[^"#?]*)(?:\?[^"#]*)?(?:#([^"]*))?"/gu,
    (whole, path: string, hash?: string) => {
      const note = byHref.get(path);
      if (!note) return whole;
      const end = hash === undefined ? undefined : endOf(hash, note.ends);
      return `href="#${end === undefined ? note.id : String(hash) + end}"`;
    },
  );
}

/** What the id that a link's hash names has behind it; undefined where the note has no such id. */
function endOf(hash: string, ends: ReadonlyMap<string, string>): string | undefined {
  return ends.get(hash) ?? ends.get(decodeAddress(hash));
}
