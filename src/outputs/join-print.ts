import { outputsWords } from '#words';
import { allowInline } from '../security.ts';
import { escapeXml } from './escape-xml.ts';
import { writePageReferencesScript } from './page-references.ts';
import type { PrintedNote } from './read-printed-note.ts';
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
  const anchors = new Map(parts.map(({ href, id }) => [href, id]));
  const joined = parts.map(({ html }) => linkInside(html, anchors, taken)).join('\n');
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
  return name === 'meta' && (read.has('property') || read.get('name') === 'twitter:card');
}

function numberNote({ href, title, html }: PrintedNote, index: number, taken: Set<string>) {
  const id = `note-${index + 1}`;
  const inside = lowerHeadings(renameIds(html, index + 1, taken));
  return { href, id, title, html: `<section class="print-note" id="${id}">${inside}</section>` };
}

/** Headings one level down: the edition's own title is the first. */
function lowerHeadings(html: string): string {
  return html.replace(
    /<(\/?)h([1-5])(?=[\s>])/gu,
    (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}`,
  );
}

/** Ids that an earlier note has get this note's number, and so does everything in the note that points at them. */
function renameIds(html: string, number: number, taken: Set<string>): string {
  const own = [...html.matchAll(/\sid="([^"]+)"/gu)].map(([, id = '']) => id);
  const twice = new Set(own.filter((id) => taken.has(id)));
  for (const id of own) taken.add(twice.has(id) ? `${id}--${number}` : id);
  if (!twice.size) return html;
  const rename = (id: string) => (twice.has(id) ? `${id}--${number}` : id);
  return html
    .replace(/\s(id|for)="([^"]+)"/gu, (_, name: string, id: string) => ` ${name}="${rename(id)}"`)
    .replace(
      /\s(aria-(?:labelledby|describedby|controls|details))="([^"]+)"/gu,
      (_, name: string, ids: string) => ` ${name}="${ids.split(' ').map(rename).join(' ')}"`,
    )
    .replace(/href="#([^"]+)"/gu, (_, id: string) => `href="#${rename(id)}"`)
    .replace(/url\(#([^)]+)\)/gu, (_, id: string) => `url(#${rename(id)})`);
}

/** Links to notes of the edition stay in it: at the section they mean, or at the note. */
function linkInside(html: string, anchors: ReadonlyMap<string, string>, taken: ReadonlySet<string>): string {
  return html.replace(
    /href="(\/[^"#?]*)(?:\?[^"#]*)?(?:#([^"]*))?"/gu,
    (whole, path: string, hash?: string) => {
      const note = anchors.get(path);
      if (note === undefined) return whole;
      return `href="#${hash && taken.has(hash) ? hash : note}"`;
    },
  );
}
