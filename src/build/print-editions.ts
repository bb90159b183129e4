import type { Atlas } from '../content/open-atlas.ts';
import { pagePath } from '../knowledge/address.ts';
import { buildCollectionPages, listVolumes } from '../knowledge/collection-page.ts';
import { joinPrintEdition } from '../outputs/join-print.ts';
import { hashInputs } from '../store/recall.ts';
import type { SiteFiles } from './output/site-files.ts';
import { type MadePage, putPage, readPrinted } from './read-made-page.ts';

/** A document for paper and the pages that it is made from. */
interface Edition {
  /** Where it lies below `/print/`. */
  address: string;
  /** The overview whose head it has. */
  overview: string;
  title: string;
  /** The addresses of all volumes, in their order; one of them is this one. */
  volumes: string[];
  /** Files of its notes in the site, and the paths that links to them have. */
  notes: { path: string; href: string }[];
}

/** Every document for paper. */
export function listPrinted(atlas: Atlas, base: string): Edition[] {
  return buildCollectionPages(atlas.library, base).flatMap((page) => {
    const volumes = listVolumes(page);
    return volumes.map(({ address, notes }) => ({
      address,
      overview: page.address,
      title: page.title,
      volumes: volumes.map((volume) => volume.address),
      notes: notes.flatMap(({ id }) => {
        const note = atlas.library.byId.get(id);
        return note ? [{ path: `${note.address}/index.html`, href: pagePath(base, note.address) }] : [];
      }),
    }));
  });
}

/**
 * Writes every document for paper, from the pages just made, and returns what it wrote. One whose notes and overview are
 * as before is not made again.
 */
export async function writePrintEditions(
  site: SiteFiles,
  atlas: Atlas,
  base: string,
  made: readonly MadePage[],
): Promise<MadePage[]> {
  const pages = new Map(made.map((page) => [page.path, page]));
  const written: MadePage[] = [];
  for (const { address, overview, title, volumes, notes } of listPrinted(atlas, base)) {
    const printed = notes.flatMap(({ path, href }) => {
      const page = pages.get(path);
      return page ? [{ href, page }] : [];
    });
    const shell = pages.get(`${overview}/index.html`);
    if (!shell) throw new Error(`${overview}: no page`);
    const edition = {
      title,
      href: pagePath(base, overview),
      volumes: volumes.map((volume) => ({
        href: pagePath(base, `print/${volume}`),
        isThis: volume === address,
      })),
    };
    const inputs = [shell.key, ...printed.flatMap(({ href, page }) => [href, page.key])];
    const key = hashInputs(['print', JSON.stringify(edition), ...inputs]).toString('hex');
    const render = async () => {
      const parts = [];
      for (const { href, page } of printed) parts.push({ href, ...(await readPrinted(page)) });
      return joinPrintEdition(await shell.html(), parts, edition);
    };
    written.push(await putPage(site, { path: `print/${address}/index.html`, key, render }));
  }
  return written;
}
