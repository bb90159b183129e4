import { openSession } from '../../content/session.ts';
import { pagePath } from '../../knowledge/address.ts';
import { createSearchFiles } from '../../search/build-index.ts';
import { basePath } from '../../site.ts';
import { listSynonyms, listTerms } from '../build-search.ts';
import type { Middlewares } from './middlewares.ts';
import { nameRequested } from './name-requested.ts';

const types: Record<string, string> = {
  js: 'text/javascript',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
};

/**
 * Search while writing: the index is made from the pages when it is first asked for, and made again after a change.
 * Pages are asked for one after another, so that the author's own page is never kept waiting long.
 * @param open the HTML of the page at a path of the server; null where there is none
 */
export function serveDevSearch(
  middlewares: Middlewares,
  open: (path: string) => Promise<string | null>,
): { refresh: () => void } {
  let files: Promise<ReadonlyMap<string, Uint8Array>> | null = null;
  const base = basePath();
  const build = async () => {
    const atlas = await openSession().atlas();
    const paths = [
      ...atlas.library.notes.map((note) => pagePath(base, note.address)),
      pagePath(base, 'glossary'),
    ];
    async function* pages() {
      for (const path of paths) {
        const html = await open(path).catch(() => null);
        if (html !== null) yield { url: `/${path.slice(base.length)}`, html };
      }
    }
    return (
      await createSearchFiles({ pages: pages(), synonyms: listSynonyms(atlas), terms: listTerms(atlas) })
    ).files;
  };
  middlewares.use((request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?');
    const name = nameRequested(path, base);
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
