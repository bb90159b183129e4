import { expect, test } from 'vitest';
import { listFilters } from '../../../src/map/map-data.ts';

test('a map offers to choose only from what its places have', () => {
  const bare = { labels: [], related: [[], []], tags: [], tagged: [[], []], years: [0, 0] };
  expect([...listFilters(bare)]).toEqual([]);
  expect([...listFilters({ ...bare, labels: ['links to'], tags: ['a'], years: [0, 2026] })]).toEqual([
    'label',
    'tag',
    'year',
  ]);
});
