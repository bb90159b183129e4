import type { Range } from '../markdown/text-places.ts';

/** Fences and code in a line, which are read before Markdown is. */
export function listCode(body: string): Range[] {
  const ranges: Range[] = [];
  let open: { from: number; mark: string } | null = null;
  let from = 0;
  for (const line of body.split('\n')) {
    const [, mark = ''] = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(`{3,}(?!.*`)|~{3,})/u.exec(line) ?? [];
    if (open) {
      if (mark.startsWith(open.mark) && line.trimEnd().endsWith(mark)) {
        ranges.push({ from: open.from, to: from + line.length });
        open = null;
      }
    } else if (mark) open = { from, mark };
    else
      for (const { 0: code, index } of line.matchAll(/(?<!`)(`+)(?!`)(?:(?!\1)[^]){1,400}?(?<!`)\1(?!`)/gu))
        ranges.push({ from: from + index, to: from + index + code.length });
    from += line.length + 1;
  }
  if (open) ranges.push({ from: open.from, to: body.length });
  return ranges;
}

/** What lines with a deep indent can belong to; below other text they are code. */
const holder = /^[ \t]{0,3}(?:[-*+]|\d+[.)]|!!!|\?\?\?\+?|===[!+]*|\[\^[^\]\s]+\]:|:)[ \t]/u;

/** Whether a line is code by its indent, asked for each line from the first one on. */
export function createIndentTest(): (line: string) => boolean {
  let isHeld = false;
  let isBlank = true;
  return (line) => {
    if (holder.test(line)) isHeld = true;
    else if (isBlank && /^\S/u.test(line)) isHeld = false;
    isBlank = !line.trim();
    return !isHeld && /^(?: {0,3}\t| {4})/u.test(line);
  };
}

/** The marks of a fence that holds a text, whatever marks stand in it. */
export function fenceFor(text: string): string {
  const runs = text.match(/`{3,}/gu) ?? [];
  return '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
}
