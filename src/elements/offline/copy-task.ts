/** One copying at a time in all windows of this browser; whoever looks sees how far it is. */
import type { KeptCopy } from '../../knowledge/offline-copy.ts';
import { type CopyProgress, keepCopy } from './keep-copy.ts';

export interface CopyTask {
  done: Promise<KeptCopy>;
  stop: () => void;
  /** Called with every file that has come, and at once with where it stands. */
  watch: (tell: (progress: CopyProgress) => void) => void;
}

let task: CopyTask | null = null;

/** The copying that this page does now. */
export function currentTask(): CopyTask | null {
  return task;
}

/** Copies, after any other window that does; the task that runs already is returned as it is. */
export function startCopy(hasExtras: boolean): CopyTask {
  if (task) return task;
  const stop = new AbortController();
  const watchers: ((progress: CopyProgress) => void)[] = [];
  let last: CopyProgress | null = null;
  const tell = (progress: CopyProgress) => {
    last = progress;
    for (const watcher of watchers) watcher(progress);
  };
  const work = () => keepCopy(hasExtras, tell, stop.signal);
  const locks = navigator.locks as LockManager | undefined;
  const done = locks ? locks.request('atlas-copy', { signal: stop.signal }, work) : work();
  const started: CopyTask = {
    done: done.finally(() => (task = null)),
    stop: () => stop.abort(),
    watch: (watcher) => {
      watchers.push(watcher);
      if (last) watcher(last);
    },
  };
  task = started;
  return started;
}
