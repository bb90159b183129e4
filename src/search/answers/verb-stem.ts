/** Korean verbs whatever their ending: 빨라, 빠른 and 빠르다 are one, as are 줄었나 and 줄어드는. */
import { toJamo } from '../hangul.ts';

const asking =
  /(?:나요?|(?<=[은는인한된린른싼운큰쁜])가요?|을까요?|까요?|습니까|니까?|냐|지요?|죠|는지|은지|는데|거야|걸까|야|요)$/u;
const ending = /(?:어야|아야|여야|으면|려면|도록|었|았|였|는|은|던|고|게|면|지|도|서)$/u;

/** A key of fewer letters begins too many words. */
const leastLetters = 3;

/** What all forms of the verb begin with, as letters (자모); empty where it is too short to tell. */
export function stemVerb(word: string): string {
  let bare = word;
  for (const end of [asking, ending, ending])
    if (bare.replace(end, '').length > 0) bare = bare.replace(end, '');
  // 안전하지: the noun tells.
  const noun = /^(?<noun>[가-힣]{2,})(?:하|해|한|할|함|했|하다|한다|되|돼|된|될|됐)$/u.exec(bare)?.groups?.[
    'noun'
  ];
  if (noun !== undefined) return toJamo(noun);
  if (bare.length > 1) bare = bare.replace(/[아어여워와]$/u, '');
  let letters = toJamo(bare);
  if (bare.length > 1) letters = letters.replace(/(?<=[ㅏ-ㅣ])[ㄴㄹㅁㅆ]$/u, '');
  letters = letters
    .replace(/[ㅏ-ㅣ]+$/u, '')
    .replace(/(?<=[ㄱ-ㅎ])ㅇ$/u, '')
    .replace(/ㄹㄹ$/u, 'ㄹ');
  return letters.length < leastLetters ? '' : letters;
}

/** Where a form of the verb stands among the words of a text; -1 where none does. */
export function findVerb(words: readonly string[], stem: string): number {
  return stem === ''
    ? -1
    : words.findIndex((word) => toJamo(word.replace(/^[^가-힣]+/u, '')).startsWith(stem));
}
