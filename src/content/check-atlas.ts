import { findBrokenCitations, findBrokenReferences, findContradictions } from '../knowledge/rules/references.ts';
import { findBrokenLinks } from '../knowledge/rules/links.ts';
import { findDiagramProblems } from '../knowledge/rules/diagrams.ts';
import { findDateProblems } from '../knowledge/rules/dates.ts';
import { findSectionIdProblems } from '../knowledge/rules/sections.ts';
import { findTermProblems } from '../knowledge/rules/terms.ts';
import { findUncitedClaims } from '../knowledge/rules/claims.ts';
import { findWrongWords } from '../knowledge/rules/wording.ts';
import type { Rule } from '../knowledge/rules/rule.ts';
import { type Problem, sortProblems } from '../knowledge/problem.ts';
import type { Atlas } from './open-atlas.ts';

const rules: Rule[] = [
  findBrokenReferences,
  findBrokenCitations,
  findContradictions,
  findBrokenLinks,
  findSectionIdProblems,
  findDateProblems,
  findTermProblems,
  findDiagramProblems,
  findUncitedClaims,
  findWrongWords,
];

/** Every problem of a content folder, in one pass, sorted by file and line; paths as the author types them. */
export function checkAtlas(atlas: Atlas, today = new Date().toISOString().slice(0, 10)): Problem[] {
  const { library, isOwn, locate, locateData } = atlas;
  const found = rules.flatMap((rule) => rule({ library, isOwn, locate, locateData, today }));
  return sortProblems(
    [...atlas.problems, ...found].map((problem) => ({
      ...problem,
      path: problem.path === '.' ? atlas.name : `${atlas.name}/${problem.path}`,
    })),
  );
}

/** The line that closes a list of problems. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return `오류 ${errors}개, 경고 ${problems.length - errors}개`;
}
