import { join, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CompiledFacts } from './compile-site.ts';

/** Style sheets of components by route. */
export type PageStyles = [key: string, styles: unknown[]][];

/** A route of the site and one address of it. */
export interface PagePath {
  pathname: string;
  route: { type: string; component: string };
}

/**
 * The part that is used of the application in a module that Astro compiled for rendering at build time. It is no public
 * interface: the version of Astro is pinned, and `tests/site` reads what comes out.
 */
export interface CompiledApp {
  setInternals(internals: { pagesByKeys: Map<string, { styles: unknown[] }> }): void;
  setOptions(options: unknown): void;
  getSettings(): { scripts: unknown[] };
  render(request: Request, options: { routeData: PagePath['route'] }): Promise<Response>;
  /** The route whose pattern an address fits; `true` for those that are rendered at build time. */
  match(request: Request, isMadeBefore: true): PagePath['route'] | undefined;
  /** What the routes said of their addresses. */
  routeCache: { clearAll(): void };
}

/** A compiled application in use. */
export interface OpenApp {
  /** All its addresses. */
  paths: () => Promise<PagePath[]>;
  render: CompiledApp['render'];
  /** The route of one address; undefined where there is none. */
  match: (request: Request) => PagePath['route'] | undefined;
  /** Lets go of what is known of the addresses: the notes have changed. */
  forget: () => void;
}

/** Opens the application in a folder of `compileSite`. */
export async function openApp(folder: string, facts: CompiledFacts): Promise<OpenApp> {
  const entry = pathToFileURL(join(folder, 'server', facts.entry));
  const { app } = (await import(entry.href)) as { app: CompiledApp };
  app.setInternals({
    pagesByKeys: new Map(facts.styles.map(([key, styles]) => [key, { styles: [...styles] }])),
  });
  const destination = {
    write: ({ level, message }: { level: string; message: string }) => {
      // An error comes with its stack, and is thrown as well.
      if (level === 'warn' || (level === 'error' && process.env['ATLAS_DEBUG'])) console.warn(message);
    },
  };
  app.setOptions({
    settings: { scripts: facts.scripts },
    logger: { options: { destination, level: 'warn' } },
  });
  const module = join(
    dirname(fileURLToPath(import.meta.resolve('astro/package.json'))),
    'dist/runtime/prerender/static-paths.js',
  );
  const { StaticPaths } = (await import(pathToFileURL(module).href)) as {
    StaticPaths: new (app: CompiledApp) => { getAll(): Promise<PagePath[]> };
  };
  return {
    paths: () => new StaticPaths(app).getAll(),
    render: (request, options) => app.render(request, options),
    match: (request) => app.match(request, true),
    forget: () => app.routeCache.clearAll(),
  };
}
