/**
 * The search's own examination: queries over the project's notes with the notes, and where only one section can be
 * right the section, that must be found. `search-gold.json` grows with every query that once went wrong.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/search/engine.ts';
import { openSearch } from './open-search.ts';
import { ownSite } from './sites.ts';

interface GoldQuery {
  kind: string;
  query: string;
  /** Notes that must be found. For a trap: the only ones that may be. */
  notes: string[];
  section?: string;
}

interface Answer extends GoldQuery {
  found: string[];
  firstHit: string;
  /** Place of the first right note, from 1; 0 when none was found. */
  rank: number;
  recall: number;
}

const gold = JSON.parse(readFileSync(new URL('search-gold.json', import.meta.url), 'utf8')) as GoldQuery[];
const answers: Answer[] = [];
let engine: Engine;

beforeAll(async () => {
  engine = await openSearch(ownSite);
  for (const query of gold) {
    const { groups, rest } = await engine.search(query.query, { limit: 3 });
    const found = [...groups, ...rest].map(({ url }) => url);
    const right = query.notes.filter((note) => found.includes(note));
    answers.push({
      ...query,
      found,
      firstHit: groups[0]?.hits[0]?.url ?? '',
      rank: found.findIndex((url) => query.notes.includes(url)) + 1,
      recall: query.notes.length === 0 ? 1 : right.length / query.notes.length,
    });
  }
});

const mean = (numbers: number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
const share = (list: Answer[], test: (answer: Answer) => boolean): number =>
  mean(list.map((answer) => Number(test(answer))));
const describe = (list: Answer[]): string =>
  list
    .map(
      ({ kind, query, rank, recall, notes, firstHit, section }) =>
        `\n  ${kind} «${query}»: rank ${rank}, ${Math.round(recall * 100)} % of ${notes.length} notes${section ? `, first hit ${firstHit || 'none'}, wanted ${section}` : ''}`,
    )
    .join('');

test('has at least 150 queries', () => {
  expect(gold.length).toBeGreaterThanOrEqual(150);
});

test('finds the notes that say it (recall ≥ 0.97), the best first (MRR ≥ 0.95)', () => {
  const asked = answers.filter(({ kind }) => kind !== 'trap');
  const misses = describe(asked.filter(({ rank, recall }) => rank !== 1 || recall < 1));
  expect(mean(asked.map(({ recall }) => recall)), `recall; misses:${misses}`).toBeGreaterThanOrEqual(0.97);
  expect(
    mean(asked.map(({ rank }) => (rank === 0 ? 0 : 1 / rank))),
    `MRR; misses:${misses}`,
  ).toBeGreaterThanOrEqual(0.95);
  expect(describe(asked.filter(({ found }) => found.length === 0)), 'empty answers').toBe('');
});

test('finds a note by its title among the first three (≥ 0.98)', () => {
  const titles = answers.filter(({ kind }) => kind === 'title');
  const isFirst = ({ rank }: Answer): boolean => rank >= 1 && rank <= 3;
  expect(
    share(titles, isFirst),
    describe(titles.filter((answer) => !isFirst(answer))),
  ).toBeGreaterThanOrEqual(0.98);
});

test('links to the section where only one says it (≥ 0.95)', () => {
  const sections = answers.filter(({ section }) => section !== undefined);
  const isRight = ({ firstHit, section }: Answer): boolean => firstHit === section;
  expect(
    share(sections, isRight),
    describe(sections.filter((answer) => !isRight(answer))),
  ).toBeGreaterThanOrEqual(0.95);
});

test('does not fall into traps (precision ≥ 0.98)', () => {
  const traps = answers.filter(({ kind }) => kind === 'trap');
  const found = traps.flatMap(({ query, notes, found: urls }) =>
    urls.map((url) => ({ query, url, right: notes.includes(url) })),
  );
  const wrong = found.filter(({ right }) => !right).map(({ query, url }) => `\n  «${query}» found ${url}`);
  expect(1 - wrong.length / Math.max(1, found.length), wrong.join('')).toBeGreaterThanOrEqual(0.98);
});

test('no mark, no swapped letter and no index word reaches a reader', async () => {
  for (const query of ['모델', '할루시네이션', 'API', '데이터센터 전력']) {
    const text = JSON.stringify(await engine.search(query, { limit: 20 }));
    expect(text).not.toMatch(/\^~|[␞␟␦]/);
    expect(text).not.toMatch(/[\u4E00-\u79A3]{3}/);
  }
});

test.each([
  '',
  ' ',
  'ㅎ',
  '?!',
  '[.*+',
  '<img src=x onerror=alert(1)>',
  '😀',
  '모델'.normalize('NFD'),
  '가'.repeat(10_000),
  '"',
  '\uD800',
  '모',
])('survives %#', async (query) => {
  const outcome = await engine.search(query);
  expect(outcome.total).toBeGreaterThanOrEqual(0);
  expect(outcome.failed).toBe(0);
});
