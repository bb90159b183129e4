import { messageOf } from '../../content/faults.ts';
import { basePath, siteOrigin } from '../../site.ts';
import { fromRoute } from '../../knowledge/route.ts';
import { openApp, type PagePath } from './astro-app.ts';
import type { Compiled } from './open-compiled.ts';

/** A file that a route gave: its path in the site, `/` between folders. */
export interface MadeFile {
  path: string;
  text: string;
  /** How many there are in all. */
  total: number;
}

/**
 * Renders every page and machine output of a compiled site, one after the other. Rejects where a page cannot be
 * rendered and where two routes give one file.
 */
export async function* generatePages({ folder, facts }: Compiled): AsyncGenerator<MadeFile> {
  const { paths, render } = await openApp(folder, facts);
  const taken = new Map<string, string>();
  const all = await paths();
  for (const { pathname, route } of all) {
    const path = fromRoute(nameFile(pathname, route));
    const other = taken.get(path);
    if (other !== undefined) throw new Error(`${other} and ${route.component} both make ${path}`);
    taken.set(path, route.component);
    let response, text;
    try {
      response = await render(new Request(urlOf(pathname, route)), { routeData: route });
      // A page is sent while it is made, so it may fail here as well.
      text = await response.text();
    } catch (error) {
      throw namePage(error, path);
    }
    if (response.status >= 300 && path !== '404.html')
      throw new Error(`${path}: ${route.component} answered ${response.status}`);
    yield { path, text, total: all.length };
  }
}

/** An error that says on which page it came up, whoever threw it. */
function namePage(error: unknown, path: string): Error {
  const message = messageOf(error);
  return message.includes(path) ? (error as Error) : new Error(`${path}: ${message}`, { cause: error });
}

function nameFile(pathname: string, route: PagePath['route']): string {
  const name = pathname.replace(/^\/+|\/+$/gu, '');
  if (route.type === 'endpoint') return name;
  if (name === '404') return '404.html';
  return name ? `${name}/index.html` : 'index.html';
}

function urlOf(pathname: string, route: PagePath['route']): URL {
  const name = pathname.replace(/^\/+|\/+$/gu, '');
  const isFolder = route.type !== 'endpoint' && name !== '';
  return new URL(basePath() + encodeURI(name) + (isFolder ? '/' : ''), siteOrigin());
}
