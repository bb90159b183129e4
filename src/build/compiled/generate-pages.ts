import { messageOf } from '../../content/faults.ts';
import { basePath, siteOrigin } from '../../site.ts';
import { fromRoute } from '../../knowledge/route.ts';
import { openApp, type PagePath } from './astro-app.ts';
import type { Compiled } from './open-compiled.ts';

/** A file that a route gives: its path in the site, `/` between folders. */
export interface RouteFile {
  path: string;
  /** Rejects where it cannot be rendered. */
  render: () => Promise<string>;
}

/** Every page and machine output of a compiled site. Rejects where two routes give one file. */
export async function listPages({ folder, facts }: Compiled): Promise<RouteFile[]> {
  const { paths, render } = await openApp(folder, facts);
  const taken = new Map<string, string>();
  return (await paths()).map(({ pathname, route }) => {
    const path = fromRoute(nameFile(pathname, route));
    const other = taken.get(path);
    if (other !== undefined) throw new Error(`${other} and ${route.component} both make ${path}`);
    taken.set(path, route.component);
    return {
      path,
      render: async () => {
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
        return text;
      },
    };
  });
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
