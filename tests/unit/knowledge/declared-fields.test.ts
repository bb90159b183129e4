import { expect, test } from 'vitest';
import { searchedFields } from '../../../src/knowledge/typed-facts.ts';
import { writeAtlasData } from '../../../src/outputs/write-data.ts';
import { writeBlock } from '../../../src/knowledge/generated-blocks.ts';
import { buildNotePage } from '../../../src/knowledge/note-page.ts';
import { openVault } from '../flavours/vault.ts';

const files = {
  'atlas.yaml': `
title: Pharmacy
language: en
collections:
  drug:
    label: Drugs
    fields:
      antidote: { label: Antidote, type: note, list: true, show: [facts, table] }
      leaflet: { label: Leaflet, type: source, show: [facts, table] }
      shop: { label: Shop, show: [facts] }
    tables: { drugs: { columns: [title, leaflet, sources, shop] }, owners: { group: antidote, columns: [antidote, title, leaflet, shop] } }
    map: { edges: [{ to: disturbs }] }
relations: { disturbs: { label: Disturbs } }
`,
  'sources.yaml': '- { id: smpc, title: Summary of the product, strength: original }\n',
  'drug/heparin.md':
    '---\ntitle: Heparin\nrelations: [{ type: disturbs, to: ice }]\nantidote: [protamine, ice]\nleaflet: smpc\nsources: [smpc]\nshop: "https://x.example/a?b=1&c=2"\n---\n## A\n\nText.\n',
  'drug/protamine.md': '---\ntitle: Protamine\nshop: "javascript:alert(1)"\n---\n## A\n\nText.\n',
  'drug/ice.md': '---\ntitle: Ice\n---\n## A\n\nText.\n\n::table{of="owners"}\n',
};

test('a fact leads to the notes and the address that it names', async () => {
  const { atlas } = await openVault(files);
  const { library } = atlas;
  const factsOf = (id: string) => {
    const note = library.byId.get(id);
    return note ? buildNotePage(note, library, '/base/', '2026-01-01').facts : [];
  };
  expect(factsOf('heparin')).toEqual([
    {
      name: 'Antidote',
      value: 'Protamine, Ice',
      parts: [
        { text: 'Protamine', href: '/base/drug/protamine/' },
        { text: 'Ice', href: '/base/drug/ice/', between: ', ' },
      ],
    },
    {
      name: 'Leaflet',
      value: 'Summary of the product',
      parts: [{ text: 'Summary of the product', href: '/base/drug/heparin/#source-smpc' }],
    },
    {
      name: 'Shop',
      value: 'https://x.example/a?b=1&c=2',
      parts: [{ text: 'https://x.example/a?b=1&c=2', href: 'https://x.example/a?b=1&c=2' }],
    },
  ]);
  expect(factsOf('protamine')[0]).toMatchObject({ parts: [{ text: 'javascript:alert(1)' }] });
});

test('a table calls a source what it is called, as the facts do', async () => {
  const { atlas } = await openVault(files);
  for (const world of [atlas.blocks, atlas.library])
    expect(writeBlock('table', 'drugs', world)).toContain(
      '(note:heparin) | Summary of the product | Summary of the product |',
    );
});

test('a relation that reads alike from both ends is one line without a head on a map', async () => {
  const { atlas } = await openVault(files);
  const map = writeBlock('diagram', 'drug', atlas.blocks) ?? '';
  expect(map.match(/^ {2}n\d -.*$/gmu)).toEqual([expect.stringMatching(/^ {2}n\d --- n\d$/u)]);
});

test('who mentions a note is told with the cells of its row that say something', async () => {
  const { atlas } = await openVault(files);
  const [mention] = atlas.library.mentions.get('protamine') ?? [];
  expect(mention?.context).toBe('Protamine · javascript:alert(1)');
});

const museum = {
  'atlas.yaml': `
language: en
fields: { keeper: { label: Keeper, type: note } }
collections:
  thing:
    fields:
      weight: { label: Weight (kg), type: number }
      date: { label: Made, type: date, precision: year }
      url: { label: Page }
      hands: { label: Hands, list: true, fields: { year: { type: number }, owner: { label: Owner, type: note } } }
      box: { label: Box, fields: { size: {}, lid: { type: boolean } } }
      secret: { label: Secret, list: true, show: [], fields: { a: {} } }
  person: {}
relations: { made-by: { label: Made by } }
`,
  'thing/clock.md':
    '---\ntitle: Clock\nweight: 12\ndate: 1571\nurl: /shop\nkeeper: jo\nhands: [{ year: 1571, owner: jo }, { year: 1888, owner: mo }]\nbox: { size: big, lid: no }\nsecret: [{ a: b }]\n---\n## A\n\nText.\n',
  'thing/bell.md':
    '---\ntitle: Bell\nkeeper: mo\nrelations: [{ type: made-by, to: mo }]\n---\n## A\n\nText of [Jo](../person/jo.md).\n',
  'person/jo.md': '---\ntitle: Jo\n---\n## A\n\nText.\n',
  'person/mo.md': '---\ntitle: Mo\n---\n## A\n\nText.\n',
};

async function pageOf(id: string, files: Record<string, string> = museum) {
  const { atlas } = await openVault(files);
  const note = atlas.library.byId.get(id);
  if (!note) throw new Error(`no note ${id}`);
  return buildNotePage(note, atlas.library, '/', '2026-01-01');
}

test('a field of fields is a fact like others, item by item', async () => {
  const { facts } = await pageOf('clock');
  expect(facts.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Keeper: Jo',
    'Weight (kg): 12',
    'Made: 1571',
    'Page: /shop',
    'Hands: year: 1571 · Jo; year: 1888 · Mo',
    'Box: big · lid: No',
  ]);
  expect(facts.find(({ name }) => name === 'Hands')?.parts[1]).toEqual({
    text: 'Jo',
    href: '/person/jo/',
    between: ' · ',
  });
});

test('a name that the subject declares means nothing else', async () => {
  const { atlas, problems } = await openVault(museum);
  expect(problems).toEqual([]);
  const clock = atlas.library.byId.get('clock');
  expect(clock?.address).toBe('thing/clock');
  expect(clock?.order).toBeUndefined();
  expect(clock?.asOf).toBeUndefined();
});

test('a note that only a field of another names is told so, in the words of the field', async () => {
  const told = async (id: string) =>
    (await pageOf(id)).backlinks.map(({ id: from, mentions }) => [
      from,
      ...mentions.map(({ context }) => context),
    ]);
  // The bell names Jo in its text, and is related to Mo: that says more.
  expect(await told('jo')).toEqual([
    ['bell', 'Text of Jo.'],
    ['clock', 'Keeper'],
  ]);
  expect(await told('mo')).toEqual([['clock', 'Hands · Owner']]);
});

test('plain notes name others in fields as they do in relations', async () => {
  const plain = {
    'atlas.yaml':
      'language: en\nfields: { keeper: { label: Keeper, type: note }, parts: { list: true, fields: { of: { type: note } } } }\n',
    'things/clock.md':
      '---\nkeeper: "[[jo]]"\nparts: [{ of: Mo }, { of: people/jo.md }]\n---\n# Clock\n\nText.\n',
    'people/jo.md': '# Jo\n\nText.\n',
    'people/mo.md': '# Mo\n\nText.\n',
  };
  expect((await openVault(plain)).problems).toEqual([]);
  const { facts } = await pageOf('things/clock', plain);
  expect(facts.map(({ value }) => value)).toEqual(['Jo', 'Mo; Jo']);
});

test('what a declaration names of notes is looked for, also in fields of all notes', async () => {
  const { problems } = await openVault({
    'atlas.yaml':
      'language: en\nfields:\n  a: { options: { x: { label: X, note: jon } } }\n  b: { type: note, default: jon }\ncollections: { person: {}, thing: {} }\n',
    'person/jo.md': '---\ntitle: Jo\n---\n## A\n\nText.\n',
  });
  expect(problems).toEqual([
    expect.stringMatching(
      /^atlas\.yaml:3:\d+ warning declaration: note: no note "jon"; did you mean "jo"\?/u,
    ),
    expect.stringMatching(
      /^atlas\.yaml:4:\d+ warning declaration: default: no note "jon"; did you mean "jo"\?/u,
    ),
  ]);
});

test('a source that a field names is a source of the note', async () => {
  const cases = {
    'atlas.yaml':
      'language: en\ncollections: { case: { fields: { text: { type: source }, steps: { list: true, fields: { of: { type: source } } } } } }\n',
    'sources.yaml': ['a', 'b', 'c']
      .map(
        (id) =>
          `- { id: ${id}, title: ${id}, publisher: P, kind: k, strength: primary, checked: "2026-01-01" }\n`,
      )
      .join(''),
    'case/x.md': '---\ntitle: X\ntext: b\nsteps: [{ of: c }]\n---\n## A\n\nText [@a].\n',
  };
  const { sources } = await pageOf('x', cases);
  expect(sources.map(({ source }) => source.id)).toEqual(['a', 'b', 'c']);
  const { atlas } = await openVault(cases);
  expect([...atlas.library.citedBy.keys()].sort()).toEqual(['a', 'b', 'c']);
});

const law = {
  'atlas.yaml': `
language: en
collections:
  rule:
    fields:
      kinds: { label: Kinds, list: true, options: { bar: Bars, cafe: Cafés } }
      from: { label: From, type: date, precision: month }
      fine: { label: Fine, type: number }
      level: { options: { top: Top, between: Between, low: Low } }
    tables:
      kinds: { group: kinds, columns: [kinds, title] }
      days: { group: -from, columns: [from, title] }
      fines: { group: fine, columns: [fine, title] }
    map: { kind: strata, group: level, edges: [{ between: [top, low], through: between }] }
`,
  'rule/a.md':
    '---\ntitle: A\nkinds: [cafe, bar]\nfrom: 2024-03\nfine: 100\nlevel: top\n---\n## A\n\nText.\n',
  'rule/b.md': '---\ntitle: B\nkinds: [cafe]\nfrom: 2025-01\nfine: 20\nlevel: between\n---\n## A\n\nText.\n',
  'rule/c.md': '---\ntitle: C\nfrom: 2023-07\nfine: 20\nlevel: low\n---\n## A\n\nText.\n',
};

async function rowsOf(table: string): Promise<string[]> {
  const { atlas } = await openVault(law);
  const lines = (writeBlock('table', table, atlas.blocks) ?? '').split('\n');
  return lines.slice(4).map((line) =>
    line
      .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .replace(/[| ]+/gu, ' ')
      .trim(),
  );
}

test('a note of several values stands in the group of each', async () => {
  expect(await rowsOf('kinds')).toEqual(['Bars A', 'Cafés A', 'B', '— C']);
});

test('groups of days and numbers stand in their order', async () => {
  expect(await rowsOf('days')).toEqual(['2025-01 B', '2024-03 A', '2023-07 C']);
  expect(await rowsOf('fines')).toEqual(['20 B', 'C', '100 A']);
});

test('a line between storeys that notes stand on is a storey of its own', async () => {
  const { atlas } = await openVault(law);
  const map = writeBlock('diagram', 'rule', atlas.blocks) ?? '';
  expect(map).toContain('subgraph s1["Between"]');
  expect(map).toMatch(/s0 <--> s1\n {2}s1 <--> s2/u);
});

/** Storeys of which one value is only explained by a note, which itself stands on another. */
const wards = {
  'atlas.yaml': `language: en
collections:
  ward:
    roles: { rule: { index: true }, task: {} }
    fields:
      risk: { options: { low: Low, high: { label: High, note: consent } } }
      beds: { type: number }
      shifts: { type: object, list: true, fields: { nurses: { type: number }, at: {} } }
    tables:
      beds: { columns: [title, beds, risk] }
      shifts: { rows: shifts, columns: [title, shifts.nurses, shifts.at] }
    map: { kind: strata, group: -risk, edges: [{ between: [low, high] }] }
`,
  'ward/consent.md': '---\ntitle: Consent\nrole: rule\nrisk: low\n---\n## A\n\nText.\n',
  'ward/pulse.md': '---\ntitle: Pulse\nrole: task\nrisk: low\n---\n## A\n\nText.\n',
  'ward/tap.md':
    '---\ntitle: Tap\nrole: task\nrisk: high\nbeds: 4\nshifts: [{ nurses: 2, at: noon }]\n---\n## A\n\nText.\n',
};

test('a note that explains a value takes neither the place of its notes nor its own', async () => {
  const { atlas } = await openVault(wards);
  const map = writeBlock('diagram', 'ward', atlas.blocks) ?? '';
  expect(map).toMatch(
    /subgraph s0\["High"\][^]*?"Tap"[^]*?end[^]*?subgraph s1\["Low"\][^]*?"Consent"[^]*?"Pulse"/u,
  );
  expect(map).toContain('click s0 "note:consent"');
});

test('numbers stand below each other, digit by digit', async () => {
  const { atlas } = await openVault(wards);
  const alignment = (table: string) => (writeBlock('table', table, atlas.blocks) ?? '').split('\n')[3];
  expect(alignment('beds')).toBe('| --- | ---: | --- |');
  expect(alignment('shifts')).toBe('| --- | ---: | --- |');
});

/** A field of each type, in one line of a declaration, with what a note writes and what readers see. */
const ofEachType: [declared: string, written: string, seen: string][] = [
  ['{ SHOW }', 'plain', 'plain'],
  ['{ type: text, SHOW }', '"two | lines\\nof it"', 'two | lines of it'],
  ['{ type: date, precision: month, SHOW }', '2026-03', '2026-03'],
  ['{ type: number, SHOW }', '12.5', '12.5'],
  ['{ type: boolean, SHOW }', 'no', 'No'],
  ['{ options: { a: First, b: "Second | A&B" }, SHOW }', 'b', 'Second | A&B'],
  ['{ options: { 1.0: One, 2: Two }, list: true, SHOW }', '[2, 1.0]', 'Two, One'],
  ['{ type: note, SHOW }', 'other', 'Other'],
  ['{ type: source, SHOW }', 's', 'The source'],
  [
    '{ list: true, fields: { a: {}, b: { label: Count, type: number } }, SHOW }',
    '[{ a: x, b: 2 }]',
    'x · Count: 2',
  ],
];

test.each(ofEachType)('a field %s shows everywhere by one line', async (declared, written, seen) => {
  const field = declared.replace('SHOW', 'label: "Mark | sign", show: [facts, table, facet, search]');
  for (const strict of [false, true]) {
    const files = {
      'atlas.yaml': `language: en\nstrict: ${strict}\ncollections: { thing: { fields: { mark: ${field} }, tables: { things: {} } } }\n`,
      'sources.yaml':
        '- { id: s, title: The source, publisher: P, kind: k, strength: primary, checked: "2026-01-01" }\n',
      'thing/one.md': `---\ntitle: One\nmark: ${written}\nsources: [s]\n---\n## A\n\nText.\n`,
      'thing/other.md': '---\ntitle: Other\nsources: [s]\n---\n## A\n\nText.\n',
    };
    const { atlas, problems } = await openVault(files);
    expect(problems).toEqual([]);
    const { facts, facets, searched } = await pageOf('one', files);
    const flat = (text: string) => text.replace(/\s+/gu, ' ');
    expect(facts.map(({ name, value }) => `${name}: ${flat(value)}`)).toEqual([`Mark | sign: ${seen}`]);
    expect(facets).toMatchObject([{ name: 'Mark | sign' }]);
    expect(flat(facets[0]?.values.join(', ') ?? '')).toBe(seen);
    expect(searched.map(flat)).toEqual([`Mark | sign: ${seen}`]);
    const rows = (writeBlock('table', 'things', atlas.blocks) ?? '').split('\n').slice(2);
    expect(rows[0]).toBe('| thing | Mark \\| sign |');
    expect(
      rows[2]
        ?.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
        .replace(/\\(?=[|<])/gu, '')
        .replace('&amp;', '&'),
    ).toBe(`| One | ${seen} |`);
  }
});

test('a misspelt name inside of a field is said with the right one', async () => {
  for (const strict of [false, true]) {
    const { problems } = await openVault({
      'atlas.yaml': `language: en\nstrict: ${strict}\ncollections: { thing: { fields: { parts: { list: true, fields: { owner: {} } } } } }\nrelations: { on: {} }\n`,
      'thing/one.md':
        '---\ntitle: One\nparts: [{ ownr: x }]\nrelations: [{ type: on, to: one, wyh: x }]\n---\n## A\n\nText.\n',
    });
    expect(problems.filter((line) => line.includes('"ownr"'))).toEqual([
      expect.stringMatching(/^thing\/one\.md:3:11 .*did you mean "owner"/u),
    ]);
    expect(problems.filter((line) => line.includes('"wyh"'))).toEqual([
      expect.stringMatching(/^thing\/one\.md:4:.*did you mean "why"/u),
    ]);
  }
});

test('where nobody is strict, authors write what they mean in the form that they know', async () => {
  const { atlas, problems } = await openVault({
    'atlas.yaml':
      'language: en\ncollections:\n  thing: { fields: { by: { type: note }, uses: { type: note, list: true }, marks: { list: true }, state: { options: { a: Alpha, b: Beta } }, price: { type: number } }, tables: { things: { columns: [title, by] } } }\n  person: {}\nrelations: { near: {} }\n',
    'thing/one.md':
      '---\ntitle: One\nby: "[[ada]]"\nuses: Zoe Doe\nmarks: alone\nstate: Beta\nprice: "1,200.5"\nrelations: [{ type: near, to: "[[two]]" }]\n---\n## A\n\n::table{of="things"}\n',
    'thing/two.md': '---\ntitle: Two\nby: person/ada.md\n---\n## A\n\nText.\n',
    'person/ada.md': '---\ntitle: Ada\n---\n## A\n\nText.\n',
    'person/zoe.md': '# Zoe Doe\n\nText.\n',
  });
  expect(problems.filter((line) => !line.includes('person/zoe'))).toEqual([]);
  const one = atlas.library.byId.get('one');
  expect(one?.fields).toEqual({ by: 'ada', uses: ['zoe'], marks: ['alone'], state: 'b', price: '1,200.5' });
  expect(atlas.library.relations.get('two')).toMatchObject([{ to: 'one' }]);
  // A table in a note knows them as well.
  expect(one?.outline.links.map(({ url }) => url)).toContain('note:ada');
});

test('a collection whose folder is spelt otherwise says where its notes lie', async () => {
  const notes = { 'boxes/a.md': '# A\n\nText.\n', 'bags/b.md': '# B\n\nText.\n' };
  const { problems } = await openVault({
    'atlas.yaml': 'language: en\ncollections:\n  box:\n    folder: boxs\n  bags: {}\n  later: {}\n',
    ...notes,
  });
  expect(problems).toEqual([
    expect.stringMatching(/^atlas\.yaml:4:5 warning declaration: .*"boxs"; did you mean "boxes"\?/u),
  ]);
});

test.each(['strict: true', 'strict: false'])('a number is said as it is written (%s)', async (strict) => {
  const { atlas, problems } = await openVault({
    'atlas.yaml': `
${strict}
language: en
collections:
  drug:
    fields:
      inr: { label: INR, type: number, show: [facts, table, facet, search] }
      doses: { label: Doses, type: number, list: true }
      levels: { label: Levels, type: object, list: true, fields: { at: { label: At }, value: { label: Value, type: number } } }
    tables: { drugs: { group: inr, columns: [inr, title] } }
relations: {}
`,
    'drug/a.md':
      '---\ntitle: A\ninr: 10.50\ndoses: [0.10, 2, 1e3]\nlevels: [{ at: low, value: 1.20 }]\n---\n## A\n\n::table{of="drugs"}\n',
    'drug/b.md': '---\ntitle: B\ninr: "2.0"\n---\n## A\n\nText.\n',
  });
  const { library } = atlas;
  const note = library.byId.get('a');
  if (!note) throw new Error('no note');
  expect(problems.filter((line) => !line.includes('no source'))).toEqual([]);
  expect(buildNotePage(note, library, '/', '2026-01-01').facts.map(({ value }) => value)).toEqual([
    '10.50',
    '0.10, 2, 1e3',
    'low · Value: 1.20',
  ]);
  expect(searchedFields(note, library)).toEqual(['INR: 10.50']);
  expect(writeBlock('table', 'drugs', library)).toMatch(/2\.0[^]*10\.50/u);
  const data = writeAtlasData(library, { origin: 'https://x.example', base: '/' });
  expect(data.notes.find(({ id }) => id === 'a')?.fields).toEqual({
    inr: 10.5,
    doses: [0.1, 2, 1000],
    levels: [{ at: 'low', value: 1.2 }],
  });
});

test('a number where text is expected is asked for in quotes', async () => {
  const { problems } = await openVault({
    'atlas.yaml': 'strict: true\nlanguage: en\ncollections: { drug: { fields: { code: {} } } }\n',
    'drug/a.md': '---\ntitle: A\ncode: 12\n---\n## A\n\nText.\n',
  });
  expect(problems).toContain(
    'drug/a.md:3:1 error front-matter: code must be text, but is a number; put it in quotes',
  );
});

test('a source of a year without quotes is one of that year', async () => {
  const { atlas, problems } = await openVault({
    'atlas.yaml': 'strict: true\nlanguage: en\ncollections: { drug: {} }\n',
    'sources.yaml':
      '- { id: smpc, title: Summary, publisher: P, date: 2025, kind: book, strength: primary, checked: 2026-01-01 }\n',
    'drug/a.md': '---\ntitle: A\nsources: [smpc]\n---\n## A\n\nText.\n',
  });
  expect(problems).toEqual([]);
  expect(atlas.library.sources[0]?.date).toBe('2025');
});

test('what does not fit inside of a field is left out where it stands, and said once', async () => {
  const { atlas, problems } = await openVault({
    'atlas.yaml':
      'language: en\ncollections: { drug: { fields: { levels: { list: true, fields: { n: { type: number }, at: { required: true } } }, store: { fields: { at: { required: true } } } } } }\n',
    'drug/a.md': '---\ntitle: A\nlevels: high\nstore: cold\n---\n## A\n\nText.\n',
    'drug/b.md': '---\ntitle: B\nlevels: [high, { at: low, n: 1 }, [x]]\n---\n## A\n\nText.\n',
    'drug/c.md':
      '---\ntitle: C\nlevels: [{ n: many }, { at: low, n: 2 }]\nstore: { ta: 1 }\n---\n## A\n\nText.\n',
  });
  expect(problems.map((line) => line.replace(/ warning.*: /u, ' '))).toEqual([
    'drug/a.md:3:9 levels.0 must be a group of fields, but is text (left out)',
    'drug/a.md:4:1 store must be a group of fields, but is text (left out)',
    'drug/b.md:3:10 levels.0 must be a group of fields, but is text (left out)',
    'drug/b.md:3:35 levels.2 must be a group of fields, but is a list (left out)',
    'drug/c.md:3:10 the field "levels.0.at" is missing (left out)',
    'drug/c.md:3:12 levels.0.n must be a number, but is text (left out)',
    'drug/c.md:4:8 the field "store.at" is missing (left out)',
    'drug/c.md:4:10 unknown field "ta"; did you mean "at"? (left out)',
  ]);
  expect(atlas.library.notes.map(({ fields }) => fields)).toMatchObject([
    {},
    { levels: [{ at: 'low', n: 1 }] },
    { levels: [{ at: 'low', n: 2 }] },
  ]);
});

test('an address in a table leads where it says', async () => {
  const { atlas } = await openVault({
    'atlas.yaml':
      'language: en\ncollections: { tool: { fields: { site: { show: [table] } }, tables: { tools: {} } } }\n',
    'tool/saw.md':
      '---\ntitle: Saw\nsite: "see https://x.example/~a_b_(c)?x=1|2&y=*z* and <https://y.example/d_e>, _here_"\n---\n## A\n\nText.\n\n::table{of="tools"}\n',
  });
  expect(atlas.library.byId.get('saw')?.outline.links.map(({ url }) => url)).toEqual([
    'note:saw',
    'https://x.example/~a_b_(c)?x=1%7C2&y=%2Az%2A',
    'https://y.example/d_e',
  ]);
});
