import { expect, test } from 'vitest';
import type { Note } from '../../../src/knowledge/note.ts';
import { buildTagIndex } from '../../../src/knowledge/tag-index.ts';

const notes = (count: number) => Array.from({ length: count }, () => ({}) as Note);

test('busy tags come first, nested ones stand inside, and those of one note apart', () => {
  const { shared, single } = buildTagIndex(
    new Map([
      ['개요', notes(2)],
      ['법', notes(5)],
      ['법/한국', notes(2)],
      ['법/한국/시행령', notes(1)],
      ['표준', notes(1)],
      ['pe/algo', notes(1)],
    ]),
    '/atlas/',
  );
  expect(shared.map(({ title }) => title)).toEqual(['법', '개요']);
  expect(shared[0]?.inner[0]).toMatchObject({
    title: '한국',
    count: 2,
    href: '/atlas/tags/%EB%B2%95/%ED%95%9C%EA%B5%AD/',
  });
  expect(shared[0]?.inner[0]?.inner[0]?.title).toBe('시행령');
  expect(single.map(({ title }) => title)).toEqual(['표준', 'pe/algo']);
});

test('a tag that only says again which collection its notes are in is left out', () => {
  const inside = (...collections: string[]) => collections.map((collection) => ({ collection }) as Note);
  const { shared } = buildTagIndex(
    new Map([
      ['사례', inside('case', 'case')],
      ['한계', inside('limitation', 'case')],
      ['비용', inside('case', 'case')],
    ]),
    '/',
    new Map([
      ['case', '사례'],
      ['limitation', '한계'],
    ]),
  );
  expect(shared.map(({ title }) => title)).toEqual(['한계', '비용']);
});
