import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { lookup } from 'mrmime';
import { openSession } from '../../content/session.ts';
import { writeKindStyles } from '../../subject/style-sheet.ts';
import type { Middlewares } from './middlewares.ts';

/** The address of something that only the server for authors has. */
export function ownAddress(base: string, name: string): string {
  return `${base}@atlas/${name}`;
}

/** Where open pages listen. With a slash at its end, for Astro's own server refuses addresses without one. */
export function liveAddress(base: string): string {
  return ownAddress(base, 'live/');
}

/** Cut fonts need the whole site's text; authors get the typeface as its package has sliced it. */
const fontFolder = join(
  dirname(createRequire(import.meta.url).resolve('pretendard/package.json')),
  'dist/web/variable',
);
const fontSheet = 'pretendardvariable-dynamic-subset.css';

/** The typeface, and the colours of the collections as `atlas.yaml` says now. */
export function serveOwnFiles(middlewares: Middlewares, base: string): void {
  const prefix = ownAddress(base, '');
  middlewares.use((request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (!path.startsWith(prefix)) return next();
    const name = path.slice(prefix.length);
    if (name === 'kinds.css') {
      response.setHeader('content-type', 'text/css');
      response.setHeader('cache-control', 'no-store');
      openSession()
        .atlas()
        .then(({ subject }) => response.end(writeKindStyles(subject)), next);
      return;
    }
    const file =
      name === 'font.css' ? fontSheet : /^(woff2-dynamic-subset\/[\w.-]+\.woff2)$/u.exec(name)?.[1];
    if (file === undefined) return next();
    response.setHeader('content-type', lookup(file) ?? 'application/octet-stream');
    response.setHeader('cache-control', 'max-age=86400');
    createReadStream(join(fontFolder, file)).on('error', next).pipe(response);
  });
}
