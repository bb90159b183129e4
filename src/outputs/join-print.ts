import { outputsWords } from '#words';
import { parseHTML } from 'linkedom';
import { allowInline } from '../security.ts';
import { escapeXml } from './escape-xml.ts';
import { writePageReferencesScript } from './page-references.ts';

/** A built note that goes into a print edition: `readPrintedNote` of its page. */
export interface PrintedNote {
  /** Path of its page: `/atlas/devices/router/`. */
  href: string;
  title: string;
  /** Its text and sources, without what only works on a screen. */
  html: string;
}

/** Things of a page that only work on a screen. */
const onlyOnScreen = [
  'script',
  'button',
  'template',
  '.toc-bar',
  '.glimpse',
  '.section-mentions',
  '.source-places',
  '.diagram:not([data-wide]) > .diagram-text',
  // Paper has room for the picture itself.
  '.whole-picture source',
  '.mermaid-source',
  '.diagram:not([data-paper="narrow"]) > .diagram-narrow',
  'a.visually-hidden',
  // The edition is one document: where a note lies on the site is no place to go to in it.
  '.breadcrumbs',
].join();

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
  const { document } = parseHTML(shell);
  const taken = new Set<string>();
  const parts = notes.map((note, index) => numberNote(note, index, taken));
  const anchors = new Map(parts.map(({ href, id }) => [href, id]));
  const joined = parts.map(({ html }) => linkInside(html, anchors, taken)).join('\n');
  const contents = parts.map(({ id, title }) => `<li><a href="#${id}">${escapeXml(title)}</a></li>`).join('');
  for (const element of document.querySelectorAll(
    'script, link[rel="canonical"], link[rel="alternate"], meta[property], meta[name="twitter:card"]',
  )) {
    element.remove();
  }
  const words = outputsWords().print;
  const others = edition.volumes.map(({ href, isThis }, index) =>
    isThis ? `<b>${words.volume(index + 1)}</b>` : `<a href="${href}">${words.volume(index + 1)}</a>`,
  );
  const place = edition.volumes.findIndex(({ isThis }) => isThis) + 1;
  const title = others.length > 1 ? words.volumeTitle(edition.title, place, others.length) : edition.title;
  // linkedom writes a title as it stands.
  document.title = escapeXml(words.title(title));
  const robots = document.createElement('meta');
  robots.setAttribute('name', 'robots');
  robots.setAttribute('content', 'noindex');
  document.head.append(robots);
  document.documentElement.removeAttribute('data-theme');
  // The notes are put in as text: reading all of them once more would take longer than everything else.
  document.body.innerHTML = '';
  const main = `<main id="main" class="sheet print-edition"><header class="sheet-header"><h1>${escapeXml(title)}</h1><p class="lead">${words.lead(notes.length)} <a href="${edition.href}">${words.back}</a></p>${others.length > 1 ? `<p>${others.join(' ')}</p>` : ''}<ol class="print-contents">${contents}</ol></header>${joined}</main>`;
  const script = writePageReferencesScript(words.page('{}'));
  const page = document.documentElement.outerHTML;
  const end = page.lastIndexOf('</body>');
  const whole = `${page.slice(0, end)}${main}<script>${script}</script>${page.slice(end)}`;
  return `<!doctype html>\n${allowInline(whole, { script })}`;
}

/** What a print edition takes of a note's page. */
export function readPrintedNote(page: string): Omit<PrintedNote, 'href'> {
  const { document } = parseHTML(page);
  const article = document.querySelector('main article');
  const sources = document.querySelector('main [data-sources]');
  const title = article?.querySelector('h1')?.textContent?.trim() ?? '';
  const pieces = [article?.querySelector('.note-header'), article?.querySelector('.prose'), sources];
  for (const piece of pieces)
    for (const element of piece?.querySelectorAll(onlyOnScreen) ?? []) element.remove();
  const ids = new Set(
    pieces.flatMap((piece) => [...(piece?.querySelectorAll('[id]') ?? [])].map((element) => element.id)),
  );
  for (const link of pieces.flatMap((piece) => [...(piece?.querySelectorAll('a[href^="#"]') ?? [])])) {
    // What it led to is not part of the paper: its words stay.
    if (!ids.has(decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')))
      link.replaceWith(...link.childNodes);
  }
  // Its name is every note's, and a region for each would only be in the way.
  sources?.removeAttribute('aria-labelledby');
  sources?.setAttribute('open', '');
  for (const details of article?.querySelectorAll('details') ?? []) details.setAttribute('open', '');
  return { title, html: pieces.map((piece) => piece?.outerHTML ?? '').join('') };
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
