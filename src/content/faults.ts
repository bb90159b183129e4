import { NamedFault, type Problem, toPrintable } from '../knowledge/problem.ts';
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

/** An error of the operating system: a full disk, a file that may not be read. */
export function isOfSystem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

/**
 * An error on its way to whoever runs a build. One that nobody foresaw is said with its place and step, and asks for a
 * report; one that has words of its own (`NamedFault`, the operating system's) is returned as it is.
 * @param place the note or file that was being made; empty where there is none, or where the error names it
 */
export function nameSlip(error: unknown, place: string, step: string): unknown {
  if (error instanceof NamedFault || isOfSystem(error)) return error;
  const said = problemsWords().faults.unforeseen(step, toPrintable(messageOf(error)));
  return new NamedFault(place ? `${place}: ${said}` : said, { cause: error });
}
