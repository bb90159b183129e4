/** Address and title of every note, for the 404 page alone. */
import type { APIRoute } from 'astro';
import { getLibrary } from '../library.ts';

export const GET: APIRoute = async () => {
  const { notes } = await getLibrary();
  return Response.json(notes.map((note) => [note.address, note.title]));
};
