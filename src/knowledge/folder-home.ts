/** What the home page of a folder of plain notes shows: what is here, where its threads meet, and the way to the rest. */
import { pagePath, tagAddress } from './address.ts';
import { type CollectionPage, folderPage } from './collection-page.ts';
import type { Library } from './library.ts';
import { plainNotes, shortTitle } from './navigation.ts';
import { type PageLink, type RelatedNote, relate } from './note-page.ts';
import { isEntryPath, type Note, folderOf, folderSteps } from './note.ts';

export interface FolderHome {
  /** The note that says what the folder is: `README.md` or `index.md` at its top. */
  about?: RelatedNote;
  /** Notes that most others link to. */
  hubs: (RelatedNote & { place: string; count: number })[];
  folders: FolderCard[];
  /** Notes beside the folders. */
  loose: RelatedNote[];
  /** How many notes stand beside the folders, shown or not. */
  looseCount: number;
  /** Tags that join notes of several folders. */
  tags: (PageLink & { count: number })[];
  /** Numbers of notes and of folders at the first level. */
  size: { notes: number; folders: number };
}

export interface FolderCard extends PageLink {
  count: number;
  /** What its index note says of it. */
  summary: string;
  /** Folders in it, or its notes where it has none: a few, and how many there are beside them. */
  inner: (PageLink & { count?: number })[];
  more: number;
}

const mostHubs = 8;
/** So many other notes make a note a meeting place. */
const fewestLinks = 2;
const mostFolders = 60;
const mostInner = 5;
/** Of many folders each names fewer. */
const manyFolders = 24;
const mostInnerOfMany = 3;
/** One lively folder must not be all that a reader is led to. */
const mostHubsOfFolder = 2;
const mostLoose = 60;
const mostTags = 24;

/** At the folder's top, or in a folder that is no step of an address. */
function opensSite({ path, address, permalink }: Note): boolean {
  return !path.includes('/') || (permalink === undefined && !address.includes('/'));
}

/** Null where no note stands in a plain folder. */
export function buildFolderHome(library: Library, base: string): FolderHome | null {
  const notes = plainNotes(library);
  if (!notes.length) return null;
  const about = notes.find((note) => isEntryPath(note.path) && opensSite(note));
  const top = folderPage(openingFolder(library, base), library, base);
  const loose = top.notes.filter(({ id }) => id !== about?.id);
  return {
    ...(about ? { about: relate(about, library, base) } : {}),
    hubs: listHubs(library, base, about),
    folders: top.folders
      .slice(0, mostFolders)
      .map((folder) =>
        describeFolder(folder, top.folders.length > manyFolders ? mostInnerOfMany : mostInner, library, base),
      ),
    loose: loose.slice(0, mostLoose),
    looseCount: loose.length,
    tags: listTags(library, base),
    size: { notes: library.notes.length, folders: top.folders.length },
  };
}

/** The first folder in which there is something to choose: notes often lie in `docs/`, and nothing beside it. */
function openingFolder(library: Library, base: string): string {
  let folder = '';
  for (;;) {
    const { folders, notes } = folderPage(folder, library, base);
    const [only] = folders;
    if (
      folders.length !== 1 ||
      !only ||
      notes.some(({ id }) => !isEntryPath(library.byId.get(id)?.path ?? ''))
    )
      return folder;
    folder = only.address;
  }
}

function listHubs(library: Library, base: string, about: Note | undefined): FolderHome['hubs'] {
  const taken = new Map<string, number>();
  const chosen = library.notes
    .map((note) => ({ note, count: countLinking(note, library), folder: folderOf(note) }))
    .filter(({ note, count }) => count >= fewestLinks && note !== about)
    .sort((a, b) => b.count - a.count)
    .filter(({ folder }) => {
      taken.set(folder, (taken.get(folder) ?? 0) + 1);
      return (taken.get(folder) ?? 0) <= mostHubsOfFolder;
    })
    .slice(0, mostHubs);
  const summaries = chosen.map(({ note }) => note.summary);
  return chosen.map(({ note, count, folder }) => {
    const place = folder && (library.folderNames.get(folder) ?? folder.split('/').at(-1) ?? '');
    // Words that begin several notes say nothing of one.
    const isOwn = summaries.filter((summary) => summary === note.summary).length === 1;
    return { ...relate(note, library, base), summary: isOwn ? note.summary : '', place, count };
  });
}

/** How many other notes link to a note; one that lists all of a folder counts once, as each does. */
function countLinking(note: Note, library: Library): number {
  return new Set((library.mentions.get(note.id) ?? []).map(({ from }) => from)).size;
}

function describeFolder(
  folder: CollectionPage['folders'][number],
  most: number,
  library: Library,
  base: string,
): FolderCard {
  const page = folderPage(folder.address, library, base);
  const notes = page.notes
    .filter(({ id }) => !isEntryPath(library.byId.get(id)?.path ?? ''))
    .map(({ href, title }) => ({ href, title: shortTitle(title) }));
  const inner = page.folders.length ? page.folders : notes;
  return {
    href: folder.href,
    title: folder.title,
    count: folder.count,
    summary: page.promise,
    inner: inner.slice(0, most),
    more: Math.max(0, inner.length - most),
  };
}

/** A tag on all notes of one folder, and on no others, says what the folder says. */
function listTags(library: Library, base: string): FolderHome['tags'] {
  const names = new Set([...library.folderNames.values(), ...library.notes.flatMap(folderSteps)].map(fold));
  return [...library.tags]
    .filter(([tag, notes]) => {
      const folders = new Set(notes.map((note) => folderSteps(note)[0] ?? ''));
      return notes.length > 1 && folders.size > 1 && !names.has(fold(tag));
    })
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, mostTags)
    .map(([tag, notes]) => ({ href: pagePath(base, tagAddress(tag)), title: tag, count: notes.length }));
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/gu, '');
}
