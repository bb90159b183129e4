/**
 * Reads what a query asks: the definition of something, its date, one of its properties, a list, a difference. Pure
 * words; whether the notes know the subject is for `choose-answers.ts`.
 */
import { normalizeText } from '../hangul.ts';
import type { QuestionKind, QuestionLanguage } from './language.ts';
import { findStems } from '../particles.ts';
import { korean } from './questions-ko.ts';

const opened: QuestionLanguage[] = [korean];

/**
 * The tables that are there, all at once: notes in one language are asked in the other, and words of both stand in one
 * question.
 */
export const languages: readonly QuestionLanguage[] = opened;

let opening: Promise<void> | undefined;
let english: QuestionLanguage | undefined;

/**
 * Loads the table of English, once, and reads what is asked next with both. True where it is there; where it cannot be
 * had, the next query asks again.
 */
export async function openEnglish(): Promise<boolean> {
  if (english === undefined) {
    opening ??= import('./questions-en.ts')
      .then((loaded) => {
        english = loaded.english;
      })
      .catch(() => undefined)
      .finally(() => (opening = undefined));
    await opening;
  }
  if (english === undefined) return false;
  opened.splice(1, 1, english);
  return true;
}

/** Reads what is asked next in Korean alone: what a question means does not depend on those before it. */
export function leaveEnglish(): void {
  opened.length = 1;
}

/** Nobody asks longer; what is pasted is a text to be found. */
const longestQuestion = 120;

/** What stands further behind is not searched. */
const longestSearched = 400;

/** Two questions in one are answered; more are a text. */
const mostParts = 2;

/** All words of the groups that hold `word`. Those of English have Korean ones as well, for notes in Korean. */
export function listGroup(
  kind: 'aspects' | 'eventForms' | 'measureForms' | 'verbForms',
  word: string,
): string[] {
  const asked = /[가-힣]/u.test(word) ? [korean] : languages;
  return asked.flatMap((language) => language[kind].filter((words) => words.includes(word)).flat());
}

/** 시행 of 시행일: the event whose day is asked for. */
export function cutDayWord(attribute: string): string {
  return languages.reduce((text, { dayWord }) => text.replace(dayWord, ''), attribute).trim();
}

/** The words that mean the same aspect as `attribute`; empty where it is none. */
export function listAspect(attribute: string): string[] {
  const bare = attribute.replace(/^(?:주요|핵심|기본|main|key|different)\s+|(?<=[가-힣]{2})들$/gu, '');
  const find = (word: string): string[] => listGroup('aspects', word);
  const whole = find(bare);
  return whole.length > 0 ? whole : find(bare.split(' ').at(-1) ?? '');
}

/** 발생조건 is 발생 조건. */
function splitCompound(asked: string): string {
  if (listAspect(asked).length > 0) return asked;
  const end = korean.aspects
    .flat()
    .find((word) => word.length > 1 && asked.length > word.length + 1 && asked.endsWith(word));
  return end === undefined || !/^[가-힣]+$/u.test(asked) ? asked : `${asked.slice(0, -end.length)} ${end}`;
}

/** The words before an aspect, which say more of the subject, and the aspect: 평가 방법. */
function splitAspect(attribute: string): [string, string] {
  const words = attribute.split(' ');
  const isWhole = languages.some(({ aspects }) => aspects.flat().includes(attribute));
  return isWhole || isModifier(words[0] ?? '')
    ? ['', attribute]
    : [words.slice(0, -1).join(' '), words.at(-1) ?? ''];
}

function isModifier(word: string): boolean {
  return /^(?:주요|핵심|기본|main|key|different)$/u.test(word);
}

/** True for the heading of a section that repeats or asks what others say: questions, answer skeletons, references. */
export function isEchoHeading(title: string): boolean {
  const text = title.toLowerCase().replace(/^[[(【<]\s*/u, '');
  return languages.some(({ echoHeading }) => echoHeading.test(text));
}

/** The readings of one query, one list for each question in it; none where it asks for what nothing can answer. */
export function readQuestions(query: string): Question[][] {
  const text = writeOut(normalizeText(query.slice(0, longestQuestion * 2)));
  if (text === '' || text.length > longestQuestion) return [];
  for (const language of languages) {
    const parts = text.split(language.separator).filter((part) => part.trim() !== '');
    if (parts.length < 2 || parts.length > mostParts) continue;
    const read: Question[][] = [];
    for (const part of parts) {
      // LLMOps가 뭐고 MLOps랑 차이는: the second compares with what the first is about.
      const compared = language.openComparison.exec(dropRequests(part))?.groups?.['other'];
      const before = findBefore(read[0] ?? []);
      const said =
        before && compared
          ? language.compare(before, compared)
          : before
            ? language.takeUp(part, before)
            : part;
      read.push(before && compared === undefined && said === part ? readBelow(part, before) : readOne(said));
    }
    if (read.every((readings) => readings[0]?.isAsked === true)) return read;
  }
  const one = readOne(text);
  return one.length > 0 ? [one] : [];
}

/** A query with what was typed short written out: 1st crack temp. */
export function writeOut(text: string): string {
  return languages.reduce(
    (left, { shorthand }) => shorthand.reduce((said, [short, long]) => said.replace(short, long), left),
    text,
  );
}

/** What the first of two questions is about: RAG of RAG 장점이 뭐고. */
function findBefore(readings: readonly Question[]): string | undefined {
  return (readings.find(({ isAsked, attribute }) => isAsked && attribute !== '') ?? readings[0])?.subject;
}

/** A question that only names an aspect asks for that of what was asked about just before: RAG가 뭐고 단점은 뭐야. */
function readBelow(part: string, before: string): Question[] {
  const alone = readOne(part);
  const [first] = alone;
  const isAspect = (word: string): boolean =>
    listAspect(word).length > 0 ||
    languages.some(
      ({ measures, dayWord }) => measures.test(word) || (word !== '' && word.replace(dayWord, '') === ''),
    );
  const word = first?.subject ?? part;
  return first === undefined || (!word.includes(' ') && isAspect(word))
    ? readOne(`${before} ${part.trim()}`)
    : alone;
}

/** What is left of a query to be searched when the words that only ask are taken away; itself where none do. */
export function dropQuestionWords(query: string): string {
  const asked = readQuestions(query).flatMap((readings) => readings[0] ?? []);
  if (asked.length === 0 || !asked.every(({ isAsked }) => isAsked))
    return dropRequests(normalizeText(query.slice(0, longestSearched))) || query;
  return asked.map(({ words }) => words).join(' ');
}

/** @param isInner what it reads is what a question asks about: with one more in it, each word that asks would double the readings */
function readOne(part: string, isInner = false): Question[] {
  const text = languages.reduce(
    (left, { wholeLast }) => (wholeLast === undefined ? left : left.replace(wholeLast, '$<whole> $<asked>')),
    dropRequests(part),
  );
  // Why something is not so has an answer.
  const isWhy = readWant(text) === 'reason';
  if (text === '' || (!isWhy && languages.some(({ negation }) => negation.test(text)))) return [];
  const readings = languages.flatMap((language) =>
    language.forms.flatMap(({ kind, pattern, isAsked, isExpansion, attribute: meant = '' }): Question[] => {
      const groups = pattern.exec(text)?.groups;
      const isOne = groups?.['subject'] === undefined;
      const named = clean(groups?.['subject'] ?? groups?.['other'] ?? '');
      if (named === '') return [];
      const other = isOne ? '' : clean(groups['other'] ?? '');
      const asked = clean(groups?.['attribute'] ?? groups?.['event'] ?? groups?.['verb'] ?? meant);
      const [lead, attribute] = kind === 'list' ? splitAspect(splitCompound(asked)) : ['', asked];
      const subject = `${named} ${lead}`.trim();
      // A list of what no heading names cannot be found.
      if (kind === 'list' && listAspect(attribute).length === 0) return [];
      const searched = meant === '' && isSearched(attribute) ? attribute : '';
      const words = [subject, other, searched].filter((word) => word !== '').join(' ');
      const one: Question = { kind, form: kind, subject, other, attribute, isAsked, words, text };
      return [...readDouble(one), isExpansion ? { ...one, isExpansion } : one];
    }),
  );
  const bare: Question = {
    kind: 'definition',
    form: 'definition',
    subject: text,
    other: '',
    attribute: '',
    isAsked: false,
    words: text,
    text,
  };
  const passage = readPassage(text);
  // PUE 뜻: nobody writes this but to ask, where nothing is defined the row of that name may answer.
  const meant = readings.flatMap((one) =>
    one.kind === 'definition' && !one.isAsked && one.subject !== text
      ? [{ ...one, kind: 'passage' as const, isAsked: true, words: one.subject }]
      : [],
  );
  const isMeasure = readings.some(
    ({ kind, isAsked, attribute }) =>
      kind === 'fact' && !isAsked && languages.some(({ measures }) => measures.test(attribute)),
  );
  // A request alone asks too: RAG 알려 줘.
  const isRequest = text !== part && text !== dropPunctuation(part);
  const asked = readings.filter(({ isAsked }) => isAsked);
  // RAG의 구성 요소는 무엇인가: what is asked for may be a part, or a day, of what stands there.
  const inner = asked.flatMap(({ kind, subject }) =>
    !isInner && kind === 'definition' && subject !== text ? readInner(subject) : [],
  );
  const counted = readCounted(dropPunctuation(part), text);
  return [
    ...asked,
    ...inner,
    ...(asked.length > 0 || passage.isAsked ? counted : []),
    ...(asked.length === 0 && passage.isAsked ? [passage] : []),
    { ...bare, isAsked: isRequest && asked.length === 0 },
    ...(asked.length > 0 || passage.isAsked ? [] : counted),
    // What asks for a difference asks for no property.
    ...readings.filter(
      ({ isAsked }) =>
        !isAsked && !asked.some(({ kind }) => kind === 'difference') && (asked.length > 0 || !isYesNo(text)),
    ),
    ...(asked.length > 0 || (!passage.isAsked && meant.length === 0)
      ? [
          {
            ...passage,
            isAsked: asked.length > 0 || isRequest,
            form: asked[0]?.kind ?? 'definition',
            isMeasure,
          },
        ]
      : []),
    ...meant,
  ];
}

/** What is counted by a noun that is the note's own: the 네 자유 of something. `part` has the number, `text` may have lost it. */
function readCounted(part: string, text: string): Question[] {
  return languages.flatMap(({ countedNoun, countedDeed }): Question[] => {
    const groups = countedNoun.exec(part)?.groups;
    const attribute = groups?.['noun'] ?? groups?.['what'] ?? '';
    const subject = clean(groups?.['subject'] ?? '');
    if (subject === '' || attribute === '') return [];
    const number = part.slice(subject.length).replace(attribute, ' ');
    const count = Number(
      /\d+/u.exec(number)?.[0] ?? languages.map(({ readNumeral }) => readNumeral(number))[0] ?? 0,
    );
    const words = `${subject} ${attribute.replace(/[하되]$/u, '')}`;
    const common = { kind: 'list', form: 'list', other: '', isAsked: true, words, text, count } as const;
    // 서버가 제공하는 세 가지: nothing but their number is said of what they are.
    return countedDeed.test(part)
      ? [{ ...common, subject: words, attribute: '' }]
      : [{ ...common, subject, attribute }];
  });
}

/** True for a word for ways or kinds: what stands before it says of what. */
function isOpenAspect(attribute: string): boolean {
  const group = listAspect(attribute);
  return languages.some(({ wayAspect, kindsAspect }) =>
    [wayAspect, kindsAspect].some((word) => group.includes(word)),
  );
}

/** SQL 방어 방법 asks for 방어: the last of two aspects says only that one is asked for. */
function readDouble(one: Question): Question[] {
  const words = one.subject.split(' ');
  const inner = words.at(-1) ?? '';
  if (one.kind !== 'list' || words.length < 2 || isOpenWord(inner) || !isOpenAspect(one.attribute)) return [];
  const aspect = listAspect(inner);
  return aspect.length === 0 || aspect.includes(one.attribute)
    ? []
    : [{ ...one, subject: words.slice(0, -1).join(' '), attribute: inner }];
}

function isYesNo(text: string): boolean {
  return languages.some(({ yesNo }) => yesNo.test(text));
}

/** What a verb ends in when it asks: 버리나요. */
const askingEnd = /(?<=[가-힣]{2})(?:나요|는가|는가요|는지|습니까|을까|을까요)$/u;

/** What a query is about, whatever it asks: all its words but those that only ask. */
function readPassage(text: string): Question {
  const words = languages
    .reduce((left, { emptyVerb }) => left.replace(emptyVerb, ' '), text)
    .split(/\s+/u)
    .filter((word) => !isFillWord(word, text))
    .join(' ')
    .replace(askingEnd, '')
    .trim();
  return {
    kind: 'passage',
    form: 'passage',
    subject: words,
    other: '',
    attribute: '',
    isAsked: words !== '' && languages.some(({ asking }) => asking.test(text)),
    words,
    text,
  };
}

/** True for a word that only fills up the question: what a Korean one has in Latin letters is a name (WAS). */
export function isFillWord(word: string, text: string): boolean {
  const isName = /^[a-z]+$/iu.test(word) && /[가-힣]/u.test(text);
  return !isName && languages.some(({ fillWord }) => fillWord.test(word));
}

/** The words of a question without the verbs that the text which answers may say in another way. */
export function dropVerbs({ words, isAsked, text }: Question): string {
  // The day of an event is that of no other: 통과됐나.
  const isEvent = readWant(text) === 'day' && findStems(words.split(' ').at(-1) ?? '').length > 0;
  if (!isAsked || isEvent) return words;
  return languages
    .reduce((left, { lightVerb }) => left.replace(lightVerb, ' '), words)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** True for who made …, whatever it is the maker of. */
export function isMakerAsked(text: string): boolean {
  return languages.some(
    ({ who, makingForms }) => who.test(text) && text.split(' ').some((word) => makingForms.test(word)),
  );
}

/** What an answer to the question must hold. */
export function readWant(text: string): 'number' | 'day' | 'moment' | 'reason' | '' {
  const wants = ['day', 'number', 'moment', 'reason'] as const;
  return wants.find((want) => languages.some((language) => language.wants[want].test(text))) ?? '';
}

/** What a value must hold for a question for how many of a unit: a number of them; null where it asks for no unit. */
export function readUnit(text: string): RegExp | null {
  // 몇 TFLOPS: what is asked for by a unit of its own, is said with it.
  const typed =
    /몇\s?(?<unit>[a-z]{2,10}(?![a-z])|비트|바이트|계층|자리|글자|단계|세대|층|대(?=$|[야지])|도(?=$|[야지]))/u.exec(
      text,
    )?.groups?.['unit'];
  const said =
    (typed === '비트' ? '비트|bits?' : typed === '바이트' ? '바이트|bytes?' : typed) ??
    languages.flatMap(({ units }) => units.filter(({ asked }) => asked.test(text)))[0]?.said;
  return said === undefined ? null : new RegExp(`\\d[\\d.,]*\\s?[천백만억]?\\s?(?:${said})`, 'iu');
}

/** What a question for how many counts (명; empty for things of any kind); null where it asks for no count. */
export function readCount(text: string): string | null {
  const [found] = languages.flatMap(({ howMany }) => {
    const match = howMany.exec(text);
    return match === null ? [] : [match];
  });
  return found === undefined ? null : (found.groups?.['unit'] ?? '');
}

function readInner(subject: string): Question[] {
  return readOne(subject, true).flatMap((one) => {
    if (one.attribute === '') return [];
    // RAG의 비용이 뭐야: a property of it, which may be a name as well.
    // What is a highlight theme: two words of English are one thing, unless the second is a value.
    if (one.kind === 'fact')
      return /[가-힣]/u.test(subject) || languages.some(({ measures }) => measures.test(one.attribute))
        ? [one]
        : [];
    return one.kind === 'list' || one.kind === 'date' ? [{ ...one, isAsked: true }] : [];
  });
}

/** True for what any heading may ask: it says less of its section than a name for the aspect. */
export function isOpenWord(word: string): boolean {
  return word === '어떻게' || word === 'how';
}

/** Words like 왜 and how ask; the text that answers need not hold them. */
function isSearched(attribute: string): boolean {
  return (
    attribute.length > 1 &&
    !/^(?:come|take|enter|go)\s/u.test(attribute) &&
    !/^(?:왜|어떻게|법|나오|나왔|나온|나옴|생기|생겼|만들|바뀌|바뀐|끝나|how|why|long|hot|fast|far|often|high|big|large|heavy|tall|wide|old|many|much)$/u.test(
      attribute,
    )
  );
}

function dropRequests(text: string): string {
  let left = dropPunctuation(text);
  for (let round = 0; round < 3; round++) {
    const before = left;
    for (const { requests } of languages) for (const request of requests) left = left.replace(request, '');
    left = dropPunctuation(left);
    if (left === before) break;
  }
  return left;
}

function dropPunctuation(text: string): string {
  return text
    .replace(/[?？!！.。~…\s]+$/u, '')
    .replace(/^[\s"'“”‘’¿]+/u, '')
    .trim();
}

function clean(text: string): string {
  return text.replace(/^["'“”‘’\s]+|["'“”‘’\s,]+$/gu, '').trim();
}

/** One reading of a question. */
export interface Question {
  kind: QuestionKind;
  /** For a passage, the form of the question that nothing else answered; `passage` where it has none. */
  form: QuestionKind;
  /** What is asked about. */
  subject: string;
  /** What it is compared with; empty but for differences. */
  other: string;
  /** Which property, part or event is asked for; may be empty. */
  attribute: string;
  /** It asks what an abbreviation stands for. */
  isExpansion?: true;
  /** How many of what its attribute names the question says there are; 0 where it says none. */
  count?: number;
  /** A number answers it, though nothing in its words asks: 과태료. */
  isMeasure?: boolean;
  /** The query holds words that only ask. */
  isAsked: boolean;
  /** What is to be searched for it. */
  words: string;
  /** All of it, without requests and final punctuation. */
  text: string;
}
