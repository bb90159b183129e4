/**
 * Answers what a query asks from the pages that were found for it: the first of its readings that the notes have an
 * answer to. Pure but for the pages, which come from the caller.
 */
import { makeKey } from '../synonyms.ts';
import type { FoundPage } from '../index-document.ts';
import type { PlanTerm } from '../plan-query.ts';
import type { Answer } from './answer.ts';
import type { findCountedNoun as FindCounted } from './choose-counted.ts';
import type * as Covering from './choose-covering.ts';
import type * as Facts from './choose-facts.ts';
import type { findMaker as FindMaker } from './choose-maker.ts';
import {
  defineSubject,
  hasLabel,
  introduce,
  isName,
  isOneOfSeveral,
  plainScore,
  rateSubject,
} from './define.ts';
import { readEvidence } from './evidence.ts';
import type { PageEvidence } from './evidence.ts';
import { findLongestName, findNameIn, isAcronym, listForms, splitTitle } from './names.ts';
import type { Name } from './names.ts';
import { listUrls } from './answer-world.ts';
import type { AnswerWorld, TermEntry } from './answer-world.ts';
import { addSounds, askFact, dropFillers, isOnlyPart, isWholeName, listNamed, listSame } from './ask-fact.ts';
import type { findDifference as FindDifference } from './find-difference.ts';
import type * as Passages from './choose-passage.ts';
import {
  dropVerbs,
  isFillWord,
  isMakerAsked,
  isOpenWord,
  languages,
  listAspect,
  listGroup,
  readCount,
  readQuestions,
  readUnit,
  readWant,
} from './question.ts';
import type { Question } from './question.ts';
import type * as WhenAsked from './when-asked.ts';

/** A term that two notes define differently has both shown, but not more; of things that are compared, each. */
const mostAnswers = { usual: 2, compared: 3 };

/** The answers to `query`, best first; none where the notes hold none. */
export async function findAnswers(query: string, world: AnswerWorld): Promise<Answer[]> {
  const answers: Answer[] = [];
  const parts = readQuestions(query);
  for (const readings of parts) {
    const isMeaning = readings[0]?.kind === 'definition';
    const headed = isMeaning ? [] : await findHeaded(readings, world);
    answers.push(...headed);
    if (headed.length > 0) continue;
    for (const question of readings) {
      if (namesNothing(question, world)) continue;
      // Two questions at once: the pages of both together need not be those of each.
      const found = await keepSure(
        await answerOne(question, world, parts.length > 1 ? [question.words] : []),
        question,
        readings,
        world,
      );
      if (found.length === 0) continue;
      answers.push(...found);
      break;
    }
    const said = readings.find(({ kind }) => kind === 'passage');
    for (const find of [...(isMeaning ? [findHeaded] : []), findSaid, findStated])
      if (answers.length === 0 && said !== undefined)
        answers.push(...(await keepSure(await find(readings, world), said, readings, world)));
  }
  if (answers.length === 0) answers.push(...(await findCount(parts, world)));
  const isCompared = parts.length === 1 && parts[0]?.[0]?.kind === 'difference';
  return answers.slice(0, isCompared ? mostAnswers.compared : mostAnswers.usual);
}

/** True where a question has but a word that points elsewhere (it), which nothing here is called. */
function namesNothing({ subject, text }: Question, { names }: AnswerWorld): boolean {
  return subject.split(' ').every((word) => isFillWord(word, text)) && names.find(subject) === undefined;
}

/** How many there are of what is named behind a thing that has a name here: retro votes. */
async function findCount(parts: readonly Question[][], world: AnswerWorld): Promise<readonly Answer[]> {
  const bare = parts.length === 1 && parts[0]?.some(({ isAsked }) => isAsked) === false ? parts[0] : [];
  const named = bare.find(
    ({ kind, attribute, subject }) =>
      kind === 'fact' && /^[a-z]{3,}[a-rt-z]s$/u.test(attribute) && world.names.find(subject) !== undefined,
  );
  if (named === undefined) return [];
  const [readings = []] = readQuestions(`how many ${named.attribute} does ${named.subject} have`);
  return findStated(readings, world).then(async (found) => {
    const said = readings.find(({ kind }) => kind === 'passage');
    return said === undefined ? [] : keepSure(found, said, readings, world);
  });
}

/** What stands below a heading that asks the very question. */
async function findHeaded(readings: readonly Question[], world: AnswerWorld): Promise<Answer[]> {
  const passage = readings.find(({ kind }) => kind === 'passage');
  if (passage === undefined || !readings.some(({ isAsked }) => isAsked)) return [];
  const { findAsked } = await openAsked();
  const pages = await world.loadPages('asked', []);
  return one(findAsked(pages, readPlace(passage, pages, world)));
}

/** The answers that say what was asked; all else is better not shown. */
async function keepSure(
  answers: readonly Answer[],
  question: Question,
  readings: readonly Question[],
  world: AnswerWorld,
): Promise<readonly Answer[]> {
  const isKnown = question.kind === 'difference' || (question.kind === 'definition' && !question.isExpansion);
  if (answers.length === 0 || isKnown) return answers;
  const { isSure } = await openAsked();
  const words = readings.find(({ kind }) => kind === 'passage')?.words ?? question.words;
  return answers.filter((answer) => isSure(answer, question, words, world));
}

/** What a sentence says in so many words of a property that no table, list or heading has. */
async function findSaid(readings: readonly Question[], world: AnswerWorld): Promise<Answer[]> {
  for (const question of readings) {
    if (question.attribute === '' || isOpenWord(question.attribute)) continue;
    if (question.kind !== 'fact' && question.kind !== 'list') continue;
    if (isInName(question, readings[0])) continue;
    // A value is asked for: what something else is, gives none.
    if (!isMeasure(question) && readings.some((one) => one.isMeasure === true)) continue;
    const { answersWant, findTopic } = await openFinders();
    const found = askFact(question, await world.loadPages('usual', []), world, findTopic);
    const isCount = readCount(question.text) !== null;
    if (
      found !== null &&
      languages.every(({ counts }) => counts(question.text)?.test(found.text) !== false) &&
      answersWant(found, { wants: readWant(question.text), isCount, unit: readUnit(question.text) })
    )
      return [found];
  }
  return [];
}

/** True where the property is the last word of what is to be defined: what is said of 더티 리드 is no 리드 of 더티. */
function isInName(question: Question, first: Question | undefined): boolean {
  return (
    first?.kind === 'definition' &&
    first.isAsked &&
    first.subject !== first.text &&
    first.subject.endsWith(question.attribute) &&
    !isMeasure(question) &&
    listAspect(question.attribute).length === 0 &&
    listSame(question.attribute).length < 2
  );
}

/** The statement that holds all that a question names, where nothing else answers it. */
async function findStated(readings: readonly Question[], world: AnswerWorld): Promise<Answer[]> {
  const [first] = readings;
  const passage = readings.find(({ kind }) => kind === 'passage');
  if (first === undefined || passage === undefined || first.kind === 'difference') return [];
  const wants = readWant(passage.text);
  // What has kinds, steps or a meaning is not told by a sentence that holds its name.
  const isListed = readings.some(
    (one) =>
      one.kind === 'list' &&
      !isOpenWord(one.attribute) &&
      !languages.some(({ measures }) => measures.test(one.attribute)) &&
      !isUnit(one.attribute),
  );
  if (languages.some(({ who }) => who.test(passage.text))) return [];
  const bare = dropVerbs(passage);
  // Of one thing much may happen: when it begins must be said.
  const isEvent = (wants === 'day' || wants === 'moment') && world.planTerms(bare).length < 2;
  const isHow = languages.some(({ asksHow }) => asksHow.test(passage.text));
  const words = isEvent || isHow ? passage.words : bare;
  const count = world.planTerms(words).length;
  const isOfKinds = isListed && wants === '' && count < 4;
  if (isOfKinds && /[가-힣]/u.test(words)) return [];
  // What a sentence leads up to in just these words lists them: file types.
  const isPlural = isOfKinds || (count === 2 && /[a-z]{3}[a-rt-z]s$/u.test(words));
  const isOpen = passage.isAsked || passage.isMeasure === true || wants === 'reason' || count > 2 || isPlural;
  if (!isOpen || words === '' || (count < 2 && wants === '')) return [];
  // A page that gives a value need not have the word for it, nor those that only fill up the question.
  const measured = readings
    .filter((one) => one.kind === 'fact' && isMeasure(one))
    .map(({ subject }) => subject);
  const { findEnumerated, findReason, findStatement, readReason } = await openAsked();
  const reason = wants === 'reason' ? readReason(passage.text) : null;
  // A note that gives a reason need not hold the verb as it was typed.
  const nouns = reason === null ? [] : [reason.nouns];
  const others = [...new Set([words, dropUnits(words, 1), ...measured.slice(0, 1), ...nouns])].filter(
    (text) => text !== passage.text && text !== '',
  );
  const pages = await world.loadPages('asked', others);
  const asked = readPlace({ ...passage, subject: words, words }, pages, world);
  const isDefinition =
    (asked.isMeaning || readings.some(({ isAsked, kind }) => isAsked && kind === 'definition')) &&
    !readings.some((one) => one.kind === 'fact' && one.isAsked && isMeasure(one));
  const isUntil = languages.some(({ until }) => until.asked.test(passage.text));
  if (reason !== null)
    return one(
      findReason(pages, {
        ...readPlace({ ...passage, subject: reason.nouns, words: reason.nouns }, pages, world),
        ...reason,
      }),
    );
  // A heading may ask it with fewer words, or other verbs.
  const { findPassage } = await openFinders();
  const headed = isOfKinds ? null : findPassage(pages, { ...asked, isHeading: true });
  if (headed !== null) return [headed];
  // Names of things in English (“load balancing policies”) ask for a list or a value, and not for any sentence with them.
  const isNamed = !passage.isAsked && !/[가-힣]/u.test(passage.text) && !words.split(' ').some(isUnit);
  const isOfThings = isOfKinds || asksThings(passage.text);
  const listed = isNamed || isOfThings ? findEnumerated(pages, asked.terms) : null;
  if (listed !== null || isOfThings || (isPlural && !passage.isAsked && passage.isMeasure !== true))
    return one(listed);
  return one(
    findStatement(pages, { ...asked, isMeasured: asked.isMeasured || isNamed, isDefinition, isUntil }),
  );
}

/** The statement that says the most of what a query asks: for where `findAnswers` has none. */
export async function findLast(query: string, world: AnswerWorld): Promise<Answer[]> {
  const [readings = [], ...others] = readQuestions(query);
  const passage = readings.find(({ kind }) => kind === 'passage');
  if (passage === undefined || others.length > 0) return [];
  for (const find of [findCovered, findNear, findBeginning]) {
    const found = await find(readings, passage, world);
    if (found.length > 0) return found;
  }
  return [];
}

/** What the note begins with that bears the very name of which the meaning is asked. */
async function findBeginning(
  readings: readonly Question[],
  passage: Question,
  world: AnswerWorld,
): Promise<Answer[]> {
  const meaning = readings.find(({ kind, isAsked }) => kind === 'definition' && isAsked);
  if (meaning === undefined || meaning.isExpansion || readWant(passage.text) !== '') return [];
  const { beginNote } = await openAsked();
  return one(beginNote(await world.loadPages('usual', [meaning.subject]), listForms(meaning.subject)));
}

/** What says nearly all words of a Korean question. */
async function findCovered(
  readings: readonly Question[],
  passage: Question,
  world: AnswerWorld,
): Promise<Answer[]> {
  if (!/[가-힣]/u.test(passage.text)) return [];
  // Two words alone, or a name, are looked up: nothing more is loaded for them.
  const isOpen = passage.isAsked || passage.isMeasure === true || readWant(passage.text) !== '';
  if (!isOpen && passage.text.split(' ').length < 3 && !/\d|[a-z]{2}/iu.test(passage.text)) return [];
  if (world.names.find(passage.text) !== undefined) return [];
  const { findCovering, listContentWords, readCovering } = await openCovering();
  const words = listContentWords(passage);
  const names = words.filter((word) => /[a-z\d]/iu.test(word));
  const [near, found] = await Promise.all([
    world.loadPassages(world.planTerms(words.join(' '))),
    world.loadPages('asked', [
      words.join(' '),
      dropVerbs({ ...passage, words: words.join(' ') }),
      words.slice(0, 2).join(' '),
      ...[...names, ...words].slice(0, 2),
    ]),
  ]);
  const pages = [...new Set([...near, ...found])];
  const ask = readCovering(passage, pages, world, readings);
  return ask === null ? [] : one(findCovering(pages, ask));
}

/** Few questions are left for it: where it cannot be had, they are shown their results alone. */
async function openCovering(): Promise<CoveringFinder> {
  return loadOr<CoveringFinder>(import('./choose-covering.ts'), {
    findCovering: () => null,
    listContentWords: () => [],
    readCovering: () => null,
  });
}

/** What comes nearest to the question, where nothing says nearly all of it. */
async function findNear(
  readings: readonly Question[],
  passage: Question,
  world: AnswerWorld,
): Promise<Answer[]> {
  const asked = readings.filter(({ isAsked }) => isAsked);
  const wants = readWant(passage.text);
  const isMeasured = readings.some((one) => one.kind === 'fact' && isMeasure(one));
  const isListed = readings.some(({ kind, attribute }) => kind === 'list' && !isOpenWord(attribute));
  // What something is, what kinds there are of it and who made it is not told by a sentence that holds its name.
  if (
    isListed ||
    (wants === '' && (asked.some(({ kind }) => kind === 'definition') || !/[가-힣]/u.test(passage.text))) ||
    languages.some(({ who, which }) => who.test(passage.text) || which?.test(passage.text) === true)
  )
    return [];
  const { findNearest, isSure, listWays, verbWeight, weighWord } = await openAsked();
  const planned = world.planTerms(dropAsking(passage.words));
  // What names a value without asking is looked up in Korean: what says nearly all of it has been looked for.
  const isOpen = asked.length > 0 || (isMeasured && !/[가-힣]/u.test(passage.text));
  if (planned.length < 2 || !isOpen) return [];
  const near = await world.loadPassages(planned);
  const pages = [...new Set([...near, ...(await world.loadPages('asked', []))])];
  const terms = addSounds(planned, pages).map(({ forms }, at) => ({
    forms: [...new Set(forms.flatMap((form) => listWays(form, world)))],
    ...weighWord(forms, at === 0, at === planned.length - 1, world),
  }));
  // A name alone with a verb says too little of what is asked for, but for its day.
  if (
    terms.filter(({ weight, forms: [form = ''] }) => weight > verbWeight && !isUnit(form)).length <
    (wants === 'day' ? 1 : 2)
  )
    return [];
  const found = findNearest(pages, {
    ...readPlace(passage, pages, world),
    isAsked: asked.length > 0,
    terms,
    wants: wants === '' && isMeasured ? 'number' : wants,
  });
  return one(found).filter((answer) => isSure(answer, passage, passage.words, world, true));
}

/** The words without those that only ask, wherever they stand: 몇 점, vs. */
function dropAsking(words: string): string {
  return languages.reduce((left, { askingWords }) => left.replace(askingWords, ' '), words).trim();
}

/** What tells things apart is loaded by who asks for it; where it cannot be had, nothing is answered. */
async function openDifference(): Promise<typeof FindDifference> {
  return loadOr<typeof FindDifference>(
    import('./find-difference.ts').then(({ findDifference }) => findDifference),
    () => Promise.resolve([]),
  );
}

/** What is loaded; where that cannot be had, `spare`, which finds nothing. The console says so. */
async function loadOr<Finder>(loading: Promise<Finder>, spare: Finder): Promise<Finder> {
  return loading.catch((error: unknown) => {
    console.error(error);
    return spare;
  });
}

type CoveringFinder = Pick<typeof Covering, keyof typeof Covering>;
type AskedFinders = Pick<typeof WhenAsked, keyof typeof WhenAsked>;

/** So is what finds lists and single statements: most queries ask for neither. */
async function openAsked(): Promise<AskedFinders> {
  const none = (): null => null;
  // What it stands on is fetched beside it, and not after it.
  void openFinders();
  import('./asked-patterns.ts').catch(() => undefined);
  return loadOr<AskedFinders>(import('./when-asked.ts'), {
    findAspect: () => [],
    findAsked: none,
    findEnumerated: none,
    findFormula: none,
    findGiven: none,
    beginNote: none,
    findMention: none,
    findNearest: none,
    listWays: (form) => [form],
    verbWeight: 0,
    weighWord: () => ({ weight: 1, isNeeded: true }),
    definePart: () => Promise.resolve([]),
    defineRest: () => Promise.resolve([]),
    explainPurpose: () => Promise.resolve([]),
    spellOut: none,
    findReason: none,
    readReason: none,
    findStatement: none,
    isSure: () => false,
  });
}

/** Few ask who made something, or for what is counted by a noun: what finds those is loaded by who does. */
async function openMaker(): Promise<typeof FindMaker> {
  return loadOr<typeof FindMaker>(
    import('./choose-maker.ts').then(({ findMaker }) => findMaker),
    () => null,
  );
}

async function openCounted(): Promise<typeof FindCounted> {
  return loadOr<typeof FindCounted>(
    import('./choose-counted.ts').then(({ findCountedNoun }) => findCountedNoun),
    () => null,
  );
}

/** What finds a value or a passage: a name needs neither. */
type Finders = Pick<typeof Facts, 'findCell' | 'findDate' | 'findNumber' | 'findTopic'> &
  Pick<typeof Passages, 'answersWant' | 'findPassage'>;

/** And so is what finds those, both files at once. */
async function openFinders(): Promise<Finders> {
  const none = (): null => null;
  return loadOr<Finders>(
    Promise.all([import('./choose-facts.ts'), import('./choose-passage.ts')]).then(([facts, passages]) => ({
      ...facts,
      ...passages,
    })),
    {
      findCell: none,
      findDate: none,
      findNumber: none,
      findTopic: none,
      answersWant: () => false,
      findPassage: none,
    },
  );
}

async function answerOne(question: Question, world: AnswerWorld, also: readonly string[]): Promise<Answer[]> {
  const { isAsked } = question;
  // What a list is of has a page of its own, which the aspect need not lead to.
  const named = findLongestName(question.subject, world.names);
  // Notes in another language have the name, and not the word for what is asked.
  const isForeign = world.isHangul && /^[ -~]+$/u.test(question.text);
  const rest = question.subject.slice(named?.text.length ?? 0).trim();
  const subject =
    named !== undefined &&
    (isForeign || /^(?:list|formula)$/u.test(question.kind) || (question.kind === 'fact' && isAsked))
      ? [named.text, ...listTitle(named, world)]
      : // A value is asked of a thing itself, whose note another may come before.
        named !== undefined && (isHeard(named, world) || (question.isMeasure === true && !rest.includes(' ')))
        ? listTitle(named, world)
        : [];
  if (named === undefined && question.kind === 'fact' && (isForeign || isMakerAsked(question.text)))
    subject.push(question.subject);
  // 메모리 용량: a table that gives 80GB need not say 용량.
  const bare = dropUnits(question.words);
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
      return (await openDifference())(question, world, define);
    case 'date': {
      const { findDate } = await openFinders();
      return one(
        askFact(question, pages, world, findDate) ??
          // A table of days need not say 출시: its note is found by the name.
          (isAsked || question.attribute !== ''
            ? askFact(
                question,
                await world.loadPages('measured', [question.subject, dropEvents(question.subject)]),
                world,
                findDate,
              )
            : null),
      );
    }
    case 'fact': {
      // What is a topic in Kafka: a part of it is no value.
      const part = languages.some(({ asksPart }) => asksPart.test(question.text)) && !isMeasure(question);
      const parts = part ? await (await openAsked()).definePart(question, pages, world, defineIn) : [];
      if (parts.length > 0) return parts;
      if (languages.some(({ givenAsked }) => givenAsked.test(question.attribute))) {
        const given = (await openAsked()).findGiven(pages, planNouns(question.subject, world));
        if (given !== null) return [given];
      }
      const { findCell } = await openFinders();
      const find = await chooseFinder(question);
      const findIn = async (from: readonly PageEvidence[]): Promise<Answer | null> =>
        (await countIn(question, askFact(question, from, world, findCell))) ??
        askFact(question, from, world, find);
      const found = await findIn(pages);
      // The row of a thing stands where it is named, which the word for its value need not lead to.
      if (found !== null) return [found];
      // How many parts: the list of them says it.
      if (readCount(question.text) === '' && listAspect(question.attribute).length > 0)
        return (await openAsked()).findAspect(question, pages, world);
      return !isMeasured || named !== undefined
        ? []
        : one(await findIn(await world.loadPages('measured', [question.subject.split(' ')[0] ?? ''])));
    }
    case 'passage': {
      // Who made something is not said wherever its words stand.
      if (isMakerAsked(question.text))
        return one(await findPlace({ ...readPlace(question, pages, world), isHeading: true }, pages)).filter(
          ({ section }) => languages.some(({ who }) => who.test(section.toLowerCase())),
        );
      // Things that are asked for are listed, by a heading or by what findStated finds.
      const asked = readPlace(question, pages, world);
      const place = one(
        await findPlace(asksThings(question.text) ? { ...asked, isHeading: true } : asked, pages),
      );
      // What nobody gives a reason for may have its purpose in its definition.
      return place.length > 0 || readWant(question.text) !== 'reason' || !question.isAsked
        ? place
        : (await openAsked()).explainPurpose(question, pages, world, define);
    }
    case 'formula':
      return one((await openAsked()).findFormula(pages, readPlace(question, pages, world)));
    case 'list': {
      const { findAspect } = await openAsked();
      const counted = question.count === undefined ? undefined : await openCounted();
      const found = findAspect(question, pages, world, counted);
      // Kinds of what no note is called by stand where all of its words do.
      return found.length > 0 || rest === ''
        ? found
        : findAspect(question, await world.loadPages('asked', [question.subject]), world, counted);
    }
  }
}

/** The words without those that a value says by its unit: 금액, limit; all of them where too little would be left. */
function dropUnits(words: string, least = 2): string {
  const kept = words.split(' ').filter((word) => !isUnit(word));
  return kept.length < least ? words : kept.join(' ');
}

/** The subject without words for events, which its note may say in another way: Bartz of Bartz 판결. */
function dropEvents(subject: string): string {
  const kept = subject.split(' ').filter((word) => listGroup('eventForms', word).length === 0);
  return kept.length === 0 ? subject : kept.join(' ');
}

/** True for a word that a value says by its unit. */
function isUnit(word: string): boolean {
  return languages.some(
    ({ unitWords, spans }) =>
      unitWords.test(word) || spans.some(({ asked, isNamed }) => !isNamed && asked.test(word)),
  );
}

/** True for a name that the notes have in the other script only: what is found by it is found elsewhere. */
function isHeard({ pages: [only], text }: Name, world: AnswerWorld): boolean {
  return only !== undefined && /[가-힣]/u.test(text) && !/[가-힣]/u.test(world.titleOf(only) ?? text);
}

/** The title of the only page that a name can mean, where it says more than the name: it may not be found by that. */
function listTitle({ pages, aliased, text }: Name, world: AnswerWorld): string[] {
  const [only, ...others] = [...pages, ...aliased];
  const title = only === undefined || others.length > 0 ? undefined : world.titleOf(only);
  return title === undefined || makeKey(title) === makeKey(text) ? [] : [title];
}

/** The words of a subject without those that only say that a value is asked for. */
function planNouns(subject: string, world: AnswerWorld): PlanTerm[] {
  return world
    .planTerms(dropFillers(subject))
    .filter(({ forms: [form = ''] }) => !languages.some(({ fillNoun }) => fillNoun.test(form)));
}

/** A cell that answers how many only where it holds a number. */
async function countIn({ text }: Question, found: Answer | null): Promise<Answer | null> {
  if (found === null) return null;
  const isCount = readCount(text) !== null;
  // 몇 번, 몇 비트: what holds no figure at all is none.
  const isFigure = readUnit(text) === null || /\d/u.test(found?.text ?? '');
  return (!isCount && isFigure) ||
    (await openFinders()).answersWant(found, { wants: 'number', isCount, unit: null })
    ? found
    : null;
}

/** What a property's value is in a text: a number, where one can answer; otherwise nothing. */
async function chooseFinder(question: Question): Promise<typeof Facts.findNumber> {
  if (languages.some(({ who }) => who.test(question.text)))
    return isMaking(question) ? openMaker() : () => null;
  return isMeasure(question) || (question.isAsked && !asksThings(question.text))
    ? (await openFinders()).findNumber
    : () => null;
}

/** True for what machines …, which no number tells, nor what names only one. */
function asksThings(text: string): boolean {
  return /^(?:what|which)\s(?:\w+\s)?\w+[a-rt-z]s\s(?:can|could|should|do|are|have|may|must)\s/u.test(text);
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
    const { spellOut } = await openAsked();
    const long = spellOut(short, titles.length > 0 ? await world.loadPages('usual', titles) : pages);
    if (long !== null && /[A-Za-z]{2}/u.test(long.text)) return [long];
    // The glossary may have it where the notes write the name in Korean alone.
    const term = (await world.loadTerms(name?.terms ?? []))
      .flatMap((entry) => entry.names.map((text) => ({ ...makeTermAnswer(entry), text })))
      .find(({ text }) => /\S[\s-]\S/u.test(text) && /^[a-z]/iu.test(text) && isAcronym(short, [text]));
    // What a thing is does not say what it stands for.
    return one(term ?? long);
  }
  // Conditions and kinds that no note or term is called by are a list, whatever stands first below their heading.
  if (
    question.subject === question.text &&
    listAspect(question.subject.split(' ').at(-1) ?? '').length > 0 &&
    (name?.pages.length ?? 0) + (name?.aliased.length ?? 0) + (name?.terms.length ?? 0) === 0
  )
    return [];
  const answers = await defineIn(question, pages, world);
  // A bare word is a search first: no further pages are loaded for it.
  if (answers.length > 0 || !asksMeaning(question)) return answers;
  // fork 함수: the notes may leave out what kind of thing it is. What is no plain word can be nothing else.
  const bare = languages.reduce((text, { thingNoun }) => text.replace(thingNoun, ''), question.subject);
  if (bare !== question.subject && /^[a-z0-9_.()+#-]{2,}$/iu.test(bare)) {
    const found = await defineIn({ ...question, subject: bare }, pages, world);
    if (found.length > 0) return found;
  }
  // What the slides plugin is: its note is called Slides, and says that it is a plugin.
  const [, thing = '', kind = ''] = /^(.+)\s([a-z]+)$/u.exec(question.subject) ?? [];
  if (name === undefined && world.names.find(thing) !== undefined) {
    const isKind = new RegExp(`\\b(?:is|are)\\s(?:an?|the)\\s(?:[\\w-]+\\s){0,3}${kind}s?\\b`, 'iu');
    const found = (await defineIn({ ...question, subject: thing }, pages, world)).filter(({ text }) =>
      isKind.test(text),
    );
    if (found.length > 0) return found;
  }
  // A quaker in coffee: what a site is about as a whole says nothing more of the thing.
  const [inside] = languages.flatMap(({ within }) => {
    const { what = '', whole = '' } = within.exec(question.subject)?.groups ?? {};
    return what === '' ? [] : [{ what, whole }];
  });
  if (name === undefined && inside !== undefined) {
    const isNamed = world.names.find(inside.what) !== undefined;
    const inner = { ...question, subject: inside.what };
    // 에이전트에서 하네스: the note on both says it first; the thing's own, where the whole has no name here.
    const own =
      isNamed && world.names.find(inside.whole) === undefined
        ? await world.loadPages('usual', [inside.what])
        : pages;
    const found = await defineIn(inner, own, world);
    if (found.length > 0) return found;
  }
  const rest =
    name === undefined && question.subject.includes(' ')
      ? await (await openAsked()).defineRest(question, pages, world, defineIn)
      : [];
  if (rest.length > 0) return rest;
  const missing = [...(name?.pages ?? []), ...(name?.aliased ?? [])].filter(
    (at) => !pages.some(({ page }) => page.url === world.urlOf(at)),
  );
  const titles = missing.flatMap((at) => world.titleOf(at) ?? []);
  if (titles.length === 0 || titles.length > mostAnswers.usual) return [];
  return defineIn(question, await world.loadPages('usual', titles), world);
}

/** 멀티모달 of 멀티모달 모델. */
function dropKind(name: string): string {
  return languages.reduce((text, { kindNoun }) => text.replace(kindNoun, ''), name);
}

/** True also for PUE 뜻: nobody writes this but to ask. */
function asksMeaning({ isAsked, subject, text }: Question): boolean {
  return isAsked || subject !== text;
}

async function defineIn(
  question: Question,
  pages: readonly PageEvidence[],
  world: AnswerWorld,
): Promise<Answer[]> {
  const name = world.names.find(question.subject);
  // A note on shortcodes says what a shortcode is.
  const typed =
    name === undefined
      ? listForms(question.subject)
      : name.text === `${question.subject}s`
        ? [name.text, question.subject]
        : [name.text];
  const terms = await world.loadTerms(name?.terms ?? []);
  const own = listUrls(name?.pages, world);
  // What a note on several says first is of them all: 사후학습(SFT·RLHF) is no RLHF.
  const titled = pages.filter(
    (page) =>
      (own.includes(page.page.url) || isName(page.page.title, typed)) &&
      !isOneOfSeveral(page, typed[0] ?? ''),
  );
  const answers = titled.flatMap(
    (page) => defineSubject(page, [...typed, ...splitTitle(page.page.title)], true) ?? [],
  );
  for (const term of terms.filter(({ names }) =>
    isName(typed[0] ?? '', [...names, ...names.map(dropKind)]),
  )) {
    const inNote = answers.findIndex(({ url }) => url.split('#')[0] === term.noteUrl);
    // What a note says first and its glossary entry are one definition; a sentence further down is the weaker one, and
    // what the note declares the stronger.
    if (inNote < 0) answers.push(makeTermAnswer(term));
    else if (answers[inNote]?.url.includes('#') === true || term.url === term.noteUrl)
      answers[inNote] = makeTermAnswer(term);
  }
  if (answers.length > 0) return answers.slice(0, mostAnswers.usual);
  const isAsked = asksMeaning(question);
  /** A glossary comes behind the pages that are about things of that name. */
  const findPlain = async (): Promise<Answer | null> =>
    defineAnywhere(pages, typed, plainScore) ??
    defineAnywhere(await world.loadPages('wide', []), typed, plainScore);
  // What a page says of its name anywhere is less than what another says that it is.
  const plain = isAsked && titled.length > 0 ? await findPlain() : null;
  if (plain !== null) return [plain];
  const introduced = isAsked ? titled.flatMap((page) => introduce(page, typed) ?? []).slice(0, 1) : [];
  if (introduced.length > 0) return introduced;
  const aliased = listUrls(name?.aliased, world);
  const byAlias = pages.filter(({ page }) => aliased.includes(page.url));
  // A question is answered wherever a note says it; a bare word only where that is sure.
  const isSure = name === undefined && !question.isAsked && question.subject === question.text;
  const near = [...byAlias, ...pages];
  const found =
    defineAnywhere(near, typed, plainScore, isSure) ??
    (question.isAsked && name === undefined ? await findPlain() : null) ??
    defineAnywhere(near, typed, 0, isSure);
  if (found !== null) return withOther(found, near, typed, question);
  // Another name for the whole note, unless the note itself tells the two apart.
  const whole = byAlias
    .flatMap((page) =>
      isOnlyPart(page, typed[0] ?? '') ? [] : (defineSubject(page, splitTitle(page.page.title), true) ?? []),
    )
    .slice(0, 1);
  if (whole.length > 0 || !isAsked) return whole;
  const { findMention } = await openAsked();
  // What letters stand for may be said far from where they are used most.
  const isShort =
    /^[a-z\d-]{2,6}$/u.test(typed[0] ?? '') && !/^[a-z\d]+[aeiou][a-z]{2,}$/u.test(typed[0] ?? '');
  const far = isShort ? await world.loadPages('wide', []) : [];
  for (const page of new Set([...pages, ...far])) {
    const found = findMention(
      page,
      typed,
      languages.some(({ asksDoing }) => asksDoing.test(question.text)),
    );
    if (found !== null) return [found];
  }
  // Below a heading that is the very name stands what it is about.
  return pages.flatMap((page) => introduce(page, typed) ?? []).slice(0, 1);
}

/** A definition, and that of another note which is as sure and says something else; a question is shown both. */
function withOther(
  found: Answer,
  pages: readonly PageEvidence[],
  names: readonly string[],
  { isAsked }: Question,
): Answer[] {
  const rated = isAsked
    ? pages
        .flatMap((page) => rateSubject(page, names, false) ?? [])
        .filter(({ score }) => score >= plainScore)
    : [];
  const isSure = rated.some(({ answer }) => answer.text === found.text);
  const other = rated.find(
    ({ answer }) => answer.note !== found.note && makeKey(answer.text) !== makeKey(found.text),
  );
  return isSure && other !== undefined ? [found, other.answer] : [found];
}

/** The first page's sentence that says what the name is, or else the first that may; null below the score `least`. */
function defineAnywhere(
  pages: readonly PageEvidence[],
  names: readonly string[],
  least: number,
  isSure = false,
): Answer | null {
  const rated = pages.flatMap((page) => rateSubject(page, names, false, isSure) ?? []);
  const best = rated.find(({ score }) => score >= plainScore) ?? rated[0];
  return best === undefined || best.score < least ? null : best.answer;
}

/** The place that speaks of all that is asked; a word alone is only looked up, and loads nothing for it. */
async function findPlace(
  ask: Passages.PassageQuestion,
  pages: readonly PageEvidence[],
): Promise<Answer | null> {
  if (pages.length === 0 || ask.terms.length === 0 || (ask.terms.length === 1 && !ask.isAsked)) return null;
  return (await openFinders()).findPassage(pages, ask);
}

/** What a place that answers must speak of. */
function readPlace(
  question: Question,
  pages: readonly PageEvidence[],
  world: AnswerWorld,
): Passages.PassageQuestion {
  const { name, before = '' } = findNameIn(question.subject, world.names) ?? {};
  const planned = addSounds(world.planTerms(question.subject), pages);
  const from = before === '' ? 0 : world.planTerms(before).length;
  const count = name === undefined ? 0 : world.planTerms(name.text).length;
  // Where a page has the name as one thing among others, its other names are those of the others.
  const isPart = name === undefined || pages.some((page) => hasLabel(page, name.text));
  return {
    terms: planned.map(({ forms }) => ({ forms: [...new Set(forms.flatMap(listSame))] })),
    subjectTerms: new Set(planned.flatMap((_, at) => (at >= from && at < from + count ? [at] : []))),
    isAsked: question.isAsked,
    isMeaning: question.isAsked && question.form === 'definition' && readWant(question.text) === '',
    wants: readWant(question.text),
    isCount: readCount(question.text) !== null,
    unit: readUnit(question.text),
    asked: question.text,
    isHow: languages.some(({ asksHow }) => asksHow.test(question.text)),
    spellings: isPart || !isWholeName(name, pages, world) ? listForms(question.subject) : name.spellings,
    typed: listForms(question.subject),
    isKnown: name !== undefined && name.pages.length > 0,
    isMeasured: !question.isAsked && question.isMeasure === true,
    form: question.form,
    named: listNamed(name, pages, world),
  };
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

function one(answer: Answer | null): Answer[] {
  return answer === null ? [] : [answer];
}

/** Reads pages once for each set of languages, which tell headings from text, however many readings ask for them. */
export function keepEvidence(): (page: FoundPage) => PageEvidence {
  const known = new WeakMap<FoundPage, PageEvidence[]>();
  return (page) => {
    const kept = known.get(page) ?? [];
    const read = kept[languages.length] ?? readEvidence(page);
    kept[languages.length] = read;
    known.set(page, kept);
    return read;
  };
}
