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
  const reason = error instanceof RangeError ? faults.tooDeep : messageOf(error);
  const message = faults.unforeseen(faults.steps[step], reason);
  return { line: 1, column: 1, severity: 'error', kind: 'markdown', message };
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * An error on its way to whoever runs a build. One that the program itself has slipped on says where and in which step,
 * and asks for a report; any other has words of its own and is returned as it is.
 */
export function nameSlip(error: unknown, place: string, step: string): unknown {
  const isSlip = [TypeError, ReferenceError, RangeError, SyntaxError].some((kind) => error instanceof kind);
  if (!isSlip) return error;
  const said = problemsWords().faults.unforeseen(step, (error as Error).message);
  return new Error(place ? `${place}: ${said}` : said, { cause: error });
}
