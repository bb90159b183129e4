import { openSession } from '../../content/session.ts';
import type { Atlas } from '../../content/open-atlas.ts';
import { fontPlaceholder } from '../../knowledge/fonts/font-links.ts';
import { toRoutePath } from '../../knowledge/route.ts';
import { allowInline, deferModules } from '../../security.ts';
import { basePath, siteOrigin } from '../../site.ts';
import type { OpenApp } from '../compiled/astro-app.ts';
import { writeLiveScript } from './live-script.ts';
import { ownAddress } from './serve-own-files.ts';

/** What a route of the compiled site answers. */
export interface CompiledPage {
  status: number;
  type: string;
  text: string;
}

/** How often a page is made anew because the notes have changed while it was made. */
const mostTries = 3;

/**
 * Pages of the compiled site, each made when it is asked for, with the notes as the session has read them.
 * @returns what makes the page at a path of the server, and `null` where the site has none
 */
export function openCompiledPages({
  match,
  render,
  forget,
}: OpenApp): (path: string) => Promise<CompiledPage | null> {
  const base = basePath();
  let known: Atlas | null = null;
  const session = openSession();
  const make = async (path: string): Promise<CompiledPage | null> => {
    const request = new Request(new URL(toRoutePath(path), siteOrigin()));
    const route = match(request);
    if (!route) return null;
    const response = await render(request, { routeData: route }).catch((error: unknown) => {
      // The route is one of many addresses, and this is none of them.
      if ((error as Error).name === 'NoMatchingStaticPathFound') return null;
      throw error;
    });
    if (!response) return null;
    const type = response.headers.get('content-type') ?? 'text/plain; charset=utf-8';
    const text = await response.text();
    return {
      status: response.status,
      type,
      text: type.startsWith('text/html') ? completePage(text, base) : text,
    };
  };
  return async (path) => {
    for (let tries = 1; ; tries++) {
      const atlas = await session.atlas();
      if (atlas !== known) forget();
      known = atlas;
      const page = await make(path);
      if (tries === mostTries || (await session.atlas()) === atlas) return page;
    }
  };
}

/** What a build does to pages last, as far as pages need it that nobody has published. */
function completePage(html: string, base: string): string {
  const script = writeLiveScript(base);
  const links = ['font.css', 'kinds.css'].map(
    (name) => `<link rel="stylesheet" href="${ownAddress(base, name)}">`,
  );
  // The colours of collections come last, as in the one sheet that a build makes.
  return allowInline(deferModules(html), { script })
    .replace(fontPlaceholder, '')
    .replace('</head>', () => `${links.join('')}<script>${script}</script></head>`);
}
