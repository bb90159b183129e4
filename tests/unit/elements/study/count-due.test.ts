import { expect, test } from 'vitest';
import { emptyDeck, rateCard } from '../../../../src/elements/study/deck.ts';
import { countDue } from '../../../../src/elements/study/count-due.ts';

const card = { page: 'a/', title: 'A', anchor: 's', question: 'q', answer: 'r' };
const now = new Date('2026-03-01T09:00:00');

test('cards of the stored deck that are due, as the schedule has them', () => {
  const deck = emptyDeck('Site');
  rateCard(deck, 'a/#1', card, 'again', now);
  const later = rateCard(deck, 'a/#2', card, 'good', now);
  const stored = JSON.stringify(deck);
  expect(countDue(stored, now)).toBe(0);
  expect(countDue(stored, later)).toBe(2);
});

test.each([null, '', '{', 'null', '[]', '{"site":"Site"}', '{"site":"Site","cards":{"a":1}}'])(
  '%j is no deck',
  (stored) => expect(countDue(stored, now)).toBe(0),
);
