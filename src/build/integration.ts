import type { AstroIntegration } from 'astro';
import { checkAtlas } from '../content/check-atlas.ts';
import { openSession } from '../content/session.ts';
import { formatProblem } from '../knowledge/problem.ts';
import { openAtlasDrawings } from './draw-diagrams.ts';
import { renderNote } from './render-note.ts';
import { toRoutePath } from '../knowledge/route.ts';
import { basePath } from '../site.ts';
import { serveLinkedFiles } from './linked-files.ts';
import { serveDevSearch } from './dev/dev-search.ts';
import { followFiles, shownScript } from './dev/follow-files.ts';
import { serveNotes } from './dev/serve-notes.ts';

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
          injectScript('page', shownScript);
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
        const drawings = openAtlasDrawings(await session.atlas());
        session.draw = drawings.draw;
        session.render = async (note) => renderNote(note, await session.atlas());
        server.httpServer?.once('close', () => void drawings.close());
        const search = serveDevSearch(server);
        serveLinkedFiles(server, basePath());
        server.middlewares.use((request, _, next) => {
          const [path = '', ...query] = (request.url ?? '').split('?');
          // Modules have names of their own making, which stay.
          if (!/^\/(?:@|src\/|node_modules\/)/u.test(path))
            request.url = [toRoutePath(path), ...query].join('?');
          next();
        });
        const { root } = await session.atlas();
        const renewed = async () => {
          search.refresh();
          // Only MDX passes through Astro's own store.
          const { library } = await session.atlas();
          const hasMdx = [...library.notes, ...library.unlisted].some(({ format }) => format === 'mdx');
          if (hasMdx) await refreshContent?.({ loaders: ['atlas-notes'] });
        };
        const files = followFiles(server, root, renewed, (line) => logger.warn(line));
        serveNotes(server, basePath(), files);
      },
    },
  };
}
