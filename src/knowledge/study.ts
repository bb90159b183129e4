import type { Note } from './note.ts';

/**
 * About how many questions a note holds for a self-test: the rows of its tables, its figures, and what it asks itself. The
 * page, as it is drawn, decides.
 */
export function countQuestions(note: Note): number {
  const { tables, figures, asked = 0 } = note.outline;
  const rows = tables.reduce((sum, { rows, head }) => sum + (head.length > 1 ? rows.length : 0), 0);
  return rows + figures.length + asked;
}
