import { expect, test } from 'vitest';
import { type CollectionPage, listVolumes } from '../../../src/knowledge/collection-page.ts';

const page = (address: string, count: number) => ({
  address,
  notes: Array.from({ length: count }, (_, index) => ({ id: String(index) })) as CollectionPage['notes'],
});
const sizes = (count: number) =>
  listVolumes(page('huts', count)).map(({ address, notes }) => [address, notes.length]);

test('notes that fit one document are one, and many are volumes of equal size', () => {
  expect(sizes(120)).toEqual([['huts', 120]]);
  expect(sizes(121)).toEqual([
    ['huts', 61],
    ['huts/_2', 60],
  ]);
  const ids = listVolumes(page('huts', 400)).flatMap(({ notes }) => notes.map(({ id }) => Number(id)));
  expect(ids).toEqual(Array.from({ length: 400 }, (_, index) => index));
});

test('nothing is printed of no notes, of the whole folder, of the glossary, of an archive', () => {
  expect(sizes(0)).toEqual([]);
  expect(sizes(1201)).toEqual([]);
  expect(listVolumes(page('', 3))).toEqual([]);
  expect(listVolumes(page('glossary', 3))).toEqual([]);
});
