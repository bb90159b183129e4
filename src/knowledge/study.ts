import type { Note } from './note.ts';

/**
 * About how many questions a note holds for a self-test: the rows of its tables and its figures. The page itself, as it
 * is drawn, decides.
 */
export function countQuestions(note: Note): number {
  const { tables, figures } = note.outline;
  const rows = tables.reduce((sum, { rows, head }) => sum + (head.length > 1 ? rows.length : 0), 0);
  return rows + figures.length;
}
