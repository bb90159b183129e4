import { expect, test } from 'vitest';
import * as en from '../../../src/words/en.ts';
import * as ko from '../../../src/words/ko.ts';
import { closeSentence } from '../../../src/words/close-sentence.ts';

test.each([
  ['All boats', 'All boats.'],
  ['All boats.', 'All boats.'],
  ['Which boats?', 'Which boats?'],
  ['“All boats.”', '“All boats.”'],
  ['배를 모두 적었다.', '배를 모두 적었다.'],
])('%s stands as %s before the next sentence', (text, closed) => expect(closeSentence(text)).toBe(closed));

test('a description that ends with a full stop gets no second one', () => {
  for (const { pages } of [en, ko])
    for (const text of [pages.collection.lead('All.', 2), pages.collection.described('Boats', 'All.', 2)])
      expect(text).not.toContain('..');
});
