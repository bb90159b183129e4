/** Address, title and other names of every note, former addresses among them; for the 404 page alone. */
import type { APIRoute } from 'astro';
import { getLibrary } from '../library.ts';

export const GET: APIRoute = async () => {
  const { notes, redirects } = await getLibrary();
  const former = (id: string) => redirects.filter(({ note }) => note === id).map(({ from }) => from);
  return Response.json(notes.map((note) => [note.address, note.title, ...note.aliases, ...former(note.id)]));
};
