/** Groups of words that mean the same, found by any of their spellings: blanks, hyphens and capitals do not count. */
import { normalizeText } from './hangul.ts';
import { remember } from '../sections/remember.ts';

/** Stands before a spelling that is found but never offered: a misspelling, a name of old. */
export const unofficial = '~';

export type SynonymGroups = readonly (readonly string[])[];

/** Writes groups one a line, spellings parted by `|`; those that differ only in blanks or capitals once. */
export function formatSynonyms(groups: SynonymGroups): string {
  const byFirst = new Map<string, Map<string, string>>();
  for (const group of groups) {
    const first = makeKey(group[0] ?? '');
    const words = byFirst.get(first) ?? new Map<string, string>();
    for (const word of group)
      if (makeKey(word) !== '' && !words.has(makeKey(word)))
        words.set(makeKey(word), word.replace(/[|\n]/g, ' '));
    byFirst.set(first, words);
  }
  return [...byFirst.values()]
    .filter((words) => words.size > 1)
    .map((words) => [...words.values()].join('|'))
    .join('\n');
}

/** Reads what `formatSynonyms` wrote. */
export function parseSynonyms(text: string): SynonymGroups {
  return text.split('\n').map((line) => line.split('|'));
}

export interface Synonyms {
  /** The other words of every group that holds `phrase`; empty where none does. */
  find(phrase: string): string[];
  /** All that the groups hold, but what is never offered. */
  spellings: readonly string[];
  /** Most words a phrase of any group has. */
  longest: number;
}

/** Prepares groups for looking up. */
export function createSynonyms(groups: SynonymGroups): Synonyms {
  const byKey = new Map<string, Set<string>>();
  let longest = 1;
  const spellings = new Set<string>();
  for (const group of groups) {
    const words = group.flatMap((written) => {
      const word = written.replace(/^~/u, '').normalize('NFC').trim();
      // Once for each word: it is most of the work.
      const key = makeKey(word);
      if (key === '') return [];
      if (!written.startsWith(unofficial)) spellings.add(written);
      return [{ word, key }];
    });
    for (const { word, key } of words) {
      longest = Math.max(longest, word.split(/\s+/).length);
      const others = byKey.get(key) ?? new Set();
      for (const other of words) if (other.key !== key) others.add(other.word);
      byKey.set(key, others);
    }
  }
  return {
    longest: Math.min(longest, 6),
    spellings: [...spellings],
    find: (phrase) => [...(byKey.get(makeKey(phrase)) ?? [])],
  };
}

/**
 * The letters and digits of a text, lower case: `GPT-4o` and `gpt 4o` have one key. `+` and `#` count (C++, C#), and a
 * point inside a number (3.5).
 */
export const makeKey = remember((text) =>
  normalizeText(text).replace(/(?<!\d)\.|\.(?!\d)|[^\p{L}\p{N}+#.]/gu, ''),
);
