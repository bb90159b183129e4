import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openSearch } from './open-search.ts';
import { ownSite, readPage, readPages } from './sites.ts';

/** A folder of somebody else: a declaration of ten lines and five notes, in English. */
const site = process.env['ATLAS_TEN_LINES_SITE'] ?? 'node_modules/.cache/atlas/test/ten-lines';
const own = parse(readFileSync('content/atlas.yaml', 'utf8')) as {
  title: string;
  english: string;
  collections: Record<string, { label: string; description: string }>;
  relations: Record<string, { label: string | string[] }>;
};

test('nothing of our own subject is anywhere in the output', () => {
  const words = [
    ...[own.title, own.english, '생성형', 'genai', 'generative'],
    ...Object.values(own.collections).map(({ description }) => description),
    ...Object.values(own.relations).flatMap(({ label }) => label),
  ].filter((word) => word.length > 3);
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/\.(?:png|woff2|wasm|pagefind|pf_\w+)$/u.test(entry.name),
  );
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap(({ parentPath, name }) => {
    const text = readFileSync(join(parentPath, name), 'utf8').toLowerCase();
    return words.filter((word) => text.includes(word.toLowerCase())).map((word) => `${name}: ${word}`);
  });
  expect(found).toEqual([]);
});

test('the name in English stands on the page about the site', () => {
  const { document } = readPage(ownSite, '/about/');
  expect(document.querySelector('.english [lang="en"]')?.textContent).toBe(`(${own.english})`);
});

test('a field that shows everywhere is one line of the declaration', () => {
  const { document } = readPage(site, '/machine/grinder/');
  const facts = [...document.querySelectorAll('.facts > div')].map((item) =>
    item.textContent?.replace(/\s+/gu, ' ').trim(),
  );
  expect(facts).toContain('Burr Conical');
  const table = [...document.querySelectorAll('main table tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim()),
  );
  expect(table).toEqual([
    ['Machines', 'Burr'],
    ['Grinder', 'Conical'],
    ['Kettle', ''],
  ]);
  const article = document.querySelector('[data-pagefind-body]');
  expect(JSON.parse(article?.getAttribute('data-facets') ?? '[]')).toEqual([
    { name: 'Burr', values: ['Conical'], at: [1] },
  ]);
  expect(article?.getAttribute('data-searched')).toBe('Burr: Conical');
});

test('the search finds a note by the value of such a field, and narrows by it', async () => {
  const engine = await openSearch(site);
  const found = await engine.search('conical', { limit: 5 });
  expect(found.groups.map(({ url }) => url)).toContain('/machine/grinder/');
  const narrowed = await engine.search('scales the water', { limit: 5 });
  expect(narrowed.groups.map(({ url }) => url)).not.toContain('/bean/sumatra/');
});

test('a collection is one block: its overview, its place in the tree, its colour', () => {
  const overview = readPage(site, '/bean/').document;
  expect(overview.querySelector('h1')?.textContent).toBe('Beans');
  const groups = [...overview.querySelectorAll('#site-navigation > ul > li')].map((group) =>
    group.closest('[data-hue]')?.getAttribute('data-hue'),
  );
  expect(groups).toEqual(['machine', 'bean', 'note']);
  const css = readdirSync(join(site, '_astro'))
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(join(site, '_astro', name), 'utf8'))
    .join('');
  expect(css).toContain('--kind-bean:light-dark(oklch(47% .13 120)');
});

test('a relation is one line, read from both ends', () => {
  const labels = (path: string) =>
    [...readPage(site, path).document.querySelectorAll('[data-relations] dt')].map((label) =>
      label.textContent?.trim(),
    );
  expect(labels('/machine/grinder/')).toContain('Grinds');
  expect(labels('/bean/yirgacheffe/')).toContain('Ground by');
});

test('pages speak the language of the notes', () => {
  for (const { document, path } of readPages(site))
    expect(document.documentElement.getAttribute('lang'), path).toBe('en');
  const json = JSON.parse(readFileSync(join(site, 'feed.json'), 'utf8')) as { language: string };
  expect(json.language).toBe('en');
  expect(readPage(site, '/').document.querySelector('h1')?.textContent?.trim()).toBe('Coffee at Home');
});
