/**
 * Korean endings: particles after a noun (모델에서는) and the forms of 하다/되다 (구현했다).
 * A closed list, applied only where at least two syllables remain, so that 회의 never becomes 회.
 */
import { endsInConsonant, isHangulWord } from './hangul.ts';

/** Particles that may follow any noun. */
const free = new Set(
  '에서부터 에서만 에서는 에서도 에서의 에서 에게서 에게는 에게 에는 에도 에만 에의 에 께서 까지는 까지도 까지의 까지 부터는 부터의 부터 마다 마저 조차 처럼 만큼 만이 만을 만의 만은 만 보다는 보다 도 의 들은 들이 들을 들의 들에 들과 들도 들로 들에게 들에서 들 뿐만 뿐 끼리 밖에 같은 같이 하고 별로 별 등의 등을 등 한테 더러 이다 이고 이며 이란 인가 인데 이라 입니다 이었다 이지만'.split(
    ' ',
  ),
);

/** Particles that follow a consonant. */
const afterConsonant = new Set(
  '은 이 을 과 과는 과의 과도 으로 으로는 으로도 으로서 으로써 으로의 으로부터 으로만 이나 이랑 이라는 이라고 이라고도 이든 이든지 이라도 이야 이라면'.split(
    ' ',
  ),
);

/** Particles that follow a vowel (로 follows ㄹ too). */
const afterVowel = new Set(
  '는 가 를 와 와는 와의 와도 로 로는 로도 로서 로써 로의 로부터 로만 나 랑 라는 라고 라고도 라도 든 든지 다 란 라면 며 고 였다 야'.split(
    ' ',
  ),
);

/** Particles that no other particle can follow. */
const final = new Set('도은는이가을를의와과나다며고란'.split(''));

/** Forms of 하다, 되다, 시키다, 당하다, 받다 after a noun; what follows the last syllable given may be anything. */
const verbForm =
  /(?:하다|한다|하는|하여|하였|했|하고|하면|하며|하기|하지|하게|하도록|하려|하던|하자|하므로|하거나|할|한|함|합니다|해야|해서|해주|해|되다|된다|되는|되어|되었|됐|되고|되면|되며|되기|되지|되도록|되던|되므로|되거나|될|된|됨|됩니다|돼|시키다|시킨|시키는|시켜|시킬|시키고|시킴|시킵니다|당하|당한|받은|받는|받다)(?:[가-힣]{0,4})$/;

/** Verb endings that a word may carry at most this many syllables after the noun. */
const longestVerbTail = 6;

/**
 * The nouns that `word` may be an inflected form of, most likely (longest ending) first; never `word` itself.
 * Each has at least two syllables. Empty for anything but Hangul.
 */
export function findStems(word: string): string[] {
  if (!isHangulWord(word) || word.length < 3) return [];
  const stems = new Set<string>();
  for (let size = Math.min(longestVerbTail, word.length - 2); size >= 1; size--) {
    const tail = word.slice(-size);
    if (verbForm.exec(tail)?.index === 0) stems.add(word.slice(0, -size));
  }
  for (const { stem } of cutParticles(word)) {
    stems.add(stem);
    // 사용자들에게서도: one particle behind another, but none behind one that ends a word: 복잡도를 is no form of 복잡.
    for (const inner of cutParticles(stem)) if (!final.has(inner.tail)) stems.add(inner.stem);
  }
  // 목적으로 is 목적+으로, never 목적으+로.
  return [...stems].filter((stem) => !stem.endsWith('으')).sort((one, other) => one.length - other.length);
}

/** True when `tail` can follow a noun that ends as `noun` does: a particle or a form of 하다/되다. */
export function isEnding(noun: string, tail: string): boolean {
  if (tail === '') return true;
  if (free.has(tail)) return true;
  const closed = endsInConsonant(noun);
  if (closed ? afterConsonant.has(tail) : afterVowel.has(tail)) return true;
  if (closed && tail.startsWith('로') && endsInRieul(noun) && afterVowel.has(tail)) return true;
  return tail.length <= longestVerbTail && verbForm.exec(tail)?.index === 0;
}

/** Forms of verbs that follow another verb, where they look like nouns: 가지, 보고, 주기. */
const auxiliary = /^(?:가|오|보|주|내|나|두|놓|대)(?:지|고|면|기|게|자|도)$/u;
/** What verbs are before those; none of it is a noun, which 평가보고 and 언어보고 begin with. */
const beforeAuxiliary =
  /(?:따라|쫓아|찾아|돌아|나아|날아|몰아|알아|살아|받아|잡아|쌓아|뽑아|모아|앉아|넘어|들어|뛰어|걸어|물어|밀어|끌어|벗어|이어|풀어|얻어|적어|읽어|올라|골라|바라|흘러|물러|둘러|살펴|지켜|돌려|알려|내려|들여|보여|옮겨|남겨|맡겨|가져|빠져|이겨|던져|건너|다가|나와)$/u;

/** True where `form` ends `word` as an auxiliary verb and no noun: 가지 in 따라가지, 보고 in 살펴보고. */
export function isAuxiliary(word: string, form: string): boolean {
  return auxiliary.test(form) && word.endsWith(form) && beforeAuxiliary.test(word.slice(0, -form.length));
}

function cutParticles(word: string): { stem: string; tail: string }[] {
  const cuts: { stem: string; tail: string }[] = [];
  for (let size = Math.min(5, word.length - 2); size >= 1; size--) {
    const cut = { stem: word.slice(0, -size), tail: word.slice(-size) };
    if (isEnding(cut.stem, cut.tail)) cuts.push(cut);
  }
  return cuts;
}

function endsInRieul(noun: string): boolean {
  return ((noun.at(-1) ?? '').charCodeAt(0) - 0xac00) % 28 === 8;
}

/** The end of a line with a Korean sentence that has no full stop. */
export const openSentenceEnd = /(?<=[가-힣](?:다|요|음|함|임|됨|짐|냄|듦))[^\S\n]*\n\s*/gu;
