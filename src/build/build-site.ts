import { cp, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { commandsWords } from '#words';
import { nameSlip } from '../content/faults.ts';
import type { Atlas } from '../content/open-atlas.ts';
import { lockFile } from '../content/read-section-ids.ts';
import { openSession } from '../content/session.ts';
import { compareText } from '../knowledge/problem.ts';
import { writeLock } from '../sections/section-lock.ts';
import { drawingKey } from '../diagrams/drawing.ts';
import { collectCards } from '../cards/site-cards.ts';
import { readCards } from '../library.ts';
import { basePath } from '../site.ts';
import { replaceFile } from '../store/replace-file.ts';
import { buildSearch } from './build-search.ts';
import { withBuildLock } from './build-lock.ts';
import { generatePages } from './compiled/generate-pages.ts';
import { openCompiled } from './compiled/open-compiled.ts';
import { cardsFolder, copyCards, drawCards } from './draw-cards.ts';
import { drawIcons } from './draw-icons.ts';
import { openAtlasDrawings } from './draw-diagrams.ts';
import { buildFonts } from './fonts.ts';
import { copyLinkedFiles } from './linked-files.ts';
import { folderSize } from './output/folder-size.ts';
import { listNoteFiles } from './note-files.ts';
import { keepOfflineFiles, makeOfflineFiles, writeOfflineFiles } from './offline-files.ts';
import { openSitePlace } from './output/output-folder.ts';
import { writeMark } from './output/site-mark.ts';
import { type MadePage, readMadePage } from './read-made-page.ts';
import { listHostFiles } from './host-files.ts';
import { renderNote } from './render-note.ts';
import { listPrinted, writePrintEditions } from './print-editions.ts';
import { sizePictures } from './size-pictures.ts';
import { watchCode } from './watch-code.ts';

export interface BuildReport {
  notes: number;
  diagrams: { all: number; fresh: number; failed: string[] };
  search: { pages: number; bytes: number };
  cards: { all: number; fresh: number };
  /** Seconds of each step. */
  seconds: Record<string, number>;
  /** Size of the site in bytes. */
  bytes: number;
}

/** What a build tells while it works. */
export interface BuildListener {
  say: (line: string) => void;
  /** How much of a long step is done. */
  progress: (step: string, done: number, total: number) => void;
  /** The site can be read and lacks nothing but cards, which are drawn after this; without it they are drawn before. */
  onReadable?: (() => Promise<void>) | undefined;
}

/**
 * Builds the site into `target` (from `checkOutputFolder`). Everything is made in a place of its own and exchanged at
 * the end, so a build that fails or is killed leaves the old site as it was. Throws when a step fails.
 */
export async function buildSite(
  atlas: Atlas,
  target: string,
  { say, progress, onReadable }: BuildListener,
): Promise<BuildReport> {
  const wantedCards = collectCards(readCards(atlas));
  return withBuildLock(async () => {
    const words = commandsWords();
    const seconds: Record<string, number> = {};
    const timed = async <Result>(step: string, work: () => Promise<Result>): Promise<Result> => {
      const start = performance.now();
      const result = await work().catch((error: unknown) => {
        throw nameSlip(error, '', step);
      });
      seconds[step] = Math.round((performance.now() - start) / 100) / 10;
      return result;
    };
    if (atlas.isProjectOwn && atlas.ids.isChanged && atlas.ids.isReadable && !process.env['CI']) {
      await replaceFile(join(atlas.root, lockFile), writeLock(atlas.ids.entries));
    }
    const place = await openSitePlace(target);
    const making = place.next;
    const session = openSession();
    const drawings = openAtlasDrawings(atlas);
    try {
      session.draw = drawings.draw;
      session.render = (note) => renderNote(note, atlas);
      const diagrams = await timed(words.steps.diagrams, () => drawings.drawAll({ say, progress }));
      say(words.diagramsDrawn(diagrams.all, diagrams.fresh));
      // Pages name the copies.
      const pictures = await timed(words.steps.pictures, () => sizePictures(atlas, making, say));
      if (pictures.all) say(words.picturesSized(pictures.all, pictures.fresh));
      const hasCode = atlas.isProjectOwn ? [...atlas.library.notes, ...atlas.library.unlisted] : [];
      const watch = await watchCode(hasCode.filter(({ format }) => format === 'mdx').map(({ path }) => path));
      session.enterCode = watch.enter;
      let made: MadePage[] = [];
      try {
        made = await timed(words.steps.pages, () =>
          makePages(atlas, making, (done, total) => progress(words.steps.pages, done, total)),
        );
      } finally {
        session.enterCode = null;
        await watch.close();
      }
      for (const [path, write] of listNoteFiles(atlas, true))
        await writeText(join(making, path), named(path, words.steps.pages, write));
      for (const [path, text] of await listHostFiles(atlas)) await writeText(join(making, path), text);
      await copyLinkedFiles(atlas, making);
      await expectEveryNote(atlas, making);
      say(words.pagesMade(atlas.library.notes.length));
      made.push(...(await writePrintEditions(making, atlas, basePath(), made)));
      await timed(words.steps.fonts, () => buildFonts(making, basePath(), made));
      const search = await timed(words.steps.search, () => buildSearch(making, atlas, made));
      say(words.indexed(search.pages));
      const missing = await copyCards(wantedCards, join(making, cardsFolder));
      let cards = { all: wantedCards.size, fresh: 0 };
      const draw = async (site: string) => {
        const fresh = await timed(words.steps.cards, () =>
          drawCards(
            missing,
            join(site, cardsFolder),
            (code) => {
              const drawing = session.drawings.get(drawingKey(code));
              return drawing ? [drawing, ...(drawing.narrow ? [drawing.narrow] : [])] : [];
            },
            (done) => progress(words.steps.cards, done, missing.size),
          ),
        );
        cards = { all: wantedCards.size, fresh };
        say(words.cardsDrawn(cards.all, cards.fresh));
      };
      if (!onReadable) await draw(making);
      await drawIcons(making, atlas.library.subject);
      await writeOfflineFiles(making, atlas.library.unlisted);
      const later = onReadable ? [...missing.keys()].map((name) => `${cardsFolder}/${name}`) : [];
      await place.moveIn(undefined, later);
      if (onReadable) {
        await onReadable();
        await draw(target);
        const lists = await makeOfflineFiles(target, atlas.library.unlisted);
        // Marked before they are written: whoever is killed here leaves nothing that a build does not know.
        await writeMark(target, [...lists.keys()]);
        await keepOfflineFiles(target, lists);
        await writeMark(target);
      }
      const bytes = await folderSize(target);
      return { notes: atlas.library.notes.length, diagrams, search, cards, seconds, bytes };
    } finally {
      session.draw = null;
      session.render = null;
      await drawings.close();
      await place.close();
    }
  });
}

/** What `make` makes; where the program slips on it, the error names the file. */
function named<Result>(path: string, step: string, make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    throw nameSlip(error, path, step);
  }
}

/** A note that has no page is lost; that must stop the build, whatever the reason. */
async function expectEveryNote(atlas: Atlas, folder: string): Promise<void> {
  const missing: string[] = [];
  for (const note of [...atlas.library.notes, ...atlas.library.unlisted]) {
    const page = join(folder, note.address, 'index.html');
    const found = await stat(page).catch(() => null);
    if (!found?.size) missing.push(note.path);
  }
  if (missing.length) throw new Error(commandsWords().lostPages(missing));
}

/** Compiles the site where its code has changed, and renders its pages. */
async function makePages(
  atlas: Atlas,
  folder: string,
  onMade: (done: number, total: number) => void,
): Promise<MadePage[]> {
  const compiled = await openCompiled(atlas);
  const printed = new Set(
    listPrinted(atlas, basePath()).flatMap(({ notes }) => notes.map(({ path }) => path)),
  );
  const made: MadePage[] = [];
  await cp(join(compiled.folder, 'client'), folder, { recursive: true });
  let done = 0;
  for await (const { path, text, total } of generatePages(compiled)) {
    onMade(++done, total);
    await writeText(join(folder, path), text);
    if (path.endsWith('.html')) {
      const read = () => readMadePage(path, text, printed.has(path));
      made.push(named(path, commandsWords().steps.search, read));
    }
  }
  return made.sort((one, other) => compareText(one.path, other.path));
}

async function writeText(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  });
}
