import { getSiteRoot } from '../search/search-client.ts';

/** Address of a hit, with the words to highlight there: `/devices/router/?mark=임베딩#s-7k2fq`. */
export function makeHref(url: string, words: readonly string[]): string {
  const address = new URL(url.replace(/^\//, ''), getSiteRoot());
  if (words.length > 0) address.searchParams.set('mark', words.join(','));
  return address.pathname + address.search + address.hash;
}
