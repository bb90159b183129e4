import { listPaths } from '../knowledge/learning-paths.ts';
import { getLibrary } from '../library.ts';
import { basePath } from '../site.ts';

export async function GET(): Promise<Response> {
  return Response.json(listPaths(await getLibrary(), basePath()));
}
