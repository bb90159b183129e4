import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listNoteFiles } from '../../src/build/note-files.ts';
import { readMadePage } from '../../src/build/read-made-page.ts';
import { renderNote } from '../../src/build/render-note.ts';
import { checkAtlas } from '../../src/content/check-atlas.ts';
import type { Atlas } from '../../src/content/open-atlas.ts';
import { openSession } from '../../src/content/session.ts';
import { formatProblem, type Problem } from '../../src/knowledge/problem.ts';
import { problemsWords } from '../../src/words/words.ts';
import { findLostWords } from './lost-words.ts';

/** A folder of notes: contents by path. */
export type FolderFiles = Readonly<Record<string, string | Uint8Array>>;

/** A folder of a few kB that takes longer than this to be read, checked and drawn has found something slow. */
const mostSeconds = 5;

/** A place on the disk where folders are judged one after the other. */
export interface Court {
  /** What is wrong with how a folder is read, checked and drawn: a line each, none where all is well. Never throws. */
  judge: (files: FolderFiles) => Promise<string[]>;
  close: () => void;
}

/** Opens a place for folders. It is this process's content folder until it is closed: one at a time. */
export function openCourt(): Court {
  const root = mkdtempSync(join(tmpdir(), 'atlas-fuzz-'));
  const folder = join(root, 'notes');
  const before = process.env['CONTENT_DIR'];
  process.env['CONTENT_DIR'] = folder;
  return {
    judge: async (files) => {
      rmSync(folder, { recursive: true, force: true });
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      const warn = console.warn;
      const warnings: string[] = [];
      console.warn = (line: unknown) => warnings.push(String(line));
      const start = process.cpuUsage();
      try {
        const faults = await judge(files, warnings);
        const { user, system } = process.cpuUsage(start);
        const seconds = (user + system) / 1e6;
        return seconds > mostSeconds ? [...faults, `slow: ${seconds.toFixed(1)} s`] : faults;
      } catch (error) {
        return [`exception: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
      } finally {
        console.warn = warn;
      }
    },
    close: () => {
      if (before === undefined) delete process.env['CONTENT_DIR'];
      else process.env['CONTENT_DIR'] = before;
      openSession().refresh();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function judge(files: FolderFiles, warnings: string[]): Promise<string[]> {
  const session = openSession();
  session.refresh();
  const atlas = await session.atlas();
  const problems = checkAtlas(atlas, '2026-01-01');
  const faults: string[] = [];
  for (const note of [...atlas.library.notes, ...atlas.library.unlisted]) {
    const html = await renderNote(note, atlas);
    readMadePage(`${note.address}/index.html`, `<main><div data-pagefind-body>${html}</div></main>`);
    const path = `${atlas.name}/${note.path}`;
    const lines = problems.flatMap((problem) => {
      // What is left out over several lines says how many.
      const count = Number(/\((\d+)(?:줄| lines)\)/u.exec(problem.message)?.[1] ?? 1);
      return problem.path === path
        ? Array.from({ length: count }, (_, line) => problem.line - note.bodyLine + line)
        : [];
    });
    // What stands above the text counts as well, the note's name, and what a problem quotes, wherever it points.
    const said = problems.filter((problem) => problem.path === path).map(({ message }) => message);
    const shown = [html, note.title, ...said].join('\n');
    const lost = findLostWords(note.body, { html: shown, lines: new Set(lines) });
    if (lost.length) faults.push(`lost words: ${note.path}: ${lost.join(' ')}`);
  }
  for (const { write } of listNoteFiles(atlas, false).values()) write();
  const unforeseen = problemsWords().faults.unforeseen('', '').slice(-20);
  for (const line of [...problems.map(formatProblem), ...warnings])
    if (line.includes(unforeseen)) faults.push(`unforeseen: ${line}`);
  return [...faults, ...findLostNotes(files, atlas, problems), ...findNowhere(files, atlas, problems)];
}

/** Every file is a note, is kept back, or a problem says why it is none. */
function findLostNotes(files: FolderFiles, atlas: Atlas, problems: readonly Problem[]): string[] {
  const { library, held } = atlas;
  const known = new Set([...library.notes, ...library.unlisted, ...held].map(({ path }) => path));
  for (const { path } of problems) known.add(path.slice(atlas.name.length + 1));
  return Object.keys(files)
    .filter((path) => /\.mdx?$/u.test(path) && !known.has(path))
    .map((path) => `lost note: ${path}`);
}

/** Every problem names a line that its file has. */
function findNowhere(files: FolderFiles, atlas: Atlas, problems: readonly Problem[]): string[] {
  return problems.flatMap((problem) => {
    const content = files[problem.path.slice(atlas.name.length + 1)];
    const text = typeof content === 'string' ? content : Buffer.from(content ?? '').toString('utf8');
    const lines = text.split(/\r\n?|[\n\u0085\u2028\u2029]/u).length;
    const { line, column } = problem;
    const isPlace = content !== undefined && line >= 1 && line <= lines && column >= 1;
    return isPlace ? [] : [`no place: ${formatProblem(problem)}`];
  });
}
