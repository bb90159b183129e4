import { commandsWords } from '#words';
import { nameSlip } from '../content/faults.ts';
import { fontPlaceholder } from '../knowledge/fonts/font-links.ts';
import { readPageCharacters } from '../knowledge/fonts/page-characters.ts';
import { readPrintedNote, type PrintedNote } from '../outputs/read-printed-note.ts';
import { readWrittenPage } from '../outputs/read-written-page.ts';
import { readPage, type SearchPage } from '../search/read-page.ts';
import { hashInputs, recall, recallAsync } from '../store/recall.ts';
import type { SiteFiles } from './output/site-files.ts';

/** What later steps need of a page: each page is read once, when it is made, and not at all where it is as before. */
export interface PageFacts {
  /** The characters that it shows and those that it may show, as text; null for a page without the site's typeface. */
  characters: { shown: string; all: string } | null;
  /** What search knows of it; null where nothing on it is searched. */
  search: SearchPage | null;
}

/** A page of the site that is being made. */
export interface MadePage extends PageFacts {
  /** Its file in the site, `/` between folders. */
  path: string;
  /** Changes with the page. */
  key: string;
  /** The page; where it is as before, it is read or made only now. */
  html: () => Promise<string>;
}

/** A page that is to be made. */
export interface PageToMake {
  path: string;
  /** A hash of everything that the page is made of; null where nobody knows that. */
  key: string | null;
  render: () => Promise<string>;
  /** Asked once it is rendered: whether it would come out so again. */
  isFinal?: () => boolean;
}

/**
 * Puts a page into the site. One that is made of what it was made of before is not rendered again, nor even read. One
 * that shows the site's typeface is held back until that is cut.
 */
export async function putPage(
  site: Pick<SiteFiles, 'hold' | 'read' | 'write'>,
  { path, key, render, isFinal }: PageToMake,
): Promise<MadePage> {
  let isHeld = false;
  const html = async () => {
    if (isHeld) return site.read(path);
    const text = key === null ? await render() : await recallAsync('page html', [key], render, isFinal);
    site.hold(path, text);
    isHeld = true;
    return text;
  };
  const facts =
    key === null
      ? readMadePage(path, await html())
      : await recallAsync('page facts', [path, key], async () => readFacts(path, await html()), isFinal);
  // What is made of it further on is remembered as well, and must not be taken for what its inputs give.
  const name = key === null || isFinal?.() === false ? hashInputs([path, await html()]).toString('hex') : key;
  if (!facts.characters) site.write(path, await html());
  return { path, key: name, html, ...facts };
}

export function readMadePage(path: string, html: string): PageFacts {
  return recall('page', [path, html], () => readFacts(path, html));
}

/** The part of a print edition that a note's page makes. */
export function readPrinted({ key, html }: MadePage): Promise<Omit<PrintedNote, 'href'>> {
  return recallAsync('printed note', [key], async () => readPrintedNote(keepMain(await html())));
}

function readFacts(path: string, html: string): PageFacts {
  try {
    return detach({
      characters: html.includes(fontPlaceholder) ? readCharacters(html) : null,
      search: html.includes('data-pagefind-body')
        ? readPage(readWrittenPage(keepMain(html)), urlOf(path))
        : null,
    });
  } catch (error) {
    throw nameSlip(error, path, commandsWords().steps.search);
  }
}

/** The same, of texts of their own: one that was cut out of a page keeps the whole page in memory. */
function detach(facts: PageFacts): PageFacts {
  return JSON.parse(JSON.stringify(facts)) as PageFacts;
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

function readCharacters(html: string): PageFacts['characters'] {
  const { shown, all } = readPageCharacters(html);
  const write = (points: Set<number>) => [...points].map((point) => String.fromCodePoint(point)).join('');
  return { shown: write(shown), all: write(all) };
}

/** The address of a page from the site's root: `index.html` gives the folder's. */
function urlOf(path: string): string {
  const url = `/${path.normalize('NFC').replace(/(^|\/)index\.html$/u, '$1')}`;
  return url.split('/').map(encodeURIComponent).join('/');
}
