import type { HookParameters } from 'astro';
import { checkAtlas } from '../../content/check-atlas.ts';
import { openSession } from '../../content/session.ts';
import { formatProblem, type Problem } from '../../knowledge/problem.ts';

type DevServer = HookParameters<'astro:server:setup'>['server'];

/** Milliseconds in which saves that belong together are read together. */
const together = 40;

/** What follows the author's edits. */
export interface FollowedFiles {
  /** Resolves when every edit that was noticed has been read. */
  settled: () => Promise<void>;
  /** Paths of notes that cannot be shown as they are written now. */
  broken: () => ReadonlySet<string>;
}

/**
 * Reads the folder anew after every edit, in turn: at any time one reading runs, and edits made meanwhile are read by
 * the next. Pages that are open reload where they are; the overlay lists what is wrong.
 * @param renewed called after each reading, before pages reload
 */
export function followFiles(
  server: DevServer,
  root: string,
  renewed: () => Promise<void>,
  say: (line: string) => void,
): FollowedFiles {
  const session = openSession();
  let broken: ReadonlySet<string> = new Set();
  let waiting: Promise<void> | null = null;
  let reading: Promise<void> = Promise.resolve();
  const read = async () => {
    session.refresh();
    const atlas = await session.atlas();
    const problems = checkAtlas(atlas);
    for (const problem of problems) say(formatProblem(problem));
    const errors = problems.filter(({ severity }) => severity === 'error');
    broken = new Set(
      errors
        .filter(({ kind }) => ['front-matter', 'markdown', 'diagram'].includes(kind))
        .map(({ path }) => path.slice(atlas.name.length + 1)),
    );
    await renewed();
    // Astro remembers which pages there are until it is told otherwise.
    for (const environment of Object.values(server.environments))
      environment.hot.send('astro:content-changed', {});
    server.ws.send({ type: 'full-reload', path: '*' });
    if (errors.length) showOverlay(server, errors);
  };
  const notice = () => {
    // An edit that comes before the reading has begun is read by it.
    waiting ??= new Promise((resume) => setTimeout(resume, together)).then(() => {
      reading = reading.then(() => {
        waiting = null;
        return read().catch((error: unknown) => say(String(error)));
      });
      return reading;
    });
  };
  server.watcher.add(root);
  server.watcher.on('all', (_, path) => {
    if (path.startsWith(root) && !/[\\/]_drawn[\\/]|section-ids\.lock/u.test(path)) notice();
  });
  return {
    settled: async () => {
      while (waiting) await waiting;
      await reading;
    },
    broken: () => broken,
  };
}

/** All that is wrong, in the page itself. */
function showOverlay(server: DevServer, problems: readonly Problem[]): void {
  const [first] = problems;
  if (!first) return;
  server.ws.send({
    type: 'error',
    err: {
      message: problems.map(formatProblem).join('\n'),
      stack: '',
      loc: { file: first.path, line: first.line, column: first.column },
    },
  });
}
