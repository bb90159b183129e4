/** Every address inside a site that any of its files names leads to a file, and to an element where it names one. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { linkedSite, ownSite, plainSite, secondSite, readPages } from './sites.ts';

const origin = 'https://genai-atlas.example';

/** Attributes that hold one address. */
const addressAttributes = [
  'href',
  'xlink:href',
  'src',
  'poster',
  'action',
  'data',
  'data-url',
  'data-source',
];

interface Address {
  /** As written. */
  url: string;
  /** The file that names it, from the site's root. */
  from: string;
}

test.each([
  { name: 'own', folder: ownSite, base: '/' },
  { name: 'plain', folder: plainSite, base: '/atlas/' },
  { name: 'second', folder: secondSite, base: '/' },
  { name: 'linked', folder: linkedSite, base: '/docs/' },
])('every address in every file of the $name site leads somewhere', ({ folder, base }) => {
  const pages = new Map(readPages(folder).map((page) => [page.path, page.document]));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const addresses = [
    ...[...pages].flatMap(([path, document]) => readPageAddresses(document, path.slice(1))),
    ...files.flatMap((file) => readFileAddresses(file, relative(folder, file).replaceAll('\\', '/'))),
  ];
  const broken = addresses.flatMap((address) => {
    const reason = findFault(address);
    return reason ? [`${address.from}: ${address.url} ${reason}`] : [];
  });
  expect([...new Set(broken)].sort()).toEqual([]);
  expect(addresses.length).toBeGreaterThan(500);

  function findFault({ url, from }: Address): string | null {
    const here = origin + base + from.split('/').map(encodeURIComponent).join('/');
    if (!URL.canParse(url, here)) return 'is no address';
    const target = new URL(url, here);
    if (target.origin !== origin) return null;
    const path = decodeURIComponent(target.pathname);
    if (!path.startsWith(base)) return `leaves ${base}`;
    const inside = path.slice(base.length);
    const file = join(folder, inside);
    const page = pages.get(`/${inside}`);
    if (!page) return existsSync(file) && statSync(file).isFile() ? null : 'has no file';
    const id = decodeURIComponent(target.hash.slice(1));
    return !id || id.startsWith(':~:') || page.getElementById(id) ? null : 'has no such element';
  }
});

function readPageAddresses(document: Document, from: string): Address[] {
  const urls: string[] = [];
  const read = (root: Document | DocumentFragment) => {
    for (const element of root.querySelectorAll('*')) {
      for (const name of addressAttributes) {
        const value = element.getAttribute(name);
        if (value !== null && isAddress(element, name, value)) urls.push(value);
      }
      for (const part of element.getAttribute('srcset')?.split(',') ?? [])
        urls.push(part.trim().split(/\s/u)[0] ?? '');
      const content = element.getAttribute('content');
      if (content?.startsWith(origin)) urls.push(content);
      if (element.localName === 'template') read((element as HTMLTemplateElement).content);
    }
  };
  read(document);
  for (const { textContent } of document.querySelectorAll('script[type="application/ld+json"]'))
    urls.push(...listStrings(JSON.parse(textContent)).filter((text) => text.startsWith(origin)));
  return urls.map((url) => ({ url, from }));
}

/** `data` of an object is one; of other elements it is their own. */
function isAddress(element: Element, name: string, value: string): boolean {
  if (name === 'data') return element.localName === 'object';
  return !/^(?:mailto|tel|data|javascript):/u.test(value);
}

function readFileAddresses(file: string, from: string): Address[] {
  return listUrls(file, from).map((url) => ({ url, from }));
}

function listUrls(file: string, from: string): string[] {
  const text = () => readFileSync(file, 'utf8');
  if (from.endsWith('.sections.json')) return listStrings(JSON.parse(text())).flatMap(listMarkdownUrls);
  if (from === 'llms.txt' || from === 'robots.txt') return listAbsolute(text());
  if (from.startsWith('pagefind/fragment/')) {
    const content = gunzipSync(readFileSync(file))
      .toString('utf8')
      .replace(/^pagefind_dcd/u, '');
    const { url, anchors } = JSON.parse(content) as { url: string; anchors: { id: string }[] };
    // The search joins the base itself.
    const path = `${relativeRoot(from)}${url.slice(1)}`;
    return [path, ...anchors.map(({ id }) => `${path}#${id.slice(id.indexOf(':') + 1)}`)];
  }
  if (from === '_redirects')
    return text()
      .split('\n')
      .flatMap((line) => line.split(' ')[1] ?? []);
  if (from === '_nginx.conf')
    return [...text().matchAll(/return 301 "([^"]+)"/gu)].map(([, url = '']) => url);
  switch (extname(from)) {
    case '.md':
      return listMarkdownUrls(text());
    case '.json':
      return listJsonUrls(JSON.parse(text()));
    case '.xml':
      return listAbsolute(text().replaceAll('&amp;', '&'));
    case '.css':
      return [...text().matchAll(/url\(["']?([^"')]+)/gu)]
        .map(([, url = '']) => url)
        .filter((url) => !/^(?:data:|#)/u.test(url));
    case '.js':
      return from.startsWith('_astro/')
        ? [...text().matchAll(/\b(?:from|import)\s?\(?["'](\.{1,2}\/[^"']+)["']/gu)].map(
            ([, url = '']) => url,
          )
        : [];
    default:
      return [];
  }
}

/** What an author's text means as links, and no example of one in code. */
function listMarkdownUrls(text: string): string[] {
  const urls: string[] = [];
  visit(fromMarkdown(text), ['link', 'image', 'definition'], (node) => {
    urls.push((node as { url: string }).url);
  });
  return urls.filter((url) => url.startsWith(origin));
}

/** Strings that are addresses, and those inside the HTML of feeds. */
function listJsonUrls(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(listJsonUrls);
  if (typeof data === 'string') return data.startsWith(origin) ? [data] : [];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    if (typeof value !== 'string') return listJsonUrls(value);
    if (key === 'content_html') return listAbsolute(value.replaceAll('&amp;', '&'));
    return key === 'href' || value.startsWith(origin) ? [value] : [];
  });
}

function listStrings(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(listStrings) : [];
}

function listAbsolute(text: string): string[] {
  return text.match(/https:\/\/genai-atlas\.example\/[^\s"<>)\]\\]*/gu) ?? [];
}

function relativeRoot(from: string): string {
  return '../'.repeat(from.split('/').length - 1);
}
