/** Finds how something is calculated: an equation, or the sentence that says what is divided by what. */
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { cover, union } from './choose-facts.ts';
import type { PassageQuestion } from './choose-passage.ts';
import type { PageEvidence } from './evidence.ts';

/** A value on each side, the right one with a sign in it: code and sums of numbers alone are no formula. */
const equation = /^(?<left>[^=]*\p{L}[^=]*?)\s?[=≈∝]\s?(?=[^=>]*\p{L})[^=>]+$/u;
const sign = /[÷×*/+√∑Σ−·^]|\s-\s|\d\p{Lu}/u;
const code = /[;{}]|[=!<>]=|=>|::|\b(?:const|let|var|select|where|return)\b|https?:/iu;

/** A formula in words, in either language. */
const told =
  /(?:나눈|곱한|더한|뺀)\s?(?:값|비율|것|수|뒤|후)|(?:나누어|나눠|곱해|곱하여|더해)(?:서)?\s?\S*\s?(?:구|계산|산출|산정|얻)|\b(?:divided by|multiplied by|times the|the (?:ratio|product|sum) of)\b/u;
const heading = /계산|공식|수식|산식|산출|산정|구하는|formula|calculat|equation/iu;

/** What says the signs of the formula before it. */
const legend = /^(?:여기서|단,|이때|where\b)/iu;

const longest = 320;

/** The formula for what `ask` names; null where no page gives one. */
export function findFormula(pages: readonly PageEvidence[], ask: PassageQuestion): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  const { terms } = ask;
  if (terms.length === 0) return null;
  pages.forEach((evidence, rank) => {
    const isNamed = ask.named.includes(evidence.page.url);
    const title = union(cover(evidence.page.title, terms).found, isNamed ? ask.subjectTerms : new Set());
    for (const [order, section] of evidence.sections.entries()) {
      if (section.isEcho || section.kind === 'diagram') continue;
      const isHeaded = heading.test(section.title);
      const path = cover([...section.titles, section.title].join('\n'), terms).found;
      const sentences = section.lines.flatMap((line) => line.sentences);
      for (const [at, { text, strength }] of sentences.entries()) {
        if (text.length > longest || /[?？]$/u.test(text)) continue;
        const left = code.test(text) ? undefined : equation.exec(text)?.groups?.['left'];
        const isEquation = left !== undefined && sign.test(text.slice(left.length));
        if (!isEquation && !told.test(text)) continue;
        const own = cover(text, terms).found;
        const before = isEquation ? cover(sentences[at - 1]?.text ?? '', terms).found : new Set<number>();
        const near = union(own, before, cover(section.title, terms).found);
        if (union(near, path, title).size < terms.length || (near.size === 0 && !isHeaded)) continue;
        const isOfIt = isEquation && cover(left, terms).found.size === terms.length;
        const score =
          (isEquation ? 2 : 1.5) +
          own.size / terms.length +
          (isOfIt ? 1.5 : 0) +
          (isHeaded ? 1 : 0) +
          (isNamed ? 0.5 : 0) -
          // 장애율: … says one of its signs, or a part of it.
          (/^(?:[-–•]|[^=]{1,12}[:：])/u.test(text) ? 1 : 0) -
          // Many figures are those of an example.
          ((text.match(/\d+/gu)?.length ?? 0) > 4 ? 1 : 0) -
          rank * 0.3 -
          (at + order) * 0.02;
        if (score <= (best?.score ?? 0)) continue;
        const next = sentences[at + 1]?.text ?? '';
        const said = isEquation && legend.test(next) ? `${text} (${next.replace(/[.。]$/u, '')})` : text;
        best = { score, answer: makeAnswer('fact', evidence.page, section, { text: said, strength }) };
      }
    }
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}
