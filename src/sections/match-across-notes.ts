/** Finds sections, figures and tables again that went to another note, and what was retired and is back. */
import { substance } from './fingerprint.ts';
import type { Item } from './list-items.ts';
import { groupBy, type Matching, match, matchBest, type ScoredPair } from './matching.ts';
import { alikeEnough, nameOf } from './match-in-note.ts';
import type { AnchorEntry } from './section-lock.ts';
import { compareBodies, findSimilarPairs } from './similar-pairs.ts';

/** A text this long (in filled bins of 32) that is equal elsewhere was moved, not written twice. */
const manyWords = 24;

/**
 * Matches what its note has lost with what another note has gained: the same text over a similar body; what stood
 * in a section that was moved; an equal body of some length under a new text. Items and entries of one kind.
 */
export function matchMoved(
  matching: Matching,
  items: readonly Item[],
  entries: readonly AnchorEntry[],
): void {
  const freeItems = () => items.filter((item) => !matching.entryOf.has(item));
  const freeEntries = () => entries.filter((entry) => !matching.itemOf.has(entry));
  const lost = groupBy(freeEntries(), nameOf);
  for (const [name, group] of groupBy(freeItems(), (item) => item.name)) {
    const candidates = name ? (lost.get(name) ?? []) : [];
    matchBest(matching, findSimilarPairs(group, candidates, alikeEnough).map(score));
  }
  followParents(matching, freeItems(), freeEntries());
  const byHash = groupBy(
    freeEntries().filter((entry) => entry.hash && substance(entry.body) >= manyWords),
    (entry) => entry.hash ?? '',
  );
  for (const item of freeItems()) {
    const equal = item.hash ? (byHash.get(item.hash) ?? []) : [];
    const entry = equal.find((candidate) => !matching.itemOf.has(candidate));
    if (entry) match(matching, item, entry);
  }
  followParents(matching, freeItems(), freeEntries());
}

/** What stands in a section goes where the section goes. */
export function followParents(
  matching: Matching,
  items: readonly Item[],
  entries: readonly AnchorEntry[],
): void {
  const inside = groupBy(entries, (entry) => entry.parent ?? '');
  for (const [item, group] of groupByParent(items)) {
    const parent = matching.entryOf.get(item);
    const candidates = parent ? (inside.get(parent.id) ?? []) : [];
    if (!candidates.length) continue;
    const pairs: ScoredPair[] = [];
    for (const child of group) {
      for (const entry of candidates) {
        const alike = compareBodies(child, entry);
        const isSameName = child.name !== '' && child.name === nameOf(entry);
        if (isSameName || alike >= alikeEnough)
          pairs.push({ item: child, entry, alike, score: alike + (isSameName ? 1 : 0) });
      }
    }
    matchBest(matching, pairs);
  }
}

/**
 * A retired id comes back with the text it had: a deletion that was undone, or a section that was cut in one build and
 * pasted in a later one. In another note only where there is enough text to be sure.
 */
export function matchRevived(
  matching: Matching,
  items: readonly Item[],
  retired: readonly AnchorEntry[],
): void {
  if (!retired.length) return;
  const known = groupBy(retired, nameOf);
  for (const [name, group] of groupBy(items, (item) => item.name)) {
    const pairs = findSimilarPairs(group, known.get(name) ?? [], alikeEnough).filter(
      ({ item, entry }) => item.note === entry.note || substance(entry.body) >= manyWords / 2,
    );
    matchBest(
      matching,
      pairs.map((pair) => ({ ...pair, score: pair.alike + (pair.item.note === pair.entry.note ? 1 : 0) })),
    );
  }
}

function score(pair: Omit<ScoredPair, 'score'>): ScoredPair {
  return { ...pair, score: pair.alike };
}

function groupByParent(items: readonly Item[]): Map<Item, Item[]> {
  const groups = new Map<Item, Item[]>();
  for (const item of items) {
    if (item.parent) groups.set(item.parent, [...(groups.get(item.parent) ?? []), item]);
  }
  return groups;
}
