import { siteWords } from '#words';

/** Hangul in one form: what macOS writes in file names (NFD) and what keyboards write (NFC) must be equal. */
export function toNfc(text: string): string {
  return text.normalize('NFC');
}

/**
 * Two words are the same to a reader when they differ only in case, spaces and joining punctuation
 * (`생성형AI` = `생성형 AI`). Used for labels, titles, synonyms; never for ids.
 */
export function foldWord(text: string): string {
  return toNfc(text)
    .toLowerCase()
    .replace(/[\s\-_·‐–.]/gu, '');
}

/**
 * A text of several lines (paragraphs, list items, cells) as one: what does not end like a sentence is set off by `·`.
 * @param enough characters of which the rest is not wanted
 */
export function joinLines(text: string, enough = Infinity): string {
  let joined = '';
  for (const part of text.split('\n')) {
    const line = part.trim().replace(/\s+/gu, ' ');
    if (!line) continue;
    if (joined) joined += /[.?!…:;,·]["'’”)\]]*$/u.test(joined.slice(-8)) ? ' ' : ' · ';
    joined += line;
    if (joined.length > enough) break;
  }
  return joined;
}

/** The first sentences of a text up to `limit` characters, cut at a sentence end or, failing that, at a word. */
export function firstSentences(text: string, limit = 120): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= limit) return flat;
  const cut = flat.slice(0, limit + 1);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('? '), cut.lastIndexOf('! '));
  if (end > limit * 0.4) return cut.slice(0, end + 1);
  const space = cut.lastIndexOf(' ');
  // Half of a pair stands for no character.
  const kept = cut.slice(0, space > limit * 0.5 ? space : limit).replace(/[\ud800-\udbff]$/u, '');
  return `${kept.trimEnd()}…`;
}

/**
 * Minutes to read a text aloud in the head: 500 Hangul syllables or 220 Latin words a minute, at least one.
 * The rate is the middle of what Korean reading studies give for expository prose (about 450–600 syllables).
 */
export function readingMinutes(text: string): number {
  const syllables = text.match(/[\uac00-\ud7a3]/gu)?.length ?? 0;
  const words = text.match(/[A-Za-z0-9]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(syllables / 500 + words / 220));
}

/**
 * The candidates nearest to `wanted` by edit distance, best first; none that differs in more than a third. Hangul is
 * compared letter by letter, as it is typed: `할루시네이선` is one key away from `할루시네이션`, and two short words
 * that share nothing are not near.
 */
export function findNearest(wanted: string, candidates: Iterable<string>, count = 1): string[] {
  return findNearestFolded(wanted, foldNames(candidates), count);
}

type FoldedName = readonly [name: string, folded: string];

function foldNames(names: Iterable<string>): FoldedName[] {
  return Array.from(names, (name) => [name, foldWord(name).normalize('NFD')]);
}

function findNearestFolded(wanted: string, candidates: readonly FoldedName[], count: number): string[] {
  if (wanted.length > longestName) return [];
  const target = foldWord(wanted).normalize('NFD');
  const scored: [number, string][] = [];
  // Of one, only what is no farther than the best so far.
  let farthest = Infinity;
  for (const [candidate, folded] of candidates) {
    const most = Math.max(2, Math.floor(Math.max(target.length, folded.length) / 3));
    const limit = Math.min(most, farthest);
    if (Math.abs(folded.length - target.length) > limit) continue;
    const distance = editDistance(target, folded, limit);
    if (distance > limit) continue;
    scored.push([distance, candidate]);
    if (count === 1) farthest = distance;
  }
  return scored
    .sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1))
    .slice(0, count)
    .map(([, candidate]) => candidate);
}

/** No name that anybody mistypes is longer. */
const longestName = 200;

/** Of so many faults of one kind, those that come after are listed without a guess, unless there are few names to guess. */
const mostGuesses = 100;
const mostCompared = 200_000;

/**
 * Asks `findNearest` for the best of always the same candidates, but not without end: a folder with thousands of dead
 * links is answered nearly as fast as one with a hundred.
 */
export function createGuesser(candidates: () => Iterable<string>): (wanted: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  let names: FoldedName[] | undefined;
  return (wanted) => {
    names ??= foldNames(candidates());
    if (!known.has(wanted) && known.size < Math.max(mostGuesses, mostCompared / names.length))
      known.set(wanted, findNearestFolded(wanted, names, 1)[0]);
    return known.get(wanted);
  };
}

/** Levenshtein distance, given up as `limit + 1` once it must be larger. */
export function editDistance(a: string, b: string, limit = Infinity): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  let current = previous.slice();
  for (let i = 1; i <= a.length; i++) {
    // Farther from the diagonal than the limit, every way is longer.
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    const sign = a.charCodeAt(i - 1);
    let left = from === 1 ? i : limit + 1;
    let smallest = left;
    current[from - 1] = left;
    for (let j = from; j <= to; j++) {
      const substitution = (previous[j - 1] ?? 0) + (sign === b.charCodeAt(j - 1) ? 0 : 1);
      left = Math.min(substitution, (previous[j] ?? 0) + 1, left + 1);
      current[j] = left;
      smallest = Math.min(smallest, left);
    }
    if (to < b.length) current[to + 1] = limit + 1;
    if (smallest > limit) return limit + 1;
    [previous, current] = [current, previous];
  }
  return Math.min(previous[b.length] ?? 0, limit + 1);
}

const collators = new Map<string, Intl.Collator>();

/** Order of titles in the site's language, numbers by their value: the same on every machine. */
export function compareTitles(a: string, b: string): number {
  const { code } = siteWords();
  let collator = collators.get(code);
  if (!collator) collators.set(code, (collator = new Intl.Collator(code, { numeric: true })));
  return collator.compare(a, b);
}

/** A text as a CSS string, whatever is in it (https://drafts.csswg.org/cssom/#serialize-a-string). */
export function quoteCss(text: string): string {
  return `"${text.replace(/[\\"<>]|\p{Cc}/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}

/** The number that a text spells, `1,250.00` too; undefined where it spells none. */
export function readNumeral(text: string): number | undefined {
  const isNumeral = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d[\d_]*|(?=\.\d))(?:\.\d*)?(?:e[-+]?\d+)?$/iu.test(
    text.trim(),
  );
  return isNumeral ? Number(text.replace(/[,_]/gu, '')) : undefined;
}

/**
 * A field's words without the marks of code, bold and links that authors write there too: no field is Markdown. What only
 * looks so stays: powers (`x**2 + y**2`), and brackets that hold no address (`[속보](종합)`, `f[i](x)`).
 */
export function withoutMarks(text: string): string {
  return text
    .replace(/!?\[((?:[^[\]\n]|\[[^[\]\n]*\])*)\]\((?:[^()\s]*[./#:][^()\s]*)?\)/gu, '$1')
    .replace(/(?<![\w)\]])\*\*(?=\S)([^*\n]+)(?<=\S)\*\*(?![\w(])/gu, '$1')
    .replace(/`([^`]+)`/gu, '$1');
}
