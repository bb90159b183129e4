import { siteWords } from '#words';
import { compareTitles } from './text.ts';

/** What the cells of a table's column are, so that it can be sorted by what they mean and not by how they are spelled. */
export type ColumnType = 'number' | 'date' | 'text';

const currency = /^(?:US\$|[$€£₩¥])\s*/u;
const amount = /^[-−+]?\d[\d,]*(?:\.\d+)?/u;
/** The number a cell says, with its unit: `약 1조 2,000억 원` is 1.2e12 원. Null where it is not one number. */
export function readNumber(text: string): { value: number; unit: string } | null {
  const { before, scale: scaleWord, scales, after } = siteWords().cells;
  let rest = text.replace(/\s+/gu, ' ').trim();
  while (before.test(rest)) rest = rest.replace(before, '');
  const sign = currency.exec(rest)?.[0].trim() ?? '';
  rest = rest.replace(currency, '');
  let value = 0;
  let isNegative = false;
  let parts = 0;
  for (let found = amount.exec(rest); found; found = amount.exec(rest)) {
    const digits = found[0].replace('−', '-').replaceAll(',', '');
    rest = rest.slice(found[0].length);
    const scale = scaleWord.exec(rest);
    if (parts === 0) isNegative = digits.startsWith('-');
    value += Math.abs(Number(digits)) * (scale ? (scales[scale[1] ?? ''] ?? 1) : 1);
    parts++;
    if (!scale) break;
    rest = rest.slice(scale[0].length).replace(/^ (?=\d)/u, '');
  }
  if (parts === 0) return null;
  const unit = `${sign}${rest.trim().replace(after, '')}`;
  // Words after the number make it a sentence, and digits a range or a list.
  return /\d|\s\S+\s/u.test(unit) || unit.length > 12 ? null : { value: isNegative ? -value : value, unit };
}

/** A day, month or year as a number that sorts in time: `2026-01-22`, `2025년 3월`, `2024`. Null for anything else. */
export function readDate(text: string): number | null {
  const found = siteWords().cells.date.exec(text.trim());
  if (!found) return null;
  const [year, month, day] = found.slice(1).map((part) => Number(part ?? 0));
  const isDay = (year ?? 0) >= 1000 && (month ?? 0) <= 12 && (day ?? 0) <= 31;
  return isDay ? (year ?? 0) * 10_000 + (month ?? 0) * 100 + (day ?? 0) : null;
}

/** A cell that says that there is nothing to say. */
export function isBlankCell(text: string): boolean {
  return siteWords().cells.blank.test(text.trim());
}

/** Numbers of one unit, or dates, in every cell that says something; otherwise words. */
export function findColumnType(cells: readonly string[]): ColumnType {
  const told = cells.filter((cell) => !isBlankCell(cell));
  if (told.length < 2) return 'text';
  if (told.every((cell) => readDate(cell) !== null)) return 'date';
  const numbers = told.map(readNumber);
  const [first] = numbers;
  return numbers.every((number) => number && number.unit === first?.unit) ? 'number' : 'text';
}

/** Order of two cells of a column, upwards. A blank cell is last in both directions: that is the caller's to keep. */
export function compareCells(a: string, b: string, type: ColumnType): number {
  if (type === 'date') return (readDate(a) ?? 0) - (readDate(b) ?? 0);
  if (type === 'number') return (readNumber(a)?.value ?? 0) - (readNumber(b)?.value ?? 0);
  return compareTitles(a, b);
}
