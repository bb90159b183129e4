import { josa } from 'es-hangul';

/**
 * A word with the particle that its last sound asks for: `attachParticle('모델', '으로/로')` is `모델로`. Closing marks
 * and brackets are looked through; digits and Latin letters are read as Koreans read them aloud.
 */
export function attachParticle(word: string, particle: Particle): string {
  const spoken = word.replace(/\([^()]*\)(?=['’"”\s]*$)/, '').replace(/[^\p{L}\p{N}%]+$/u, '');
  const last = spoken.at(-1) ?? '';
  const heard = /[가-힣]/.test(last) ? last : (readings[last.toLowerCase()] ?? '이');
  return word + josa(heard, particle).slice(heard.length);
}

/** The last syllable of a digit's or a letter's Korean name; what is missing ends in a vowel. */
const readings: Record<string, string> = {
  '0': '영',
  '1': '일',
  '3': '삼',
  '6': '육',
  '7': '칠',
  '8': '팔',
  '9': '구',
  l: '엘',
  m: '엠',
  n: '엔',
  r: '알',
};

type Particle = Parameters<typeof josa>[1];
