/** What a first search costs a reader: everything that its browser loads from the field being opened to the results. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { readQuestions } from '../../src/search/answers/question.ts';
import { asksInEnglish } from '../../src/search/engine.ts';
import { openSearch } from './open-search.ts';
import { ownSite } from './sites.ts';

let hasAsked = false;
vi.mock(import('../../src/search/answers/when-asked.ts'), async (load) => {
  const parts = await load();
  return {
    ...parts,
    findAspect: (...asked) => {
      hasAsked = true;
      return parts.findAspect(...asked);
    },
    findStatement: (...asked) => {
      hasAsked = true;
      return parts.findStatement(...asked);
    },
  };
});
let hasSought = false;
/** Notes that `find` was called. */
function watch<Ask extends unknown[], Found>(find: (...asked: Ask) => Found): (...asked: Ask) => Found {
  return (...asked) => {
    hasSought = true;
    return find(...asked);
  };
}
vi.mock(import('../../src/search/answers/choose-facts.ts'), async (load) => {
  const facts = await load();
  return {
    ...facts,
    findCell: watch(facts.findCell),
    findDate: watch(facts.findDate),
    findNumber: watch(facts.findNumber),
    findTopic: watch(facts.findTopic),
  };
});
vi.mock(import('../../src/search/answers/choose-passage.ts'), async (load) => {
  const passages = await load();
  return { ...passages, findPassage: watch(passages.findPassage), answersWant: watch(passages.answersWant) };
});

let hasGuessed = false;
vi.mock(import('../../src/search/plan-guesses.ts'), async (load) => {
  const guesses = await load();
  return {
    ...guesses,
    planGuesses: (...asked) => {
      hasGuessed = true;
      return guesses.planGuesses(...asked);
    },
  };
});

/** Bytes as they travel: Pagefind's own files are compressed already. */
function sizeOf(path: string): number {
  const content = readFileSync(path);
  return /\.(?:pf_[a-z]+|pagefind)$/u.test(path) ? content.length : gzipSync(content).length;
}

const scripts = readdirSync(join(ownSite, '_astro'))
  .filter((name) =>
    /^(?:search-(?:client|dom|panel|worker)|questions-en|find-difference|when-asked|choose-facts|choose-passage|plan-guesses)[.-].*\.js$/u.test(
      name,
    ),
  )
  .map((name) => join(ownSite, '_astro', name));
/** The table of English questions, which only queries in English load. */
const isEnglish = (path: string): boolean => path.includes('questions-en');
/** What only comparisons load. */
const isDifference = (path: string): boolean => path.includes('find-difference');
/** What only queries load that ask for a list, or that nothing else answers. */
const isWhenAsked = (path: string): boolean => path.includes('when-asked');
/** What only queries load that say more than a name. */
const isFinder = (path: string): boolean => /choose-(?:facts|passage)/u.test(path);
/** What only queries load that find nothing as they were typed. */
const isGuess = (path: string): boolean => path.includes('plan-guesses');

// The weight grows with the words of the notes: measured 155, 175 and 183 kB with 89 notes, and 3 % above that at most.
test('is at most 160 kB for a usual query, and never much more', async () => {
  for (const part of [
    'search-panel',
    'search-worker',
    'questions-en',
    'find-difference',
    'when-asked',
    'choose-facts',
    'choose-passage',
    'plan-guesses',
  ])
    expect(
      scripts.some((path) => path.includes(part)),
      part,
    ).toBe(true);
  const gold = JSON.parse(readFileSync(new URL('search-gold.json', import.meta.url), 'utf8')) as {
    query: string;
  }[];
  const weigh = (paths: string[]) => paths.reduce((sum, path) => sum + sizeOf(path), 0);
  const program = weigh(
    scripts.filter(
      (path) => ![isEnglish, isDifference, isWhenAsked, isFinder, isGuess].some((isOther) => isOther(path)),
    ),
  );
  // Once for the worker, and once for pages that have none.
  const english = weigh(scripts.filter(isEnglish).slice(0, 1));
  const difference = weigh(scripts.filter(isDifference).slice(0, 1));
  const whenAsked = weigh(scripts.filter(isWhenAsked).slice(0, 1));
  // Two files, each of which is there for pages without a worker as well.
  const finders = weigh(scripts.filter(isFinder)) / 2;
  const guesses = weigh(scripts.filter(isGuess).slice(0, 1));
  const costs: { query: string; bytes: number }[] = [];
  for (const { query } of gold.filter((_, index) => index % 4 === 0)) {
    const read = new Set<string>();
    hasAsked = false;
    hasSought = false;
    hasGuessed = false;
    const engine = await openSearch(ownSite, (path) => read.add(path));
    await engine.search(query, { limit: 2 });
    const isCompared = readQuestions(query).some(([first]) => first?.kind === 'difference');
    const own =
      program +
      (asksInEnglish(query) ? english : 0) +
      (isCompared ? difference : 0) +
      (hasAsked ? whenAsked : 0) +
      (hasAsked || hasSought ? finders : 0) +
      (hasGuessed ? guesses : 0);
    costs.push({ query, bytes: own + weigh([...read]) });
  }
  costs.sort((one, other) => one.bytes - other.bytes);
  const at = (part: number) => costs[Math.floor((costs.length - 1) * part)] ?? { query: '', bytes: 0 };
  const report = [0.5, 0.9, 1].map((part) => `${at(part).query}: ${at(part).bytes}`).join('\n');
  expect(at(0.5).bytes, report).toBeLessThanOrEqual(160_000);
  expect(at(0.9).bytes, report).toBeLessThanOrEqual(183_000);
  expect(at(1).bytes, report).toBeLessThanOrEqual(195_000);
});
