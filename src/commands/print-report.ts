import { formatProblem, type Problem } from '../knowledge/problem.ts';
import { groupProblems, summariseLosses } from '../knowledge/problem-report.ts';
import { commandsWords } from '#words';

/** `check -- --report`: problems by kind with counts, the commonest message first, each with its first places. */
export function printReport(problems: readonly Problem[], print: (line: string) => void): void {
  const words = commandsWords().report;
  for (const { kind, errors, warnings, files, messages } of groupProblems(problems)) {
    print(words.group(words.kinds[kind], errors, warnings, files));
    for (const { count, first } of messages) {
      for (const problem of first) print(`  ${formatProblem(problem)}`);
      if (count > first.length) print(`  ${words.more(count - first.length)}`);
    }
    print('');
  }
}

/** What the site does not have as it was written, in at most three lines; none where everything was understood. */
export function describeLosses(problems: readonly Problem[]): string[] {
  const words = commandsWords().report;
  const lines = summariseLosses(problems).map(({ loss, count, files, first }) =>
    words[loss](
      count,
      files,
      first.map(({ path, line, column }) => `${path}:${line}:${column}`),
    ),
  );
  const last = lines.pop();
  return last === undefined ? [] : [...lines, `${last} — ${words.all}`];
}
