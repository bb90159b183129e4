/** Pagefind's own program is what the reader of its index is measured against, on notes in both languages. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as pagefind from 'pagefind';
import { afterAll, describe, expect, test } from 'vitest';
import { openIndex } from '../../../src/search/index-reader.ts';
import { stemEnglish } from '../../../src/search/stem-english.ts';
import { swapScript } from '../../../src/search/swap-script.ts';

interface Program {
  createInstance: (options: object) => {
    search: (text: string) => Promise<{
      results: { id: string; score: number; words: number[]; data: () => Promise<{ content: string }> }[];
    }>;
  };
}

const root = 'http://index.test/';
const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true });
  await pagefind.close();
});

/** Indexes texts, each with a title, and opens the index with both readers. */
async function openBoth(language: string, texts: readonly string[]) {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '600';
  const { index } = await pagefind.createIndex({ forceLanguage: language });
  delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  for (const [at, text] of texts.entries()) {
    const [title = '', ...lines] = text.replaceAll('<', '&lt;').split('\n');
    const content = `<html><body><h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`;
    await index?.addHTMLFile({ url: `/${at}/`, content });
  }
  const made = (await index?.getFiles())?.files ?? [];
  const files = new Map(made.map(({ path, content }) => [path, new Uint8Array(content)]));
  let isLost = false;
  const load = (path: string): Promise<ArrayBuffer> => {
    const content = files.get(path);
    if (content && !isLost) return Promise.resolve(content.slice().buffer);
    isLost = false;
    return Promise.reject(new Error('lost'));
  };
  const folder = mkdtempSync(join(tmpdir(), 'index-'));
  folders.push(folder);
  const program = join(folder, 'pagefind.js');
  writeFileSync(program, files.get('pagefind.js') ?? '');
  const { createInstance } = (await import(pathToFileURL(program).href)) as Program;
  globalThis.fetch = async (input) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    return new Response(await load(pathname.slice(1)));
  };
  const list = [...files.keys()].find((path) => path.endsWith('.pf_meta')) ?? '';
  return {
    theirs: createInstance({ basePath: root, baseUrl: '/', noWorker: true }),
    ours: await openIndex(await load(list), load, language === 'en' ? stemEnglish : undefined),
    /** The next file does not come. */
    lose: () => (isLost = true),
  };
}

/** One to three words that follow one another, some cut short, some in quotes, some with a word that is nowhere. */
function cutQueries(text: string, count: number): string[] {
  const words = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return Array.from({ length: count }, (_, at) => {
    const from = (at * 7919) % words.length;
    const query = words.slice(from, from + 1 + (at % 3)).join(' ');
    if (at % 5 === 1) return query.slice(0, -2) || query;
    if (at % 5 === 2) return `"${query.replaceAll('"', '')}"`;
    return at % 5 === 3 ? `${query} qqxyz` : query;
  });
}

const folder = new URL('../../fixtures/second-subject/', import.meta.url);
const english = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort()
  .map((path) => readFileSync(new URL(path, folder), 'utf8').replace(/^---.*?---\s*/su, ''));
const korean = Array.from({ length: 30 }, (_, at) => {
  const take = <Item>(items: readonly Item[], step: number): Item =>
    items[(at * step) % items.length] as Item;
  const bean = take(['원두', '생두', '배전^~원두', 'Café 원두'], 3);
  const act = take(['볶는다', '간다', '내린다', '식힌다'], 5);
  return [
    `${bean} ${take(['볶기', '갈기', '내리기'], 7)} ${at}`,
    `${bean}는 ${200 + at} ℃에서 ${act}. 추출^~수율은 ${at} %이고 수율이 낮으면 다시 ${act}.`,
    `${take(['물', '온수', '끓인 물'], 2)}의 온도를 재고 ${bean}의 무게를 잰다. 무게^~비율, 비율, 온도^~계.`,
  ].join('\n');
}).map(swapScript);

describe.each([
  { language: 'en', texts: english },
  { language: 'ko', texts: korean },
])('an index in $language', ({ language, texts }) => {
  test('gives the same pages, places and scores as to Pagefind itself', async () => {
    const { theirs, ours } = await openBoth(language, texts);
    let found = 0;
    const fragments = new Map<string, () => Promise<{ content: string }>>();
    for (const query of ['', '!', 'qqxyz', ...cutQueries(texts.join('\n'), 400)]) {
      // In this order: Pagefind finds in what earlier queries have loaded as well.
      const wanted = (await theirs.search(query)).results;
      const got = await ours.search(query);
      const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
      const read = (results: readonly { id: string; score: number; words: number[] }[]) =>
        results.map(({ id, score, words }) => ({ id, score, words })).sort(byId);
      const near = wanted.map((result) => ({
        ...result,
        // Of words that share a place, theirs takes any one first where there are more than a few.
        score: expect.closeTo(result.score, 2) as number,
      }));
      expect(read(got), query).toEqual(read(near));
      found += got.length;
      for (const { id, data } of wanted) fragments.set(id, data);
    }
    expect(found).toBeGreaterThan(1000);
    const [[id = '', load] = []] = fragments;
    expect(((await ours.loadFragment(id)) as { content: string }).content).toBe((await load?.())?.content);
  });
});

test('a chunk that did not come is asked for again', async () => {
  const { ours, lose } = await openBoth('ko', korean);
  lose();
  await expect(ours.search('cafe')).rejects.toThrow('lost');
  expect((await ours.search('cafe')).length).toBeGreaterThan(0);
});
