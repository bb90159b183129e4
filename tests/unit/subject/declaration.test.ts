import { describe, expect, test } from 'vitest';
import { compileSchema } from '../../../src/subject/compile-schema.ts';
import { inferLanguage } from '../../../src/subject/infer-language.ts';
import { writeDeclarationSchema, writeNoteSchema } from '../../../src/subject/json-schemas.ts';
import { readDeclaration } from '../../../src/subject/read-declaration.ts';
import { writeKindStyles } from '../../../src/subject/style-sheet.ts';
import { makeSubject } from './make-subject.ts';

/** What is said of a declaration, each as `line:column severity: message`. */
function problemsOf(yaml: string): string[] {
  return readDeclaration(yaml, { title: 'folder', language: 'en' }).problems.map(
    ({ line, column, severity, message }) => `${line}:${column} ${severity}: ${message}`,
  );
}

describe('every key is optional', () => {
  test.each([
    '',
    '# nothing\n',
    '{}',
    'title: House',
    'collections:\n  device:\n',
    'home:\n',
    'relations: {}',
  ])('%j is a declaration', (yaml) => expect(problemsOf(yaml)).toEqual([]));

  test('a folder with a title only stays plain', () => {
    const subject = makeSubject('title: 집');
    expect(subject).toMatchObject({
      title: '집',
      isStrict: false,
      collections: [],
      plain: { name: 'note', folder: '' },
    });
  });
});

describe('the order of the file counts', () => {
  test('also where names are numbers', () => {
    const subject = makeSubject(
      'collections: { 10: {}, 2: {}, constructor: {} }\nfields: { zone: { options: { 30: c, 4: a, 100: b } } }',
    );
    expect(subject.collections.map(({ name }) => name)).toEqual(['10', '2', 'constructor']);
    expect(subject.plain.fields[0]?.options.map(({ value }) => value)).toEqual(['30', '4', '100']);
  });
});

/** Wrong declaration → what must be said. The rest of each still holds. */
const wrong: [string, string, RegExp][] = [
  ['an unknown key', 'titel: x', /^1:1 warning: .*"titel"; did you mean "title"\?/],
  ['an unknown key inside', 'collections:\n  a:\n    labl: x', /^3:5 warning: .*did you mean "label"/],
  ['a wrong type', 'collections: [[a]]', /^1:1 warning: collections.*\[\[a\]\]/],
  ['a list instead of lines', '- a', /^1:1 warning: .*name: value/],
  ['broken YAML', 'title: "x\nb: [', /^\d:\d+ warning: atlas\.yaml could not be read/],
  [
    'broken YAML that asks to be strict',
    'strict: true\ntitle: [',
    /^\d:\d+ error: atlas\.yaml could not be read/,
  ],
  ['an alias that holds itself', 'fields: &a\n  x: *a', /^2:6 warning: .*the alias stands inside/],
  [
    'a quote in braces that nothing closes',
    'home: { lead: x }\nfields: { a: { label: "A }\n',
    /^2:23 warning: /,
  ],
  ['brackets thousands deep', `title: ${'['.repeat(50_000)}`, /^1:\d+ warning: .*too deep in each other/],
  ['two texts in one file', 'title: a\n---\ntitle: b', /^2:1 warning: .*second text; remove it\. /],
  ['a tag', 'title: !!binary aGk=', /^1:8 warning: a tag/],
  ['far too much', `# ${'x'.repeat(200_000)}`, /^1:1 warning: is longer than 200 kB/],
  ['an empty label', 'collections:\n  a: { label: "" }', /^2:8 warning: label: .*""; write one text/],
  [
    'a label without end',
    `title: ${'x'.repeat(600)}`,
    /^1:1 warning: title: this value cannot be used: x{60}…/,
  ],
  ['a label with markup', 'collections:\n  a: { label: "<b>A</b>" }', /^2:8 warning: label: marks are shown/],
  ['an address of another kind', 'url: ftp://x', /^1:1 warning: url: .*; write an address/],
  ['a field twice', 'fields:\n  a: { label: 1 }\n  a: { label: 2 }', /^3:3 warning: "a" is written twice/],
  ['an unknown language', 'language: kor', /^1:1 warning: .*"kor"; there are: ko, en\. /],
  [
    'an unknown type of field',
    'fields:\n  a: { type: nmber }',
    /^2:8 warning: .*nmber; did you mean "number"/,
  ],
  ['a choice of nothing', 'fields:\n  a: { type: select }', /^2:3 warning: .*no options/],
  [
    'a field named like a relation',
    'relations: { on: {} }\ncollections:\n  b:\n    fields: { on: {} }',
    /^4:15 warning: .*named like a relation/,
  ],
  [
    'a field named like a property',
    'collections:\n  b:\n    fields: { role: {} }',
    /^3:15 warning: .*built-in/,
  ],
  ['more than required for a built-in', 'fields: { title: { label: x } }', /^1:20 warning: .*only required/],
  [
    'a field of a role that is none',
    'collections:\n  b:\n    roles: { one: {} }\n    fields: { x: { roles: [two] } }',
    /^4:28 warning: no role "two"/,
  ],
  [
    'notes of a collection that is none',
    'collections:\n  box: { fields: { x: { type: note, collection: bx } } }',
    /^2:37 warning: no collection "bx"; did you mean "box"/,
  ],
  [
    'a table of a collection that is none',
    'collections:\n  box: { tables: { t: { of: bxo } } }',
    /^2:25 warning: no collection "bxo"; did you mean "box"/,
  ],
  [
    'a column that is none',
    'collections:\n  box: { tables: { t: { columns: [titel] } } }',
    /^2:35 warning: no path "titel"; did you mean "title"/,
  ],
  [
    'rows that are no list',
    'collections:\n  box: { fields: { x: {} }, tables: { t: { rows: x } } }',
    /^2:44 warning: .*no list/,
  ],
  [
    'a home map that is none',
    'home: { map: bxo }\ncollections: { box: {} }',
    /^1:9 warning: no collection "bxo"; did you mean "box"/,
  ],
  ['storeys of nothing', 'collections:\n  box: { map: { kind: strata } }', /^2:10 warning: strata/],
  ['an edge without an end', 'collections:\n  box: { map: { edges: [{}] } }', /^2:25 warning: an edge/],
  [
    'two collections with one folder',
    'collections:\n  a: { folder: x }\n  b: { folder: x }',
    /^3:8 warning: the folder "x" belongs to the collection "a"/,
  ],
  ['a folder outside', 'collections:\n  a: { folder: ../x }', /^2:8 warning: the folder "\.\.\/x"/],
  ['a folder that is a page', 'collections:\n  search: {}', /^2:3 warning: "\/search\/"/],
  ['a collection called like plain notes', 'collections:\n  note: {}', /^2:3 warning: "note" cannot be/],
  ['a class that is taken', 'collections:\n  a: { class: risk }', /^2:8 warning: .*taken/],
  [
    'a hue that is none',
    'collections:\n  a: { hue: "red; } body { display: none" }',
    /^2:8 warning: .*no colour/,
  ],
  [
    'a hue without contrast',
    'collections:\n  a: { hue: "#ffff00" }',
    /^2:8 warning: .*cannot be read on light paper.*oklch/,
  ],
  [
    'a hue without contrast in the dark',
    'collections:\n  a: { hue: ["#333", "#111"] }',
    /^2:8 warning: .*dark paper/,
  ],
  [
    'a type that schema.org cannot have',
    'collections:\n  a: { jsonld: "</script>" }',
    /^2:8 warning: jsonld/,
  ],
  ['two labels without inverse', 'relations:\n  on: { label: [a, b] }', /^2:9 warning: .*no inverse/],
  ['an inverse without label', 'relations:\n  on: { label: a, inverse: under }', /^2:9 warning: .*"under"/],
  ['an inverse that is a relation', 'relations:\n  on: { inverse: by }\n  by: {}', /^2:9 warning: .*"by"/],
  [
    'a relation from nowhere',
    'relations:\n  on: { from: [bxo] }\ncollections: { box: {} }',
    /^2:16 warning: no collection "bxo"; did you mean "box"/,
  ],
];
wrong.push(
  [
    'a list for names',
    'collections:\n  a:\n    roles: [b, [c]]',
    /^3:5 warning: roles: .*\[b, \[c\]\]; write names/,
  ],
  ['a type for a field', 'fields:\n  a: number', /^2:3 warning: a: .*; did you mean "\{ type: number \}"\?$/],
  ['a label for a relation', 'relations: { a: In }', /^1:14 .*; did you mean "\{ label: In \}"\?$/],
  ['two labels for a relation', 'relations: { a: [In, Of] }', /^1:14 .*"\{ label: \[In, Of\] \}"\?$/],
  ['values for a field', 'fields: { a: [x, y] }', /^1:11 .*; did you mean "\{ options: \[x, y\] \}"\?$/],
  ['notes for a path', 'paths: { a: [x, y] }', /^1:10 .*; did you mean "\{ notes: \[x, y\] \}"\?$/],
  ['a word for yes', 'fields:\n  a: { required: yes }', /^2:8 warning: required: .*; write true or false/],
  ['several for one', 'title: [a, b]', /^1:1 warning: title: .*; write one text$/],
  ['tabs', 'collections:\n\ta: {}', /^2:1 warning: .*tabs cannot indent/],
  [
    'a colon in a line',
    'title: Law: a reader',
    /^1:8 warning: .*two colons in one line; put the value in quotes/,
  ],
  ['an alias of nothing', 'title: a\nfields: *none', /^2:9 warning: .*\*none names nothing/],
  [
    'a default of another type',
    'fields:\n  a: { type: boolean, default: maybe }',
    /^2:23 warning: default: maybe .*boolean/,
  ],
);
wrong.push(
  ['a hue beyond the circle', 'collections:\n  a: { hue: 400 }', /^2:8 warning: hue: 400 .* read as 40$/],
  ['a hue before the circle', 'collections:\n  a: { hue: -20 }', /^2:8 warning: hue: -20 .* read as 340$/],
  ['a hue that is a yes', 'collections:\n  a: { hue: true }', /^2:8 warning: "true" is no colour/],
  ['a hue without end', 'collections:\n  a: { hue: .inf }', /^2:8 warning: .*is no colour/],
  [
    'two folders that differ in case only',
    'collections:\n  a: { folder: Box }\n  b: { folder: box }',
    /^3:8 warning: the folders "box" and "Box" differ only in their case/,
  ],
  [
    'two fields with one label',
    'collections:\n  a: { fields: { x: { label: Same }, y: { label: Same } } }',
    /^2:38 warning: .*"y" and "x" as one: both are called "Same"/,
  ],
  [
    'a field called like a shared one',
    'fields: { zone: {} }\ncollections:\n  a: { fields: { place: { label: zone } } }',
    /^3:18 warning: .*"place" and "zone" as one/,
  ],
  [
    'two values with one label',
    'fields: { x: { options: { a: Same, b: Same } } }',
    /^1:36 warning: .*"b" and "a" as one/,
  ],
  [
    'two collections with one label',
    'collections: { a: { label: Same }, b: { label: Same } }',
    /^1:36 warning: .*"b" and "a" as one/,
  ],
  [
    'two relations with one label',
    'relations: { a: { label: Same }, b: { label: Same } }',
    /^1:34 warning: .*"b" and "a" as one/,
  ],
  ['an inverse of itself', 'relations:\n  a: { label: x, inverse: a }', /^2:18 warning: .*its own inverse/],
  [
    'an inverse to write where there is none',
    'relations:\n  a: { write: both }',
    /^2:8 warning: write says nothing here; it belongs to inverse/,
  ],
  ['a weight beyond the scale', 'relations:\n  a: { weight: [9, 1] }', /^2:8 warning: weight: 9 .* 0 to 5/],
  [
    'a relation without a name',
    'relations: { "": {} }',
    /^1:14 warning: "" cannot be the name of a relation/,
  ],
  ['a relation named like a way back', 'relations: { ~on: {} }', /^1:14 warning: "~on" cannot be/],
  ['a field without a name', 'fields: { "": {} }', /^1:11 warning: "" cannot be the name of a field/],
  [
    'a shared field named like a property',
    'fields: { role: {} }',
    /^1:11 warning: "role" is a built-in property/,
  ],
  [
    'a shared field named like a relation',
    'fields: { on: {} }\nrelations: { on: {} }',
    /^1:11 warning: .*named like a relation/,
  ],
  ...(
    [
      ['options: { a: 1 }', 'number', 'options', 'select'],
      ['collection: a', 'string', 'collection', 'note'],
      ['precision: year', 'number', 'precision', 'date'],
      ['fields: { a: {} }', 'string', 'fields', 'object'],
    ] as const
  ).map(([text, type, key, of]): [string, string, RegExp] => [
    `${key} of a ${type}`,
    `fields:\n  f: { type: ${type}, ${text} }\ncollections: { a: {} }`,
    new RegExp(`^2:\\d+ warning: ${key} says nothing here; it belongs to type: ${of}`, 'u'),
  ]),
  [
    'a label on an arrow that shows none',
    'collections:\n  a: { map: { edges: [{ to: parent, label: x }] } }',
    /^2:37 warning: label says nothing here; it belongs to between/,
  ],
  [
    'an arrow in strata, which draw none',
    'collections:\n  a:\n    fields: { f: { options: { x: X } } }\n    map: { kind: strata, group: f, edges: [{ to: parent }] }',
    /^4:46 warning: to says nothing here; it belongs to kind: flow/,
  ],
  ['a path of no notes', 'paths: { p: {} }', /^1:10 warning: the path "p" names no notes/],
  ['a note twice in a path', 'paths: { p: { notes: [a, b, a] } }', /^1:29 warning: "a" stands twice/],
  ['a label of invisible signs', 'collections:\n  a: { label: "\u200b" }', /^2:8 warning: label: this value/],
  ['a label that turns what follows', 'title: "a\u202eb"', /^1:1 warning: title: signs that nobody sees/],
  [
    'a column named like what every object has',
    'collections: { box: { tables: { t: { columns: [constructor, toString] } } } }',
    /^1:48 warning: no path "constructor"/,
  ],
  [
    'a group that no note has',
    'collections: { box: { fields: { zone: {} }, tables: { t: { group: zonne } } } }',
    /^1:60 warning: no path "zonne"; did you mean "zone"/,
  ],
);
/** Two collections, so that what all notes have is read more than once. */
const two = '\ncollections: { box: { roles: { main: {} } }, bag: {} }';
wrong.push(
  [
    'a shared field of a collection that is none',
    `fields:\n  a: { type: note, collection: bx }${two}`,
    /^2:20 warning: no collection "bx"; did you mean "box"/,
  ],
  [
    'a shared field of a role that is none',
    `fields:\n  a: { roles: [mian] }${two}`,
    /^2:16 .*did you mean "main"/,
  ],
  ['a place that is none', 'fields:\n  a: { show: [facts, tabel] }', /^2:22 .*tabel; did you mean "table"/],
  [
    'a column of two',
    'collections: { a: { tables: { t: { columns: [{ A: title, B: order }] } } } }',
    /^1:46 warning: columns: /,
  ],
  ['a type in small letters', 'collections: { a: { jsonld: product } }', /^1:21 .*schema\.org.*capital/],
  ['a default that is no day', 'fields: { a: { type: date, default: 2026-13-40 } }', /^1:28 .*date/],
  ['a default that is too coarse', 'fields: { a: { type: date, default: 2026-01 } }', /^1:28 .*date/],
  ['a default of an object', 'fields: { a: { fields: { b: {} }, default: x } }', /^1:35 .*object/],
  [
    'two short names',
    'fields: { a: { as: short }, b: { as: short } }',
    /^1:34 .*"b" and "a" are both as: short/,
  ],
  [
    'a definition that is a number',
    'fields: { a: { type: number, as: definition } }',
    /^1:30 .*as says nothing here/,
  ],
  [
    'an edge with both ends',
    'collections: { a: { map: { edges: [{ from: parent, to: parent }] } } }',
    /^1:52 .*from or to/,
  ],
  [
    'an edge from a value to itself',
    'collections:\n  a: { fields: { z: { options: { x: X } } }, map: { kind: strata, group: z, edges: [{ between: [x, x] }] } }',
    /^2:\d+ warning: between joins "x" with itself/,
  ],
  [
    'a frame around what is no choice',
    'collections: { a: { map: { edges: [{ from: parent, group: Frame }] } } }',
    /^1:52 .*group says nothing here; it belongs to type: select/,
  ],
  [
    'two roles with one label',
    'collections: { a: { roles: { b: { label: S }, c: { label: S } } } }',
    /^1:47 .*"c" and "b" as one/,
  ],
  [
    'two paths with one label',
    'paths: { b: { label: S, notes: [x] }, c: { label: S, notes: [x] } }',
    /^1:39 .*"c" and "b" as one/,
  ],
  ['a list for a name', 'collections:\n  ? [a, b]\n  : {}', /^2:5 .*a name is one text/],
  [
    'a column behind one that is taken out',
    'collections:\n  a: { tables: { t: { columns: [[x], title, titel] } } }',
    /^2:45 .*no path "titel"; did you mean "title"/,
  ],
  [
    'two wrong lines of a map',
    'collections:\n  a:\n    map:\n      edges:\n        - x\n        - y',
    /^6:11 .*edges: .*: y;/,
  ],
);

test('what all notes have is said once, where it stands', () => {
  for (const field of ['{ type: note, collection: bx }', '{ type: select }', '{ type: number, default: x }'])
    expect(problemsOf(`fields:\n  a: ${field}${two}`)).toEqual([expect.stringMatching(/^2:/)]);
});

test('a field of all notes has the roles that a collection knows', () => {
  const subject = makeSubject(`fields: { a: { roles: [main] }, b: {} }${two}`);
  const names = [...subject.collections, subject.plain].map(({ fields }) => fields.map(({ name }) => name));
  expect(names).toEqual([['a', 'b'], ['b'], ['b']]);
});

test('numbers are read as they are written', () => {
  const subject = makeSubject(
    'title: 2.0\ncollections: { 007: { hue: 30.0 }, 1e3: {} }\nrelations: { 1.0: { weight: 3, order: 1.0 } }\nfields: { f: { options: { 01: a, 1.0: b, 1: c } } }',
  );
  expect(subject.title).toBe('2.0');
  expect(subject.collections.map(({ name }) => name)).toEqual(['007', '1e3']);
  expect(subject.relations.all).toMatchObject([{ type: '1.0', weight: 3, order: 1 }]);
  expect(subject.plain.fields[0]?.options.map(({ value }) => value)).toEqual(['01', '1.0', '1']);
});

test.each(wrong)('%s is said at its place', (_, yaml, expected) => {
  const said = problemsOf(yaml);
  expect(
    said.some((line) => expected.test(line)),
    said.join('\n'),
  ).toBe(true);
  expect(() => readDeclaration(yaml, { title: 'x', language: 'ko' })).not.toThrow();
});

test('anchors and merged keys are what they stand for', () => {
  const subject = makeSubject(
    'fields:\n  a: &shown { type: number, show: [facts, table, facet] }\n  b: { <<: *shown, label: B }\n  c: *shown',
  );
  expect(subject.plain.fields).toMatchObject(
    ['a', 'B', 'c'].map((label) => ({ label, type: 'number', show: ['facts', 'table', 'facet'] })),
  );
  expect(problemsOf('fields:\n  a: &shown { type: number }\n  b: { <<: *shown, labl: B }')).toEqual([
    expect.stringMatching(/^3:20 warning: unknown name "labl"/),
  ]);
});

test('names that every object has are names like others', () => {
  const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty'];
  const list = names.map((name) => `${name}: { label: "of ${name}" }`).join(', ');
  const yaml = `collections: { ${list} }\nrelations: { ${list}, __proto__: {} }\nfields: { f: { options: { ${names.join(': 1, ')}: 2 } } }`;
  const subject = makeSubject(yaml);
  expect(subject.collections.map(({ name }) => name)).toEqual(names);
  expect(subject.relations.written).toEqual([...names, '__proto__']);
  expect(subject.relations.find('toString').label).toBe('of toString');
  expect(subject.plain.fields[0]?.options.map(({ value }) => value)).toEqual(names);
});

test('a byte order mark and other line ends move no place', () => {
  expect(problemsOf('\ufefftitle: X\r\ncollections:\r\n  a: { labl: 1 }\r\n')).toEqual([
    expect.stringMatching(/^3:8 warning: unknown name "labl"/),
  ]);
});

test('two fields of different roles may have one label', () => {
  const fields = '{ x: { label: Same, roles: [p] }, y: { label: Same, roles: [q] } }';
  expect(problemsOf(`collections:\n  a: { roles: { p: {}, q: {} }, fields: ${fields} }`)).toEqual([]);
});

test('a strict declaration is held to itself', () => {
  expect(problemsOf('strict: true\ntitel: x')).toEqual([expect.stringMatching(/^2:1 error/)]);
});

test('what is wrong costs only itself', () => {
  const subject = makeSubject(
    'titel: x\ncollections:\n  a: { label: A, hue: none, fields: { x: { type: nope, label: X } } }\n  b: { map: 3 }',
  );
  expect(subject.collections.map(({ name, label }) => `${name} ${label}`)).toEqual(['a A', 'b b']);
  expect(subject.collections[0]?.fields).toMatchObject([{ name: 'x', type: 'string', label: 'X' }]);
});

test('forty collections have forty classes and colours that can be read', () => {
  const yaml = `collections:\n${Array.from({ length: 40 }, (_, index) => `  종류 ${index}: {}`).join('\n')}`;
  const { collections } = makeSubject(yaml);
  expect(problemsOf(yaml)).toEqual([]);
  expect(new Set(collections.map((collection) => collection.class)).size).toBe(40);
  expect(new Set(collections.map(({ hue }) => hue.hex)).size).toBe(40);
});

test('a collection that names no colour has none that another has named', () => {
  const angle = (light: string) => Number(light.split(/[ )]/u)[2]);
  for (const hues of [[300], [256], [34, 171], ['#7a4b12', 300, 'gray'], [0, 60, 120, 180, 240, 300]]) {
    const named = hues.map((hue, index) => `n${index}: { hue: "${hue}" }`);
    const { collections } = makeSubject(`collections: { ${named.join(', ')}, a: {}, b: {}, c: {}, d: {} }`);
    const angles = collections
      .filter((_, index) => hues[index] !== 'gray')
      .map(({ hue }) => angle(hue.light));
    const near = angles.flatMap((one, index) =>
      angles.slice(index + 1).map((other) => Math.abs(((one - other + 540) % 360) - 180)),
    );
    expect(Math.min(...near), String(angles)).toBeGreaterThan(15);
  }
});

test('nothing of a declaration reaches the style sheet as it is written', () => {
  const css = writeKindStyles(
    makeSubject(`collections:\n  "x'] } body { color: red": { folder: box, hue: 30 }`),
  );
  expect(css).not.toContain('body {');
  expect(css).toContain('light-dark(oklch(47% 0.13 30), oklch(78% 0.1 30))');
});

describe('front matter', () => {
  const subject = makeSubject(`
strict: true
fields: { title: { required: true } }
collections:
  box:
    roles: { main: {}, side: {} }
    fields:
      ports: { type: number, roles: [main], required: true }
      zone: { options: { in: Inside, out: Outside } }
      since: { type: date, precision: month }
      links: { type: object, list: true, fields: { to: { type: note, required: true } } }
`);
  const [box] = subject.collections;
  if (!box) throw new Error('no collection');
  const schema = compileSchema(box, subject, true);
  const right = { title: 'A', role: 'main', ports: 8, zone: 'in', since: '2026-03', links: [{ to: 'b' }] };

  test('is typed by role', () => {
    expect(schema.safeParse(right).success).toBe(true);
    expect(schema.safeParse({ title: 'A', role: 'side' }).success).toBe(true);
    for (const wrongPart of [
      { role: 'x' },
      { ports: 'many' },
      { zone: 'up' },
      { since: '2026-13' },
      { links: [{}] },
      { other: 1 },
    ])
      expect(schema.safeParse({ ...right, ...wrongPart }).success, JSON.stringify(wrongPart)).toBe(false);
  });

  test('takes what YAML makes of values in no quotes', () => {
    const [dial] = makeSubject(
      'collections: { dial: { fields: { made: { type: date, precision: year }, lit: { type: boolean }, size: { options: { 1.0: S, 2: M, true: L } } } } }',
    ).collections;
    if (!dial) throw new Error('no collection');
    const exact = compileSchema(dial, subject, true);
    expect(exact.safeParse({ made: 1571, lit: 'no', size: 1 }).data).toMatchObject({
      made: '1571',
      lit: false,
      size: '1.0',
    });
    expect(exact.safeParse({ size: true }).data).toMatchObject({ size: 'true' });
    for (const wrongPart of [{ made: 157 }, { lit: 'perhaps' }, { size: 3 }])
      expect(exact.safeParse(wrongPart).success, JSON.stringify(wrongPart)).toBe(false);
    const json = JSON.stringify(writeNoteSchema(exact));
    expect(json).toContain('"enum":["1.0","2","true",1,2,true]');
    expect(json).toContain('{"type":"integer"}]');
  });

  test('requires nothing where nobody is strict', () => {
    const lenient = compileSchema(box, subject, false);
    expect(lenient.safeParse({ other: 1, ports: '8' }).data).toMatchObject({ ports: 8 });
  });

  test('has a JSON Schema that starts a note as it is declared to start, and calls values by their labels', () => {
    const fields =
      '{ a: { options: { x: Cross, y: Fork }, default: y }, b: { type: number, default: 3 }, c: { type: boolean, default: true, required: true, hint: Ask } }';
    const [dial] = makeSubject(`collections: { dial: { fields: ${fields} } }`).collections;
    if (!dial) throw new Error('no collection');
    expect(writeNoteSchema(compileSchema(dial, subject, true))).toMatchObject({
      properties: {
        a: { enum: ['x', 'y'], enumDescriptions: ['Cross', 'Fork'], default: 'y' },
        b: { type: 'number', default: 3 },
        c: { type: ['boolean', 'string'], default: true, description: 'Ask' },
      },
    });
  });

  test('has a JSON Schema of what authors write', () => {
    const json = JSON.stringify(writeNoteSchema(schema));
    expect(json).toContain('"enum":["in","out"]');
    expect(json).not.toContain('"required":["tags"');
  });
});

test('the declaration has a JSON Schema that documents every key', () => {
  const schema = writeDeclarationSchema() as { properties: Record<string, { description?: string }> };
  expect(Object.entries(schema.properties).filter(([, { description }]) => !description)).toEqual([]);
  expect(Object.keys(schema.properties)).toContain('paths');
});

test.each([
  [['한국어 글입니다. API와 GPU를 씁니다.'], 'ko'],
  [['A note about switches and routers.'], 'en'],
  [['---\ntitle: 제목\n---\nAn English text, whatever its title.'], 'en'],
  [[], 'ko'],
])('the language of %j is %s', (texts, language) => expect(inferLanguage(texts)).toBe(language));

test('a mistake that makes the parser stumble on is said once', () => {
  expect(problemsOf('title: Huts\n x: 1\n\ty: 2\nz: "a" b: c {d} [e]\nf: "g" h').length).toBeLessThan(5);
});

test('a wrong name in a list is said at its own place', () => {
  const lists = [
    ['fields: { size: { roles: [base, bas] } }', 'bas]'],
    ['tables: { all: { roles: [base, bas] } }', 'bas]'],
    ['map: { edges: [{ to: near, except: [box, boxx] }] }', 'boxx]'],
    ['map: { kind: strata, group: kind, edges: [{ between: [a, c] }] }', 'c]'],
  ];
  for (const [line = '', wrong = ''] of lists) {
    const fields = line.startsWith('fields') ? '' : '    fields: { kind: { options: { a: A, b: B } } }\n';
    const yaml = `collections:\n  box:\n    roles: { base: {} }\n${fields}    ${line}\nrelations: { near: {} }\n`;
    const row = fields ? 5 : 4;
    expect(problemsOf(yaml)).toEqual([
      expect.stringMatching(new RegExp(`^${row}:${line.lastIndexOf(wrong) + 5} `, 'u')),
    ]);
  }
});

describe('a list of names', () => {
  const yaml = `collections:
  - ship
  - pilot: { roles: [harbour, river], fields: [rank, { tonnage: { type: number } }] }
fields: { flag: { type: select, options: [no, dk, 7] } }
relations: [boards, { near: { label: Near } }]
sources: { kinds: [book] }
`;
  const { subject, problems } = readDeclaration(yaml, { title: 'x', language: 'en' });

  test('says what a map of them says', () => {
    expect(problems).toEqual([]);
    expect(subject.collections.map(({ name }) => name)).toEqual(['ship', 'pilot']);
    expect(subject.collections[1]?.roles.map(({ name }) => name)).toEqual(['harbour', 'river']);
    expect(subject.collections[1]?.fields.map(({ name, type }) => [name, type])).toEqual([
      ['flag', 'select'],
      ['rank', 'string'],
      ['tonnage', 'number'],
    ]);
    expect(subject.plain.fields[0]?.options.map(({ value, label }) => [value, label])).toEqual([
      ['no', 'no'],
      ['dk', 'dk'],
      ['7', '7'],
    ]);
    expect(subject.relations.written).toEqual(['boards', 'near']);
    expect([...subject.sourceKinds]).toEqual([['book', 'book']]);
  });

  test('says each name beside what belongs to it, too, as other tools have it', () => {
    const items = `collections:
  - name: ship
    label: Ships
    roles: [{ name: main, label: Main }]
    fields:
      - name: flag
        options: [{ value: no, label: Norway }, { value: dk }]
      - { name: crew, fields: [{ id: who, type: note }, { id: since }] }
    tables: [{ name: all, title: All }]
relations: [{ type: boards, label: Boards }, { type: near }]
paths: [{ name: first, notes: [a] }]
sources: { kinds: [{ name: book, label: Books }] }
wording: [{ word: boat, instead: ship }]
`;
    const { subject, problems } = readDeclaration(items, { title: 'x', language: 'en' });
    expect(problems).toEqual([]);
    const [ship] = subject.collections;
    expect(ship).toMatchObject({ label: 'Ships', roles: [{ name: 'main', label: 'Main' }] });
    expect(
      ship?.fields.map(({ name, options, fields }) => [name, options, fields.map(({ name }) => name)]),
    ).toEqual([
      [
        'flag',
        [
          { value: 'no', label: 'Norway' },
          { value: 'dk', label: 'dk' },
        ],
        [],
      ],
      ['crew', [], ['who', 'since']],
    ]);
    expect(ship?.tables).toMatchObject([{ name: 'all', title: 'All' }]);
    expect(subject.relations.written).toEqual(['boards', 'near']);
    expect(subject.paths).toMatchObject([{ name: 'first', notes: ['a'] }]);
    expect([...subject.sourceKinds, ...subject.wording]).toEqual([
      ['book', 'Books'],
      ['boat', 'ship'],
    ]);
  });

  test('may have names that say elsewhere what an item is called', () => {
    const { plain } = makeSubject('fields: { f: { options: [{ id: Identity }, { name: Name }] }, g: [] }');
    expect(plain.fields[0]?.options).toEqual([
      { value: 'id', label: 'Identity' },
      { value: 'name', label: 'Name' },
    ]);
  });

  test('is one for editors, too', () => {
    expect(JSON.stringify(writeDeclarationSchema())).not.toContain('alone');
    expect(writeDeclarationSchema()).toMatchObject({
      properties: {
        collections: {
          type: ['object', 'array'],
          items: { type: ['string', 'number', 'boolean', 'object'] },
        },
        wording: { type: ['object', 'array'], items: { type: ['object'] } },
      },
    });
  });

  test('has its faults at their own places', () => {
    expect(
      problemsOf('collections:\n  - ship\n  - pilot: { labl: x }\nrelations:\n  - near: { weight: 9 }'),
    ).toEqual([expect.stringMatching(/^3:14 .*"labl"/u), expect.stringMatching(/^5:13 .*weight/u)]);
    expect(
      problemsOf(
        'fields:\n  - name: zone\n    typ: number\n  - name: age\n    type: nmber\n  - label: x\n  - name: age\n    type: number',
      ),
    ).toEqual([
      expect.stringMatching(/^3:5 .*"typ"; did you mean "type"/u),
      expect.stringMatching(/^6:5 .*no name; write "name: …" beside label/u),
      expect.stringMatching(/^7:5 .*"age" is written twice/u),
    ]);
  });
});

test.each([
  ['a select without options', 'fields: { flag: { type: select }, TABLE }'],
  ['options in one text', 'fields: { flag: { options: "no, dk" }, TABLE }'],
  ['an unknown type', 'fields: { flag: { type: integer }, TABLE }'],
  ['a text for a field', 'fields: { flag: number, TABLE }'],
  ['a text for a role', 'roles: { flag: Flag }, fields: { TABLE }'],
  ['roles that cannot be used', 'roles: { a: {} }, fields: { flag: {} }, drop: { x: y }'],
])('%s costs one line, and none in notes and tables', (_, inside) => {
  const yaml = `collections:\n  ship: { ${inside.replace('TABLE', 'size: {}')}, tables: { all: { columns: [title, ${inside.includes('roles: { f') ? 'role' : 'flag'}] } } }`;
  const { subject, problems } = readDeclaration(yaml, { title: 'x', language: 'en' });
  expect(problems).toHaveLength(1);
  const [ship] = subject.collections;
  expect(ship?.tables[0]?.columns).toHaveLength(2);
  const note = inside.includes('roles: { f')
    ? { role: 'flag' }
    : { flag: 7, ...(inside.startsWith('roles') ? { flag: 'x', role: 'a' } : {}) };
  expect(ship && compileSchema(ship, subject, true).safeParse({ title: 'x', ...note }).success).toBe(true);
});

test('a built-in property that is declared as a field is said once', () => {
  expect(problemsOf('fields: { summary: { label: In short, type: text, show: facts } }')).toHaveLength(1);
});

test('a name that no field may have is no second mistake in notes', () => {
  const { subject, problems } = readDeclaration('collections: { a: { fields: { short: {} } } }', {
    title: 'x',
    language: 'en',
  });
  expect(problems).toHaveLength(1);
  const [first] = subject.collections;
  expect(first && compileSchema(first, subject, true).safeParse({ title: 'x', short: 'y' }).success).toBe(
    true,
  );
});

test('a relation that reads like another from its other end is said', () => {
  expect(
    problemsOf('relations:\n  boards: { inverse: boarded, label: [Boards, Near] }\n  near: { label: Near }'),
  ).toEqual([expect.stringMatching(/^3:3 .*"near".*"Near"/u)]);
});

test.each([
  'title:Boats',
  'collections:\n  a:\n  label: A\n    fields: {}\n  b:\n    label: B',
  'a:\n\tb: 1',
])('a line that cannot stand where it does is one mistake: %j', (yaml) =>
  expect(problemsOf(yaml)).toHaveLength(1),
);

test('a yes for strict is a yes, and said', () => {
  expect(problemsOf('strict: yes')).toEqual([expect.stringMatching(/^1:1 error: strict/u)]);
});

test('editors take what the check takes: headings of columns, and a yes in a text', () => {
  const atlas = JSON.stringify(writeDeclarationSchema());
  expect(atlas).toContain(
    '{"type":"object","minProperties":1,"maxProperties":1,"additionalProperties":{"type":"string"}}',
  );
  expect(atlas).not.toContain('prefixItems":[{"type":"string"},{"anyOf"');
  const subject = makeSubject(
    'language: en\ncollections: { bird: { fields: { migrant: { type: boolean } } } }',
  );
  const [bird] = subject.collections;
  expect(bird && writeNoteSchema(compileSchema(bird, subject, true))).toMatchObject({
    properties: { migrant: { enum: [true, false, 'Yes', 'No', 'yes', 'no', 'on', 'off'] } },
  });
});

describe('a word of another tool', () => {
  test.each([
    ['fields: { f: { choices: [a, b] } }', 'options'],
    ['fields: { f: { type: select, values: [a, b] } }', 'options'],
    ['fields: { f: { type: select, enum: [a, b] } }', 'options'],
    ['fields: { f: { type: choice, options: [a, b] } }', 'select'],
    ['fields: { f: { type: bool } }', 'boolean'],
    ['fields: { f: { type: int } }', 'number'],
    ['fields: { f: { type: datetime } }', 'date'],
    ['fields: { f: { type: reference } }', 'note'],
    ['fields: { f: { type: list } }', 'list: true'],
    ['fields: { f: { multiple: true } }', 'list'],
    ['fields: { f: { optional: true } }', 'required'],
    ['fields: { f: { show: filter } }', 'facet'],
    ['paths: { p: { title: First, notes: [a] } }', 'label'],
    ['paths: { p: { steps: [a] } }', 'notes'],
    ['collections: { a: { color: red } }', 'hue'],
    ['collections: { a: { name: A } }', 'label'],
    ['relations: { r: { label: [a, b], reverse: q } }', 'inverse'],
    ['lang: en', 'language'],
    ['name: House', 'title'],
    ['collections: { a: { map: { edges: [{ relation: parent }] } } }', 'to'],
    ['collections: { a: { map: { kind: tree } } }', 'flow'],
    // A slip of the hand comes first.
    ['collections: { a: { labels: A } }', 'label'],
    ['fields: { f: { option: [a] } }', 'options'],
  ])('%s is answered in one line, with the name that holds here: %s', (yaml, meant) =>
    expect(problemsOf(yaml)).toEqual([expect.stringContaining(`did you mean "${meant}"?`)]),
  );

  test('is answered also where a label stands for a name', () => {
    const box =
      'collections:\n  box:\n    label: Wooden boxes\n    roles: { main: { label: Main one } }\n    fields: { size: { label: In metres }, lid: { options: { y: With } } }\n';
    for (const [line, meant] of [
      ['home: { map: Wooden boxes }', 'box'],
      ['relations: { on: { to: Wooden boxes } }', 'box'],
      ['    tables: { t: { columns: [title, In metres] } }', 'size'],
      ['    tables: { t: { roles: [Main one] } }', 'main'],
      ['fields: { f: { options: { a: Alpha }, default: alpha } }', 'a'],
    ] as const)
      expect(problemsOf(`${box}${line}`)).toEqual([expect.stringContaining(`did you mean "${meant}"?`)]);
  });
});

test.each([
  ['a table without a name', 'collections:\n  a:\n    tables: { title: All, columns: [title] }', '3:5'],
  ['a relation without a name', 'relations: { label: On, weight: 2 }', '1:1'],
  ['an object in an object', 'fields: { f: { fields: { a: { type: object, fields: { b: {} } } } } }', '1:31'],
  [
    'two collections with one folder, the later named elsewhere',
    'collections:\n  a: { folder: x }\n  b: { folder: x, tables: { t: { of: b, columns: [zz] } } }\nhome: { map: b }\nrelations: { r: { to: b } }',
    '3:8',
  ],
  ['a folder outside, named elsewhere', 'collections: { b: { folder: ../x } }\nhome: { map: b }', '1:21'],
  [
    'a field without a usable name, shown in a table',
    'collections: { b: { fields: { "a b": {} }, tables: { t: { columns: ["a b"], group: "a b" } } } }',
    '1:31',
  ],
  ['no blank after a colon', 'collections:\n  a:{label: x}', '2:3'],
])('%s is one line', (_, yaml, place) =>
  expect(problemsOf(yaml)).toEqual([expect.stringMatching(new RegExp(`^${place} `, 'u'))]),
);

test('a collection that has no place of its own is left out', () => {
  for (const one of ['note: {}', 'b: { folder: ../x }', 'search: {}', 'a: {}, b: { folder: a }'])
    expect(makeSubject(`collections: { ${one} }`).collections.map(({ name }) => name)).toEqual(
      one.startsWith('a') ? ['a'] : [],
    );
  const [kept] = makeSubject(
    'strict: true\ncollections: { a: {}, b: { folder: a, fields: { lid: {} } } }',
  ).collections;
  const schema = kept && compileSchema(kept, makeSubject(''), true);
  expect(schema?.safeParse({ title: 'x', lid: 'y' }).success).toBe(true);
});

test('an item of a list of columns is told how it is written', () => {
  expect(
    problemsOf('collections: { a: { tables: { t: { columns: [{ path: title, heading: Name }] } } } }'),
  ).toEqual([expect.stringContaining('{ Heading: path }')]);
});

test.each([
  ['title: @home', 'put it in quotes'],
  ['title: "a\\q"', 'written twice'],
])('%s is explained in words', (yaml, words) =>
  expect(problemsOf(yaml)).toEqual([expect.stringContaining(words)]),
);

test('a key that every object has is unknown like others, at any depth', () => {
  for (const key of ['constructor', 'toString', '__proto__'])
    expect(problemsOf(`${key}: { a: { b: c } }\ncollections: { box: { ${key}: { a: b } } }`)).toEqual([
      expect.stringContaining(`unknown name "${key}"`),
      expect.stringContaining(`unknown name "${key}"`),
    ]);
});

test.each([
  ['a text for a list', 'fields: { a: { options: "x, y" } }', '1:16', '"[x, y]"'],
  ['two places in one text', 'fields: { a: { show: "facts, table" } }', '1:16', '"[facts, table]"'],
  ['names in one line', 'relations: on, under', '1:1', '"[on, under]"'],
  ['a type in brackets', 'fields: { a: { type: "number[]" } }', '1:16', '"type: number, list: true"'],
  [
    'a column turned round',
    'collections: { a: { tables: { t: { columns: [{ title: N }] } } } }',
    '1:46',
    '"{ N: title }"',
  ],
  [
    'a column without a blank',
    'collections: { a: { tables: { t: { columns: [N:title] } } } }',
    '1:46',
    '"{ N: title }"',
  ],
  [
    'a colour that is a comment',
    'collections:\n  a:\n    hue: #ff0000\n    label: A',
    '3:10',
    'quotes: "#ff0000"',
  ],
  [
    'lines too far left',
    'collections:\n  a:\n  label: A\n  fields:\n    b: {}',
    '3:3',
    'label, fields must be indented further than "a"',
  ],
  ['a name too far left', 'collections:\na:\n  label: A', '2:1', 'indented further than "collections"'],
  [
    'a field too far left',
    'collections:\n  a:\n    fields:\n    b: { type: number }',
    '4:5',
    'indented further than "fields"',
  ],
  [
    'a bracket that a comment closes',
    'title: x\ncollections: { a: { hue: #ff0000 } }\nlanguage: en',
    '2:19',
    'bracket is not closed',
  ],
  [
    'a comment before the bracket that closes',
    'collections: { a: { hue: #ff0000\n} }',
    '1:19',
    'is not closed',
  ],
  ['a line without a colon', 'collections:\n  a:\n  b', '3:3', 'no line of "name: value"'],
  ['an item among lines', 'collections:\n  a: {}\n  - b', '3:1', 'no line of "name: value"'],
  ['a merge of numbers', 'title: x\nfields: { a: { <<: [1, 2] } }', '2:16', '<< takes'],
  [
    'an inverse that is declared too',
    'relations:\n  on: { inverse: by, label: [On, By] }\n  by: { label: By }',
    '2:9',
    '"by"',
  ],
])('%s is one line that says what to write', (_, yaml, place, words) => {
  expect(problemsOf(yaml)).toEqual([expect.stringContaining(words)]);
  expect(problemsOf(yaml)[0]?.split(' ')[0]).toBe(place);
});

test('what stands one indentation too far left holds all the same', () => {
  const { collections } = makeSubject(
    'collections:\n  a:\n  label: A\n  fields:\n    b: {}\n  c:\n  d: { label: D }',
  );
  expect(collections.map(({ name, label }) => `${name} ${label}`)).toEqual(['a A', 'c c', 'd D']);
  expect(collections[0]?.fields.map(({ name }) => name)).toEqual(['b']);
  expect(problemsOf('fields: { f: { options: { article: , note: Note, label: Label } } }')).toEqual([]);
});

test('a key in Korean is answered with the name that means the same', () => {
  const { problems } = readDeclaration(
    '제목: 배\n모음:\n  배: { 이름표: 배 }\ncollections:\n  배: { 필드: { 톤수: { 종류: number } } }',
    { title: 'x', language: 'ko' },
  );
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('"title"'),
    expect.stringContaining('"collections"'),
    expect.stringContaining('"fields"'),
  ]);
});

test('a pair of angles is one for light paper and one for dark', () => {
  const [box] = makeSubject('collections: { a: { hue: [10, 200] } }').collections;
  expect(box?.hue).toMatchObject({ light: 'oklch(47% 0.13 10)', dark: 'oklch(78% 0.1 200)' });
});

test('a language with its country is that language', () =>
  expect(makeSubject('language: en_GB').language).toBe('en'));

test('a table grouped by its titles has them once', () => {
  const [box] = makeSubject(
    'collections: { box: { fields: { x: { show: table } }, tables: { t: { group: title } } } }',
  ).collections;
  expect(box?.tables[0]?.columns.map(({ path }) => path)).toEqual(['title', 'x']);
});
