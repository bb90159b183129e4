import { problemsWords } from '#words';
import type { Problem } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Days that contradict each other, and notes whose day of review has passed. */
export const findDateProblems: Rule = ({ library, locate, today, isStrict }) => {
  const problems: Problem[] = [];
  for (const { id, path, asOf, reviewBy } of library.notes) {
    if (asOf === undefined || reviewBy === undefined) continue;
    if (reviewBy < asOf) {
      const message = problemsWords().dates.reviewedBefore(reviewBy, asOf);
      problems.push({
        path,
        ...locate(id, ['reviewBy']),
        severity: isStrict ? 'error' : 'warning',
        kind: 'date',
        message,
      });
    } else if (reviewBy < today) {
      const message = problemsWords().dates.overdue(reviewBy);
      problems.push({ path, ...locate(id, ['reviewBy']), severity: 'warning', kind: 'date', message });
    }
  }
  return problems;
};
