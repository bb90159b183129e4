import { getLibrary, getOutputSite } from '../library.ts';
import { writeJsonFeed } from '../outputs/write-feeds.ts';

export async function GET(): Promise<Response> {
  return new Response(JSON.stringify(writeJsonFeed(await getLibrary(), await getOutputSite())));
}
