import type { ServerResponse } from 'node:http';
import type { Atlas } from '../../content/open-atlas.ts';
import { openSession } from '../../content/session.ts';
import { listNoteFiles } from '../note-files.ts';
import type { FollowedFiles } from './follow-files.ts';
import { nameRequested } from './name-requested.ts';
import { readingEntry } from './live-script.ts';
import type { Middlewares } from './middlewares.ts';

/** Pages whose last good state is kept: those that an author has open while writing. */
const mostKept = 20;

const types: Record<string, string> = {
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/**
 * What the dev server does for notes before Astro renders them: a request waits until the last edit has been read, so
 * nothing stale is shown; a note that is broken now keeps its last good page; and the files that are no pages
 * (`note-files.ts`) are made when asked for.
 */
export function serveNotes(middlewares: Middlewares, base: string, files: FollowedFiles): void {
  const good = new Map<string, Buffer>();
  middlewares.use((request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (/^\/(?:@|src\/|node_modules\/)/u.test(path)) return next();
    files.settled().then(async (readings) => {
      response.setHeader('server-timing', `${readingEntry};desc="${readings}"`);
      const atlas = await openSession().atlas();
      const name = nameRequested(path, base);
      const file = noteFiles(atlas).get(
        name.startsWith('s/') ? `${name.replace(/\/$/u, '')}/index.html` : name,
      );
      if (file) {
        const type = name.startsWith('s/') ? 'html' : (name.split('.').at(-1) ?? '');
        response.setHeader('content-type', types[type] ?? 'text/plain; charset=utf-8');
        response.setHeader('cache-control', 'no-store');
        response.end(file.write());
        return;
      }
      const address = name.replace(/\/$/u, '');
      const note = atlas.library.notes.find((each) => each.address === address);
      if (!note) return next();
      const kept = good.get(address);
      if (files.broken().has(note.path) && kept) {
        response.setHeader('content-type', 'text/html');
        response.end(kept);
        return;
      }
      if (!files.broken().has(note.path)) {
        keepAnswer(response, (body) => {
          good.delete(address);
          good.set(address, body);
          for (const old of [...good.keys()].slice(0, -mostKept)) good.delete(old);
        });
      }
      next();
    }, next);
  });
}

const filesOf = new WeakMap<Atlas, ReturnType<typeof listNoteFiles>>();

function noteFiles(atlas: Atlas): ReturnType<typeof listNoteFiles> {
  const known = filesOf.get(atlas) ?? listNoteFiles(atlas, false);
  filesOf.set(atlas, known);
  return known;
}

/** Hands over what is answered, once it is whole and no error. */
function keepAnswer(response: ServerResponse, keep: (body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const add = (part: unknown) => {
    if (typeof part === 'string' || part instanceof Uint8Array) parts.push(Buffer.from(part as Uint8Array));
  };
  const write = response.write.bind(response) as (...rest: unknown[]) => boolean;
  const end = response.end.bind(response) as (...rest: unknown[]) => typeof response;
  response.write = ((...rest: unknown[]) => {
    add(rest[0]);
    return write(...rest);
  }) as typeof response.write;
  response.end = ((...rest: unknown[]) => {
    add(rest[0]);
    if (response.statusCode === 200) keep(Buffer.concat(parts));
    return end(...rest);
  }) as typeof response.end;
}
