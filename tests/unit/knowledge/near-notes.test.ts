import { expect, test } from 'vitest';
import { findNearNotes } from '../../../src/knowledge/near-notes.ts';

const notes: [string, string, ...string[]][] = [
  ['defects/scorching', '그을림', '탄 자국', 'defects/facing'],
  ['words/rate-of-rise', '온도 상승률(RoR)', 'RoR'],
  ['roasting/first-crack', 'First crack', 'popping'],
  ['roasting/cooling', 'Cooling'],
  ['알고리즘/정렬/퀵 정렬', '퀵 정렬'],
  ['알고리즘/정렬/병합 정렬', '병합 정렬'],
];
const first = (asked: string) => findNearNotes(asked, notes)[0]?.[0];

test.each([
  ['a typing mistake', 'defects/scorchng', 'defects/scorching'],
  ['the wrong collection', 'machines/scorching', 'defects/scorching'],
  ['a former address', 'defects/facing', 'defects/scorching'],
  ['another name', '탄 자국', 'defects/scorching'],
  [
    'another name in the place of the note, where another address is near',
    'roasting/popping',
    'roasting/first-crack',
  ],
  ['one Hangul letter', '그울림', 'defects/scorching'],
  ['decomposed Hangul', '알고리즘/정렬/퀵 정렬'.normalize('NFD'), '알고리즘/정렬/퀵 정렬'],
  ['dashes for spaces', '알고리즘/정렬/퀵-정렬', '알고리즘/정렬/퀵 정렬'],
  ['half an address', '정렬/병합', '알고리즘/정렬/병합 정렬'],
])('%s leads to the note', (_, asked, address) => {
  expect(first(asked)).toBe(address);
});

test('nothing is suggested for what is like nothing', () => {
  expect(findNearNotes('wp-admin/setup.php', notes)).toEqual([]);
});
