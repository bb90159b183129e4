import { expect, test } from 'vitest';
import { buildCatalog, indexCatalog } from '../../../src/search/catalog.ts';
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
