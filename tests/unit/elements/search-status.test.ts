import { expect, test } from 'vitest';
import { describeOutcome } from '../../../src/elements/search-status.ts';
import type { SearchOutcome } from '../../../src/search/outcome.ts';

const none: SearchOutcome = {
  query: '볶흠',
  literal: '볶흠',
  answers: [],
  total: 0,
  groups: [],
  rest: [],
  offset: 0,
  explanations: [],
  hasFacets: true,
  facets: { kind: [], tag: [], year: [] },
  words: [],
  suggestions: [],
  failed: 0,
};

test('who hears the page is told what is offered where nothing was found', () => {
  const alone = describeOutcome(none);
  const offered = describeOutcome({
    ...none,
    suggestions: [
      { kind: 'word', text: '볶음' },
      { kind: 'word', text: '볶은' },
    ],
  });
  expect(alone).not.toContain('볶');
  expect(offered.startsWith(alone)).toBe(true);
  expect(offered).toContain('볶음, 볶은.');
});

test('what was corrected is said before the count', () => {
  const explanations = [{ kind: 'typo' as const, from: '볶흠', to: ['볶음'] }];
  expect(describeOutcome({ ...none, total: 3, explanations })).toMatch(/볶음\..*3/u);
});
