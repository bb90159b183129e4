/**
 * Search in English, on the second subject: answers to questions in many forms, and notes by words in another form than
 * they are written in, slips among them. A plain search of the same index is what it is measured against.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/search/engine.ts';
import { loadSource } from '../../src/search/load-source.ts';
import type { SearchSource } from '../../src/search/outcome.ts';
import { examineAnswers, type GoldQuestion } from './examine-answers.ts';
import { openSearch, readSite } from './open-search.ts';
import { secondSite } from './sites.ts';

const gold = JSON.parse(readFileSync(new URL('search-second.json', import.meta.url), 'utf8')) as {
  answers: GoldQuestion[];
  /** The note that has to come first. */
  finds: { query: string; first: string }[];
};

let engine: Engine;
let plain: SearchSource;

beforeAll(async () => {
  engine = await openSearch(secondSite);
  plain = await loadSource('http://site.test/', readSite(secondSite));
});

test('questions are answered right (≥ 90 %), and hardly ever wrong (≤ 2 %)', async () => {
  expect(gold.answers.length).toBeGreaterThanOrEqual(60);
  const { right, wrong, faults } = await examineAnswers(engine, gold.answers);
  expect(right, faults.join('')).toBeGreaterThanOrEqual(0.9);
  expect(wrong, faults.join('')).toBeLessThanOrEqual(0.02);
});

test('words in any form find their note, and no worse than the index alone', async () => {
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
    const results = await plain.search(query);
    const found = await Promise.all(
      results.slice(0, 10).map(async (result) => ((await result.load()) as { url: string }).url),
    );
    theirs += rankOf(found, first);
  }
  const count = gold.finds.length;
  expect(count).toBeGreaterThanOrEqual(60);
  const figures = `ours ${(ours / count).toFixed(3)}, the index's ${(theirs / count).toFixed(3)}${faults.join('')}`;
  expect(ours, figures).toBeGreaterThanOrEqual(theirs);
  expect(ours / count, figures).toBeGreaterThanOrEqual(0.9);
});
