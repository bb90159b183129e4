import { getSiteRoot } from '../search/search-client.ts';

/**
 * Address of a hit, with the words to highlight there: `/devices/router/?mark=임베딩#s-7k2fq`. Of a page that holds them
 * somewhere, `isSomewhere`, it leads to the first of them.
 */
export function makeHref(url: string, words: readonly string[], isSomewhere = false): string {
  const address = new URL(url.replace(/^\//, ''), getSiteRoot());
  const marks = joinMarks(words);
  if (marks !== '') address.searchParams.set('mark', marks);
  if (marks !== '' && isSomewhere) address.searchParams.set('at', 'mark');
  return address.pathname + address.search + address.hash;
}

/** The words in one text, parted by commas: numbers without theirs, and no single letter, which begins half the words. */
export function joinMarks(words: readonly string[]): string {
  const whole = words.map((word) => word.replace(/(?<=\d),(?=\d{3})/gu, ''));
  return whole.filter((word) => !/^[a-z]$/iu.test(word)).join(',');
}
