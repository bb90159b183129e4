/**
 * Branches of Liquid and its kin that no reader ever sees: `{% if false %}`, `{% unless true %}`, and what is there only for
 * authors at work. They end with what belongs to them, whatever stands within; what stands behind their `{% else %}` is shown.
 */
import type { Range } from '../markdown/text-places.ts';

const opening =
  /\{%-?[ \t]*(?:if (?:[Ff]alse|jekyll\.environment[ \t]*==[ \t]*["']development["'])|unless true)[ \t]*-?%\}/gu;
const tags =
  /\{%-?[ \t]*(?:(if|unless|case|for)\b[^{}%\n]{0,400}|(end(?:if|unless|case|for))|(else)|(elsif|elif)\b[^{}%\n]{0,400})[ \t]*-?%\}/gu;
/** So far is looked for what belongs to one. */
const longest = 20_000;

export function mayHoldFalseBranches(text: string): boolean {
  return /\{%-?[ \t]*(?:if|unless) /u.test(text);
}

/**
 * @returns each branch with its tags; of one with an `else`, the tag that ends the whole apart
 */
export function listFalseBranches(text: string, isLiteral: (at: number) => boolean): Range[] {
  const ranges: Range[] = [];
  let past = 0;
  for (const { 0: tag, index } of text.matchAll(opening)) {
    if (index < past || isLiteral(index) || text[index - 1] === '\\') continue;
    const found = readBranch(text, index, index + tag.length, isLiteral);
    // Where nothing closes this one, nothing closes those after it.
    if (!found.length) break;
    ranges.push(...found);
    past = found.at(-1)?.to ?? past;
  }
  return ranges;
}

function readBranch(text: string, from: number, start: number, isLiteral: (at: number) => boolean): Range[] {
  let depth = 1;
  let firstEnd: number | undefined;
  const branch: Range = { from, to: -1 };
  for (const { 0: tag, 1: opens, 2: closes, 3: other, 4: asks, index } of text
    .slice(start, start + longest)
    .matchAll(tags)) {
    const at = start + index;
    if (isLiteral(at)) continue;
    if (opens !== undefined) depth++;
    else if (closes !== undefined) {
      depth--;
      firstEnd ??= at + tag.length;
      if (depth > 0) continue;
      return branch.to < 0 ? [{ from, to: at + tag.length }] : [branch, { from: at, to: at + tag.length }];
    } else if (depth === 1 && branch.to < 0) {
      // What is asked there is shown as it is written.
      if (asks !== undefined) return [{ from, to: at }];
      if (other !== undefined) branch.to = at + tag.length;
    }
  }
  // Of what belongs to none, the first end counts.
  if (firstEnd !== undefined) return [{ from, to: firstEnd }];
  const later = /\{%-?[ \t]*end(?:if|unless)[ \t]*-?%\}/gu;
  later.lastIndex = start + longest;
  return later.exec(text) ? [{ from, to: later.lastIndex }] : [];
}
