/** A thread that makes the files of search, which needs a processor for seconds. */
import { parentPort } from 'node:worker_threads';
import { makeSearchFiles, type PackedSearch, type SearchFacts } from './search-files.ts';
import type { Reply } from './worker-pool.ts';

parentPort?.on('message', (facts: SearchFacts) => {
  makeSearchFiles(facts).then(
    (answer) => parentPort?.postMessage({ answer } satisfies Reply<PackedSearch>),
    (error: unknown) =>
      parentPort?.postMessage({
        error: error instanceof Error ? error.message : String(error),
      } satisfies Reply<PackedSearch>),
  );
});
