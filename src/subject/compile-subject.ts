import { type Language, languageNames, pagesWords, problemsWords } from '#words';
import { commonClasses } from '../diagrams/semantic-classes.ts';
import { siteFolders, sitePages } from '../knowledge/address.ts';
import { findNearest, foldWord } from '../knowledge/text.ts';
import { compileRelations, mostWeight } from './compile-relations.ts';
import { dateSchema } from './compile-schema.ts';
import type {
  Declaration,
  DeclaredCollection,
  DeclaredField,
  DeclaredMap,
  DeclaredTable,
} from './declaration.ts';
import { findIdleKeys } from './find-idle-keys.ts';
import { type Hue, readHue, usualHues } from './hue.ts';
import { readStory } from './story.ts';
import {
  builtInProperties,
  type Collection,
  type CollectionMap,
  type Field,
  fieldsOf,
  type Grouping,
  type LearningPath,
  type MapEdge,
  pathProperties,
  type RelationTypes,
  type Role,
  type Subject,
  type Table,
} from './subject.ts';

/** Says what is wrong at a path of the declaration. */
export type Report = (path: readonly PropertyKey[], message: string) => void;

/** Addresses that pages of the site's own take; a collection may be called like the glossary, and then fills it. */
const takenAddresses = new Set([...sitePages, ...siteFolders].filter((address) => address !== 'glossary'));

/** Collection names that mean something else: plain notes, and the list of sources. */
const takenNames = ['note', 'sources'];

/**
 * Fills in every default and resolves every name. What does not fit is reported at its place and left out, so that the
 * rest of the subject stands.
 * @param inferred what holds where the declaration is silent
 */
export function compileSubject(
  declared: Declaration,
  inferred: {
    title: string;
    language: Language;
    isStrict?: boolean;
    /** Paths of what could not be used, as they are written. */
    lost?: readonly string[];
    /** Where a path of the declaration stands in the file. */
    asWritten?: (path: readonly PropertyKey[]) => readonly PropertyKey[];
  },
  report: Report,
): Subject {
  const words = problemsWords().subject;
  /** Names of which it is said where they are declared that they cannot be used. */
  const refused = new Set<string>();
  const refuse = (what: string, name: string) => refused.add(`${what}\n${name}`);
  const known: Known = (wanted, names, path, what, labels = []) => {
    if (names.includes(wanted)) return true;
    if (refused.has(`${what}\n${wanted}`)) return false;
    const called = labels.find(({ label }) => foldWord(label) === foldWord(wanted))?.name;
    report(path, words.unknownName(what, wanted, called ?? findNearest(wanted, names)[0], names));
    return false;
  };
  const { lost = [], asWritten = (path) => path } = inferred;
  const isLost: IsLost = (path) => lost.includes(asWritten(path).join('\n'));
  const hasLost: IsLost = (path) => {
    const above = `${asWritten(path).join('\n')}\n`;
    return lost.some((below) => below.startsWith(above));
  };
  findIdleKeys(declared, report, hasLost);
  const language = readLanguage(declared.language, inferred.language, report);
  const kept = usableCollections(declared, report, isLost);
  for (const name of declared.collections?.keys() ?? []) if (!kept.has(name)) refuse(words.collection, name);
  const relations = compileRelationTypes(declared, [...kept], report, known, hasLost);
  const refusePath = (name: string) => refuse(words.path, name);
  const { collections, sharedFields, unusable } = compileCollections(kept, declared, relations, {
    report,
    known,
    isLost,
    hasLost,
    refusePath,
  });
  const required = new Set(
    [...(declared.fields ?? [])]
      .filter(([name, field]) => isBuiltIn(name) && field.required)
      .map(([name]) => name),
  );
  const plain: Collection = {
    name: 'note',
    label: pagesWords().plainNotes,
    description: '',
    story: [],
    folder: '',
    hue: { light: 'oklch(46% 0.05 262)', dark: 'oklch(79% 0.05 256)', hex: '#495874' },
    class: 'note',
    drop: [],
    isGlossary: false,
    roles: [],
    fields: sharedFields.filter(({ roles }) => roles === undefined),
    required: collections.length > 0 ? new Set() : required,
    unusable,
    tables: [],
  };
  const home = declared.home ?? {};
  const map = home.map;
  const homeMap =
    map !== undefined &&
    known(
      map,
      collections.map(({ name }) => name),
      ['home', 'map'],
      words.collection,
      collections,
    )
      ? collections.find(({ name }) => name === map)
      : undefined;
  if (homeMap && !homeMap.map) report(['home', 'map'], words.noMap(homeMap.name));
  return {
    title: declared.title || inferred.title,
    ...(declared.english ? { english: declared.english } : {}),
    ...(declared.description ? { description: declared.description } : {}),
    language,
    ...(declared.url ? { url: declared.url.replace(/\/+$/u, '') } : {}),
    isStrict: declared.strict ?? inferred.isStrict ?? false,
    home: {
      ...(home.title ? { title: home.title.split('\n').map((part) => part.trim()) } : {}),
      ...(home.lead ? { lead: home.lead } : {}),
      start: home.start ?? [],
      ...(homeMap?.map ? { map: homeMap } : {}),
    },
    collections,
    plain,
    relations,
    sourceKinds: declared.sources?.kinds ?? new Map(),
    wording: declared.wording ?? new Map(),
    paths: compilePaths(declared),
  };
}

type Known = (
  wanted: string,
  names: readonly string[],
  path: readonly PropertyKey[],
  what: string,
  /** What readers see in place of the names: who writes that means them. */
  labels?: readonly { name: string; label: string }[],
) => boolean;

/** Whether what stood at a path of the declaration, or something below it, could not be used. */
export type IsLost = (path: readonly PropertyKey[]) => boolean;

interface Findings {
  report: Report;
  known: Known;
  isLost: IsLost;
  hasLost: IsLost;
  /** Nothing more is said of a path that nobody can name. */
  refusePath: (name: string) => void;
}

function readLanguage(written: string | undefined, inferred: Language, report: Report): Language {
  if (written === undefined) return inferred;
  const found = languageNames.find((name) => name === written.toLowerCase().split(/[-_]/u)[0]);
  if (!found) report(['language'], problemsWords().subject.noLanguage(written, languageNames, inferred));
  return found ?? inferred;
}

function isBuiltIn(name: string): boolean {
  return (builtInProperties as readonly string[]).includes(name);
}

/** Top-level `fields` that are not built in: every collection and plain notes have them. */
function declaredForAll(declared: Declaration): Map<string, DeclaredField> {
  return new Map([...(declared.fields ?? [])].filter(([name]) => !isBuiltIn(name)));
}

function compileRelationTypes(
  declared: Declaration,
  collections: readonly (readonly [string, DeclaredCollection])[],
  report: Report,
  known: Known,
  hasLost: IsLost,
): RelationTypes {
  const words = problemsWords().subject;
  const names = collections.map(([name]) => name);
  const labels = labelled(collections);
  const taken = new Set(declared.relations?.keys());
  const healed = new Map(declared.relations);
  for (const [type, relation] of declared.relations ?? []) {
    const at = ['relations', type];
    if (!isRelationName(type)) {
      report(at, words.badRelationName(type));
      healed.delete(type);
      continue;
    }
    const ends = { ...relation };
    const [over] = relation.weight?.filter((weight) => weight < 0 || weight > mostWeight) ?? [];
    if (over !== undefined) report([...at, 'weight'], words.weightRange(over, mostWeight));
    for (const end of ['from', 'to'] as const) {
      const kept = relation[end]?.filter((name, index) =>
        known(name, names, [...at, end, index], words.collection, labels),
      );
      if (kept?.length) ends[end] = kept;
      else delete ends[end];
    }
    if (ends.inverse === undefined && (relation.label?.length === 2 || relation.verb?.length === 2)) {
      if (!hasLost(at))
        report([...at, relation.label?.length === 2 ? 'label' : 'verb'], words.noInverse(type));
      ends.inverse = `${type}-inverse`;
    }
    if (ends.inverse !== undefined && ends.inverse !== type && taken.has(ends.inverse)) {
      report([...at, 'inverse'], words.inverseTaken(ends.inverse));
      delete ends.inverse;
    } else if (ends.inverse === type) {
      report([...at, 'inverse'], words.ownInverse(type));
      delete ends.inverse;
    } else if (ends.inverse !== undefined) {
      taken.add(ends.inverse);
      if (relation.label?.length === 1) report([...at, 'label'], words.noBackLabel(type, ends.inverse));
    }
    healed.set(type, ends);
  }
  return compileRelations(declared.relations ? healed : undefined);
}

/** A name that says something, and is not the mark of another direction (`compile-relations.ts`). */
function isRelationName(name: string): boolean {
  return /^[^~\s]/u.test(name);
}

/** Collections whose name and folder are their own; the others are said, and their notes are plain. */
function usableCollections(
  declared: Declaration,
  report: Report,
  isLost: IsLost,
): Map<string, DeclaredCollection> {
  const words = problemsWords().subject;
  const folders = new Map<string, string>();
  const kept = new Map<string, DeclaredCollection>();
  for (const [name, collection] of declared.collections ?? []) {
    const at = ['collections', name];
    const atFolder = collection.folder === undefined ? at : [...at, 'folder'];
    const folder = folderOf(name, collection);
    const isPath = folder
      .split('/')
      .every((part) => part !== '' && !/^[._]|[\\:*?"<>|\u0000-\u001f]/u.test(part));
    const owner = folders.get(folder);
    if (takenNames.includes(name)) report(at, words.takenName(name));
    else if (!isPath) {
      if (!isLost(at)) report(atFolder, words.badFolder(folder));
    } else if (takenAddresses.has(folder.split('/')[0]?.toLowerCase() ?? ''))
      report(atFolder, words.takenAddress(folder));
    else if (owner !== undefined) report(atFolder, words.sameFolder(folder, owner));
    else {
      // Disks and hosts may take the two for one; where they do not, both stand.
      const similar = [...folders.keys()].find((other) => other.toLowerCase() === folder.toLowerCase());
      if (similar !== undefined) report(atFolder, words.similarFolder(folder, similar));
      folders.set(folder, name);
      kept.set(name, collection);
    }
  }
  return kept;
}

function compileCollections(
  usable: ReadonlyMap<string, DeclaredCollection>,
  declared: Declaration,
  relations: RelationTypes,
  findings: Findings,
): { collections: Collection[]; sharedFields: Field[]; unusable: string[] } {
  const { report, known, isLost, hasLost, refusePath } = findings;
  const classes = new Set([...commonClasses, 'default']);
  const kept = [...usable];
  const shared = declaredForAll(declared);
  const sharedUnusable: string[] = [];
  for (const name of shared.keys()) {
    const trouble = troubleOfName(name, relations);
    if (trouble === null) continue;
    report(['fields', name], trouble);
    refusePath(name);
    shared.delete(name);
    sharedUnusable.push(name);
  }
  const rolesOf = new Map(kept.map(([name, collection]) => [name, compileRoles(collection)]));
  // Compiled once, and not in every collection, so that what is wrong is said once, where it stands.
  const sharedFields = compileFields(
    shared,
    ['fields'],
    [...rolesOf.values()].flat(),
    labelled(kept),
    findings,
  );
  const sharedRequired = [...(declared.fields ?? [])].filter(
    ([name, field]) => isBuiltIn(name) && field.required,
  );
  for (const [name, field] of declared.fields ?? []) {
    if (isBuiltIn(name)) checkBuiltIn(['fields', name], field, report);
  }
  const nextHue = usualHues(
    kept.flatMap(([, { hue }]) => (hue === undefined ? [] : (readHue(hue).hue ?? []))),
  );
  const compiled = kept.map(([name, collection], place): [Collection, DeclaredCollection] => {
    const at = ['collections', name];
    const roles = rolesOf.get(name) ?? [];
    const own = new Map(collection.fields);
    const unusable = [
      ...sharedUnusable,
      ...(isLost([...at, 'roles']) ? ['role'] : []),
      // What notes write who were to be of another collection with this folder.
      ...[...(declared.collections ?? [])].flatMap(([other, { fields, ...rest }]) =>
        !usable.has(other) && folderOf(other, rest) === folderOf(name, collection)
          ? [...(fields?.keys() ?? [])].filter((field) => !isBuiltIn(field) && !collection.fields?.has(field))
          : [],
      ),
    ];
    const required = new Set([
      ...sharedRequired.map(([property]) => property),
      ...[...(collection.fields ?? [])]
        .filter(([property, field]) => isBuiltIn(property) && field.required)
        .map(([property]) => property),
    ]);
    for (const [property, field] of collection.fields ?? []) {
      if (isBuiltIn(property)) checkBuiltIn([...at, 'fields', property], field, report);
      else {
        const trouble = troubleOfName(property, relations);
        if (trouble === null) continue;
        report([...at, 'fields', property], trouble);
        refusePath(property);
        own.delete(property);
        unusable.push(property);
      }
    }
    for (const property of builtInProperties) own.delete(property);
    const fields = new Map([
      ...ofRoles(sharedFields, roles).map((field): [string, Field] => [field.name, field]),
      ...compileFields(own, [...at, 'fields'], roles, labelled(kept), findings).map(
        (field): [string, Field] => [field.name, field],
      ),
    ]);
    return [
      {
        name,
        label: collection.label || name,
        description: collection.description ?? '',
        story: readStory(collection.story ?? ''),
        folder: folderOf(name, collection),
        hue: compileHue(collection, nextHue, at, report),
        class: compileClass(name, collection, place, classes, at, report),
        drop: collection.drop ?? [],
        isGlossary: collection.glossary ?? false,
        ...(collection.jsonld ? { jsonld: collection.jsonld } : {}),
        roles,
        fields: [...fields.values()],
        required,
        unusable,
        tables: [],
      },
      collection,
    ];
  });
  // Tables and maps may speak of any collection, so they come when all are known.
  const all = compiled.map(([collection]) => collection);
  const tableNames = new Set<string>();
  const collections = compiled.map(([collection, source]) => {
    const at = ['collections', collection.name];
    const world = { collections: all, relations, report, known, hasLost };
    const tables = [...(source.tables ?? [])].flatMap(([name, table]) => {
      if (tableNames.has(name)) {
        report([...at, 'tables', name], problemsWords().subject.sameTable(name));
        return [];
      }
      tableNames.add(name);
      return compileTable(name, table, collection, [...at, 'tables', name], world) ?? [];
    });
    const map = source.map && compileMap(source.map, collection, [...at, 'map'], world);
    // The same object, so that home and others who hold it see the whole.
    return Object.assign(collection, { tables, ...(map ? { map } : {}) });
  });
  return { collections, sharedFields, unusable: sharedUnusable };
}

/** The fields of all notes that notes of these roles have. */
function ofRoles(fields: readonly Field[], roles: readonly Role[]): Field[] {
  return fields.flatMap((field) => {
    if (field.roles === undefined) return [field];
    const kept = field.roles.filter((role) => roles.some(({ name }) => name === role));
    return kept.length > 0 ? [{ ...field, roles: kept }] : [];
  });
}

/** Why paths could not tell a field of this name from something else; null where they can. */
function troubleOfName(name: string, relations: RelationTypes): string | null {
  const words = problemsWords().subject;
  if (!isFieldName(name)) return words.badFieldName(name);
  if (relations.all.some(({ type }) => type === name)) return words.fieldIsRelation(name);
  return (pathProperties as readonly string[]).includes(name) ? words.fieldIsProperty(name) : null;
}

function isFieldName(name: string): boolean {
  return !/[.\s]|^-|^$/u.test(name) && !['__proto__', 'constructor', 'prototype'].includes(name);
}

/** Names with what readers see of them. */
function labelled(
  declared: readonly (readonly [string, { label?: string | undefined }])[],
): { name: string; label: string }[] {
  return declared.map(([name, { label = name }]) => ({ name, label }));
}

function folderOf(name: string, collection: Pick<DeclaredCollection, 'folder'>): string {
  return (collection.folder ?? name).normalize('NFC').replace(/^\.?\/+|\/+$/gu, '');
}

function checkBuiltIn(at: readonly PropertyKey[], field: DeclaredField, report: Report): void {
  const others = Object.entries(field).flatMap(([key, value]) =>
    key !== 'required' && value !== undefined ? [key] : [],
  );
  if (others[0] !== undefined)
    report([...at, others[0]], problemsWords().subject.builtInKey(String(at.at(-1)), others.join(', ')));
}

function compileRoles(collection: DeclaredCollection): Role[] {
  return [...(collection.roles ?? [])].map(([name, role]) => ({
    name,
    label: role.label || name,
    isIndex: role.index ?? false,
    isListed: role.listed ?? true,
  }));
}

function compileHue(
  collection: DeclaredCollection,
  nextHue: () => Hue,
  at: readonly PropertyKey[],
  report: Report,
) {
  if (collection.hue === undefined) return nextHue();
  const words = problemsWords().subject;
  const { hue, unreadable, corrected, turned } = readHue(collection.hue);
  if (turned !== undefined) report([...at, 'hue'], words.turnedHue(String(collection.hue), turned));
  for (const text of unreadable) report([...at, 'hue'], words.noColour(text));
  for (const scheme of corrected) report([...at, 'hue'], words.noContrast(scheme, String(hue?.[scheme])));
  return hue ?? nextHue();
}

function compileClass(
  name: string,
  collection: DeclaredCollection,
  place: number,
  taken: Set<string>,
  at: readonly PropertyKey[],
  report: Report,
): string {
  const words = problemsWords().subject;
  const isUsable = (wanted: string) => /^[a-z][a-z0-9-]*$/iu.test(wanted) && !taken.has(wanted);
  const { class: wanted } = collection;
  if (wanted !== undefined && !isUsable(wanted))
    report([...at, 'class'], taken.has(wanted) ? words.classTaken(wanted) : words.badClass(wanted));
  const found =
    [wanted, name].find((candidate) => candidate !== undefined && isUsable(candidate)) ?? `kind-${place + 1}`;
  taken.add(found);
  return found;
}

function compileFields(
  declared: ReadonlyMap<string, DeclaredField>,
  at: readonly string[],
  roles: readonly Role[],
  collections: readonly { name: string; label: string }[],
  findings: Findings,
): Field[] {
  const { report, known, isLost, hasLost } = findings;
  const words = problemsWords().subject;
  const roleNames = roles.map(({ name }) => name);
  return [...declared].flatMap(([name, field]) => {
    const here = [...at, name];
    if (!isFieldName(name)) {
      report(here, words.badFieldName(name));
      return [];
    }
    const wanted = field.type ?? (field.options ? 'select' : field.fields ? 'object' : 'string');
    const lacks =
      wanted === 'select' && !field.options?.size
        ? 'options'
        : wanted === 'object' && !field.fields?.size
          ? 'fields'
          : undefined;
    const type = lacks === undefined ? wanted : 'string';
    const isUnclear = ['type', 'options', 'fields', 'precision'].some((key) => isLost([...here, key]));
    if (lacks !== undefined && !isUnclear && !hasLost(here))
      report(here, lacks === 'options' ? words.noOptions(name) : words.noFields(name));
    const kept = field.roles?.filter((role, index) =>
      known(role, roleNames, [...here, 'roles', index], words.role, roles),
    );
    const isKnownCollection =
      field.collection === undefined ||
      known(
        field.collection,
        collections.map(({ name: one }) => one),
        [...here, 'collection'],
        words.collection,
        collections,
      );
    const options = [...(field.options ?? [])].map(([value, { label, note }]) => ({
      value,
      label: label || value,
      ...(note ? { note } : {}),
    }));
    const start = field.default === undefined ? undefined : String(field.default);
    const isTyped = start === undefined || isOfType(start, type, field.precision ?? 'day');
    if (!isTyped) report([...here, 'default'], words.badDefault(start, type));
    const isOption =
      start === undefined ||
      type !== 'select' ||
      known(
        start,
        options.map(({ value }) => value),
        [...here, 'default'],
        words.value,
        options.map(({ value, label }) => ({ name: value, label })),
      );
    return [
      {
        name,
        at: here,
        label: field.label || name,
        ...(field.hint ? { hint: field.hint } : {}),
        type,
        isList: field.list ?? false,
        isRequired: field.required ?? false,
        ...(lacks !== undefined || isUnclear || isLost(here) ? { isVague: true as const } : {}),
        ...(kept?.length ? { roles: kept } : {}),
        ...(start !== undefined && isTyped && isOption ? { default: start } : {}),
        options,
        ...(field.collection !== undefined && isKnownCollection ? { collection: field.collection } : {}),
        fields: field.fields
          ? compileFields(field.fields, [...here, 'fields'], [], collections, findings)
          : [],
        precision: field.precision ?? 'day',
        show: field.show ?? ['facts' as const],
        ...(field.as ? { as: field.as } : {}),
      },
    ];
  });
}

/** Whether a default, as it is written, is of its field's type. */
function isOfType(value: string, type: Field['type'], precision: Field['precision']): boolean {
  switch (type) {
    case 'number':
      return value.trim() !== '' && Number.isFinite(Number(value));
    case 'boolean':
      return /^(?:true|false)$/u.test(value);
    case 'date':
      return dateSchema(precision).safeParse(value).success;
    case 'object':
      return false;
    default:
      return true;
  }
}

interface World {
  collections: readonly Collection[];
  relations: RelationTypes;
  report: Report;
  known: Known;
  hasLost: IsLost;
}

/** Every path that notes of a collection have. */
function pathsOf(collection: Collection, relations: RelationTypes): string[] {
  return [
    ...pathProperties,
    ...collection.fields.flatMap((field) => [
      field.name,
      ...field.fields.map((inner) => `${field.name}.${inner.name}`),
    ]),
    ...relations.all.map(({ type }) => type),
  ];
}

/** What readers see of a path: the label of its field or relation, or the property's own name. */
function headingOf(path: string, collection: Collection, relations: RelationTypes): string {
  if (path === 'title' || path === 'short') return collection.label;
  const [name, inner] = path.split('.');
  const field = collection.fields.find((candidate) => candidate.name === name);
  if (field)
    return inner === undefined
      ? field.label
      : (field.fields.find((candidate) => candidate.name === inner)?.label ?? inner);
  const relation = relations.all.find(({ type }) => type === path);
  return relation?.label ?? (pagesWords().properties as Record<string, string>)[path] ?? path;
}

function isKnownPath(
  path: string,
  collection: Collection,
  at: readonly PropertyKey[],
  { relations, known }: World,
  meant?: string,
): boolean {
  // A subject that declares no relation types lets notes write any.
  return known(path, pathsOf(collection, relations), at, problemsWords().subject.path, [
    ...collection.fields,
    ...relations.all.map(({ type, label }) => ({ name: type, label })),
    ...(meant === undefined ? [] : [{ name: meant, label: path }]),
  ]);
}

function compileGroup(
  written: string | undefined,
  collection: Collection,
  at: readonly PropertyKey[],
  world: World,
): Grouping | undefined {
  if (written === undefined) return undefined;
  const isReversed = written.startsWith('-');
  const path = isReversed ? written.slice(1).trim() : written;
  return isKnownPath(path, collection, at, world) ? { path, isReversed } : undefined;
}

function compileRoleList(
  roles: readonly string[] | undefined,
  collection: Collection,
  at: readonly PropertyKey[],
  { known }: World,
) {
  const names = collection.roles.map(({ name }) => name);
  const kept = roles?.filter((role, index) =>
    known(role, names, [...at, index], problemsWords().subject.role, collection.roles),
  );
  return kept?.length ? { roles: kept } : {};
}

function compileTable(
  name: string,
  table: DeclaredTable,
  own: Collection,
  at: readonly PropertyKey[],
  world: World,
): Table | null {
  const words = problemsWords().subject;
  const { collections, relations, known } = world;
  if (
    table.of !== undefined &&
    !known(
      table.of,
      collections.map((collection) => collection.name),
      [...at, 'of'],
      words.collection,
      collections,
    )
  )
    return null;
  const collection = collections.find((candidate) => candidate.name === (table.of ?? own.name)) ?? own;
  const chosen = compileRoleList(table.roles, collection, [...at, 'roles'], world);
  const isRows = table.rows !== undefined && isKnownPath(table.rows, collection, [...at, 'rows'], world);
  const list = isRows ? collection.fields.find((field) => field.name === table.rows) : undefined;
  if (isRows && !list?.isList) world.report([...at, 'rows'], words.noList(String(table.rows)));
  const group = compileGroup(table.group, collection, [...at, 'group'], world);
  const paths = pathsOf(collection, relations);
  const columns = table.columns?.flatMap(({ path, heading }, index) =>
    isKnownPath(path, collection, [...at, 'columns', index], world, turnedColumn(path, heading, paths))
      ? [{ path, heading: heading ?? headingOf(path, collection, relations) }]
      : [],
  );
  return {
    name,
    title: table.title || collection.label,
    collection: collection.name,
    ...chosen,
    ...(list?.isList ? { rows: list.name } : {}),
    ...(group ? { group } : {}),
    columns: columns?.length ? columns : usualColumns(collection, chosen.roles, group, list),
  };
}

/** A column that names its path first, or has no blank between the two, as it is written. */
function turnedColumn(
  path: string,
  heading: string | undefined,
  paths: readonly string[],
): string | undefined {
  const [before = '', after = ''] = path.split(':').map((part) => part.trim());
  if (heading !== undefined) return paths.includes(heading) ? `{ ${path}: ${heading} }` : undefined;
  return before && paths.includes(after) ? `{ ${before}: ${after} }` : undefined;
}

/** The group, the title, what shows in tables, the items of the rows. */
function usualColumns(
  collection: Collection,
  roles: readonly string[] | undefined,
  group: Grouping | undefined,
  list: Field | undefined,
) {
  const fields = collection.fields.filter(
    (field) =>
      field.show.includes('table') &&
      (roles === undefined || roles.some((role) => fieldsOf(collection, role).includes(field))),
  );
  const column = (path: string) => ({
    path,
    heading: headingOf(path, collection, { all: [] } as unknown as RelationTypes),
  });
  return [
    ...(group ? [column(group.path)] : []),
    ...(group?.path === 'title' ? [] : [column('title')]),
    ...fields
      .filter((field) => field.name !== group?.path && field !== list)
      .map((field) => column(field.name)),
    ...(list?.fields ?? []).map((inner) => column(`${list?.name ?? ''}.${inner.name}`)),
  ];
}

function compileMap(
  map: DeclaredMap,
  collection: Collection,
  at: readonly PropertyKey[],
  world: World,
): CollectionMap | null {
  const words = problemsWords().subject;
  const group = compileGroup(map.group, collection, [...at, 'group'], world);
  const kind = map.kind ?? 'flow';
  const storeys = collection.fields.find((field) => field.name === group?.path && field.type === 'select');
  if (kind === 'strata' && !storeys) {
    world.report(map.group === undefined ? at : [...at, 'group'], words.noStoreys);
    return null;
  }
  const values = storeys?.options.map(({ value }) => value) ?? [];
  const storeyLabels = storeys?.options.map(({ value, label }) => ({ name: value, label }));
  const edges = (map.edges ?? []).flatMap((edge, index): MapEdge[] => {
    const here = [...at, 'edges', index];
    const [above, below] = edge.between ?? [];
    const path = edge.from ?? edge.to;
    if (above !== undefined && below !== undefined) {
      if (kind !== 'strata') {
        world.report(here, words.betweenNeedsStrata);
        return [];
      }
      const isKnown = [above, below, ...(edge.through === undefined ? [] : [edge.through])].map((value, at) =>
        world.known(
          value,
          values,
          [...here, ...(at === 2 ? ['through'] : ['between', at])],
          words.value,
          storeyLabels,
        ),
      );
      if (isKnown.includes(false)) return [];
    } else if (path === undefined) {
      if (!world.hasLost(here)) world.report(here, words.edgeWithoutEnd);
      return [];
    } else if (!isKnownPath(path, collection, [...here, edge.from === undefined ? 'to' : 'from'], world))
      return [];
    const names = world.collections.map(({ name }) => name);
    const [field] = collection.fields.filter(({ name }) => name === path);
    if (edge.group !== undefined && field?.type !== 'select')
      world.report([...here, 'group'], words.idleKey('group', 'type: select'));
    return [
      {
        ...(path === undefined ? {} : { path }),
        direction: edge.from === undefined ? 'to' : 'from',
        ...(above !== undefined && below !== undefined ? { between: [above, below] as const } : {}),
        ...(edge.through === undefined ? {} : { through: edge.through }),
        ...(edge.label === undefined ? {} : { label: edge.label }),
        ...compileRoleList(edge.roles, collection, [...here, 'roles'], world),
        except: (edge.except ?? []).filter((name, at) =>
          world.known(name, names, [...here, 'except', at], words.collection, world.collections),
        ),
        ...(edge.group === undefined ? {} : { group: edge.group }),
      },
    ];
  });
  return {
    kind,
    title: map.title || collection.label,
    ...compileRoleList(map.roles, collection, [...at, 'roles'], world),
    ...(group ? { group } : {}),
    drop: map.drop ?? [],
    edges,
  };
}

function compilePaths(declared: Declaration): LearningPath[] {
  return [...(declared.paths ?? [])].map(([name, path]) => ({
    name,
    label: path.label || name,
    description: path.description ?? '',
    notes: path.notes ?? [],
  }));
}
