/** The frame of a table on a phone of 360 px, and what one column adds to its words: px, as in styles/comfort.css. */
const frame = 324;
const padding = 12.8;
const leastColumn = 52;
/** Font size of a cell: 0.91rem. */
const size = 14.56;

/**
 * Whether a table can be seen whole on a phone: each column as narrow as its longest word, in px of the site's font.
 * Only an estimate (no font is asked), on the wide side. Two columns always try; five and more never do.
 *
 * @param columns of each column the texts of its cells, the header among them
 */
export function fitsPhone(columns: readonly (readonly string[])[]): boolean {
  if (columns.length <= 2) return true;
  if (columns.length > 4) return false;
  const width = columns.reduce(
    (sum, cells) =>
      sum +
      // Not all at once: a column may have more words than a function takes.
      cells
        .flatMap(splitWords)
        .reduce((widest, word) => Math.max(widest, measure(word) + padding), leastColumn),
    0,
  );
  return width <= frame;
}

/** The pieces between which a line may end where Korean words are kept whole. */
function splitWords(text: string): string[] {
  return text.split(/\s+|(?<=[\p{L}\p{N}][-–—/·])|(?<=[\p{Script=Hangul}\p{Script=Han}])(?=[(·])/u);
}

/** Width of a word in px: Hangul and Han by their square, Latin by its mean letters. */
function measure(word: string): number {
  let em = 0;
  for (const sign of word) {
    if (
      /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}]/u.test(
        sign,
      )
    )
      em += 0.87;
    else if (/[\p{Lu}%@&+=→×]/u.test(sign)) em += 0.68;
    else if (/\p{N}/u.test(sign)) em += 0.6;
    else if (/[.,:;'’|il()[\]/·]/u.test(sign)) em += 0.32;
    else em += 0.55;
  }
  return em * size;
}
