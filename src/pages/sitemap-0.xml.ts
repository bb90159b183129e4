import { buildCollectionPages } from '../knowledge/collection-page.ts';
import { getLibrary, getOutputSite } from '../library.ts';
import { writeSitemap } from '../outputs/write-feeds.ts';
import { basePath } from '../site.ts';

export async function GET(): Promise<Response> {
  const library = await getLibrary();
  const overviews = buildCollectionPages(library, basePath()).map(({ address }) => address);
  const fixed = [
    '',
    'glossary',
    'sources',
    'tags',
    'map',
    'compare',
    'paths',
    'changes',
    'review',
    'a-z',
    'about',
  ];
  return new Response(writeSitemap(library, [...new Set([...fixed, ...overviews])], await getOutputSite()));
}
