/** Tells how much of a question each of its words is. */
import type { AnswerWorld } from './answer-world.ts';
import type { WeighedTerm } from './choose-nearest.ts';
import { languages } from './question.ts';

/** What the most frequent word counts, beside 1 for one that stands nowhere else; and what a verb counts. */
const leastWeight = 0.3;
export const verbWeight: number = 0.15;

/**
 * Weighs a word of which the first form is the stem, the second in Korean the word as it was typed. A verb may be said in
 * another way; what the question begins with, a name in Latin letters among Korean words, or a number, may not.
 */
export function weighWord(
  [word = '', other = '']: readonly string[],
  isFirst: boolean,
  isLast: boolean,
  { rateRarity, isHangul }: Pick<AnswerWorld, 'rateRarity' | 'isHangul'>,
): Pick<WeighedTerm, 'weight' | 'isNeeded'> {
  const rarity = rateRarity(word);
  const typed = /^[가-힣]/u.test(word) && other.startsWith(word) ? other : word;
  // 폐지돼: the noun says what is done.
  const isDeed = languages.some(({ nounVerb }) => nounVerb?.test(typed) === true);
  // An English verb is as much of the question as a noun.
  const isVerb =
    /[가-힣]$/u.test(typed) &&
    !isDeed &&
    languages.some(
      ({ looseWord, verbEnd }) =>
        looseWord.test(word) ||
        ((isLast || rarity === 1) &&
          (verbEnd?.sure.test(typed) === true || (rarity === 1 && verbEnd?.likely.test(typed) === true))),
    );
  if (isVerb) return { weight: verbWeight, isNeeded: false };
  const isName = isHangul && /^[a-z\d.+#-]*[a-z][a-z\d.+#-]*$/iu.test(word);
  return {
    weight: leastWeight + (1 - leastWeight) * rarity,
    isNeeded: isFirst || isName || /\d/u.test(word),
  };
}
