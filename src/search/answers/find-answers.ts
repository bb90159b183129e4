/**
 * Answers what a query asks from the pages that were found for it: the first of its readings that the notes have an
 * answer to. Pure but for the pages, which come from the caller.
 */
import type { PlanTerm } from '../plan-query.ts';
import { isHangulWord } from '../hangul.ts';
import { removeMarks } from '../mark-compounds.ts';
import { soundsAlike } from '../sound.ts';
import { makeKey } from '../synonyms.ts';
import type { FoundPage } from '../index-document.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { findCell, findDate, findNumber, findTopic } from './choose-facts.ts';
import { listInflections } from '../english.ts';
import { findList } from './choose-list.ts';
import { compareInSection, compareInTable } from './compare.ts';
import { defineSubject, findExpansion, findMention, hasLabel, introduce, isName } from './define.ts';
import { readEvidence } from './evidence.ts';
import type { PageEvidence } from './evidence.ts';
import { isAcronym, listForms, splitTitle } from './names.ts';
import type { Name, Names } from './names.ts';
import { findMaker } from './choose-maker.ts';
import { findPassage } from './choose-passage.ts';
import { languages, listAspect, readCount, readQuestions, readWant } from './question.ts';
import type { Question } from './question.ts';

/** A term that two notes define differently has both shown, but not more. */
const mostAnswers = 2;

/** The answers to `query`, best first; none where the notes hold none. */
export async function findAnswers(query: string, world: AnswerWorld): Promise<Answer[]> {
  const answers: Answer[] = [];
  const parts = readQuestions(query);
  for (const readings of parts) {
    for (const question of readings) {
      // Two questions at once: the pages of both together need not be those of each.
      const found = await answerOne(question, world, parts.length > 1 ? [question.words] : []);
      if (found.length === 0) continue;
      answers.push(...found);
      break;
    }
    if (answers.length === 0) answers.push(...(await findSaid(readings, world)));
  }
  return answers.slice(0, mostAnswers);
}

/** What a sentence says in so many words of a property that no table, list or heading has. */
async function findSaid(readings: readonly Question[], world: AnswerWorld): Promise<Answer[]> {
  for (const question of readings) {
    if (question.attribute === '' || (question.kind !== 'fact' && question.kind !== 'list')) continue;
    const found = findFact(question, await world.loadPages('usual', []), world, findTopic);
    if (found !== null) return [found];
  }
  return [];
}

async function answerOne(question: Question, world: AnswerWorld, also: readonly string[]): Promise<Answer[]> {
  const { isAsked } = question;
  // What a list is of has a page of its own, which the aspect need not lead to.
  const named = findLongestName(question.subject, world.names);
  const subject =
    named !== undefined && (question.kind === 'list' || (question.kind === 'fact' && isAsked))
      ? [named.text, ...listTitle(named, world)]
      : [];
  // 메모리 용량: a table that gives 80GB need not say 용량.
  const bare = question.words
    .split(' ')
    .filter((word) => !languages.some(({ unitWords }) => unitWords.test(word)))
    .join(' ');
  const other = question.kind === 'fact' && bare !== question.words && bare.includes(' ') ? [bare] : [];
  const isMeasured = question.kind === 'date' || (question.kind === 'fact' && isMeasure(question));
  // Nobody writes the word for an aspect but to ask for it.
  const want = isAsked || question.kind === 'list' ? 'asked' : isMeasured ? 'measured' : 'usual';
  const pages =
    question.kind === 'difference' ? [] : await world.loadPages(want, [...also, ...subject, ...other]);
  switch (question.kind) {
    case 'definition':
      return define(question, pages, world);
    case 'difference':
      return compare(question, world);
    case 'date':
      return one(findFact(question, pages, world, findDate));
    case 'fact':
      return one(
        findFact(question, pages, world, findCell) ??
          findFact(question, pages, world, findDateOrNumber(question)),
      );
    case 'passage': {
      const place = one(findPlace(question, pages, world));
      // What nobody gives a reason for may have its purpose in its definition.
      return place.length > 0 || readWant(question.text) !== 'reason' || !question.isAsked
        ? place
        : await explainPurpose(question, pages, world);
    }
    case 'list': {
      const name = findLongestName(question.subject, world.names);
      const names = name?.spellings ?? listForms(question.subject);
      return one(
        findList(pages, names, question, listNamed(name, pages, world), listMore(question, name, world)) ??
          // What no heading lists may be a row or column of a table: 약점.
          (languages.some(({ cellAspects }) => cellAspects.test(question.attribute))
            ? findFact(question, pages, world, findCell)
            : null),
      );
    }
  }
}

/** The title of the only page that a name can mean, where it says more than the name: it may not be found by that. */
function listTitle({ pages, aliased, text }: Name, world: AnswerWorld): string[] {
  const [only, ...others] = [...pages, ...aliased];
  const title = only === undefined || others.length > 0 ? undefined : world.titleOf(only);
  return title === undefined || makeKey(title) === makeKey(text) ? [] : [title];
}

/** The nouns that a question names besides the name of its subject: 탐지 of 딥페이크 탐지. */
function listMore({ subject }: Question, name: Name | undefined, world: AnswerWorld): PlanTerm[] {
  if (name === undefined) return [];
  const rest = subject.split(' ').slice(name.text.split(' ').length);
  return world.planTerms(
    rest
      .filter((word) => languages.some(({ noun }) => noun.test(word)) && listAspect(word).length === 0)
      .join(' '),
  );
}

/** The name that the words begin with: 토마토 in 토마토 기르는. */
function findLongestName(text: string, names: Names): Name | undefined {
  const words = text.split(' ');
  for (let count = words.length; count > 0; count--) {
    const name = names.find(words.slice(0, count).join(' '));
    if (name !== undefined) return name;
  }
  return undefined;
}

/** What a property's value is in a text: a number, where one can answer; otherwise nothing. */
function findDateOrNumber(question: Question): typeof findNumber {
  if (languages.some(({ who }) => who.test(question.text)))
    return isMaking(question) ? findMaker : () => null;
  return isMeasure(question) || question.isAsked ? findNumber : () => null;
}

/** True for a question for the maker of something. */
function isMaking({ attribute }: Question): boolean {
  return languages.some(({ makingForms }) => makingForms.test(attribute));
}

/** True where a number answers: 가격, or a part that tables give one by one: 약점. */
function isMeasure({ attribute }: Question): boolean {
  return languages.some(
    ({ measures, cellAspects }) => measures.test(attribute) || cellAspects.test(attribute),
  );
}

/** The definition from the pages that were found, or else from the one that bears the name and was not among them. */
async function define(
  question: Question,
  pages: readonly PageEvidence[],
  world: AnswerWorld,
): Promise<Answer[]> {
  const name = world.names.find(question.subject);
  if (question.isExpansion) {
    const short = name?.text ?? question.subject;
    const titles = name === undefined ? [] : listTitle(name, world);
    const long = spellOut(short, titles.length > 0 ? await world.loadPages('usual', titles) : pages);
    if (long !== null) return [long];
  }
  const answers = await defineIn(question, pages, world);
  // A bare word is a search first: no further pages are loaded for it.
  if (answers.length > 0 || !asksMeaning(question)) return answers;
  const missing = [...(name?.pages ?? []), ...(name?.aliased ?? [])].filter(
    (at) => !pages.some(({ page }) => page.url === world.urlOf(at)),
  );
  const titles = missing.flatMap((at) => world.titleOf(at) ?? []);
  if (titles.length === 0 || titles.length > mostAnswers) return [];
  return defineIn(question, await world.loadPages('usual', titles), world);
}

/** True also for PUE 뜻: nobody writes this but to ask. */
function asksMeaning({ isAsked, subject, text }: Question): boolean {
  return isAsked || subject !== text;
}

/** What an abbreviation stands for, as a title or text has it in brackets beside it. */
function spellOut(short: string, pages: readonly PageEvidence[]): Answer | null {
  for (const { page, sections } of pages)
    for (const section of sections) {
      const texts = [
        page.title,
        section.title,
        ...section.lines.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
        ...(section.table?.rows.flat().map(({ text }) => text) ?? []),
      ];
      const long = texts.map((text) => findExpansion(text, short)).find((one) => one !== null);
      if (long !== undefined && long !== null)
        return makeAnswer('definition', page, section, {
          subject: short.toUpperCase() === short ? short : spellShort(texts, short),
          text: long,
        });
    }
  return null;
}

/** The abbreviation as it is written there. */
function spellShort(texts: readonly string[], short: string): string {
  const text = texts.find((one) => one.toLowerCase().includes(short.toLowerCase())) ?? '';
  const at = text.toLowerCase().indexOf(short.toLowerCase());
  return at < 0 ? short : text.slice(at, at + short.length);
}

async function defineIn(
  question: Question,
  pages: readonly PageEvidence[],
  world: AnswerWorld,
): Promise<Answer[]> {
  const name = world.names.find(question.subject);
  const typed = name === undefined ? listForms(question.subject) : [name.text];
  const terms = await world.loadTerms(name?.terms ?? []);
  const own = listUrls(name?.pages, world);
  const titled = pages.filter(({ page }) => own.includes(page.url) || isName(page.title, typed));
  const answers = titled.flatMap(
    (page) => defineSubject(page, [...typed, ...splitTitle(page.page.title)], true) ?? [],
  );
  for (const term of terms.filter(({ names }) => isName(typed[0] ?? '', names))) {
    const inNote = answers.findIndex(({ url }) => url.split('#')[0] === term.noteUrl);
    // What a note says first and its glossary entry are one definition; a sentence further down is the weaker one.
    if (inNote < 0) answers.push(makeTermAnswer(term));
    else if (answers[inNote]?.url.includes('#') === true) answers[inNote] = makeTermAnswer(term);
  }
  if (answers.length > 0) return answers.slice(0, mostAnswers);
  const isAsked = asksMeaning(question);
  const introduced = isAsked ? titled.flatMap((page) => introduce(page, typed) ?? []).slice(0, 1) : [];
  if (introduced.length > 0) return introduced;
  const aliased = listUrls(name?.aliased, world);
  const byAlias = pages.filter(({ page }) => aliased.includes(page.url));
  for (const page of [...byAlias, ...pages]) {
    // A question is answered wherever a note says it; a bare word only where that is sure.
    const found = defineSubject(
      page,
      typed,
      false,
      name === undefined && !question.isAsked && question.subject === question.text,
    );
    if (found !== null) return [found];
  }
  // Another name for the whole note, unless the note itself tells the two apart.
  const whole = byAlias
    .flatMap((page) =>
      isOnlyPart(page, typed[0] ?? '') ? [] : (defineSubject(page, splitTitle(page.page.title), true) ?? []),
    )
    .slice(0, 1);
  if (whole.length > 0 || !isAsked) return whole;
  for (const page of pages) {
    const found = findMention(page, typed);
    if (found !== null) return [found];
  }
  return [];
}

/** The definition of what a why-question names, where it says what that is for. */
async function explainPurpose(
  question: Question,
  pages: readonly PageEvidence[],
  world: AnswerWorld,
): Promise<Answer[]> {
  const name = findLongestName(question.subject, world.names);
  const rest = question.subject.slice(name?.text.length ?? 0).trim();
  if (name === undefined || !languages.some(({ lightWords }) => lightWords.test(rest))) return [];
  const answers = await define({ ...question, subject: name.text }, pages, world);
  return answers.filter(({ text }) => languages.some(({ purpose }) => purpose.test(text))).slice(0, 1);
}

async function compare(question: Question, world: AnswerWorld): Promise<Answer[]> {
  for (const pair of listPairs(question, world)) {
    const found = pair.map((text) => world.names.find(text));
    const [first = [], second = []] = pair.map((text, at) => {
      // What stands for both tells nothing apart.
      const others = new Set(found[1 - at]?.spellings.map(makeKey));
      const own = found[at]?.spellings.filter((spelling) => !others.has(makeKey(spelling))) ?? [];
      return [...new Set([...listForms(text), ...own])];
    });
    const pages = await world.loadPages('asked', pair);
    const compared = await findCompared(found, world);
    const table = compareInTable(pages, first, second, true);
    if (table !== null) return [{ ...table, ...compared }];
    const both = await Promise.all(
      pair.map((text) =>
        define({ ...question, kind: 'definition', subject: text, words: text, isAsked: true }, pages, world),
      ),
    );
    // What stands under the name of each tells them apart as well.
    pair.forEach((text, at) => {
      if (both[at]?.length === 0)
        both[at] = pages.flatMap((page) => introduce(page, [text, ...listForms(text)]) ?? []).slice(0, 1);
    });
    // Half of a comparison is no answer, nor is twice the same.
    if (both.every((answers) => answers.length > 0) && both[0]?.[0]?.text !== both[1]?.[0]?.text)
      return both.flatMap((answers, at) =>
        // Once, below both.
        answers[0] ? [{ ...answers[0], ...(at > 0 ? compared : {}) }] : [],
      );
    const section = compareInSection(pages, first, second) ?? compareInTable(pages, first, second, false);
    return section === null ? [] : [{ ...section, ...compared }];
  }
  return [];
}

/** The notes of two names, where each has one of its own. */
async function findCompared(
  pair: readonly (Name | undefined)[],
  world: AnswerWorld,
): Promise<Pick<Answer, 'compared'>> {
  const [one, other] = await Promise.all(
    pair.map(async (name) => {
      const [url] = [...listUrls(name?.pages, world), ...listUrls(name?.aliased, world)];
      return url ?? (await world.loadTerms(name?.terms ?? []))[0]?.noteUrl ?? '';
    }),
  );
  return one && other && one !== other ? { compared: [one, other] } : {};
}

/** True for a name that leads to a page but is one thing in it: it has a row or heading there, or is a product's name. */
function isOnlyPart(page: PageEvidence, name: string): boolean {
  if (hasLabel(page, name)) return true;
  const first = page.sections[0]?.lines[0]?.sentences[0]?.text ?? '';
  return (
    /^[a-z0-9.-]+$/iu.test(name) &&
    ![name, ...listForms(name), ...listInflections(name.toLowerCase())].some((form) =>
      isAcronym(form, [page.page.title, ...splitTitle(page.page.title), first]),
    )
  );
}

/** The two that are compared; where only blanks part them, those halves that are both names. */
function listPairs({ subject, other }: Question, { names }: AnswerWorld): [string, string][] {
  if (other !== '') {
    // Short and long browning: the last word belongs to both.
    const words = other.split(' ');
    const tail = words.slice(1).join(' ');
    return subject.includes(' ') || tail === ''
      ? [[subject, other]]
      : [
          [subject, other],
          [`${subject} ${tail}`, other],
        ];
  }
  const words = subject.split(' ');
  return words.slice(1).flatMap((_, at): [string, string][] => {
    const pair: [string, string] = [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')];
    return pair.every((text) => names.find(text) !== undefined) ? [pair] : [];
  });
}

function findPlace(question: Question, pages: readonly PageEvidence[], world: AnswerWorld): Answer | null {
  const name = findLongestName(question.subject, world.names);
  const planned = addSounds(world.planTerms(question.subject), pages);
  const count = name === undefined ? 0 : world.planTerms(name.text).length;
  // Where a page has the name as one thing among others, its other names are those of the others.
  const isPart = name === undefined || pages.some((page) => hasLabel(page, name.text));
  return findPassage(pages, {
    terms: planned.map(({ forms }) => ({ forms: [...new Set(forms.flatMap(listSame))] })),
    subjectTerms: new Set(planned.flatMap((_, at) => (at < count ? [at] : []))),
    isAsked: question.isAsked,
    wants: readWant(question.text),
    isCount: readCount(question.text) !== null,
    spellings: isPart ? listForms(question.subject) : name.spellings,
    typed: listForms(question.subject),
    isKnown: name !== undefined && name.pages.length > 0,
    isMeasured: !question.isAsked && question.isMeasure === true,
    form: question.form,
    named: listNamed(name, pages, world),
  });
}

function findFact(
  question: Question,
  pages: readonly PageEvidence[],
  world: AnswerWorld,
  find: (pages: readonly PageEvidence[], ask: Parameters<typeof findDate>[1]) => Answer | null,
): Answer | null {
  const name = findLongestName(question.subject, world.names);
  const subject = addSounds(world.planTerms(question.subject), pages);
  const count = name === undefined ? 0 : world.planTerms(name.text).length;
  const asked =
    question.kind === 'date'
      ? listEvents(question)
      : world.planTerms(question.attribute).map(({ forms }) => ({
          forms: [
            ...new Set([
              ...forms.flatMap(listSame),
              ...(question.kind === 'list' ? listCellAspects(question.attribute) : []),
            ]),
          ],
        }));
  const terms = [...subject, ...asked];
  if (subject.length === 0) return null;
  return find(pages, {
    terms,
    subjectTerms: new Set(subject.keys()),
    attributeTerms: new Set(asked.map((_, at) => subject.length + at)),
    nameTerms: new Set(subject.flatMap((_, at) => (at < count ? [at] : []))),
    isUntil: languages.some(({ until }) => until.asked.test(question.text)),
    attribute: question.attribute,
    isAsked: question.isAsked,
    counted: readCount(question.text),
    named: listNamed(name, pages, world),
  });
}

/** The forms of each term, and where the pages write its name in Latin letters, that: 라마 in a text on Llama. */
function addSounds(terms: readonly PlanTerm[], pages: readonly PageEvidence[]): PlanTerm[] {
  const words = new Set<string>();
  const isHangul = ({ forms }: PlanTerm): boolean => isHangulWord(forms[0] ?? '');
  if (terms.some(isHangul))
    for (const page of pages) for (const word of listLatinNames(page)) words.add(word);
  return terms.map((term) =>
    isHangul(term)
      ? { forms: [...term.forms, ...[...words].filter((word) => soundsAlike(term.forms[0] ?? '', word))] }
      : term,
  );
}

/** The pages that are about what the name means. One that has a row or heading of it has it as one thing among others. */
function listNamed(name: Name | undefined, pages: readonly PageEvidence[], world: AnswerWorld): string[] {
  if (name === undefined) return [];
  const aliased = listUrls(name.aliased, world);
  const whole = pages.filter((page) => aliased.includes(page.page.url) && !hasLabel(page, name.text));
  return [...listUrls(name.pages, world), ...whole.map(({ page }) => page.url)];
}

/** A property in every word for it. */
function listSame(form: string): string[] {
  const groups = languages.flatMap(({ measureForms }) =>
    measureForms.filter((group) => group.includes(form)),
  );
  return [form, ...groups.flat()];
}

/** The words for an aspect that can head a cell; 문제 of 알맞은 문제 is no fault. */
function listCellAspects(attribute: string): string[] {
  return listAspect(attribute).filter((word) => languages.some(({ cellAspects }) => cellAspects.test(word)));
}

/** The event whose day is asked for, in every word for it; none for a day alone (기한, deadline). */
function listEvents({ attribute }: Question): PlanTerm[] {
  const event = cutDayWord(attribute);
  if (event === '') return [];
  const forms = languages.flatMap(({ eventForms }) =>
    eventForms.filter((group) => group.includes(event)).flat(),
  );
  return [{ forms: [...new Set([event, ...forms])] }];
}

/** 시행 of 시행일: the event whose day is asked for. */
function cutDayWord(attribute: string): string {
  return languages.reduce((text, { dayWord }) => text.replace(dayWord, ''), attribute).trim();
}

function makeTermAnswer(term: TermEntry): Answer {
  return {
    kind: 'definition',
    subject: term.name,
    text: term.definition,
    context: '',
    items: [],
    table: null,
    url: term.url,
    note: term.note,
    section: '',
    kindLabel: term.kindLabel,
    asOf: '',
    strength: '',
  };
}

function listUrls(places: readonly number[] | undefined, { urlOf }: AnswerWorld): string[] {
  return (places ?? []).flatMap((at) => urlOf(at) ?? []);
}

function one(answer: Answer | null): Answer[] {
  return answer === null ? [] : [answer];
}

const latinNames = new WeakMap<PageEvidence, string[]>();

/** The names in Latin letters that a page holds, once each. */
function listLatinNames(evidence: PageEvidence): string[] {
  const known = latinNames.get(evidence);
  if (known !== undefined) return known;
  const text = evidence.page.parts.map(({ title, text }) => removeMarks(`${title} ${text}`)).join(' ');
  const words = [
    ...new Set(
      [...text.matchAll(/(?<![A-Za-z])[A-Z][A-Za-z0-9]{2,15}/gu)].map(([word]) => word.toLowerCase()),
    ),
  ];
  latinNames.set(evidence, words);
  return words;
}

/** Reads pages once, however many readings ask for them. */
export function keepEvidence(): (page: FoundPage) => PageEvidence {
  const known = new WeakMap<FoundPage, PageEvidence>();
  return (page) => {
    const read = known.get(page) ?? readEvidence(page);
    known.set(page, read);
    return read;
  };
}

/** A term of the glossary. */
export interface TermEntry {
  name: string;
  /** The name, and all that means just the same. */
  names: string[];
  definition: string;
  /** Where it stands, and the note that says more of it. */
  url: string;
  note: string;
  noteUrl: string;
  kindLabel: string;
}

/** What answers are made from. */
export interface AnswerWorld {
  names: Names;
  /** The address of a page by its place in the catalogue. */
  urlOf: (at: number) => string | undefined;
  /** Its title. */
  titleOf: (at: number) => string | undefined;
  /** The forms under which a text may say each word. */
  planTerms: (text: string) => PlanTerm[];
  /** The first pages that the query finds, more where it asks or a value answers, and those of each of `subjects` alone. */
  loadPages: (want: 'asked' | 'measured' | 'usual', subjects: readonly string[]) => Promise<PageEvidence[]>;
  loadTerms: (at: readonly number[]) => Promise<TermEntry[]>;
}
