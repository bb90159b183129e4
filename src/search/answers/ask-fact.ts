/** Puts a question for a property to the pages: its words as terms, which of them are the subject's, and its events. */
import { isHangulWord } from '../hangul.ts';
import { removeMarks } from '../mark-compounds.ts';
import type { PlanTerm } from '../plan-query.ts';
import { soundsAlike } from '../sound.ts';
import type { Answer } from './answer.ts';
import { listUrls } from './answer-world.ts';
import type { AnswerWorld } from './answer-world.ts';
import type { findDate } from './choose-facts.ts';
import { hasLabel } from './define.ts';
import type { PageEvidence } from './evidence.ts';
import { listInflections } from '../english.ts';
import { findLongestName, isAcronym, listForms, splitTitle } from './names.ts';
import type { Name } from './names.ts';
import { cutDayWord, isFillWord, languages, listAspect, listGroup, readCount, readUnit } from './question.ts';
import type { Question } from './question.ts';

/** What `find` finds of the property that a question asks for. */
export function askFact(
  question: Question,
  pages: readonly PageEvidence[],
  world: AnswerWorld,
  find: (pages: readonly PageEvidence[], ask: Parameters<typeof findDate>[1]) => Answer | null,
): Answer | null {
  const name = findLongestName(question.subject, world.names);
  const planned = addSounds(world.planTerms(dropFillers(question.subject)), pages);
  const subject = question.kind === 'date' ? dropLoose(planned).map(listEventForms) : planned;
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
    asked: question.text,
    isAsked: question.isAsked,
    counted: readCount(question.text),
    unit: readUnit(question.text),
    named: listNamed(name, pages, world),
  });
}

/** The forms of each term (of irregular verbs all of them), and where the pages write its name in Latin letters, that: 라마 in a text on Llama. */
export function addSounds(terms: readonly PlanTerm[], pages: readonly PageEvidence[]): PlanTerm[] {
  const words = new Set<string>();
  const isHangul = ({ forms }: PlanTerm): boolean => isHangulWord(forms[0] ?? '');
  if (terms.some(isHangul))
    for (const page of pages) for (const word of listLatinNames(page)) words.add(word);
  return terms.map((term) =>
    isHangul(term)
      ? { forms: [...term.forms, ...[...words].filter((word) => isSaid(term.forms[0] ?? '', word))] }
      : {
          forms: [...new Set(term.forms.flatMap((form) => [form, ...listVerbs(form)]))],
        },
  );
}

/**
 * The other ways in which a text may say an English verb: irregular forms, verbs that mean the same, and for three
 * letters those that the search does not know by their stem (adding).
 */
export function listVerbs(word: string): string[] {
  const stem = /^[a-z]{3}$/u.test(word) ? word.replace(/e$/u, '') : '';
  return [
    ...(stem === '' ? [] : ['ing', 'ed'].flatMap((end) => [stem + end, `${stem}${stem.at(-1) ?? ''}${end}`])),
    ...listGroup('verbForms', word),
    ...listGroup('verbForms', `${word}e`),
  ];
}

/** True where the page's name is that in Hangul. A short abbreviation is said letter by letter: 크기 is no GQA. */
function isSaid(hangul: string, name: string): boolean {
  return soundsAlike(hangul, name) && (hangul.length >= name.length || !/^[A-Z]{2,3}$/u.test(name));
}

/** Without the words that what gives a day need not say: 소송. */
function dropLoose(terms: readonly PlanTerm[]): PlanTerm[] {
  const kept = terms.filter(
    ({ forms: [form = ''] }) => !languages.some(({ looseWord }) => looseWord.test(form)),
  );
  return kept.length < 2 ? [...terms] : kept;
}

/** Without the words that only fill up a question: per, our. A name keeps its own. */
export function dropFillers(text: string): string {
  const words = text.split(' ');
  const kept = words.filter((word) => !isFillWord(word, text));
  return kept.length === 0 ? text : kept.join(' ');
}

/** The pages that are about what the name means. One that has a row or heading of it has it as one thing among others. */
export function listNamed(
  name: Name | undefined,
  pages: readonly PageEvidence[],
  world: AnswerWorld,
): string[] {
  if (name === undefined) return [];
  const aliased = listUrls(name.aliased, world);
  const whole = pages.filter(
    (page) => aliased.includes(page.page.url) && !hasLabel(page, name.text) && !hasRowOf(page, name.text),
  );
  return [...listUrls(name.pages, world), ...whole.map(({ page }) => page.url)];
}

/** True where a row is of the name, alone or among others, which a place may stand before: 캘리포니아 SB 53. */
function hasRowOf({ sections }: PageEvidence, name: string): boolean {
  const end = ` ${name.toLowerCase()}`;
  const isOf = (label: string): boolean =>
    label
      .replace(/\s?[(（].*$/u, '')
      .split(/\s?[·,/]\s?/u)
      .some((part) => ` ${part.toLowerCase()}`.endsWith(end));
  return (
    /\d|[a-z]/iu.test(name) &&
    sections.some(({ table }) => table?.rows.some((row) => isOf(row[0]?.text ?? '')))
  );
}

/** True for a name that leads to a page but is one thing in it: it has a row or heading there, or is a product's name. */
export function isOnlyPart(page: PageEvidence, name: string): boolean {
  if (hasLabel(page, name)) return true;
  const first = page.sections[0]?.lines[0]?.sentences[0]?.text ?? '';
  return (
    /^[a-z0-9.-]+$/iu.test(name) &&
    ![name, ...listForms(name), ...listInflections(name.toLowerCase())].some((form) =>
      isAcronym(form, [page.page.title, ...splitTitle(page.page.title), first]),
    )
  );
}

/** False for a product that shares other names with a note on several: what else that is called is not it. */
export function isWholeName(name: Name, pages: readonly PageEvidence[], world: AnswerWorld): boolean {
  if (name.pages.length + name.terms.length > 0 || !/^[a-z0-9.-]+$/iu.test(name.text)) return true;
  const aliased = listUrls(name.aliased, world);
  const own = pages.filter(({ page }) => aliased.includes(page.url));
  return aliased.length === 0 || own.some((page) => !isOnlyPart(page, name.text));
}

/** A property in every word for it. */
export function listSame(form: string): string[] {
  const rated = languages.flatMap(({ rate }) => rate.exec(form)?.groups?.['what'] ?? []);
  return [form, ...listGroup('measureForms', form), ...rated];
}

/** The words for an aspect that can head a cell; 문제 of 알맞은 문제 is no fault. */
function listCellAspects(attribute: string): string[] {
  return listAspect(attribute).filter((word) => languages.some(({ cellAspects }) => cellAspects.test(word)));
}

/** 판결 of Bartz 판결: a word for an event that stands with the subject, in every word for it. */
function listEventForms({ forms }: PlanTerm): PlanTerm {
  return { forms: [...new Set(forms.flatMap((form) => [form, ...listGroup('eventForms', form)]))] };
}

/** The event whose day is asked for, in every word for it; none for a day alone (기한, deadline). */
function listEvents({ attribute }: Question): PlanTerm[] {
  const event = cutDayWord(attribute);
  if (event === '') return [];
  return [{ forms: [...new Set([event, ...listGroup('eventForms', event)])] }];
}

const latinNames = new WeakMap<PageEvidence, string[]>();

/** The names in Latin letters that a page holds, once each. */
function listLatinNames(evidence: PageEvidence): string[] {
  const known = latinNames.get(evidence);
  if (known !== undefined) return known;
  const text = evidence.page.parts.map(({ title, text }) => removeMarks(`${title} ${text}`)).join(' ');
  const words = [
    ...new Set([...text.matchAll(/(?<![A-Za-z])[A-Z][A-Za-z0-9]{2,15}/gu)].map(([word]) => word)),
  ];
  latinNames.set(evidence, words);
  return words;
}
