/** Suggestions while typing: titles, terms, other names and headings as they are written, also by initials. Pure. */
import type { Catalog } from './catalog.ts';
import { dropLoneTail, getChoseong, isHangulWord, normalizeText, toJamo } from './hangul.ts';
import { findOfferedWords } from './nearest-words.ts';
import { findStems } from './particles.ts';
import { splitWords } from './plan-query.ts';
import type { WordList } from './word-list.ts';

/** Of each kind at most this many, so that no kind crowds out the others. */
const mostOfKind = 3;

/** Up to `limit` things that `query` may be the beginning of: titles, then terms, other names, headings. */
export function suggestNames(query: string, names: SuggestedNames, limit: number): Suggestion[] {
  const text = normalizeText(query.slice(0, 100));
  if (text === '') return [];
  const found = new Map<string, Suggestion>();
  const add = (suggestion: Suggestion): void => {
    const key = normalizeText(suggestion.text);
    if (key !== text && !found.has(key)) found.set(key, suggestion);
  };
  const fits = createTest(text);
  const { catalog, aliases, headings } = names;
  const titles: Suggestion[] = (catalog?.titles ?? []).flatMap((title, at) =>
    fits(title) ? [{ kind: 'note', text: title, url: catalog?.urls?.[at] ?? '' }] : [],
  );
  const terms: Suggestion[] = (catalog?.terms ?? []).flatMap((term, at): Suggestion[] => {
    if (!fits(term)) return [];
    const url = names.termUrls[at];
    return [url === undefined ? { kind: 'word', text: term } : { kind: 'term', text: term, url }];
  });
  const words = (list: readonly string[]): Suggestion[] =>
    list.filter(fits).map((one): Suggestion => ({ kind: 'word', text: one }));
  for (const list of [titles, terms, words(aliases), words(headings)])
    list
      .sort((one, other) => one.text.length - other.text.length)
      .slice(0, mostOfKind)
      .forEach(add);
  return [...found.values()].slice(0, limit);
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

/** True for titles one of whose words begins as the text does: by initials, or by jamo while a syllable is unfinished. */
function createTest(text: string): (title: string) => boolean {
  const compact = text.replace(/\s/g, '');
  if (/^[ㄱ-ㅎ]+$/.test(compact)) {
    return (title) =>
      getChoseong(title.replace(/\s/g, '')).startsWith(compact) ||
      title.split(/[\s(·]+/).some((word) => getChoseong(word).startsWith(compact));
  }
  const jamo = toJamo(compact);
  return (title) => listStarts(title).some((start) => start.startsWith(jamo));
}

/** What a title may be looked up by: itself from each of its words on, in jamo. The same titles are asked about at every key. */
const startsOf = new Map<string, string[]>();

function listStarts(title: string): string[] {
  const known = startsOf.get(title);
  if (known !== undefined) return known;
  const words = normalizeText(title).split(/[\s(·,:/]+/);
  const starts = words.map((_, at) => toJamo(words.slice(at).join('')));
  startsOf.set(title, starts);
  return starts;
}

export interface SuggestedNames {
  catalog: Catalog | undefined;
  /** Other names of notes and terms. */
  aliases: readonly string[];
  headings: readonly string[];
  /** Addresses of the catalogue's terms; empty while they are not there: a term is searched then. */
  termUrls: readonly string[];
}

/** A suggestion; notes and terms lead to a page, words are searched. */
export type Suggestion =
  { kind: 'note' | 'term'; text: string; url: string } | { kind: 'word'; text: string };
