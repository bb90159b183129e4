/**
 * Learns the site's own nouns from its text: words that stand free (bare, or with two different endings).
 * No dictionary: the list follows the site's jargon and forgets what nobody writes.
 */
import { isHangulWord, normalizeText } from './hangul.ts';
import { findStems, isEnding } from './particles.ts';

/** A bare word that ends so is a verb, an adjective or an adverb, hardly a noun that compounds are made of. */
const predicate =
  /(?:[다며]|하는|되는|있는|없는|하고|되고|하여|되어|해서|하면|되면|하지|되지|하게|되게|하기|되기|하며|되며|면서|으며|아서|어서|니다|세요|습니까|려고|도록|거나|지만|는데|라고|라는|이라|에서|으로|에게|부터|까지|처럼|보다|때문에|이다|했던|하던|위한|대한|통한|의한|따른|관한|있고|없고|않고|않는|않은|같은|그리고|그러나|하지만|또는|또한|모든|어떤|이런|그런|저런|여러|다른|아닌|그냥|매우|가장|바로|다시|이미|아직|만약|혹은|먼저|이후로)$/;

/** Longer words are names of something rarely said twice; they are found by prefix anyway. */
const longestWord = 9;

/**
 * Words with how often they stand free, over all texts given. Hangul nouns of 2–9 syllables and Latin words of 2–24
 * letters (lower case). Endings are cut off: 모델에서 counts for 모델.
 */
export function learnWords(texts: Iterable<string>): LearntWords {
  const bare = new Map<string, number>();
  for (const text of texts) {
    for (const [token] of normalizeText(text).matchAll(/[가-힣]+|[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*/g)) {
      if (token.length >= 2 && token.length <= 24) bare.set(token, (bare.get(token) ?? 0) + 1);
    }
  }
  const endings = new Map<string, { kinds: number; count: number }>();
  for (const [word, count] of bare) {
    if (!isHangulWord(word)) continue;
    for (const stem of findStems(word)) {
      const seen = endings.get(stem) ?? { kinds: 0, count: 0 };
      endings.set(stem, { kinds: seen.kinds + 1, count: seen.count + count });
    }
  }
  const words = new Map<string, number>();
  for (const [word, count] of bare) {
    if (!isHangulWord(word)) words.set(word, count);
    else if (word.length <= longestWord && !predicate.test(word) && !isInflected(word, bare, endings)) {
      words.set(word, count + (endings.get(word)?.count ?? 0));
    }
  }
  for (const [stem, { kinds, count }] of endings) {
    if (
      kinds >= 2 &&
      stem.length <= longestWord &&
      !words.has(stem) &&
      !bare.has(stem) &&
      !predicate.test(stem) &&
      !isCutVerb(stem, bare, endings)
    ) {
      words.set(stem, count);
    }
  }
  const parts = new Set<string>();
  const nouns = new Set([...words.keys()].filter((word) => !isHangulWord(word) || endings.has(word)));
  for (const [tail, count] of findTails(words)) {
    words.set(tail, count);
    parts.add(tail);
    nouns.add(tail);
  }
  return { counts: words, nouns, parts };
}

/**
 * Nouns that only ever stand behind another: on a small site 센터 may be nowhere but in 데이터센터. What is left of a noun
 * behind a known one is a noun too, if it is seen often enough.
 */
function findTails(words: ReadonlyMap<string, number>): Map<string, number> {
  const tails = new Map<string, number>();
  for (const [word, count] of words) {
    if (!isHangulWord(word) || word.length < 4) continue;
    for (let at = 2; at <= word.length - 2; at++) {
      const tail = word.slice(at);
      if (
        !words.has(word.slice(0, at)) ||
        words.has(tail) ||
        predicate.test(tail) ||
        isEnding(word.slice(0, at), tail)
      )
        continue;
      tails.set(tail, (tails.get(tail) ?? 0) + count);
    }
  }
  return new Map([...tails].filter(([, count]) => count >= 2));
}

/** True when `word` looks like a shorter word with an ending: its stem stands free too, and it takes no endings itself. */
function isInflected(
  word: string,
  bare: ReadonlyMap<string, number>,
  endings: ReadonlyMap<string, { kinds: number }>,
): boolean {
  const own = endings.get(word)?.kinds ?? 0;
  return findStems(word).some((stem) => {
    const stemKinds = endings.get(stem)?.kinds ?? 0;
    return (bare.has(stem) || stemKinds >= 2) && stemKinds > own;
  });
}

/** True for what is left of a noun with a verb when only the verb's end is cut off: 포함하 of 포함하고, 의무이 of 의무이며. */
function isCutVerb(
  stem: string,
  bare: ReadonlyMap<string, number>,
  endings: ReadonlyMap<string, unknown>,
): boolean {
  const noun = stem.slice(0, -1);
  return /[하되이에]$/u.test(stem) && noun.length > 1 && (bare.has(noun) || endings.has(noun));
}

export interface LearntWords {
  /** How often each word stands free, with or without an ending. */
  counts: Map<string, number>;
  /** Those that were seen with an ending (모델에서) and so are nouns, and Latin words. */
  nouns: Set<string>;
  /** Those that only ever stand behind another noun. */
  parts: Set<string>;
}
