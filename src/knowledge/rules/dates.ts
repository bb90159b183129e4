import type { Problem } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Days that contradict each other, and notes whose day of review has passed. */
export const findDateProblems: Rule = ({ library, locate, today }) => {
  const problems: Problem[] = [];
  for (const { id, path, asOf, reviewBy } of library.notes) {
    if (asOf === undefined || reviewBy === undefined) continue;
    if (reviewBy < asOf) {
      const message = `다음 검토일(${reviewBy})이 기준일(${asOf})보다 앞섭니다`;
      problems.push({ path, ...locate(id, ['reviewBy']), severity: 'error', kind: 'date', message });
    } else if (reviewBy < today) {
      const message = `검토할 날(${reviewBy})이 지났습니다. 내용을 다시 확인하고 asOf와 reviewBy를 고치십시오`;
      problems.push({ path, ...locate(id, ['reviewBy']), severity: 'warning', kind: 'date', message });
    }
  }
  return problems;
};
