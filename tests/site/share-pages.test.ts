import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownSite, plainSite, readOrigin, readPage, readPages, secondSite } from './sites.ts';

const meta = (document: Document, name: string) =>
  document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? '';

/** Width and height that a PNG's header states. */
function readSize(file: string): { width: number; height: number } {
  const bytes = readFileSync(file);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

const heaviestCard = 60_000;

describe.each([
  { name: 'own', folder: ownSite, base: '/', hasPlaceCards: false },
  { name: 'plain', folder: plainSite, base: '/atlas/', hasPlaceCards: false },
  { name: 'second', folder: secondSite, base: '/', hasPlaceCards: true },
])('share pages of the $name site', ({ folder, base, hasPlaceCards }) => {
  // An unlisted note is not shared by sections.
  const notes = readPages(folder).filter(
    ({ document }) =>
      document.querySelector('article[data-note]') && !document.querySelector('meta[name="robots"]'),
  );
  const origin = readOrigin(folder);

  test('every h2, h3, figure and table has one, and its button copies that address', () => {
    let count = 0;
    const weights: number[] = [];
    for (const { path, document } of notes) {
      const title = document.querySelector('h1')?.textContent?.trim() ?? '';
      for (const button of document.querySelectorAll('.prose [data-copy-section]')) {
        const id = button.getAttribute('data-copy-section') ?? '';
        const isDeep = button.closest('.section-heading')?.classList.contains('level-4');
        const url = button.getAttribute('data-url') ?? '';
        if (isDeep) {
          expect(url, path).toContain(`#${id}`);
          continue;
        }
        expect(url, path).toBe(`${origin}${base}s/${encodeURIComponent(id)}/`);
        const page = readPage(folder, `/s/${id}/`).document;
        const ownUrl = origin + base.slice(0, -1) + path.split('/').map(encodeURIComponent).join('/');
        expect(page.title.endsWith(` — ${title}`), `${path}#${id}: ${page.title}`).toBe(true);
        expect(meta(page, 'og:title')).toBe(page.title);
        expect(meta(page, 'description')).toBeTruthy();
        expect(meta(page, 'robots')).toBe('noindex');
        expect(page.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(ownUrl);
        const target = `${new URL(ownUrl).pathname}#${encodeURIComponent(id)}`;
        weights.push(statSync(join(folder, 's', id, 'index.html')).size);
        expect(page.querySelector('main a')?.getAttribute('href')).toBe(target);
        count++;
      }
    }
    expect(count).toBeGreaterThan(20);
    // There is one for every section: each byte of it is a hundred thousand on a large site.
    expect(weights.sort((a, b) => a - b)[Math.floor(weights.length / 2)]).toBeLessThanOrEqual(1500);
  });

  test('stay out of the sitemap and the search index', () => {
    const sitemap = readFileSync(join(folder, 'sitemap-0.xml'), 'utf8');
    expect(sitemap).not.toContain('/s/');
    for (const { path, html } of readPages(folder)) {
      if (path.startsWith('/s/')) expect(html, path).not.toContain('data-pagefind-body');
    }
  });

  test('every page names a card of 1200 × 630 that weighs little', () => {
    const seen = new Set<string>();
    for (const { path, document } of readPages(folder)) {
      // Paper is not shared.
      if (path.startsWith('/print/')) continue;
      const url = meta(document, 'og:image');
      expect(url.startsWith(`${origin}${base}cards/`), path).toBe(true);
      expect(meta(document, 'og:image:alt'), path).toBeTruthy();
      if (seen.has(url)) continue;
      seen.add(url);
      const file = join(folder, url.slice(`${origin}${base}`.length));
      expect(readSize(file), path).toEqual({ width: 1200, height: 630 });
      expect(statSync(file).size, path).toBeLessThanOrEqual(heaviestCard);
    }
    // Where only notes have cards, their sections show these.
    expect(seen.size > notes.length * 2).toBe(hasPlaceCards);
  });
});
