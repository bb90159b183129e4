import { resolve } from 'node:path';
import { readLayoutProblems } from '../build/draw-diagrams.ts';
import { openProjectStore } from '../build/open-store.ts';
import { checkAtlas, countProblems } from '../content/check-atlas.ts';
import { describeFault } from '../content/faults.ts';
import { isTemplateFolder } from '../content/hidden-names.ts';
import { looksPrivate } from '../content/visibility.ts';
import { NotAFolder } from '../content/read-folder.ts';
import type { Atlas } from '../content/open-atlas.ts';
import { writeSchemas } from '../content/write-schemas.ts';
import { openSession } from '../content/session.ts';
import { groupBy } from '../knowledge/note-page.ts';
import { formatProblem, NamedFault, type Problem, sortProblems, toPrintable } from '../knowledge/problem.ts';
import { expectCache, notesFolder } from './folders.ts';
import { printReport } from './print-report.ts';
import { commandsWords } from '#words';

export interface CheckedContent {
  /** Null when the folder cannot be opened. */
  atlas: Atlas | null;
  problems: Problem[];
  hasErrors: boolean;
}

/**
 * Reads and checks the content folder and prints every problem.
 * @param isGrouped problems are printed by kind, with counts and their first places
 */
export async function checkContent(
  print: (line: string) => void = (line) => console.log(line),
  isGrouped = false,
): Promise<CheckedContent> {
  try {
    await expectCache();
    openProjectStore();
    const atlas = await openSession().atlas();
    if (atlas.isProjectOwn && !process.env['CI']) await writeSchemas(atlas);
    const problems = sortProblems([...checkAtlas(atlas), ...(await readLayoutProblems(atlas))]);
    if (isGrouped) printReport(problems, print);
    else for (const problem of problems) print(formatProblem(problem));
    for (const line of listHeld(atlas)) print(line);
    print(commandsWords().notesChecked(atlas.library.notes.length, countProblems(problems)));
    return { atlas, problems, hasErrors: problems.some((problem) => problem.severity === 'error') };
  } catch (error) {
    const folder = notesFolder();
    if (error instanceof NamedFault) {
      print(error.message);
      return { atlas: null, problems: [], hasErrors: true };
    }
    const reason = reasonOf(error, folder);
    if (reason === null) {
      if (process.env['ATLAS_DEBUG']) console.error(error);
      print(formatProblem({ path: folder, ...describeFault('read', error) }));
      print(countProblems([{ path: folder, ...describeFault('read', error) }]));
      return { atlas: null, problems: [], hasErrors: true };
    }
    const words = commandsWords();
    const problem = { line: 1, column: 1, severity: 'error', kind: 'markdown' } as const;
    print(formatProblem({ path: folder, ...problem, message: words.notOpened(reason) }));
    print(words.notesChecked(0, words.problemCount(1, 0)));
    return { atlas: null, problems: [], hasErrors: true };
  }
}

/** Why the folder of notes itself cannot be opened; null for every other error. */
function reasonOf(error: unknown, folder: string): string | null {
  if (error instanceof NotAFolder) return commandsWords().notAFolder;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined || path === undefined || resolve(path) !== resolve(folder)) return null;
  const words = commandsWords();
  const reasons: Record<string, string> = {
    ENOENT: words.noFolder,
    EACCES: words.noAccess,
    ENOTDIR: words.notAFolder,
    ELOOP: words.leadsInCircles,
  };
  return reasons[code] ?? code;
}

/** Where another tool than the folder's would keep back: `templates/a.md`, `_index.md`. */
function isShownByTool(path: string): boolean {
  const steps = path.split('/');
  return /^_index\.mdx?$/iu.test(steps.pop() ?? '') || steps.some((step) => isTemplateFolder(step));
}

/** How many of a reason's notes are named. */
const mostNamed = 5;
/** Of those that only look as if they should be. */
const mostDoubted = 3;

/** What was kept back and why, so that nobody is surprised by what is missing, or by what is not. */
function listHeld({ held, library, drafts }: Atlas): string[] {
  const words = commandsWords();
  const name = (paths: readonly string[]) => paths.slice(0, mostNamed).map(toPrintable);
  const lines = groupBy(held, ({ by }) => by).map(([by, notes]) =>
    words.heldBack(by, notes.length, name(notes.map(({ path }) => path))),
  );
  const shown = library.notes.map(({ path }) => path).filter(isShownByTool);
  if (shown.length) lines.push(words.shownByTool(shown.length, name(shown)));
  const doubted = library.notes.filter(looksPrivate).map(({ path }) => path);
  if (doubted.length)
    lines.push(words.looksPrivate(doubted.length, doubted.slice(0, mostDoubted).map(toPrintable)));
  const ofThings = library.notes.flatMap(({ id, path }) => {
    const by = drafts.get(id)?.visibility.ofThing;
    return by === undefined ? [] : [{ by, path }];
  });
  for (const [by, notes] of groupBy(ofThings, (each) => each.by))
    lines.push(
      words.ofThing(
        by,
        notes.length,
        notes.slice(0, mostDoubted).map(({ path }) => toPrintable(path)),
      ),
    );
  const unlisted = library.unlisted.map(({ path }) => path);
  return unlisted.length ? [...lines, words.unlisted(unlisted.length, name(unlisted))] : lines;
}
