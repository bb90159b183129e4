import { checkAtlas } from '../../content/check-atlas.ts';
import { sourcesFile } from '../../content/open-atlas.ts';
import { openSession } from '../../content/session.ts';
import { formatProblem, type Problem } from '../../knowledge/problem.ts';
import type { LivePages } from './live-pages.ts';

/** Milliseconds in which saves that belong together are read together. */
const together = 25;

/** What follows the author's edits. */
export interface FollowedFiles {
  /** Takes notice of a change of a file. */
  notice: (path: string) => void;
  /**
   * Resolves when every edit that was noticed before the call has been read. What comes out is the number of that
   * reading: later ones have higher ones.
   */
  settled: () => Promise<number>;
  /** Paths of notes that cannot be shown as they are written now. */
  broken: () => ReadonlySet<string>;
}

/**
 * Reads the folder anew after every edit, in turn: at any time one reading runs, and edits made meanwhile are read by
 * the next. Pages that are open are told; problems that were not there before are printed.
 * @param renewed called after each reading, before pages load again
 */
export function followFiles(
  pages: Pick<LivePages, 'tell'>,
  renewed: () => Promise<void>,
  print: (line: string) => void,
): FollowedFiles {
  const session = openSession();
  let broken: ReadonlySet<string> = new Set();
  let printed: ReadonlySet<string> | null = null;
  let waiting: Promise<void> | null = null;
  // Those of a server that was here before are others.
  let readings = Math.round(performance.timeOrigin);
  const look = async (isRenewed: boolean) => {
    const atlas = await (isRenewed ? session.renew() : session.atlas());
    const problems = checkAtlas(atlas);
    const pathOf = ({ path }: Problem) => path.slice(atlas.name.length + 1);
    const errors = problems.filter(({ severity }) => severity === 'error');
    broken = new Set(
      errors.filter(({ kind }) => ['front-matter', 'markdown', 'diagram'].includes(kind)).map(pathOf),
    );
    readings++;
    await renewed();
    const notes = new Map(atlas.library.notes.map((note) => [note.path, note.address]));
    const warnings = problems.filter(({ severity }) => severity === 'warning');
    const lists = [sourcesFile, atlas.termsFile];
    const reading = readings;
    pages.tell((address) => ({
      reading,
      errors: errors.map(formatProblem),
      // What is wrong with the declaration, or with sources and terms, may show on any page.
      warnings: warnings
        .filter(
          (problem) =>
            problem.kind === 'declaration' ||
            lists.includes(pathOf(problem)) ||
            notes.get(pathOf(problem)) === address,
        )
        .map(formatProblem),
    }));
    const lines = problems.map(formatProblem);
    for (const line of lines) if (printed && !printed.has(line)) print(line);
    printed = new Set(lines);
  };
  const read = (isRenewed: boolean) => look(isRenewed).catch((error: unknown) => print(String(error)));
  let reading = read(false);
  return {
    notice: (path) => {
      // Ids are kept there by a build; drawings, which are hidden, by this server.
      if (/section-ids\.lock$/u.test(path)) return;
      // An edit that comes before the reading has begun is read by it.
      waiting ??= new Promise((resume) => setTimeout(resume, together)).then(() => {
        reading = reading.then(() => {
          waiting = null;
          return read(true);
        });
        return reading;
      });
    },
    settled: async () => {
      // Edits that go on and on must not keep a page waiting: those noticed until now are read by this one.
      await (waiting ?? reading);
      return readings;
    },
    broken: () => broken,
  };
}
