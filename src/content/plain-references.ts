import type { Note } from '../knowledge/note.ts';
import { foldWord, toNfc } from '../knowledge/text.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';

/**
 * Finds the id of the note that a name in front matter means: authors write an id, a file's name, its path or the
 * note's title. Undefined for what names no note, or several.
 */
export function indexNames(notes: readonly Note[]): (written: string) => string | undefined {
  const byId = new Set(notes.map((note) => note.id));
  const byName = new Map<string, string | null>();
  for (const note of notes) {
    const file = note.path.split('/').at(-1)?.replace(noteEnding, '') ?? '';
    for (const name of new Set([note.path, file, note.title, ...note.aliases].map(foldWord))) {
      byName.set(name, byName.has(name) && byName.get(name) !== note.id ? null : note.id);
    }
  }
  return (written) => {
    const name = toNfc(written)
      .replace(/^\[\[|\]\]$/gu, '')
      .replace(/^\.?\//u, '');
    return byId.has(name) ? name : (byName.get(foldWord(name)) ?? undefined);
  };
}

/** Turns what plain notes call each other in `parent` and `relations` into ids; the check reports what names no note. */
export function nameReferences(notes: readonly Note[]): void {
  const plain = notes.filter((note) => note.collection === 'note');
  if (!plain.some((note) => note.parent !== undefined || note.relations.length)) return;
  const find = indexNames(notes);
  for (const note of plain) {
    if (note.parent !== undefined) note.parent = find(note.parent) ?? note.parent;
    for (const relation of note.relations) relation.to = find(relation.to) ?? relation.to;
  }
}
