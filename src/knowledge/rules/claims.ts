import { problemsWords } from '#words';
import type { Problem } from '../problem.ts';
import { inFile, type Rule } from './rule.ts';

/** Paragraphs and table rows of a strict subject's notes that state a figure and cite nothing. */
export const findUncitedClaims: Rule = ({ library, isStrict }) => {
  if (!isStrict) return [];
  const { figure, uncited } = problemsWords().claims;
  const problems: Problem[] = [];
  for (const note of library.notes) {
    for (const statement of note.outline.statements) {
      const match = statement.isCited ? null : figure.exec(statement.text);
      if (!match) continue;
      problems.push({
        ...inFile(note, statement),
        severity: 'warning',
        kind: 'claim',
        message: uncited(match[0]),
      });
    }
  }
  return problems;
};
