import { problemsWords } from '#words';
import type { Problem } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Days that contradict each other or are still to come, and notes whose day of review has passed. */
export const findDateProblems: Rule = ({ library, locate, locateData, sourcesFile, today, isStrict }) => {
  const words = problemsWords().dates;
  const severity = isStrict ? 'error' : 'warning';
  const problems: Problem[] = [];
  // Where an author sits, the day may have begun earlier.
  const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
  for (const { id, path, collection, asOf, reviewBy } of library.notes) {
    const say = (field: string, weight: Problem['severity'], message: string) =>
      problems.push({ path, ...locate(id, [field]), severity: weight, kind: 'date', message });
    // A day that is not written as such (a plain note's date, that in a file's name) may be that of an appointment.
    const isWritten =
      collection !== library.subject.plain.name && locate(id, ['asOf']).line > locate(id, ['']).line;
    if (asOf !== undefined && asOf > tomorrow && isWritten) say('asOf', severity, words.toCome('asOf', asOf));
    if (reviewBy === undefined) continue;
    if (asOf !== undefined && reviewBy < asOf)
      say('reviewBy', severity, words.reviewedBefore(reviewBy, asOf));
    else if (reviewBy < today) say('reviewBy', 'warning', words.overdue(reviewBy));
  }
  library.sources.forEach(({ date, checked }, index) => {
    const say = (field: string, message: string) =>
      problems.push({
        path: sourcesFile,
        ...locateData(sourcesFile, [index, field]),
        severity,
        kind: 'date',
        message,
      });
    if (checked > tomorrow) say('checked', words.toCome('checked', checked));
    else if (date !== undefined && date > checked.slice(0, date.length))
      say('date', words.checkedBefore(date, checked));
  });
  return problems;
};
