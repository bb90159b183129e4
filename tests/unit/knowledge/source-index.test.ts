import { expect, test } from 'vitest';
import type { Library } from '../../../src/knowledge/library.ts';
import type { Source } from '../../../src/knowledge/schema.ts';
import { groupSources, isSplitByKind, kindAddress, kindHref } from '../../../src/knowledge/source-index.ts';

const source = (id: string, kind: string) => ({ id, kind, title: id, strength: 'primary' }) as Source;
const sources = [source('a', 'book'), source('b', 'talk'), source('c', 'talk')];

test('sources stand by kind, the kind with most of them first', () => {
  expect(groupSources(sources).map(([kind, list]) => [kind, list.map(({ id }) => id)])).toEqual([
    ['talk', ['b', 'c']],
    ['book', ['a']],
  ]);
});

test('kinds have pages of their own where sources and citations are many', () => {
  const cite = (count: number) =>
    ({ sources, citedBy: new Map([['a', Array.from({ length: count })]]) }) as unknown as Library;
  expect(isSplitByKind(cite(5))).toBe(false);
  expect(isSplitByKind(cite(1300))).toBe(true);
  expect(kindHref('talk', '/x/', true)).toBe('/x/sources/talk/');
  expect(kindHref('talk', '/x/', false)).toBe('#kind-talk');
  expect(kindAddress('talk/video')).toBe('sources/talk-video');
});
