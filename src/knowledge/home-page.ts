import { pagesWords } from '#words';
import { type Collection, findCollection } from '../subject/subject.ts';
import { pagePath } from './address.ts';
import { buildFolderHome, type FolderHome } from './folder-home.ts';
import type { Library } from './library.ts';
import { shortTitle } from './navigation.ts';
import { type PageLink, type RelatedNote, relate } from './note-page.ts';
import type { Note } from './note.ts';
import { dropPrefix } from './read-path.ts';

/** The home page: where to start, what territories there are, what is new. */
export interface HomePage {
  /** The lines of the heading, and the sentence under it. */
  title: readonly string[];
  lead: string;
  /** Nobody wrote it. */
  isLeadMade: boolean;
  starts: NamedLink[];
  /** The collection whose map stands on the page. */
  map?: Collection;
  territories: {
    title: string;
    href: string;
    hue: string;
    promise: string;
    count: number;
    notes: NamedLink[];
    /** How many more its own page lists. */
    more: number;
  }[];
  /** What there is beside collections. */
  folder: FolderHome | null;
  /** Notes by the day of their last change, or of reference where that is not known. */
  recent: (RelatedNote & { asOf?: string })[];
  /** Notes are of several kinds, so that a list says each one's. */
  hasKinds: boolean;
}

interface NamedLink extends PageLink {
  /** Id of the note. */
  id: string;
}

const mostRecent = 6;
/** A longer list is for the page of its collection; a reader of the first page sees how it begins. */
const mostListed = 30;
const beginning = 12;
/** As many names as all collections of a first page may begin with together. */
const mostNames = 96;
/** With fewer, the regions of the map above say as much (`HomePlate.astro`). */
const fewestNames = 3;

/** What the home page shows, as `atlas.yaml` declares it; folders where no collections are declared. */
export function buildHomePage(library: Library, base: string): HomePage {
  const { subject, notes } = library;
  const recent = notes
    .flatMap((note) => {
      const day = note.changed ?? note.asOf;
      return day === undefined || findCollection(subject, note.collection).isGlossary ? [] : [{ note, day }];
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .slice(0, mostRecent)
    .map(({ note, day }) => ({ ...relate(note, library, base), asOf: day }));
  const link = (note: Note) => ({
    id: note.id,
    href: pagePath(base, note.address),
    // Titles of the same collection need not repeat what the heading above them says.
    title: dropPrefix(shortTitle(note.title), findCollection(subject, note.collection).drop),
  });
  const inCollection = ({ name }: Collection) => notes.filter((note) => note.collection === name);
  const { home } = subject;
  const isDrawn = (collection: Collection) => collection === home.map;
  const folder = buildFolderHome(library, base);
  const shownCollections = subject.collections.filter(
    (collection) => !isDrawn(collection) && inCollection(collection).length > 0,
  );
  const room = Math.floor(mostNames / Math.max(1, shownCollections.length));
  const isNamed = room >= fewestNames;
  const first = Math.min(beginning, room);
  // What says that there is one more takes as much room as its name.
  const longest = first < beginning ? first + 1 : mostListed;
  // Of a folder without collections the page says more than this (`FolderHome.astro`).
  const about = subject.collections.length > 0 ? folder?.about?.summary : undefined;
  return {
    title: home.title ?? [subject.title],
    lead: (home.lead ?? subject.description ?? (about || pagesWords().countNotes(notes.length))).replaceAll(
      '{count}',
      String(notes.length),
    ),
    isLeadMade: (home.lead ?? subject.description) === undefined,
    starts: home.start.flatMap((id) => library.byId.get(id) ?? []).map(link),
    ...(home.map && inCollection(home.map).length ? { map: home.map } : {}),
    territories: isNamed
      ? shownCollections.map((collection) => {
          const listed = inCollection(collection).filter(
            (note) => collection.roles.find(({ name }) => name === note.role)?.isListed ?? true,
          );
          const shown = listed.length > longest ? listed.slice(0, first) : listed;
          return {
            title: collection.label,
            href: pagePath(base, collection.folder),
            hue: collection.class,
            promise: collection.description,
            count: inCollection(collection).length,
            notes: shown.map(link),
            more: listed.length - shown.length,
          };
        })
      : [],
    folder,
    recent,
    hasKinds: new Set(notes.map((note) => note.collection)).size > 1,
  };
}
