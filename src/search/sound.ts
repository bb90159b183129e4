/**
 * Names by their sound: 엔비디아 is NVIDIA, 쿠키 cookie, 티티에프티 TTFT. A rule for names that the notes hold in one
 * script only; it knows how Korean writes foreign sounds, and no names.
 */
import { isHangulWord, isSyllable, toJamo } from './hangul.ts';
import { remember } from '../sections/remember.ts';
import type { WordList } from './word-list.ts';

/** How a letter is called, as Korean writes it. */
const letterNames = Object.fromEntries(
  'a에이 b비 c씨|시 d디 e이 f에프 g지 h에이치|에이취 i아이 j제이 k케이 l엘 m엠 n엔 o오 p피 q큐 r알|아르 s에스 t티 u유 v브이|비 w더블유|더블류 x엑스 y와이 z제트|지 2투'
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), `(?:${pair.slice(1)})`]),
);

/** The letters that a consonant may stand for. Aspirated and tense ones sound alike in borrowed words. */
const consonants: Record<string, string> = {
  ㄱ: '(?:[gkq]|c(?!h[ei])h?)+',
  ㄴ: '(?:kn|n+)',
  ㄷ: '(?:th|[dt]+)',
  ㄹ: '(?:l+|r+)',
  ㅁ: '(?:mb(?![aeiou])|m+)',
  ㅂ: '[bv]+',
  ㅅ: '(?:sh|sc(?=[ei])|[sz]+|c(?=[eiy])|t(?=i)|th|x)',
  ㅈ: '(?:d?j|d?g(?=[eiy])|z+|s|ch)',
  ㅊ: '(?:t?ch|t)',
  ㅍ: '(?:ph|[pf]+|v)',
  ㅎ: '(?:wh|h|f)',
};
const sameSound: Record<string, string> = {
  ㄲ: 'ㄱ',
  ㅋ: 'ㄱ',
  ㄸ: 'ㄷ',
  ㅌ: 'ㄷ',
  ㅃ: 'ㅂ',
  ㅆ: 'ㅅ',
  ㅉ: 'ㅈ',
};

/** The letters that a vowel is written with; the others stand before y and w, or for two. */
const vowels: Record<string, string> = {
  ㅏ: 'aouiy',
  ㅐ: 'aei',
  ㅔ: 'aei',
  ㅓ: 'aeiou',
  ㅗ: 'aouw',
  ㅜ: 'oueiw',
  ㅣ: 'ieya',
};

/** Syllables that may stand for a sound without a vowel: 해시, hash. */
const closed: Record<string, string> = { 시: 'sh', 치: 't?ch', 지: 'd?ge' };

/** At the end of a syllable consonants stand for other letters, and ㅅ for a t. */
const closing: Record<string, string> = { ㄹ: 'l+', ㅅ: '(?:th|[td]+|s+)', ㅂ: '[pb]+', ㅇ: 'n[gkc]?' };

/** Plain ones are soft before a vowel, but Japanese names begin with them: 교토. Else 가치 would be a cache. */
const first: Record<string, string> = { ㄱ: '[gk]+', ㅈ: '(?:d?j|d?g(?=[eiy])|z+|ch)' };
const inner: Record<string, string> = { ㄷ: '(?:th|d+)' };

/** True where the Latin name can be read as the Korean one. Names of less than two syllables could be anything. */
export function soundsAlike(hangul: string, latin: string): boolean {
  // Most pairs that are compared are no such names, which the first letter tells soonest.
  if (!isSyllable(hangul[0] ?? '') || hangul.length < 2 || hangul.length > 14 || !isHangulWord(hangul))
    return false;
  const name = latin.toLowerCase();
  if (!/^[a-z][a-z0-9]{1,15}$/u.test(name)) return false;
  if (name.length <= 6 && name.length <= hangul.length) {
    if (calledWhole(name).test(hangul)) return true;
  }
  // 몽고디비: letters may follow a word.
  const letters = /[a-z]{2}$/u.exec(name)?.[0] ?? '';
  if (name.length > 5 && hangul.length > 3 && letters !== '') {
    const at = hangul.search(calledLast(letters));
    if (at >= 2 && soundsAlike(hangul.slice(0, at), name.slice(0, -2))) return true;
  }
  return name.length > 2 && patternOf(hangul)?.test(name) === true;
}

/** The spellings of what a Korean word says; null where it has too few consonants. Vowels tell little: 이어 could be air. */
const patternOf = remember((hangul) =>
  [...toJamo(hangul)].filter((letter) => /[ㄱ-ㅆㅈ-ㅎ]/u.test(letter)).length < 2
    ? null
    : new RegExp(
        `^${[...hangul].map((char, at) => spellSyllable(char, at, hangul)).join('')}(?:e|r|s|es)?$`,
        'u',
      ),
);

/** The words of a site in Latin letters that a Korean word can be read as, where those are the more frequent of the two. */
export function listSounds(hangul: string, lists: readonly WordList[]): string[] {
  if (hangul.length < 2 || !isHangulWord(hangul)) return [];
  const weigh = (word: string): number => Math.max(...lists.map((list) => list.getWeight(word) ?? -1));
  const own = weigh(hangul);
  return [...new Set(lists.flatMap(({ words }) => words))].filter(
    (word) => /^[a-z]/u.test(word) && soundsAlike(hangul, word) && weigh(word) > own,
  );
}

/** A word that is the names of these letters, or ends in them. */
const calledWhole = remember((letters) => new RegExp(`^${callLetters(letters)}$`, 'u'));
const calledLast = remember((letters) => new RegExp(`${callLetters(letters)}$`, 'u'));

function callLetters(letters: string): string {
  return [...letters].map((letter) => letterNames[letter] ?? '(?!)').join('');
}

function spellSyllable(char: string, at: number, word: string): string {
  const jamo = toJamo(char);
  const [, initial = '', vowel = '', final = ''] = /^([ㄱ-ㅎ]?)([ㅏ-ㅣ]+)([ㄱ-ㅎ]*)$/u.exec(jamo) ?? [];
  const sound = (letter: string): string => consonants[sameSound[letter] ?? letter] ?? '';
  const before = /[ㄱ-ㅎ]$/u.exec(toJamo(word[at - 1] ?? ''))?.[0] ?? '';
  const next = toJamo(word[at + 1] ?? '')[0] ?? '';
  // One letter may stand for both sides of a boundary: 멜론, melon; 맥스, max.
  const isDoubled =
    before !== '' && before !== 'ㅇ' && (sameSound[before] ?? before) === (sameSound[initial] ?? initial);
  const isX = before === 'ㄱ' && initial === 'ㅅ';
  const begun = (at === 0 ? first : inner)[initial] ?? sound(initial);
  const start = initial === 'ㅇ' ? '' : isDoubled || isX ? `(?:${sound(initial)})?` : begun;
  // A weak vowel is not written, and the names of letters begin with one: 엔, 엘, 에스.
  const isWeak = vowel === 'ㅡ' || (at === 0 && initial === 'ㅇ' && vowel === 'ㅔ');
  const isGlide =
    initial === 'ㅇ' &&
    at > 0 &&
    before === '' &&
    /^[ㅣㅓㅜ]$/u.test(vowel) &&
    !/[이어우]$/u.test(word[at - 1] ?? '');
  // 서킷 is circuit, 가이드 guide.
  const written = `(?:${vowel === 'ㅣ' ? '(?:u(?=i))?' : ''}[${vowels[vowel] ?? 'aeiouyw'}]{1,3}(?:gh)?[rh]?)`;
  const middle = isWeak || isGlide ? `${written}?` : written;
  if (final === '') return at > 0 && closed[char] ? `(?:${start}${middle}|${closed[char]})` : start + middle;
  const isBeforeS = final === 'ㄱ' && next === 'ㅅ';
  return start + middle + (isBeforeS ? '(?:[ckg]+|x)' : (closing[final] ?? sound(final)));
}
