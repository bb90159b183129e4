import { getOutputSite } from '../library.ts';
import { writeSitemapIndex } from '../outputs/write-feeds.ts';

export async function GET(): Promise<Response> {
  return new Response(writeSitemapIndex(await getOutputSite()));
}
