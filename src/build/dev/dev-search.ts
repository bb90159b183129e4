import type { HookParameters } from 'astro';
import { openSession } from '../../content/session.ts';
import { pagePath } from '../../knowledge/address.ts';
import { createSearchFiles } from '../../search/build-index.ts';
import { basePath } from '../../site.ts';
import { listSynonyms, listTerms } from '../build-search.ts';

type DevServer = HookParameters<'astro:server:setup'>['server'];

const types: Record<string, string> = {
  js: 'text/javascript',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
};

/**
 * Search while writing: the index is made from the dev server's own pages when it is first asked for, and made again
 * after a change. Pages are asked for one after another, so that the author's own page is never kept waiting long.
 */
export function serveDevSearch(server: DevServer): { refresh: () => void } {
  let files: Promise<ReadonlyMap<string, Uint8Array>> | null = null;
  const base = basePath();
  const build = async () => {
    const address = server.resolvedUrls?.local[0] ?? `http://localhost:${server.config.server.port}${base}`;
    const { origin } = new URL(address);
    const atlas = await openSession().atlas();
    const paths = [
      ...atlas.library.notes.map((note) => pagePath(base, note.address)),
      pagePath(base, 'glossary'),
    ];
    async function* pages() {
      for (const path of paths) {
        const response = await fetch(origin + path).catch(() => null);
        if (response?.ok) yield { url: `/${path.slice(base.length)}`, html: await response.text() };
      }
    }
    return (
      await createSearchFiles({ pages: pages(), synonyms: listSynonyms(atlas), terms: listTerms(atlas) })
    ).files;
  };
  server.middlewares.use((request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?');
    const name = path.startsWith(base) ? path.slice(base.length) : path.slice(1);
    if (!/^(?:pagefind|search-data)\//u.test(name)) {
      next();
      return;
    }
    files ??= build();
    files.then(
      (made) => {
        const content = made.get(decodeURIComponent(name));
        response.statusCode = content ? 200 : 404;
        response.setHeader('content-type', types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
        response.setHeader('cache-control', 'no-store');
        response.end(content ? Buffer.from(content) : undefined);
      },
      (error: unknown) => {
        files = null;
        next(error);
      },
    );
  });
  return { refresh: () => (files = null) };
}
