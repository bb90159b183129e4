/** Runs the search engine beside the page, so that typing never waits for it. */
import { createEngine } from './engine.ts';
import { createHandover, keptName } from './handed-files.ts';
import type { HandedFile } from './handed-files.ts';
import type { Engine, SearchOptions, SearchOutcome } from './engine.ts';
import { browserAccess, loadSource, SearchLoadError } from './load-source.ts';
import type { PagefindModule } from './load-source.ts';

let engine: Promise<Engine> | undefined;

/** Files that could not be had. Pagefind swallows that, so the worker looks at what it fetches. */
let failures = 0;
const handover = createHandover();
const fetchFile = globalThis.fetch.bind(globalThis);
globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : new URL(input, location.href).href;
  const handed = await handover.take(url);
  if (handed !== null) return new Response(handed);
  try {
    // Offline there is nothing to try: the browser would only report an error. A kept copy of the site answers.
    if (!navigator.onLine && self.name !== keptName) throw new TypeError('offline');
    const response = await fetchFile(input, init);
    if (!response.ok) failures++;
    return response;
  } catch (error) {
    failures++;
    throw error;
  }
};

// What Pagefind reports in its own words is told to the reader in ours.
const report = console.error.bind(console);
console.error = (...parts: unknown[]) => {
  if (!String(parts[0]).startsWith('Failed to load the')) report(...parts);
};

function openEngine(root: string): Promise<Engine> {
  engine ??= loadSource(root, {
    ...browserAccess,
    importPagefind: importHanded,
    takeHanded: handover.take,
    handOver: (url, buffer) => handover.receive({ expect: url, buffer }),
    countFailures: () => failures,
  }).then(createEngine);
  // A failure is not remembered: the index may be there, or the network back, at the next try.
  engine.catch(() => (engine = undefined));
  return engine;
}

/** Runs a program that the page has fetched, and fetches it where that cannot be. */
async function importHanded(url: string): Promise<PagefindModule> {
  const code = await handover.take(url);
  if (code === null) return browserAccess.importPagefind(url);
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  try {
    return await browserAccess.importPagefind(address).catch(() => browserAccess.importPagefind(url));
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function answer({ root, query, options }: WorkerRequest): Promise<WorkerReply['answer']> {
  try {
    const opened = await openEngine(root);
    return query === undefined ? { ok: true } : { ok: true, outcome: await opened.search(query, options) };
  } catch (error) {
    return { ok: false, offline: error instanceof SearchLoadError && error.offline };
  }
}

addEventListener('message', ({ data }: MessageEvent<WorkerRequest | HandedFile>) => {
  if ('expect' in data) {
    handover.receive(data);
    return;
  }
  void answer(data).then((reply) => postMessage({ id: data.id, answer: reply } satisfies WorkerReply));
});

/** Without `query` the engine is only made ready. */
export interface WorkerRequest {
  id: number;
  /** Absolute URL of the site's root, with a slash at its end. */
  root: string;
  query?: string;
  options?: SearchOptions;
}

export interface WorkerReply {
  id: number;
  answer: { ok: true; outcome?: SearchOutcome } | { ok: false; offline: boolean };
}
