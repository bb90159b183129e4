/** Run by `worker-pool.test.ts`: answers with the double, fails at zero, and ends at a negative number. */
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', (number: number) => {
  if (number < 0) process.exit(3);
  if (number === 1.5) throw new Error('thrown');
  parentPort?.postMessage(number ? { answer: number * 2 } : { error: 'zero' });
});
