import { expect, test } from 'vitest';
import type { Problem } from '../../../src/knowledge/problem.ts';
import { groupProblems, summariseLosses } from '../../../src/knowledge/problem-report.ts';

const problem = (
  kind: Problem['kind'],
  line: number,
  message: string,
  severity: Problem['severity'] = 'warning',
) => ({
  ...{ path: `n${line % 3}.md`, line, column: 1, severity, kind, message },
});

test('problems are grouped by kind, those that stop a build first, alike messages together', () => {
  const groups = groupProblems([
    ...Array.from({ length: 8 }, (_, index) => problem('link', index + 1, `"${index}.md" is not there`)),
    problem('link', 20, 'the scheme obsidian: is not known'),
    problem('front-matter', 3, 'no title', 'error'),
  ]);
  expect(groups.map(({ kind, errors, warnings, files }) => ({ kind, errors, warnings, files }))).toEqual([
    { kind: 'front-matter', errors: 1, warnings: 0, files: 1 },
    { kind: 'link', errors: 0, warnings: 9, files: 3 },
  ]);
  expect(groups[1]?.messages.map(({ count, first }) => [count, first.length])).toEqual([
    [8, 5],
    [1, 1],
  ]);
});

test('what was not understood is said in at most three rows', () => {
  const rows = summariseLosses([
    problem('link', 1, 'a'),
    problem('anchor', 2, 'b'),
    problem('markdown', 3, 'c'),
    problem('diagram', 4, 'd'),
    problem('image', 5, 'e'),
    problem('date', 6, 'old'),
  ]);
  expect(rows.map(({ loss, count, files }) => [loss, count, files])).toEqual([
    ['shownAsWritten', 1, 1],
    ['leadsNowhere', 2, 2],
    ['notShown', 2, 2],
  ]);
  expect(summariseLosses([])).toEqual([]);
});
