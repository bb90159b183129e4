import { commandsWords } from '#words';
import { cardSize } from '../cards/card.ts';
import { nameSlip } from '../content/faults.ts';
import type { Atlas } from '../content/open-atlas.ts';
import { filePath } from '../knowledge/address.ts';
import type { Note } from '../knowledge/note.ts';
import { listSharePages } from '../knowledge/share-pages.ts';
import { readCards } from '../library.ts';
import { writeSectionTwins, writeTwin } from '../outputs/write-twin.ts';
import { shareStyle } from '../outputs/share-style.ts';
import { writeSharePage } from '../outputs/write-share-page.ts';
import { handOverScript, hashSource } from '../security.ts';
import { basePath, siteOrigin } from '../site.ts';
import { recall } from '../store/recall.ts';
import { hashFile, type SiteFiles } from './output/site-files.ts';
import { nameText } from './render-note.ts';

/** A file that is no page. */
interface NoteFile {
  write: () => string;
  /** The note of which it says what the note's page says, and nothing else. */
  twinOf?: Note;
}

/**
 * The files of notes that are no pages, by their path in the site: each note and its sections as Markdown, and the
 * pages that links to single sections show in previews. They are made when asked for, and no framework is needed.
 * @param hasCards the site has card images
 */
export function listNoteFiles(atlas: Atlas, hasCards: boolean): Map<string, NoteFile> {
  const { library, ids } = atlas;
  const site = { origin: siteOrigin(), base: basePath(), title: library.subject.title };
  const files = new Map<string, NoteFile>();
  for (const note of library.notes) {
    files.set(`${note.address}.md`, { write: () => writeTwin(note, library, site), twinOf: note });
    files.set(`${note.address}.sections.json`, {
      write: () => JSON.stringify(writeSectionTwins(note, library, site)),
      twinOf: note,
    });
  }
  const handOver = { script: handOverScript, hash: hashSource(handOverScript) };
  files.set('s/s.css', { write: () => shareStyle });
  for (const page of listSharePages(library, ids.formerIds, site.base)) {
    const write = () => {
      const cards = hasCards ? readCards(atlas) : null;
      const named = (page.place && cards?.places.get(page.place.id)) ?? cards?.notes.get(page.note.id);
      const url = named && site.origin + filePath(site.base, `cards/${named.file}`);
      return writeSharePage(page, url ? { url, ...cardSize } : null, site, handOver);
    };
    files.set(`s/${page.id}/index.html`, { write });
  }
  return files;
}

/** Writes them all. A twin of a note whose text depends on what it depended on before is not made again. */
export function writeNoteFiles(atlas: Atlas, site: Pick<SiteFiles, 'keep' | 'write'>): void {
  for (const [path, { write, twinOf }] of listNoteFiles(atlas, true)) {
    let text: string | undefined;
    const make = (): string => {
      try {
        return (text ??= write());
      } catch (error) {
        throw nameSlip(error, path, commandsWords().steps.pages);
      }
    };
    // What a twin says hangs on what the note's HTML hangs on.
    const name = twinOf?.format === 'md' ? nameText(twinOf, atlas) : null;
    const sum = name === null ? undefined : recall('twin', [path, name], () => hashFile(make()));
    if (sum === undefined || text !== undefined || !site.keep(path, sum)) site.write(path, make());
  }
}
