import type { z } from 'zod';
import type { NoteCollection } from '../knowledge/note.ts';
import type { ProblemKind } from '../knowledge/problem.ts';
import { noteSchemas } from '../knowledge/schema.ts';
import { findNearest } from '../knowledge/text.ts';

type Issue = z.core.$ZodIssue;

interface Described {
  path: PropertyKey[];
  kind: ProblemKind;
  message: string;
}

/** A schema issue in the author's words, once for each field it is about. */
export function describeIssue(issue: Issue, data: unknown, collection: NoteCollection | 'source' | 'term'): Described[] {
  const name = issue.path.map(String).join('.') || '앞머리';
  const value = valueAt(data, issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(collection, data);
    return issue.keys.map((key) => {
      const [nearest] = findNearest(key, known);
      const hint = nearest ? `; 혹시 "${nearest}"?` : known.length ? `; 있는 필드: ${known.join(', ')}` : '';
      return { path: [...issue.path, key], kind: 'front-matter', message: `모르는 필드 "${key}"${hint}` };
    });
  }
  if (issue.code === 'invalid_union') {
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
    if (options.length) return [described(issue, 'front-matter', `${name}은(는) ${options.join(', ')} 가운데 하나입니다`)];
    return [described(issue, /날짜/u.test(issue.message) ? 'date' : 'front-matter', `${name}: ${issue.message}`)];
  }
  if (value === undefined && issue.path.length) {
    return [described(issue, 'front-matter', `필드 "${name}"이(가) 없습니다`)];
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const kind = name.startsWith('relations') ? 'relation' : 'front-matter';
    const [nearest] = findNearest(String(value), values);
    const hint = nearest ? `; 혹시 "${nearest}"?` : '';
    return [described(issue, kind, `${name}에 "${String(value)}"은(는) 없습니다${hint}; 쓸 수 있는 값: ${values.join(', ')}`)];
  }
  if (issue.code === 'invalid_type') {
    const message = `${name}은(는) ${typeNames[issue.expected] ?? issue.expected}이어야 하는데 ${sayType(value)}입니다`;
    return [described(issue, 'front-matter', message)];
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') {
    const impossible = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value);
    const message = impossible
      ? `${name}: ${value}은(는) 없는 날입니다`
      : `${name}: "${String(value)}"은(는) 날짜(YYYY-MM-DD)가 아닙니다`;
    return [described(issue, 'date', message)];
  }
  return [described(issue, /날짜/u.test(issue.message) ? 'date' : 'front-matter', `${name}: ${issue.message}`)];
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

const typeNames: Record<string, string> = {
  string: '글',
  number: '수',
  int: '정수',
  array: '목록',
  object: '필드 묶음',
  boolean: '참·거짓',
};

function sayType(value: unknown): string {
  if (value === null) return '빈 값';
  if (Array.isArray(value)) return '목록';
  return typeNames[typeof value] ?? typeof value;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], data);
}

/** Field names of a collection's schema; of the variant that `role` picks where there are several. */
function knownKeys(collection: NoteCollection | 'source' | 'term', data: unknown): string[] {
  if (!(collection in noteSchemas)) return [];
  const schema = noteSchemas[collection as keyof typeof noteSchemas];
  if ('shape' in schema) return Object.keys(schema.shape);
  const role = (data as { role?: unknown } | null)?.role;
  const option = schema.options.find((candidate) => candidate.shape.role.safeParse(role).success);
  return Object.keys(option?.shape ?? {});
}
