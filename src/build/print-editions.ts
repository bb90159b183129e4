import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Atlas } from '../content/open-atlas.ts';
import { pagePath } from '../knowledge/address.ts';
import { buildCollectionPages, hasPrintEdition } from '../knowledge/collection-page.ts';
import { joinPrintEdition } from '../outputs/join-print.ts';

/** Writes `/print/<collection>/` for every overview whose notes fit one document, from the pages just built. */
export async function writePrintEditions(folder: string, atlas: Atlas, base: string): Promise<void> {
  const pages = buildCollectionPages(atlas.library, base).filter(hasPrintEdition);
  const readPage = (address: string) => readFile(join(folder, address, 'index.html'), 'utf8');
  for (const { address, title, notes } of pages) {
    const addresses = notes.flatMap(({ id }) => atlas.library.byId.get(id)?.address ?? []);
    const printed = await Promise.all(
      addresses.map(async (note) => ({ href: pagePath(base, note), html: await readPage(note) })),
    );
    const shell = await readPage(address);
    const html = joinPrintEdition(shell, printed, { title, href: pagePath(base, address) });
    const target = join(folder, 'print', address);
    await mkdir(target, { recursive: true });
    await writeFile(join(target, 'index.html'), html);
  }
}
