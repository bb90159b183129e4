/** Finds who made something: the sentence that names somebody in front of a verb of making. */
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { cover } from './choose-facts.ts';
import type { FactQuestion } from './choose-facts.ts';
import type { PageEvidence } from './evidence.ts';
import { languages } from './question.ts';

const longest = 320;

/** Who the notes say made the subject; null where no sentence names anybody. */
export function findMaker(pages: readonly PageEvidence[], ask: FactQuestion): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  pages.forEach((evidence, rank) => {
    const isAbout = ask.named.includes(evidence.page.url);
    const title = cover(evidence.page.title, ask.terms).found;
    for (const section of evidence.sections) {
      if (section.isEcho || section.kind === 'diagram') continue;
      for (const { sentences } of section.lines)
        for (const sentence of sentences) {
          // What is long is no sentence, and not for patterns.
          if (sentence.text.length > longest) continue;
          const told = languages.filter(({ making }) => making.test(sentence.text));
          if (told.length === 0) continue;
          const own = cover(sentence.text, ask.terms).found;
          const isNamed = [...ask.subjectTerms].every((term) => own.has(term));
          if (!isNamed && !(isAbout || [...ask.subjectTerms].every((term) => title.has(term)))) continue;
          // A note on it tells of other things and their makers as well.
          const isOfIt = [...ask.subjectTerms].some((term) => own.has(term));
          if (!isOfIt && !told.some(({ makingOfIt }) => makingOfIt.test(sentence.text))) continue;
          const score = (isNamed ? 2 : 0) + (isAbout ? 1.5 : 0) - rank * 0.2;
          if (score <= (best?.score ?? 0)) continue;
          best = {
            score,
            answer: makeAnswer('fact', evidence.page, section, {
              text: sentence.text,
              strength: sentence.strength,
            }),
          };
        }
    }
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}
