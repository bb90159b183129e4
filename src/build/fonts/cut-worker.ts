/** A thread that cuts fonts: each cut takes a processor for a third of a second. */
import { parentPort } from 'node:worker_threads';
import type { Reply } from '../worker-pool.ts';
import type { Cut } from './cut.ts';
import { makeCut } from './make-cut.ts';

parentPort?.on('message', (cut: Cut) => {
  makeCut(cut).then(
    (answer) => parentPort?.postMessage({ answer } satisfies Reply<Uint8Array>),
    (error: unknown) => parentPort?.postMessage({ error: String(error) } satisfies Reply<Uint8Array>),
  );
});
