import type { Atlas } from '../content/open-atlas.ts';
import { getFrame } from '../frame.ts';
import { viewNote } from '../note-view.ts';
import { hashInputs } from '../store/recall.ts';
import type { Compiled } from './compiled/open-compiled.ts';
import type { PageToMake } from './read-made-page.ts';
import { hasFailed, nameText } from './render-note.ts';

/**
 * Says what pages of notes are made of, each as one hash: the note's text with all that its HTML depends on, what stands
 * around it (`note-view.ts`), the frame of all pages, and the compiled code. Null for pages of which that is not known:
 * those of other things than notes, of code, and of notes that show parts of others.
 */
export async function nameNotePages(
  atlas: Atlas,
  { facts }: Compiled,
): Promise<(path: string) => Promise<Pick<PageToMake, 'key' | 'isFinal'>>> {
  const { notes, unlisted } = atlas.library;
  const byPath = new Map([...notes, ...unlisted].map((note) => [`${note.address}/index.html`, note]));
  const common = hashInputs([JSON.stringify([facts, await getFrame()])]).toString('hex');
  return async (path) => {
    const note = byPath.get(path);
    const text = note && note.format === 'md' ? nameText(note, atlas) : null;
    if (!note || text === null) return { key: null };
    const { page, ...view } = await viewNote(note);
    // The note itself is part of what its text is made of.
    const key = hashInputs([common, text, JSON.stringify([{ ...page, note: null }, view])]).toString('hex');
    return { key, isFinal: () => !hasFailed(note) };
  };
}
