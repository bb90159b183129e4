import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { readGrid, sortGrid, textOf } from '../../../src/elements/table-grid.ts';
import { writeCsv, writeMarkdownTable } from '../../../src/elements/table-text.ts';

const { document } = parseHTML(`<table>
<thead><tr><th>구분</th><th>한계</th><th>대응</th></tr></thead>
<tbody>
<tr><th rowspan="3">기술</th><th rowspan="2">환각</th><td>검색 2</td></tr>
<tr><td>검색 10</td></tr>
<tr><td>비용</td><td>캐시, "배치"</td></tr>
<tr><th>사회</th><td>저작권</td><td>계약|표시</td></tr>
</tbody></table>`);
const table = document.querySelector('table') as unknown as Element;
const grid = readGrid([...table.querySelectorAll('tbody tr')]);
const words = (rows: readonly Element[][]) => rows.map((row) => row.map(textOf).join('/'));

test('a cell that spans rows stands in each of them', () => {
  expect(words(grid)).toEqual([
    '기술/환각/검색 2',
    '기술/환각/검색 10',
    '기술/비용/캐시, "배치"',
    '사회/저작권/계약|표시',
  ]);
});

test('sorting moves whole groups by their own column, and rows only within their group', () => {
  expect(words(sortGrid(grid, 0, true))[0]).toBe('사회/저작권/계약|표시');
  expect(words(sortGrid(grid, 1, false))).toEqual([
    '기술/비용/캐시, "배치"',
    '기술/환각/검색 2',
    '기술/환각/검색 10',
    '사회/저작권/계약|표시',
  ]);
  expect(words(sortGrid(grid, 2, true)).slice(0, 2)).toEqual(['기술/환각/검색 10', '기술/환각/검색 2']);
});

test('Markdown has every row complete and keeps bars', () => {
  expect(writeMarkdownTable(table).split('\n')).toEqual([
    '| 구분 | 한계 | 대응 |',
    '| --- | --- | --- |',
    '| 기술 | 환각 | 검색 2 |',
    '| 기술 | 환각 | 검색 10 |',
    '| 기술 | 비용 | 캐시, "배치" |',
    '| 사회 | 저작권 | 계약\\|표시 |',
  ]);
});

test('CSV runs nothing in a spreadsheet and leaves numbers alone', () => {
  const cells = parseHTML(
    '<table><tr><th>값</th></tr><tr><td>=HYPERLINK("x")</td></tr><tr><td>-3.5%</td></tr><tr><td>@SUM(1)</td></tr></table>',
  ).document.querySelector('table') as unknown as Element;
  expect(writeCsv(cells).split('\r\n').slice(1)).toEqual([`"'=HYPERLINK(""x"")"`, '-3.5%', "'@SUM(1)"]);
});

test('cells that say nothing come last in both directions', () => {
  const body = parseHTML(
    '<table><tbody><tr><td>2억</td></tr><tr><td>—</td></tr><tr><td>9,000만</td></tr></tbody></table>',
  ).document;
  const lines = readGrid([...body.querySelectorAll('tr')]);
  expect(words(sortGrid(lines, 0, false, 'number'))).toEqual(['9,000만', '2억', '—']);
  expect(words(sortGrid(lines, 0, true, 'number'))).toEqual(['2억', '9,000만', '—']);
});

test('CSV has every row complete and quotes what needs it', () => {
  expect(writeCsv(table).split('\r\n')[3]).toBe('기술,비용,"캐시, ""배치"""');
});
