/**
 * A word in pieces none of which is wider than its room: broken behind a sign of its own, before a bracket or a capital
 * inside it, else between letters. No piece is a letter or a closing sign alone, where two are not too wide.
 */
export function breakWord(word: string, fits: (piece: string) => boolean): string[] {
  const pieces: string[] = [];
  let rest = splitLetters(word);
  while (rest.length > 1 && !fits(rest.join(''))) {
    let most = 1;
    while (most < rest.length - 1 && fits(rest.slice(0, most + 1).join(''))) most += 1;
    const at = choosePlace(rest, most);
    pieces.push(rest.slice(0, at).join(''));
    rest = rest.slice(at);
  }
  return [...pieces, rest.join('')];
}

/** How little of the room a piece may fill for the sake of a place where readers expect a break. */
const leastFilled = 0.4;
const leastAlone = 2;

/** Behind how many letters to break, at most `most`. */
function choosePlace(letters: readonly string[], most: number): number {
  const places = Array.from({ length: most }, (_, index) => most - index);
  const isWhole = (at: number) =>
    at >= Math.min(leastAlone, most) &&
    letters.length - at >= leastAlone &&
    !noStart.test(letters[at] ?? '') &&
    !noEnd.test(letters[at - 1] ?? '');
  const half = Math.ceil(letters.length / 2);
  return (
    places.find((at) => at >= most * leastFilled && isWhole(at) && isExpected(letters, at)) ??
    places.find((at) => at <= half && at >= half - leastAlone && isWhole(at)) ??
    places.find(isWhole) ??
    most
  );
}

/** What never begins a line, and what never ends one. */
const noStart = /^[\p{Pe}\p{Pf}\p{M},.:;!?%·…'"”’/-]/u;
const noEnd = /^[\p{Ps}\p{Pi}#$@]/u;

function isExpected(letters: readonly string[], at: number): boolean {
  const [before = '', after = ''] = [letters[at - 1], letters[at]];
  return (
    /^[-‐–/\\·_.,:;&+=|~)\]}]/u.test(before) ||
    /^[\p{Ps}]/u.test(after) ||
    (/^\p{Ll}/u.test(before) && /^\p{Lu}/u.test(after))
  );
}

const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** Letters as readers see them: an emoji with its modifiers, a flag, a syllable with its marks are one each. */
export function splitLetters(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
