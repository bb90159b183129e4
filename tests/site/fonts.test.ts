import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFontCoverage } from '../../src/knowledge/fonts/font-coverage.ts';
import { fontPlaceholder } from '../../src/knowledge/fonts/font-links.ts';
import { ownSite, plainSite, secondSite, readPages, type BuiltPage } from './sites.ts';

const sites = [
  { name: 'own', folder: ownSite, base: '/' },
  { name: 'plain', folder: plainSite, base: '/atlas/' },
  { name: 'second', folder: secondSite, base: '/' },
];

interface Face {
  file: string;
  ranges: [number, number][];
}

const pretendard = dirname(createRequire(import.meta.url).resolve('pretendard/package.json'));
const covered = readFontCoverage(
  readFileSync(join(pretendard, 'dist/public/variable/PretendardVariable.ttf')),
);

describe.each(sites)('the fonts of the $name site', ({ folder, base }) => {
  const pages = readPages(folder).filter(({ document }) => document.querySelector('link[href*="/fonts/"]'));
  const sheets = new Map<string, Face[]>();
  const facesOf = ({ document }: BuiltPage): Face[] => {
    const css = document.querySelector('style')?.textContent ?? '';
    const known = sheets.get(css) ?? readFaces(css, `${base}fonts/`);
    sheets.set(css, known);
    return known;
  };
  /** Files that the text of a page makes a browser load. */
  const filesOf = (page: BuiltPage): string[] => {
    const faces = facesOf(page);
    const files = new Set<string>();
    for (const point of readShown(page)) {
      const face = faces.findLast(({ ranges }) =>
        ranges.some(([first, last]) => point >= first && point <= last),
      );
      if (face) files.add(face.file);
    }
    return [...files];
  };

  test('are linked in every page, under the base path, and exist', () => {
    expect(
      readPages(folder)
        .filter(({ html }) => html.includes(fontPlaceholder))
        .map(({ path }) => path),
    ).toEqual([]);
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) {
      expect(facesOf(page).length, page.path).toBeGreaterThan(0);
      for (const link of page.document.querySelectorAll('link[href*="/fonts/"]')) {
        const href = link.getAttribute('href') ?? '';
        expect(href.startsWith(`${base}fonts/`), page.path).toBe(true);
        expect(existsSync(join(folder, href.slice(base.length))), href).toBe(true);
      }
    }
  });

  test('have every character of every page that the typeface has', () => {
    for (const page of pages) {
      const faces = facesOf(page);
      const isServed = (point: number): boolean =>
        faces.some(({ ranges }) => ranges.some(([first, last]) => point >= first && point <= last));
      const text = page.document.documentElement.textContent ?? '';
      const missing = [...new Set(text)].filter((letter) => {
        const point = letter.codePointAt(0) ?? 0;
        return point >= 0x20 && covered.has(point) && !isServed(point);
      });
      expect(missing, page.path).toEqual([]);
    }
    for (const faces of sheets.values()) {
      for (const { file } of faces) expect(existsSync(join(folder, 'fonts', file)), file).toBe(true);
    }
  });

  test('are at most 85 kB in three files for every page, and preloaded', () => {
    for (const page of pages) {
      const files = filesOf(page);
      const bytes = files.reduce((sum, file) => sum + statSync(join(folder, 'fonts', file)).size, 0);
      // A print edition holds the letters of a whole collection, the glossary those of all terms.
      expect(bytes, `${page.path}: ${files.join(' ')}`).toBeLessThanOrEqual(
        page.path.startsWith('/print/') ? 109_000 : page.path === '/glossary/' ? 88_000 : 85_000,
      );
      expect(files.length, page.path).toBeLessThanOrEqual(3);
      const preloads = [...page.document.querySelectorAll('link[rel="preload"][as="font"]')].map((link) =>
        link.getAttribute('href')?.split('/').at(-1),
      );
      expect(preloads, page.path).toEqual(expect.arrayContaining(files));
    }
  });

  test('are cut: no file holds the whole typeface, and none is left from the package', () => {
    const files = readdirSync(join(folder, 'fonts'));
    expect(files.filter((name) => /^LICENSE\.[0-9a-f]{8}\.txt$/u.test(name)).length).toBe(1);
    for (const name of files.filter((file) => !file.endsWith('.txt'))) {
      expect(name).toMatch(/^(?:core|spare-\d+|pages-\d+)\.[0-9a-f]{8}\.woff2$/u);
    }
    expect(readdirSync(join(folder, '_astro')).filter((name) => /\.woff2?$/u.test(name))).toEqual([]);
  });
});

/** Faces whose files lie in `folder`; another folder makes a face of no file. */
function readFaces(css: string, folder: string): Face[] {
  return [...css.matchAll(/src:url\(([^)]+)\)[^}]*unicode-range:([^}]+)\}/gu)].map(
    ([, file = '', list = '']) => ({
      file: file.startsWith(folder) ? file.slice(folder.length) : '?',
      ranges: list.split(',').map((range) => {
        const [first = '', last = first] = range.slice(2).split('-');
        return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
      }),
    }),
  );
}

/** What a page draws when it opens, by its elements: no more than a browser would. */
function readShown({ document }: BuiltPage): Set<number> {
  const body = document.body.cloneNode(true) as HTMLElement;
  for (const element of body.querySelectorAll(
    'script, style, template, dialog, pre, code, noscript, [hidden]',
  )) {
    element.remove();
  }
  for (const details of body.querySelectorAll('details:not([open])')) {
    for (const child of [...details.childNodes]) {
      if ((child as Element).tagName !== 'SUMMARY') child.remove();
    }
  }
  return new Set(
    [...(body.textContent ?? '')]
      .map((letter) => letter.codePointAt(0) ?? 0)
      .filter((point) => point >= 0x20 && covered.has(point)),
  );
}
