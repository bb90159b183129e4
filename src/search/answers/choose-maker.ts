/** Finds who made something: the sentence that names somebody in front of a verb of making. */
import type { Answer } from './answer.ts';
import { chooseSentence, cover } from './choose-facts.ts';
import type { FactQuestion } from './choose-facts.ts';
import type { PageEvidence } from './evidence.ts';
import { brackets, escapeSigns } from './text-patterns.ts';
import { listAskedPatterns } from './asked-patterns.ts';

const longest = 320;

/** Where one part of a sentence ends and the next one begins. */
const clauseEnd = /,\s+|(?<=[가-힣][고며])\s+/u;

/** Who the notes say made the subject, or did to it what is asked; null where nothing names anybody. */
export function findMaker(pages: readonly PageEvidence[], ask: FactQuestion): Answer | null {
  const patterns = listAskedPatterns();
  const subject = [...ask.subjectTerms];
  const makes = (one: Patterns, text: string): boolean => one.making(ask.attribute).test(text);
  const names = (text: string): boolean => {
    const { found } = cover(text, ask.terms);
    return subject.every((term) => found.has(term));
  };
  const found = chooseSentence(
    pages,
    ask,
    (evidence, isAbout) => {
      const isTitled = names(evidence.page.title);
      return (text) => {
        // What is long is no sentence, and not for patterns.
        if (text.length > longest) return 0;
        const bare = text.replace(brackets, '');
        const told = patterns.filter((one) => makes(one, bare));
        if (told.length === 0)
          return isInBrackets(text, patterns, makes, names)
            ? 2
            : isOwned(text, ask)
              ? 1.8
              : isBehindMaker(text, pages, ask)
                ? 1.2
                : 0;
        const clauses = text.split(clauseEnd);
        const clause = clauses.find((one) => told.some((by) => makes(by, one.replace(brackets, ''))));
        // …에 기부했고, 재단은 …가 세웠다: what was made is what this part of the sentence says.
        if (
          clauses.length > 1 &&
          clause !== undefined &&
          !names(clause) &&
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
        const isNamed = subject.every((term) => own.has(term));
        if (!isNamed && !(isAbout || isTitled)) return 0;
        // A note on it tells of other things and their makers as well.
        const isOfIt = subject.some((term) => own.has(term));
        if (!isOfIt && !told.some(({ makingOfIt }) => makingOfIt.test(text))) return 0;
        return (isNamed ? 2 : 0) + (isAbout ? 1.5 : 0);
      };
    },
    true,
  );
  // Of a row that is called by both, that is what answers.
  return found !== null && found.context !== '' && isBehindMaker(found.context, pages, ask)
    ? { ...found, text: found.context, context: '' }
    : found;
}

type Patterns = ReturnType<typeof listAskedPatterns>[number];

/** True where brackets right behind the name say it: 물레(2024년 도원이 인수). */
function isInBrackets(
  text: string,
  patterns: readonly Patterns[],
  makes: (one: Patterns, text: string) => boolean,
  names: (text: string) => boolean,
): boolean {
  return [...text.matchAll(/([^\s(（]+(?:\s[^\s(（]+)?)\s?[(（]([^()（）]{4,80})[)）]/gu)].some(
    ([, before = '', inside = '']) => names(before) && patterns.some((one) => makes(one, inside)),
  );
}

/** True for a sentence that has the thing as somebody's, where its maker is asked for. */
function isOwned(text: string, { attribute, subjectTerms, terms }: FactQuestion): boolean {
  const last = terms[Math.max(...subjectTerms)]?.forms ?? [];
  return (
    subjectTerms.size === 1 &&
    listAskedPatterns().some(
      ({ making, owned }) => making(attribute) === making('') && last.some((name) => owned(name).test(text)),
    )
  );
}

/** True for a sentence that has the name behind that of who the pages speak of as of somebody: Adobe Firefly. */
function isBehindMaker(
  text: string,
  pages: readonly PageEvidence[],
  { attribute, asked, subjectTerms, terms }: FactQuestion,
): boolean {
  const [first] = subjectTerms;
  const forms = (first === undefined ? undefined : terms[first]?.forms) ?? [];
  const patterns = listAskedPatterns();
  if (!patterns.some(({ making }) => making(attribute) === making(''))) return false;
  const makers = forms.flatMap((form) =>
    /^[a-z]/iu.test(form) && asked.startsWith(form)
      ? [
          ...text.matchAll(
            new RegExp(`(?<![\\p{L}\\p{N}-])([A-Z][A-Za-z]{2,}) ${escapeSigns(form)}(?![a-z])`, 'giu'),
          ),
        ]
      : [],
  );
  return makers.some(([, maker = '']) => {
    const asSomebody = patterns.map(({ somebody }) => somebody(maker));
    return pages.some(({ sections }) =>
      sections.some(({ lines }) =>
        lines.some(({ sentences }) => sentences.some((one) => asSomebody.some((by) => by.test(one.text)))),
      ),
    );
  });
}
