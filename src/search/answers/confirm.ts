/**
 * The one gate before an answer is shown: what was asked must be said where the answer stands, and the answer must be
 * of the kind that was asked for. What fails it is not shown; the results below are there all the same.
 */
import type { Answer } from './answer.ts';
import type { AnswerWorld } from './answer-world.ts';
import { listAskedPatterns } from './asked-patterns.ts';
import { listSame, listVerbs } from './ask-fact.ts';
import { cover, isComingOut, saysBeginning } from './choose-facts.ts';
import { answersWant } from './choose-passage.ts';
import { denial, isCaused } from './choose-reason.ts';
import { isOfKinds, mostItems, namesSeveral } from './list-items.ts';
import { findLongestName } from './names.ts';
import {
  cutDayWord,
  isFillWord,
  isMakerAsked,
  isOpenWord,
  languages,
  listAspect,
  listGroup,
  readCount,
  readUnit,
  readWant,
} from './question.ts';
import type { Question } from './question.ts';
import { isEnding } from '../particles.ts';
import { soundsAlike } from '../sound.ts';
import { brackets, escapeSigns, isCode } from './text-patterns.ts';
import { findVerb, stemVerb } from './verb-stem.ts';

/**
 * True where `answer` says what the question asks, as far as words can tell.
 * @param words all words of the query but those that only ask
 * @param isWeighed how much of them is said has been weighed already
 */
export function isSure(
  answer: Answer,
  question: Question,
  words: string,
  world: AnswerWorld,
  isWeighed = false,
): boolean {
  if (question.isExpansion)
    // The name in Korean is not what Latin letters stand for.
    return /[A-Za-z]{2}/u.test(answer.text) || !/^[a-z]+$/iu.test(question.subject);
  if (question.kind === 'definition' || question.kind === 'difference' || question.kind === 'formula')
    return true;
  // What a note is called is that note, and no property of something else.
  if (question.kind === 'fact' && !question.isAsked && /^[a-z]+s?\s[a-z]+$/u.test(question.text))
    if ((world.names.find(question.text)?.pages.length ?? 0) > 0) return false;
  // How many there are of what: nothing says so.
  if (/^how\s+many\s+\S+$/u.test(question.text)) return false;
  const { text, context, items, table, section, subject, note } = answer;
  const cells = table === null ? [] : [...table.head, ...table.rows.flat()];
  const own = [text, context, ...items, ...cells].join(' · ');
  const place = [own, section, subject].join('\n');
  const asked = question.text;
  if (text !== '' && isCode(text) && !languages.some(({ asksHow }) => asksHow.test(asked))) return false;
  if (isComparedOnly(text, question, world)) return false;
  // The labels of a cell say all that was asked.
  if (context === '' && !keepsRelation(asked, place)) return false;
  // What happens by default is not the value that something has by default, nor is a value that says not of what.
  const isHeaded = section.toLowerCase() === asked;
  if (
    context === '' &&
    !isHeaded &&
    languages.some(({ givenAsked }) => givenAsked.test(asked)) &&
    !givesValue(text)
  )
    return false;
  if (
    table !== null &&
    readWant(asked) === '' &&
    languages.some(({ obliged }) => obliged.asked.test(asked) && !obliged.said.test(own))
  )
    return false;
  if (answer.kind === 'list' && items.length === 0 && languages.some(({ pointing }) => pointing.test(text)))
    return false;
  // 다섯 원칙: four are not those, nor are six.
  const count = Math.min(question.count ?? 0, mostItems);
  if (answer.kind === 'list' && count > 0 && items.length > 0 && items.length !== count) return false;
  if (isMakerAsked(asked) && !(saysMaker(answer, question) && namesWhole(own, question, world))) return false;
  if (question.kind === 'date') return saysEvent(place, answer, question) && namesWhole(own, question, world);
  return (
    // A cell has been found by its labels, which say all that was asked; so has a maker.
    ((question.kind === 'fact' && (context !== '' || isMakerAsked(asked))) ||
      isWeighed ||
      saysWords(`${place}\n${note}`, question, words, world, answer.above)) &&
    saysWhy(answer, asked) &&
    (answer.kind === 'list' ||
      (saysCount(own, question) &&
        saysValue(own, question) &&
        (context !== '' || table !== null || valuesAsked(text, question, words, world))))
  );
}

/** False where what was asked for is that after, before or without something, and the text does not say so. */
export function keepsRelation(asked: string, said: string): boolean {
  return languages.every(({ relations }) =>
    relations.every((one) => !one.asked.test(asked) || one.said.test(said)),
  );
}

/** True for a sentence that says what has which value unless it is set. */
function givesValue(text: string): boolean {
  return languages.some(({ given }) => {
    const found = given.exec(text);
    return found !== null && (found.index > 0 || found.groups?.['of'] !== undefined);
  });
}

/** Somebody is said to have made it, and not to be told apart from who did: …가 설계했지만 …가 만든다. */
function saysMaker({ text, context, section }: Answer, { attribute, subject }: Question): boolean {
  if (languages.some(({ who }) => who.test(section.toLowerCase()))) return true;
  // What brackets behind the name say has been found there, and so has what is somebody's.
  if (context !== '') return true;
  // Acme published …: what is asked for the maker of, made something else itself.
  const [, behind = ''] =
    new RegExp(`(?<![a-z])${escapeSigns(subject)}\\s(?:has\\s|had\\s|first\\s|also\\s)?([a-z]+)`, 'iu').exec(
      text,
    ) ?? [];
  if (languages.some(({ makingForms }) => makingForms.test(behind))) return false;
  const isMade = (said: string): boolean =>
    listAskedPatterns().some(({ making }) => making(attribute).test(said));
  const told = text.replace(brackets, '');
  return !isMade(told) || !languages.some(({ contrast }) => contrast.test(told));
}

/** Every word that carries meaning is said, under one of its names; but verbs that texts say in another way. */
function saysWords(
  said: string,
  { text, kind, attribute, subject, isAsked, form }: Question,
  words: string,
  world: AnswerWorld,
  above = '',
): boolean {
  // What is to be defined has been found by its heading.
  if (kind === 'passage' && isAsked && form === 'definition' && readWant(text) === '') return true;
  // So has an aspect, but for how: that any heading may ask. What it is an aspect of must be said.
  if (kind === 'list' && !isOpenWord(attribute)) return saysSubject(`${said}\n${above}`, subject, world);
  const name = findLongestName(words, world.names);
  // Another name of a note may be that of one thing in it: what else that is called is not it.
  const isOwn = name !== undefined && name.pages.length + name.terms.length > 0;
  const spellings = isOwn ? name.spellings : name === undefined ? [] : [name.text];
  const isNamed = spellings.some((form) => cover(said, [{ forms: [form] }]).found.size > 0);
  // What is left of the name's last word is its particle.
  const rest = isNamed ? words.slice(name?.text.length ?? 0).replace(/^[가-힣]+/u, '') : words;
  const light = languages.flatMap(({ lightVerb }) => text.match(lightVerb) ?? []).join(' ');
  const terms = world.planTerms(rest).filter(({ forms: [form = ''] }) => {
    const isVerb =
      light !== '' &&
      (/[가-힣]/u.test(form) ? light.includes(form.slice(0, 2)) : light.split(' ').includes(form));
    // One syllable is a verb's stem or an ending.
    if (/^[가-힣]$/u.test(form)) return false;
    if (isMakingAsked(form, text)) return true;
    // Kinds are said by whatever names several.
    const counted = listAspect(form);
    const isOfSteps = languages.some(({ stepsAspect }) => counted.includes(stepsAspect));
    if ((isOfKinds(counted) || isOfSteps) && namesSeveral(said.split('\n')[0] ?? '')) return false;
    return !isVerb && !isFillWord(form, text) && !languages.some(({ looseWord }) => looseWord.test(form));
  });
  const ways = terms.map(({ forms }) => ({
    forms: [...new Set(forms.flatMap((form) => listWays(form, world)))],
  }));
  const { found } = cover(said, ways);
  const [first = ''] = terms[0]?.forms ?? [];
  const all = isNamed ? [{ forms: spellings }, ...ways] : ways;
  const isMade = terms.some(({ forms: [form = ''] }) => isMakingAsked(form, text));
  if (
    isMade &&
    !/^how\b/u.test(text) &&
    said.split(/(?<=[.!?])\s|\n/u).every((one) => cover(one, all).found.size < all.length)
  )
    return false;
  // 오픈AI is one name: 오픈 here and AI there do not say it.
  const mixed = rest.match(/(?<![가-힣a-z])[가-힣]{2,}[a-z]{2,}(?![a-z])/gu) ?? [];
  if (!mixed.every((one) => cover(said, [{ forms: [one] }]).found.size > 0 || sayName(one, said)))
    return false;
  if (!isNamed && /^[가-힣]{2}$/u.test(first) && isOnlyBeginning(first, said)) return false;
  return terms.every(
    ({ forms: [form = ''] }, at) =>
      found.has(at) ||
      isVerbSaid(form, text, said) ||
      isHeard(form, said) ||
      languages.some(
        ({ unitWords, spans }) =>
          (unitWords.test(form) && /\d/u.test(said)) ||
          spans.some(({ asked, said: value }) => asked.test(form) && value.test(said)),
      ),
  );
}

/** True where a text has such a name in Latin letters alone: OpenAI. */
function sayName(mixed: string, said: string): boolean {
  const [, hangul = '', latin = ''] = /^([가-힣]+)([a-z]+)$/u.exec(mixed) ?? [];
  return (said.match(/[A-Za-z]{4,}/gu) ?? []).some(
    (word) => word.toLowerCase().endsWith(latin) && soundsAlike(hangul, word.slice(0, -latin.length)),
  );
}

/** Each word of an English subject is said, or its name under another. */
function saysSubject(said: string, subject: string, world: AnswerWorld): boolean {
  if (/[가-힣]/u.test(subject)) return true;
  const name = findLongestName(subject, world.names);
  const isNamed = (name?.spellings ?? []).some((form) => cover(said, [{ forms: [form] }]).found.size > 0);
  const rest = isNamed ? subject.slice(name?.text.length ?? 0) : subject;
  const terms = world
    .planTerms(rest)
    .map(({ forms }) => ({ forms: [...new Set(forms.flatMap((form) => listWays(form, world)))] }));
  return cover(said, terms).found.size === terms.length;
}

/** True where the note's title, which comes last, has the word in Latin letters: 파일 in File System. */
function isHeard(form: string, said: string): boolean {
  const title = said.split('\n').at(-1) ?? '';
  return (
    /^[가-힣]{2,}$/u.test(form) &&
    (title.match(/[A-Za-z]{3,}/gu) ?? []).some((word) => soundsAlike(form, word))
  );
}

/** True for a verb of making that a question ends in: one sentence must say it, and of what. */
function isMakingAsked(form: string, asked: string): boolean {
  const last = asked.split(' ').at(-1) ?? '';
  return last.startsWith(form) && languages.some(({ makingForms }) => makingForms.test(form));
}

/** The last word of a question, before the word for a reason: 비싼 of 비싼 이유. */
function readLast(asked: string): string {
  const words = asked.split(' ');
  return words.findLast((word) => !/^(?:이유|까닭)/u.test(word)) ?? '';
}

/** True where the last word of a Korean question is said in another form: 멈춰 in 멈춥니다. */
function isVerbSaid(form: string, asked: string, said: string): boolean {
  const last = readLast(asked);
  return /[가-힣]/u.test(form) && last.startsWith(form) && findVerb(said.split(/\s+/u), stemVerb(last)) >= 0;
}

/** True where a word only begins another one: 애플 in 애플리케이션. */
function isOnlyBeginning(word: string, said: string): boolean {
  const behind = [...said.matchAll(new RegExp(`${word}([가-힣]*)`, 'gu'))].map(([, rest = '']) => rest);
  return behind.length > 0 && behind.every((rest) => rest.length > 2 && !isEnding(word, rest));
}

/** A word in all ways in which a text may say it. */
export function listWays(form: string, world: AnswerWorld): string[] {
  return [
    form,
    ...listAskedPatterns().flatMap(({ verbOf }) => verbOf.exec(form)?.groups?.['noun'] ?? []),
    ...listSame(form),
    ...listVerbs(form),
    ...listAspect(form),
    ...listGroup('eventForms', form),
    ...(world.names.find(form)?.spellings ?? []),
  ];
}

/** A day is that of the event which was asked for: 발행 is said in 발행일, not in 발행사; a beginning, by its column. */
function saysEvent(said: string, { text, context, table }: Answer, { attribute }: Question): boolean {
  const event = cutDayWord(attribute);
  if (languages.some(({ comingOut }) => comingOut.test(event))) return true;
  if (event !== '' && saysBeginning([...context.split(' · '), ...(table?.head ?? [])], event)) return true;
  // What the day of stands before it: a text with the year it came out in brackets.
  if (isComingOut(attribute) && text !== '' && context.includes(`(${text}`)) return true;
  const forms = [event, ...listGroup('eventForms', event)].map(escapeSigns).join('|');
  return listAskedPatterns().every(
    ({ eventNamed, eventSaid }) => !eventNamed.test(event) || eventSaid(forms).test(said),
  );
}

/** HBM is no HBM4: a day or value of one of them is none of the kind. */
function namesWhole(said: string, { subject }: Question, world: AnswerWorld): boolean {
  const name = findLongestName(subject, world.names)?.text ?? subject;
  if (!/^[a-z]{2,}$/iu.test(name)) return true;
  return (
    !new RegExp(`(?<![a-z])${name}\\d`, 'iu').test(said) ||
    new RegExp(`(?<![a-z])${name}(?![a-z\\d])`, 'iu').test(said)
  );
}

/** How many are counted: a number stands before what was asked for, or its counter. */
function saysCount(said: string, { text }: Question): boolean {
  const count = readCount(text);
  if (count === null) return true;
  if (languages.some(({ counts }) => counts(text)?.test(said) === false)) return false;
  const figures = listAskedPatterns().flatMap(({ countSaid }) => countSaid(text) ?? []);
  // 몇 명: a number of them.
  if (/[가-힣]/u.test(count)) {
    const unit =
      languages
        .map(({ countUnits }) => countUnits.find((words) => words.includes(count))?.join('|') ?? '')
        .find((one) => one !== '') ?? count;
    return new RegExp(
      `\\d\\s?[천백만억]*\\s?(?:여\\s?)?(?:${unit})|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\\s?(?:${unit})`,
      'u',
    ).test(said);
  }
  return (
    count !== '' ||
    figures.length === 0 ||
    figures.some((figure) => figure.test(said)) ||
    languages.some(({ countWords }) => said.search(countWords) >= 0)
  );
}

/** A price is an amount, and how long a time. */
function saysValue(said: string, { text, attribute }: Question): boolean {
  if (readWant(text) !== 'number') return true;
  // The year of a value is none, nor is a number that the question gives.
  const given = text.match(/\d+(?:[.,]\d+)*/gu) ?? [];
  const left = given.reduce((one, number) => one.replaceAll(number, ' '), said);
  const bare = languages.reduce((one, { date }) => one.replace(date, ' '), left);
  if (readUnit(text) === null && /\d/u.test(said) && !/\d/u.test(bare)) return false;
  if (
    !answersWant({ text: said }, { wants: 'number', isCount: readCount(text) !== null, unit: readUnit(text) })
  )
    return false;
  const words = [
    attribute,
    ...(/[가-힣]/u.test(text) ? text.split(' ').filter((word) => !isFillWord(word, text)) : []),
  ];
  const kinds = languages.flatMap(({ spans }) =>
    spans.filter(
      ({ asked }) =>
        words.some((word) => asked.test(word)) ||
        (attribute === '' && asked.test('long') && /^how long\b/u.test(text)),
    ),
  );
  return (
    kinds.length === 0 ||
    kinds.some(({ said: value }) => value.test(said)) ||
    /\d\s?%|\d\/\d/u.test(said) ||
    listAskedPatterns().some(({ ratio }) => ratio.test(said))
  );
}

/** A number is that of what was asked for: one sentence has both it and a word beside the name. */
function valuesAsked(text: string, question: Question, words: string, world: AnswerWorld): boolean {
  if (question.kind !== 'passage' || readWant(question.text) !== 'number') return true;
  const name = findLongestName(words, world.names)?.text ?? '';
  const rest = words.startsWith(name) ? words.slice(name.length).replace(/^[가-힣]+/u, '') : words;
  const terms = world
    .planTerms(rest)
    .filter(({ forms: [form = ''] }) => !languages.some(({ looseWord }) => looseWord.test(form)))
    .map(({ forms }) => ({ forms: [...new Set(forms.flatMap((form) => listWays(form, world)))] }));
  return (
    terms.length === 0 ||
    text
      .split(/(?<=[.!?])\s/u)
      .some(
        (one) =>
          (/\d/u.test(one) ||
            languages.some(
              ({ countWords, spans }) =>
                one.search(countWords) >= 0 ||
                spans.some(
                  ({ asked, said }) => words.split(' ').some((word) => asked.test(word)) && said.test(one),
                ),
            )) &&
          cover(one, terms).found.size > 0,
      )
  );
}

/** Why is told by a reason, or below a heading that asks for it. */
function saysWhy({ text, items, section }: Answer, asked: string): boolean {
  // A list gives reasons where a heading of them stands above it.
  if (readWant(asked) !== 'reason') return true;
  const isListed = items.length > 0 && /[가-힣]/u.test(asked);
  if (isListed) return true;
  return (
    languages.some(({ because, purpose }) => because.test(text) || purpose.test(text)) ||
    // Why something is not so is told by what is so: the sentence behind the one that denies it.
    (denial.test(asked) && denial.test(text) && /[.]\s/u.test(text)) ||
    isCaused(text.split(/\s+/u), findVerb(text.split(/\s+/u), stemVerb(readLast(asked)))) ||
    languages.some(({ wants }) => wants.reason.test(section.toLowerCase())) ||
    listAskedPatterns().some(({ reasonAspect }) => listAspect(section.toLowerCase()).includes(reasonAspect))
  );
}

/** True for a sentence that has the subject only to compare with: lower than for Yirgacheffe. */
function isComparedOnly(text: string, { subject, kind }: Question, world: AnswerWorld): boolean {
  if (kind === 'list' || !/\bthan\b/iu.test(text)) return false;
  const name = escapeSigns(findLongestName(subject, world.names)?.text ?? subject);
  const bare = text.replace(
    new RegExp(`\\bthan\\s(?:for\\s|in\\s|at\\s)?(?:an?\\s|the\\s)?${name}\\b`, 'iu'),
    '',
  );
  return bare !== text && !bare.toLowerCase().includes(subject.toLowerCase());
}
