import { z } from 'zod';
import { problemsWords } from '#words';
import type { Report } from './compile-subject.ts';
import { type Declaration, declaration, hiddenSigns, type NameAlone } from './declaration.ts';
import { listedName, nameKeyOf } from './listed-names.ts';
import { findMeant } from './near-words.ts';

/** What fits, and where its parts stand in the file: what did not fit may have stood before them in a list. */
export interface ParsedDeclaration {
  declaration: Declaration;
  asWritten: (path: readonly PropertyKey[]) => PropertyKey[];
  /** Paths of what was taken out. */
  lost: readonly (readonly PropertyKey[])[];
}

/**
 * Checks what a YAML file holds against the declaration's own shape. What does not fit is reported at its place and
 * taken out, until the rest does.
 * @param data maps as `Map`, in the order of the file
 */
export function parseDeclaration(data: unknown, report: Report): ParsedDeclaration {
  const words = problemsWords().subject;
  let tree: unknown = data ?? new Map();
  if (!(tree instanceof Map)) {
    report([], words.noMapping);
    tree = new Map();
  }
  const lost: (readonly PropertyKey[])[] = [];
  const say: Report = (path, message) => {
    lost.push(path);
    report(path, message);
  };
  tree = takeOutNameless(indentAll(spellLists(tree, [], say), [], say), [], say);
  // A finding can hide others behind it, so this goes on until nothing is left to take out.
  for (;;) {
    const result = declaration.safeParse(tree);
    if (result.success) {
      reportMarks(tree, [], report);
      return { declaration: result.data, asWritten: (path) => asWritten(tree, path), lost };
    }
    const before = tree;
    tree = takeOutAll(result.error.issues, tree, say);
    if (tree === before) return { declaration: {}, asWritten: (path) => [...path], lost };
  }
}

/**
 * Lists where names with what belongs to each may stand, as such: `[name, name]`, `- name: …` with more below it, or
 * `- name: zone` with what belongs to it beside it.
 */
function spellLists(value: unknown, path: readonly PropertyKey[], report: Report): unknown {
  if (value instanceof Map)
    return new Map(
      [...value].map(([key, inner]) => [key, spellLists(inner, [...path, String(key)], report)]),
    );
  if (!Array.isArray(value)) return value;
  const named = schemaAt(path, 'map') && readNames(value, path, report);
  return named
    ? spellLists(named, path, report)
    : value.map((inner, index) => spellLists(inner, [...path, index], report));
}

/** What a list says of names; undefined where it lists something else. */
function readNames(
  list: readonly unknown[],
  path: readonly PropertyKey[],
  report: Report,
): Map<string, unknown> | undefined {
  const words = problemsWords().subject;
  const alone = aloneAt(path);
  const known = keysAt([...path, '']);
  const nameKey = nameKeyOf(list, known, alone === 'label' || known.length === 0);
  const named = new Map<string, unknown>();
  for (const [index, item] of list.entries()) {
    if (item === null) continue;
    const name = listedName(item, nameKey, known);
    const at = [...path, index];
    if (name === null) {
      // Of what no name has, one word says more than that the whole list is of no use.
      if (!(item instanceof Map) || (item as Map<unknown, unknown>).size === 0) return undefined;
      const keys = [...(item as Map<unknown, unknown>).keys()].map(String);
      report(at, words.namelessItem(String(path.at(-1)), keys, nameKey ?? 'name'));
    } else {
      if (!(item instanceof Map) && alone === undefined) return undefined;
      if (named.has(name)) report(at, words.twice(name));
      const content = contentsOf(item, nameKey, alone);
      // Where one text belongs to a name, what stands beside the name is that text.
      const isOneText = known.length === 0 && content instanceof Map && content.size === 1;
      named.set(name, isOneText ? [...(content as Map<unknown, unknown>).values()][0] : content);
    }
  }
  return named;
}

/** What belongs to the name of an item: nothing, or its own label, where it stands alone. */
function contentsOf(item: unknown, nameKey: string | undefined, alone: NameAlone | undefined): unknown {
  if (!(item instanceof Map)) return alone === 'label' ? String(item) : null;
  if (nameKey === undefined || !item.has(nameKey)) return [...(item as Map<unknown, unknown>).values()][0];
  const rest = [...(item as Map<unknown, unknown>)].filter(([key]) => key !== nameKey);
  return rest.length === 0 && alone === 'label' ? String(item.get(nameKey)) : new Map(rest);
}

/** What a name says that stands alone in the map at a path; undefined where none may. */
function aloneAt(path: readonly PropertyKey[]): NameAlone | undefined {
  const map = schemaAt(path, 'map');
  return map && (z.globalRegistry.get(map)?.['alone'] as NameAlone | undefined);
}

/** What belongs to a name and stands beside it, one indentation too far left: `ship:`, `label: Ships`. */
function indentAll(value: unknown, path: readonly PropertyKey[], report: Report): unknown {
  if (!(value instanceof Map)) return value;
  // Where a text may belong to a name, a name may be called like a key.
  const isOfKeys = schemaAt(path, 'map') !== undefined && aloneAt(path) !== 'label';
  const known = isOfKeys ? keysAt([...path, '']) : [];
  const entries = [...(value as Map<unknown, unknown>)];
  const found = new Map<unknown, unknown>();
  for (let place = 0; place < entries.length; place++) {
    const [name, inner] = entries[place] ?? [];
    let end = place + 1;
    while (inner === null && known.includes(String(entries[end]?.[0]))) end++;
    const beside = entries.slice(place + 1, end);
    // A map may be what belongs to a name like `fields`; a text belongs to a key.
    const isBelow = beside.some(([, said]) => said !== null && !(said instanceof Map));
    if (isBelow) {
      const keys = beside.map(([key]) => String(key));
      report([...path, String(keys[0])], problemsWords().subject.indent(String(name), keys));
      place = end - 1;
    }
    found.set(name, indentAll(isBelow ? new Map(beside) : inner, [...path, String(name)], report));
  }
  return found;
}

/** What belongs to one name, written where names are to stand: `tables: { title: x, columns: [y] }`. */
function takeOutNameless(value: unknown, path: readonly PropertyKey[], report: Report): unknown {
  if (!(value instanceof Map)) return value;
  const known = schemaAt(path, 'map') ? keysAt([...path, '']) : [];
  const isSaid = (inner: unknown) => inner !== null && !(inner instanceof Map);
  if (known.length > 0 && [...value.values()].some(isSaid)) {
    const keys = [...value.keys()].map(String);
    if (keys.every((key) => known.includes(key))) {
      report(path, problemsWords().subject.nameless(String(path.at(-1)), keys));
      return new Map();
    }
  }
  return new Map(
    [...value].map(([key, inner]) => [key, takeOutNameless(inner, [...path, String(key)], report)]),
  );
}

/** Marks of HTML and Markdown, which no label has. */
const markup = /<\/?[a-z!][^<>]*>|\*\*\S|`[^`\n]+`|\[[^[\]\n]+\]\([^()\n]+\)/iu;

function reportMarks(value: unknown, path: readonly PropertyKey[], report: Report): void {
  if (value instanceof Map)
    for (const [key, inner] of value) reportMarks(inner, [...path, String(key)], report);
  else if (Array.isArray(value))
    value.forEach((inner, index) => reportMarks(inner, [...path, index], report));
  else if (typeof value === 'string') {
    const key = String(path.findLast((step) => typeof step === 'string') ?? '');
    const { markup: marksShow, hidden } = problemsWords().subject;
    if (markup.test(value)) report(path, marksShow(key, show(value)));
    if (value.search(hiddenSigns) >= 0) report(path, hidden(key));
  }
}

/** From the last to the first, so that what is taken out of a list moves nothing that is still to be taken out. */
function takeOutAll(issues: readonly z.core.$ZodIssue[], tree: unknown, report: Report): unknown {
  const wrong = new Set(issues.map(({ path }) => path.join('\n')));
  return issues.toReversed().reduce((rest, issue) => {
    // An object inside an object is one mistake, and its fields are no other.
    const isNested =
      issue.code === 'unrecognized_keys' &&
      issue.keys.join('') === 'fields' &&
      wrong.has([...issue.path, 'type'].join('\n'));
    return isNested ? without(rest, [...issue.path, 'fields']) : takeOut(issue, rest, report);
  }, tree);
}

/** What was meant by a value that cannot stand where it does. */
function meantValue(
  path: readonly PropertyKey[],
  value: unknown,
  allowed: readonly string[],
): string | undefined {
  const key = path.findLast((part) => typeof part === 'string');
  if (isOfName(path)) return meantOfName(path, value);
  return meantList(path, value, allowed) ?? meantOfKey(String(key), show(value), allowed);
}

/** Names in one text, where a list of them belongs. */
function meantList(
  path: readonly PropertyKey[],
  value: unknown,
  allowed: readonly string[],
): string | undefined {
  const isList = aloneAt(path) !== undefined || schemaAt(path, 'array') !== undefined;
  const isOfTexts = aloneAt(path) !== undefined || schemaAt([...path, 0], 'string') !== undefined;
  if (!isList || typeof value !== 'string') return undefined;
  const names = value.split(',').map((name) => name.trim());
  const areRight = allowed.length > 0 ? names.every((name) => allowed.includes(name)) : isOfTexts;
  return areRight && !names.includes('') ? show(names) : undefined;
}

/** Whether at a path stands all that belongs to one name. */
function isOfName(path: readonly PropertyKey[]): boolean {
  return schemaAt(path.slice(0, -1), 'map') !== undefined && schemaAt(path, 'object') !== undefined;
}

/** A text or a list for all that belongs to a name: the type of a field, or else what readers see or choose from. */
function meantOfName(path: readonly PropertyKey[], value: unknown): string | undefined {
  const isText = typeof value === 'string';
  if (!isText && !Array.isArray(value)) return undefined;
  const type = isText ? findMeant(value, valuesAt([...path, 'type'])) : undefined;
  if (type !== undefined) return `{ type: ${type} }`;
  const known = keysAt(path);
  const said = (isText ? ['label', 'title'] : ['options', 'notes', 'inverse']).find((key) =>
    known.includes(key),
  );
  return said === undefined ? undefined : `{ ${said === 'inverse' ? 'label' : said}: ${show(value)} }`;
}

function meantOfKey(key: string, value: string, allowed: readonly string[]): string | undefined {
  const [, one] = /^([a-z]+)\[\]$/u.exec(value) ?? [];
  if (key === 'type' && one !== undefined && allowed.includes(one)) return `type: ${one}, list: true`;
  const isOfMany = key === 'type' && /^(?:list|array|multi|set|tags)/iu.test(value);
  return isOfMany ? 'list: true' : findMeant(value, allowed);
}

function takeOut(issue: z.core.$ZodIssue, tree: unknown, report: Report): unknown {
  const words = problemsWords().subject;
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(issue.path);
    const outdented = new Map<string, string[]>();
    for (const key of issue.keys) {
      const place = asWritten(tree, [...issue.path, key]);
      const meant = findMeant((Object.hasOwn(words.spoken, key) && words.spoken[key]) || key, known);
      const above = meant === undefined ? emptyKeyAbove(tree, issue.path, key) : undefined;
      if (above === undefined) report(place, words.unknownKey(key, meant, known));
      else outdented.set(above, [...(outdented.get(above) ?? []), key]);
    }
    for (const [above, keys] of outdented)
      report(asWritten(tree, [...issue.path, keys[0] ?? '']), words.indent(above, keys));
    return issue.keys.reduce((rest: unknown, key) => without(rest, [...issue.path, key]), tree);
  }
  const { path } = issue;
  // A list or a map of which one part is wrong is one all the same.
  const inner =
    issue.code === 'invalid_union' &&
    typeof path.at(-1) === 'string' &&
    issue.errors.find((issues) => issues.length > 0 && issues.every((one) => one.path.length > 0));
  if (inner)
    return takeOutAll(
      inner.map((one) => ({ ...one, path: [...path, ...one.path] })),
      tree,
      report,
    );
  const value = path.reduce<unknown>(step, tree);
  // An issue may stand at something that another issue has taken out already.
  if (value === undefined)
    return path.length && step(path.slice(0, -1).reduce<unknown>(step, tree), path.at(-1) ?? '') === undefined
      ? without(tree, path.slice(0, -1))
      : tree;
  const key = String(path.findLast((part) => typeof part === 'string') ?? '');
  const place = asWritten(tree, path);
  if (key === 'hue') {
    report(place, words.noColour(show(value)));
    return without(tree, path);
  }
  if (key === 'jsonld') {
    report(place, words.noType(show(value)));
    return without(tree, path);
  }
  const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : valuesAt(path);
  const meant = meantValue(path, value, allowed);
  const forms = allowed.length > 0 || meant !== undefined ? [] : formsAt(path);
  report(place, words.badValue(key, show(value), meant, allowed, forms));
  // What is said of a name may be of no use; the name itself has been given.
  const isNamed = aloneAt(path.slice(0, -1)) === 'empty' && schemaAt(path, 'object') !== undefined;
  return isNamed && !(value instanceof Map) ? withEmpty(tree, path) : without(tree, path);
}

/** The key that stands without a value before one that may belong below it. */
function emptyKeyAbove(tree: unknown, path: readonly PropertyKey[], key: string): string | undefined {
  const map = path.reduce<unknown>(step, tree);
  if (!(map instanceof Map)) return undefined;
  const names = [...(map as Map<unknown, unknown>).keys()].map(String);
  const isText = !(step(map, key) instanceof Map);
  return names.slice(0, names.indexOf(key)).findLast((name) => {
    if (step(map, name) !== null) return false;
    return (
      keysAt([...path, name]).includes(key) || (!isText && schemaAt([...path, name], 'map') !== undefined)
    );
  });
}

function step(value: unknown, key: PropertyKey): unknown {
  if (value instanceof Map) return [...value].find(([name]) => String(name) === String(key))?.[1];
  return Array.isArray(value) ? (value as unknown[])[Number(key)] : undefined;
}

/** Where the items of a list stood in the file, of which some have been taken out. */
const places = new WeakMap<readonly unknown[], readonly number[]>();

/** A path of the tree as it stands in the file. */
function asWritten(tree: unknown, path: readonly PropertyKey[]): PropertyKey[] {
  let value = tree;
  return path.map((key) => {
    const place = Array.isArray(value) ? places.get(value as unknown[])?.[Number(key)] : undefined;
    value = step(value, key);
    return place ?? key;
  });
}

/** The same tree without what stands at a path; the root becomes an empty map. */
function without(tree: unknown, path: readonly PropertyKey[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return new Map();
  if (tree instanceof Map) {
    return new Map(
      [...tree].flatMap(([name, value]) => {
        if (String(name) !== String(key)) return [[name, value]];
        return rest.length ? [[name, without(value, rest)]] : [];
      }),
    );
  }
  if (!Array.isArray(tree)) return tree;
  const isKept = (index: number) => index !== Number(key) || rest.length > 0;
  const known = places.get(tree);
  const kept = (tree as unknown[])
    .map((value, index) => (index === Number(key) && rest.length ? without(value, rest) : value))
    .filter((_, index) => isKept(index));
  places.set(
    kept,
    (tree as unknown[]).map((_, index) => known?.[index] ?? index).filter((_, index) => isKept(index)),
  );
  return kept;
}

/** The same tree with an empty map at a path that leads through maps only. */
function withEmpty(tree: unknown, path: readonly PropertyKey[]): unknown {
  const [key, ...rest] = path;
  if (!(tree instanceof Map) || key === undefined) return new Map();
  return new Map(
    [...tree].map(([name, value]) => [name, String(name) === String(key) ? withEmpty(value, rest) : value]),
  );
}

function show(value: unknown): string {
  if (value instanceof Map) return `{ ${[...value.keys()].map(String).join(', ')} }`;
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  const text = typeof value === 'string' && value.trim() ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Every schema that may hold at a path: unions have several. */
function schemasAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType[] {
  const { def } = schema._zod as unknown as { def: Record<string, unknown> & { type: string } };
  if (def.type === 'pipe') {
    const side = (def['in'] as z.ZodType)._zod.def.type === 'transform' ? def['out'] : def['in'];
    return schemasAt(side as z.ZodType, path);
  }
  if (def.type === 'optional') return schemasAt(def['innerType'] as z.ZodType, path);
  if (def.type === 'union')
    return (def['options'] as z.ZodType[]).flatMap((option) => schemasAt(option, path));
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  if (def.type === 'object') {
    const shape = def['shape'] as Record<string, z.ZodType>;
    const inner = Object.hasOwn(shape, key) ? shape[String(key)] : undefined;
    return inner ? schemasAt(inner, rest) : [];
  }
  if (def.type === 'map') return schemasAt(def['valueType'] as z.ZodType, rest);
  return def.type === 'array' ? schemasAt(def['element'] as z.ZodType, rest) : [];
}

function schemaAt(path: readonly PropertyKey[], type: string): z.core.$ZodType | undefined {
  return schemasAt(declaration, path).find((schema) => schema._zod.def.type === type);
}

/** How a value at a path may be written, for a message. */
function formsAt(path: readonly PropertyKey[]): string[] {
  const { forms } = problemsWords().subject;
  const types = schemasAt(declaration, path).map((schema) => {
    const { def } = schema._zod;
    if (z.globalRegistry.get(schema)?.['isEntry'] !== undefined) return 'entry';
    return 'format' in def && def.format === 'url' ? 'url' : def.type;
  });
  return [
    ...new Set(
      types.flatMap((type) => {
        if (type === 'object') return [forms.keys(keysAt(path))];
        if (type === 'entry') return [forms.entry];
        // A text may be written as a number.
        if (type === 'number' && types.includes('string')) return [];
        const form = (forms as unknown as Partial<Record<string, string>>)[type];
        return typeof form === 'string' ? [form] : [];
      }),
    ),
  ];
}

function keysAt(path: readonly PropertyKey[]): string[] {
  const found = schemaAt(path, 'object');
  return found ? Object.keys((found as z.ZodObject).shape) : [];
}

function valuesAt(path: readonly PropertyKey[]): string[] {
  const found = schemaAt(path, 'enum');
  return found ? (found as z.ZodEnum).options.map(String) : [];
}
