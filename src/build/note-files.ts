import { cardSize } from '../cards/card.ts';
import type { Atlas } from '../content/open-atlas.ts';
import { filePath } from '../knowledge/address.ts';
import { listSharePages } from '../knowledge/share-pages.ts';
import { readCards } from '../library.ts';
import { writeSectionTwins, writeTwin } from '../outputs/write-twin.ts';
import { writeSharePage } from '../outputs/write-share-page.ts';
import { handOverScript, hashSource } from '../security.ts';
import { basePath, siteOrigin } from '../site.ts';

/**
 * The files of notes that are no pages, by their path in the site: each note and its sections as Markdown, and the
 * pages that links to single sections show in previews. They are made when asked for, and no framework is needed.
 * @param hasCards the site has card images
 */
export function listNoteFiles(atlas: Atlas, hasCards: boolean): Map<string, () => string> {
  const { library, ids } = atlas;
  const site = { origin: siteOrigin(), base: basePath(), title: library.subject.title };
  const files = new Map<string, () => string>();
  for (const note of library.notes) {
    files.set(`${note.address}.md`, () => writeTwin(note, library, site));
    files.set(`${note.address}.sections.json`, () => JSON.stringify(writeSectionTwins(note, library, site)));
  }
  const handOver = { script: handOverScript, hash: hashSource(handOverScript) };
  for (const page of listSharePages(library, ids.formerIds, site.base)) {
    files.set(`s/${page.id}/index.html`, () => {
      const cards = hasCards ? readCards(atlas) : null;
      const named = (page.place && cards?.places.get(page.place.id)) ?? cards?.notes.get(page.note.id);
      const url = named && site.origin + filePath(site.base, `cards/${named.file}`);
      return writeSharePage(page, url ? { url, ...cardSize } : null, site, handOver);
    });
  }
  return files;
}
