import type { Note } from '../knowledge/note.ts';
import { foldWord } from '../knowledge/text.ts';

/**
 * What plain notes call each other in `parent` and `relations` as ids: authors write a file's name, its path or the
 * note's title. What names no note, or several, is left as written for the check to report.
 */
export function nameReferences(notes: readonly Note[]): void {
  const plain = notes.filter((note) => note.collection === 'note');
  if (!plain.some((note) => note.parent !== undefined || note.relations.length)) return;
  const byId = new Set(notes.map((note) => note.id));
  const byName = new Map<string, string | null>();
  for (const note of notes) {
    const file =
      note.path
        .split('/')
        .at(-1)
        ?.replace(/\.mdx?$/iu, '') ?? '';
    for (const name of new Set([note.path, file, note.title, ...note.aliases].map(foldWord))) {
      byName.set(name, byName.has(name) && byName.get(name) !== note.id ? null : note.id);
    }
  }
  const find = (wanted: string) => {
    const name = wanted.replace(/^\[\[|\]\]$/gu, '').replace(/^\.?\//u, '');
    return byId.has(name) ? name : (byName.get(foldWord(name)) ?? wanted);
  };
  for (const note of plain) {
    if (note.parent !== undefined) note.parent = find(note.parent);
    for (const relation of note.relations) relation.to = find(relation.to);
  }
}
