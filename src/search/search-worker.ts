/** Runs the search engine beside the page, so that typing never waits for it. */
import { openEnglish } from './answers/question.ts';
import { createEngine } from './engine.ts';
import { createHandover, keptName } from './handed-files.ts';
import type { HandedFile } from './handed-files.ts';
import type { Engine, SearchOptions, SearchOutcome } from './engine.ts';
import { fetchFile, loadSource, SearchLoadError } from './load-source.ts';

let engine: Promise<Engine> | undefined;

const handover = createHandover();

async function loadFile(url: string): Promise<ArrayBuffer> {
  const handed = await handover.take(url);
  if (handed !== null) return handed;
  // Offline there is nothing to try: the browser would only report an error. A kept copy of the site answers.
  if (!navigator.onLine && self.name !== keptName) throw new SearchLoadError(true);
  return fetchFile(url);
}

function openEngine(root: string): Promise<Engine> {
  engine ??= loadSource(root, loadFile).then(createEngine);
  // A failure is not remembered: the index may be there, or the network back, at the next try.
  engine.catch(() => (engine = undefined));
  return engine;
}

/** Notes in English need both for every query; what asks for them waits for other files first. */
function expectEnglish(): void {
  void openEnglish();
  import('./stem-english.ts').catch(() => undefined);
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
  if (data.isEnglish) expectEnglish();
  void answer(data).then((reply) => postMessage({ id: data.id, answer: reply } satisfies WorkerReply));
});

/** Without `query` the engine is only made ready. */
export interface WorkerRequest {
  id: number;
  /** Absolute URL of the site's root, with a slash at its end. */
  root: string;
  /** The site is in English. */
  isEnglish: boolean;
  query?: string;
  options?: SearchOptions;
}

export interface WorkerReply {
  id: number;
  answer: { ok: true; outcome?: SearchOutcome } | { ok: false; offline: boolean };
}
