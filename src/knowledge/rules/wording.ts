import type { Problem } from '../problem.ts';
import type { Rule } from './rule.ts';

/**
 * Old and wrong spellings in our own notes, each with the form to use. Quotations (‘…’, “…”) and code may keep them:
 * a note may speak of a spelling.
 */
export const findWrongWords: Rule = ({ library, isOwn }) => {
  if (!isOwn) return [];
  const standards = new Map(
    library.terms.flatMap((term) => term.misspellings.map((word) => [word, term.term])),
  );
  if (!standards.size) return [];
  const words = [...standards.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|'),
    'gu',
  );
  const problems: Problem[] = [];
  for (const note of library.notes) {
    if (note.collection === 'note') continue;
    maskQuotations(note.body)
      .split('\n')
      .forEach((line, index) => {
        for (const match of line.matchAll(pattern)) {
          problems.push({
            path: note.path,
            line: note.bodyLine + index + 1,
            column: match.index + 1,
            severity: 'warning',
            kind: 'term',
            message: `"${match[0]}"은(는) 표준 표기가 아닙니다. "${standards.get(match[0]) ?? ''}"의 표기를 따르십시오`,
          });
        }
      });
  }
  return problems;
};

/** The same text with everything that is not the note's own words made blank, places kept. */
function maskQuotations(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/gu, ' ');
  return text
    .replace(/^(`{3,}|~{3,})[^]*?^\1/gmu, blank)
    .replace(/`[^`\n]*`/gu, blank)
    .replace(/‘[^’\n]*’|“[^”\n]*”|"[^"\n]*"/gu, blank)
    .replace(/\]\([^)\n]*\)/gu, blank);
}
