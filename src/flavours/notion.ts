/**
 * Exports of Notion: every file and folder has the 32 digits of its page behind its name, and a database is a `.csv` beside
 * the folder of its pages. The digits say nothing to a reader; a database becomes a table whose rows lead to their pages.
 */

const idAtEnd = /(?<=\S)[ _-]+[\da-f]{32}(?:_all)?(?=\.csv$|$)/iu;
/** More rows are data, not a page. */
const mostRows = 1000;

/** A name without the digits that Notion puts behind it. */
export function withoutNotionId(name: string): string {
  return idAtEnd.test(name) ? name.replace(idAtEnd, '').replace(/\.csv$/iu, '') : name;
}

/** Whether a file is a page as Notion exports it. */
export function isNotionPage(path: string): boolean {
  return /\S[ _-][\da-f]{32}\.md$/iu.test(path);
}

/** Whether a file is a database as Notion exports it. */
export function isNotionDatabase(path: string): boolean {
  return /[ _-][\da-f]{32}(?:_all)?\.csv$/iu.test(path);
}

/**
 * The Markdown of a database; null where the file holds no table.
 * @param find the address of a row's page, by its title; null where that is held back: nobody may see the row
 */
export function writeDatabase(
  csv: string,
  find: (title: string) => string | null | undefined,
): string | null {
  const rows = readCsv(csv);
  const [head] = rows;
  if (!head || head.length < 1 || rows.length > mostRows + 1) return null;
  const cell = (text: string) =>
    text
      .trim()
      .replace(/[\\|*_`<>[\]$#~=^]/gu, '\\$&')
      .replace(/\s*\n\s*/gu, ' / ');
  const line = (row: readonly string[], first: string) =>
    `| ${[first, ...head.slice(1).map((_, at) => cell(row[at + 1] ?? ''))].join(' | ')} |`;
  return [
    line(head, cell(head[0] ?? '')),
    `|${' --- |'.repeat(head.length)}`,
    ...rows.slice(1).flatMap((row) => {
      const [title = ''] = row;
      const url = find(title.trim());
      if (url === null) return [];
      return line(row, url === undefined ? cell(title) : `[${cell(title)}](<${url}>)`);
    }),
    '',
  ].join('\n');
}

/** Rows of cells; a quoted cell may hold commas, line ends and doubled quotes. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const part = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu;
  for (const { 1: quoted, 2: bare, 3: end, 0: all, index } of text.replace(/^\uFEFF/u, '').matchAll(part)) {
    if (!all && index >= text.length - 1) break;
    row.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.some((each) => each.trim())) rows.push(row);
    row = [];
  }
  return rows;
}
