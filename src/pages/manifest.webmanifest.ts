import { pagesWords } from '#words';
import { getLibrary } from '../library.ts';
import { writeAppManifest } from '../outputs/write-app-manifest.ts';
import { basePath } from '../site.ts';

export async function GET(): Promise<Response> {
  const words = pagesWords().frame;
  const { subject } = await getLibrary();
  const manifest = writeAppManifest(subject, basePath(), [
    [words.search, 'search/'],
    [words.map, 'map/'],
    [words.review, 'review/'],
  ]);
  return new Response(manifest, { headers: { 'content-type': 'application/manifest+json' } });
}
