/**
 * What to try where a plan found nothing, and what to offer where that finds nothing either: guesses at slips, words taken
 * apart, fewer words. Loaded with the first query that needs it. Pure, as the plan is.
 */
import { dropFunctionWords } from './english.ts';
import { dropLoneTail, isChoseongQuery, isHangulWord, normalizeText, toJamo } from './hangul.ts';
import {
  countEdits,
  findNearestWords,
  findOfferedWords,
  findOnlyNearest,
  findStrangeSlip,
  findUnfinishedWords,
} from './nearest-words.ts';
import { findStems, isAuxiliary, isEnding } from './particles.ts';
import { analyseWord, mostChoseong, mostWords, readOtherKeys, splitWords } from './plan-query.ts';
import type { Explanation, Plan, PlannedSearch } from './plan-query.ts';
import type { Suggestion } from './suggest.ts';
import type { WordList } from './word-list.ts';

/** Keys of a word in which two slips still leave no doubt. */
const longSlip = 9;

/**
 * What to try when a plan found nothing: the word taken apart, unfinished syllables, misspellings, fewer words. A word that
 * comes near none of `list` may mean a rare one, where it is nearer still.
 */
export function planGuesses(
  plan: Plan,
  list: WordList,
  names: readonly string[] = [],
  rare?: WordList,
): PlannedSearch[] {
  if (isChoseongQuery(plan.literal)) return [...guessChoseong(plan, list), ...findRareChoseong(plan, rare)];
  const guesses: PlannedSearch[] = [];
  // The same words as the terms of the plan.
  const analysed = dropFunctionWords(splitWords(plan.literal).map((word) => ({ word })))
    .slice(0, mostWords)
    .map(({ word }) => analyseWord(word, list));
  const stems = analysed.map(({ stem }) => stem);
  const isOnly = analysed.filter(({ known }) => !known).length === 1;
  analysed.forEach(({ word, stem, known }, at) => {
    if (known) return;
    const swap = (other: string): string => [...stems.slice(0, at), other, ...stems.slice(at + 1)].join(' ');
    if (word.length >= 3)
      for (const other of findUnfinishedWords(word, list, 3))
        guesses.push({ text: swap(other), weight: 0.9, forms: [other] });
    // Part of longer words only: 튜닝 where the site always writes 파인튜닝.
    for (const other of stem.length >= 2 ? list.findByPart(stem, 8) : []) {
      if (isAuxiliary(other, stem)) continue;
      guesses.push({ text: swap(other), weight: 0.9, contains: true });
    }
    for (const other of findSplits(stem))
      guesses.push({ text: swap(other), weight: 0.9, near: true, verified: true });
    const near = new Set(
      [word, stem].flatMap((form) => {
        if (form.length >= 3) return findNearestWords(form, list, 3, names);
        // Two syllables are too little to tell one slip from another: they count where only one word comes into question.
        return findOnlyNearest(form, list, names) ?? [];
      }),
    );
    const keys = readOtherKeys(word);
    for (const other of keys === undefined ? [] : findNearestWords(analyseWord(keys, list).stem, list, 1)) {
      const reason: Explanation = { kind: 'keyboard', from: plan.literal, to: [swap(other)] };
      guesses.push({ text: swap(other), weight: 0.8, reason, forms: [other] });
    }
    // Of several words that nobody knows none is a slip: the notes are about something else.
    // One slip away from a rare word it is no slip of two keys for a frequent one: reoading is reloading, not heading.
    const isFar = ![...near].some((other) => isSlip(word, other, 1));
    if (isFar && isOnly && rare?.hasPrefix(stem) === false) {
      const others = findNearestWords(word, rare, 3);
      const nearer = others.filter((other) => isSlip(word, other, near.size > 0 ? 1 : undefined));
      if (nearer.length > 0) near.clear();
      for (const other of nearer) near.add(other);
    }
    const strange = near.size === 0 && rare ? findStrangeSlip(stem, rare) : undefined;
    const other = strange ?? (near.size === 0 && rare ? dropSlip(word, rare) : undefined);
    if (other !== undefined) near.add(other);
    for (const other of [...near].slice(0, 4)) {
      const reason: Explanation = { kind: 'typo', from: word, to: [other] };
      if (other === strange) reason.isUnsure = true;
      guesses.push({ text: swap(other), weight: 0.8, reason, forms: [other] });
    }
  });
  if (stems.length > 1) {
    stems.forEach((stem, at) => {
      // A word that the notes say in the other script alone is known by that.
      const other = plan.terms[at]?.forms.find((form) => isHangulWord(form) !== isHangulWord(stem));
      // One letter or figure alone is no part of a question, nor a unit: the g of 1,500 g, the 원 of 1,500 원.
      if (stem.length < 2 && (!isHangulWord(stem) || /\d/.test(plan.literal))) return;
      if (analysed[at]?.known || analysed[at]?.covered || other !== undefined) {
        guesses.push({
          text: analysed[at]?.known ? stem : (other ?? stem),
          weight: 0.3,
          loose: true,
          reason: { kind: 'fewer', from: plan.literal, to: [stem] },
        });
      }
    });
  }
  return guesses;
}

/**
 * What the words of a query that finds nothing may be misspellings of, each as a whole query of its own: words of the
 * first list that has one near.
 */
export function suggestCorrections(
  query: string,
  lists: readonly WordList[],
  names: readonly string[],
  limit: number,
): Suggestion[] {
  const words = splitWords(dropLoneTail(normalizeText(query.slice(0, 100))));
  const isKnown = (word: string): boolean => lists.some((list) => list.hasPrefix(word));
  const offer = (word: string): string[] => {
    // The slip may be in the particle, or part it from its noun: 방식애, 자워과.
    const noun = isHangulWord(word) && word.length > 2 ? [word.slice(0, -1)] : [];
    const same = noun.filter((one) => lists.some((list) => list.standsAlone(one)));
    for (const form of new Set([word, ...findStems(word).toReversed(), ...noun]))
      for (const list of lists) {
        const found = findOfferedWords(form, list, limit, names);
        if (found.length > 0) return [...same, ...found];
      }
    return same;
  };
  return words
    .flatMap((word, at) =>
      isKnown(word)
        ? []
        : offer(word).map((other): Suggestion => ({
            kind: 'word',
            text: [...words.slice(0, at), other, ...words.slice(at + 1)].join(' '),
          })),
    )
    .slice(0, limit);
}

/** Particles of one syllable, in which a key may slip as well. */
const particles = [...'은는이가을를의에도와과로만'];

/** The noun before a particle that was mistyped: 자리르, 방식애. */
function dropSlip(word: string, list: WordList): string | undefined {
  const noun = word.slice(0, -1);
  const tail = toJamo(word.slice(-1));
  const isSlipped = particles.some((one) => isEnding(noun, one) && countEdits(tail, toJamo(one), 1) === 1);
  return isHangulWord(word) && isSlipped && list.standsAlone(noun) ? noun : undefined;
}

/** True for one slip of a key, or two in a long word; for at most `most` where that is given. */
function isSlip(word: string, other: string, most?: number): boolean {
  const keys = toJamo(word);
  return countEdits(keys, toJamo(other), 2) <= (most ?? (keys.length < longSlip ? 1 : 2));
}

/** A word that nobody lists may still be two that the index knows: 가동정리 → 가동 정리. */
function findSplits(word: string): string[] {
  if (!isHangulWord(word) || word.length < 4 || word.length > 12) return [];
  return Array.from({ length: word.length - 3 }, (_, at) => `${word.slice(0, at + 2)} ${word.slice(at + 2)}`);
}

/** Initial consonants may be those of a word that is too rare to be listed. */
function findRareChoseong({ literal }: Plan, rare: WordList | undefined): PlannedSearch[] {
  const words = rare?.findByChoseong(literal.replace(/\s/g, ''), mostChoseong) ?? [];
  return words.map((word) => ({
    text: word,
    weight: 0.8,
    forms: [word],
    reason: { kind: 'choseong', from: literal, to: [word] },
  }));
}

/** Initial consonants that begin no word may be those of two words that the site writes as one: ㅅㄱㅂㅈㄷ, 시간복잡도. */
function guessChoseong({ literal }: Plan, list: WordList): PlannedSearch[] {
  const choseong = literal.replace(/\s/g, '');
  const find = (part: string): string[] =>
    list.findByChoseong(part, 5).filter((word) => word.length === part.length);
  const weigh = (word: string): number => list.getWeight(word) ?? 0;
  const pairs: string[][] = [];
  for (let at = 2; at <= choseong.length - 2; at++)
    for (const one of find(choseong.slice(0, at)))
      for (const other of find(choseong.slice(at))) pairs.push([one, other]);
  return pairs
    .sort(([a = '', b = ''], [c = '', d = '']) => Math.min(weigh(c), weigh(d)) - Math.min(weigh(a), weigh(b)))
    .slice(0, mostChoseong)
    .map((pair) => {
      const word = pair.join('');
      const reason: Explanation = { kind: 'choseong', from: literal, to: [word] };
      return { text: pair.join(' '), weight: 0.9, near: true, verified: true, forms: [word], reason };
    });
}
