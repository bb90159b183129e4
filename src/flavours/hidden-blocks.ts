/**
 * Blocks that say themselves that no reader sees them: fenced divisions of a class that hides (`::: {.hidden}`, Quarto's
 * `::: {.content-hidden}`), boxes named for what is not said (`:::private`, `:::comment`), and a block of kramdown that a class
 * hides (`{: .hidden }` on the line below it).
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

export function mayHoldHiddenBlocks(text: string): boolean {
  return /^[ \t>]*(?:[`~]{3,}[ \t]*\{=?comment\}|:{3,}.*(?:hidden|private|comment|secret|content-visible)|\{:[^{}\n]*\.(?:hidden|d-none|invisible)\b)/imu.test(
    text,
  );
}

/** A fence of a format that is none (Pandoc's way to leave a text out of all others), or of a directive of that name. */
const hidingFence = /^[\s>]*(`{3,}|~{3,})\s*\{=?comment\}\s*$/iu;

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
  const ranges: Range[] = [];
  let past = 0;
  for (let first = 0; first < lines.length; first++) {
    const line = lines[first] ?? '';
    const from = (starts[first] ?? 0) + (/^[\s>]*/u.exec(line)?.[0].length ?? 0);
    const [, fence] = hidingFence.exec(line) ?? [];
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

function closesFence(line: string, fence: string): boolean {
  const written = line.replace(/^[\s>]*/u, '').trimEnd();
  return written.startsWith(fence) && written === written.charAt(0).repeat(written.length);
}
