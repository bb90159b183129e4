/** Groups of words that mean the same, found by any of their spellings: blanks, hyphens and capitals do not count. */
import { normalizeText } from './hangul.ts';

export type SynonymGroups = readonly (readonly string[])[];

export interface Synonyms {
  /** The other words of every group that holds `phrase`; empty where none does. */
  find(phrase: string): string[];
  /** Most words a phrase of any group has. */
  longest: number;
}

/** Prepares groups for looking up. Entries that are no text are skipped: a broken file only costs quality. */
export function createSynonyms(groups: SynonymGroups): Synonyms {
  const byKey = new Map<string, Set<string>>();
  let longest = 1;
  for (const group of groups) {
    if (!Array.isArray(group)) continue;
    const words = group.filter((word): word is string => typeof word === 'string' && makeKey(word) !== '');
    for (const word of words) {
      longest = Math.max(longest, word.trim().split(/\s+/).length);
      const others = byKey.get(makeKey(word)) ?? new Set();
      for (const other of words) if (makeKey(other) !== makeKey(word)) others.add(normalizeText(other));
      byKey.set(makeKey(word), others);
    }
  }
  return {
    longest: Math.min(longest, 6),
    find: (phrase) => [...(byKey.get(makeKey(phrase)) ?? [])],
  };
}

/** The letters and digits of a text, lower case: `GPT-4o` and `gpt 4o` have one key. `+` and `#` count (C++, C#). */
export function makeKey(text: string): string {
  return normalizeText(text).replace(/[^\p{L}\p{N}+#]/gu, '');
}
