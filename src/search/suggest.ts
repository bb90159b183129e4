/** Suggestions while typing: titles, glossary terms and the site's words, also by initial consonants. Pure. */
import type { Catalog } from './catalog.ts';
import { dropLoneTail, getChoseong, normalizeText, toJamo } from './hangul.ts';
import { findNearestWords, findUnfinishedWords } from './nearest-words.ts';
import { splitWords } from './plan-query.ts';
import type { WordList } from './word-list.ts';

/**
 * Up to `limit` things that `query` may be the beginning of: titles, then terms, then words; none for empty input.
 * With `isLost`, words that it may be a misspelling of where it begins nothing.
 */
export function suggestWords(
  query: string,
  list: WordList,
  catalog: Catalog | undefined,
  limit: number,
  isLost = false,
): Suggestion[] {
  const text = normalizeText(query.slice(0, 100));
  if (text === '') return [];
  const found = new Map<string, Suggestion>();
  const add = (suggestion: Suggestion): void => {
    const key = normalizeText(suggestion.text);
    if (key !== text && !found.has(key)) found.set(key, suggestion);
  };
  const fits = createTest(text);
  const titles: Suggestion[] = (catalog?.titles ?? []).flatMap((title, at) =>
    fits(title) ? [{ kind: 'note', text: title, url: catalog?.urls?.[at] ?? '' }] : [],
  );
  const terms: Suggestion[] = (catalog?.terms ?? []).flatMap(([term, url]) =>
    fits(term) ? [{ kind: 'term', text: term, url }] : [],
  );
  titles.slice(0, 3).forEach(add);
  terms.slice(0, 3).forEach(add);
  const last = splitWords(text).at(-1) ?? text;
  const head = text.slice(0, text.lastIndexOf(last));
  const isChoseong = /^[ㄱ-ㅎ]+$/.test(last);
  const words = isChoseong ? list.findByChoseong(last, limit) : list.findByPrefix(last, limit);
  for (const word of words) add({ kind: 'word', text: head + word });
  for (const word of findUnfinishedWords(last, list, limit)) add({ kind: 'word', text: head + word });
  if (found.size === 0 && isLost) {
    for (const word of findNearestWords(dropLoneTail(last), list, 4))
      add({ kind: 'word', text: head + word });
  }
  return [...found.values()].slice(0, limit);
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
  return (title) => {
    const words = normalizeText(title).split(/[\s(·,:/]+/);
    return words.some((_, at) => toJamo(words.slice(at).join('')).startsWith(jamo));
  };
}

/** A suggestion; notes and terms lead to a page, words are searched. */
export type Suggestion =
  { kind: 'note' | 'term'; text: string; url: string } | { kind: 'word'; text: string };
