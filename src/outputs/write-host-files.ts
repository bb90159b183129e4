/**
 * What hosts of plain files are told: headers, redirects and, for a server of one's own, a configuration. All of it is
 * made from one list, so that every host answers alike.
 */
import type { Redirected } from '../knowledge/moved.ts';
import { listFile, partsFolder, workerFile } from '../knowledge/offline-copy.ts';
import { copiesFolder } from '../knowledge/published-files.ts';

/**
 * Headers of the answers whose path is `under`, or begins with it where it is a folder, below the site's base; all rules
 * that fit apply together.
 */
interface HeaderRule {
  /** A folder with its slash, `''` for the whole site, or a file. */
  under: string;
  headers: Readonly<Record<string, string>>;
}

/** Hosts ask again for every file that no rule names: pages keep their address when they change. */
const revalidated = 'public, max-age=0, must-revalidate';

/** Every file in these has a name that is made from its contents: there it never changes. */
export const hashedFolders = [
  '_astro/',
  `${copiesFolder}/`,
  'fonts/',
  partsFolder,
  'pagefind/fragment/',
  'pagefind/index/',
  'search-data/files/',
] as const;

const rules: readonly HeaderRule[] = [
  {
    under: '',
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      // Pages carry the rest of their policy themselves, each with its own hashes; this only a header can say.
      'Content-Security-Policy':
        "frame-ancestors 'self'; object-src 'none'; base-uri 'none'; form-action 'self'",
    },
  },
  ...hashedFolders.map((under) => ({
    under,
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
  })),
  // What tells a kept copy that the site has changed: no cache on the way may hold the old one back.
  ...[workerFile, listFile].map((under) => ({ under, headers: { 'Cache-Control': 'no-cache' } })),
];

function isFolder(under: string): boolean {
  return under === '' || under.endsWith('/');
}

/** `_headers` of Cloudflare Pages and Netlify. Both join the values of one header, so no two rules name the same. */
export function writeHeaders(base: string): string {
  return rules
    .map(({ under, headers }) =>
      [`${base}${under}${isFolder(under) ? '*' : ''}`, ...listLines(headers, '  ', ': ')].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}

/** Files in the root of a site that speak to hosts; no reader is answered with them. */
export const hostFiles: readonly string[] = [
  '_headers',
  '_redirects',
  '_nginx.conf',
  '.atlas-site',
  '.nojekyll',
];

/** Cloudflare Pages reads no more than this. */
const mostRedirects = 2000;

/** To these hosts `*` and `:name` stand for any address: one such line would lead readers away from all pages. */
const hasPattern = ({ from, to }: Redirected) => /[*:]/u.test(from + to);

/**
 * `_redirects` of Cloudflare Pages and Netlify, for those former addresses that lead to one place. Where none can be written
 * there, the page at the former address leads on.
 */
export function writeRedirects(redirects: readonly Redirected[]): string {
  return redirects
    .filter((redirected) => !hasPattern(redirected))
    .slice(0, mostRedirects)
    .map(({ from, to }) => `${from} ${to} 301\n`)
    .join('');
}

/** The part of an nginx `server` that says how the site is served; `root` is the reader's to say. */
export function writeNginx(base: string, redirects: readonly Redirected[]): string {
  const [everywhere, ...others] = rules;
  const common = everywhere?.headers ?? {};
  // What a location adds replaces all that stands around it.
  const add = (headers: Readonly<Record<string, string>>, indent = '  ') =>
    Object.entries(headers).map(([name, value]) => `${indent}add_header ${name} ${quote(value)} always;`);
  return [
    '# include in the server block, beside: listen, server_name, root',
    'charset utf-8;',
    'index index.html;',
    'absolute_redirect off;',
    'gzip on;',
    'gzip_vary on;',
    'gzip_types text/css text/plain text/markdown text/xml application/javascript application/json application/xml application/rss+xml application/atom+xml image/svg+xml;',
    `error_page 404 ${base}404.html;`,
    ...add({ ...common, 'Cache-Control': revalidated }, ''),
    ...others.flatMap(({ under, headers }) => [
      `location ${isFolder(under) ? '^~' : '='} ${base}${under} {`,
      ...add({ ...common, ...headers }),
      '}',
    ]),
    'location ~ \\.md$ {',
    '  types { }',
    '  default_type text/markdown;',
    '  charset_types text/markdown;',
    ...add({ ...common, 'Cache-Control': revalidated }),
    '}',
    ...hostFiles.map((name) => `location = ${base}${name} { return 404; }`),
    ...redirects.map(
      ({ from, to }) => `location = ${quote(decodeURIComponent(from))} { return 301 ${quote(to)}; }`,
    ),
    '',
  ].join('\n');
}

function listLines(headers: Readonly<Record<string, string>>, indent: string, between: string): string[] {
  return Object.entries(headers).map(([name, value]) => indent + name + between + value);
}

/** A word of an nginx configuration. Addresses hold no `$`: it is encoded in them. */
function quote(text: string): string {
  return `"${text.replace(/["\\]/gu, '\\$&')}"`;
}
