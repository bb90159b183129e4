import { writeAtlasSchema } from '../outputs/write-data.ts';

export function GET(): Response {
  return new Response(JSON.stringify(writeAtlasSchema(), null, 2));
}
