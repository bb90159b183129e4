import { diagramsWords } from '#words';
import type { DescriptionItem } from './describe.ts';
import type { SequenceStep } from './graph.ts';

/** The messages of a sequence as list items; loops and alternatives hold theirs as nested lists. */
export function describeSteps(steps: readonly SequenceStep[]): DescriptionItem[] {
  return steps.flatMap((step) => {
    if (step.kind === 'message') return [{ text: describeMessage(step) }];
    if (step.kind === 'note') return [{ text: diagramsWords().text.note(step.over.join(', '), step.text) }];
    return step.branches.flatMap((branch, index) => {
      const items = describeSteps(branch.steps);
      const word = index === 0 ? step.label : step.label ? diagramsWords().text.otherwise : '';
      const text = [word, branch.label].filter(Boolean).join(': ');
      if (text === '') return items;
      return [items.length > 0 ? { text, list: { ordered: true, items } } : { text }];
    });
  });
}

function describeMessage({ from, to, text, reply }: Extract<SequenceStep, { kind: 'message' }>): string {
  return diagramsWords().text.message(from, to, text, reply);
}

/** One sentence: who takes part and how much is said. */
export function summariseSequence(
  participants: readonly string[],
  steps: readonly SequenceStep[],
  name: string,
): string {
  return diagramsWords().text.sequence(participants, countMessages(steps), name);
}

function countMessages(steps: readonly SequenceStep[]): number {
  return steps.reduce(
    (sum, step) =>
      sum +
      (step.kind === 'message'
        ? 1
        : step.kind === 'block'
          ? step.branches.reduce((all, branch) => all + countMessages(branch.steps), 0)
          : 0),
    0,
  );
}
