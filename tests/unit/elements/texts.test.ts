import { expect, test } from 'vitest';
import { writeQrSvg } from '../../../src/elements/qr-picture.ts';
import { textFragment } from '../../../src/elements/text-fragment.ts';
import { findNearNotes } from '../../../src/knowledge/near-notes.ts';

test('a sentence is named whole, a long passage by its ends, and its own signs are escaped', () => {
  expect(decodeURIComponent(textFragment('  RAG는 근거를\u00a0찾는다. '))).toBe(
    ':~:text=RAG는 근거를 찾는다.',
  );
  expect(textFragment('a-b, c&d')).toBe(':~:text=a%2Db%2C%20c%26d');
  const long = Array.from({ length: 40 }, (_, index) => `낱말${index}`).join(' ');
  expect(decodeURIComponent(textFragment(long))).toBe(
    ':~:text=낱말0 낱말1 낱말2 낱말3,낱말36 낱말37 낱말38 낱말39',
  );
  expect(decodeURIComponent(textFragment('첫 문단.\n\n둘째 문단.'))).toBe(':~:text=첫 문단.,둘째 문단.');
});

test('a QR code is drawn module by module, dark on white, with four empty modules around it', () => {
  const rows = ['110', '001', '101'];
  const svg = writeQrSvg({ size: 3, get: (x, y) => rows[y]?.[x] === '1' });
  expect(svg).toContain('viewBox="0 0 11 11"');
  const drawn = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1h/gu)].flatMap(([, x, y, length]) =>
    Array.from({ length: Number(length) }, (_, step) => `${Number(x) - 4 + step},${Number(y) - 4}`),
  );
  expect(drawn).toEqual(['0,0', '1,0', '2,1', '0,2', '2,2']);
});

test('a wrong address finds the notes near to it, by address, last step or title', () => {
  const notes = [
    ['limitation/scorching', '할루시네이션'],
    ['oven/malt', '검색 증강 생성(RAG)'],
    ['limitation/cost', '비용'],
  ] as const;
  const addresses = (asked: string) => findNearNotes(asked, notes).map(([address]) => address);
  expect(addresses('limitation/scorchng')[0]).toBe('limitation/scorching');
  expect(addresses('oven/scorching')[0]).toBe('limitation/scorching');
  expect(addresses('할루시네이션'.normalize('NFD'))[0]).toBe('limitation/scorching');
  expect(addresses('old/RAG')).toContain('oven/malt');
  expect(addresses('zzzzzzzzzzzz')).toEqual([]);
});
