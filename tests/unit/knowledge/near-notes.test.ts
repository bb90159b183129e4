import { expect, test } from 'vitest';
import { findNearNotes } from '../../../src/knowledge/near-notes.ts';

const notes: [string, string, ...string[]][] = [
  ['limitation/hallucination', '할루시네이션', '환각', 'limitation/confabulation'],
  ['stack/rag', '검색 증강 생성(RAG)', 'RAG'],
  ['알고리즘/정렬/퀵 정렬', '퀵 정렬'],
  ['알고리즘/정렬/병합 정렬', '병합 정렬'],
];
const first = (asked: string) => findNearNotes(asked, notes)[0]?.[0];

test.each([
  ['a typing mistake', 'limitation/halucination', 'limitation/hallucination'],
  ['the wrong collection', 'stack/hallucination', 'limitation/hallucination'],
  ['a former address', 'limitation/confabulation', 'limitation/hallucination'],
  ['another name', '환각', 'limitation/hallucination'],
  ['one Hangul letter', '할루시네이선', 'limitation/hallucination'],
  ['decomposed Hangul', '알고리즘/정렬/퀵 정렬'.normalize('NFD'), '알고리즘/정렬/퀵 정렬'],
  ['dashes for spaces', '알고리즘/정렬/퀵-정렬', '알고리즘/정렬/퀵 정렬'],
  ['half an address', '정렬/병합', '알고리즘/정렬/병합 정렬'],
])('%s leads to the note', (_, asked, address) => {
  expect(first(asked)).toBe(address);
});

test('nothing is suggested for what is like nothing', () => {
  expect(findNearNotes('wp-admin/setup.php', notes)).toEqual([]);
});
