import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../src/knowledge/library.ts';
import type { Note } from '../../../src/knowledge/note.ts';
import { buildMapData } from '../../../src/map/map-data.ts';
import { buildPlate } from '../../../src/map/build-plate.ts';
import { drawMini } from '../../../src/map/draw-mini.ts';
import { listRegions } from '../../../src/map/plate.ts';
import { readDeclaration } from '../../../src/subject/read-declaration.ts';
import { makeNote } from '../sections/make-note.ts';

const house = `
language: en
collections:
  room:
    label: Rooms
    fields:
      floor: { type: select, required: true, options: { cellar: Cellar, ground: { label: Ground, note: hall }, roof: Roof } }
    map: { kind: strata, title: House, group: -floor }
  tool: { label: Tools }
  word: { label: Words, glossary: true }
relations:
  stands-in: { inverse: holds, label: [Stands in, Holds], verb: [stands in, holds] }
`;

function make(notes: Note[], declaration = house) {
  const { subject } = readDeclaration(declaration, { title: 'T', language: 'en' });
  const library = buildLibrary({ subject, notes, sources: [], terms: [], assets: new Set() });
  return { library, plate: buildPlate(library, '/') };
}

const note = (id: string, collection: string, more: Partial<Note> = {}) =>
  makeNote(id, [], { collection, address: `${collection}/${id}`, title: id, ...more });

describe('the plate', () => {
  const { plate, library } = make([
    note('hall', 'room', { title: 'Ground floor', fields: { floor: 'ground' } }),
    note('attic', 'room', { fields: { floor: 'roof' } }),
    note('drill', 'tool', { relations: [{ type: 'stands-in', to: 'attic' }] }),
    note('chuck', 'word', { parent: 'drill' }),
  ]);

  it('lays strata from the top, and shows a stratum that only its own note explains', () => {
    expect(
      plate.ground?.groups.map(({ label, place, places }) => [label, place?.id, places.map(({ id }) => id)]),
    ).toEqual([
      ['Roof', undefined, ['attic']],
      ['Ground', 'hall', []],
    ]);
  });

  it('names a stratum by its value, too, where the note that explains it is called otherwise', () => {
    const { ground } = make([note('hall', 'room', { fields: { floor: 'ground' } })]).plate;
    expect(ground?.groups.map(({ label, place }) => [label, place?.title])).toEqual([
      ['Ground', 'Ground: hall'],
    ]);
    expect(plate.ground?.groups[1]?.place?.title).toBe('Ground floor');
  });

  it('puts above the ground what leans on it, and notes of no region at their parents', () => {
    expect(plate.above?.name).toBe('tool');
    expect(plate.above?.groups[0]?.places[0]?.children.map(({ id }) => id)).toEqual(['chuck']);
    expect(listRegions(plate).map(({ name }) => name)).toEqual(['tool', 'room']);
    expect(plate.crossings).toEqual([{ from: 'tool', to: 'room', verb: 'stands in', count: 1 }]);
  });

  it('names the stratum of those that say no value', () => {
    const region = make([
      note('attic', 'room', { fields: { floor: 'roof' } }),
      note('shed', 'room'),
      note('saw', 'tool'),
    ]).plate;
    expect(region.ground?.groups.map(({ label }) => label)).toEqual(['Roof', 'floor: none']);
    // Where nobody says one, there are no strata to stand beside.
    const bare = make([note('shed', 'room')]).plate;
    expect(bare.ground?.groups.map(({ label }) => label)).toEqual(['']);
  });

  it('says how places are related, each from its own side', () => {
    const data = buildMapData(plate, library);
    const at = (id: string) => plate.places.findIndex((place) => place.id === id);
    expect(data.related[at('drill')]).toEqual([[at('attic'), data.labels.indexOf('Stands in')]]);
    expect(data.related[at('attic')]).toEqual([[at('drill'), data.labels.indexOf('Holds')]]);
  });

  it('draws itself in small with the note in its place', () => {
    const mini = drawMini(plate, 'attic', new Set(['drill']));
    expect(mini?.regions).toHaveLength(2);
    expect(mini?.here).not.toBeNull();
    expect(mini?.related).toMatch(/^M[\d.]+ [\d.]+h6$/u);
  });
});

it('knows whether there is anything to light', () => {
  expect(make([note('saw', 'tool'), note('vice', 'tool')]).plate.isLinked).toBe(false);
  const held = make([
    note('saw', 'tool'),
    note('vice', 'tool', { relations: [{ type: 'stands-in', to: 'saw' }] }),
  ]);
  expect(held.plate.isLinked).toBe(true);
});

it('has room for no collection, for one and for forty', () => {
  expect(listRegions(make([], 'language: en').plate)).toEqual([]);
  expect(
    make([note('a', 'note', { address: 'x/a', path: 'x/a.md' })], 'language: en').plate.beside[0]?.title,
  ).toBe('x');
  const forty = Array.from({ length: 40 }, (_, at) => `c${at}`);
  const declaration = `language: en\ncollections:\n${forty.map((name) => `  ${name}: { label: ${name} }`).join('\n')}\n`;
  const { plate } = make(
    forty.map((name) => note(`n-${name}`, name)),
    declaration,
  );
  expect(listRegions(plate).map(({ name }) => name)).toEqual(forty);
});

it('gives every note exactly one place, whatever their parents are', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const any = fc.record({
    collection: fc.constantFrom('room', 'tool', 'word', 'note'),
    parent: fc.option(fc.constantFrom(...ids, 'nobody'), { nil: undefined }),
    floor: fc.option(fc.constantFrom('cellar', 'ground', 'roof', 'moon'), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: ids.length }), (kinds) => {
      const notes = kinds.map(({ collection, parent, floor }, at) => {
        const id = ids[at] ?? '';
        return note(id, collection, {
          ...(parent === undefined ? {} : { parent }),
          fields: floor === undefined ? {} : { floor },
        });
      });
      const { plate } = make(notes);
      expect(plate.places.map(({ id }) => id).sort()).toEqual(notes.map(({ id }) => id).sort());
      expect(plate.places.map(({ index }) => index)).toEqual(plate.places.map((_, index) => index));
    }),
    { numRuns: 400 },
  );
});

it('calls folders by the names that their tool gives them, and sets apart the note that opens one', () => {
  const { subject } = readDeclaration('language: en', { title: 'T', language: 'en' });
  const plain = (id: string, path: string) =>
    makeNote(id, [], { collection: 'note', address: id, path, title: id });
  const library = buildLibrary({
    subject,
    notes: [
      plain('01-start/README', '01-start/README.md'),
      plain('01-start/deep/x', '01-start/deep/x.md'),
      plain('loose/y', 'loose/y.md'),
    ],
    sources: [],
    terms: [],
    assets: new Set(),
    folderNames: new Map([
      ['01-start', 'Getting started'],
      ['01-start/deep', 'Deep water'],
    ]),
  });
  const { beside, places } = buildPlate(library, '/');
  expect(
    beside.map(({ title, index, groups }) => [title, index?.id, groups.map(({ label }) => label)]),
  ).toEqual([
    ['Getting started', '01-start/README', ['Deep water']],
    ['loose', undefined, ['']],
  ]);
  expect(places).toHaveLength(3);
});
