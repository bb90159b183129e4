import { parentPort } from 'node:worker_threads';
import type { Reply } from './worker-pool.ts';

/** Answers what a pool asks this thread (`worker-pool.ts`). */
export function answerQuestions<Question, Answer>(
  answer: (question: Question) => Answer | Promise<Answer>,
): void {
  const reply = (message: Reply<Answer>) => parentPort?.postMessage(message);
  parentPort?.on('message', (question: Question) => {
    Promise.resolve(question)
      .then(answer)
      .then(
        (made) => reply({ answer: made }),
        (error: unknown) => reply({ error: error instanceof Error ? error.message : String(error) }),
      );
  });
}
