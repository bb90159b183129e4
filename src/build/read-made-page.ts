import { fromHtml } from 'hast-util-from-html';
import { fontPlaceholder } from '../knowledge/fonts/font-links.ts';
import { readPageCharacters } from '../knowledge/fonts/page-characters.ts';
import { readPrintedNote, type PrintedNote } from '../outputs/join-print.ts';
import { readPage, type SearchPage } from '../search/read-page.ts';
import { recall } from '../store/recall.ts';
import type { SiteFiles } from './output/site-files.ts';

/** What later steps need of a page: each page is read once, when it is made, and not at all where it is as before. */
export interface MadePage {
  /** Its file in the site, `/` between folders. */
  path: string;
  /** The characters that it shows and those that it may show, as text; null for a page without the site's typeface. */
  characters: { shown: string; all: string } | null;
  /** What search knows of it; null where nothing on it is searched. */
  search: SearchPage | null;
  /** Its part of a print edition; null where it has none. */
  print: Omit<PrintedNote, 'href'> | null;
}

/** @param isPrinted it stands in a print edition */
export function readMadePage(path: string, html: string, isPrinted: boolean): MadePage {
  return recall('page', [path, String(isPrinted), html], () => ({
    path,
    characters: html.includes(fontPlaceholder) ? readCharacters(html) : null,
    search: html.includes('data-pagefind-body') ? readPage(fromHtml(keepMain(html)), urlOf(path)) : null,
    print: isPrinted ? readPrintedNote(keepMain(html)) : null,
  }));
}

/** Puts a page into the site; one that shows the site's typeface is held back until that is cut. */
export function putPage(site: Pick<SiteFiles, 'hold' | 'write'>, page: MadePage, html: string): void {
  if (page.characters) site.hold(page.path, html);
  else site.write(page.path, html);
}

/** The page without what stands around its main part, which is much of what there would be to parse. */
function keepMain(html: string): string {
  const [body, start, end] = [
    html.indexOf('<body'),
    html.indexOf('<main id="main"'),
    html.lastIndexOf('</main>'),
  ];
  return body > 0 && start > body && end > start
    ? `${html.slice(0, body)}<body>${html.slice(start, end)}</main></body></html>`
    : html;
}

function readCharacters(html: string): MadePage['characters'] {
  const { shown, all } = readPageCharacters(html);
  const write = (points: Set<number>) => [...points].map((point) => String.fromCodePoint(point)).join('');
  return { shown: write(shown), all: write(all) };
}

/** The address of a page from the site's root: `index.html` gives the folder's. */
function urlOf(path: string): string {
  const url = `/${path.normalize('NFC').replace(/(^|\/)index\.html$/u, '$1')}`;
  return url.split('/').map(encodeURIComponent).join('/');
}
