/** What a first search costs a reader: everything that its browser loads from the field being opened to the results. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { readQuestions } from '../../src/search/answers/question.ts';
import { asksInEnglish } from '../../src/search/engine.ts';
import { openSearch } from './open-search.ts';
import { ownSite } from './sites.ts';

/** Modules of which something was called: what a browser has loaded for the query. */
const used = new Set<string>();
/** Notes that `find` of a module was called. */
function watch<Ask extends unknown[], Found>(
  module: string,
  find: (...asked: Ask) => Found,
): (...asked: Ask) => Found {
  return (...asked) => {
    used.add(module);
    return find(...asked);
  };
}
vi.mock(import('../../src/search/answers/when-asked.ts'), async (load) => {
  const parts = await load();
  return {
    ...parts,
    findAspect: watch('when-asked', parts.findAspect),
    findStatement: watch('when-asked', parts.findStatement),
  };
});
vi.mock(import('../../src/search/answers/choose-facts.ts'), async (load) => {
  const facts = await load();
  return {
    ...facts,
    findCell: watch('choose-passage', facts.findCell),
    findDate: watch('choose-passage', facts.findDate),
    findNumber: watch('choose-passage', facts.findNumber),
    findTopic: watch('choose-passage', facts.findTopic),
  };
});
vi.mock(import('../../src/search/answers/choose-passage.ts'), async (load) => {
  const passages = await load();
  return {
    ...passages,
    findPassage: watch('choose-passage', passages.findPassage),
    answersWant: watch('choose-passage', passages.answersWant),
  };
});
vi.mock(import('../../src/search/answers/choose-maker.ts'), async (load) => {
  const maker = await load();
  return { ...maker, findMaker: watch('choose-maker', maker.findMaker) };
});
vi.mock(import('../../src/search/answers/choose-counted.ts'), async (load) => {
  const counted = await load();
  return { ...counted, findCountedNoun: watch('choose-counted', counted.findCountedNoun) };
});
vi.mock(import('../../src/search/plan-guesses.ts'), async (load) => {
  const guesses = await load();
  return { ...guesses, planGuesses: watch('plan-guesses', guesses.planGuesses) };
});

/** Bytes as they travel: Pagefind's own files are compressed already. */
function sizeOf(path: string): number {
  const content = readFileSync(path);
  return /\.pf_[a-z]+$/u.test(path) ? content.length : gzipSync(content).length;
}

const folder = join(ownSite, '_astro');
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));

/** A script and all that it imports before it runs. Those of the worker part name and hash with a `-`, the page's with a `.`. */
function listScripts(name: string, mark: '-' | '.'): string[] {
  const starts = scripts.filter(
    (file) => file.startsWith(name + mark) && file.length === name.length + 1 + 8 + 3,
  );
  expect(starts.length, name).toBeGreaterThan(0);
  const found = new Set<string>();
  for (const queue = [...starts]; queue.length > 0;) {
    const file = queue.pop() ?? '';
    if (found.has(file)) continue;
    found.add(file);
    const code = readFileSync(join(folder, file), 'utf8');
    queue.push(
      ...[...code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/gu)].map(([, path = '']) => path),
    );
  }
  return [...found].map((file) => join(folder, file));
}

// The weight grows with the words of the notes: measured 107, 129 and 160 kB with 95 notes, and 5 % above that at most.
test('is at most 112 kB for a usual query, and never much more', async () => {
  const gold = JSON.parse(readFileSync(new URL('search-gold.json', import.meta.url), 'utf8')) as {
    query: string;
  }[];
  const weigh = (paths: Iterable<string>) => [...new Set(paths)].reduce((sum, path) => sum + sizeOf(path), 0);
  const program = [
    ...['search-client', 'search-panel', 'search-styles'].flatMap((name) => listScripts(name, '.')),
    ...listScripts('search-worker', '-'),
  ];
  const part = (name: string) => listScripts(name, '-');
  const facts = [...part('choose-facts'), ...part('choose-passage')];
  const parts: Record<string, string[]> = {
    'when-asked': [...part('when-asked'), ...facts],
    'choose-passage': facts,
    'choose-maker': part('choose-maker'),
    'choose-counted': part('choose-counted'),
    'plan-guesses': part('plan-guesses'),
  };
  const english = part('questions-en');
  const difference = part('find-difference');
  const costs: { query: string; bytes: number; program: number }[] = [];
  for (const { query } of gold.filter((_, index) => index % 4 === 0)) {
    const read = new Set<string>();
    used.clear();
    const engine = await openSearch(ownSite, (path) => read.add(path));
    await engine.search(query, { limit: 2 });
    const isCompared = readQuestions(query).some(([first]) => first?.kind === 'difference');
    const own = [
      ...program,
      ...(asksInEnglish(query) ? english : []),
      ...(isCompared ? difference : []),
      ...[...used].flatMap((name) => parts[name] ?? []),
    ];
    costs.push({ query, bytes: weigh([...own, ...read]), program: weigh(own) });
  }
  costs.sort((one, other) => one.bytes - other.bytes);
  const at = (part: number) =>
    costs[Math.floor((costs.length - 1) * part)] ?? { query: '', bytes: 0, program: 0 };
  const report = [0.5, 0.9, 1].map((part) => JSON.stringify(at(part))).join('\n');
  expect(at(0.5).bytes, report).toBeLessThanOrEqual(112_000);
  expect(at(0.9).bytes, report).toBeLessThanOrEqual(136_000);
  expect(at(1).bytes, report).toBeLessThanOrEqual(168_000);
});
