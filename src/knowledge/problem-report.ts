import { compareText, type Problem, type ProblemKind } from './problem.ts';

/** Problems of one kind, the commonest message first. */
export interface ProblemGroup {
  kind: ProblemKind;
  errors: number;
  warnings: number;
  /** How many files have some. */
  files: number;
  /** Problems whose messages differ only in what they quote, count or name. */
  messages: { count: number; first: Problem[] }[];
}

/** How many places of one message are named. */
const mostPlaces = 5;

/** Problems by kind: kinds with errors first, then by how many there are; of every message its first places. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const byKind = Map.groupBy(problems, ({ kind }) => kind);
  return [...byKind]
    .map(([kind, all]): ProblemGroup => {
      const errors = all.filter(({ severity }) => severity === 'error').length;
      const messages = [...Map.groupBy(all, ({ message }) => shapeOf(message)).values()]
        .map((same) => ({ count: same.length, first: same.slice(0, mostPlaces) }))
        .sort((a, b) => b.count - a.count);
      const files = new Set(all.map(({ path }) => path)).size;
      return { kind, errors, warnings: all.length - errors, files, messages };
    })
    .sort(
      (a, b) =>
        Math.sign(b.errors) - Math.sign(a.errors) ||
        b.errors + b.warnings - (a.errors + a.warnings) ||
        compareText(a.kind, b.kind),
    );
}

/** A message without what it says of this one place. */
function shapeOf(message: string): string {
  return message
    .replace(/"[^"]*"|“[^”]*”|‘[^’]*’|`[^`]*`|<[^>]*>|\([^()]*\)/gu, '…')
    .replace(/\d+/gu, '0')
    .replace(/[;:].*$/su, '');
}

/** What a site does not have as its author wrote it: words shown as source, what leads nowhere, what could not be drawn. */
export type Loss = 'shownAsWritten' | 'leadsNowhere' | 'notShown';

const lossOf: Partial<Record<ProblemKind, Loss>> = {
  'front-matter': 'shownAsWritten',
  markdown: 'shownAsWritten',
  declaration: 'shownAsWritten',
  link: 'leadsNowhere',
  anchor: 'leadsNowhere',
  reference: 'leadsNowhere',
  relation: 'leadsNowhere',
  source: 'leadsNowhere',
  image: 'notShown',
  diagram: 'notShown',
  file: 'notShown',
};

/** What was not understood, in at most three rows: how often, in how many files, and where first. */
export function summariseLosses(
  problems: readonly Problem[],
): { loss: Loss; count: number; files: number; first: Problem[] }[] {
  const order: Loss[] = ['shownAsWritten', 'leadsNowhere', 'notShown'];
  return order.flatMap((loss) => {
    const all = problems.filter(({ kind }) => lossOf[kind] === loss);
    const files = new Set(all.map(({ path }) => path)).size;
    return all.length ? [{ loss, count: all.length, files, first: all.slice(0, 3) }] : [];
  });
}
