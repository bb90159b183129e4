import { getLibrary, getOutputSite } from '../library.ts';
import { writeAtlasData } from '../outputs/write-data.ts';

export async function GET(): Promise<Response> {
  return new Response(JSON.stringify(writeAtlasData(await getLibrary(), await getOutputSite())));
}
