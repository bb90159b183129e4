/**
 * Blocks that say themselves that no reader sees them: fenced divisions of a class that hides (`::: {.hidden}`, Quarto's
 * `::: {.content-hidden}`), boxes named for what is not said (`:::private`, `:::comment`), and a block of kramdown that a class
 * hides (`{: .hidden }` on the line below it), sections and words in brackets with such attributes (`## 절 {.hidden}`,
 * `[글]{.hidden}`), and code of Quarto that is run but not shown (`#| echo: false`).
 */
import type { Range } from '../markdown/text-places.ts';

const hidingName = String.raw`(?:content-hidden|hidden|private|comment|secret)`;
const opening = new RegExp(
  String.raw`^[\s>]*:{3,}\s*(?:(?:hidden|private|comment)(?![\w-]).*$|${hidingName}\s*(?:\{.*)?$|\{${hidingName}\}\s*$|\{(?:[^{}\n]*\s)?\.${hidingName}(?:\s[^{}\n]*)?\}\s*$)`,
  'iu',
);
/** What Quarto shows in other formats than this one, or in a profile that nobody chose here. */
const otherFormat = /\b(?:when-format=(?!["']?html)|unless-format=["']?html)/iu;
const onlyElsewhere = /^[\s>]*:{3,}\s*\{(?:[^{}\n]*\s)?\.content-visible\s[^{}\n]*\}\s*$/iu;
const profile = /\bwhen-profile=/iu;

/** Whether a line opens a block that no reader of this site is to see. */
function opensHidden(line: string): boolean {
  if (onlyElsewhere.test(line)) return otherFormat.test(line) || profile.test(line);
  return opening.test(line) && !otherFormat.test(line);
}
const anyOpening = /^[\s>]*:{3,}\s*[^\s:]/u;
const closing = /^[\s>]*:{3,}\s*$/u;
const hidingList = /^[\s>]*\{:[^{}\n]*\.(?:hidden|d-none|invisible)(?![\w-])[^{}\n]*\}\s*$/u;

/** Attributes of a heading or of words in brackets, as Pandoc has them. */
const hidingAttributes = new RegExp(
  String.raw`\{(?:[^{}\n]{0,200}\s)?\.(?:${hidingName}|d-none|invisible|comment-start)(?:\s[^{}\n]{0,400})?\}`,
  'iu',
);
const hidingHeading = new RegExp(
  String.raw`^[ \t>]*(#{1,6})[ \t].*(?<![\])])${hidingAttributes.source}[ \t#]*$`,
  'iu',
);
const anyHeading = /^[ \t>]*(#{1,6})(?:[ \t]|$)/u;
const hidingSpan = new RegExp(String.raw`\](?:\([^()\n]{0,400}\))?${hidingAttributes.source}`, 'giu');

export function mayHoldHiddenBlocks(text: string): boolean {
  return (
    /^[ \t>]*(?:[`~]{3,}[ \t]*\{=?comment\}|:{3,}.*(?:hidden|private|comment|secret|content-visible)|\{:[^{}\n]*\.(?:hidden|d-none|invisible)\b)/imu.test(
      text,
    ) ||
    hiddenCell.test(text) ||
    hidingAttributes.test(text)
  );
}

/** Code that Quarto and R Markdown run, and whose text no reader is shown. */
const hiddenCell =
  /^[ \t>]*([`~]{3,})[ \t]*\{\w[^{}\n]{0,200}?(?:,[^{}\n]{0,200}\b(?:include|echo)[ \t]*=[ \t]*F(?:ALSE)?\b[^{}\n]{0,200}\}[ \t]*$|\}[ \t]*\n(?:[ \t>]*#\|.*\n)*?[ \t>]*#\|[ \t]*(?:include|echo)[ \t]*:[ \t]*false[ \t]*$)/imu;

/** A fence of a format that is none (Pandoc's way to leave a text out of all others), of a directive of that name, or hidden. */
const hidingFence = new RegExp(
  String.raw`^[\s>]*(\x60{3,}|~{3,})\s*(?:\{=?comment\}|${hidingAttributes.source})\s*$`,
  'iu',
);

/** @param isLiteral whether code stands at a place */
export function listHiddenBlocks(text: string, isLiteral: (at: number) => boolean): Range[] {
  const lines = text.split('\n');
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  const endOf = (line: number) => (starts[line] ?? 0) + (lines[line]?.length ?? 0);
  const opensSection = (line: number, level: number) =>
    (anyHeading.exec(lines[line] ?? '')?.[1]?.length ?? 9) <= level && !isLiteral(starts[line] ?? 0);
  const ranges: Range[] = listHiddenSpans(text, isLiteral);
  let past = 0;
  for (let first = 0; first < lines.length; first++) {
    const line = lines[first] ?? '';
    const from = (starts[first] ?? 0) + (/^[\s>]*/u.exec(line)?.[0].length ?? 0);
    const cell = /^[\s>]*[`~]{3,}\s*\{/u.test(line)
      ? hiddenCell.exec(lines.slice(first, first + mostOptions).join('\n'))
      : null;
    const fence = hidingFence.exec(line)?.[1] ?? (cell?.index === 0 ? cell[1] : undefined);
    if (fence !== undefined && (from === 0 || !isLiteral(from - 1))) {
      let last = first + 1;
      while (last < lines.length - 1 && !closesFence(lines[last] ?? '', fence)) last++;
      ranges.push({ from, to: endOf(last) });
      past = last + 1;
      first = last;
      continue;
    }
    if (isLiteral(from)) continue;
    if (hidingList.test(line)) {
      let top = first;
      while (top > past && /[^\s>]/u.test(lines[top - 1] ?? '')) top--;
      ranges.push({ from: starts[top] ?? 0, to: endOf(first) });
      past = first + 1;
    }
    const [, level] = hidingHeading.exec(line) ?? [];
    if (level !== undefined) {
      let last = first;
      while (last + 1 < lines.length && !opensSection(last + 1, level.length)) last++;
      ranges.push({ from, to: endOf(last) });
      past = last + 1;
      first = last;
      continue;
    }
    if (!opensHidden(line)) continue;
    // One that nothing closes hides the rest.
    let depth = 1;
    let last = first;
    while (depth > 0 && last + 1 < lines.length) {
      last++;
      if (isLiteral(starts[last] ?? 0)) continue;
      if (closing.test(lines[last] ?? '')) depth--;
      else if (anyOpening.test(lines[last] ?? '')) depth++;
    }
    ranges.push({ from, to: endOf(last) });
    first = last;
  }
  return ranges;
}

/** Options of a cell stand in its first lines. */
const mostOptions = 20;
/** No words in brackets are longer. */
const longestSpan = 4000;

/** Words in brackets whose attributes hide them: `[글]{.hidden}`. */
function listHiddenSpans(text: string, isLiteral: (at: number) => boolean): Range[] {
  const ranges: Range[] = [];
  for (const { 0: end, index } of text.matchAll(hidingSpan)) {
    if (text[index - 1] === '\\') continue;
    let depth = 1;
    let at = index;
    while (depth > 0 && at > Math.max(0, index - longestSpan)) {
      at--;
      if (text[at] === ']') depth++;
      else if (text[at] === '[') depth--;
    }
    if (depth === 0 && !isLiteral(at))
      ranges.push({ from: text[at - 1] === '!' ? at - 1 : at, to: index + end.length });
  }
  return ranges;
}

function closesFence(line: string, fence: string): boolean {
  const written = line.replace(/^[\s>]*/u, '').trimEnd();
  return written.startsWith(fence) && written === written.charAt(0).repeat(written.length);
}
