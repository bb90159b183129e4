/** Answers which kinds, steps, causes and the like a thing has: the list of a note, or the row or lines that give them. */
import type { PlanTerm } from '../plan-query.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import type { AnswerWorld } from './answer-world.ts';
import { addSounds, askFact, dropFillers, isWholeName, listNamed } from './ask-fact.ts';
import type { findCountedNoun } from './choose-counted.ts';
import { findEnumerated } from './choose-enumerated.ts';
import { findCell } from './choose-facts.ts';
import { findCounted, findGuide, findList } from './choose-list.ts';
import type { PageEvidence } from './evidence.ts';
import { isOfKinds } from './list-items.ts';
import { findLongestName, listForms } from './names.ts';
import type { Name } from './names.ts';
import { listAskedPatterns } from './asked-patterns.ts';
import { isOpenWord, languages, listAspect } from './question.ts';
import type { Question } from './question.ts';

/** More are not read in a row. */
const mostMembers = 16;

/** The list that a question asks for; for 장단점 one of each, where both are given. `findNoun` finds what is counted. */
export function findAspect(
  question: Question,
  pages: readonly PageEvidence[],
  world: AnswerWorld,
  findNoun?: typeof findCountedNoun,
): Answer[] {
  const both = listAskedPatterns().flatMap(({ doubles }) =>
    doubles.filter(({ asked }) => asked.test(question.attribute)).map(({ aspects }) => aspects),
  )[0];
  if (both !== undefined) {
    const each = both.flatMap((attribute) => {
      const found = findOne({ ...question, attribute }, pages, world);
      if (found === null) return [];
      // One table of both has one title: which of them this is must be said.
      const isUnsaid = found.subject !== '' && !found.subject.toLowerCase().split(' ').includes(attribute);
      return [isUnsaid ? { ...found, subject: `${found.subject} · ${attribute}` } : found];
    });
    const [first, second] = each;
    if (first !== undefined && second !== undefined)
      // One place that gives both is shown once.
      return isSame(first, second) ? [first] : each;
  }
  const found = findOne(question, pages, world, findNoun) ?? listKind(question, world);
  return found === null ? [] : [found];
}

/** Which machines there are, where the site has a collection of them: all of its notes. */
function listKind({ attribute, subject }: Question, world: AnswerWorld): Answer | null {
  const kind = isOfKinds(listAspect(attribute)) ? world.listKind(listForms(subject)) : undefined;
  if (kind === undefined || kind.titles.length < 2 || kind.titles.length > mostMembers) return null;
  const page = { url: kind.url, title: kind.label, kindLabel: '', asOf: '' };
  return makeAnswer('list', page, { id: '', titles: [] }, { subject: kind.label, items: kind.titles });
}

function findOne(
  question: Question,
  pages: readonly PageEvidence[],
  world: AnswerWorld,
  findNoun?: typeof findCountedNoun,
): Answer | null {
  const name = findLongestName(question.subject, world.names);
  const names =
    name !== undefined && isWholeName(name, pages, world)
      ? name.spellings
      : listForms(name?.text ?? question.subject);
  const listed = (): Answer | null =>
    findList(pages, names, question, listNamed(name, pages, world), listMore(question, name, world));
  const counted = (): Answer | null => {
    const { count } = question;
    if (count === undefined || findNoun === undefined) return null;
    const terms = addSounds(world.planTerms(question.subject), pages);
    const length = name === undefined ? 0 : world.planTerms(name.text).length;
    return findNoun(pages, {
      terms,
      nameTerms: new Set(terms.flatMap((_, at) => (at < length ? [at] : []))),
      named: listNamed(name, pages, world),
      noun: question.attribute,
      count: count,
    });
  };
  return (
    // As many as the question says come first; where it says none, what a heading lists.
    (question.count === 0 ? (listed() ?? counted()) : (counted() ?? listed())) ??
    (languages.some(({ kindsAspect }) => listAspect(question.attribute).includes(kindsAspect))
      ? findCounted(pages, world.planTerms(dropFillers(question.subject)))
      : null) ??
    // What no heading lists may be a row or column of a table: 약점.
    (languages.some(({ cellAspects }) => cellAspects.test(question.attribute))
      ? askFact(question, pages, world, findCell)
      : null) ??
    findEnumerated(
      pages,
      world.planTerms(
        dropFillers(
          isOpenWord(question.attribute) || isOfAny(question.attribute)
            ? question.subject
            : `${question.subject} ${question.attribute}`,
        ),
      ),
      isOpenWord(question.attribute),
    ) ??
    // How something works is not told by steps that happen to stand in its note.
    (listAspect('steps').includes(question.attribute) && !/^how\s.+\sworks?$/u.test(question.text)
      ? findGuide(pages, world.planTerms(dropFillers(question.subject)))
      : null)
  );
}

/** True for kinds and examples: what lists the things themselves need not say so. */
function isOfAny(attribute: string): boolean {
  const aspect = listAspect(attribute);
  return isOfKinds(aspect) || languages.some(({ exampleAspect }) => aspect.includes(exampleAspect));
}

function isSame(one: Answer, other: Answer): boolean {
  return one.text === other.text && one.items.join('\n') === other.items.join('\n');
}

/** The nouns that a question names besides the name of its subject: 탐지 of 딥페이크 탐지. */
function listMore(
  { subject, attribute, text }: Question,
  name: Name | undefined,
  world: AnswerWorld,
): PlanTerm[] {
  if (name === undefined) return [];
  const rest = subject.split(' ').slice(name.text.split(' ').length);
  const aspect = listAspect(attribute);
  return world.planTerms(
    rest
      .filter(
        (word) =>
          // What a Korean question has in Latin letters is a noun.
          (languages.some(({ noun }) => noun.test(word)) ||
            (/^[a-z\d]/u.test(word) && /[가-힣]/u.test(text))) &&
          !aspect.includes(word),
      )
      .join(' '),
  );
}
