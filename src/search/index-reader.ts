/**
 * Reads the index that Pagefind wrote, and finds and ranks pages in it as Pagefind's own program does: the same pages,
 * places and scores (`pagefind_web` 1.6, MIT, whose WebAssembly and wrapper are 64 kB of a first query; a test compares).
 * What is not used here is left out: filters, sorting, excerpts, several indexes.
 */
import { decodeText, readPacked, unpack } from './read-packed.ts';

/** Pagefind's weights of ranking where nobody sets others. */
const ranking = { similarity: 1, pageLength: 0.75, saturation: 1.4, exactForm: 0.8 };
/** What a word in a field of the page's own is worth, as against one in another field. */
const fieldWeights: Record<string, number> = { title: 5 };

/** The weight of a word of which nothing is written, and what counts as one whole word. */
const usualWeight = 25;
const wholeWeight = 24;

/**
 * Opens an index.
 * @param list the packed list of its pages and parts
 * @param load loads a file of the index by its path below the index's folder
 * @param stem how the index cuts its words
 */
export async function openIndex(
  list: ArrayBuffer,
  load: (path: string) => Promise<ArrayBuffer>,
  stem: (word: string) => string = (word) => word,
): Promise<IndexReader> {
  const { pages, chunks, fields } = readList(readPacked(await unpack(list)) as PackedList);
  const averageLength = pages.reduce((sum, { length }) => sum + length, 0) / Math.max(1, pages.length);
  /** Words of the chunks that are loaded. */
  const words = new Map<string, IndexWord>();
  const loading = new Map<Chunk, Promise<void>>();

  const loadChunk = (chunk: Chunk): Promise<void> => {
    const known = loading.get(chunk);
    if (known) return known;
    const loaded = load(`index/${chunk.hash}.pf_index`)
      .then(unpack)
      .then((bytes) => {
        chunk.words = readWords(readPacked(bytes) as PackedChunk);
        for (const word of chunk.words) words.set(word.text, word);
      });
    loading.set(chunk, loaded);
    // Not remembered: the network may be back at the next try.
    loaded.catch(() => loading.delete(chunk));
    return loaded;
  };

  const prepare = async (text: string): Promise<void> => {
    const wanted = splitTerms(text).flatMap(({ plain }) => [plain, stem(plain)]);
    await Promise.all([...new Set(wanted.flatMap((word) => findChunks(word, chunks)))].map(loadChunk));
  };

  /** The words that begin with a term; where there are none, the longest one that the term begins with. */
  const findExtensions = (term: string): IndexWord[] => {
    const found = chunks.flatMap(({ words: ofChunk }) =>
      (ofChunk.at(-1)?.text ?? '') < term ? [] : ofChunk.filter(({ text }) => text.startsWith(term)),
    );
    for (let length = term.length - 1; found.length === 0 && length > 0; length--) {
      const word = words.get(term.slice(0, length));
      if (word) found.push(word);
    }
    return found;
  };

  const findTerms = (terms: readonly Term[]): IndexResult[] => {
    const found = terms.map(({ typed, plain }) => {
      const stemmed = stem(plain);
      const length = countBytes(stemmed);
      return findExtensions(stemmed).flatMap((word) => {
        const lengthBonus = rateLength(countBytes(word.text) - length);
        return word.forms.map(({ text, pages }) => ({
          text: word.text,
          pages,
          lengthBonus,
          formBonus: isSameForm(typed, text) ? 1 + ranking.exactForm : 1,
        }));
      });
    });
    const pagesOf = found.map(
      (ofTerm) => new Set(ofTerm.flatMap((word) => word.pages.map(({ page }) => page))),
    );
    const rarity = pagesOf.map(({ size }) => rateRarity(size, pages.length));
    const all = rarity.reduce((sum, value) => sum + value, 0);
    // A word that no page holds is passed over.
    const [first = new Set<number>(), ...others] = pagesOf.filter(({ size }) => size > 0);
    const matches = new Map(
      [...first].filter((page) => others.every((set) => set.has(page))).map((page) => [page, [] as Match[]]),
    );
    found.forEach((ofTerm, term) => {
      for (const word of ofTerm)
        for (const entry of word.pages) matches.get(entry.page)?.push({ word, term, entry });
    });
    const results = [...matches].map(([page, ofPage]) => {
      const { id = '', length = 0 } = pages[page] ?? {};
      const places = groupByPlace(ofPage);
      let score = rateFields(ofPage, rarity, all, fields);
      for (const { weight, word, term } of weighWords(places).values())
        score +=
          (rarity[term] ?? 0) *
          saturate((weight / wholeWeight) * word.lengthBonus, length / averageLength) *
          word.formBonus;
      return { page, id, score, words: places.map(({ place }) => place) };
    });
    return results.sort((one, other) => other.score - one.score || one.page - other.page);
  };

  /** Pages that say the terms one after another; best is none of them. */
  const findPhrase = (terms: readonly Term[]): IndexResult[] => {
    const entries = terms.map(
      ({ plain }) => words.get(stem(plain))?.forms.flatMap((form) => form.pages) ?? [],
    );
    const [first = [], ...rest] = entries;
    const common = [...new Set(first.map(({ page }) => page))]
      .filter((page) => rest.every((list) => list.some((entry) => entry.page === page)))
      .sort((one, other) => one - other);
    return common.flatMap((page) => {
      const rows = entries.flatMap((list) => list.filter((entry) => entry.page === page));
      const id = pages[page]?.id ?? '';
      const place = findRow(rows.map(({ places }) => places.map((one) => one.place)));
      if (place !== undefined) return [{ page, id, score: 1, words: rows.map((_, at) => place + at) }];
      const field = rows.every(({ inFields }) => inFields.length > 0)
        ? fields.findIndex(
            (_, at) =>
              findRow(
                rows.map(({ inFields }) => inFields.flatMap((one) => (one.field === at ? one.place : []))),
              ) !== undefined,
          )
        : -1;
      if (field >= 0) return [{ page, id, score: fieldWeights[fields[field] ?? ''] ?? 1, words: [] }];
      return terms.length === 1 ? [{ page, id, score: 1, words: [] }] : [];
    });
  };

  return {
    prepare,
    search: async (text) => {
      await prepare(text);
      const terms = splitTerms(text);
      if (terms.length === 0) return [];
      return /^\s*".+"\s*$/su.test(text) ? findPhrase(terms) : findTerms(terms);
    },
    loadFragment: async (id) => {
      const fragment = JSON.parse(decodeText(await unpack(await load(`fragment/${id}.pf_fragment`)))) as {
        content: string;
      };
      return { ...fragment, content: fragment.content.replaceAll('\u200B', '') };
    },
  };
}

/** The terms of a query: without punctuation, small, without accents. */
function splitTerms(query: string): Term[] {
  const typed = query
    .replace(/[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu, '')
    .toLowerCase()
    .replace(/\s{2,}/gu, ' ')
    .trim();
  if (typed === '') return [];
  const plain = typed.normalize('NFD').replace(/\p{M}/gu, '').split(' ');
  const written = typed.split(' ');
  return plain.map((word, at) => ({ plain: word, typed: written[at] ?? '' }));
}

/**
 * The parts of the index that may hold a word: the one between whose first and last word it stands; else those whose
 * first word begins with it, and those whose last word it begins with.
 */
function findChunks(word: string, chunks: readonly Chunk[]): Chunk[] {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.from ?? '') <= word) low = middle + 1;
    else high = middle;
  }
  const before = chunks[low - 1];
  if (before && word <= before.to) return [before];
  const found: Chunk[] = [];
  for (let at = low - 1, chunk = before; chunk && chunk.to[0] === word[0]; chunk = chunks[--at])
    if (word.startsWith(chunk.to)) found.push(chunk);
  for (let at = low, chunk = chunks[at]; chunk?.from.startsWith(word); chunk = chunks[++at])
    found.push(chunk);
  return found;
}

function readList([, pages, chunks, , , fields]: PackedList): {
  pages: { id: string; length: number }[];
  chunks: Chunk[];
  fields: string[];
} {
  return {
    pages: pages.map(([id, length]) => ({ id, length })),
    chunks: chunks.map(([from, to, hash]) => ({ from, to, hash, words: [] })),
    fields: fields ?? [],
  };
}

function readWords([words]: PackedChunk): IndexWord[] {
  return words.map(([text, pages, others = []]) => ({
    text,
    forms: [
      { text, pages: readEntries(pages) },
      ...others.map(([form, ofForm]) => ({ text: form, pages: readEntries(ofForm) })),
    ],
  }));
}

/** Pages and places are written as steps from the one before; what is below zero says what the next ones are. */
function readEntries(pages: readonly PackedEntry[]): Entry[] {
  let page = 0;
  return pages.map(([step, places, inFields = []]) => {
    page += step;
    return {
      page,
      places: readSteps(places, usualWeight, ([weight, place]) => ({ weight: Math.min(255, weight), place })),
      inFields: readSteps(inFields, 0, ([field, place]) => ({ field, place })),
    };
  });
}

function readSteps<Place>(
  steps: readonly number[],
  first: number,
  make: (place: [number, number]) => Place,
): Place[] {
  let current = first;
  let place = 0;
  const found: Place[] = [];
  for (const step of steps)
    if (step < 0) {
      current = -1 - step;
      place = 0;
    } else {
      place += step;
      found.push(make([current, place]));
    }
  return found;
}

/** What is found on a page by its places; at one place each term counts once, by its first word. */
function groupByPlace(matches: readonly Match[]): Place[] {
  const places = new Map<number, Place>();
  for (const { word, term, entry } of matches)
    for (const { place, weight } of entry.places) {
      const found = places.get(place)?.found;
      if (found === undefined) places.set(place, { place, found: [{ word, term, weight }] });
      // Matches come in the order of their terms.
      else if (found.at(-1)?.term !== term) found.push({ word, term, weight });
    }
  return [...places.values()].sort((one, other) => one.place - other.place);
}

/** How much of each word a page has. Where several terms share a place, parts of one compound, each counts more. */
function weighWords(places: readonly Place[]): Map<string, Weighed> {
  const weighed = new Map<string, Weighed>();
  for (const { found } of places) {
    const least = found.reduce((weight, one) => Math.min(weight, one.weight), 255);
    const weight = Math.min(255, least * found.length);
    for (const one of found) {
      const known = weighed.get(one.word.text);
      if (known) known.weight += weight;
      else weighed.set(one.word.text, { ...one, weight });
    }
  }
  return weighed;
}

/** BM25's idf. */
function rateRarity(count: number, pages: number): number {
  return Math.log((pages - count + 0.5) / (count + 0.5) + 1);
}

/** BM25's term frequency. `length` is the page's against the average. */
function saturate(frequency: number, length: number): number {
  const { saturation, pageLength } = ranking;
  return ((saturation + 1) * frequency) / (saturation * (1 - pageLength + pageLength * length) + frequency);
}

/** One for a word that is what was asked, less the longer it is. */
function rateLength(difference: number): number {
  const distance = Math.min(255, Math.abs(difference) + 1);
  return Math.exp((Math.exp((-0.5 * distance ** 2) / 4) - 1) * ranking.similarity);
}

/** What a page gains by what its title and other names say: the more of the query, the more. */
function rateFields(
  matches: readonly Match[],
  rarity: readonly number[],
  all: number,
  fields: readonly string[],
): number {
  const found = fields.map(() => new Set<number>());
  for (const { term, entry } of matches) for (const { field } of entry.inFields) found[field]?.add(term);
  return found.reduce((sum, terms, at) => {
    const matched = [...terms].reduce((whole, term) => whole + (rarity[term] ?? 0), 0);
    return sum + (all > 0 ? (fieldWeights[fields[at] ?? ''] ?? 1) * matched * (matched / all) ** 2 : 0);
  }, 0);
}

function isSameForm(typed: string, form: string): boolean {
  return form.startsWith(typed) || typed.startsWith(form);
}

/** The first place of the first list that the others go on from, one by one. */
function findRow([first = [], ...rest]: readonly (readonly number[])[]): number | undefined {
  return first.find((place) => rest.every((places, at) => places.includes(place + at + 1)));
}

function countBytes(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

export interface IndexReader {
  /** Loads the parts of the index in which the words of a text would stand. */
  prepare: (text: string) => Promise<void>;
  /**
   * Finds the pages that hold every known word of the text, or a longer one that begins with it, the best first; a text in
   * quotes, those that say it.
   */
  search: (text: string) => Promise<IndexResult[]>;
  /** What the index keeps of a page. */
  loadFragment: (id: string) => Promise<unknown>;
}

export interface IndexResult {
  id: string;
  score: number;
  /** Places of the words found, in words from the start of the page. */
  words: number[];
}

interface Term {
  /** With its accents. */
  typed: string;
  plain: string;
}

/** A part of the index: its words stand between `from` and `to`, and come when they are asked for. */
interface Chunk {
  from: string;
  to: string;
  hash: string;
  words: IndexWord[];
}

interface IndexWord {
  text: string;
  /** As it is written with and without accents. */
  forms: { text: string; pages: Entry[] }[];
}

/** A page that holds a word, with the word's places in its text and in fields of its own. */
interface Entry {
  page: number;
  places: { weight: number; place: number }[];
  inFields: { field: number; place: number }[];
}

interface FoundWord {
  text: string;
  lengthBonus: number;
  formBonus: number;
}

interface Match {
  word: FoundWord;
  term: number;
  entry: Entry;
}

interface Weighed {
  word: FoundWord;
  term: number;
  weight: number;
}

interface Place {
  place: number;
  found: Weighed[];
}

type PackedList = [
  version: string,
  pages: [id: string, length: number][],
  chunks: [from: string, to: string, hash: string][],
  filters: unknown[],
  sorts: unknown[],
  fields?: string[],
];
type PackedEntry = [step: number, places: number[], inFields?: number[]];
type PackedChunk = [
  words: [word: string, pages: PackedEntry[], others?: [form: string, pages: PackedEntry[]][]][],
];
