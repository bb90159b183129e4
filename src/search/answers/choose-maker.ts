/** Finds who made something: the sentence that names somebody in front of a verb of making. */
import type { Answer } from './answer.ts';
import { chooseSentence, cover } from './choose-facts.ts';
import type { FactQuestion } from './choose-facts.ts';
import type { PageEvidence } from './evidence.ts';
import { languages } from './question.ts';

const longest = 320;

/** Who the notes say made the subject; null where no sentence names anybody. */
export function findMaker(pages: readonly PageEvidence[], ask: FactQuestion): Answer | null {
  return chooseSentence(pages, ask, ({ page }, isAbout) => {
    const title = cover(page.title, ask.terms).found;
    return (text) => {
      // What is long is no sentence, and not for patterns.
      if (text.length > longest) return 0;
      const told = languages.filter(({ making }) => making.test(text));
      if (told.length === 0) return 0;
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
