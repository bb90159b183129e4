import type { Problem } from '../knowledge/problem.ts';
import { problemsWords } from '#words';

/** What was being done with a note when a fault came up that nobody foresaw. */
export type Step = keyof ReturnType<typeof problemsWords>['faults']['steps'];

/**
 * A fault that nobody foresaw, as a problem of the note that brought it up: it costs that note, and no stack trace
 * reaches whoever only wrote it.
 */
export function describeFault(step: Step, error: unknown): Omit<Problem, 'path'> {
  const { faults } = problemsWords();
  // The stack runs out where quotes, lists or brackets stand thousands deep.
  const reason =
    error instanceof RangeError ? faults.tooDeep : error instanceof Error ? error.message : String(error);
  const message = faults.unforeseen(faults.steps[step], reason);
  return { line: 1, column: 1, severity: 'error', kind: 'markdown', message };
}
