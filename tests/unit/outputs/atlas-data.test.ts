import { expect, test } from 'vitest';
import { buildGlossary } from '../../../src/knowledge/glossary-page.ts';
import { writeAtlasData } from '../../../src/outputs/write-data.ts';
import { openVault } from '../flavours/vault.ts';

test('the data says what its names are called, and names no note that has no page', async () => {
  const { atlas } = await openVault({
    'atlas.yaml':
      'title: Bench\nlanguage: en\ncollections:\n  tool:\n    label: Tools\n    fields: { by: { label: Maker, type: note, list: true }, kind: { options: { a: Alpha } } }\n  person: {}\n  shelf: {}\nrelations: { near: { inverse: nigh, label: [Near, Nigh] } }\npaths: { first: { label: First, notes: [saw, zed] } }\n',
    'tool/saw.md': '---\ntitle: Saw\nby: [ada, zed, "Secret Plan", "[[zed]]"]\nkind: a\n---\n## A\n\nText.\n',
    'person/ada.md': '---\ntitle: Ada\n---\n## A\n\nText.\n',
    'person/zed.md': '---\ntitle: Secret Plan\ndraft: true\n---\n## A\n\nText.\n',
  });
  const { subject, notes } = writeAtlasData(atlas.library, { origin: 'https://x.example', base: '/' });
  expect(notes.find(({ id }) => id === 'saw')?.fields).toEqual({ by: ['ada'], kind: 'a' });
  expect(subject).toMatchObject({
    title: 'Bench',
    language: 'en',
    collections: [
      {
        name: 'tool',
        label: 'Tools',
        url: 'https://x.example/tool/',
        fields: [
          { name: 'by', label: 'Maker', type: 'note', isList: true },
          { name: 'kind', label: 'kind', type: 'select', options: [{ value: 'a', label: 'Alpha' }] },
        ],
      },
      { name: 'person', label: 'person', url: 'https://x.example/person/' },
      { name: 'shelf', label: 'shelf' },
    ],
    relations: [
      { type: 'near', label: 'Near', inverse: 'nigh' },
      { type: 'nigh', label: 'Nigh', inverse: 'near' },
    ],
    paths: [{ name: 'first', label: 'First', notes: ['saw'] }],
  });
  // Nothing stands where a collection without notes would.
  expect(subject.collections[2]).not.toHaveProperty('url');
});

test('a term names its note only where the note has a page', async () => {
  const { atlas, problems } = await openVault({
    'terms.yaml':
      '- { id: a, term: Alpha, definition: First., note: secret-plan }\n- { id: b, term: Beta, definition: Second., note: plans/open-plan }\n- { id: c, term: Gamma, definition: Third., note: open-plan }\n',
    'plans/secret-plan.md': '---\ntitle: Secret\ndraft: true\n---\n## A\n\nText.\n',
    'plans/open-plan.md': '---\ntitle: Shown\n---\n## A\n\nText.\n',
  });
  const { terms } = writeAtlasData(atlas.library, { origin: 'https://x.example', base: '/' });
  expect(terms.map(({ note }) => note)).toEqual(['', 'plans/open-plan', '']);
  const items = buildGlossary(atlas.library, '/').flatMap((group) => group.items);
  expect(items.map(({ note }) => note?.href)).toEqual([undefined, '/plans/open-plan/', undefined]);
  expect(problems.filter((line) => line.includes('note:'))).toEqual([
    expect.stringContaining('secret-plan'),
    expect.stringMatching(/"open-plan".*"plans\/open-plan"/u),
  ]);
});
