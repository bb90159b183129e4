import { getLibrary, getOutputSite } from '../library.ts';
import { writeSectionFeed } from '../outputs/write-feeds.ts';

export async function GET(): Promise<Response> {
  return new Response(writeSectionFeed(await getLibrary(), await getOutputSite()));
}
