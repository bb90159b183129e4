/**
 * Writes Hangul in other letters for the index, and back.
 *
 * Pagefind 1.5 stores every word decomposed (NFD). Hangul then falls apart into jamo, with three consequences: 모드 finds
 * 모든; each word is stored twice; and the index is never cut into chunks, so that the first search loads all of it
 * (Pagefind/pagefind#1211). Chinese characters do not decompose, take as many bytes, and are letters like Hangul. So each
 * of the 11,172 syllables changes places with one of the first 11,172 of them: in everything that goes into the index,
 * in every query, and back in everything that comes out. Nobody ever sees the swapped text.
 */

const hangul = { first: 0xac00, last: 0xd7a3 };
const shift = hangul.first - 0x4e00;

/** Exchanges Hangul syllables and Chinese characters. Swapping twice gives the text back. */
export function swapScript(text: string): string {
  return text.replace(/[가-힣\u4E00-\u79A3]/g, (char) => {
    const code = char.charCodeAt(0);
    return String.fromCharCode(code >= hangul.first ? code - shift : code + shift);
  });
}
