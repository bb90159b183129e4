import { describe, expect, test } from 'vitest';
import { readNumberedNames } from '../../../src/knowledge/number-prefix.ts';

const read = (...names: string[]) =>
  [...readNumberedNames(names)].map(([name, { number, rest }]) => `${name}: ${number} ${rest}`);

describe('numbers that order', () => {
  test.each([
    [
      ['01-하', '02-가'],
      ['01-하: 1 하', '02-가: 2 가'],
    ],
    [
      ['01_서론', '10_결론'],
      ['01_서론: 1 서론', '10_결론: 10 결론'],
    ],
    [
      ['1. 서론', '2. 본론', '10. 결론'],
      ['1. 서론: 1 서론', '2. 본론: 2 본론', '10. 결론: 10 결론'],
    ],
    [['01 하'], ['01 하: 1 하']],
    [
      ['1) 가', '2) 나', 'README'],
      ['1) 가: 1 가', '2) 나: 2 나'],
    ],
    [
      ['001-a', '002-b'],
      ['001-a: 1 a', '002-b: 2 b'],
    ],
    [
      ['0-a', '1-b'],
      ['0-a: 0 a', '1-b: 1 b'],
    ],
  ])('%j', (names, expected) => expect(read(...names)).toEqual(expected));
});

describe('numbers that are part of a name', () => {
  test.each([
    [['2026-01-05-소식', '2026-02-01-소식']],
    [['2024-회고', '2025-회고']],
    [['2024 회고']],
    [['1.2-릴리스', '1.3-릴리스']],
    [['3.10-변경', '3.11-변경']],
    [['v1', 'v2']],
    [['3-way-handshake', 'tcp', 'udp']],
    [['2-phase-commit', '3-phase-commit', 'paxos']],
    [['100% #1 C?']],
    [['12-25-성탄']],
    [['1-1-소개', '1-2-설치']],
    [['20240105-메모']],
    [['404-not-found', '500-error']],
    [['1', '2', '3']],
  ])('%j', (names) => expect(read(...names)).toEqual([]));
});

test('names that would become equal keep their numbers', () => {
  expect(read('01-개요', '02-개요', '03-끝')).toEqual([
    '01-개요: 1 01-개요',
    '02-개요: 2 02-개요',
    '03-끝: 3 끝',
  ]);
  expect(read('01-개요', '개요')).toEqual(['01-개요: 1 01-개요']);
});
