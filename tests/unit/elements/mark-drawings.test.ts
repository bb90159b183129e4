import { expect, test } from 'vitest';
import { findTellingLabels } from '../../../src/elements/mark-drawings.ts';

const labels = ['Task 7 of many', 'Task 31 of many', 'Release', '한국어 문서'];

test.each([
  [['Task', '31'], [1]],
  [['Task'], [0, 1]],
  [
    ['Release', '한국어'],
    [2, 3],
  ],
  [['문서', '한국어', 'Task'], [3]],
  [['absent'], []],
  [['문서 31'], [1, 3]],
  [['absent one'], []],
  [[], []],
])('of labels those are marked that hold most of %j', (words, wanted) => {
  expect(findTellingLabels(labels, words)).toEqual(wanted);
});
