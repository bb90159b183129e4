/** What a language's table tells about questions; one table a language (`questions-ko.ts`, `questions-en.ts`). */

export type QuestionKind = 'definition' | 'date' | 'fact' | 'formula' | 'list' | 'difference' | 'passage';

/**
 * One form of a question: a pattern over the query in small letters, without requests and final punctuation, with the
 * groups `subject`, and where it has them `other` and `attribute` (or `verb`, a verb that no list holds).
 */
export interface QuestionForm {
  kind: QuestionKind;
  pattern: RegExp;
  /** True where no one would write these words but to ask: they are never searched. */
  isAsked: boolean;
  /** It asks what an abbreviation stands for. */
  isExpansion?: true;
  /** The attribute that the form itself means, where the query has no word for it. */
  attribute?: string;
}

export interface QuestionLanguage {
  /** Words that are typed short, and what they stand for: what's, temp. */
  shorthand: readonly (readonly [RegExp, string])[];
  /** Polite words around a question that say nothing: 알려 주세요, please tell me. */
  requests: readonly RegExp[];
  /** True of a word that only asks or fills up a question: it is not searched. */
  fillWord: RegExp;
  /** Words of a question, wherever they stand, that no text which answers holds: 몇 점, vs. */
  askingWords: RegExp;
  /** A question for which of several: 무슨 언어로. */
  which?: RegExp;
  /** What a verb ends in: surely, and likely where it is no noun of the site. */
  verbEnd?: { sure: RegExp; likely: RegExp };
  /** A verb that is made of a noun: 폐지돼. */
  nounVerb?: RegExp;
  /** What parts a sentence that says different things of two: …이고, whereas. */
  setApart: RegExp;
  /** What a sentence holds that surely gives a reason, and does not only go on. */
  surelyBecause: RegExp;
  /** Words by which a query that has no other form is known as a question. */
  asking: RegExp;
  /** Questions for a number, a day, a reason. */
  wants: { number: RegExp; day: RegExp; moment: RegExp; reason: RegExp };
  /** What a sentence or heading holds that tells when to do something. */
  moment: RegExp;
  /** What a sentence holds that gives a reason. */
  because: RegExp;
  /** What turns a question around; nothing answers it. */
  negation: RegExp;
  /** Where two questions in one are parted. */
  separator: RegExp;
  /** A comparison with what was asked about just before: `other` alone is named. */
  openComparison: RegExp;
  /** A second question with what the first is about in place of the word that points at it: its drawbacks. */
  takeUp: (question: string, before: string) => string;
  /** The question for the difference of two things. */
  compare: (one: string, other: string) => string;
  /** What parts three that are compared. */
  listMark: RegExp;
  /** Aspects that one cell of a table can hold: 장점, drawback. */
  cellAspects: RegExp;
  /** Likeliest first. */
  forms: readonly QuestionForm[];
  /** Words that name the same part of a note, each group by any of its words: 종류, 유형. */
  aspects: readonly (readonly string[])[];
  /** The head of a column of properties: what is compared stands in the other heads. */
  propertyHead: RegExp;
  /** One word of the group for kinds. */
  kindsAspect: string;
  /** One word of the group for examples. */
  exampleAspect: string;
  /** A text that only says what an abbreviation stands for. */
  spelling: RegExp;
  /** One word of the group for ways to do something. */
  wayAspect: string;
  /** One word of the group for steps. */
  stepsAspect: string;
  /** The word of that group that counts whatever stands before it; empty where there is none. */
  counter: string;
  /** A word that only says how much of it there is: no kind of it. */
  degree: RegExp;
  /** A number in words, and `what` is counted. */
  counted: RegExp;
  /** A word that may be a noun: a verb before an aspect need not stand in its heading. */
  noun: RegExp;
  /** A sentence that only says how many there are: the next one says which. */
  announcing: RegExp;
  /** A sentence that says what is not, or no more. */
  denying: RegExp;
  /** Words for making in a question. */
  makingForms: RegExp;
  /** How a text gives the `value` that something has unless it is set (`label`), which stands behind what it is `of`, where the sentence does not say that itself. */
  given: RegExp;
  /** A question for such a value. */
  givenAsked: RegExp;
  /** A sentence that only gives an example: what it holds is the value of nothing. */
  example: RegExp;
  /** A question for who did something. */
  who: RegExp;
  /** Words for somebody who has no name: the manager, we. */
  somebody: RegExp;
  /** A question for a place, and what a sentence holds that gives one. */
  where: { asked: RegExp; said: RegExp };
  /** What a sentence must hold that says how many there are of what the query counts; null where it counts nothing. */
  counts: (query: string) => RegExp | null;
  /** A question for how many; `unit` is what is counted, empty for things of any kind. */
  howMany: RegExp;
  /** Units that a question asks for a number of (몇 년), each with what texts write behind the number. */
  units: readonly { asked: RegExp; said: string }[];
  /** A number in words, as texts count. */
  countWords: RegExp;
  /** A property that a number with its unit says by itself: 용량 of 80GB. */
  unitWords: RegExp;
  /** A verb behind a question word that the text that answers may say in another way: 얼마나 줄었어, 왜 필요해. */
  emptyVerb: RegExp;
  /** Verbs of a question that the text which answers may say in another way: spend, 들어. */
  lightVerb: RegExp;
  /** Words of a question that the place which answers need not say, in any form. */
  looseWord: RegExp;
  /** What a question for a reason adds to a name and says nothing: 필요해. */
  lightWords: RegExp;
  /** What a sentence holds that says what something is for. */
  purpose: RegExp;
  /** What brackets behind a name add that is no name: a pointer, a condition. */
  aside: RegExp;
  /** Words that point at another sentence: what they are in says little alone. */
  pointing: RegExp;
  /** Events that change or end something: their day is not its own. */
  laterEvents: RegExp;
  /** A sentence that has the property in small letters as its topic. */
  topicOf: (attribute: string) => RegExp;
  /** A question for what something is within something else. */
  asksPart: RegExp;
  /** A thing (`what`) within all that is spoken of (`whole`): a quaker in coffee, 커피에서 퀘이커. */
  within: RegExp;
  /** A question that names the whole behind all else: 하네스가 뭐야 에이전트에서. */
  wholeLast?: RegExp;
  /** A question for what something does. */
  asksDoing: RegExp;
  /** A noun that only says that a value is asked for: roast level. */
  fillNoun: RegExp;
  /** A question for what is counted by any noun: `subject`, `noun` (or `what`) and, where it says so, how many. */
  countedNoun: RegExp;
  /** Such a question that has a verb where the noun stands. */
  countedDeed: RegExp;
  /** The number in words that a text holds; undefined where it holds none. */
  readNumeral: (text: string) => number | undefined;
  /** Words for which a number or a day answers. */
  measures: RegExp;
  /** Words for which a day, or a span of days, answers. */
  days: RegExp;
  /** Words for one kind of event, as questions and texts say it. */
  eventForms: readonly (readonly string[])[];
  /** Forms of a verb that no rule gives: win, won. */
  verbForms: readonly (readonly string[])[];
  /** Words for one property, as questions and tables say it: cost, price. */
  measureForms: readonly (readonly string[])[];
  /** A question for when something came out. */
  comingOut: RegExp;
  /** The head of a column of days. */
  dateHead: RegExp;
  /** The head of a column of days from which something holds, and the events that are such a beginning. */
  beginning: { head: RegExp; events: RegExp };
  /** A question for what must be done, and how an answer says it. */
  obliged: { asked: RegExp; said: RegExp };
  /** Units that count the same things: 명, 사람. */
  countUnits: readonly (readonly string[])[];
  /** What follows an event that is only said of the next noun. */
  modifying: RegExp;
  /** What follows an event that is only told beforehand: its day is another. */
  foretold: RegExp;
  /** A question for the last day of something, and what an answer to it says. */
  until: { asked: RegExp; said: RegExp };
  /** A word for a share, of `what`: 할인율. */
  rate: RegExp;
  /**
   * Properties that a value with its unit says by itself: how long, of 90 s, unless one of its `rivals` is named; `isAlways` where nothing else can. One that
   * `isNamed` must be said as well.
   */
  spans: readonly { asked: RegExp; said: RegExp; rivals?: RegExp; isAlways?: true; isNamed?: true }[];
  /** Words of a question that set its time or its lack (after, without), and what an answer holds that keeps to them. */
  relations: readonly { asked: RegExp; said: RegExp }[];
  /** A question for how to do something, that a sentence answers which says what to do. */
  asksHow: RegExp;
  /** A heading that says what to do. */
  orders: RegExp;
  /** A sentence that says what to do. */
  deed: RegExp;
  /** A question that yes or no answers: it asks for no property. */
  yesNo: RegExp;
  /** A question for what one must or may do. */
  modal: RegExp;
  /** A question for what the asker, or anybody, may do. */
  ofSelf: RegExp;
  /** What a word for an event takes on when its day is meant: 시행일, release date. */
  dayWord: RegExp;
  /** Words for events: a day that stands before one is that event's. */
  events: RegExp;
  /** A day, month or year as texts write it. */
  date: RegExp;
  /** A span of time whose number is a word. */
  spanWords: RegExp;
  /** A span of time. */
  span: RegExp;
  /** Headings of sections that define what their note is about. */
  definitionHeading: RegExp;
  /** What a heading may add to the name of what it defines. */
  definitionWords: RegExp;
  /** Titles and headings of what lists terms, each with its meaning. */
  glossaryHeading: RegExp;
  /** Headings of sections that repeat, ask or list what others say. */
  echoHeading: RegExp;
  /** A sentence that sets one thing against another. */
  contrast: RegExp;
  /** A sentence that says of something that it is another thing. */
  differing: RegExp;
  /** Headings and captions of comparisons. */
  comparisonHeading: RegExp;
  /** Heads of columns that say what a row means. */
  meaningColumn: RegExp;
  /** The kind of thing at the end of a name that may be left out: 싱글톤 is the 싱글톤 패턴. */
  kindNoun: RegExp;
  /** The kind of thing behind a name in a question: fork 함수. */
  thingNoun: RegExp;
  /** What a sentence begins with, behind its subject, when it says something of it. */
  topic: RegExp;
  /** Articles and the like before a subject. */
  article: RegExp;
  /** What a sentence begins with that says under its name what something is, or does. */
  definingStart: RegExp;
  /** Ends of sentences that say what something is. */
  definingEnd: RegExp;
  /** Sentences that define nothing: what happened, what is not, what the note is about. */
  notDefining: RegExp;
}
