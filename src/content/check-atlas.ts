import {
  findBrokenCitations,
  findBrokenReferences,
  findContradictions,
} from '../knowledge/rules/references.ts';
import { findBrokenLinks } from '../knowledge/rules/links.ts';
import { findDiagramProblems } from '../knowledge/rules/diagrams.ts';
import { findDateProblems } from '../knowledge/rules/dates.ts';
import { findSectionIdProblems } from '../knowledge/rules/sections.ts';
import { findTermProblems } from '../knowledge/rules/terms.ts';
import { findTakenAliases } from '../knowledge/rules/names.ts';
import { findUncitedClaims } from '../knowledge/rules/claims.ts';
import { findWrongWords } from '../knowledge/rules/wording.ts';
import type { Rule, RuleInput } from '../knowledge/rules/rule.ts';
import { type Problem, sortProblems } from '../knowledge/problem.ts';
import { commandsWords } from '#words';
import { describeFault } from './faults.ts';
import { type Atlas, sourcesFile } from './open-atlas.ts';
import { subjectFile } from './read-subject.ts';

const rules: Rule[] = [
  findBrokenReferences,
  findBrokenCitations,
  findContradictions,
  findBrokenLinks,
  findSectionIdProblems,
  findDateProblems,
  findTermProblems,
  findTakenAliases,
  findDiagramProblems,
  findUncitedClaims,
  findWrongWords,
];

/**
 * Every problem of a content folder, in one pass, sorted by file and line; paths as the author types them.
 *
 * Where `atlas.yaml` does not say `strict`, a fault costs the place that has it, never the site: it is a warning,
 * unless nothing at all can be shown.
 * @param isStrict every warning is an error (`--strict`, `STRICT=1`)
 */
export function checkAtlas(
  atlas: Atlas,
  today = new Date().toISOString().slice(0, 10),
  isStrict = process.env['STRICT'] === '1',
): Problem[] {
  const { library, locate, locateData, termsFile } = atlas;
  const asksForMore = library.subject.isStrict;
  const input = {
    library,
    isStrict: asksForMore,
    locate,
    locateData,
    subjectFile,
    sourcesFile,
    hasLostSources: library.sources.length === 0 && atlas.problems.some(({ path }) => path === sourcesFile),
    termsFile,
    today,
  };
  const found = rules.flatMap((rule): Problem[] => {
    try {
      return rule(input);
    } catch (error) {
      const severity = asksForMore ? 'error' : 'warning';
      const faults = findFaulty(rule, input).map((problem) => ({ ...problem, severity }) as const);
      return faults.length ? faults : [{ path: '.', ...describeFault('check', error), severity }];
    }
  });
  const weigh = ({ path, severity }: Problem): Problem['severity'] => {
    if (isStrict) return 'error';
    return asksForMore || path === '.' ? severity : 'warning';
  };
  return sortProblems(
    [...atlas.problems, ...found].map((problem) => ({
      ...problem,
      severity: weigh(problem),
      path: problem.path === '.' ? atlas.name : `${atlas.name}/${problem.path}`,
    })),
  );
}

/** The notes that bring a rule to fall, each asked alone. */
function findFaulty(rule: Rule, input: RuleInput): Problem[] {
  return input.library.notes.flatMap((note) => {
    try {
      rule({ ...input, library: { ...input.library, notes: [note] } });
      return [];
    } catch (error) {
      return [{ path: note.path, ...describeFault('check', error) }];
    }
  });
}

/** The line that closes a list of problems. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return commandsWords().problemCount(errors, problems.length - errors);
}
