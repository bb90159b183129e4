import type { IdWorld } from './assign-ids.ts';
import { createResolver } from './resolve-retired.ts';
import { compareText } from '../knowledge/problem.ts';
import { toNfc } from '../knowledge/text.ts';
import { type AnchorEntry, sortEntries } from './section-lock.ts';

/** An anchor that once was on a page and whose section now is elsewhere. */
export interface MovedAnchor {
  /** The page that such a link opens: a note's address now, or one of `redirects`. */
  address: string;
  /** A former id or slug, NFC, without `#`. */
  anchor: string;
  /** Where it is now: the note, and the id in it, or null for the note as a whole. */
  note: string;
  id: string | null;
}

/** An address that no note has any longer. A fragment that `moved` does not name for `from` is kept. */
export interface Redirect {
  from: string;
  note: string;
  id: string | null;
}

/** Every anchor that must keep working, page by page; each leads to one place, the most present claim first. */
export function collectAnchors(world: IdWorld): {
  aliases: Map<string, string[]>;
  moved: MovedAnchor[];
  redirects: Redirect[];
  formerIds: { former: string; note: string; id: string | null }[];
} {
  const { notes, items, matching } = world;
  const live = new Map(notes.map((note) => [note.id, note]));
  const resolver = createResolver(world.anchors, world.noteEntries, new Set(live.keys()), matching);
  const aliases = new Map<string, string[]>();
  const moved: MovedAnchor[] = [];
  const pages = new Map<string, Set<string>>();
  const claim = (address: string, anchor: string): boolean => {
    const claims = pages.get(address) ?? new Set();
    pages.set(address, claims);
    return anchor !== '' && !claims.has(anchor) && claims.add(anchor) !== undefined;
  };
  const claimAlias = (address: string, anchor: string, id: string) => {
    if (claim(address, anchor)) aliases.get(id)?.push(anchor);
  };

  for (const note of notes) {
    const address = toNfc(note.address);
    const { section = [], figure = [], table = [] } = items.get(note.id) ?? {};
    const owned = [...section, ...figure, ...table].map((item) => ({
      item,
      entry: matching.entryOf.get(item),
    }));
    for (const { entry } of owned) {
      if (!entry) continue;
      claim(address, entry.id);
      aliases.set(entry.id, []);
    }
    for (const { item, entry } of owned) if (entry) claimAlias(address, item.slug, entry.id);
    for (const { item, entry } of owned) if (entry) claimAlias(address, item.wrote ?? '', entry.id);
  }
  const entries = sortEntries(world.anchors);
  const isHere = (entry: AnchorEntry) => matching.itemOf.has(entry);
  for (const part of [
    (entry: AnchorEntry) => entry.ids ?? [],
    (entry: AnchorEntry) => slugsIn(entry, entry.note),
  ]) {
    for (const entry of entries.filter(isHere)) {
      const address = toNfc(live.get(entry.note)?.address ?? '');
      for (const anchor of part(entry)) claimAlias(address, anchor, entry.id);
    }
  }

  const liveAddresses = new Set(notes.map((note) => toNfc(note.address)));
  /** The pages that a link to a note opened, now or before, as far as they are not the note itself. */
  const pagesOf = (noteId: string): string[] => {
    const here = live.get(noteId);
    const successor = resolver.note(noteId);
    const found = here ? [toNfc(here.address)] : [];
    if (successor && successor.id !== noteId && live.has(successor.id)) found.push(successor.address);
    if (successor && !live.has(successor.id)) found.push(successor.address, ...successor.addresses);
    return found.filter((address) => liveAddresses.has(address) || !here);
  };
  for (const entry of [...entries.filter(isHere), ...entries.filter((entry) => !isHere(entry))]) {
    const goal = resolver.find(entry);
    if (!goal) continue;
    const homes = [...(isHere(entry) ? [] : [entry.note]), ...(entry.notes ?? [])].map((note) => ({
      page: note,
      note,
    }));
    // A renamed note's old id may belong to a new note by now.
    for (const id of resolver.note(entry.note)?.ids ?? [])
      if (live.has(id)) homes.push({ page: id, note: entry.note });
    const goalAddress = toNfc(live.get(goal.note)?.address ?? '');
    for (const { page, note } of homes) {
      for (const address of pagesOf(page)) {
        for (const anchor of [entry.id, ...(entry.ids ?? []), ...slugsIn(entry, note)]) {
          if (address === goalAddress && goal.id !== null) claimAlias(address, anchor, goal.id);
          else if (claim(address, anchor)) moved.push({ address, anchor, ...goal });
        }
      }
    }
  }
  const redirects = collectRedirects(world, resolver.find, liveAddresses);
  const formerIds = entries.flatMap((entry) => {
    const goal = resolver.find(entry);
    const former = [...(isHere(entry) ? [] : [entry.id]), ...(entry.ids ?? [])];
    return goal ? former.map((id) => ({ former: id, ...goal })) : [];
  });
  return { aliases, moved, redirects, formerIds };
}

/** The slugs that an entry has had in a note, the newest first. */
function slugsIn(entry: AnchorEntry, note: string): string[] {
  const found: string[] = [];
  for (const slug of entry.slugs) {
    const cut = slug.lastIndexOf('#');
    if ((cut < 0 ? entry.note : slug.slice(0, cut)) === note) found.unshift(slug.slice(cut + 1));
  }
  return found;
}

function collectRedirects(
  { noteEntries, notes }: IdWorld,
  find: ReturnType<typeof createResolver>['find'],
  liveAddresses: ReadonlySet<string>,
): Redirect[] {
  const live = new Set(notes.map((note) => note.id));
  const redirects = new Map<string, Redirect>();
  // Notes that exist come first: of two that once had an address, the living one is worth more.
  const sorted = sortEntries(noteEntries);
  for (const entry of [
    ...sorted.filter(({ id }) => live.has(id)),
    ...sorted.filter(({ id }) => !live.has(id)),
  ]) {
    const goal = find(entry);
    const former = live.has(entry.id) ? entry.addresses : [entry.address, ...entry.addresses];
    for (const from of former) {
      if (goal && !liveAddresses.has(from) && !redirects.has(from)) redirects.set(from, { from, ...goal });
    }
  }
  return [...redirects.values()].sort((a, b) => compareText(a.from, b.from));
}
