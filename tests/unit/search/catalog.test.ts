import { expect, test } from 'vitest';
import { buildCatalog, findKind } from '../../../src/search/catalog.ts';
import { indexCatalog } from '../../../src/search/place-catalog.ts';
import type { SearchPage } from '../../../src/search/read-page.ts';

const page = (url: string, tags: string[] = [], years: string[] = []): SearchPage => ({
  url,
  note: url,
  title: url,
  aliases: [],
  kind: 'oven',
  kindLabel: '볶기',
  hue: 'oven',
  breadcrumb: '',
  tags,
  years,
  asOf: '',
  facts: [],
  facets: [],
  parts: [],
});
const ids = new Map([
  ['/a/', 'ko_12ab345'],
  ['/b/', 'ko_12cd345'],
]);

test('a record is found by the beginning of its id; a page without one is left out', () => {
  const { first, later } = buildCatalog([page('/a/', ['법']), page('/b/', ['값']), page('/c/')], ids);
  expect(first?.ids).toEqual(['12a', '12c']);
  const placeOf = indexCatalog(first);
  expect([placeOf('ko_12cd345'), placeOf('ko_99zz999')]).toEqual([1, undefined]);
  expect(first?.tags).toBeUndefined();
  expect(later).toMatchObject({ tags: ['값', '법'], tagsOf: [[1], [0]] });
});

test('where there is nothing to filter by, that is known at once', () => {
  expect(buildCatalog([page('/a/'), page('/b/')], ids).first?.tags).toEqual([]);
});

test('values to filter by stand in the order of their meaning', () => {
  const many = Array.from({ length: 6 }, (_, at) => `/${at}/`);
  const pages = many.map((url, at) => ({
    ...page(url),
    facets: [
      { name: 'Floor', values: [['Vaults', 'First', 'Second'][at % 3] ?? ''], at: [2 - (at % 3)] },
      { name: 'Height', values: [String([120, 22.5, 9][at % 3])] },
      { name: 'Made', values: [['1790', '1571-03', '1870'][at % 3] ?? ''] },
      { name: 'Maker', values: [at < 2 ? 'Ada' : 'Zoe'] },
    ],
  }));
  const { later } = buildCatalog(pages, new Map(many.map((url, at) => [url, `en_${at}`])));
  expect(later.facets?.map(([name, value]) => `${name}: ${value}`)).toEqual([
    ...['Floor: Second', 'Floor: First', 'Floor: Vaults'],
    ...['Height: 9', 'Height: 22.5', 'Height: 120'],
    ...['Made: 1571-03', 'Made: 1790', 'Made: 1870'],
    ...['Maker: Zoe', 'Maker: Ada'],
  ]);
});

test('a kind is found by its label, with its notes and the folder that they share', () => {
  const urls = ['/ovens/one/', '/ovens/two/'];
  const { first } = buildCatalog(
    urls.map((url) => page(url)),
    new Map(urls.map((url, at) => [url, `ko_${at}`])),
  );
  expect(findKind(['볶기'], first)).toEqual({ label: '볶기', url: '/ovens/', titles: urls });
  expect(findKind(['찜'], first)).toBeUndefined();
  expect(findKind(['볶기'], undefined)).toBeUndefined();
});
