import { Worker } from 'node:worker_threads';

/** Threads that answer questions, one at a time each. */
export interface WorkerPool<Question, Answer> {
  /** Rejects when the work fails, and when its thread ends without an answer. */
  ask: (question: Question) => Promise<Answer>;
  /** Starts a thread before there is a question: loading what it runs takes it a while. */
  warm: () => void;
  close: () => Promise<void>;
}

/**
 * Threads are started as they are needed, `most` at the same time.
 * @param module what a thread runs: it calls `answerQuestions` (`answer-questions.ts`)
 * @param worth how many questions wait before another thread is started beside those that work
 */
export function openWorkerPool<Question, Answer>(
  module: URL,
  most: number,
  worth = 1,
): WorkerPool<Question, Answer> {
  interface Job {
    question: Question;
    done: (answer: Answer) => void;
    fail: (error: Error) => void;
  }
  const queue: Job[] = [];
  let isClosed = false;
  /** What each thread works on. */
  const threads = new Map<Worker, Job | undefined>();
  const start = (): Worker => {
    const worker = new Worker(module);
    const end = (error: Error) => {
      const job = threads.get(worker);
      threads.delete(worker);
      job?.fail(error);
      next();
    };
    worker.on('message', ({ answer, error }: Reply<Answer>) => {
      const job = threads.get(worker);
      threads.set(worker, undefined);
      if (error === undefined) job?.done(answer as Answer);
      else job?.fail(new Error(error));
      next();
    });
    worker.on('error', end);
    worker.on('exit', (code) => end(new Error(`${module.pathname} ended (${code})`)));
    return worker;
  };
  const next = () => {
    const idle = [...threads].find(([, job]) => !job)?.[0];
    if (!queue.length) return;
    if (!idle && threads.size > 0 && (threads.size >= most || queue.length < worth)) return;
    const worker = idle ?? start();
    const job = queue.shift();
    threads.set(worker, job);
    worker.postMessage(job?.question);
  };
  return {
    ask: (question) =>
      new Promise((done, fail) => {
        // Nobody would end the thread that it starts.
        if (isClosed) return fail(new Error(`${module.pathname} is closed`));
        queue.push({ question, done, fail });
        next();
      }),
    warm: () => {
      if (!threads.size) threads.set(start(), undefined);
    },
    close: async () => {
      isClosed = true;
      // Or a thread that ends would make room for one more.
      for (const { fail } of queue.splice(0)) fail(new Error(`${module.pathname} is closed`));
      await Promise.all([...threads.keys()].map((worker) => worker.terminate()));
    },
  };
}

/** What a thread says of a question. */
export interface Reply<Answer> {
  answer?: Answer;
  /** Why there is no answer. */
  error?: string;
}
