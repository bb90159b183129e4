/**
 * The front matter of a note whose collection declares fields, in a folder that is not strict: what does not fit its
 * field is left out with a warning, and the note stands.
 */
import { problemsWords } from '#words';
import type { Problem } from '../knowledge/problem.ts';
import { findNearest, readNumeral } from '../knowledge/text.ts';
import { knownKeys, type NoteSchema } from '../subject/compile-schema.ts';
import { builtInProperties, type Collection, type Field, fieldsOf } from '../subject/subject.ts';
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
  /** What was written and did not fit has been said; that it is missing now is no second mistake. */
  const written = new Set(Object.keys(own));
  let result = schema.safeParse(own);
  for (let isFirst = true; !result.success; isFirst = false) {
    const wrong = result.error.issues.flatMap((issue) => describeIssue(issue, own, knownAt));
    // A field of which only a part was wrong, and which does not fit without it either, goes as a whole.
    const paths = wrong.map(({ path }) => (isFirst ? path : path.slice(0, 1)));
    wrong.forEach(({ path, kind, message }, index) => {
      const isSaid = isFirst ? path.length > 1 : false;
      if (isSaid || valueAt(own, path) !== undefined)
        warn(paths[index] ?? path, kind, `${message} ${words.leftOut}`);
    });
    own = (without(own, paths) ?? {}) as Record<string, unknown>;
    result = schema.safeParse(own);
  }
  const read = result.data;
  if (collection.roles.length && !written.has('role') && collection.folder)
    warn(
      ['role'],
      'front-matter',
      words.missing(
        'role',
        collection.roles.map(({ name }) => name),
      ),
    );
  for (const { name, isRequired, options } of fields) {
    const value = read[name];
    if (
      isRequired &&
      ((value === undefined && !written.has(name)) || (Array.isArray(value) && !value.length))
    )
      warn(
        [name],
        'front-matter',
        words.missing(
          name,
          options.map(({ value: option }) => option),
        ),
      );
  }
  return Object.fromEntries(Object.entries(read).filter(([name]) => names.has(name)));
}

/**
 * The values of fields with their numbers as the note spells them: a dose of `1.20` is read as it was written, and not as
 * `1.2`.
 * @param written the front matter with its numbers as text
 */
export function spellNumbers(
  values: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
  written: unknown,
): Record<string, unknown> {
  const spell = (value: unknown, field: Field, text: unknown): unknown => {
    if (Array.isArray(value)) {
      const texts = [text].flat();
      return value.map((item, index) => spell(item, field, texts[index]));
    }
    if (field.type === 'object' && value !== null && typeof value === 'object')
      return spellNumbers(value as Record<string, unknown>, field.fields, text);
    // Items that did not fit are gone from a list of values, and those after them stand elsewhere.
    return typeof text === 'string' && readNumeral(text) === value ? text.trim() : value;
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields.find((candidate) => candidate.name === name);
      return [name, field ? spell(value, field, valueAt(written, [name])) : value];
    }),
  );
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
    data,
  );
}

/**
 * The same data without what stands at some paths; undefined where nothing of it is left. What lacks something that it
 * needs goes as a whole, and so does a word where a list or fields are expected.
 */
function without(data: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  const isMissing = ([key = '', ...rest]: readonly PropertyKey[]) =>
    rest.length === 0 && valueAt(data, [key]) === undefined;
  if (data === null || typeof data !== 'object' || paths.some(isMissing)) return undefined;
  const keep = (value: unknown, key: string) => {
    const inside = paths.filter(([first]) => String(first) === key).map(([, ...rest]) => rest);
    return inside.length ? without(value, inside) : value;
  };
  if (Array.isArray(data))
    return data.map((item, index) => keep(item, String(index))).filter((item) => item !== undefined);
  const kept = Object.entries(data).map(([name, value]) => [name, keep(value, name)] as const);
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}
