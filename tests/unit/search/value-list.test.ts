import { expect, test } from 'vitest';
import { joinValues, splitValues } from '../../../src/search/value-list.ts';

test.each([
  [[]],
  [['a']],
  [['a|b', 'c\\', '\\|', 'd']],
  [['|', '||', '\\\\|x']],
  [['first: one\ntwo', '나|다']],
])('%j is read from an attribute as it was', (values) =>
  expect(splitValues(joinValues(values))).toEqual(values),
);

test('what holds no bar is written as it is, and nothing empty is read', () => {
  expect(joinValues(['층: 미들웨어', 'b'])).toBe('층: 미들웨어|b');
  expect(splitValues('| a ||b')).toEqual(['a', 'b']);
});
