import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { CompiledApp, PageStyles } from './astro-app.ts';
import { listFolder } from './compiled-store.ts';

/** What Astro makes of the code, apart from any note: see `compileSite`. */
export interface CompiledFacts {
  /** The module that renders pages, inside `server/`. */
  entry: string;
  /** Style sheets of components by route, as Astro orders them. */
  styles: PageStyles;
  /** Scripts that integrations inject into pages. */
  scripts: unknown[];
  /** SHA-256 of every file. */
  files: Record<string, string>;
}

/**
 * Lets Astro compile the site into `folder`: `server/` holds the module that renders pages, `client/` the scripts,
 * styles and public files. Neither depends on any Markdown note, so one compilation serves until code or settings
 * change; the pages themselves are rendered by `generate-pages.ts`. Rejects when Astro fails.
 */
export async function compileSite(folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}-${randomBytes(3).toString('hex')}`;
  const client = join(draft, 'client');
  await mkdir(client, { recursive: true });
  try {
    const facts: Omit<CompiledFacts, 'files'>[] = [];
    // Loaded only where there is something to compile: Vite alone takes longer than a small change may.
    const { build } = await import('astro');
    await build({
      root: resolve('.'),
      outDir: client,
      force: true,
      // Warnings here are of the code and of packages; who builds notes can do nothing about them.
      logLevel: 'error',
      mode: 'production',
      integrations: [
        keepCompiled(join(client, '.prerender'), join(draft, 'server'), (found) => facts.push(found)),
      ],
    });
    const [found] = facts;
    if (!found) throw new Error('Astro did not compile the site');
    const compiled: CompiledFacts = { ...found, files: listFolder(draft) };
    await writeFile(join(draft, 'compiled.json'), JSON.stringify(compiled));
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Takes what Astro compiled before it would render pages, and has it render none.
 * @param astroOutput where Astro keeps the module that renders pages until it has rendered them
 */
function keepCompiled(
  astroOutput: string,
  folder: string,
  found: (facts: Omit<CompiledFacts, 'files'>) => void,
): AstroIntegration {
  return {
    name: 'atlas-compile',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((standard) => ({
          ...standard,
          name: 'atlas',
          setup: async () => {
            const names = await readdir(astroOutput);
            const entry = names.find((name) => name.startsWith('prerender-entry') && name.endsWith('.mjs'));
            if (entry === undefined) throw new Error('Astro did not compile the pages');
            const { app } = (await import(pathToFileURL(join(astroOutput, entry)).href)) as {
              app: CompiledApp;
            };
            // What Astro hands to the module is what `astro-app.ts` hands to it later.
            const setInternals = app.setInternals.bind(app);
            let styles: PageStyles = [];
            app.setInternals = (internals) => {
              styles = [...internals.pagesByKeys].map(([key, page]) => [key, page.styles]);
              setInternals(internals);
            };
            await standard.setup?.();
            app.setInternals = setInternals;
            await cp(astroOutput, folder, { recursive: true });
            found({ entry, styles, scripts: [...app.getSettings().scripts] });
          },
          getStaticPaths: () => Promise.resolve([]),
        })),
    },
  };
}
