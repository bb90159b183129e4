import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWorkerPool, type WorkerPool } from '../../../src/build/worker-pool.ts';

let pool: WorkerPool<number, number>;
beforeEach(() => (pool = openWorkerPool(new URL('answer-worker.ts', import.meta.url), 2)));
afterEach(() => pool.close());

test('more questions than threads are all answered', async () => {
  expect(await Promise.all([1, 2, 3, 4, 5].map(pool.ask))).toEqual([2, 4, 6, 8, 10]);
});

test('a thread that fails, throws or ends is a reason, not a wait, and the next question is answered', async () => {
  const answers = await Promise.allSettled([0, -1, 1.5, 1, 2].map(pool.ask));
  expect(
    answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : String(answer.reason))),
  ).toEqual(['Error: zero', expect.stringContaining('answer-worker.ts ended (3)'), 'Error: thrown', 2, 4]);
});

test('a pool that is closed answers nobody, and starts no thread for those that wait', async () => {
  const asked = Promise.allSettled([-1, 1, 2, 3, 4].map(pool.ask));
  await pool.close();
  const answers = await asked;
  await expect(pool.ask(1)).rejects.toThrow('answer-worker.ts is closed');
  expect(answers.slice(2).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
});
