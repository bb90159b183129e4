import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { commandsWords } from '#words';
import { messageOf } from '../content/faults.ts';
import { NamedFault } from '../knowledge/problem.ts';

/** What a note's own code may take, in milliseconds; a page takes a fraction of a second. */
const limit = 60_000;

/** Watches over the code that our own MDX notes bring into the build. */
export interface CodeWatch {
  /** Says whose code runs from now on, by the note's path; null for nobody's. */
  enter: (path: string | null) => void;
  /** An error that came up while the pages are made, with the name of the note whose code ran. */
  name: (error: unknown) => unknown;
  /** Ends the watch: the pages are made. */
  close(): Promise<void>;
}

/** Runs beside the build, which a note's endless loop would stop from looking at a clock. */
const watcher = `
const { workerData } = process.getBuiltinModule('node:worker_threads');
const { writeSync } = process.getBuiltinModule('node:fs');
const { shared, limit, messages, memory, memoryMessages } = workerData;
const stop = (message) => {
  writeSync(2, message + '\\n');
  process.kill(process.pid, 'SIGKILL');
};
const state = new Int32Array(shared);
let turn = 0, since = Date.now();
setInterval(() => {
  const now = Atomics.load(state, 0), note = Atomics.load(state, 1);
  // The engine would end the process with a dump of its own.
  if (note >= 0 && process.memoryUsage.rss() > memory) stop(memoryMessages[note]);
  if (now !== turn || note < 0) { turn = now; since = Date.now(); return; }
  if (Date.now() - since >= limit) stop(messages[note]);
}, 20);
`;

/**
 * Sees to it that no note's code ends or holds the build unnoticed: one that runs for more than a minute ends it with
 * the note's name, and a process that ends before the pages are made does not end with success.
 * @param paths the notes whose code will run; with none, nothing is watched
 * @param milliseconds the limit, for tests
 */
export async function watchCode(paths: readonly string[], milliseconds = limit): Promise<CodeWatch> {
  if (!paths.length)
    return { enter: () => undefined, name: (error) => error, close: () => Promise.resolve() };
  const shared = new SharedArrayBuffer(8);
  const state = new Int32Array(shared);
  Atomics.store(state, 1, -1);
  const words = commandsWords().noteCode;
  const messages = paths.map((path) => words.tooLong(path, Math.round(milliseconds / 1000)));
  const { heap_size_limit: heap } = getHeapStatistics();
  const memory = Math.max(heap * 0.7, process.memoryUsage.rss() + heap * 0.4);
  const memoryMessages = paths.map((path) => words.tooLarge(path, Math.round(memory / 2 ** 20)));
  const worker = new Worker(watcher, {
    eval: true,
    workerData: { shared, limit: milliseconds, messages, memory, memoryMessages },
  });
  // It cannot start while a note's loop holds this thread.
  await once(worker, 'online');
  worker.unref();
  let current: string | null = null;
  const notDone = () => {
    writeSync(2, `${words.ended(current)}\n`);
    process.exitCode = 1;
  };
  process.once('exit', notDone);
  /** Whose code has run. */
  const entered = new Set<string>();
  // What a note's code left for later fails outside of every page.
  const failLater = (error: unknown) => {
    const whose = current === null ? [...entered].slice(0, 5) : [current];
    writeSync(2, `${words.failed(whose, messageOf(error))}\n`);
    process.off('exit', notDone);
    process.exit(1);
  };
  // Before what packages do of their own with a rejection, which is to abort.
  process.prependListener('unhandledRejection', failLater);
  process.prependListener('uncaughtException', failLater);
  return {
    name(error) {
      if (current === null) return error;
      return new NamedFault(words.failed([current], messageOf(error)), { cause: error });
    },
    enter(path) {
      current = path;
      if (path !== null) entered.add(path);
      Atomics.store(state, 1, path === null ? -1 : paths.indexOf(path));
      Atomics.add(state, 0, 1);
    },
    async close() {
      // Pages may be made without a pause, and what a note left to fail fails in the next one.
      await setImmediate();
      process.off('exit', notDone);
      process.off('uncaughtException', failLater);
      process.off('unhandledRejection', failLater);
      await worker.terminate();
    },
  };
}
