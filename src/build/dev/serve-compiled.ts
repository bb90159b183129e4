import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import send from 'send';
import { commandsWords } from '#words';
import { openSession } from '../../content/session.ts';
import { messageOf, nameSlip } from '../../content/faults.ts';
import { toPrintable } from '../../knowledge/problem.ts';
import { escapeXml } from '../../outputs/escape-xml.ts';
import { basePath } from '../../site.ts';
import { isAllowedHost } from '../allowed-host.ts';
import { openApp } from '../compiled/astro-app.ts';
import type { Compiled } from '../compiled/open-compiled.ts';
import { serveLinkedFiles } from '../linked-files.ts';
import { openCompiledPages } from './compiled-pages.ts';
import { serveDevSearch } from './dev-search.ts';
import { followFiles } from './follow-files.ts';
import { writeLiveScript } from './live-script.ts';
import { openLivePages } from './live-pages.ts';
import { createMiddlewares } from './middlewares.ts';
import { openWritingSession } from './open-writing-session.ts';
import { serveOwnFiles } from './serve-own-files.ts';
import { serveNotes } from './serve-notes.ts';
import { watchFolder } from './watch-folder.ts';

/**
 * Serves the notes while they are written, through the site as Astro has compiled it: a page is made when it is asked
 * for, nothing else is, and an edit makes only what hangs on it anew. Rejects where the port is taken.
 */
export async function serveCompiled(
  compiled: Compiled,
  { port, host, print }: { port: number; host: string; print: (line: string) => void },
): Promise<{ close: () => Promise<void> }> {
  const base = basePath();
  const { root } = await openSession().atlas();
  const drawings = await openWritingSession();
  const open = openCompiledPages(await openApp(compiled.folder, compiled.facts));
  const middlewares = createMiddlewares((_, response, error) => {
    if (error === undefined) return answer(response, 404, 'text/plain; charset=utf-8', '404');
    const reason = toPrintable(messageOf(nameSlip(error, '', commandsWords().steps.pages)));
    print(reason);
    // The page comes back by itself when the note is mended.
    const script = writeLiveScript(base);
    const page = `<!doctype html><meta charset="utf-8"><title>500</title><pre>${escapeXml(reason)}</pre><script>${script}</script>`;
    answer(response, 500, 'text/html; charset=utf-8', page);
  });
  middlewares.use((request, response, next) => {
    if (!isAllowedHost(request.headers.host, host))
      return answer(response, 403, 'text/plain; charset=utf-8', commandsWords().server.otherHost);
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'text/plain', '');
    const [path = '/'] = (request.url ?? '/').split('?');
    if (path.startsWith(base)) return next();
    response.writeHead(path === '/' || `${path}/` === base ? 302 : 404, { location: base }).end();
  });
  const pages = openLivePages(middlewares, base);
  const search = serveDevSearch(middlewares, async (path) => (await open(path))?.text ?? null);
  serveOwnFiles(middlewares, base);
  // What Astro made of scripts and styles; its names change with what is in them.
  const client = join(compiled.folder, 'client');
  middlewares.use((request, response, next) => {
    const path = `/${(request.url ?? '').slice(base.length)}`;
    if (!/^\/(?:_astro\/|[\w.-]+\.svg$)/u.test(path)) return next();
    send(request, path, { root: client, dotfiles: 'ignore', cacheControl: false })
      .on('error', () => next())
      .pipe(response);
  });
  serveLinkedFiles(middlewares, base);
  const files = followFiles(
    pages,
    () => {
      search.refresh();
      return Promise.resolve();
    },
    print,
  );
  serveNotes(middlewares, base, files);
  middlewares.use((request, response, next) => {
    const [path = '/', ...query] = (request.url ?? '/').split('?');
    const isFolder = !path.endsWith('/') && !/\.\w+$/u.test(path);
    if (isFolder) {
      const location = `${path.replace(/^\/+/u, '/')}/${query.length ? `?${query.join('?')}` : ''}`;
      response.writeHead(302, { location }).end();
      return;
    }
    open(path)
      .then(async (page) => page ?? { ...(await open(`${base}404/`)), status: 404 })
      .then(({ status, type = 'text/plain', text = '404' }) => answer(response, status, type, text))
      .catch(next);
  });
  const server = createServer(middlewares.handle);
  const watched = watchFolder(root, files.notice);
  const close = async () => {
    watched.close();
    pages.close();
    server.close();
    server.closeAllConnections();
    await drawings.close();
  };
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}

function answer(response: ServerResponse, status: number, type: string, text: string): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.setHeader('cache-control', 'no-store');
  response.end(text);
}
