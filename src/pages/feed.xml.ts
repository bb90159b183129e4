import { getOutputSite, getLibrary } from '../library.ts';
import { writeFeed } from '../outputs/write-feeds.ts';

export async function GET(): Promise<Response> {
  return new Response(writeFeed(await getLibrary(), await getOutputSite()));
}
