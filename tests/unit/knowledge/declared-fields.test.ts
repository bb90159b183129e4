import { expect, test } from 'vitest';
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
        { text: 'Ice', href: '/base/drug/ice/' },
      ],
    },
    { name: 'Leaflet', value: 'Summary of the product', parts: [{ text: 'Summary of the product' }] },
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
