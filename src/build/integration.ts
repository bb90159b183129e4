import type { AstroIntegration } from 'astro';
import { checkAtlas } from '../content/check-atlas.ts';
import { openSession } from '../content/session.ts';
import { formatProblem } from '../knowledge/problem.ts';
import { toRoutePath } from '../knowledge/route.ts';
import { basePath } from '../site.ts';
import { serveLinkedFiles } from './linked-files.ts';
import { serveDevSearch } from './dev/dev-search.ts';
import { followFiles } from './dev/follow-files.ts';
import { openLivePages } from './dev/live-pages.ts';
import { writeLiveScript } from './dev/live-script.ts';
import { openWritingSession } from './dev/open-writing-session.ts';
import { serveNotes } from './dev/serve-notes.ts';
import { watchFolder } from './dev/watch-folder.ts';

/**
 * What the atlas adds to Astro. Building is `build-site.ts`; here are the content check for whoever calls Astro
 * itself, and live authoring: problems, diagrams and search follow the files.
 */
export function atlas(): AstroIntegration {
  return {
    name: 'atlas',
    hooks: {
      'astro:config:setup': async ({ command, injectScript }) => {
        // Cut fonts need the whole site's text; live authoring takes the typeface as its package has sliced it.
        if (command === 'dev') {
          injectScript(
            'page-ssr',
            "import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';",
          );
          injectScript('page', writeLiveScript(basePath()));
        }
        if (command !== 'build') return;
        const problems = checkAtlas(await openSession().atlas()).filter(
          ({ severity }) => severity === 'error',
        );
        // `npm run build` has said all this before and never comes here with errors.
        if (problems.length) throw new Error(problems.map(formatProblem).join('\n'));
      },
      'astro:server:setup': async ({ server, logger, refreshContent }) => {
        const session = openSession();
        const { root } = await session.atlas();
        const drawings = await openWritingSession();
        const pages = openLivePages(server.middlewares, basePath());
        const search = serveDevSearch(server.middlewares, async (path) => {
          const address = server.resolvedUrls?.local[0] ?? `http://localhost:${server.config.server.port}/`;
          const response = await fetch(new URL(path, address));
          return response.ok ? response.text() : null;
        });
        serveLinkedFiles(server.middlewares, basePath());
        server.middlewares.use((request, _, next) => {
          const [path = '', ...query] = (request.url ?? '').split('?');
          // Modules have names of their own making, which stay.
          if (!/^\/(?:@|src\/|node_modules\/)/u.test(path))
            request.url = [toRoutePath(path), ...query].join('?');
          next();
        });
        const renewed = async () => {
          search.refresh();
          // Only MDX passes through Astro's own store.
          const { library } = await session.atlas();
          const hasMdx = [...library.notes, ...library.unlisted].some(({ format }) => format === 'mdx');
          if (hasMdx) await refreshContent?.({ loaders: ['atlas-notes'] });
          // Astro remembers which pages there are until it is told otherwise.
          for (const environment of Object.values(server.environments))
            environment.hot.send('astro:content-changed', {});
        };
        const files = followFiles(pages, renewed, (line) => logger.warn(line));
        serveNotes(server.middlewares, basePath(), files);
        const watched = watchFolder(root, files.notice);
        server.httpServer?.once('close', () => {
          watched.close();
          pages.close();
          void drawings.close();
        });
      },
    },
  };
}
