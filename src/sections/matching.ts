import { compareText } from '../knowledge/problem.ts';
import type { Item } from './list-items.ts';
import type { AnchorEntry } from './section-lock.ts';
import type { Pair } from './similar-pairs.ts';

/** Which item each entry of the lock was found to be. An item and an entry are matched at most once. */
export interface Matching {
  entryOf: Map<Item, AnchorEntry>;
  itemOf: Map<AnchorEntry, Item>;
}

/** A pair with its worth. */
export interface ScoredPair extends Pair {
  score: number;
}

/** Matches the two unless either is matched already. */
export function match(matching: Matching, item: Item, entry: AnchorEntry): boolean {
  if (matching.entryOf.has(item) || matching.itemOf.has(entry)) return false;
  matching.entryOf.set(item, entry);
  matching.itemOf.set(entry, item);
  return true;
}

/** Matches the best pairs first. Equal ones go by order: the first of the notes' text to the first of the lock. */
export function matchBest(matching: Matching, pairs: readonly ScoredPair[]): void {
  const sorted = [...pairs].sort(
    (a, b) =>
      b.score - a.score ||
      compareText(a.item.note, b.item.note) ||
      a.item.index - b.item.index ||
      compareText(a.entry.note, b.entry.note) ||
      a.entry.place - b.entry.place ||
      compareText(a.entry.id, b.entry.id),
  );
  for (const { item, entry } of sorted) match(matching, item, entry);
}

/** Whether both stand right under the same section, or under none. */
export function hasSameParent(matching: Matching, item: Item, entry: AnchorEntry): boolean {
  if (!item.parent) return entry.parent === undefined;
  return entry.parent !== undefined && matching.entryOf.get(item.parent)?.id === entry.parent;
}

/** Groups in order of first appearance. */
export function groupBy<Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => string,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
