import type { APIRoute, GetStaticPaths } from 'astro';
import type { Note } from '../knowledge/note.ts';
import { toRoute } from '../knowledge/route.ts';
import { getLibrary, getOutputSite } from '../library.ts';
import { hasTwin, sectionTwinAddress, writeSectionTwin, writeTwin } from '../outputs/write-twin.ts';

/** Every note and every section as Markdown, beside its page: `/stack/rag.md`, `/stack/rag.s-x3f2k.md`. */
export const getStaticPaths = (async () => {
  const { notes } = await getLibrary();
  return notes.flatMap((note) => [
    { params: { twin: toRoute(note.address) }, props: { note, place: null } },
    ...note.outline.sections.flatMap((section, place) =>
      hasTwin(section)
        ? [{ params: { twin: toRoute(sectionTwinAddress(note, section)) }, props: { note, place } }]
        : [],
    ),
  ]);
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ note: Note; place: number | null }> = async ({ props: { note, place } }) => {
  const [library, site] = [await getLibrary(), await getOutputSite()];
  return new Response(
    place === null ? writeTwin(note, library, site) : writeSectionTwin(note, place, library, site),
  );
};
