import type { HeldNote, Note } from '../knowledge/note.ts';
import type { Problem } from '../knowledge/problem.ts';
import { problemsWords } from '#words';
import type { Folder } from './read-folder.ts';
import type { DraftNote } from './read-note.ts';

/** What is kept back: by the notes' own word, or by the names of their folders. */
export function listHeldNotes(drafts: readonly DraftNote[], hidden: Folder['hidden']): HeldNote[] {
  return [
    ...drafts.map(({ note: { id, path, address }, visibility }) => ({
      id,
      path,
      address,
      by: visibility.by ?? '',
    })),
    ...hidden.map(({ path, by }) => {
      const bare = path.replace(/\.mdx?$/iu, '');
      return { id: bare, address: bare, path, by };
    }),
  ];
}

/**
 * Takes the lines out of a note's diagrams that bind a node to a note that is kept back: a diagram's source is
 * published as it is written, and would tell the note's name.
 */
export function dropHeldBindings(
  note: Note,
  held: ReadonlySet<string>,
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
): void {
  if (!held.size || !note.body.includes('note:')) return;
  note.body = note.body
    .split('\n')
    .map((line, index) => {
      const id = /^\s*click\s.*?["']note:([^"'#]+)[^"']*["']/u.exec(line)?.[1]?.trim();
      if (id === undefined || !held.has(id)) return line;
      const message = problemsWords().references.heldNote('click', id);
      const place = { line: index + 1 + note.bodyLine, column: line.indexOf('note:') + 1 };
      say(note.path, { ...place, severity: 'warning', kind: 'diagram', message });
      return '';
    })
    .join('\n');
}
