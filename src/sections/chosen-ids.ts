import type { Item } from './list-items.ts';
import { nameOf } from './match-in-note.ts';
import { groupBy, type Matching, match } from './matching.ts';
import { isUsableId } from './new-id.ts';
import type { AnchorEntry } from './section-lock.ts';

/**
 * Decides which heading may have each id that an author wrote. Two that want the same one: the heading that the lock
 * knows under it, else the first; the other gets an id of its own and keeps the written one as an anchor of its page.
 * Ids that differ only in case count as the same: each is a folder of the site.
 */
export function claimChosenIds(sections: readonly Item[], entries: readonly AnchorEntry[]): void {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const wanted = groupBy(
    sections.filter((item) => item.wrote !== undefined && isUsableId(item.wrote)),
    (item) => item.wrote?.toLowerCase() ?? '',
  );
  for (const group of wanted.values()) {
    const rank = (item: Item) => {
      const entry = byId.get(item.wrote ?? '');
      if (entry?.kind !== 'section' || entry.note !== item.note) return 0;
      return nameOf(entry) === item.name ? 2 : 1;
    };
    const best = Math.max(...group.map(rank));
    const owner = group.find((item) => rank(item) === best);
    if (owner?.wrote !== undefined) owner.chosenId = owner.wrote;
  }
}

/** A written id that the lock knows wins over everything else, in whatever note it is; a retired one is back. */
export function matchChosenIds(
  matching: Matching,
  sections: readonly Item[],
  entries: readonly AnchorEntry[],
): void {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const item of sections) {
    const entry = byId.get(item.chosenId ?? '');
    if (entry?.kind === 'section') match(matching, item, entry);
  }
}

/** An id that the author had changed and now writes again. */
export function matchFormerIds(
  matching: Matching,
  sections: readonly Item[],
  entries: readonly AnchorEntry[],
): void {
  const byFormer = new Map(entries.flatMap((entry) => (entry.ids ?? []).map((id) => [id, entry] as const)));
  for (const item of sections) {
    const entry = byFormer.get(item.chosenId ?? '');
    if (entry?.kind === 'section') match(matching, item, entry);
  }
}
