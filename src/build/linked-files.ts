/** Files that notes link to and pictures that they show: where they come from, and how they are published. */
import { lookup } from 'mrmime';
import type { Atlas } from '../content/open-atlas.ts';
import { readInside } from '../content/read-inside.ts';
import { sanitiseSvg } from '../content/sanitise-svg.ts';
import { openSession } from '../content/session.ts';
import { stripMetadata } from '../content/strip-metadata.ts';
import { filesFolder } from '../knowledge/published-files.ts';
import { resolveLink } from '../knowledge/resolve-link.ts';
import type { Middlewares } from './dev/middlewares.ts';
import type { SiteFiles } from './output/site-files.ts';

/** Puts every file that a published note links to or shows below `files/` of the site. */
export async function copyLinkedFiles(atlas: Atlas, site: Pick<SiteFiles, 'write'>): Promise<void> {
  for (const [path, from] of listLinkedFiles(atlas))
    site.write(`${filesFolder}/${path}`, await readHarmless(path, from, atlas));
}

/** While authors write: the same files, from where they lie. */
export function serveLinkedFiles(middlewares: Middlewares, base: string): void {
  const prefix = `${base}${filesFolder}/`;
  const find = async (url: string): Promise<{ path: string; content: string | Buffer } | null> => {
    const path = decodeURIComponent(url.slice(prefix.length)).normalize('NFC');
    const atlas = await openSession().atlas();
    const from = listLinkedFiles(atlas).get(path);
    return from === undefined ? null : { path, content: await readHarmless(path, from, atlas) };
  };
  middlewares.use((request, response, next) => {
    // Vite may have taken the base path away.
    const [url = ''] = (request.originalUrl ?? request.url ?? '').split('?');
    if (!url.startsWith(prefix)) {
      next();
      return;
    }
    find(url)
      .then((found) => {
        if (!found) {
          next();
          return;
        }
        response.setHeader('content-type', lookup(found.path) ?? 'application/octet-stream');
        response.setHeader('x-content-type-options', 'nosniff');
        response.setHeader('cache-control', 'no-store');
        response.end(found.content);
      })
      .catch(next);
  });
}

/** Path of every file that is published, and where it lies on this disk. */
function listLinkedFiles(atlas: Atlas): Map<string, string> {
  const { library, assets } = atlas;
  const files = new Map<string, string>();
  for (const note of [...library.notes, ...library.unlisted]) {
    for (const { url } of [...note.outline.links, ...note.outline.images]) {
      const target = resolveLink(url, note, library.links);
      const from = target.kind === 'asset' ? assets.get(target.path) : undefined;
      if (target.kind === 'asset' && from !== undefined) files.set(target.path, from);
    }
  }
  return files;
}

/** A file as it may be published: drawings without scripts, photographs without where they were taken. */
async function readHarmless(
  path: string,
  from: string,
  { homes }: Pick<Atlas, 'homes'>,
): Promise<string | Buffer> {
  const bytes = await readInside(homes, from);
  return /\.svg$/iu.test(path) ? sanitiseSvg(bytes.toString('utf8')).svg : stripMetadata(bytes);
}
