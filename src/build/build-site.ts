import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsWords } from '#words';
import { isOfSystem, nameSlip } from '../content/faults.ts';
import type { Atlas } from '../content/open-atlas.ts';
import { lockFile } from '../content/read-section-ids.ts';
import { openSession } from '../content/session.ts';
import { compareText, NamedFault } from '../knowledge/problem.ts';
import { writeLock } from '../sections/section-lock.ts';
import { drawingKey } from '../diagrams/drawing.ts';
import { collectCards } from '../cards/site-cards.ts';
import { readCards } from '../library.ts';
import { basePath } from '../site.ts';
import { replaceFile } from '../store/replace-file.ts';
import { openSearchBuilder } from './build-search.ts';
import { withBuildLock } from './build-lock.ts';
import { listPages } from './compiled/generate-pages.ts';
import { openCompiled } from './compiled/open-compiled.ts';
import { cardsFolder, copyCards, drawCards } from './draw-cards.ts';
import { drawIcons } from './draw-icons.ts';
import { openAtlasDrawings } from './draw-diagrams.ts';
import { buildFonts } from './fonts.ts';
import { copyLinkedFiles } from './linked-files.ts';
import { writeNoteFiles } from './note-files.ts';
import { keepOfflineFiles, makeOfflineFiles, writeOfflineFiles } from './offline-files.ts';
import { openSitePlace } from './output/output-folder.ts';
import { openSiteFiles, type SiteFiles } from './output/site-files.ts';
import { renewMark } from './output/site-mark.ts';
import { recordSite, type SiteRecord } from './output/site-record.ts';
import { nameNotePages } from './name-note-pages.ts';
import { type MadePage, putPage } from './read-made-page.ts';
import { listHostFiles } from './host-files.ts';
import { renderNote } from './render-note.ts';
import { writePrintEditions } from './print-editions.ts';
import { sizePictures } from './size-pictures.ts';
import { watchCode } from './watch-code.ts';

export interface BuildReport {
  notes: number;
  diagrams: { all: number; fresh: number; failed: string[] };
  search: { pages: number; bytes: number };
  /** Seconds of each step. */
  seconds: Record<string, number>;
  /** Size of the site in bytes. */
  bytes: number;
  /** What stands in the output folder now; not whole where somebody changed it meanwhile. */
  site: { record: SiteRecord; isWhole: boolean };
}

/** What a build tells while it works. */
export interface BuildListener {
  say: (line: string) => void;
  /** How much of a long step is done. */
  progress: (step: string, done: number, total: number) => void;
  /** The site can be read and lacks nothing but cards, which are drawn after this; without it they are drawn before. */
  onReadable?: (() => Promise<void>) | undefined;
  /** The new site stands in the output folder: what fails from now on does not bring the old one back. */
  onMovedIn?: (() => void) | undefined;
}

/**
 * Builds the site into `target` (from `checkOutputFolder`). Everything is made in a place of its own and exchanged at
 * the end, so a build that fails or is killed leaves the old site as it was. Throws when a step fails.
 * @param before the files of the site that stands there, as far as they are known
 */
export async function buildSite(
  atlas: Atlas,
  target: string,
  before: SiteRecord,
  { say, progress, onReadable, onMovedIn }: BuildListener,
): Promise<BuildReport> {
  const words = commandsWords();
  const { title } = atlas.library.subject;
  const wantedCards = named('', words.steps.cards, () => collectCards(readCards(atlas)));
  return withBuildLock(async () => {
    const seconds: Record<string, number> = {};
    const inStep = <Result>(step: string, work: () => Result | Promise<Result>): Promise<Result> =>
      Promise.resolve()
        .then(work)
        .catch((error: unknown) => {
          // What the system says names a file at best, or nothing: a full disk.
          if (isOfSystem(error)) throw new NamedFault(`${step}: ${error.message}`, { cause: error });
          throw nameSlip(error, '', step);
        });
    const timed = async <Result>(step: string, work: () => Promise<Result>): Promise<Result> => {
      const start = performance.now();
      const result = await inStep(step, work);
      seconds[step] = Math.round((performance.now() - start) / 100) / 10;
      return result;
    };
    if (atlas.isProjectOwn && atlas.ids.isChanged && atlas.ids.isReadable && !process.env['CI']) {
      await replaceFile(join(atlas.root, lockFile), writeLock(atlas.ids.entries));
    }
    const session = openSession();
    // Starts nothing yet. From the place on, all that can fail is in reach of what removes it.
    const drawings = openAtlasDrawings(atlas);
    const indexer = openSearchBuilder();
    const place = await openSitePlace(target);
    const site = openSiteFiles(place.next, { folder: target, record: before }, place.drafts);
    /** What goes on beside the rest; settled, however it ends. */
    const beside: Promise<unknown>[] = [];
    const ending = new AbortController();
    let arePagesMade = false;
    try {
      indexer.expect(atlas.library.notes.length);
      session.draw = drawings.draw;
      session.render = (note) => renderNote(note, atlas);
      const diagrams = await timed(words.steps.diagrams, () => drawings.drawAll({ say, progress }));
      say(words.diagramsDrawn(diagrams.all, diagrams.fresh));
      // Pages name the copies.
      const pictures = await timed(words.steps.pictures, () => sizePictures(atlas, site, say));
      if (pictures.all) say(words.picturesSized(pictures.all, pictures.fresh));
      const missing = await inStep(words.steps.cards, () => copyCards(wantedCards, site));
      const sayDrawn = (fresh: number) => say(words.cardsDrawn(wantedCards.size, fresh));
      const draw = () =>
        timed(words.steps.cards, () =>
          drawCards(
            missing,
            site,
            (code) => {
              const drawing = session.drawings.get(drawingKey(code));
              return drawing ? [drawing, ...(drawing.narrow ? [drawing.narrow] : [])] : [];
            },
            (done) => {
              // Before, it is the pages whose progress is shown.
              if (arePagesMade) progress(words.steps.cards, done, missing.size);
            },
            ending.signal,
          ),
        );
      // In threads, while this one compiles and makes pages.
      const drawing = onReadable ? null : draw();
      beside.push(Promise.resolve(drawing).catch(() => undefined));
      const hasCode = atlas.isProjectOwn ? [...atlas.library.notes, ...atlas.library.unlisted] : [];
      const watch = await watchCode(hasCode.filter(({ format }) => format === 'mdx').map(({ path }) => path));
      session.enterCode = watch.enter;
      let made: MadePage[] = [];
      try {
        made = await timed(words.steps.pages, () =>
          makePages(atlas, site, (done, total) => progress(words.steps.pages, done, total)).catch(
            (error: unknown) => {
              throw watch.name(error);
            },
          ),
        );
      } finally {
        session.enterCode = null;
        await watch.close();
      }
      // Takes a processor of its own while the rest is made. Print editions are not searched.
      const searching = timed(words.steps.search, () => indexer.build(site, atlas, made));
      beside.push(searching.catch(() => undefined));
      await inStep(words.steps.pages, () => {
        writeNoteFiles(atlas, site);
      });
      await inStep(words.steps.files, async () => {
        for (const [path, text] of await listHostFiles(atlas)) site.write(path, text);
        await copyLinkedFiles(atlas, site);
      });
      say(words.pagesMade(atlas.library.notes.length));
      arePagesMade = true;
      made.push(
        ...(await inStep(words.steps.print, () => writePrintEditions(site, atlas, basePath(), made))),
      );
      // Each of them leaves a core to the others: a program of its own, threads.
      const [search, , drawn] = await together([
        searching,
        timed(words.steps.fonts, () => buildFonts(site, basePath(), made)),
        Promise.resolve(drawing),
      ]);
      if (drawn !== null) sayDrawn(drawn);
      expectEveryNote(atlas, site);
      say(words.indexed(search.pages));
      await inStep(words.steps.files, async () => {
        await drawIcons(site, atlas.library.subject);
        await writeOfflineFiles(site, atlas.library.unlisted);
      });
      const later = onReadable ? [...missing.keys()].map((name) => `${cardsFolder}/${name}`) : [];
      const kept = new Set(site.kept);
      await place.moveIn({ title, kept, later });
      site.moveTo(target);
      onMovedIn?.();
      if (onReadable) {
        await onReadable();
        sayDrawn(await draw());
        const lists = await makeOfflineFiles(site.files, atlas.library.unlisted);
        // Marked before they are written: whoever is killed here leaves nothing that a build does not know.
        await renewMark(target, { title, later: lists.keys() });
        keepOfflineFiles(site, lists);
        await renewMark(target, { title });
      }
      const bytes = [...site.files.values()].reduce((sum, file) => sum + file.bytes, 0);
      return {
        notes: atlas.library.notes.length,
        diagrams,
        search,
        seconds,
        bytes,
        site: recordSite(target, site.files, kept, before),
      };
    } finally {
      session.draw = null;
      session.render = null;
      await drawings.close();
      // Its files must not come into a folder that is gone.
      ending.abort();
      await Promise.allSettled(beside);
      await indexer.close();
      await place.close();
    }
  });
}

/** The results of works that run at the same time. Where one fails, rejects once the others have ended. */
async function together<Works extends readonly Promise<unknown>[]>(
  works: readonly [...Works],
): Promise<{ [Key in keyof Works]: Awaited<Works[Key]> }> {
  await Promise.allSettled(works);
  return Promise.all(works);
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
function expectEveryNote(atlas: Atlas, { files }: SiteFiles): void {
  const missing = [...atlas.library.notes, ...atlas.library.unlisted]
    .filter(({ address }) => !files.get(`${address}/index.html`)?.bytes)
    .map(({ path }) => path);
  if (missing.length) throw new NamedFault(commandsWords().lostPages(missing));
}

/** Compiles the site where its code has changed, and renders its pages. */
async function makePages(
  atlas: Atlas,
  site: SiteFiles,
  onMade: (done: number, total: number) => void,
): Promise<MadePage[]> {
  const compiled = await openCompiled(atlas);
  const made: MadePage[] = [];
  for (const [path, sum] of Object.entries(compiled.facts.files)) {
    if (!path.startsWith('client/')) continue;
    const name = path.slice('client/'.length);
    if (!site.keep(name, Buffer.from(sum, 'hex').toString('base64url')))
      site.write(name, readFileSync(join(compiled.folder, path)));
  }
  const nameOf = await nameNotePages(atlas, compiled);
  const pages = await listPages(compiled);
  for (const [done, { path, render }] of pages.entries()) {
    onMade(done + 1, pages.length);
    if (!path.endsWith('.html')) {
      site.write(path, await render());
      continue;
    }
    made.push(await putPage(site, { path, render, ...(await nameOf(path)) }));
  }
  return made.sort((one, other) => compareText(one.path, other.path));
}
