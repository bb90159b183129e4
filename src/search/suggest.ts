/** Suggestions while typing: titles, terms, other names and headings as they are written, also by initials. Pure. */
import type { Catalog } from './catalog.ts';
import { getChoseong, normalizeText, toEnglishKeys, toJamo } from './hangul.ts';

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
  const english = readAsEnglish(text, names);
  if (english !== undefined) add({ kind: 'word', text: english });
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

/** True for titles one of whose words begins as the text does: by initials, or by jamo while a syllable is unfinished. */
function createTest(text: string): (title: string) => boolean {
  const letters = text.replace(between, '');
  if (letters === '') return () => false;
  const [listStarts, start] = /^[ㄱ-ㅎ]+$/.test(letters)
    ? ([listInitials, letters] as const)
    : ([listJamo, toJamo(letters)] as const);
  return (title) => listStarts(title).some((one) => one.startsWith(start));
}

/** What stands between words, where a title need not be typed as it is written: [정부], 비전·언어. */
const between = /[^\p{L}\p{N}\p{M}+#.]+/gu;

const listInitials = rememberStarts(getChoseong);
const listJamo = rememberStarts(toJamo);

/**
 * Returns what tells by which beginnings a title may be looked up: itself from each of its words on, in the letters that
 * `spell` gives. The same titles are asked about at every key.
 */
function rememberStarts(spell: (text: string) => string): (title: string) => string[] {
  const startsOf = new Map<string, string[]>();
  return (title) => {
    const known = startsOf.get(title);
    if (known !== undefined) return known;
    const words = normalizeText(title).split(between);
    const starts = words.map((_, at) => spell(words.slice(at).join('')));
    startsOf.set(title, starts);
    return starts;
  };
}

/** What was typed with the keyboard in Korean though it is a name of English: 헷, which is gpt. */
function readAsEnglish(text: string, { catalog, aliases, isWord }: SuggestedNames): string | undefined {
  if (!/^[가-힣ㄱ-ㅎㅏ-ㅣ]+$/.test(text)) return undefined;
  const keys = toEnglishKeys(text);
  if (!/^[a-z]{3,}$/.test(keys)) return undefined;
  const named = [aliases, catalog?.titles ?? [], catalog?.terms ?? []].flat();
  return named.find((name) => normalizeText(name) === keys) ?? (isWord(keys) ? keys : undefined);
}

export interface SuggestedNames {
  catalog: Catalog | undefined;
  /** Other names of notes and terms. */
  aliases: readonly string[];
  headings: readonly string[];
  /** Addresses of the catalogue's terms; empty while they are not there: a term is searched then. */
  termUrls: readonly string[];
  /** True for a word that the notes write. */
  isWord: (text: string) => boolean;
}

/** A suggestion; notes and terms lead to a page, words are searched. */
export type Suggestion =
  { kind: 'note' | 'term'; text: string; url: string } | { kind: 'word'; text: string };
