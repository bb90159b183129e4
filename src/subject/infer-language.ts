import type { Language } from '#words';

/** Letters that are looked at: enough to know a language, however large the folder is. */
const enough = 20_000;

/**
 * The language of notes, from their letters: a text whose Hangul makes up a tenth of its letters is Korean with foreign
 * names in it, everything else is read with an English interface. Front matter and code say little and count little.
 */
export function inferLanguage(texts: Iterable<string>): Language {
  let hangul = 0;
  let others = 0;
  for (const text of texts) {
    const prose = text.slice(0, 4000).replace(/^---\n[^]*?\n---\n|```[^]*?(?:```|$)/gu, '');
    hangul += prose.match(/[\uac00-\ud7a3]/gu)?.length ?? 0;
    others += prose.match(/\p{L}/gu)?.length ?? 0;
    if (others > enough) break;
  }
  // Nothing to go by: the interface's own first language.
  return others === 0 || hangul / others >= 0.1 ? 'ko' : 'en';
}
