import type { AstroIntegration, HookParameters } from 'astro';
import { checkAtlas } from '../content/check-atlas.ts';
import { openSession } from '../content/session.ts';
import { formatProblem, type Problem } from '../knowledge/problem.ts';
import { openAtlasDrawings } from './draw-diagrams.ts';
import { renderNote } from './render-note.ts';
import { toRoutePath } from '../knowledge/route.ts';
import { basePath } from '../site.ts';
import { serveLinkedFiles } from './linked-files.ts';
import { serveDevSearch } from './dev-search.ts';

type DevServer = HookParameters<'astro:server:setup'>['server'];

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
        let timer: NodeJS.Timeout | undefined;
        const renew = async () => {
          session.refresh();
          const problems = checkAtlas(await session.atlas());
          for (const problem of problems) logger.warn(formatProblem(problem));
          const errors = problems.filter(({ severity }) => severity === 'error');
          // What cannot be read cannot be drawn: the pages keep their last good content and drawings.
          const isDrawable = !errors.some(({ kind }) =>
            ['front-matter', 'markdown', 'diagram'].includes(kind),
          );
          if (isDrawable) await refreshContent?.({ loaders: ['atlas-notes'] });
          if (errors.length) showOverlay(server, errors);
          search.refresh();
        };
        server.watcher.add(root);
        server.watcher.on('all', (_, path) => {
          if (!path.startsWith(root) || /[\\/]_drawn[\\/]|section-ids\.lock/u.test(path)) return;
          clearTimeout(timer);
          timer = setTimeout(() => void renew(), 80);
        });
      },
    },
  };
}

/** The first problem in the page itself; the page behind it keeps its last good content. */
function showOverlay(server: DevServer, problems: readonly Problem[]): void {
  const [first] = problems;
  if (!first) return;
  server.ws.send({
    type: 'error',
    err: {
      message: problems.map(formatProblem).join('\n'),
      stack: '',
      loc: { file: first.path, line: first.line, column: first.column },
    },
  });
}
