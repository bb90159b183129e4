/**
 * Words that are searched but not written: the plain form of what is written in rare signs (㎏ as kg, Zürich as Zurich),
 * names whose signs carry the meaning (C++, C#, .NET), and the parts of `snake_case`. Pagefind drops such signs or keeps
 * them inside a word, so a plain word is put behind the written one, with a sign that takes it out again.
 */
import { foldForms } from './hangul.ts';

/** Stands before a word that no reader sees. */
const hiddenSign = '␅';

/** Names with signs, as words of letters. The same for the index and for a query. */
function spellSigns(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])([A-Za-z])\+\+/gu, '$1plusplus')
    .replace(/(?<![\p{L}\p{N}])([A-Za-z])#/gu, '$1sharp')
    .replace(/(?<![\p{L}\p{N}.])\.(?=[A-Za-z]{2,}(?![\p{L}\p{N}./]))/gu, 'dot');
}

/**
 * What a word must hold to have hidden words: a letter that `foldForms` writes in another way, a sign that is spelt, the
 * unit of a number. Nearly all words hold none, and asking for all of them takes ten times as long.
 */
const mayHide =
  /[\u00B2\u00B3\u00B9\u00C0-\u058F\u1E00-\u1FFF\u2070-\u209C\u2100-\u2183\u3300-\u33FF\uFB00-\uFB06\uFF01-\uFF5E_]|[A-Za-z][+#]|\.[A-Za-z]|\d[°A-Za-z]/u;

/** Puts its hidden words behind every word that has some. */
export function addHiddenWords(text: string): string {
  if (!mayHide.test(text)) return text;
  return text.replace(/\S+/gu, (word) => {
    if (!mayHide.test(word)) return word;
    const plain = spellSigns(foldForms(word));
    const words = plain === word ? [] : [plain];
    if (/[A-Za-z0-9]_[A-Za-z0-9]/u.test(plain)) words.push(...plain.split('_'));
    // The unit of a number: 80GB, 10㎏, 30㎡.
    words.push(...(plain.match(/(?<=\d)[°A-Za-z]{1,3}[23]?(?![A-Za-z0-9])/gu) ?? []));
    const hidden = words
      .map((one) => one.replace(/[^\p{L}\p{N}]+$/u, ''))
      .filter((one) => /[\p{L}\p{N}]/u.test(one));
    return [word, ...hidden.map((one) => hiddenSign + one)].join(' ');
  });
}

/** Text without its hidden words. */
export function removeHiddenWords(text: string): string {
  return text.replace(/ ?␅\S+/gu, '');
}

/** A query as the index knows its words. */
export function spellQuery(text: string): string {
  return spellSigns(text);
}
