import { readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { commandsWords, diagramsWords } from '#words';
import type { Atlas } from '../content/open-atlas.ts';
import { openSession } from '../content/session.ts';
import { openDrawings } from '../diagrams/draw.ts';
import { type Drawing, drawingKey } from '../diagrams/drawing.ts';
import { loadDrawing, saveDrawing } from '../diagrams/drawing-store.ts';
import { nameStored } from '../diagrams/engine.ts';
import { formatProblem, type Problem } from '../knowledge/problem.ts';
import { writeCollectionDiagram } from '../knowledge/collection-diagrams.ts';
import { cacheFolder } from './build-lock.ts';
import type { BuildListener } from './build-site.ts';
import { endOnSignals } from './end-on-signals.ts';

/** Drawings of the project's own content are committed, so that a machine without a browser has them too. */
const committedFolder = '_drawn';

export interface AtlasDrawings {
  /** Draws every diagram of the atlas that is not drawn yet. */
  drawAll: (
    listener: Pick<BuildListener, 'say' | 'progress'>,
  ) => Promise<{ all: number; fresh: number; failed: string[] }>;
  /** Draws single diagrams, while authors write. */
  draw: (codes: string[]) => Promise<void>;
  close: () => Promise<void>;
}

/** Connects the open session to drawings: the committed ones, the cache, and a browser for the rest. */
export function openAtlasDrawings(atlas: Atlas): AtlasDrawings {
  const session = openSession();
  const cache = join(cacheFolder, 'drawings');
  const committed = join(atlas.root, committedFolder);
  const isWriting = atlas.isProjectOwn && !process.env['CI'];
  const damaged = new Set<string>();
  const drawings = openDrawings({
    stores: listStores(atlas),
    writeTo: isWriting ? [committed, cache] : [cache],
    onDamage: (path) => damaged.add(path),
  });
  let letSignalsBe: (() => void) | null = null;
  const close = async () => {
    await drawings.close();
    letSignalsBe?.();
    letSignalsBe = null;
  };
  const draw = async (codes: string[], onProgress?: (done: number, total: number) => void) => {
    letSignalsBe ??= endOnSignals();
    let fresh = 0;
    const failed: string[] = [];
    const drawn = await drawings.draw(codes, (progress) => {
      fresh = progress.fresh;
      // Reading what was drawn before takes no time.
      if (fresh) onProgress?.(progress.done, progress.total);
    });
    for (const [key, drawing] of drawn) {
      if ('failed' in drawing) failed.push(drawing.failed);
      else session.drawings.set(key, drawing);
    }
    return { all: drawn.size, fresh, failed };
  };
  return {
    draw: async (codes) => void (await draw(codes)),
    drawAll: async ({ say, progress }) => {
      const codes = listDiagrams(atlas);
      const before = await checkDrawings(atlas);
      const known = new Set(before.problems.map(formatProblem));
      const read = codes.filter((code) => before.drawings.has(drawingKey(code)));
      for (const code of read) {
        const key = drawingKey(code);
        const drawing = before.drawings.get(key);
        if (drawing) session.drawings.set(key, drawing);
      }
      const step = commandsWords().steps.diagrams;
      const drawn = await draw(
        codes.filter((code) => !before.drawings.has(drawingKey(code))),
        (done, total) => progress(step, done, total),
      );
      const report = { ...drawn, all: drawn.all + new Set(read.map(drawingKey)).size };
      // The rest of a build needs no browser.
      await close();
      const words = diagramsWords();
      const reasons = new Set(report.failed);
      if (reasons.size) {
        const why = reasons.has('no-browser') ? words.noBrowser : [...reasons].slice(0, 3).join(' / ');
        say(words.undrawn(report.failed.length, why));
      }
      const problems = await findLayoutProblems(atlas, (key) => session.drawings.get(key) ?? null);
      // What was drawn before, the check has said.
      for (const line of problems.map(formatProblem)) if (!known.has(line)) say(line);
      if (damaged.size) say(words.damaged([...damaged].map((path) => relative(process.cwd(), path))));
      damaged.clear();
      if (isWriting) await keepDrawings(committed, codes, session.drawings);
      return report;
    },
    close,
  };
}

function listStores(atlas: Atlas): string[] {
  const cache = join(cacheFolder, 'drawings');
  return atlas.isProjectOwn ? [join(atlas.root, committedFolder), cache] : [cache];
}

/** What the check has read of an atlas's drawings: each is read once, and what it said of them is not said again. */
const checked = new WeakMap<Atlas, Promise<{ problems: Problem[]; drawings: Map<string, Drawing> }>>();

/** What the drawings made so far could not lay out truthfully, as warnings for their authors. Draws nothing. */
export async function readLayoutProblems(atlas: Atlas): Promise<Problem[]> {
  return (await checkDrawings(atlas)).problems;
}

function checkDrawings(atlas: Atlas): ReturnType<typeof readDrawings> {
  const known = checked.get(atlas) ?? readDrawings(atlas);
  checked.set(atlas, known);
  return known;
}

async function readDrawings(atlas: Atlas): Promise<{ problems: Problem[]; drawings: Map<string, Drawing> }> {
  const stores = listStores(atlas);
  const drawings = new Map<string, Drawing>();
  const problems = await findLayoutProblems(atlas, async (key) => {
    const drawing = drawings.get(key) ?? (await loadDrawing(stores, nameStored(key)));
    if (drawing) drawings.set(key, drawing);
    return drawing;
  });
  return { problems, drawings };
}

async function findLayoutProblems(
  { library, name }: Atlas,
  find: (key: string) => Promise<Drawing | null> | Drawing | null,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const note of library.notes) {
    for (const figure of note.outline.figures) {
      const [fault] = (await find(drawingKey(figure.code)))?.faults ?? [];
      if (!fault || figure.generated) continue;
      const [label = ''] = fault.words.split(', ');
      const lines = figure.code.split(/\r\n?|\n/u);
      const at = label === '' ? -1 : lines.findIndex((text) => text.includes(label));
      problems.push({
        path: `${name}/${note.path}`,
        line: figure.line + note.bodyLine + at + 1,
        column: at < 0 ? figure.column : (lines[at] ?? '').indexOf(label) + figure.column,
        severity: 'warning',
        kind: 'diagram',
        message: diagramsWords().faults.layout(fault.words),
      });
    }
  }
  return problems;
}

/** The source of every diagram the site shows: those in notes and those made from typed data. */
function listDiagrams(atlas: Atlas): string[] {
  const { library, blocks } = atlas;
  const published = [...library.notes, ...library.unlisted];
  const codes = published.flatMap((note) => note.outline.figures.map((figure) => figure.code));
  for (const collection of atlas.subject.collections) {
    // Notes may show a map too, in the order of their own blocks.
    for (const data of [library, blocks]) {
      const diagram = writeCollectionDiagram(collection, data);
      if (diagram) codes.push(diagram.code, ...(diagram.narrowCode ? [diagram.narrowCode] : []));
    }
  }
  return codes;
}

/** Makes the committed folder hold just the drawings of these diagrams; some may only have been in the cache. */
async function keepDrawings(
  folder: string,
  codes: readonly string[],
  drawings: ReadonlyMap<string, Drawing>,
): Promise<void> {
  const files = await readdir(folder).catch(() => []);
  const needed = new Map(codes.map((code) => [drawingKey(code), code]));
  const names = new Set<string>();
  for (const key of needed.keys()) {
    const name = nameStored(key);
    names.add(`${name}.json`);
    const drawing = drawings.get(key);
    if (drawing && !(await loadDrawing([folder], name))) await saveDrawing([folder], name, drawing);
  }
  for (const file of files)
    if (/^\.?[\da-f]{32}\./u.test(file) && !names.has(file)) await rm(join(folder, file), { force: true });
}
