import { expect, test } from 'vitest';
import { findAmount } from '../../../src/search/amount-forms.ts';
import { planQuery } from '../../../src/search/plan-query.ts';
import { createSynonyms } from '../../../src/search/synonyms.ts';
import { parseWordList } from '../../../src/search/word-list.ts';

test.each([
  ['3,000만 원', ['3천만']],
  ['과태료 3000만원', ['3000만', '3천만']],
  ['3천만 원', ['3000만']],
  ['30,000,000원', ['3000만', '3천만']],
  ['1천5백만 유로', ['1500만']],
  ['1,500만 유로 이하', ['1천5백만']],
  ['500억 달러', ['5백억']],
  ['20,000명', ['2만']],
])('an amount has other forms: %s', (text, others) => {
  expect(findAmount(text)?.others).toEqual(others);
});

test.each(['제50조', '2만 명', '50조', '2026년', '3조 2항', 'h100', '1,500 g', '3.5만', '만 원', '1 2 3'])(
  'no other form of %s is searched',
  (text) => {
    expect(findAmount(text)).toBeUndefined();
  },
);

test('an amount is searched in its other forms, beside the other words', () => {
  const plan = planQuery('설비 3,000만 원', parseWordList(''), createSynonyms([]));
  expect(plan.searches.map(({ text }) => text)).toContain('3 천만 설비');
  expect(plan.terms[1]?.forms).toContain('3천만');
});
