/** Forms of English words. Pagefind's index knows words by their stems; what is shown and answered is matched here. */

/** Endings that a stem may carry again: strawberry, strawberries; stop, stopped. */
const endings = ['', 'e', 's', 'es', 'ed', 'd', 'ing'];

/** Shorter stems stand at the beginning of too many other words. */
const leastPrefix = 4;

/**
 * The forms in which a text may say a word, without the word itself: its stem, which stands for all that begins with
 * it, or where that is short, each form. None for what is no plain English word.
 */
export function listInflections(word: string): string[] {
  const stem = stemWord(word);
  if (stem === null) return [];
  if (stem.length >= leastPrefix) return stem === word ? [] : [stem];
  const doubled = stem + (stem.at(-1) ?? '');
  return [
    ...endings.map((ending) => stem + ending),
    ...['ed', 'ing'].map((ending) => doubled + ending),
  ].filter((form) => form !== word && form.length > 2);
}

/** Words that any text says: a topic is not looked for by them. */
const functionWords = new Set(
  (
    'the a an of and is are was were be been do does did has have had can could should would must to in on at for from ' +
    'with by how what when why where which who whose whom i me my you your we our they their it its this that these those ' +
    'there not or if as any some about than then'
  ).split(' '),
);

/** The words without those that say nothing alone; all of them where nothing else is left. The last one is meant. */
export function dropFunctionWords<Piece extends { word: string }>(pieces: readonly Piece[]): Piece[] {
  // WAS 예시: alone among words in Hangul it is an abbreviation.
  const latin = pieces.filter(({ word }) => /^[a-z]/u.test(word));
  if (latin.length === 1 && pieces.some(({ word }) => /[가-힣]/u.test(word))) return [...pieces];
  const left = pieces.filter(({ word }, at) => at === pieces.length - 1 || !functionWords.has(word));
  return left.some(({ word }) => !functionWords.has(word)) ? left : [...pieces];
}

/** What the word's forms have in common; null for a word too short to have any. */
function stemWord(word: string): string | null {
  // An abbreviation has no forms: HTTPS is not several of HTTP.
  if (!/^[a-z]{4,}$/.test(word) || !/[aeiouy]/.test(word)) return null;
  const singular = /(?:ss|us|is)$/.test(word)
    ? word
    : word.replace(/(?<=[a-z]{2})ies$/, 'y').replace(/(?<=(?:ch|sh|x|z|ss))es$|s$/, '');
  const bare = singular.replace(/(?<=[aeiouy][a-z]*[a-z])(?:ed|ing)$|(?<=[a-z]{4})(?:ment|ation)$/, '');
  const single = bare === singular ? bare : bare.replace(/([bdgkmnprtv])\1$/, '$1');
  return single.replace(/(?<=[a-z]{3})[ey]$|(?<=[a-z]{4})i$/, '');
}
