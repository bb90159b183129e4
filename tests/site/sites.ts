import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';

/** Built sites that `npm test` has made: the project's own, the plain fixture folder under `/atlas/`, the second subject. */
export const ownSite = process.env['ATLAS_OWN_SITE'] ?? 'dist';
export const plainSite = process.env['ATLAS_PLAIN_SITE'] ?? 'node_modules/.cache/atlas/test/plain';
export const secondSite = process.env['ATLAS_SECOND_SITE'] ?? 'node_modules/.cache/atlas/test/second';

/** A folder of addresses in every form, under `/docs/`. */
export const linkedSite = process.env['ATLAS_LINKED_SITE'] ?? 'node_modules/.cache/atlas/test/linked';

/** Where a site says that it will stand: the origin of its sitemap. */
export function readOrigin(site: string): string {
  return new URL(/^Sitemap:\s*(\S+)/imu.exec(readFileSync(join(site, 'robots.txt'), 'utf8'))?.[1] ?? '')
    .origin;
}

/** A site of notes that attack their readers (`tests/fixtures/hostile`). */
export const hostileSite = process.env['ATLAS_HOSTILE_SITE'] ?? 'node_modules/.cache/atlas/test/hostile';

export interface BuiltPage {
  /** Path from the site's root: `/roasting/first-crack/`. */
  path: string;
  html: string;
  document: Document;
}

const pages = new Map<string, BuiltPage[]>();

/** Every HTML page of a built site, parsed. */
export function readPages(site: string): BuiltPage[] {
  let list = pages.get(site);
  if (!list) {
    list = readdirSync(site, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => {
        const html = readFileSync(file, 'utf8');
        const path = `/${file
          .slice(site.length)
          .replace(/^[\\/]/u, '')
          .replaceAll('\\', '/')}`;
        return {
          path: path.replace(/index\.html$/u, ''),
          html,
          document: parseHTML(html).document,
        };
      });
    pages.set(site, list);
  }
  return list;
}

/** One page by its path. */
export function readPage(site: string, path: string): BuiltPage {
  const page = readPages(site).find((candidate) => candidate.path === path);
  if (!page) throw new Error(`no page ${path} in ${site}`);
  return page;
}
