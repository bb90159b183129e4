/**
 * Links around paragraphs, as programs write them that clip pages of the web: `[` on a line, what was linked there, and
 * `](https://…)`. Markdown knows no such link and would show its brackets: here the first of the paragraphs leads there, line
 * for line, and the others follow it. What has no end, or no line that could lead there, stays as it is written.
 */
import { createRangeTest } from '../markdown/text-places.ts';
import { listCode } from './template-code.ts';

/** A line that ends a link, and may begin another. */
const ending =
  /^\]\((?:<([^<>\n]+)>|([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*))(?:\s+"[^"\n]*")?\)(\[?)[ \t]*$/u;
/** More lines than that were in no link. */
const mostLines = 60;

export function readClippedLinks(body: string): string {
  if (!/^\]\(/mu.test(body)) return body;
  const lines = body.split('\n');
  const isCode = createRangeTest(listCode(body));
  /** The line that opens a link, and the first in it that can lead somewhere. */
  let open = -1;
  let first = -1;
  let from = 0;
  for (const [at, line] of lines.entries()) {
    const start = from;
    from += line.length + 1;
    if (isCode(start)) continue;
    const [, quoted, bare, again] = ending.exec(line) ?? [];
    const url = quoted ?? bare;
    if (open >= 0 && at - open > mostLines) open = -1;
    if (url !== undefined && open >= 0) {
      if (first >= 0) {
        lines[first] = link(lines[first] ?? '', url);
        if (lines[open] === '[') lines[open] = '';
        lines[at] = '';
      }
      open = again && first >= 0 ? at : -1;
      first = -1;
    } else if (line.trimEnd() === '[') {
      open = at;
      first = -1;
      lines[at] = '[';
    } else if (open >= 0 && first < 0 && line.trim()) first = at;
  }
  return lines.join('\n');
}

/** A line of text as a link; a heading keeps its signs, and what holds a link already stays. */
function link(line: string, url: string): string {
  const [before = ''] = /^\s*(?:#{1,6}\s+|[-*+]\s+)?/u.exec(line) ?? [];
  const words = line.slice(before.length).trimEnd();
  const isPicture = /^!\[[^[\]]*\]\([^()\s]*\)$/u.test(words);
  if (!words || (!isPicture && /\]\(|\[\[|\]\]/u.test(words))) return line;
  return `${before}[${isPicture ? words : words.replace(/[[\]]/gu, '\\$&')}](<${url}>)`;
}
