/** Finds who made something: the sentence that names somebody in front of a verb of making. */
import type { Answer } from './answer.ts';
import { chooseSentence, cover } from './choose-facts.ts';
import type { FactQuestion } from './choose-facts.ts';
import type { PageEvidence } from './evidence.ts';
import { listAskedPatterns } from './asked-patterns.ts';

const longest = 320;

/** What stands in brackets, with the space before it. */
export const brackets = /\s?[(（][^()（）]{1,60}[)）]/gu;

/** Where one part of a sentence ends and the next one begins. */
const clauseEnd = /,\s+|(?<=[가-힣][고며])\s+/u;

/** Who the notes say made the subject; null where no sentence names anybody. */
export function findMaker(pages: readonly PageEvidence[], ask: FactQuestion): Answer | null {
  return chooseSentence(pages, ask, ({ page }, isAbout) => {
    const title = cover(page.title, ask.terms).found;
    return (text) => {
      // What is long is no sentence, and not for patterns.
      if (text.length > longest) return 0;
      const told = listAskedPatterns().filter(({ making }) => making.test(text.replace(brackets, '')));
      if (told.length === 0) return 0;
      const clauses = text.split(clauseEnd);
      const clause = clauses.find((one) => told.some(({ making }) => making.test(one.replace(brackets, ''))));
      const subject = [...ask.subjectTerms];
      // …에 기부했고, 재단은 …가 세웠다: what was made is what this part of the sentence says.
      if (
        clauses.length > 1 &&
        clause !== undefined &&
        !subject.every((term) => cover(clause, ask.terms).found.has(term)) &&
        !told.some(({ makingOfIt }) => makingOfIt.test(clause))
      )
        return 0;
      // CA에서 만든 SSL 인증서 is no SSL.
      if (
        told.some(({ madePart }) =>
          subject.some((term) => ask.terms[term]?.forms.some((form) => madePart(form).test(text))),
        )
      )
        return 0;
      // Who made something is not what was made.
      const own = cover(
        told.reduce((left, { agent }) => left.replace(agent, ' '), text),
        ask.terms,
      ).found;
      const isNamed = [...ask.subjectTerms].every((term) => own.has(term));
      if (!isNamed && !(isAbout || [...ask.subjectTerms].every((term) => title.has(term)))) return 0;
      // A note on it tells of other things and their makers as well.
      const isOfIt = [...ask.subjectTerms].some((term) => own.has(term));
      if (!isOfIt && !told.some(({ makingOfIt }) => makingOfIt.test(text))) return 0;
      return (isNamed ? 2 : 0) + (isAbout ? 1.5 : 0);
    };
  });
}
