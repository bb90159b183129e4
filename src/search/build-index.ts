/**
 * Builds everything that the search needs at run time: Pagefind's index, the word list, the synonyms and a catalogue
 * of the notes. The built pages themselves are never touched.
 */
import { language } from '#words';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { fromHtml } from 'hast-util-from-html';
import * as pagefind from 'pagefind';
import type { TermEntry } from './answers/answer-world.ts';
import { splitTitle } from './answers/names.ts';
import { buildCatalog } from './catalog.ts';
import { renderIndexDocument } from './index-document.ts';
import { normalizeText } from './hangul.ts';
import { learnWords } from './learn-words.ts';
import { createMarker } from './mark-compounds.ts';
import { readPage } from './read-page.ts';
import type { SearchPage } from './read-page.ts';
import { indexFolder, joinStart, listFile, readEnd, startFile, termsPath } from './start-file.ts';
import type { Manifest } from './start-file.ts';
import { joinNames, joinSearchData, termsPerFile } from './search-data.ts';
import { formatSynonyms, makeKey } from './synonyms.ts';
import { formatWordList, listTokens } from './word-list.ts';

/**
 * The index, and Pagefind's program, with which others can ask it; pages read the index themselves and never load that.
 * Its interfaces are left out.
 */
const usedFile =
  /(?:^pagefind-entry\.json|^pagefind\.js|^wasm\.[\w-]+\.pagefind|\.pf_(?:meta|index|fragment))$/u;

/**
 * Places of words in a chunk of the index. Small chunks save much for the first query; on a large site their list,
 * which every reader loads, outweighs that.
 */
const chunkSize = { small: '600', usual: '1000', large: '12000', usualFrom: 150, largeFrom: 1000 };

/**
 * Words that go into the list: nouns that stand free this often, others only when frequent, and every word of a title.
 * What is not listed is found all the same, but neither suggested nor offered for a misspelling. Every reader's first
 * query loads the list, so it does not grow with the notes beyond `most`, the most frequent ones.
 */
const listed = { nounsFrom: 3, othersFrom: 10, most: 1500 };

/** Words that are only loaded when a query finds nothing. */
const rare = { fromLetters: 6, nounsFrom: 2, most: 12_000 };

/** Longer headings are sentences, and those of more pages than this say nothing; more of them weigh too much. */
const longestHeading = 50;
const mostShared = 3;
const mostHeadings = 5000;

/** Longer names are sentences. */
const longestName = 24;

/**
 * From pages, read before or given as `{ url, html }`, to files by path (`pagefind/…`, `search-data/…`).
 * Pages without `[data-pagefind-body]` are left out. Throws only when Pagefind itself fails.
 */
export async function createSearchFiles({
  pages,
  synonyms,
  terms = [],
  pack = (files) => Promise.resolve(files),
  onWarning,
}: FilesOptions): Promise<SearchFiles> {
  const read: SearchPage[] = [];
  for await (const built of pages) {
    if ('parts' in built) {
      read.push(built);
      continue;
    }
    const { url, html } = built;
    try {
      const page = readPage(fromHtml(html), url);
      if (page !== null) read.push(page);
    } catch (error) {
      onWarning?.(`search: ${url} could not be read and is not searched: ${String(error)}`);
    }
  }
  const { counts, nouns, parts } = learnWords(
    // Synonyms show how compounds are spaced elsewhere: 파인 튜닝.
    read
      .flatMap((page) =>
        page.parts.flatMap((part) => [part.title, part.text]).concat(page.title, page.aliases),
      )
      .concat(...synonyms),
  );
  const markText = createMarker((word) => counts.get(word));
  const files = await pack(await runPagefind(read, markText, onWarning));
  const catalog = buildCatalog(read, readFragmentIds(files), terms);
  const data = joinSearchData({
    words: formatWordList(selectListed(counts, nouns, read), parts),
    synonyms: formatSynonyms([...synonyms, ...learnAliases(read)]),
    ...(catalog.first && { catalog: catalog.first }),
  });
  const manifest: Manifest = {
    version: 6,
    pages: read.length,
    index: addList(files),
    headings: addFile(
      files,
      'headings',
      'txt',
      joinNames({ headings: listHeadings(read), termUrls: catalog.termUrls }),
    ),
    words: addFile(files, 'words', 'txt', formatWordList(selectRare(counts, nouns, read, synonyms))),
    catalog: addFile(files, 'catalog', 'json', JSON.stringify(catalog.later)),
    terms: addTerms(files, terms),
  };
  files.set(startFile, Buffer.from(joinStart(manifest, data)));
  let bytes = 0;
  for (const content of files.values()) bytes += content.byteLength;
  return { files, stats: { pages: read.length, words: counts.size, bytes } };
}

/** Documents that wait for Pagefind at most. */
const documentsAhead = 8;

async function runPagefind(
  pages: readonly SearchPage[],
  markText: (text: string) => string,
  onWarning: FilesOptions['onWarning'],
): Promise<Map<string, Uint8Array>> {
  // Undocumented, and read by the service when it starts. Without it the index only has larger chunks.
  const variable = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';
  const before = process.env[variable];
  process.env[variable] = before ?? chooseChunkSize(pages.length);
  const { opened, ended } = startPagefind();
  const answer = <Answer>(question: Promise<Answer>) =>
    Promise.race([
      question.catch(async (error: unknown) => {
        // Its pipe closes a moment before its end is known, which says why.
        await Promise.race([ended, setTimeout(1000)]);
        throw error;
      }),
      ended,
    ]);
  try {
    const { index, errors } = await answer(opened);
    if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    const asked: Promise<void>[] = [];
    for (const page of pages) {
      const added = answer(
        index.addHTMLFile({ url: page.url, content: renderIndexDocument(page, markText) }),
      ).then(({ errors }) => {
        for (const error of errors) onWarning?.(`search: ${page.url}: ${error}`);
      });
      added.catch(() => undefined);
      asked.push(added);
      // Pagefind reads one document while the next ones are written.
      await asked.at(-documentsAhead);
    }
    await Promise.all(asked);
    const built = await answer(index.getFiles());
    if (built.errors.length > 0) throw new Error(`Pagefind wrote no index: ${built.errors.join('; ')}`);
    return new Map(
      built.files
        .filter(({ path }) => usedFile.test(path))
        .map(({ path, content }) => [indexFolder + path.replaceAll('\\', '/'), content]),
    );
  } finally {
    if (before === undefined) delete process.env[variable];
    else process.env[variable] = before;
    await pagefind.close();
  }
}

/**
 * Pagefind's index, which a program of its own makes. Pagefind waits for its answers for ever, so whoever asks it must
 * ask `ended` as well, which rejects when the program ends: killed, out of memory, out of disk.
 */
function startPagefind(): { opened: ReturnType<typeof pagefind.createIndex>; ended: Promise<never> } {
  let ended = new Promise<never>(() => undefined);
  const watch = (message: unknown) => {
    const { process: program } = message as { process: ChildProcess };
    ended = new Promise((_, reject) => {
      program.once('exit', (code, signal) => reject(new Error(`Pagefind ended (${signal ?? code ?? '?'})`)));
    });
    // After the last answer its end is expected.
    ended.catch(() => undefined);
  };
  // It is started in the call itself, and hands out no process.
  subscribe('child_process', watch);
  const opened = pagefind.createIndex({ forceLanguage: language() });
  unsubscribe('child_process', watch);
  return { opened, ended };
}

function chooseChunkSize(pages: number): string {
  if (pages >= chunkSize.largeFrom) return chunkSize.large;
  return pages >= chunkSize.usualFrom ? chunkSize.usual : chunkSize.small;
}

/** Which record Pagefind made of which page: its id by the page's url. */
function readFragmentIds(files: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const ids = new Map<string, string>();
  for (const [path, content] of files) {
    const id = /\/fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (id === undefined) continue;
    const json = gunzipSync(content).toString('utf8');
    const { url } = JSON.parse(json.slice(json.indexOf('{'))) as { url: string };
    ids.set(url, id);
  }
  return ids;
}

function selectListed(
  counts: ReadonlyMap<string, number>,
  nouns: ReadonlySet<string>,
  pages: readonly SearchPage[],
): Map<string, number> {
  const titles = new Set(
    pages.flatMap((page) => normalizeText(page.title).match(/[가-힣]{2,}|[a-z][a-z0-9]+/g) ?? []),
  );
  const frequent = [...counts].filter(
    ([word, count]) => titles.has(word) || count >= (nouns.has(word) ? listed.nounsFrom : listed.othersFrom),
  );
  const rank = ([word, count]: [string, number]): number => (titles.has(word) ? Infinity : count);
  return new Map(
    frequent
      // Of equally frequent words the longer ones: a slip in them is told more surely.
      .sort((one, other) => compareCounts(rank(one), rank(other)) || other[0].length - one[0].length)
      .slice(0, listed.most),
  );
}

/**
 * What a misspelling may mean where no listed word comes near: what is said even once and is long enough to be told, and
 * every word of a heading or a name, which readers are the likeliest to type.
 */
function selectRare(
  counts: ReadonlyMap<string, number>,
  nouns: ReadonlySet<string>,
  pages: readonly SearchPage[],
  synonyms: FilesOptions['synonyms'],
): Map<string, number> {
  const names = pages.flatMap(({ parts, aliases }) => [...parts.map(({ title }) => title), ...aliases]);
  const named = new Set(listTokens([...names, ...synonyms.flat()].join('\n')));
  const all = [...counts].filter(
    ([word, count]) =>
      named.has(word) ||
      (/^[a-z]/.test(word) ? word.length >= rare.fromLetters : nouns.has(word) && count >= rare.nounsFrom),
  );
  return new Map(all.sort(([, one], [, other]) => other - one).slice(0, rare.most));
}

/** Higher first; `Infinity` twice is a tie, not NaN. */
function compareCounts(one: number, other: number): number {
  return one === other ? 0 : other - one;
}

/**
 * Other names that pages give themselves: one named `DeadLock` whose first heading is `데드락 (DeadLock, 교착 상태)` is
 * all three. Only what also holds the title counts.
 */
function learnAliases(pages: readonly SearchPage[]): string[][] {
  return pages.flatMap(({ title, parts }) => {
    const [lead, section] = parts[0]?.kind === 'section' ? [undefined, parts[0]] : parts;
    if (section?.kind !== 'section' || (lead?.text ?? '') !== '') return [];
    const titles = splitTitle(title);
    const names = splitTitle(section.title).filter((name) => name.length <= longestName);
    const keys = new Set(names.map(makeKey));
    const isSame = names.length > 1 && titles.some((name) => keys.has(makeKey(name)));
    const others = names.filter((name) => !/[(（]/u.test(name));
    return isSame ? [[title, ...others]] : [];
  });
}

/** Headings worth suggesting, as they are written: each once, without those that many notes share (확인 질문). */
function listHeadings(pages: readonly SearchPage[]): string[] {
  const counts = new Map<string, number>();
  const titles = new Set(pages.map(({ title }) => title));
  for (const { parts } of pages)
    for (const { kind, title } of parts)
      if (kind !== 'lead' && title.length > 1 && title.length <= longestHeading && !titles.has(title))
        counts.set(title, (counts.get(title) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count <= mostShared)
    .map(([title]) => title)
    .sort()
    .slice(0, mostHeadings);
}

/** Adds the copy of the index's list, and says what stands in the start file of the index. */
function addList(files: Map<string, Uint8Array>): Manifest['index'] {
  const [list, content] = [...files].find(([path]) => path.endsWith('.pf_meta')) ?? ['', new Uint8Array()];
  files.set(listFile, content);
  return { list, end: readEnd(content), isStemmed: language() === 'en' };
}

/** Adds the definitions in small files, and returns the hash in their names. */
function addTerms(files: Map<string, Uint8Array>, terms: readonly TermEntry[]): string | null {
  if (terms.length === 0) return null;
  const hash = hashText(JSON.stringify(terms));
  for (let at = 0; at * termsPerFile < terms.length; at++) {
    const some = terms.slice(at * termsPerFile, (at + 1) * termsPerFile);
    files.set(termsPath(hash, at), Buffer.from(JSON.stringify(some)));
  }
  return hash;
}

/** Adds a data file under a name that changes with its content, so that it may be cached for ever. */
function addFile(files: Map<string, Uint8Array>, name: string, extension: string, text: string): string {
  const path = `search-data/files/${name}-${hashText(text)}.${extension}`;
  files.set(path, Buffer.from(text));
  return path;
}

function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

export interface FilesOptions {
  /** Pages as HTML, or read before. */
  pages: Iterable<BuiltPage | SearchPage> | AsyncIterable<BuiltPage | SearchPage>;
  synonyms: readonly (readonly string[])[];
  /** Terms of the glossary, which stand on no page that is searched. */
  terms?: readonly TermEntry[];
  /** Makes what readers load of Pagefind smaller. */
  pack?: (files: Map<string, Uint8Array>) => Promise<Map<string, Uint8Array>>;
  onWarning?: (message: string) => void;
}

/** A built page: its address from the site's root without `BASE_PATH` (`/devices/router/`), and its HTML. */
export interface BuiltPage {
  url: string;
  html: string;
}

export interface SearchFiles {
  files: Map<string, Uint8Array>;
  stats: SearchStats;
}

/** `bytes` counts all files written; a reader loads a few of them. */
export interface SearchStats {
  pages: number;
  words: number;
  bytes: number;
}
