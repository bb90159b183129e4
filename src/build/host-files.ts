import type { Atlas } from '../content/open-atlas.ts';
import { listPlainRedirects, listRedirects } from '../knowledge/moved.ts';
import { writeHeaders, writeNginx, writeRedirects } from '../outputs/write-host-files.ts';
import { basePath } from '../site.ts';
import { collectLicences } from './licences.ts';

/** The files that speak to hosts and lawyers, by their path in the site. */
export async function listHostFiles({ library, ids }: Atlas): Promise<[string, string][]> {
  const base = basePath();
  const redirects = listPlainRedirects(listRedirects(ids.redirects, ids.moved, library, base), base);
  return [
    ['_headers', writeHeaders(base)],
    ['_redirects', writeRedirects(redirects)],
    ['_nginx.conf', writeNginx(base, redirects)],
    // GitHub Pages would leave out folders that begin with a line.
    ['.nojekyll', ''],
    ['licenses.txt', await collectLicences()],
  ];
}
