import { similarity } from './fingerprint.ts';
import type { Item } from './list-items.ts';
import type { AnchorEntry } from './section-lock.ts';

/** An item and an entry that may be the same thing. */
export interface Pair {
  item: Item;
  entry: AnchorEntry;
  /** 0 to 1; 1 where the text under them is equal. */
  alike: number;
}

/** Up to this many pairs are compared one by one; above it only those that an index brings together. */
const fewPairs = 40_000;
/** A bin value that this many entries share says nothing. */
const commonBin = 48;

/** How alike the text under an item and an entry is: 1 for equal texts, 0 where either has none. */
export function compareBodies(item: Item, entry: AnchorEntry): number {
  if (item.hash && item.hash === entry.hash) return 1;
  return Math.min(0.99, similarity(item.print(), entry.body));
}

/** All pairs of items and entries whose texts are alike by at least `least`. */
export function findSimilarPairs(
  items: readonly Item[],
  entries: readonly AnchorEntry[],
  least: number,
): Pair[] {
  const pairs: Pair[] = [];
  const consider = (item: Item, entry: AnchorEntry) => {
    const alike = compareBodies(item, entry);
    if (alike >= least) pairs.push({ item, entry, alike });
  };
  if (items.length * entries.length <= fewPairs) {
    for (const item of items) for (const entry of entries) consider(item, entry);
    return pairs;
  }
  const index = new Map<string, AnchorEntry[]>();
  for (const entry of entries) {
    for (const key of keysOf(entry.hash ?? '', entry.body)) {
      const list = index.get(key);
      if (list) list.push(entry);
      else index.set(key, [entry]);
    }
  }
  for (const item of items) {
    const near = new Set<AnchorEntry>();
    for (const key of keysOf(item.hash, item.print())) {
      const list = index.get(key) ?? [];
      if (list.length <= commonBin) for (const entry of list) near.add(entry);
    }
    for (const entry of near) consider(item, entry);
  }
  return pairs;
}

function* keysOf(hash: string, print: string): Generator<string> {
  if (hash) yield hash;
  for (let i = 0; i < print.length; i += 2) if (print[i] !== '.') yield `${i} ${print.slice(i, i + 2)}`;
}
