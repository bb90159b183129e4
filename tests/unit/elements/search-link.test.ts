import { expect, test } from 'vitest';
import { joinMarks } from '../../../src/elements/search-link.ts';

test.each([
  [['fines', '1,500'], 'fines,1500'],
  [['2017', '2158'], '2017,2158'],
  [['3.35tb', 's'], '3.35tb'],
  [['s'], ''],
  [['값'], '값'],
])('the words %j are marked as %s', (words, joined) => {
  expect(joinMarks(words)).toBe(joined);
});
