/** Finds the sentence that lists what it names: “… methods: A, B and C”, “… are A, B and C”, or leads up to the items. */
import { findForms, prepareText } from '../match-text.ts';
import type { PlanTerm } from '../plan-query.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { cover } from './choose-facts.ts';
import type { PageEvidence, Sentence } from './evidence.ts';
import { mostItems, shorten } from './list-items.ts';
import { languages } from './question.ts';

/** A longer sentence tells more than what there is. */
const longest = 260;

/** Names in a row behind a comma: “…, light and dark”. */
const namedBeside =
  /^,(?:\s[^\s,]+){1,3}(?:,(?:\s[^\s,]+){1,3})*?,?\s(?:and|or)(?:\s[^\s,]+){1,3}(?:[.,;]|$)/u;

/** What is listed in a sentence has no more words; more are a sentence on it. */
const mostPartWords = 6;

/** So much may stand between what is listed and the colon. */
const longestBetween = 40;

/**
 * The list in a sentence that names all of `terms`, but what its title and headings give; the last of them is what is
 * listed. With `isDeed` the terms are what is to be done, and only items below it count.
 */
export function findEnumerated(
  pages: readonly PageEvidence[],
  terms: readonly PlanTerm[],
  isDeed = false,
): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  if (terms.length < 2) return null;
  pages.forEach(({ page, sections }, rank) => {
    for (const section of sections) {
      if (section.isEcho || section.kind === 'diagram') continue;
      const given = cover([page.title, ...section.titles].join('\n'), terms).found;
      for (const sentence of section.lines.flatMap(({ sentences }) => sentences)) {
        const own = cover(sentence.text, terms).found;
        // Of what is to be done the verb comes first.
        if (!own.has(isDeed ? 0 : terms.length - 1) || terms.some((_, at) => !own.has(at) && !given.has(at)))
          continue;
        const score = own.size - rank * 0.1;
        const said = terms.filter((_, at) => own.has(at));
        if (score <= (best?.score ?? 0) || !listsBehind(sentence, said, isDeed)) continue;
        best = {
          score,
          answer: makeAnswer('list', page, section, {
            subject: section.title,
            text: sentence.text,
            strength: sentence.strength,
            items: (sentence.led ?? []).slice(0, mostItems).map(shorten),
          }),
        };
      }
    }
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}

/** True where the sentence lists right behind the words, or what follows it does. */
function listsBehind({ text, led = [] }: Sentence, said: readonly PlanTerm[], isDeed: boolean): boolean {
  const forms = said.flatMap((term) => term.forms);
  if (text.length > longest || /[?？]$/u.test(text)) return false;
  if (languages.some(({ denying }) => denying.test(text))) return false;
  return findForms(prepareText(text), forms).some(([, to]) => {
    const rest = text.slice(to).replace(/^\p{L}+/u, '');
    if (cover(text.slice(0, text.length - rest.length), said).found.size < said.length) return false;
    if (led.length >= 2 && rest.length <= longestBetween && /[:：]$/u.test(rest)) return true;
    if (isDeed) return false;
    const [, list = ''] =
      /^(?::|\s[—–]|,?\s(?:are|include|includes|such\sas|like|namely):?)\s(.+)$/u.exec(rest) ?? [];
    const parts = list.split(/,\s(?:(?:and|or)\s)?|\s(?:and|or)\s/u);
    return (
      (parts.length > 2 && parts.slice(0, -1).every((part) => part.split(' ').length <= mostPartWords)) ||
      namedBeside.test(rest)
    );
  });
}
