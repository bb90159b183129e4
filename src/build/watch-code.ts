import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { commandsWords } from '#words';

/** What a note's own code may take, in milliseconds; a page takes a fraction of a second. */
const limit = 60_000;

/** Watches over the code that our own MDX notes bring into the build. */
export interface CodeWatch {
  /** Says whose code runs from now on, by the note's path; null for nobody's. */
  enter: (path: string | null) => void;
  /** Ends the watch: the pages are made. */
  close(): Promise<void>;
}

/** Runs beside the build, which a note's endless loop would stop from looking at a clock. */
const watcher = `
const { workerData } = process.getBuiltinModule('node:worker_threads');
const { writeSync } = process.getBuiltinModule('node:fs');
const { shared, limit, messages } = workerData;
const state = new Int32Array(shared);
let turn = 0, since = Date.now();
setInterval(() => {
  const now = Atomics.load(state, 0), note = Atomics.load(state, 1);
  if (now !== turn || note < 0) { turn = now; since = Date.now(); return; }
  if (Date.now() - since < limit) return;
  writeSync(2, messages[note] + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 250);
`;

/**
 * Sees to it that no note's code ends or holds the build unnoticed: one that runs for more than a minute ends it with
 * the note's name, and a process that ends before the pages are made does not end with success.
 * @param paths the notes whose code will run; with none, nothing is watched
 * @param milliseconds the limit, for tests
 */
export async function watchCode(paths: readonly string[], milliseconds = limit): Promise<CodeWatch> {
  if (!paths.length) return { enter: () => undefined, close: () => Promise.resolve() };
  const shared = new SharedArrayBuffer(8);
  const state = new Int32Array(shared);
  Atomics.store(state, 1, -1);
  const words = commandsWords().noteCode;
  const messages = paths.map((path) => words.tooLong(path, Math.round(milliseconds / 1000)));
  const worker = new Worker(watcher, { eval: true, workerData: { shared, limit: milliseconds, messages } });
  // It cannot start while a note's loop holds this thread.
  await once(worker, 'online');
  worker.unref();
  let current: string | null = null;
  const notDone = () => {
    writeSync(2, `${words.ended(current)}\n`);
    process.exitCode = 1;
  };
  process.once('exit', notDone);
  return {
    enter(path) {
      current = path;
      Atomics.store(state, 1, path === null ? -1 : paths.indexOf(path));
      Atomics.add(state, 0, 1);
    },
    async close() {
      process.off('exit', notDone);
      await worker.terminate();
    },
  };
}
