import type { APIRequestContext } from 'playwright/test';

/**
 * Addresses of notes of the served site whose page holds what a test needs: tests name no note, whatever the site is
 * about.
 * @param most how many are wanted
 */
export async function findNotes(request: APIRequestContext, holds: RegExp, most = 1): Promise<string[]> {
  const { notes } = (await (await request.get('/atlas.json')).json()) as { notes: { url: string }[] };
  const found: string[] = [];
  for (const { url } of notes) {
    const { pathname } = new URL(url);
    if (holds.test(await (await request.get(pathname)).text())) found.push(pathname);
    if (found.length === most) break;
  }
  return found;
}
