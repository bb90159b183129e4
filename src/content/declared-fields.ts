/**
 * The front matter of a note whose collection declares fields, in a folder that is not strict: what does not fit its
 * field is left out with a warning, and the note stands.
 */
import { problemsWords } from '#words';
import type { Problem } from '../knowledge/problem.ts';
import { findNearest } from '../knowledge/text.ts';
import { knownKeys, type NoteSchema } from '../subject/compile-schema.ts';
import { builtInProperties, type Collection, fieldsOf } from '../subject/subject.ts';
import { describeIssue } from './describe-issue.ts';
import type { FrontMatter } from './front-matter.ts';

/**
 * @param data the front matter as YAML reads it, numbers as text
 * @param schema the collection's, which requires nothing in such a folder
 * @param understood other names that the reader of built-in properties understands
 */
export function readDeclaredFields(
  data: Readonly<Record<string, unknown>>,
  collection: Collection,
  schema: NoteSchema,
  understood: ReadonlySet<string>,
  locate: FrontMatter['locate'],
  say: (problem: Omit<Problem, 'path'>) => void,
): Record<string, unknown> {
  const words = problemsWords().fields;
  const warn = (path: readonly PropertyKey[], kind: Problem['kind'], message: string) =>
    say({ ...locate(path), severity: 'warning', kind, message });
  const fields = fieldsOf(collection, data['role']);
  const names = new Set([
    ...(collection.roles.length ? ['role'] : []),
    ...collection.fields.map(({ name }) => name),
  ]);
  const known = [...builtInProperties, ...names];
  const knownAt = (at: readonly PropertyKey[]) => (at.length ? knownKeys(schema, data['role'], at) : known);
  let own: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    if (names.has(name)) {
      if (value !== null && value !== '') own[name] = value;
    } else if (collection.folder && !understood.has(name)) {
      const [nearest] = findNearest(name, known);
      // A tool's own fields are nobody's mistake; a misspelt one is.
      if (nearest !== undefined) warn([name], 'front-matter', words.unknown(name, nearest, []));
    }
  }
  for (let result = schema.safeParse(own); !result.success; result = schema.safeParse(own)) {
    const before = own;
    for (const issue of result.error.issues) {
      for (const { path, kind, message } of describeIssue(issue, own, knownAt)) {
        if (valueAt(before, path) !== undefined) warn(path, kind, `${message} ${words.leftOut}`);
        own = without(own, path) as Record<string, unknown>;
      }
    }
    if (own === before) break;
  }
  const result = schema.safeParse(own);
  const read = result.success ? result.data : {};
  if (collection.roles.length && own['role'] === undefined && collection.folder)
    warn(['role'], 'front-matter', words.missing('role'));
  for (const { name, isRequired } of fields) {
    const value = read[name];
    if (isRequired && (value === undefined || (Array.isArray(value) && !value.length)))
      warn([name], 'front-matter', words.missing(name));
  }
  return Object.fromEntries(Object.entries(read).filter(([name]) => names.has(name)));
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
    data,
  );
}

/** The same data without what stands at a path; an item that lacks what it needs goes as a whole. */
function without(data: unknown, path: readonly PropertyKey[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined || data === null || typeof data !== 'object') return data;
  const isHere = valueAt(data, path) !== undefined || rest.length > 0;
  if (Array.isArray(data)) {
    return data.flatMap((item: unknown, index) => {
      if (index !== Number(key)) return [item];
      return rest.length > 0 && valueAt(item, rest) !== undefined ? [without(item, rest)] : [];
    });
  }
  if (!isHere) return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => {
      if (name !== String(key)) return [[name, value]];
      return rest.length ? [[name, without(value, rest)]] : [];
    }),
  );
}
