import type { z } from 'zod';
import { problemsWords } from '#words';
import type { ProblemKind } from '../knowledge/problem.ts';
import { findNearest } from '../knowledge/text.ts';

type Issue = z.core.$ZodIssue;

interface Described {
  path: PropertyKey[];
  kind: ProblemKind;
  message: string;
}

/**
 * A schema issue in the author's words, once for each field it is about.
 * @param known names that the data may use at a path
 */
export function describeIssue(
  issue: Issue,
  data: unknown,
  known: (path: readonly PropertyKey[]) => readonly string[],
): Described[] {
  const words = problemsWords().fields;
  const name = issue.path.map(String).join('.') || words.frontMatter;
  const value = valueAt(data, issue.path);
  if (issue.code === 'unrecognized_keys') {
    const here = known(issue.path);
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      kind: 'front-matter',
      message: words.unknown(key, findNearest(key, here)[0], here),
    }));
  }
  const options =
    issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)
      ? issue.options.map(String)
      : [];
  if (value === undefined && issue.path.length) {
    const values = issue.code === 'invalid_value' ? issue.values.map(String) : options;
    return [described(issue, 'front-matter', words.missing(name, values))];
  }
  if (issue.code === 'invalid_union') {
    if (options.length) return [described(issue, 'front-matter', words.oneOf(name, options))];
    return [
      described(issue, isAboutDays(issue.message) ? 'date' : 'front-matter', `${name}: ${issue.message}`),
    ];
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const kind = name.startsWith('relations') ? 'relation' : 'front-matter';
    const [nearest] = findNearest(String(value), values);
    return [described(issue, kind, words.noValue(name, String(value), nearest, values))];
  }
  if (issue.code === 'invalid_type') {
    const types: Record<string, string> = words.types;
    return [
      described(
        issue,
        'front-matter',
        words.wrongType(name, types[issue.expected] ?? issue.expected, typeName(value, types)) +
          (issue.expected === 'string' && ['number', 'boolean'].includes(typeof value) ? words.inQuotes : ''),
      ),
    ];
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') {
    const impossible = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value);
    return [
      described(issue, 'date', impossible ? words.noSuchDay(name, value) : words.noDate(name, String(value))),
    ];
  }
  return [
    described(issue, isAboutDays(issue.message) ? 'date' : 'front-matter', `${name}: ${issue.message}`),
  ];
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isExistingDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function described(issue: Issue, kind: ProblemKind, message: string): Described {
  return { path: issue.path, kind, message };
}

function isAboutDays(message: string): boolean {
  const words = problemsWords();
  return [words.dayExpected, words.monthExpected, words.yearExpected].includes(message);
}

function typeName(value: unknown, types: Readonly<Record<string, string>>): string {
  if (value === null) return types['null'] ?? 'null';
  if (Array.isArray(value)) return types['array'] ?? 'array';
  return types[typeof value] ?? typeof value;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
    data,
  );
}
