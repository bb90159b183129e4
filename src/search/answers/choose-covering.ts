/**
 * Finds the statement that says the most of what a question names, where nothing says all of it in the question's own
 * words: a sentence, a cell or a row, read with its headings and its note. What is asked for must be there: a value of
 * its kind, and every name and number of the question; a verb may be another one.
 */
import { toJamo } from '../hangul.ts';
import type { PlanTerm } from '../plan-query.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { addSounds, listNamed, listSame } from './ask-fact.ts';
import type { AnswerWorld } from './answer-world.ts';
import { cover, dropBrackets, isClaimed, union } from './choose-facts.ts';
import { answersWant, isWhole, readSentence } from './choose-passage.ts';
import { isEnding } from '../particles.ts';
import { isOfKinds } from './list-items.ts';
import { findLongestName } from './names.ts';
import type { PageEvidence, SectionEvidence, Sentence } from './evidence.ts';
import { isFillWord, languages, listAspect, listGroup, readUnit, readWant } from './question.ts';
import type { Question } from './question.ts';
import { toPlainStyle } from './plain-style.ts';
import { brackets, escapeSigns, isCode } from './text-patterns.ts';
import { findVerb, stemVerb } from './verb-stem.ts';

/** How much a word counts that a text may leave out or say in another way; any other counts 1. */
const weights = { verb: 0.3, measure: 0.5, name: 1.3 };

/** How well a word is said by what stands around a statement. */
const levels = { own: 1, title: 0.9, heading: 0.9, above: 0.85, lead: 0.75, before: 0.6 };

/** The part of the question that must be said, where a value is asked for, and where anything else is. */
const least = { value: 0.8, other: 0.85 };

/** Of what neither the note nor its headings say, the statement itself must hold this part. */
const leastOwn = 0.6;

/** What a sentence defines stands among its first letters. */
const longestName = 30;

/** A sentence with more values of the unit that is asked for tells of several things. */
const mostValues = 2;

/** Behind a label less tells nothing. */
const leastTold = 20;

/** A paragraph longer than this speaks of several things. */
const longestParagraph = 500;

/** The best statement for `ask`; null where none says enough of it. */
export function findCovering(pages: readonly PageEvidence[], ask: CoveringQuestion): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  const { terms } = ask;
  const weigh = (found: ReadonlySet<number>): number =>
    terms.reduce((sum, { weight }, at) => sum + (found.has(at) ? weight : 0), 0);
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  const limit = ask.values.length > 0 ? least.value : least.other;
  pages.forEach((evidence, rank) => {
    const { page, sections } = evidence;
    const titled = coverTerms(page.title, terms);
    const title = new Set([...titled, ...(ask.byPage.get(page.url) ?? [])]);
    for (const section of sections) {
      if (section.isEcho || section.kind === 'diagram') continue;
      const heading = coverHeading(section.title, terms);
      const above = coverHeading(section.titles.join('\n'), terms);
      const given = union(title, heading, above);
      for (const { text, lead, before, found } of listCandidates(section, ask)) {
        if (!ask.values.every((value) => value(dropNumbers(text, ask)))) continue;
        const own = coverTerms(text, terms);
        if (ask.isMeaning && !defines(text, terms, given)) continue;
        if (ask.isCompared && !tellsApart(text, own, terms)) continue;
        if (ask.isMaker && !tellsMaker(text)) continue;
        const implied = new Set(
          terms.flatMap(({ isMeasure, isKinds }, at) =>
            isMeasure || (isKinds && namesSeveral(text)) ? [at] : [],
          ),
        );
        if ((ask.isList || terms.some(({ isKinds }) => isKinds)) && !namesSeveral(text)) continue;
        const fresh = new Set([...terms.keys()].filter((at) => !given.has(at) && !implied.has(at)));
        const said = new Set([...fresh].filter((at) => own.has(at)));
        if (own.size === 0 || weigh(said) < weigh(fresh) * leastOwn) continue;
        const near = [
          [own, levels.own],
          [title, levels.title],
          [heading, levels.heading],
          [above, levels.above],
          [coverTerms(lead, terms), levels.lead],
          [before === '' ? new Set<number>() : coverTerms(before, terms), levels.before],
        ] as const;
        const level = (at: number): number =>
          Math.max(implied.has(at) ? 0.8 : 0, ...near.map(([set, worth]) => (set.has(at) ? worth : 0)));
        if (terms.some(({ isName }, at) => isName && level(at) < levels.before)) continue;
        // A note that has other names may be on several things, each with a value of its own.
        if (
          ask.values.length > 0 &&
          terms.some(
            ({ isName }, at) =>
              isName &&
              !titled.has(at) &&
              ![own, heading, above].some((set) => set.has(at)) &&
              level(at) >= levels.title,
          )
        )
          continue;
        // What a value is asked of is named by the statement or above it, and not only beside it.
        if (ask.values.length > 0 && level(0) < levels.lead) continue;
        // A heading for it has all else that is asked for beside it or above: 장점 of one thing is none of another in it.
        if (
          terms.some(
            ({ aspect, isKinds }, at) =>
              aspect.length > 0 &&
              !isKinds &&
              !own.has(at) &&
              terms.some((other, order) => order !== at && !other.isVerb && !given.has(order)),
          )
        )
          continue;
        if (
          ask.values.length > 0 &&
          terms.some(({ forms: [form = ''] }, at) => own.has(at) && beginsOthers(form, text))
        )
          continue;
        const context = [text, lead, section.title, page.title].join('\n');
        if (ask.numbered.some((term) => cover(context, [term]).found.size === 0)) continue;
        if (
          terms.some(
            ({ isVerb, isMeasure }, at) => !isVerb && !isMeasure && level(at) === 0 && terms.length < 4,
          )
        )
          continue;
        const covered = terms.reduce((sum, { weight }, at) => sum + weight * level(at), 0) / whole;
        if (covered < limit) continue;
        if (!isClaimed(evidence, section, `${before}\n${text}`, terms)) continue;
        const score = covered + (title.size > 0 ? 0.05 : 0) + (weigh(own) / whole) * 0.1 - rank * 0.01;
        if (score <= (best?.score ?? 0)) continue;
        const content = found();
        if (content !== null) best = { score, answer: makeAnswer('passage', page, section, content) };
      }
    }
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}

/** The words of a question that are not there only to ask, without the endings that ask: 기본임 is 기본. */
export function listContentWords({ text }: Question): string[] {
  const words = text
    .replace(counter, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '' && !isFillWord(word, text) && !isLoneNumeral(word));
  return words.map((word, at) => (at < words.length - 1 ? word : word.replace(askingTail, '')));
}

/** Reads what a statement must hold to answer the question; null where it names too little. */
export function readCovering(
  question: Question,
  pages: readonly PageEvidence[],
  world: AnswerWorld,
  readings: readonly Question[],
): CoveringQuestion | null {
  const { text } = question;
  const wants = /\s(?:해|연도|년도|날|날짜)$/u.test(text) ? 'day' : readWant(text);
  const words = listContentWords(question);
  const planned = addSounds(world.planTerms(words.join(' ')), pages);
  const isMeasured = planned.some(({ forms: [form = ''] }) =>
    languages.some(({ measures }) => measures.test(form)),
  );
  const terms = planned.map((term, at): CoveringTerm => readTerm(term, at === planned.length - 1, world));
  const byPage = new Map<string, Set<number>>();
  words.forEach((_, from) => {
    const name = findLongestName(words.slice(from).join(' '), world.names);
    if (name === undefined) return;
    const start = world.planTerms(words.slice(0, from).join(' ')).length;
    const count = world.planTerms(name.text).length;
    const isOwn = name.pages.length + name.terms.length > 0;
    for (let at = start; at < start + count; at++) {
      const term = terms[at];
      if (isOwn && count === 1 && term !== undefined) term.forms.push(...name.spellings);
      for (const url of listNamed(name, pages, world))
        byPage.set(url, (byPage.get(url) ?? new Set()).add(at));
    }
  });
  // Who asks for a company is answered by its name.
  const asksWho = /^(?:회사|기업|업체|나라|국가|기관|단체|사람|인물|팀)(?:은|는|이)?$/u.test(
    words.at(-1) ?? '',
  );
  if (asksWho && terms.length > 2) terms.pop();
  const values = listValues(question, terms, wants === '' && isMeasured ? 'number' : wants);
  if (asksWho) values.push((one) => /[A-Z가-힣][\p{L}&.]*(?:이|가|은|는|에서|의)\s/u.test(one));
  const numbers = (text.match(/\d+(?:[.,]\d+)*/gu) ?? []).filter((number) => number.length > 1);
  const nouns = terms.filter(({ isVerb, isMeasure }) => !isVerb && !isMeasure);
  // Two words alone look something up; that both stand somewhere answers nothing.
  const isEnough =
    values.length > 0 || question.isAsked || nouns.length > 2 || terms.every(({ isName }) => isName);
  const isGiven = languages.some(({ givenAsked }) => givenAsked.test(text));
  return nouns.length === 0 || terms.length < 2 || !isEnough || isGiven
    ? null
    : {
        terms,
        byPage,
        values,
        numbers,
        isMeaning: readings.some((one) => one.kind === 'definition' && one.subject !== text),
        wantsDay: wants === 'day',
        isMaker: asksWho || languages.some(({ who }) => who.test(text)),
        numbered: [...text.matchAll(/([a-z]{2,})[ -]?(\d{1,2}(?:\.\d+)?)(?![\d.가-힣a-z])/giu)].map(
          ([, name = '', number = '']) => ({ forms: [`${name} ${number}`] }),
        ),
        isList: readings.some(({ count }) => count !== undefined),
        isCompared: readings.some(({ kind }) => kind === 'difference'),
      };
}

/** How the last word of a question ends that asks whether it is so. */
const askingTail = /(?<=[가-힣a-z\d]{2})(?:이야|인가요?|이지|인지|이에요|예요|임|은|는|이|가)$/u;

/** What only asks for how many of what: 몇 점. */
const counter = /몇\s?(?<unit>[가-힣a-z]+)/u;

/** 걸림, 만듦: a verb made a noun. */
const nominal = /^[가-힣]+$/u;

/** What a sum of money alone does not say: it may be any other. */
const priced = /^(?:가격|비용|요금|값|금액|액수)$/u;

function isLoneNumeral(word: string): boolean {
  return /^(?:하나|한|두|세|네)(?:에|당|번에)?$|^(?:(?:건|개|장|명|번|시간|달|월)당|번에|vs\.?|차이점?[은는이가]?|비교|다른\s?점|대비)$/u.test(
    word,
  );
}

function readTerm({ forms }: PlanTerm, isLast: boolean, world: AnswerWorld): CoveringTerm {
  const [form = ''] = forms;
  const isHangul = /[가-힣]/u.test(form);
  const isName = /[a-z\d]/iu.test(form);
  const isMeasure = languages.some(
    ({ unitWords, spans }) =>
      unitWords.test(form) ||
      spans.some(({ asked, isNamed }) => isNamed !== true && asked.test(form) && !priced.test(form)),
  );
  const isVerb =
    isHangul &&
    !isMeasure &&
    listAspect(form).length === 0 &&
    (/^[가-힣]$/u.test(form) ||
      (isLast && nominal.test(form) && toJamo(form).endsWith('ㅁ')) ||
      forms.some((one) =>
        languages.some(({ lightVerb, looseWord }) => lightVerb.test(` ${one}`) || looseWord.test(one)),
      ));
  // What is made of something is told by what says so.
  const isDeed = languages.some(({ makingForms }) => forms.some((one) => makingForms.test(one)));
  return {
    forms: [...new Set(forms.flatMap((one) => listWays(one, world)))],
    aspect: isVerb ? [] : listAspect(form),
    stem: isVerb ? stemVerb(forms.at(-1) ?? form) : '',
    weight: isVerb && !isDeed ? weights.verb : isMeasure ? weights.measure : isName ? weights.name : 1,
    isName,
    isVerb,
    isMeasure,
    isKinds: isOfKinds(listAspect(form)),
  };
}

function listWays(form: string, world: AnswerWorld): string[] {
  return [
    form,
    ...listSame(form),
    ...listGroup('eventForms', form),
    ...listGroup('verbForms', form),
    ...listSpellings(form, world),
  ];
}

/** The names of a note or term; another name of a note may be that of one thing in it. */
function listSpellings(form: string, { names }: AnswerWorld): readonly string[] {
  const name = form.length < 2 ? undefined : names.find(form);
  return name !== undefined && name.pages.length + name.terms.length > 0 ? name.spellings : [];
}

/** What the text that answers must hold, each of it. */
function listValues({ text }: Question, terms: readonly CoveringTerm[], wants: string): Value[] {
  const values: Value[] = [];
  const unit = readUnit(text);
  const counted = counter.exec(text)?.groups?.['unit']?.replace(/(?:이|인|나|야|지|임|까지|이나)+$/u, '');
  if (unit !== null)
    values.push((one) => {
      const count = (one.match(new RegExp(unit.source, 'giu')) ?? []).length;
      return count > 0 && count <= mostValues;
    });
  else if (counted !== undefined && /^[가-힣]$/u.test(counted) && counted !== '개') {
    const group = languages.flatMap(({ countUnits }) =>
      countUnits.filter((words) => words.includes(counted)),
    )[0];
    const said = counted === '점' ? '점|%' : (group ?? [counted]).join('|');
    values.push((one) => new RegExp(`\\d\\s?[천백만억]*\\s?(?:여\\s?)?(?:${said})`, 'u').test(one));
  } else if (wants === 'reason') values.push((one) => /때문|까닭|이유는|덕분|위해|위하여|므로/u.test(one));
  else if (counted === '개') values.push((one) => countsNear(one, terms));
  else if (wants === 'number')
    // A day alone is no amount.
    values.push((one) =>
      answersWant(
        { text: languages.reduce((left, { date }) => left.replace(date, ' '), one) },
        { wants, isCount: false, unit: null },
      ),
    );
  else if (wants === 'day')
    values.push((one) => answersWant({ text: one }, { wants, isCount: false, unit: null }));
  if (wants === 'number')
    for (const { forms } of terms)
      for (const { spans } of languages) {
        const kinds = spans.filter(({ asked }) => asked.test(forms[0] ?? ''));
        if (kinds.length > 0) values.push((one) => kinds.some(({ said }) => said.test(one)));
      }
  return values;
}

/** True where a number counts, or stands right behind one of the words: 칩 9,216개, 전체 6,710억. */
function countsNear(text: string, terms: readonly CoveringTerm[]): boolean {
  if (/(?<![\p{L}\d.-])\d[\d,.]*\s?[천백만억]?\s?(?:여\s?)?(?:개|가지|종|곳|건)/u.test(text)) return true;
  if (languages.some(({ countWords }) => text.search(countWords) >= 0)) return true;
  const signs = terms.flatMap(({ forms }) => forms.map(escapeSigns)).join('|');
  return new RegExp(
    `(?:${signs})[가-힣]{0,3}\\s?(?:\\S{1,4}\\s)?(?<![-.])\\d|(?<![\\p{L}\\d.-])\\d[\\d,.]*\\s?(?:${signs})`,
    'iu',
  ).test(text);
}

function coverTerms(text: string, terms: readonly CoveringTerm[]): Set<number> {
  const { found } = cover(text, terms);
  const words = text.split(/\s+/u);
  terms.forEach(({ stem }, at) => {
    if (stem !== '' && !found.has(at) && findVerb(words, stem) >= 0) found.add(at);
  });
  return found;
}

/** What a heading says; of an aspect any word for it. */
function coverHeading(title: string, terms: readonly CoveringTerm[]): Set<number> {
  const found = coverTerms(title, terms);
  terms.forEach(({ aspect }, at) => {
    if (aspect.length > 0 && cover(title, [{ forms: [...aspect] }]).found.size > 0) found.add(at);
  });
  return found;
}

/** True for a word that only begins others: GPU of GPU시간. */
function beginsOthers(word: string, text: string): boolean {
  const behind = [...text.matchAll(new RegExp(`${escapeSigns(word)}([가-힣]*)`, 'giu'))].map(
    ([, rest = '']) => rest,
  );
  const most = /[a-z]/iu.test(word) ? 0 : 2;
  return behind.length > 0 && behind.every((rest) => rest.length > most && !isEnding(word, rest));
}

/** The text without the numbers that the question gives: what it asks for is another one. */
function dropNumbers(text: string, { numbers }: CoveringQuestion): string {
  return numbers.reduce((left, number) => left.replaceAll(number, ' '), text);
}

/** True for a sentence that says something of each of the things. */
function tellsApart(text: string, own: ReadonlySet<number>, terms: readonly CoveringTerm[]): boolean {
  const words = text.replace(brackets, '').split(/\s+/u);
  const topics = words.filter((word) => /[은는이가],?$/u.test(word));
  const said = topics.filter((word) => coverTerms(word, terms).size > 0);
  return terms.every(({ isVerb }, at) => isVerb || own.has(at)) && said.length > 1;
}

/** True for a sentence that begins with what is to be defined and says what it is, not that it is what it is called. */
function defines(text: string, terms: readonly CoveringTerm[], given: ReadonlySet<number>): boolean {
  const begun = coverTerms(text.slice(0, longestName), terms);
  const isBegun = terms.every(({ isVerb }, at) => isVerb || begun.has(at) || (at === 0 && given.has(at)));
  const plain = toPlainStyle(text);
  const [, label = '', rest = ''] = /^([^:：]{2,60}?)\s?[:：]\s(.+)$/u.exec(text.replace(brackets, '')) ?? [];
  const isTold =
    label === ''
      ? languages.some(({ definingEnd, notDefining }) => definingEnd.test(plain) && !notDefining.test(plain))
      : rest.length >= leastTold;
  return begun.size > 0 && isBegun && isTold;
}

/** True for a sentence that ends in what somebody did, and does not only say it of something else: 회사가 만든 상자. */
function tellsMaker(text: string): boolean {
  const words = text.split(/\s+/u);
  const deeds = words.flatMap((word, at) =>
    languages.some(({ makingForms }) => makingForms.test(word)) ? [at] : [],
  );
  return (
    /(?:[A-Z][\p{L}\p{N}.&·-]*|[가-힣]{2,})(?:이|가|은|는|에서)\s/u.test(text) &&
    (deeds.length === 0 ||
      deeds.some((at) => at === words.length - 1 || !/[ㄴㄹ]$/u.test(toJamo(words[at] ?? ''))))
  );
}

/** What can answer in a section. */
function listCandidates(section: SectionEvidence, ask: CoveringQuestion): Candidate[] {
  const { table } = section;
  if (table !== null) return table.rows.flatMap((row) => listCells(row, table.head, section, ask));
  return section.lines.flatMap((line, at): Candidate[] => {
    const paragraph = line.sentences.map(({ text }) => text).join(' ');
    const above = line.isItem ? section.lines.slice(0, at).findLast(({ isItem }) => !isItem) : undefined;
    return line.sentences.flatMap((sentence, index): Candidate[] =>
      isWhole(sentence) &&
      isSaying(sentence, ask.values.length > 0) &&
      !(ask.values.length > 0 && languages.some(({ example }) => example.test(sentence.text)))
        ? [
            {
              text: sentence.text,
              lead: above?.sentences.at(-1)?.text ?? '',
              before:
                paragraph.length <= longestParagraph ? paragraph : (line.sentences[index - 1]?.text ?? ''),
              found: () => readSentence(sentence),
            },
          ]
        : [],
    );
  });
}

/** True for a text that names several things, one behind the other, or one against the other. */
function namesSeveral(text: string): boolean {
  return (
    (text.match(/(?<![고며면서])[,·、](?!\d)|[가-힣)）](?:와|과|이고|이며|하고)[,\s]/gu)?.length ?? 0) >= 2
  );
}

/** True for a sentence that says something: no task for readers, title of another text, code; a name may give a value. */
function isSaying({ text, led }: Sentence, isValue: boolean): boolean {
  if (/(?:[?？]|주세요|까요|[인는]가요?|나요|시오|보자|봅시다|알아보기)[.!\s]*$/u.test(text)) return false;
  if (/^\[[^\]]+\]\s|^\[.*\]$|[{};]/u.test(text) || isCode(text)) return false;
  if (isValue || led !== undefined) return true;
  return (
    /[다요음임함됨움짐][.)）]?$|[.。][)）]?$|^[^:：]{2,40}[:：]\s/u.test(text) &&
    !languages.some(({ announcing }) => announcing.test(toPlainStyle(text)))
  );
}

/** The cells of a row, each with its column's head and what else the row says; or else the whole row. */
function listCells(
  row: readonly Sentence[],
  head: readonly string[],
  section: SectionEvidence,
  { values, terms, wantsDay }: CoveringQuestion,
): Candidate[] {
  if (values.length === 0) {
    const rows = row.slice(1).map(({ text }, at) => [head[at + 1] ?? '', text]);
    const text = row.map((cell) => cell.text).join(' \n ');
    const found = (): Partial<Answer> => ({
      subject: section.title,
      table: { head: ['', row[0]?.text ?? ''], rows },
      strength: row[1]?.strength ?? '',
    });
    return [{ text, lead: head.join('\n'), before: '', found }];
  }
  return row.slice(1).flatMap((cell, at): Candidate[] => {
    const label = head[at + 1] ?? '';
    // The days and groups that a cell is of are no value of it: 2022-07~2025-07 청년(15~29세).
    const bare = wantsDay
      ? cell.text
      : languages
          .reduce((text, { date }) => text.replace(date, ''), dropBrackets(cell.text))
          .replace(/\d+대(?![가-힣]{2})/gu, '');
    if (!values.every((value) => value(bare))) return [];
    // A rack's power is not that of all, where the unit alone says what is asked for.
    const first = cover(row[0]?.text ?? '', terms);
    const isOfPart =
      [...first.found].some((at) => terms[at]?.isMeasure === true) &&
      ![...coverTerms(row.map(({ text }) => text).join('\n'), terms)].some(
        (at) => terms[at]?.isMeasure !== true,
      );
    if (isOfPart && first.share < 0.7) return [];
    const others = row.filter((one) => one !== cell).map(({ text }) => text);
    const naming = others.filter((text, order) => order === 0 || coverTerms(text, terms).size > 0);
    const context = [...naming.slice(0, 2), label].filter((text) => text !== '').join(' · ');
    return [
      {
        text: `${cell.text}\n${label}\n${others.join('\n')}`,
        lead: '',
        before: '',
        found: () => ({ text: cell.text, context, strength: cell.strength }),
      },
    ];
  });
}

type Value = (text: string) => boolean;

interface Candidate {
  text: string;
  /** The sentence that leads up to an item, or the heads of the columns. */
  lead: string;
  /** What stands around it. */
  before: string;
  found: () => Partial<Answer> | null;
}

interface CoveringTerm extends PlanTerm {
  forms: string[];
  /** What all forms of a verb begin with; empty for any other word. */
  stem: string;
  weight: number;
  isName: boolean;
  isVerb: boolean;
  /** A value says it by its unit. */
  isMeasure: boolean;
  /** The words for the aspect that it asks for; a heading may say any of them, a sentence the word itself. */
  aspect: readonly string[];
  /** It asks for kinds. */
  isKinds: boolean;
}

export interface CoveringQuestion {
  terms: readonly CoveringTerm[];
  /** Which of the terms are a name of a page, by its address. */
  byPage: ReadonlyMap<string, ReadonlySet<number>>;
  values: readonly Value[];
  /** It asks what something is. */
  isMeaning: boolean;
  wantsDay: boolean;
  /** It asks who made or did it. */
  isMaker: boolean;
  /** Names with the number that was typed behind each: Llama 3, which two words apart do not say. */
  numbered: readonly PlanTerm[];
  /** It asks for several things. */
  isList: boolean;
  /** It asks how things differ. */
  isCompared: boolean;
  /** The numbers that the question itself has. */
  numbers: readonly string[];
}
