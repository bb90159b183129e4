import type { Problem } from '../knowledge/problem.ts';
import type { Atlas } from './open-atlas.ts';

/** Diagrams that Mermaid cannot read, each at its line of the note. */
export async function findDiagramProblems(_atlas: Atlas): Promise<Problem[]> {
  return [];
}
