import { findCollection } from '../subject/subject.ts';
import { pagePath, tagAddress } from './address.ts';
import { type Fact, type Facet, searchedFields, typedFacets, typedFacts } from './typed-facts.ts';
import { findAncestors, type Library, sourceIds } from './library.ts';
import { type Note, type Section, folderSteps } from './note.ts';
import type { Source } from './schema.ts';
import { suggestNext } from './suggest-next.ts';
import { firstSentences, readingMinutes } from './text.ts';

/** Everything a note's page shows around its text, worked out before any markup. */
export interface NotePage {
  note: Note;
  /** Search engines are asked to pass it by, and it offers nothing that would lead others to it. */
  isUnlisted: boolean;
  hue: string;
  breadcrumbs: PageLink[];
  minutes: number;
  /** The review day has passed. */
  isOverdue: boolean;
  toc: TocItem[];
  relations: { type: string; label: string; items: NoteRelation[] }[];
  sources: {
    source: Source;
    /** What kind of source it is, in words. */
    kind: string;
    locators: string[];
    /** Where the text cites it: the first place in every section, as an anchor with the section's heading. */
    places: { anchor: string; section: string | null }[];
  }[];
  backlinks: Backlink[];
  next: RelatedNote[];
  previous: PageLink | null;
  following: PageLink | null;
  tags: PageLink[];
  /** What its collection's own fields say, in a few words each. */
  facts: Fact[];
  /** Its values of the fields that readers filter by. */
  facets: Facet[];
  /** What fields say that is searched, each `name: value`. */
  searched: string[];
  /** Years of its sources, for the search facet. */
  years: string[];
}

export interface PageLink {
  href: string;
  title: string;
}

export interface TocItem {
  id: string;
  text: string;
  children: TocItem[];
}

export interface RelatedNote extends PageLink {
  id: string;
  hue: string;
  kind: string;
  summary: string;
  why?: string;
}

export interface NoteRelation extends RelatedNote {
  /** The two beside each other: a relation that reads the same from both ends invites a comparison. */
  compare?: string;
}

export interface Backlink extends RelatedNote {
  /** The sentences that link here, each with its section. */
  mentions: { href: string; section: string; context: string }[];
}

/** @param today `YYYY-MM-DD`, for saying that a review is overdue */
export function buildNotePage(note: Note, library: Library, base: string, today: string): NotePage {
  const isUnlisted = library.unlisted.includes(note);
  const place = library.notes.indexOf(note);
  const neighbour = (step: number): PageLink | null => {
    const other = isUnlisted ? undefined : library.notes[place + step];
    return other ? { href: pagePath(base, other.address), title: firstSentences(other.title, 60) } : null;
  };
  const relations = library.relations.get(note.id) ?? [];
  const kinds = library.subject.sourceKinds;
  return {
    note,
    isUnlisted,
    hue: findCollection(library.subject, note.collection).class,
    breadcrumbs: buildBreadcrumbs(note, library, base),
    minutes: readingMinutes(note.outline.text),
    isOverdue: note.reviewBy !== undefined && note.reviewBy < today,
    toc: buildToc(note.outline.sections),
    relations: groupBy(relations, (relation) => relation.type).map(([type, group]) => ({
      type,
      label: library.subject.relations.find(type).label,
      items: group.flatMap(({ to, why }) => {
        const other = library.byId.get(to);
        if (!other) return [];
        const related = relate(other, library, base, why);
        return library.subject.relations.find(type).inverse === type
          ? [{ ...related, compare: compareHref(base, note, other) }]
          : [related];
      }),
    })),
    sources: sourceIds(note).flatMap((id, index) => {
      const source = library.sourceById.get(id);
      const cited = note.outline.citations.filter((citation) => citation.source === id);
      const locators = [...new Set(cited.flatMap(({ locator }) => locator ?? []))];
      const places = cited.flatMap(({ section }, at) =>
        cited.findIndex((other) => other.section === section) === at
          ? [
              {
                anchor: citationAnchor(index + 1, at + 1),
                section: note.outline.sections[section]?.text ?? null,
              },
            ]
          : [],
      );
      return source ? [{ source, kind: kinds.get(source.kind) ?? source.kind, locators, places }] : [];
    }),
    backlinks: buildBacklinks(note, library, base),
    next: suggestNext(note, library, base),
    previous: neighbour(-1),
    following: neighbour(1),
    // A tag that only an unlisted note has got has no page.
    tags: note.tags
      .filter((tag) => library.tags.has(tag))
      .map((tag) => ({ href: pagePath(base, tagAddress(tag)), title: tag })),
    facts: typedFacts(note, library, base),
    facets: typedFacets(note, library),
    searched: searchedFields(note, library),
    years: [...new Set(sourceIds(note).map((id) => library.sourceById.get(id)?.date?.slice(0, 4) ?? ''))]
      .filter(Boolean)
      .sort(),
  };
}

/**
 * The anchor of a citation in the text.
 * @param number the source's, as readers see it
 * @param occurrence counts the citations of this source from 1, in the order of the text
 */
export function citationAnchor(number: number, occurrence: number): string {
  return `cite-${number}-${occurrence}`;
}

/** The way down to a note: collection, then the notes above it; folders for a plain note. */
export function buildBreadcrumbs(note: Note, library: Library, base: string): PageLink[] {
  const collection = findCollection(library.subject, note.collection);
  if (collection === library.subject.plain) {
    const folders = folderSteps(note);
    // A folder of unlisted notes alone has no page.
    return folders.flatMap((name, index) => {
      const address = folders.slice(0, index + 1).join('/');
      return library.links.pages.has(address)
        ? [{ href: pagePath(base, address), title: library.folderNames.get(address) ?? name }]
        : [];
    });
  }
  const overview = { href: pagePath(base, collection.folder), title: collection.label };
  const above = findAncestors(note, library.byId).filter((other) => other.collection === note.collection);
  return [overview, ...above.map((other) => ({ href: pagePath(base, other.address), title: other.title }))];
}

/** Headings as a tree of at most three levels. */
export function buildToc(sections: readonly Section[]): TocItem[] {
  const root: TocItem[] = [];
  const open: { depth: number; children: TocItem[] }[] = [{ depth: 1, children: root }];
  for (const { id, text, depth } of sections) {
    if (depth > 4 || !text) continue;
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const item: TocItem = { id, text, children: [] };
    open.at(-1)?.children.push(item);
    open.push({ depth, children: item.children });
  }
  return root;
}

/** A note as lists show it. */
export function relate(
  note: Note,
  { subject }: Pick<Library, 'subject'>,
  base: string,
  why?: string,
): RelatedNote {
  const collection = findCollection(subject, note.collection);
  return {
    id: note.id,
    href: pagePath(base, note.address),
    title: note.title,
    hue: collection.class,
    kind: collection.label,
    summary: note.summary,
    ...(why === undefined ? {} : { why }),
  };
}

function compareHref(base: string, note: Note, other: Note): string {
  return `${base}compare/?a=${encodeURIComponent(note.address)}&b=${encodeURIComponent(other.address)}`;
}

function buildBacklinks(note: Note, library: Library, base: string): Backlink[] {
  const mentions = library.mentions.get(note.id) ?? [];
  return groupBy(mentions, (mention) => mention.from).flatMap(([id, group]) => {
    const from = library.byId.get(id);
    if (!from) return [];
    const seen = new Set<string>();
    const lines = group.flatMap((mention) => {
      const section = from.outline.sections[mention.fromSection];
      if (seen.has(mention.context)) return [];
      seen.add(mention.context);
      const href = pagePath(base, from.address, mention.fromFigure ?? section?.id);
      return [{ href, section: section?.text ?? '', context: mention.context }];
    });
    return [{ ...relate(from, library, base), mentions: lines }];
  });
}

/** Items in groups, groups in order of first appearance. */
export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): [Key, Item[]][] {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
}
