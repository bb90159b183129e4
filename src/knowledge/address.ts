/** Addresses of everything on the site. `base` is `/` or `/atlas/`; results are percent-encoded, ready for `href`. */

import { hashText } from '../diagrams/hash.ts';

/** A page's path: `devices/router` → `/atlas/devices/router/`, with `#anchor` when given. */
export function pagePath(base: string, address: string, anchor?: string): string {
  const path = address ? `${encodePath(address)}/` : '';
  return `${base}${path}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`;
}

/** The same with the origin in front: what a reader copies. */
export function pageUrl(origin: string, base: string, address: string, anchor?: string): string {
  return origin + pagePath(base, address, anchor);
}

/** A file at the site's root: `feed.xml`. */
export function filePath(base: string, file: string): string {
  return base + encodePath(file);
}

/** Pages of the site itself, without slashes around them: no note can stand there. */
export const sitePages: ReadonlySet<string> = new Set([
  'search',
  'tags',
  'sources',
  'glossary',
  'about',
  'changes',
  'map',
  'compare',
  'paths',
  'review',
  'a-z',
  '404',
]);

/** Folders that the build fills itself: what a note put there would be lost or in the way. */
export const siteFolders: ReadonlySet<string> = new Set([
  '_astro',
  'cards',
  'files',
  'fonts',
  'icons',
  'offline',
  'pagefind',
  'print',
  's',
  'search-data',
]);

/** Files that the build writes at the site's root: no folder can be called so. */
export const siteFiles: ReadonlySet<string> = new Set([
  '404.html',
  '_headers',
  '_nginx.conf',
  '_redirects',
  'atlas.json',
  'atlas.schema.json',
  'favicon.svg',
  'feed.json',
  'feed.xml',
  'index.html',
  'licenses.txt',
  'llms.txt',
  'manifest.webmanifest',
  'map.json',
  'near-notes.json',
  'paths.json',
  'robots.txt',
  'sections.xml',
  'sitemap-0.xml',
  'sitemap-index.xml',
  'sw.js',
]);

/** The address of a tag's page: `tags/법/한국`. Tags may hold what no folder can be called. */
export function tagAddress(tag: string): string {
  return ['tags', ...tag.split('/').map(toSegment)].join('/');
}

/** File systems take 255 bytes a name; what stands beside a page adds its own ending to it. */
const longestSegment = 230;
const markLength = 6;

/**
 * One step of an address that any disk and server can hold. What has to be changed for that gets a few letters of its
 * own, so that two names never become one.
 */
export function toSegment(name: string): string {
  const clean = name
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f\\]+/gu, '-')
    .trim();
  const bytes = new TextEncoder().encode(clean);
  if (clean === name && bytes.length <= longestSegment && !/^\.*$|\.html?$/iu.test(clean)) return name;
  const start = new TextDecoder()
    .decode(bytes.slice(0, longestSegment - markLength - 1))
    .replace(/\ufffd+$/u, '');
  return `${start.replace(/^\.+|\.+$/gu, '') || 'name'}-${hashText(name).slice(0, markLength)}`;
}

/** Each step of a path encoded, slashes kept. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
