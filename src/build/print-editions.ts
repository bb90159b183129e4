import type { Atlas } from '../content/open-atlas.ts';
import { pagePath } from '../knowledge/address.ts';
import { buildCollectionPages, listVolumes } from '../knowledge/collection-page.ts';
import { joinPrintEdition } from '../outputs/join-print.ts';
import { recall } from '../store/recall.ts';
import type { SiteFiles } from './output/site-files.ts';
import { type MadePage, putPage, readMadePage } from './read-made-page.ts';

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

/** Writes every document for paper, from the pages just made, and returns what it wrote. */
export function writePrintEditions(
  site: SiteFiles,
  atlas: Atlas,
  base: string,
  made: readonly MadePage[],
): MadePage[] {
  const parts = new Map(made.map(({ path, print }) => [path, print]));
  const written: MadePage[] = [];
  for (const { address, overview, title, volumes, notes } of listPrinted(atlas, base)) {
    const printed = notes.flatMap(({ path, href }) => {
      const part = parts.get(path);
      return part ? [{ href, ...part }] : [];
    });
    const shell = site.read(`${overview}/index.html`);
    const edition = {
      title,
      href: pagePath(base, overview),
      volumes: volumes.map((volume) => ({
        href: pagePath(base, `print/${volume}`),
        isThis: volume === address,
      })),
    };
    const inputs = [shell, JSON.stringify([printed, edition])];
    const html = recall('print', inputs, () => joinPrintEdition(shell, printed, edition));
    const path = `print/${address}/index.html`;
    const page = readMadePage(path, html, false);
    putPage(site, page, html);
    written.push(page);
  }
  return written;
}
