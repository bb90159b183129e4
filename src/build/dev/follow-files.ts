import type { HookParameters } from 'astro';
import { checkAtlas } from '../../content/check-atlas.ts';
import { openSession } from '../../content/session.ts';
import { formatProblem, type Problem } from '../../knowledge/problem.ts';

type DevServer = HookParameters<'astro:server:setup'>['server'];
type Reload = { type: 'full-reload'; path: string };

/** Milliseconds in which saves that belong together are read together. */
const together = 40;

const shownEvent = 'atlas:shown';

/** The entry of a page's `Server-Timing` header that says after how many readings it was made. */
export const readingEntry = 'atlas-reading';

/** What open pages run: they say which reading they show. */
export const shownScript = `
const entry = performance.getEntriesByType('navigation')[0]?.serverTiming?.find(({ name }) => name === '${readingEntry}');
if (entry) import.meta.hot?.send('${shownEvent}', { reading: Number(entry.description) });
`;

/** What follows the author's edits. */
export interface FollowedFiles {
  /** Resolves when every edit that was noticed before the call has been read; how many readings there have been. */
  settled: () => Promise<number>;
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
  let readings = 0;
  const read = async () => {
    readings++;
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
  // A page that was asked for before the last reading and opened after it has missed the word to reload.
  server.ws.on(shownEvent, (shown: { reading: number }, client: { send: (payload: Reload) => void }) => {
    if (shown.reading < readings) client.send({ type: 'full-reload', path: '*' });
  });
  server.watcher.add(root);
  server.watcher.on('all', (_, path) => {
    if (path.startsWith(root) && !/[\\/]_drawn[\\/]|section-ids\.lock/u.test(path)) notice();
  });
  return {
    settled: async () => {
      // Edits that go on and on must not keep a page waiting: those noticed until now are read by this one.
      await (waiting ?? reading);
      return readings;
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
