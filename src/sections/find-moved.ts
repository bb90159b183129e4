import { substance } from './fingerprint.ts';
import type { Item } from './list-items.ts';
import { alikeEnough, fewWords, nameOf } from './match-in-note.ts';
import { groupBy } from './matching.ts';
import type { AnchorEntry } from './section-lock.ts';
import { compareBodies } from './similar-pairs.ts';

/**
 * Whether either of two that have the same text in the same note, over quite different bodies, belongs to another
 * note: the item came from one, or the entry went to one.
 */
export type HasMoved = (item: Item, entry: AnchorEntry) => boolean;

/** A text that stands in more notes than this belongs to a template; looking through all of them would not pay. */
const manyOfOneText = 300;

/** Prepares the question for all items and live entries of one kind. */
export function createMoveFinder(items: readonly Item[], entries: readonly AnchorEntry[]): HasMoved {
  const placeOf = (note: string, name: string) => `${note}\n${name}`;
  const itemsAt = groupBy(items, ({ note, name }) => placeOf(note, name));
  const entriesAt = groupBy(entries, (entry) => placeOf(entry.note, nameOf(entry)));
  const itemsNamed = groupBy(items, ({ name }) => name);
  const entriesNamed = groupBy(
    entries.filter((entry) => substance(entry.body) >= fewWords),
    nameOf,
  );
  const isAlike = (item: Item, entry: AnchorEntry) => compareBodies(item, entry) >= alikeEnough;
  const few = <Thing>(things: Thing[] | undefined) =>
    things && things.length <= manyOfOneText ? things : [];
  /** Its note still has it, perhaps beside a copy. */
  const isStillThere = (entry: AnchorEntry) =>
    itemsAt.get(placeOf(entry.note, nameOf(entry)))?.some((item) => isAlike(item, entry)) ?? false;
  /** Its note had it before. */
  const isKnownThere = (item: Item) =>
    entriesAt.get(placeOf(item.note, item.name))?.some((entry) => isAlike(item, entry)) ?? false;

  const hasArrived = (item: Item) =>
    few(entriesNamed.get(item.name)).some(
      (entry) => entry.note !== item.note && isAlike(item, entry) && !isStillThere(entry),
    );
  const hasLeft = (entry: AnchorEntry) =>
    substance(entry.body) >= fewWords &&
    few(itemsNamed.get(nameOf(entry))).some(
      (item) => item.note !== entry.note && isAlike(item, entry) && !isKnownThere(item),
    );
  return (item, entry) => hasArrived(item) || hasLeft(entry);
}
