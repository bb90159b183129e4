import { problemsWords } from '#words';
import type { Problem } from '../problem.ts';
import type { Rule } from './rule.ts';

/**
 * Words that `wording` in `atlas.yaml` sets aside, and spellings that the list of terms calls wrong, each with the form
 * to use. Quotations (‘…’, “…”) and code may keep them: a note may speak of a spelling.
 */
export const findWrongWords: Rule = ({ library }) => {
  const standards = new Map([
    ...library.subject.wording,
    ...library.terms.flatMap((term) => term.misspellings.map((word): [string, string] => [word, term.term])),
  ]);
  const words = [...standards.keys()].filter(Boolean).sort((a, b) => b.length - a.length);
  if (!words.length) return [];
  const pattern = new RegExp(
    words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|'),
    'gu',
  );
  const problems: Problem[] = [];
  for (const note of library.notes) {
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
            message: problemsWords().references.wrongWord(match[0], standards.get(match[0]) ?? ''),
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
