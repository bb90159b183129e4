import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { hashedFolders } from '../../src/outputs/write-host-files.ts';
import { ownSite, plainSite, secondSite, readPages, type BuiltPage } from './sites.ts';

/** What a first view of any page may load before anyone does anything, in gzip bytes; fonts as they are. */
const budgets = { html: 64_000, css: 16 * 1024, js: 12.5 * 1024, font: 85_000 };
/** Pages that list something of every note: what was changed, all terms, all sources. They grow with the notes. */
const wholeLists = new Set(['/changes/', '/glossary/', '/sources/']);
/** The search page runs the search at once; its index comes on top, when something is searched. */
const searchJs = 17.5 * 1024;
/** The page of reviews runs the schedule at once: nobody comes there for anything else. */
const reviewJs = 24 * 1024;
/** The map's own page filters as well. */
const mapJs = 13.5 * 1024;
/** Pages with the whole map bring its looks; what they draw would otherwise be pictures. */
const mapCss = 19 * 1024;
/** What most visits open is a note: it is smaller. */
const note = { html: 32_000, css: 13 * 1024 };

const gzipped = new Map<string, number>();
function sizeOf(file: string): number {
  const size = gzipped.get(file) ?? gzipSync(readFileSync(file)).length;
  gzipped.set(file, size);
  return size;
}

describe.each([
  { name: 'own', folder: ownSite, base: '/' },
  { name: 'plain', folder: plainSite, base: '/atlas/' },
  { name: 'second', folder: secondSite, base: '/' },
])('a first view of the $name site', ({ folder, base }) => {
  test('what hosts keep for a year has a name made from its contents', () => {
    for (const place of hashedFolders) {
      // A site without photographs has no smaller copies.
      for (const name of existsSync(join(folder, place)) ? readdirSync(join(folder, place)) : [])
        expect(name, place).toMatch(/[.\-_](?:[\w-]{8}|[\da-f]{7,})\.\w+$/u);
    }
  });

  // A print edition is a whole collection in one page: large on purpose, and never anybody's first view.
  const pages = readPages(folder).filter(
    ({ path, document }) => !path.startsWith('/print/') && document.querySelector('main#main'),
  );
  const fileOf = (href: string): string => join(folder, href.slice(base.length));
  const linksOf = ({ document }: BuiltPage, selector: string, attribute: string): string[] =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? '');
  const sum = (hrefs: readonly string[]): number =>
    hrefs.reduce((bytes, href) => bytes + sizeOf(fileOf(href)), 0);

  const isNote = ({ document }: BuiltPage): boolean => document.querySelector('article[data-note]') !== null;

  test('has pages of every kind', () => {
    expect(pages.length).toBeGreaterThan(5);
  });

  test('loads little style, also counting what is for paper', () => {
    for (const page of pages) {
      expect(sum(linksOf(page, 'link[rel="stylesheet"]', 'href')), page.path).toBeLessThanOrEqual(
        isNote(page) ? note.css : page.document.querySelector('atlas-map') ? mapCss : budgets.css,
      );
    }
  });

  test('loads little script, with everything that its scripts import at once', () => {
    for (const page of pages) {
      const modules = linksOf(page, 'script[data-modules]', 'data-modules').flatMap((list) =>
        list.split(' '),
      );
      const scripts = [...linksOf(page, 'script[src]', 'src'), ...modules].flatMap((src) =>
        withImports(folder, src, base),
      );
      expect(scripts.length, page.path).toBeGreaterThan(0);
      expect(sum([...new Set(scripts)]), page.path).toBeLessThanOrEqual(
        page.path === '/search/'
          ? searchJs
          : page.path === '/review/'
            ? reviewJs
            : page.path === '/map/'
              ? mapJs
              : budgets.js,
      );
    }
  });

  test('asks for fonts within their budget', () => {
    for (const page of pages) {
      const bytes = linksOf(page, 'link[rel="preload"][as="font"]', 'href').reduce(
        (all, href) => all + readFileSync(fileOf(href)).length,
        0,
      );
      expect(bytes, page.path).toBeGreaterThan(0);
      expect(bytes, page.path).toBeLessThanOrEqual(wholeLists.has(page.path) ? 88_000 : budgets.font);
    }
  });

  test('has HTML that comes in one go', () => {
    const sizes = pages.map((page) => ({ page, size: gzipSync(page.html).length }));
    for (const { page, size } of sizes)
      expect(size, page.path).toBeLessThanOrEqual(wholeLists.has(page.path) ? 80_000 : budgets.html);
    const notes = sizes
      .filter(({ page }) => isNote(page))
      .map(({ size }) => size)
      .sort((a, b) => a - b);
    expect(notes[Math.floor(notes.length / 2)]).toBeLessThanOrEqual(note.html);
  });
});

/** A script and what it imports statically, as addresses. */
function withImports(folder: string, src: string, base: string, seen = new Set<string>()): string[] {
  if (seen.has(src)) return [];
  seen.add(src);
  const code = readFileSync(join(folder, src.slice(base.length)), 'utf8');
  const imports = [...code.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/gu)].map(([, path = '']) =>
    posix.join(posix.dirname(src), path),
  );
  return [src, ...imports.flatMap((path) => withImports(folder, path, base, seen))];
}
