/** The page's end of the search: starts the worker when it is first needed and asks it. */
import type { Engine, SearchOptions, SearchOutcome } from './outcome.ts';
import { handedFiles, keptName } from './handed-files.ts';
import type { HandedFile } from './handed-files.ts';
import type { WorkerReply, WorkerRequest } from './search-worker.ts';

/** The search cannot be used now; `offline` when the network is the reason. */
export class SearchUnavailable extends Error {
  readonly offline: boolean;

  constructor(offline: boolean) {
    super(offline ? 'offline' : 'no search index');
    this.name = 'SearchUnavailable';
    this.offline = offline;
  }
}

/** Loads the index in the background. Never fails: a search that follows says what is wrong. */
export function warmSearch(): void {
  void ask().catch(() => undefined);
}

/** Searches. Throws `SearchUnavailable` when the index cannot be loaded. */
export async function searchNotes(query: string, options: SearchOptions = {}): Promise<SearchOutcome> {
  const outcome = await ask(query, options);
  if (outcome === undefined) throw new SearchUnavailable(false);
  return outcome;
}

/** The site's root as an absolute URL; `data-base` on `<html>` holds the path. */
export function getSiteRoot(): string {
  return new URL(document.documentElement.dataset['base'] ?? '/', location.href).href.replace(/\/?$/, '/');
}

let worker: Worker | null | undefined;
let engine: Promise<Engine> | undefined;
let lastId = 0;
const waiting = new Map<number, { resolve: (answer: WorkerReply['answer']) => void; reject: () => void }>();

async function ask(query?: string, options?: SearchOptions): Promise<SearchOutcome | undefined> {
  const running = startWorker();
  if (running === null) return askHere(query, options);
  const id = ++lastId;
  const request: WorkerRequest = {
    id,
    root: getSiteRoot(),
    isEnglish: document.documentElement.lang.startsWith('en'),
    ...(query !== undefined && { query }),
    ...(options && { options }),
  };
  const answer = await new Promise<WorkerReply['answer'] | null>((resolve) => {
    waiting.set(id, { resolve, reject: () => resolve(null) });
    running.postMessage(request);
  });
  if (answer === null) return askHere(query, options);
  if (!answer.ok) throw new SearchUnavailable(answer.offline || !navigator.onLine);
  return answer.outcome;
}

function startWorker(): Worker | null {
  if (worker !== undefined) return worker;
  try {
    const name = navigator.serviceWorker?.controller ? keptName : '';
    worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module', name });
  } catch {
    worker = null;
    return worker;
  }
  for (const path of handedFiles) {
    worker.postMessage({ expect: getSiteRoot() + path } satisfies HandedFile);
    void handOver(worker, path);
  }
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => {
    waiting.get(data.id)?.resolve(data.answer);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    // No worker here (an old browser, a strict policy): the page searches by itself from now on.
    worker = null;
    for (const { reject } of waiting.values()) reject();
    waiting.clear();
  });
  return worker;
}

/** Fetches a file and hands it to the worker, which waits for it: so it travels while the worker's own script does. */
async function handOver(to: Worker, path: string): Promise<void> {
  const url = getSiteRoot() + path;
  const buffer = await fetch(url).then(
    (response) => (response.ok ? response.arrayBuffer() : null),
    () => null,
  );
  to.postMessage({ expect: url, buffer } satisfies HandedFile, buffer === null ? [] : [buffer]);
}

async function askHere(query?: string, options?: SearchOptions): Promise<SearchOutcome | undefined> {
  const [{ createEngine }, { loadSource, SearchLoadError }] = await Promise.all([
    import('./engine.ts'),
    import('./load-source.ts'),
  ]);
  try {
    engine ??= loadSource(getSiteRoot()).then(createEngine);
    const opened = await engine;
    return query === undefined ? undefined : await opened.search(query, options);
  } catch (error) {
    engine = undefined;
    throw new SearchUnavailable((error instanceof SearchLoadError && error.offline) || !navigator.onLine);
  }
}
