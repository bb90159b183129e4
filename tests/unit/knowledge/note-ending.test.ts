import { expect, it } from 'vitest';
import { buildNoteEnding } from '../../../src/knowledge/note-ending.ts';
import type { Backlink, RelatedNote } from '../../../src/knowledge/note-page.ts';

const note = (id: string): RelatedNote => ({
  id,
  href: `/${id}/`,
  title: id,
  hue: 'note',
  kind: 'note',
  summary: '',
});
const backlink = (id: string, count = 1): Backlink => ({
  ...note(id),
  mentions: Array.from({ length: count }, (_, at) => ({
    href: `/${id}/#${at}`,
    section: '',
    context: `${id} ${at}`,
  })),
});

it('names a note that is related and mentions this one once, with its sentences', () => {
  const ending = buildNoteEnding({
    next: [note('a'), note('b')],
    relations: [
      { type: 'requires', label: 'requires', items: [{ ...note('a'), why: 'needs it' }, note('b')] },
      { type: 'feeds', label: 'feeds', items: [{ ...note('a'), why: 'gives it' }, note('d')] },
    ],
    backlinks: [backlink('a', 3), backlink('c', 300)],
  });
  expect(ending.next?.id).toBe('a');
  expect(ending.otherNext.map(({ id }) => id)).toEqual(['b']);
  expect(ending.relatedCount).toBe(3);
  expect(
    ending.relations.map(({ types, items }) => [types.map(({ label }) => label), items.map(({ id }) => id)]),
  ).toEqual([
    [['requires', 'feeds'], ['a']],
    [['requires'], ['b']],
    [['feeds'], ['d']],
  ]);
  expect(ending.relations[0]?.items[0]).toMatchObject({ reasons: ['needs it', 'gives it'] });
  expect(ending.relations[0]?.items[0]?.mentions.length).toBe(2);
  expect(ending.mentions.map(({ id, mentions }) => [id, mentions.length])).toEqual([['c', 2]]);
  expect(ending.mentionCount).toBe(2);
});

it('has no next note where nothing is related', () => {
  const ending = buildNoteEnding({ next: [], relations: [], backlinks: [] });
  expect(ending).toMatchObject({ next: null, otherNext: [], relatedCount: 0, mentions: [] });
});

it('does not say the reason to read a note next once more', () => {
  const ending = buildNoteEnding({
    next: [
      { ...note('a'), why: 'a 0' },
      { ...note('b'), why: 'b 0' },
    ],
    relations: [],
    backlinks: [backlink('a'), backlink('b', 2), backlink('c')],
  });
  expect(ending.mentions.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(ending.mentionCount).toBe(3);
});
