/** Finds the headings, figures and tables of one note again in what the lock knows of that note. */
import { editDistance } from '../knowledge/text.ts';
import type { HasMoved } from './find-moved.ts';
import { substance } from './fingerprint.ts';
import type { Item } from './list-items.ts';
import { groupBy, hasSameParent, type Matching, match, matchBest, type ScoredPair } from './matching.ts';
import type { AnchorEntry } from './section-lock.ts';
import { compareBodies, findSimilarPairs } from './similar-pairs.ts';

/** From here on two texts count as one text that was edited. */
export const alikeEnough = 0.6;
/** Fewer filled bins than this is a text of a few words: being alike proves little then. */
export const fewWords = 12;

/**
 * Matches items of one kind with the entries of the same note where the evidence is strong, the surest first: a text
 * that stands there once, equal texts over similar bodies, a similar body under a changed text. `items` in reading
 * order, `entries` in the lock's order. What `hasMoved` recognises waits for its counterpart in another note.
 */
export function matchInNote(
  matching: Matching,
  items: readonly Item[],
  entries: readonly AnchorEntry[],
  hasMoved: HasMoved,
): void {
  matchOnlyOnes(matching, items, entries, hasMoved);
  matchEqualOnes(matching, items, entries, true);
  matchChanged(matching, items, entries);
}

/**
 * The same where less has to do, once it is known what went to other notes: equal texts in the same section, one
 * unknown where one is missing, a former text.
 */
export function matchInNoteLoosely(
  matching: Matching,
  items: readonly Item[],
  entries: readonly AnchorEntry[],
): void {
  matchEqualOnes(matching, items, entries);
  matchLoneOnes(matching, items, entries);
  // Sections that were found by now tell more of the equal ones in them apart.
  matchEqualOnes(matching, items, entries);
  matchFormerTexts(matching, items, entries);
}

function findFree(matching: Matching, items: readonly Item[], entries: readonly AnchorEntry[]) {
  return {
    items: items.filter((item) => !matching.entryOf.has(item)),
    entries: entries.filter((entry) => !matching.itemOf.has(entry)),
  };
}

/** A text that stands once in the note and once in the lock is the same thing, whatever became of its body. */
function matchOnlyOnes(
  matching: Matching,
  items: readonly Item[],
  entries: readonly AnchorEntry[],
  hasMoved: HasMoved,
): void {
  const free = findFree(matching, items, entries);
  const known = groupBy(free.entries, nameOf);
  for (const [name, [item, ...others]] of groupBy(free.items, (item) => item.name)) {
    const [entry, ...rivals] = known.get(name) ?? [];
    if (!name || !item || !entry || others.length || rivals.length) continue;
    const isSame = item.hash === (entry.hash ?? '') || compareBodies(item, entry) >= alikeEnough / 2;
    if (isSame || !hasMoved(item, entry)) match(matching, item, entry);
  }
}

/**
 * Equal headings are told apart by what stands under them, then by the section around them, then by order; one that
 * shows none of these is left alone rather than swapped with another. `needsBody`: the section around is not enough
 * where the texts differ, for the right one of them may have been renamed.
 */
function matchEqualOnes(
  matching: Matching,
  items: readonly Item[],
  entries: readonly AnchorEntry[],
  needsBody = false,
): void {
  const free = findFree(matching, items, entries);
  const known = groupBy(free.entries, nameOf);
  for (const [name, group] of groupBy(free.items, (item) => item.name)) {
    const candidates = name ? (known.get(name) ?? []) : [];
    const pairs: ScoredPair[] = [];
    for (const item of group) {
      for (const entry of candidates) {
        const isBare = !item.print() && !entry.body;
        const alike = isBare ? 0.5 : compareBodies(item, entry);
        const isInside = hasSameParent(matching, item, entry);
        const isAlike = !isBare && alike >= alikeEnough / 2;
        if (!isAlike && !(isInside && (isBare || !needsBody))) continue;
        const score = 4 * alike + (isInside ? 2 : 0) + (item.depth === entry.depth ? 1 : 0);
        pairs.push({ item, entry, alike, score });
      }
    }
    matchBest(matching, pairs);
  }
}

/** Similar body: renamed in place, or renamed and moved within the note where there is enough text to be sure. */
function matchChanged(matching: Matching, items: readonly Item[], entries: readonly AnchorEntry[]): void {
  const free = findFree(matching, items, entries);
  if (!free.items.length || !free.entries.length) return;
  const around = findNeighbours(matching, items, entries);
  const pairs: ScoredPair[] = [];
  for (const pair of findSimilarPairs(free.items, free.entries, alikeEnough)) {
    const { item, entry, alike } = pair;
    const [before, after] = around.ofItem(item);
    const [wasBefore, wasAfter] = around.ofEntry(entry);
    const isInPlace = before === wasBefore || after === wasAfter;
    const isInside = hasSameParent(matching, item, entry);
    if (substance(item.print()) < fewWords && !isInPlace && !(alike === 1 && isInside)) continue;
    const score =
      alike + (isInPlace ? 0.5 : 0) + (isInside ? 0.25 : 0) + (item.depth === entry.depth ? 0.1 : 0);
    pairs.push({ ...pair, score });
  }
  matchBest(matching, pairs);
}

/**
 * One unknown item where one entry is missing, between the same neighbours: the only figure or table of its section
 * stays the same when it is redrawn; a heading needs a similar text, or nothing under it before and after.
 */
function matchLoneOnes(matching: Matching, items: readonly Item[], entries: readonly AnchorEntry[]): void {
  const free = findFree(matching, items, entries);
  if (!free.items.length || !free.entries.length) return;
  const around = findNeighbours(matching, items, entries);
  const ids = new Map(items.map((item, index) => [item, index]));
  const gap = ([before, after]: Neighbours) =>
    `${before ? ids.get(before) : ''} ${after ? ids.get(after) : ''}`;
  const parentId = (item: Item) => (item.parent ? (matching.entryOf.get(item.parent)?.id ?? '?') : '');
  const missing = groupBy(free.entries, (entry) =>
    entry.kind === 'section' ? gap(around.ofEntry(entry)) : (entry.parent ?? ''),
  );
  const unknown = groupBy(free.items, (item) =>
    item.kind === 'section' ? gap(around.ofItem(item)) : parentId(item),
  );
  for (const [where, [item, ...others]] of unknown) {
    const [entry, ...rivals] = missing.get(where) ?? [];
    if (!item || !entry || others.length || rivals.length) continue;
    if (item.kind !== 'section') {
      match(matching, item, entry);
      continue;
    }
    if (item.depth !== entry.depth || !hasSameParent(matching, item, entry)) continue;
    const isBare = !item.print() && !entry.body;
    const isReworded =
      isSimilarName(item.name, nameOf(entry)) && compareBodies(item, entry) >= alikeEnough / 2;
    if (isBare || isReworded) match(matching, item, entry);
  }
}

/** A heading that got back a text that it had before. */
function matchFormerTexts(matching: Matching, items: readonly Item[], entries: readonly AnchorEntry[]): void {
  const free = findFree(matching, items, entries);
  const pairs: ScoredPair[] = [];
  const byFormer = new Map<string, AnchorEntry[]>();
  for (const entry of free.entries) {
    for (const text of new Set(entry.texts.slice(0, -1))) {
      if (text) byFormer.set(text, [...(byFormer.get(text) ?? []), entry]);
    }
  }
  for (const item of free.items) {
    for (const entry of byFormer.get(item.name) ?? []) {
      const alike = compareBodies(item, entry);
      pairs.push({ item, entry, alike, score: alike });
    }
  }
  matchBest(matching, pairs);
}

type Neighbours = [before: Item | null, after: Item | null];

/** The nearest matched items before and after an item, and before and after where an entry stood. */
function findNeighbours(matching: Matching, items: readonly Item[], entries: readonly AnchorEntry[]) {
  const here = new Set(items);
  const itemNeighbours = scan(items, (item) => (matching.entryOf.has(item) ? item : null));
  const entryNeighbours = scan(entries, (entry) => {
    const item = matching.itemOf.get(entry);
    return item && here.has(item) ? item : null;
  });
  return {
    ofItem: (item: Item): Neighbours => itemNeighbours.get(item) ?? [null, null],
    ofEntry: (entry: AnchorEntry): Neighbours => entryNeighbours.get(entry) ?? [null, null],
  };
}

function scan<Thing>(
  things: readonly Thing[],
  itemOf: (thing: Thing) => Item | null,
): Map<Thing, Neighbours> {
  const found = new Map<Thing, Neighbours>();
  let before: Item | null = null;
  for (const thing of things) {
    found.set(thing, [before, null]);
    before = itemOf(thing) ?? before;
  }
  let after: Item | null = null;
  for (const thing of [...things].reverse()) {
    const pair = found.get(thing);
    if (pair) pair[1] = after;
    after = itemOf(thing) ?? after;
  }
  return found;
}

/** What an entry was called last. */
export function nameOf(entry: { texts: string[] }): string {
  return entry.texts.at(-1) ?? '';
}

function isSimilarName(a: string, b: string): boolean {
  if (!a || !b) return false;
  if (a.includes(b) || b.includes(a)) return true;
  return editDistance(a, b) <= Math.max(a.length, b.length) / 2;
}
