/** What a search found, in one line for eyes and ears: the count, whether there is an answer, what was corrected or is offered. */
import type { SearchOutcome } from '../search/outcome.ts';
import type { Explanation } from '../search/plan-query.ts';
import { searchWords } from '#words';

/** The line. A correction comes first: who does not see it must know that something else was searched. */
export function describeOutcome({ total, answers, explanations, suggestions }: SearchOutcome): string {
  const words = searchWords();
  const lines: string[] = [];
  const [first] = explanations;
  if (first !== undefined && first.kind !== 'synonym' && total > 0)
    lines.push(`${words.explanations[first.kind]}: ${listTargets(explanations).join(', ')}.`);
  if (answers.length > 0) lines.push(words.answer.given);
  lines.push(total === 0 ? words.foundNone : words.found(total));
  const offered = suggestions.flatMap(({ kind, text }) => (kind === 'word' ? [text] : []));
  if (total === 0 && offered.length > 0) lines.push(`${words.empty.words} ${offered.join(', ')}.`);
  return lines.join(' ');
}

/** What was searched instead of what was typed, for the first reason. */
export function listTargets(explanations: readonly Explanation[]): string[] {
  const [first] = explanations;
  const same = explanations.filter(({ kind }) => kind === first?.kind);
  return [...new Set(same.flatMap(({ to }) => to))].slice(0, 5);
}
