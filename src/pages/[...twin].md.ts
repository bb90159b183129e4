import type { APIRoute, GetStaticPaths } from 'astro';
import type { Note } from '../knowledge/note.ts';
import { toRoute } from '../knowledge/route.ts';
import { getLibrary, getOutputSite } from '../library.ts';
import { writeTwin } from '../outputs/write-twin.ts';

/** Every note as Markdown, beside its page: `/stack/rag.md`. */
export const getStaticPaths = (async () => {
  const { notes } = await getLibrary();
  return notes.map((note) => ({ params: { twin: toRoute(note.address) }, props: { note } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ note: Note }> = async ({ props }) =>
  new Response(writeTwin(props.note, await getLibrary(), await getOutputSite()));
