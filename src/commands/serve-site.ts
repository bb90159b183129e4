import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, posix } from 'node:path';
import compression from 'compression';
import send from 'send';
import { commandsWords } from '#words';
import { isAllowedHost } from '../build/allowed-host.ts';
import { hostFiles } from '../outputs/write-host-files.ts';
import { basePath } from '../site.ts';

/** Where the site is served unless `HOST` says otherwise: for this machine alone. */
export const loopback = '127.0.0.1';

/**
 * Serves a built site under its base path, compressed as hosts do; unknown addresses get the site's own 404 page.
 * Answers GET and HEAD only, only to names that are this machine's, and leads addresses of folders to their `/`. What
 * a build writes for hosts is not served.
 */
export function serveSite(
  folder: string,
  port: number,
  base = basePath(),
  host = process.env['HOST'] || loopback,
): Promise<Server> {
  // Its types know Express only; it needs no more than Node's own request and response.
  const compress = compression() as unknown as (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;
  const server = createServer((request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    if (!isAllowedHost(request.headers.host, host)) {
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(commandsWords().server.otherHost);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD', 'content-length': 0 });
      response.end();
      return;
    }
    const [path = '/', ...query] = (request.url ?? '/').split('?');
    if (!path.startsWith(base)) {
      response.writeHead(path === '/' || path === base.slice(0, -1) ? 302 : 404, { location: base });
      response.end();
      return;
    }
    const notFound = () => {
      const body = readNotFound(folder);
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    compress(request, response, () => {
      if (isForHosts(path.slice(base.length))) return notFound();
      send(request, `/${path.slice(base.length)}`, { root: folder, dotfiles: 'ignore', cacheControl: false })
        .on('headers', (headers: ServerResponse) => headers.setHeader('cache-control', 'no-cache'))
        .on('directory', () => {
          // One slash: with two a browser would take the path for a host.
          const location = `${path.replace(/^\/+/u, '/')}/${query.length ? `?${query.join('?')}` : ''}`;
          response.writeHead(301, { location });
          response.end();
        })
        .on('error', ({ status }: { status?: number }) => {
          if (status !== 416) return notFound();
          // The header that says how long the file is stands already: a player asks again within it.
          response.writeHead(416, { 'content-length': 0 });
          response.end();
        })
        .pipe(response);
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

/** Whether an address below the base is of a file that tells a host how to serve the site. */
function isForHosts(path: string): boolean {
  try {
    return hostFiles.includes(posix.normalize(`/${decodeURIComponent(path)}`).slice(1));
  } catch {
    return false;
  }
}

function readNotFound(folder: string): string {
  try {
    return readFileSync(join(folder, '404.html'), 'utf8');
  } catch {
    return '404';
  }
}

/** Serves and prints where, or why it cannot. */
export async function serveAndTell(folder: string): Promise<void> {
  const port = Number(process.env['PORT'] || 4321);
  try {
    await serveSite(folder, port);
    console.log(localAddress(port));
  } catch (error) {
    console.error(explainServerError(error, port));
    process.exit(1);
  }
}

/** Why a server cannot be had at this port, for who starts it. */
export function explainServerError(error: unknown, port: number): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words = commandsWords().server;
  if (code === 'EADDRINUSE') return words.portTaken(port);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return words.noSuchHost(process.env['HOST'] ?? loopback);
  return words.failed(message);
}

/** The address to open: this machine's own name where the site is served for it, or for everybody. */
export function localAddress(port: number): string {
  const host = process.env['HOST'] || loopback;
  const isHere = ['localhost', loopback, '::1', '0.0.0.0', '::'].includes(host);
  return `http://${isHere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}${basePath()}`;
}
