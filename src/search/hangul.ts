/**
 * Hangul arithmetic: syllables, initial consonants, jamo, and the two-beol-sik keyboard.
 * Everything works on NFC text; callers normalise with `normalizeText` first.
 */

const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const medials = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const finals = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];

/** Compound vowels and final clusters, as the keys that type them. */
const clusters: Record<string, string> = {
  ㅘ: 'ㅗㅏ',
  ㅙ: 'ㅗㅐ',
  ㅚ: 'ㅗㅣ',
  ㅝ: 'ㅜㅓ',
  ㅞ: 'ㅜㅔ',
  ㅟ: 'ㅜㅣ',
  ㅢ: 'ㅡㅣ',
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
};
const clusterOf = new Map(Object.entries(clusters).map(([cluster, pair]) => [pair, cluster]));

/** What each key of a Korean keyboard types; shifted keys that type nothing else fall back to the plain one. */
const keys: Record<string, string> = Object.fromEntries(
  [
    ...'qㅂ wㅈ eㄷ rㄱ tㅅ yㅛ uㅕ iㅑ oㅐ pㅔ aㅁ sㄴ dㅇ fㄹ gㅎ hㅗ jㅓ kㅏ lㅣ zㅋ xㅌ cㅊ vㅍ bㅠ nㅜ mㅡ Qㅃ Wㅉ Eㄸ Rㄲ Tㅆ Oㅒ Pㅖ'.split(
      ' ',
    ),
  ].map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);
const keyOf = new Map(Object.entries(keys).map(([key, jamo]) => [jamo, key]));

/**
 * Writes a letter as most keyboards type it: full-width Latin (Ａ), units and ligatures in one sign (㎏, ﬁ), small digits
 * (²), Roman numerals (Ⅳ) and Latin, Greek and Cyrillic letters without their accents (é). Hangul and its jamo stay.
 */
export function foldForms(text: string): string {
  return text
    .replace(
      /[\u00B2\u00B3\u00B9\u2070-\u209C\u2100-\u2183\u3300-\u33FF\uFB00-\uFB06\uFF01-\uFF5E]/gu,
      (char) => char.normalize('NFKC'),
    )
    .replace(/[\u00C0-\u058F\u1E00-\u1FFF]/gu, (char) =>
      char.normalize('NFD').replace(/[\u0300-\u036F]/gu, ''),
    );
}

/** NFC in plain letters, lower case, without the invisible characters that copying drags along; runs of blanks become one. */
export function normalizeText(text: string): string {
  return foldForms(text.normalize('NFC'))
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** True for a complete Hangul syllable (가–힣). */
export function isSyllable(char: string): boolean {
  return char >= '가' && char <= '힣';
}

/** True when the text holds nothing but complete Hangul syllables, at least one. */
export function isHangulWord(text: string): boolean {
  return /^[가-힣]+$/.test(text);
}

/** True when the last syllable of `text` ends in a consonant (받침). False for anything but Hangul. */
export function endsInConsonant(text: string): boolean {
  const last = text.at(-1) ?? '';
  return isSyllable(last) && (last.charCodeAt(0) - 0xac00) % 28 !== 0;
}

/** The initial consonants of a word: 할루시네이션 → ㅎㄹㅅㄴㅇㅅ. Other characters stay as they are. */
export function getChoseong(text: string): string {
  return Array.from(text, (char) =>
    isSyllable(char) ? (initials[Math.floor((char.charCodeAt(0) - 0xac00) / 588)] ?? char) : char,
  ).join('');
}

/** True for a query made of two or more initial consonants only (ㅎㄹㅅ), blanks allowed. */
export function isChoseongQuery(text: string): boolean {
  return /^[ㄱ-ㅎ]{2,}$/.test(text.replace(/\s/g, ''));
}

/** Splits every syllable into the letters that were typed: 값 → ㄱㅏㅂㅅ. Other characters stay. */
export function toJamo(text: string): string {
  let jamo = '';
  for (const char of text) {
    if (!isSyllable(char)) {
      jamo += clusters[char] ?? char;
      continue;
    }
    const code = char.charCodeAt(0) - 0xac00;
    const parts = [
      initials[Math.floor(code / 588)] ?? '',
      medials[Math.floor(code / 28) % 21] ?? '',
      finals[code % 28] ?? '',
    ];
    for (const part of parts) jamo += clusters[part] ?? part;
  }
  return jamo;
}

/** What the same keys would have typed in Korean mode: `gkffntlspdltus` → 할루시네이션. Other characters stay. */
export function fromEnglishKeys(text: string): string {
  return composeJamo(Array.from(text, (char) => keys[char] ?? keys[char.toLowerCase()] ?? char).join(''));
}

/** What the same keys would have typed in English mode: ㅣㅣㅡ → llm. */
export function toEnglishKeys(text: string): string {
  return Array.from(toJamo(text), (char) => keyOf.get(char) ?? char).join('');
}

/** Drops half a syllable at the end (검색ㅇ → 검색), which an input method shows while a syllable is being typed. */
export function dropLoneTail(text: string): string {
  const cut = text.replace(/[ㄱ-ㅎㅏ-ㅣ]+$/, '');
  return cut.trim() === '' ? text : cut.trimEnd();
}

/** Puts a row of jamo together into syllables, as an input method does. */
export function composeJamo(jamo: string): string {
  const letters = Array.from(jamo);
  let out = '';
  let at = 0;
  const isInitial = (char: string | undefined): boolean => char !== undefined && initials.includes(char);
  const isMedial = (char: string | undefined): boolean => char !== undefined && medials.includes(char);
  while (at < letters.length) {
    const initial = letters[at] ?? '';
    if (!isInitial(initial) || !isMedial(letters[at + 1])) {
      out += initial;
      at += 1;
      continue;
    }
    let medial = letters[at + 1] ?? '';
    at += 2;
    const pair = clusterOf.get(medial + (letters[at] ?? ''));
    if (pair !== undefined && isMedial(pair)) {
      medial = pair;
      at += 1;
    }
    let final = '';
    // A consonant closes the syllable unless the next vowel needs it.
    if (finals.includes(letters[at] ?? '?') && !isMedial(letters[at + 1])) {
      final = letters[at] ?? '';
      at += 1;
      const cluster = clusterOf.get(final + (letters[at] ?? ''));
      if (cluster !== undefined && finals.includes(cluster) && !isMedial(letters[at + 1])) {
        final = cluster;
        at += 1;
      }
    }
    out += String.fromCharCode(
      0xac00 + initials.indexOf(initial) * 588 + medials.indexOf(medial) * 28 + finals.indexOf(final),
    );
  }
  return out;
}
