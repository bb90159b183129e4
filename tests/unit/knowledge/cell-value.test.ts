import { expect, test } from 'vitest';
import { compareCells, findColumnType, readDate, readNumber } from '../../../src/knowledge/cell-value.ts';

test.each([
  ['1,234.5', 1234.5, ''],
  ['약 1조 2,000억 원', 1.2e12, '원'],
  ['3만 5천명', 35_000, '명'],
  ['45%', 45, '%'],
  ['−3.2 %', -3.2, '%'],
  ['US$ 20', 20, 'US$'],
  ['150만 달러 이상', 1.5e6, '달러'],
  ['70B', 70, 'B'],
  ['5백만', null, ''],
])('%s is a number with a unit', (text, value, unit) => {
  const read = readNumber(text);
  if (value === null) expect(read?.value).toBe(5e6);
  else expect(read).toEqual({ value, unit });
});

test.each(['', '많다', '3~5', '1차 자료와 대조', '2026년 1월에 시행', 'GPT-4'])(
  '%s is not one number',
  (text) => {
    expect(readNumber(text)).toBeNull();
  },
);

test('dates sort in time however they are written', () => {
  expect(readDate('2026-01-22')).toBe(20260122);
  expect(readDate('2025년 3월')).toBe(20250300);
  expect(readDate('2025. 3. 5.')).toBe(20250305);
  expect(readDate('2024')).toBe(20240000);
  expect(readDate('2024-19')).toBeNull();
  expect(readDate('2026년 예정')).toBeNull();
});

test('a column is typed only when all that it says is of one kind and one unit', () => {
  expect(findColumnType(['1억', '—', '2,000만'])).toBe('number');
  expect(findColumnType(['10%', '10배'])).toBe('text');
  expect(findColumnType(['2024', '2025-03', ''])).toBe('date');
  expect(findColumnType(['3', '셋'])).toBe('text');
  expect(findColumnType(['3', ''])).toBe('text');
});

test('large units are larger', () => {
  expect(compareCells('9,000만', '1억', 'number')).toBeLessThan(0);
  expect(compareCells('2025년 11월', '2025-03', 'date')).toBeGreaterThan(0);
  expect(compareCells('절 2', '절 10', 'text')).toBeLessThan(0);
});
