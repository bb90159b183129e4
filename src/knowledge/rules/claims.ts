import type { Problem } from '../problem.ts';
import { inFile, type Rule } from './rule.ts';

/** A figure that somebody measured, priced or decreed: a number with a unit, a price, a percentage. */
const figure =
  /(?:[$€₩]\s?\d|\d[\d,.]*\s?(?:%|퍼센트|억|조\s?원|만\s?(?:명|건|개|원|달러|곳|장)|천만|원(?![가-힣])|달러|유로|[TGMk]?Wh|[GMk]W|W(?![A-Za-z])|[TG]i?B|TFLOPS|톤|CO₂))/u;

/** Paragraphs and table rows of our own notes that state a figure and cite nothing. */
export const findUncitedClaims: Rule = ({ library, isOwn }) => {
  if (!isOwn) return [];
  const problems: Problem[] = [];
  for (const note of library.notes) {
    if (note.collection === 'note') continue;
    for (const statement of note.outline.statements) {
      const match = statement.isCited ? null : figure.exec(statement.text);
      if (!match) continue;
      problems.push({
        ...inFile(note, statement),
        severity: 'warning',
        kind: 'claim',
        message: `"${match[0]}"에 출처가 없습니다. 근거가 있으면 [@출처id]를, 셈하여 보인 값이면 ‘가정’이나 ‘계산 보기’라고 밝히십시오`,
      });
    }
  }
  return problems;
};
