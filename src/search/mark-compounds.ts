/**
 * Marks nouns inside an 어절 so that Pagefind indexes them too.
 *
 * Pagefind splits a word that holds punctuation into parts and indexes the whole and the parts at one position. Two
 * ASCII signs before each inner noun (파운데이션^~모델에서) use that rule; readers never see them, `removeMarks` takes
 * them out of everything that comes back from the index.
 */
import { findInnerNouns } from './segment-compounds.ts';
import type { CountWord } from './segment-compounds.ts';

/** Stands before a noun that starts inside a word. Two signs, so that it cannot be the author's own punctuation. */
export const mark = '^~';

/** Parts two words that are written without a blank; it disappears from what readers see as the mark does. */
export const softBreak = ` ${mark}`;

/** Text without marks, as a reader may see it. */
export function removeMarks(text: string): string {
  return text.replaceAll(softBreak, '').replaceAll(mark, '');
}

/**
 * Returns a function that marks text with the given words. It keeps a memory of runs already cut, as the same words
 * come back on every page. Marks that were in the text before are taken out.
 */
export function createMarker(countWord: CountWord): (text: string) => string {
  const known = new Map<string, string>();
  const markRun = (run: string): string => {
    const seen = known.get(run);
    if (seen !== undefined) return seen;
    let marked = '';
    let from = 0;
    for (const start of findInnerNouns(run, countWord)) {
      marked += run.slice(from, start) + mark;
      from = start;
    }
    marked += run.slice(from);
    known.set(run, marked);
    return marked;
  };
  return (text) =>
    removeMarks(text)
      .replace(/[가-힣]{3,}/g, markRun)
      // Pagefind drops signs outside ASCII without splitting there: 작업명령·가동정리 would be one word.
      .replace(
        /(?<=[\p{L}\p{N}])[^\x00-\x7F\p{L}\p{N}\p{M}\s]+(?=[\p{L}\p{N}])/gu,
        (signs) => signs + softBreak,
      )
      // It would also cut 데브옵스(DevOps) and 생성형AI into 데브옵스, dev, ops: a name is only whole as a word of its own.
      .replace(
        /(?<=[\p{L}\p{N}])(?=[([])|(?<=[\p{L}\p{N})][,;:=<>{}"/])(?=\p{L})|(?<=[가-힣])(?=[A-Za-z0-9])/gu,
        softBreak,
      )
      .replace(/(?<=[A-Za-z0-9])(?=[가-힣]{2})/g, mark);
}
