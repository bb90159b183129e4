import type { Atlas } from '../content/open-atlas.ts';
import { pagePath } from '../knowledge/address.ts';
import { buildCollectionPages, hasPrintEdition } from '../knowledge/collection-page.ts';
import { joinPrintEdition } from '../outputs/join-print.ts';
import { recall } from '../store/recall.ts';
import type { SiteFiles } from './output/site-files.ts';
import { type MadePage, putPage, readMadePage } from './read-made-page.ts';

/** An edition for paper and the pages that it is made from. */
interface Edition {
  address: string;
  title: string;
  /** Files of its notes in the site, and the paths that links to them have. */
  notes: { path: string; href: string }[];
}

/** The overviews whose notes fit one document. */
export function listPrinted(atlas: Atlas, base: string): Edition[] {
  return buildCollectionPages(atlas.library, base)
    .filter(hasPrintEdition)
    .map(({ address, title, notes }) => ({
      address,
      title,
      notes: notes.flatMap(({ id }) => {
        const note = atlas.library.byId.get(id);
        return note ? [{ path: `${note.address}/index.html`, href: pagePath(base, note.address) }] : [];
      }),
    }));
}

/** Writes `/print/<collection>/` for every edition, from the pages just made, and returns what it wrote. */
export function writePrintEditions(
  site: SiteFiles,
  atlas: Atlas,
  base: string,
  made: readonly MadePage[],
): MadePage[] {
  const parts = new Map(made.map(({ path, print }) => [path, print]));
  const written: MadePage[] = [];
  for (const { address, title, notes } of listPrinted(atlas, base)) {
    const printed = notes.flatMap(({ path, href }) => {
      const part = parts.get(path);
      return part ? [{ href, ...part }] : [];
    });
    const shell = site.read(`${address}/index.html`);
    const edition = { title, href: pagePath(base, address) };
    const inputs = [shell, JSON.stringify([printed, edition])];
    const html = recall('print', inputs, () => joinPrintEdition(shell, printed, edition));
    const path = `print/${address}/index.html`;
    const page = readMadePage(path, html, false);
    putPage(site, page, html);
    written.push(page);
  }
  return written;
}
