/** Defines what a question names beside or within a thing that has a note of its own. */
import type { Answer } from './answer.ts';
import { listUrls } from './answer-world.ts';
import type { AnswerWorld } from './answer-world.ts';
import { cover } from './choose-facts.ts';
import type { PageEvidence } from './evidence.ts';
import { findLongestName } from './names.ts';
import { languages } from './question.ts';
import type { Question } from './question.ts';

/** What something is within what has a note of its own: consistency in CAP. */
export async function definePart(
  question: Question,
  pages: readonly PageEvidence[],
  world: AnswerWorld,
  defineIn: Define,
): Promise<Answer[]> {
  const terms = world.planTerms(question.subject);
  const own = pages.filter(
    ({ page }) => terms.length > 0 && cover(page.title, terms).found.size === terms.length,
  );
  const found = await defineIn({ ...question, kind: 'definition', subject: question.attribute }, own, world);
  return found.filter(({ url }) => own.some(({ page }) => url.startsWith(page.url))).slice(0, 1);
}

/** Kafka broker: what the note on the first word says of the rest. */
export async function defineRest(
  question: Question,
  pages: readonly PageEvidence[],
  world: AnswerWorld,
  defineIn: Define,
): Promise<Answer[]> {
  const first = findLongestName(question.subject, world.names);
  const rest = question.subject.slice(first?.text.length ?? 0).trim();
  if (first === undefined || rest.length < 2) return [];
  const own = pages.filter(({ page }) => listUrls(first.pages, world).includes(page.url));
  const found = await defineIn({ ...question, subject: rest }, own, world);
  return found.filter(({ url }) => own.some(({ page }) => url.startsWith(page.url)));
}

/** The definition of what a why-question names, where it says what that is for. */
export async function explainPurpose(
  question: Question,
  pages: readonly PageEvidence[],
  world: AnswerWorld,
  define: Define,
): Promise<Answer[]> {
  const name = findLongestName(question.subject, world.names);
  const rest = question.subject.slice(name?.text.length ?? 0).trim();
  if (name === undefined || !languages.some(({ lightWords }) => lightWords.test(rest))) return [];
  const answers = await define({ ...question, subject: name.text }, pages, world);
  return answers.filter(({ text }) => languages.some(({ purpose }) => purpose.test(text))).slice(0, 1);
}

type Define = (question: Question, pages: readonly PageEvidence[], world: AnswerWorld) => Promise<Answer[]>;
