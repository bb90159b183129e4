import { buildMapData } from '../map/map-data.ts';
import { getLibrary, getPlate } from '../library.ts';

export async function GET(): Promise<Response> {
  return Response.json(buildMapData(await getPlate(), await getLibrary()));
}
