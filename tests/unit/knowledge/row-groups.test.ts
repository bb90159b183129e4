import { expect, test } from 'vitest';
import { findRowSpans } from '../../../src/knowledge/row-groups.ts';

const cases: [string, string[][], number[][]][] = [
  [
    'nothing blank',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    [
      [1, 1],
      [1, 1],
    ],
  ],
  [
    'one group',
    [
      ['a', 'b'],
      ['', 'c'],
      ['', 'd'],
    ],
    [
      [3, 1],
      [0, 1],
      [0, 1],
    ],
  ],
  [
    'nested groups',
    [
      ['a', 'b', '1'],
      ['', '', '2'],
      ['', 'c', '3'],
    ],
    [
      [3, 2, 1],
      [0, 0, 1],
      [0, 1, 1],
    ],
  ],
  [
    'a blank right of a new value stays',
    [
      ['a', 'b', '1'],
      ['c', '', '2'],
    ],
    [
      [1, 1, 1],
      [1, 1, 1],
    ],
  ],
  [
    'a blank right of a repeated value joins',
    [
      ['a', 'b', '1'],
      ['a', '', '2'],
    ],
    [
      [1, 2, 1],
      [1, 0, 1],
    ],
  ],
  [
    'a blank first row has nothing to join',
    [
      ['', 'b'],
      ['', 'c'],
    ],
    [
      [1, 1],
      [1, 1],
    ],
  ],
  [
    'a blank row ends the group',
    [
      ['a', 'b'],
      ['', ''],
      ['', 'c'],
    ],
    [
      [1, 1],
      [1, 1],
      [1, 1],
    ],
  ],
  [
    'the last column never joins',
    [
      ['a', 'b'],
      ['', ''],
    ],
    [
      [1, 1],
      [1, 1],
    ],
  ],
  [
    'a dash opts out',
    [
      ['a', 'b'],
      ['—', 'c'],
    ],
    [
      [1, 1],
      [1, 1],
    ],
  ],
  [
    'two groups',
    [
      ['a', '1'],
      ['', '2'],
      ['b', '3'],
      ['', '4'],
    ],
    [
      [2, 1],
      [0, 1],
      [2, 1],
      [0, 1],
    ],
  ],
  ['one column', [['a'], ['']], [[1], [1]]],
  ['no rows', [], []],
];

test.each(cases)('%s', (_, rows, spans) => {
  expect(findRowSpans(rows)).toEqual(spans);
});
