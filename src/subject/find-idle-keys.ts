import { problemsWords } from '#words';
import type { IsLost, Report } from './compile-subject.ts';
import type { Declaration, DeclaredField, DeclaredMap } from './declaration.ts';

/**
 * What stands in a declaration and shows nowhere, or shows two things under one name. All of it is right in itself, so
 * nothing is taken out.
 * @param hasLost what is missing at a path may be what has been taken out of it
 */
export function findIdleKeys(declared: Declaration, report: Report, hasLost: IsLost): void {
  const collections: NonNullable<Declaration['collections']> =
    declared.collections ?? new Map<string, never>();
  const relations: NonNullable<Declaration['relations']> = declared.relations ?? new Map<string, never>();
  const paths: NonNullable<Declaration['paths']> = declared.paths ?? new Map<string, never>();
  checkFields(declared.fields ?? new Map(), ['fields'], report);
  sayTwice(labelsOf(collections), ['collections'], report);
  for (const [name, collection] of collections) {
    const at = ['collections', name];
    const own: ReadonlyMap<string, DeclaredField> = collection.fields ?? new Map<string, never>();
    checkFields(own, [...at, 'fields'], report, declared.fields);
    if (collection.map) checkMap(collection.map, [...at, 'map'], report);
  }
  for (const [name, { roles }] of collections)
    if (roles) sayTwice(labelsOf(roles), ['collections', name, 'roles'], report);
  sayTwice(labelsOf(paths), ['paths'], report);
  const { idleKey, emptyPath, twiceInPath } = problemsWords().subject;
  for (const [type, relation] of relations) {
    if (relation.write === 'both' && relation.inverse === undefined)
      report(['relations', type, 'write'], idleKey('write', 'inverse'));
  }
  sayTwice(
    [...relations].flatMap(([type, { label = [type], inverse }]) =>
      label.map((read, place) => ({ name: place ? (inverse ?? type) : type, of: type, label: read })),
    ),
    ['relations'],
    report,
  );
  for (const [name, { notes = [] }] of paths) {
    if (notes.length === 0 && !hasLost(['paths', name])) report(['paths', name], emptyPath(name));
    notes.forEach((note: string, index: number) => {
      if (notes.indexOf(note) < index) report(['paths', name, 'notes', index], twiceInPath(note));
    });
  }
}

interface Labelled {
  name: string;
  /** Under which name it is declared, where that is another one. */
  of?: string;
  label: string;
  roles?: readonly string[];
}

function labelsOf(
  declared: ReadonlyMap<string, { label?: string | undefined; roles?: unknown } | undefined>,
): Labelled[] {
  return [...declared].map(([name, item]) => ({ name, label: item?.label ?? name }));
}

/** Two names that readers see as one, each said at the later. */
function sayTwice(items: readonly Labelled[], at: readonly PropertyKey[], report: Report): void {
  items.forEach(({ name, of, label, roles }, index) => {
    const other = items.slice(0, index).find(
      (earlier) =>
        earlier.label === label &&
        // Of one name in two places it is said elsewhere.
        earlier.name !== name &&
        mayMeet(earlier, { roles }) &&
        (of === undefined || earlier.of !== of),
    );
    if (other) report([...at, of ?? name], problemsWords().subject.sameLabel(name, label, other.name));
  });
}

/** Whether one note may have both. */
function mayMeet(
  one: Pick<Labelled, 'roles'> | undefined,
  other: { roles?: readonly string[] | undefined } | undefined,
): boolean {
  return !one?.roles || !other?.roles || one.roles.some((role) => other.roles?.includes(role) === true);
}

/** Keys of a field that only one type has. */
const keysOfTypes = {
  as: 'string',
  options: 'select',
  collection: 'note',
  precision: 'date',
  fields: 'object',
} as const;

function checkFields(
  fields: ReadonlyMap<string, DeclaredField>,
  at: readonly PropertyKey[],
  report: Report,
  shared: ReadonlyMap<string, DeclaredField> = new Map(),
): void {
  const { asTwice, idleKey } = problemsWords().subject;
  const named = (of: ReadonlyMap<string, DeclaredField>) =>
    [...of].map(([name, { label = name, roles }]) => ({ name, label, ...(roles ? { roles } : {}) }));
  const own = named(fields);
  const others = named(shared).filter(({ name }) => !fields.has(name));
  sayTwice([...others, ...own], at, report);
  const withRole = named(fields);
  [...fields].forEach(([name, { as }], index) => {
    const others = as === undefined ? [] : [...fields].slice(0, index).filter(([, field]) => field.as === as);
    const other = others.find(([earlier]) =>
      mayMeet(
        withRole.find((field) => field.name === earlier),
        withRole[index],
      ),
    );
    if (other) report([...at, name, 'as'], asTwice(name, other[0], String(as)));
  });
  for (const [name, field] of fields) {
    const here = [...at, name];
    for (const [key, type] of Object.entries(keysOfTypes)) {
      const written = field[key as keyof typeof keysOfTypes];
      const isText = type === 'string' && field.type === 'text';
      if (written !== undefined && field.type !== undefined && field.type !== type && !isText)
        report([...here, key], idleKey(key, `type: ${type}`));
    }
    sayTwice(labelsOf(field.options ?? new Map()), [...here, 'options'], report);
    if (field.fields) checkFields(field.fields, [...here, 'fields'], report);
  }
}

function checkMap({ kind, edges = [] }: DeclaredMap, at: readonly PropertyKey[], report: Report): void {
  const { idleKey, oneEnd, sameEnds } = problemsWords().subject;
  edges.forEach((edge, index) => {
    const here = [...at, 'edges', index];
    const isBetween = edge.between !== undefined;
    for (const key of ['label', 'through'] as const)
      if (edge[key] !== undefined && !isBetween) report([...here, key], idleKey(key, 'between'));
    const end = edge.from === undefined ? 'to' : 'from';
    if (edge.from !== undefined && edge.to !== undefined) report([...here, 'to'], oneEnd);
    if (isBetween && edge.between?.[0] === edge.between?.[1])
      report([...here, 'between'], sameEnds(String(edge.between?.[0])));
    if (kind === 'strata' && !isBetween && edge[end] !== undefined)
      report([...here, end], idleKey(end, 'kind: flow'));
  });
}
