import { josa } from 'es-hangul';

/**
 * A word with the particle that its last sound asks for: `attachParticle('모델', '으로/로')` is `모델로`. Markup, closing
 * marks and what brackets add behind it are looked through. Digits and capitals are read one by one, as Koreans read
 * abbreviations aloud; English words end as Koreans write them.
 */
export function attachParticle(word: string, particle: Particle): string {
  const last = lastSyllable(word);
  return word + josa(last, particle).slice(last.length);
}

/** A word in the place of another, before the text that follows: a particle at once behind it becomes the one it asks for. */
export function putBefore(word: string, after: string): string {
  const [written = ''] = following.exec(after) ?? [];
  const pair = particlePairs.find((each) => each.split('/').includes(written));
  return pair === undefined ? word + after : attachParticle(word, pair) + after.slice(written.length);
}

const particlePairs: Particle[] = ['을/를', '은/는', '이/가', '와/과', '으로/로'];
const following = /^(?:으로|[을를은는이가와과로])(?![가-힣])/u;

/**
 * A template whose `은(는)`, `을(를)`, `이(가)`, `와(과)`, `(으)로` and `(이)라` behind a value become the one that the value asks
 * for: `` fitParticles`"${name}"은(는) 없습니다` ``.
 */
export function fitParticles(texts: TemplateStringsArray, ...values: readonly unknown[]): string {
  return texts.reduce((before, text, place) => {
    const value = String(values[place - 1]);
    const [both = '', marks = '', written = ''] = undecided.exec(text) ?? [];
    const particle = pairs[written];
    return particle === undefined
      ? before + value + text
      : before + attachParticle(value + marks, particle) + text.slice(both.length);
  });
}

type Particle = Parameters<typeof josa>[1];

const pairs: Record<string, Particle> = {
  '은(는)': '은/는',
  '을(를)': '을/를',
  '이(가)': '이/가',
  '와(과)': '와/과',
  '(으)로': '으로/로',
  '(이)라': '이라/라',
};

const undecided = /^([^\p{L}\p{N}\s(]*)(은\(는\)|을\(를\)|이\(가\)|와\(과\)|\(으\)로|\(이\)라)/u;

/** A syllable that ends in the sound in which a word ends. */
function lastSyllable(word: string): string {
  const text = word.normalize('NFC').trimEnd();
  const bare = [trailingTags, trailingBrackets].reduce(
    (left, added) => left.replace(added, '') || left,
    text,
  );
  const spoken = /[\p{L}\p{N}]/u.test(bare) ? bare : text;
  const sign = /[%+#℃°]$/u.exec(spoken.replace(closingMarks, ''));
  if (sign) return sign[0] === '#' ? '샵' : '스';
  const end = spoken.replace(/[^\p{L}\p{N}]+$/u, '');
  const last = end.at(-1) ?? '';
  if (/[가-힣]/u.test(last)) return last;
  const [english = ''] = /[a-z]*$/u.exec(end) ?? [];
  if (english.length < 2) return letters[last.toLowerCase()] ?? '이';
  return endings.find(([ending]) => ending.test(english))?.[1] ?? '이';
}

/** Tags and attributes that close a title: `<br>`, `</b>`, `{#id}`. */
const trailingTags = /(?:<[^<>]*>|\s*\{[#.:][^{}]*\})+$/u;
/** What brackets add behind a word, in front of closing quotes. */
const trailingBrackets = /\s*(?:\((?:[^()]|\([^()]*\))*\)|（[^（）]*）|\[[^[\]]*\])(?=[^\p{L}\p{N}]*$)/u;
/** Quotes, brackets and Markdown's own marks. */
const closingMarks = /['’"”」』》〉)\]}>*_~`\s]+$/u;

/** The last syllable of a digit's or a letter's Korean name; what is missing ends in a vowel. */
const letters: Record<string, string> = {
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

/** How the ends of English words are written in Korean where they close a syllable; all other words end in a vowel. */
const endings: [RegExp, string][] = [
  [/(?:l|le)$/u, '을'],
  [/(?:n|ne|gn)$/u, '은'],
  [/(?:m|me)$/u, '음'],
  [/ng$/u, '응'],
  [/(?:ck|ook|[^aeiou]ok|ic|ac)$/u, '윽'],
  [/(?:[aeiu]p|[^o]op|pp|ype|[aeio]b)$/u, '읍'],
  [/(?:^|[^aeiou])[aeiou]t$|put$/u, '읏'],
];
