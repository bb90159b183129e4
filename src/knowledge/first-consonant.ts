const consonants = [...'ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ'];
/** Syllables that begin with one consonant: 21 vowels, each with 28 endings. */
const syllables = 21 * 28;

/** The consonant that a Hangul syllable begins with, a doubled one as its single; undefined for any other letter. */
export function firstConsonant(letter: string): string | undefined {
  return consonants[Math.floor(((letter.codePointAt(0) ?? 0) - 0xac00) / syllables)];
}
