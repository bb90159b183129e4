import { pagePath, tagAddress } from './address.ts';
import type { PageLink } from './note-page.ts';
import type { Note } from './note.ts';
import { compareTitles } from './text.ts';

export interface TagLink extends PageLink {
  count: number;
  /** Tags inside this one: of `법`, `법/한국`. */
  inner: TagLink[];
}

/**
 * The index of tags: those that join notes, the busiest first, with the tags inside them; and apart from them those of
 * a single note, which lead nowhere else. A tag that only says again in which collection its notes are is left out.
 * @param labels names of collections by their folder
 */
export function buildTagIndex(
  tags: ReadonlyMap<string, readonly Note[]>,
  base: string,
  labels: ReadonlyMap<string, string> = new Map(),
): { shared: TagLink[]; single: PageLink[] } {
  const names = [...tags.keys()];
  const link = (tag: string, above = ''): TagLink => ({
    href: pagePath(base, tagAddress(tag)),
    title: above ? tag.slice(above.length + 1) : tag,
    count: tags.get(tag)?.length ?? 0,
    inner: names.filter((name) => parentOf(name, tags) === tag).map((name) => link(name, tag)),
  });
  const repeats = (tag: TagLink) =>
    tag.inner.length === 0 &&
    (tags.get(tag.title) ?? []).every(
      ({ collection }) => labels.get(collection)?.toLowerCase() === tag.title.toLowerCase(),
    );
  const top = names
    .filter((name) => parentOf(name, tags) === null)
    .map((name) => link(name))
    .filter((tag) => !repeats(tag));
  const isShared = (tag: TagLink) => tag.count > 1 || tag.inner.length > 0;
  return {
    // The names come in order; a stable sort keeps it among equals.
    shared: top.filter(isShared).sort((a, b) => b.count - a.count),
    single: top.filter((tag) => !isShared(tag)),
  };
}

/** The nearest tag around a nested one that is a tag itself. */
function parentOf(tag: string, tags: ReadonlyMap<string, unknown>): string | null {
  const parts = tag.split('/');
  for (let length = parts.length - 1; length > 0; length--) {
    const above = parts.slice(0, length).join('/');
    if (tags.has(above)) return above;
  }
  return null;
}

/** What one tag's page shows besides its notes. */
export interface TagPage {
  /** The tags around it, outermost first. */
  above: PageLink[];
  inner: PageLink[];
  /** Tags of other topics that stand on the same notes, the most frequent first. */
  beside: PageLink[];
}

const mostBeside = 12;

export function buildTagPage(tag: string, tags: ReadonlyMap<string, readonly Note[]>, base: string): TagPage {
  const link = (name: string, title = name): PageLink => ({ href: pagePath(base, tagAddress(name)), title });
  const isRelative = (name: string) =>
    name === tag || name.startsWith(`${tag}/`) || tag.startsWith(`${name}/`);
  const above: PageLink[] = [];
  for (let name = parentOf(tag, tags); name !== null; name = parentOf(name, tags)) above.unshift(link(name));
  const counts = new Map<string, number>();
  for (const note of tags.get(tag) ?? [])
    for (const other of note.tags) if (!isRelative(other)) counts.set(other, (counts.get(other) ?? 0) + 1);
  return {
    above,
    inner: [...tags.keys()]
      .filter((name) => parentOf(name, tags) === tag)
      .map((name) => link(name, name.slice(tag.length + 1))),
    beside: [...counts]
      .sort((a, b) => b[1] - a[1] || compareTitles(a[0], b[0]))
      .slice(0, mostBeside)
      .map(([name]) => link(name)),
  };
}
