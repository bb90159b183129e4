import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request; `originalUrl` is its address where Vite has taken the base path away. */
type Request = IncomingMessage & { originalUrl?: string | undefined };

/** Answers a request, or hands it on with `next()`; `next(error)` where it cannot. */
export type Handler = (request: Request, response: ServerResponse, next: (error?: unknown) => void) => void;

/** Where handlers are put one after the other: Vite's server has one, and `serve-compiled.ts`. */
export interface Middlewares {
  use(handler: Handler): unknown;
}

/** Handlers in turn: the first that does not hand on answers; `last` where none does, with the error if there is one. */
export function createMiddlewares(
  last: (request: IncomingMessage, response: ServerResponse, error?: unknown) => void,
): Middlewares & { handle: (request: IncomingMessage, response: ServerResponse) => void } {
  const handlers: Handler[] = [];
  const run = (at: number, request: IncomingMessage, response: ServerResponse, error?: unknown): void => {
    const handler = error === undefined ? handlers[at] : undefined;
    if (!handler) return last(request, response, error);
    const next = (failed?: unknown) => run(at + 1, request, response, failed);
    try {
      handler(request, response, next);
    } catch (thrown) {
      next(thrown);
    }
  };
  return {
    use: (handler) => handlers.push(handler),
    handle: (request, response) => run(0, request, response),
  };
}
