/**
 * Blocks as Notion hands them to programs, written as what means the same here, line for line: `<callout …>` as a box,
 * `<empty-block/>` as an empty line. Its texts have no empty lines, so that an element's end would swallow what follows:
 * it moves to the line before. Marks in code are what the code shows.
 */
import { createRangeTest } from '../markdown/text-places.ts';
import { listCode } from './template-code.ts';

const isNotion =
  /^[ \t]*(?:<callout(?:\s[^<>\n]*)?>|<empty-block\s*\/>|<table(?:\s[^<>\n]*)?\s(?:fit-page-width|header-(?:row|column))="[^<>\n]*>)[ \t]*$/mu;
const mark =
  /^([ \t]*)<(\/?)(callout|empty-block|table_of_contents|table|details|columns|column)(?:\s[^<>\n]*)?\s*\/?>[ \t]*$/u;

/** @returns the text with as many lines as before */
export function readNotionBlocks(body: string): string {
  if (!isNotion.test(body)) return body;
  const isCode = createRangeTest(listCode(body));
  const lines = body.split('\n');
  let from = 0;
  let boxes = 0;
  for (const [at, text] of lines.entries()) {
    const inCode = isCode(from + text.length - text.trimStart().length);
    from += text.length + 1;
    const [written, , end, name = ''] = (inCode ? null : mark.exec(text)) ?? [];
    const isEnd = end === '/';
    if (name === 'callout' && isEnd) boxes = Math.max(boxes - 1, 0);
    // What stands in a box is indented, and means no code by it.
    const inside = text.replace(new RegExp(`^\t{1,${Math.max(boxes, 1)}}`, 'u'), '');
    lines[at] = boxes ? inside : text;
    if (written === undefined) continue;
    if (name === 'callout') {
      lines[at] = isEnd ? ':::' : ':::note';
      if (!isEnd) boxes++;
    } else if (/^(?:empty-block|table_of_contents|columns?)$/u.test(name)) lines[at] = '';
    else if (isEnd && at && lines[at - 1]?.trim()) {
      lines[at - 1] += text.trim();
      lines[at] = '';
    }
  }
  writeTables(lines);
  return lines.join('\n');
}

/** Tables of Notion hold Markdown in their cells: they become tables of Markdown, and the lines left over are empty. */
function writeTables(lines: string[]): void {
  for (let start = 0; start < lines.length; start++) {
    const [, attributes = ''] = /^<table((?:\s[\w-]+="[^"<>]*")+)>[ \t]*$/u.exec(lines[start] ?? '') ?? [];
    if (!/\s(?:fit-page-width|header-(?:row|column))=/u.test(attributes)) continue;
    const length = lines.slice(start).findIndex((line) => line.endsWith('</table>')) + 1;
    const inside = lines.slice(start + 1, start + length).map((line) => line.replace('</table>', '').trim());
    if (
      !length ||
      !inside.every((line) =>
        /^(?:<\/?(?:tr|colgroup|col)(?:\s[^<>]*)?\/?>|<td(?:\s[^<>]*)?>.*<\/td>)?$/u.test(line),
      )
    )
      continue;
    const rows: string[][] = [];
    for (const line of inside) {
      if (/^<tr\b/u.test(line)) rows.push([]);
      const [, cell] = /^<td(?:\s[^<>]*)?>(.*)<\/td>$/u.exec(line) ?? [];
      if (cell !== undefined) rows.at(-1)?.push(cell.replaceAll('|', '\\|'));
    }
    const width = rows[0]?.length ?? 0;
    if (!width) continue;
    if (!/\sheader-row="true"/u.test(attributes)) rows.unshift(Array<string>(width).fill(''));
    const written = rows.map((row) => `| ${row.join(' | ')} |`);
    written.splice(1, 0, `|${' - |'.repeat(width)}`);
    if (written.length > length - 1) continue;
    for (let at = 0; at < length; at++) lines[start + at] = at ? (written[at - 1] ?? '') : '';
  }
}
