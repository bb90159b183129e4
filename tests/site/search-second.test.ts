/**
 * Search in English, on the second subject: answers to questions in many forms, and notes by words in another form than
 * they are written in, slips among them. Pagefind's own search of the same index is what it is measured against.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/search/engine.ts';
import type { PagefindModule } from '../../src/search/load-source.ts';
import { examineAnswers, type GoldQuestion } from './examine-answers.ts';
import { openSearch } from './open-search.ts';
import { secondSite } from './sites.ts';

const gold = JSON.parse(readFileSync(new URL('search-second.json', import.meta.url), 'utf8')) as {
  answers: GoldQuestion[];
  /** The note that has to come first. */
  finds: { query: string; first: string }[];
};

let engine: Engine;
let pagefind: ReturnType<PagefindModule['createInstance']>;

beforeAll(async () => {
  engine = await openSearch(secondSite);
  const program = resolve(secondSite, 'pagefind/pagefind.js');
  const module = (await import(pathToFileURL(program).href)) as PagefindModule;
  pagefind = module.createInstance({ basePath: 'http://site.test/pagefind/', baseUrl: '/', noWorker: true });
});

test('questions are answered right (≥ 90 %), and hardly ever wrong (≤ 2 %)', async () => {
  expect(gold.answers.length).toBeGreaterThanOrEqual(60);
  const { right, wrong, faults } = await examineAnswers(engine, gold.answers);
  expect(right, faults.join('')).toBeGreaterThanOrEqual(0.9);
  expect(wrong, faults.join('')).toBeLessThanOrEqual(0.02);
});

test('words in any form find their note, and no worse than Pagefind alone', async () => {
  const rankOf = (urls: readonly string[], first: string) => {
    const at = urls.findIndex((url) => url.startsWith(first));
    return at < 0 ? 0 : 1 / (at + 1);
  };
  let ours = 0;
  let theirs = 0;
  const faults: string[] = [];
  for (const { query, first } of gold.finds) {
    const urls = (await engine.search(query, { limit: 10 })).groups.map(({ url }) => url);
    const rank = rankOf(urls, first);
    ours += rank;
    if (rank < 1) faults.push(`\n  «${query}»: wanted ${first}, got ${urls.slice(0, 3).join(' ') || 'none'}`);
    const { results } = await pagefind.search(query);
    const found = await Promise.all(
      results.slice(0, 10).map(async (result) => ((await result.data()) as { url: string }).url),
    );
    theirs += rankOf(found, first);
  }
  const count = gold.finds.length;
  expect(count).toBeGreaterThanOrEqual(60);
  const figures = `ours ${(ours / count).toFixed(3)}, Pagefind's ${(theirs / count).toFixed(3)}${faults.join('')}`;
  expect(ours, figures).toBeGreaterThanOrEqual(theirs);
  expect(ours / count, figures).toBeGreaterThanOrEqual(0.9);
});
