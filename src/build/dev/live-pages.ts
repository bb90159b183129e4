import type { ServerResponse } from 'node:http';
import { liveAddress } from './serve-own-files.ts';
import { nameRequested } from './name-requested.ts';
import type { Middlewares } from './middlewares.ts';

/** What an open page is told. */
export interface LiveState {
  /** How many times the folder has been read. */
  reading: number;
  /** Problem lines: the errors of all notes, and the warnings of the page's own, of the declaration and of the lists. */
  errors: string[];
  warnings: string[];
}

/** The pages that are open in browsers. */
export interface LivePages {
  /**
   * Tells every page the newest state; those made of an older reading load again.
   * @param stateOf what a page at this address is told, without slashes around it
   */
  tell: (stateOf: (address: string) => LiveState) => void;
  close: () => void;
}

/** Lets pages listen (`live-script.ts`) at an address; who comes is told the state at once. */
export function openLivePages(middlewares: Middlewares, base: string): LivePages {
  const address = liveAddress(base);
  const open = new Map<ServerResponse, string>();
  let state: ((address: string) => LiveState) | null = null;
  const send = (response: ServerResponse, page: string) => {
    if (state) response.write(`data: ${JSON.stringify(state(page))}\n\n`);
  };
  middlewares.use((request, response, next) => {
    const url = new URL(request.originalUrl ?? request.url ?? '/', 'http://localhost');
    if (url.pathname !== address) return next();
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    const page = nameRequested(url.searchParams.get('page') ?? '/', base).replace(/\/$/u, '');
    open.set(response, page);
    response.once('close', () => open.delete(response));
    send(response, page);
  });
  return {
    tell: (stateOf) => {
      state = stateOf;
      for (const [response, page] of open) send(response, page);
    },
    close: () => {
      for (const response of open.keys()) response.end();
    },
  };
}
