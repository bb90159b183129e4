/** How sentences name makers and count kinds: what only questions need of the tables of languages, in their order. */
import { languages } from './question.ts';
import { escapeSigns } from './text-patterns.ts';

const makeKo = '시작|제안|개발|발명|창시|설립|제작|고안|설계|발표|공개|제정';
const makeEn =
  'made|invented|built|founded|created|developed|designed|patented|proposed|introduced|discovered|described|coined';

const koreanNumerals = '두 세 네 다섯 여섯 일곱 여덟 아홉 열'.split(' ');
const englishNumerals = 'two three four five six seven eight'.split(' ');

const makingKo = new RegExp(
  `(?:[A-Z][\\p{L}\\p{N}.&·-]*|[가-힣]+(?:사|회|원|부|청|대)|[가-힣]*(?:대학|대학교|연구진|연구소|팀|기업|교수|정부|재단|협회|기구|박사|그룹))(?:이|가)\\s(?:\\S+\\s){0,5}?(?:(?:${makeKo})(?:했|하였|한|해)|만들었|만든(?!다)|세웠|내놓았|내놓은)|[A-Za-z가-힣]{2,}(?:에서|에\\s의해)\\s(?:\\S+\\s){0,5}?(?:만들어(?:졌|진)|(?:${makeKo})(?:되었|됐|된|[.。]?$))|(?:[A-Z][A-Za-z.&-]+|[가-힣]+(?:사|회|대학|팀|연구소))에서\\s(?:\\S+\\s){0,2}?(?:(?:${makeKo})(?:했|한)|만든(?!다))|(?:^|\\s)(?!(?:내부|현장|환경|여기|과정|단계|분야|안|밖|위)에서)[가-힣A-Za-z]{2,}에서\\s개발(?:하고|하여|한(?=\\s)|했|하였)|[A-Z][\\p{L}.&-]+[을를]\\s통해\\s(?:개발|제작)|[가-힣A-Za-z]{2,}에서\\s(?:처음|최초로)\\s(?:(?:${makeKo})(?:했|하였|한|하여|해)|만들었|만든)|[가-힣]{2,}(?:기구|재단|협회|연구소|연구진|대학교?)에서\\s(?:\\S+\\s){0,10}?(?:(?:${makeKo})(?:했|하였)|만들었)`,
  'u',
);

/** Somebody who does it to something: …가 인수했다, …가 운영하는. */
function doingKo(deed: string): RegExp {
  const somebody =
    '(?:[A-Z][\\p{L}\\p{N}.&·-]*|[가-힣]+(?:사|회|원|부|청|처|대|국|팀|소|시)|[가-힣]*(?:대학교?|연구진|기업|교수|정부|재단|협회|기구|그룹|업체|위원회|AI))';
  const done = `${escapeSigns(deed)}(?:했|하였|한|하는|하고|하며|해|[을를](?!\\s(?:검토|추진|포기|거부|거절|철회|반대|논의|고려|시도|막))|받|\\s?(?:완료|계약)|[.。)）]?$)`;
  return new RegExp(
    `${somebody}(?:이|가|에서)\\s(?:\\S+\\s){0,6}?${done}|${somebody}에\\s(?:\\S+\\s){0,2}?${escapeSigns(deed)}(?:했|되었|됐|하였)|${somebody}[은는]\\s[^.]{0,120}?[를을]\\s${escapeSigns(deed)}(?:했|하였)`,
    'u',
  );
}

const korean: AskedPatterns = {
  calling: (name) =>
    new RegExp(
      `(?:^|[은는을를이가]\\s|["“‘'(])${escapeSigns(name)}["”’']?\\s?(?:이)?라고?\\s?(?:도\\s)?(?:부르(?![면지])|부른|불리(?![면지])|불린|한다|하며|하고|일컫|칭)`,
      'iu',
    ),
  pointsBack: /^(?:이를|이런|이러한|이렇게|이와\s같|그런|그러한|(?:이|그)\s?(?:것|때)[을를은는이]?)\s/u,
  doing: () => /(?!)/u,
  askingHead: /(?!)/u,
  standsFor: /(?<long>[A-Za-z][A-Za-z0-9 &/-]{4,80})[)）]?\s?의\s?(?:약자|약어|줄임말|준말|머리글자|약칭)/u,
  aspectHeadings: [
    {
      aspect: '단점',
      pattern: /(?:지\s*(?:않는|못하는)|수\s*없는)\s*(?:것|일|점)|치르는\s*것|부족한\s*이유|없어지지\s*않는/u,
    },
    { aspect: '장점', pattern: /좋은\s*점|얻는\s*것/u },
    { aspect: '예', pattern: /^대표(?:적인)?\s/u },
  ],
  // 나누어 보기 shows nothing: it says what to do.
  // 먹는 방식 is a way, and no kind.
  notAspect:
    /(?<=[가-힣][아어여와워해려켜져쳐])\s보기|(?<=[가-힣](?:는|은|한|된|던|할|될))\s(?:방식|형태|모습|구분)/gu,
  doubles: [{ asked: /^장\s?[·/]?\s?단점$/u, aspects: ['장점', '단점'] }],
  counting:
    /(?:[둘셋넷]|[두세네]|다섯|여섯|일곱|여덟|아홉|열|\d)\s?(?:가지|종류|갈래|개|종|단계|유형)?(?:의\s\S+|\s\S+)?(?:로|가|이|으로)\s?(?:크게\s)?(?:나뉜|나눈|나눌|나누어|분류|구분|있다|구성|이루어)|(?:가지|종류|갈래|유형)(?:이)?다[.。]?$|(?:[두세네]|다섯|여섯|일곱|여덟|아홉|열|\d)\s?(?:가지|종류|갈래|개|종|단계|유형|층|등급|부류)(?:이고|이며|이다|다)/u,
  dividing: /종류는|유형은|나뉜|나눈|나누|갈린|갈라|가른|구분|있다[.]?$/u,
  numerals: koreanNumerals,
  counter: new RegExp(
    `(?<![가-힣\\d])(?<count>${koreanNumerals.join('|')}|\\d{1,2})\\s?(?:가지|개|종류)`,
    'u',
  ),
  nounCounted: (noun) => {
    const number = `${koreanNumerals.join('|')}|\\d{1,2}`;
    const end =
      noun === '' ? '(?:가지|갈래)' : `(?:대|가지|개|갈래)?\\s?(?:\\S{2,6}\\s)?${escapeSigns(noun)}`;
    const behind =
      noun === ''
        ? ''
        : `|${escapeSigns(noun)}[은는이가도]?\\s(?<number>${number})\\s?(?:가지|갈래|개|층|종)`;
    return new RegExp(`(?<![가-힣\\d.])(?<count>${number})\\s?${end}${behind}`, 'gu');
  },
  endsCounting: new RegExp(
    `(?<![가-힣\\d.])(?<count>${koreanNumerals.join('|')}|\\d{1,2})\\s?[가-힣]{1,4}$`,
    'u',
  ),
  nounTopic: (noun) =>
    new RegExp(
      `${escapeSigns(noun === '' ? '(?!)' : noun)}[)）]?(?:[(（][^()（）]{1,20}[)）])?[은는]\\s`,
      'u',
    ),
  making: (deed) => {
    const other = /^[가-힣]{2}/u.exec(deed)?.[0] ?? '';
    const isOther = !new RegExp(
      `^(?:${makeKo}|창업|창립|만들|만든|만듦|만듬|세우|세웠|세운|내놓|$)`,
      'u',
    ).test(deed);
    return isOther ? doingKo(other) : makingKo;
  },
  owned: (name) =>
    new RegExp(
      `(?:^|[\\s·,])[A-Z][\\p{L}\\p{N}.&-]+의\\s(?:[^\\s.,]*[^\\s.,이가은는을를에서로와과]\\s){0,3}?[^\\s.,]*${escapeSigns(name)}(?:[)）]?(?:은|는|이|가|을|를|와|과)(?=\\s)|\\s?[(（])`,
      'iu',
    ),
  somebody: (name) => new RegExp(`(?<![\\p{L}\\p{N}-])${escapeSigns(name)}(?:는|은|가|이|의|도)\\s`, 'u'),
  makingOfIt: new RegExp(
    `^(?!.*(?<![가-힣](?:에|서|로)|(?:^|\\s)(?:이|그|이것|그것))(?:은|는|을|를)\\s(?!\\S{1,9}\\s위(?:해|하여)\\s|\\S{1,9}(?:려고|도록)\\s).*(?:${makeKo}|만들|만든|세웠|내놓))(?!.*(?:(?:${makeKo})한|만든|내놓은)\\s(?:\\S+\\s){0,3}?\\S*[가-힣](?:은|는|이|가|을|를|의|에|에서|로|와|과)\\s)`,
    'u',
  ),
  agent: /(?!)/u,
  linking: /의$/u,
  countedBefore: /^(?<what>.+?)\s\d{1,2}\s?(?:가지|종류?|개)$/u,
  topicPart: /^.+?(?<=[가-힣)）])(?:[은는이가]|에는)(?=\s)/u,
  verbOf: /^(?<noun>[가-힣]{2,})[되하]$/u,
  eventNamed: /^[가-힣]{2,}$/u,
  eventSaid: (forms) =>
    new RegExp(
      `(?:${forms})(?![가-힣])|(?:${forms})[하한할함해했되된될됨돼됐일은는이가을를의에로과와때안예자시기]`,
      'u',
    ),
  countSaid: (question) => {
    if (!/몇\s?(?:개|가지|종|갈래)/u.test(question)) return null;
    const noun = /(\S{2,}?)(?:은|는|이|가|을|를)?\s+(?:최대\s+|총\s+)?몇/u.exec(question)?.[1] ?? '개';
    return new RegExp(
      `\\d\\s?[천백만억]?\\s?(?:여\\s?)?(?:개(?!월)|가지|종|갈래|곳|명|건|장|층|${escapeSigns(noun)})`,
      'u',
    );
  },
  ratio: /\d\s?배/u,
  reasonAspect: '왜',
  madePart: (name) =>
    new RegExp(`(?:만든|(?:${makeKo})한)\\s(?:\\S+\\s)?${escapeSigns(name)}\\s[가-힣]`, 'iu'),
};

const makingEn = new RegExp(
  `\\b[A-Z][\\w.-]+(?:\\s[A-Z][\\w.-]+)*,?\\s(?:who\\s)?(?:first\\s|had\\s)?(?:${makeEn}|wrote|published)\\b|\\b(?:${makeEn}|written|maintained)\\s(?:\\S+\\s){0,4}?by\\s(?:the\\s)?[A-Z]`,
  'u',
);

const english: AskedPatterns = {
  // Before a colon must stand a sentence: behind a label comes a list, or a remark.
  calling: (name) =>
    new RegExp(
      `(?:^(?:\\S+\\s){4,}\\S+:\\s(?!.*,)|\\b(?<!\\b(?:not|never|longer|wrongly)\\s)(?:called|named|termed|known\\sas|counts?\\sas)\\s)(?:an?\\s|the\\s)?["“]?${escapeSigns(name)}["”]?(?:[.;,)]|$)|(?:^|\\s)${escapeSigns(name)},\\s(?:an?|the)\\s(?:[\\w-]+\\s?){1,8}[.,;](?!\\s(?:an?|the|and|or)\\s)|^(?:while|whereas|although)\\s[^.]{4,90},\\s(?:an?\\s|the\\s)?${escapeSigns(name)}\\s(?:is|are)\\s(?:an?|the|to)\\s`,
      'iu',
    ),
  pointsBack: /(?!)/u,
  doing: (name) =>
    new RegExp(
      `^(?:an?\\s|the\\s)?${escapeSigns(name)}(?:\\s(?:instruction|function|command))?\\s(?!is\\s|was\\s)[a-z]{3,}(?<!s)s\\s|\\bthe\\s(?:[\\w-]+\\s){1,6}?${escapeSigns(name)},\\swho\\s`,
      'iu',
    ),
  askingHead:
    /^(?:q\s?[.:)]\s*)?(?<way>how\s+(?:much|many|long|often|far|big|large|fast|hot|old|high|soon)\b|(?:when|where|who|whose|why|which|what|how|can|could|may|do|does|did|is|are|should|will|must)\b(?!'))/u,
  standsFor:
    /\b(?:stands\s+for|(?:is\s+)?(?:short|an?\s+(?:abbreviation|acronym))\s+(?:for|of))\s+["“]?(?<long>[A-Za-z][A-Za-z0-9 &/-]{4,80})/u,
  aspectHeadings: [
    {
      aspect: 'limitations',
      pattern:
        /\b(?:cannot|can't|does\s+not|doesn't|will\s+not|won't)\b|when\s+not\s+to|caveats|known\s+issues/u,
    },
    {
      aspect: 'advantages',
      pattern: /^why\s+(?:use|choose)\b|when\s+to\s+(?:use|choose)|^how\s+(?:it|they)\s+helps?\b/u,
    },
    { aspect: 'reasons', pattern: /^why\b|\bproblems?\s+(?:it|they)\s+(?:address|solve)/u },
  ],
  notAspect: /(?!)/gu,
  doubles: [
    {
      asked:
        /^(?:pros(?:\s+and\s+|\s?[/&]\s?)cons|advantages?(?:\s+and\s+|\s?[/&]\s?)disadvantages?|benefits(?:\s+and\s+)drawbacks|strengths\s+and\s+weaknesses)$/u,
      aspects: ['advantages', 'disadvantages'],
    },
  ],
  counting:
    /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d)\s(?:\w+\s)?(?:kinds?|types?|sorts?|forms?|categories|varieties|classes|groups)\b|\b(?:divided|split|classified|grouped)\sinto\b/iu,
  dividing: /(?!)/u,
  numerals: englishNumerals,
  counter: new RegExp(`\\b(?<count>${englishNumerals.join('|')}|\\d{1,2})\\s[a-z]`, 'u'),
  nounCounted: (noun) =>
    new RegExp(
      `\\b(?<count>${englishNumerals.join('|')}|\\d{1,2})\\s(?:[\\w-]+\\s)?${escapeSigns(noun)}\\b`,
      'giu',
    ),
  endsCounting: /(?!)/u,
  nounTopic: () => /(?!)/u,
  making: () => makingEn,
  owned: () => /(?!)/u,
  somebody: () => /(?!)/u,
  makingOfIt: new RegExp(
    `\\b(?:it|they|this|these)\\s(?:was|were|is|are|ha[sd]\\sbeen)\\s(?:[a-z]+\\s){0,2}(?:${makeEn}|written|maintained)\\b|^(?:[a-z]+\\s)?(?:${makeEn}|written|maintained)\\s|\\b(?:${makeEn}|wrote|published)\\s(?:it|them|this|such\\san?)\\b`,
    'iu',
  ),
  agent: /\bby\s(?:the\s)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*/gu,
  linking: /^(?:of|the)$/u,
  countedBefore: /(?!)/u,
  topicPart: /(?!)/u,
  verbOf: /(?!)/u,
  eventNamed: /(?!)/u,
  eventSaid: () => /(?!)/u,
  countSaid: () => null,
  ratio: /\d\s?times\b/u,
  reasonAspect: 'why',
  madePart: () => /(?!)/u,
};

/** Those of the languages that are there. */
export function listAskedPatterns(): AskedPatterns[] {
  return [korean, english].slice(0, languages.length);
}

export interface AskedPatterns {
  /** How a sentence names what it has described, the name last: “…: quenching.”, “is called quenching”. */
  calling: (name: string) => RegExp;
  /** A sentence that says something of what the one before it has said. */
  pointsBack: RegExp;
  /** How a question or heading begins that asks; `way` is its question word. */
  askingHead: RegExp;
  /** A sentence that begins with the name and what it does: “PUSH moves …”. */
  doing: (name: string) => RegExp;
  /** A sentence that says what an abbreviation stands for: `long`. */
  standsFor: RegExp;
  /** Headings that tell an aspect without its word: “What it cannot show” is its limit. */
  aspectHeadings: readonly { aspect: string; pattern: RegExp }[];
  /** What a heading may hold that looks like such a word and is none. */
  notAspect: RegExp;
  /** Words that ask for two aspects at once: 장단점. */
  doubles: readonly { asked: RegExp; aspects: readonly [string, string] }[];
  /** A sentence that says how many kinds there are of what it names. */
  counting: RegExp;
  /** A sentence that divides something into parts. */
  dividing: RegExp;
  /** A number, as `count`, of things that are counted, and its words from two on. */
  counter: RegExp;
  numerals: readonly string[];
  /** What a text counts by that noun: `count`, or `number` behind it. */
  nounCounted: (noun: string) => RegExp;
  /** A heading that ends in what it counts, as `count`. */
  endsCounting: RegExp;
  /** A sentence that has the noun as its topic. */
  nounTopic: (noun: string) => RegExp;
  /** A sentence that names somebody who made something, or did to it what the word `deed` says. */
  making: (deed: string) => RegExp;
  /** A sentence that has the name as somebody's: Acme의 …. */
  owned: (name: string) => RegExp;
  /** A sentence that speaks of who is so called as of somebody. */
  somebody: (name: string) => RegExp;
  /** Such a sentence that leaves what was made to the text around it; one that names it may speak of another thing. */
  makingOfIt: RegExp;
  /** Who made something, in such a sentence. */
  agent: RegExp;
  /** What only links a name with a word for an aspect. */
  linking: RegExp;
  /** A title that counts what it names first, as `what`. */
  countedBefore: RegExp;
  /** What a sentence is about: its beginning, with the particle. */
  topicPart: RegExp;
  /** A form of a verb, with its `noun`. */
  verbOf: RegExp;
  /** A word for an event that must be said beside its day, and how texts say it. */
  eventNamed: RegExp;
  eventSaid: (forms: string) => RegExp;
  /** How many, as texts say it in figures; null where the question asks for none. */
  countSaid: (question: string) => RegExp | null;
  /** A value that says how many times as much: it fits any kind. */
  ratio: RegExp;
  /** One word of the group for reasons. */
  reasonAspect: string;
  /** The name before a noun that says what of it was made: 만든 SSL 인증서. */
  madePart: (name: string) => RegExp;
}
