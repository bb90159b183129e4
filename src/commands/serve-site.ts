import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { basePath } from '../site.ts';

/** Serves a built site under its base path, compressed as hosts do; unknown addresses get the site's own 404 page. */
export function serveSite(folder: string, port: number, base = basePath()): Promise<Server> {
  const files = sirv(folder, { etag: true, dev: true });
  // Its types know Express only; it needs no more than Node's own request and response.
  const compress = compression() as unknown as (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const [path = '/'] = url.split('?');
    if (!path.startsWith(base)) {
      response.writeHead(path === '/' || path === base.slice(0, -1) ? 302 : 404, { location: base });
      response.end();
      return;
    }
    request.url = `/${url.slice(base.length)}`;
    compress(request, response, () => {
      files(request, response, () => {
        response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
        response.end(readNotFound(folder));
      });
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}

function readNotFound(folder: string): string {
  try {
    return readFileSync(join(folder, '404.html'), 'utf8');
  } catch {
    return '404';
  }
}

/** Serves and says where, or says why it cannot. */
export async function serveAndTell(folder: string): Promise<void> {
  const port = Number(process.env['PORT'] || 4321);
  try {
    await serveSite(folder, port);
    console.log(`http://localhost:${port}${basePath()}`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    console.error(
      code === 'EADDRINUSE'
        ? `포트 ${port}를 다른 프로그램이 쓰고 있습니다. PORT=다른번호 로 다시 하십시오.`
        : `사이트를 내보내지 못했습니다: ${(error as Error).message}`,
    );
    process.exit(1);
  }
}
