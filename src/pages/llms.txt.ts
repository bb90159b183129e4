import { getLibrary, getOutputSite } from '../library.ts';
import { writeLlms } from '../outputs/write-feeds.ts';

export async function GET(): Promise<Response> {
  return new Response(writeLlms(await getLibrary(), await getOutputSite()));
}
