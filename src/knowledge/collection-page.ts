import { notesWords } from '#words';
import type { StoryParagraph } from '../subject/story.ts';
import type { Collection } from '../subject/subject.ts';
import { pagePath, sitePages, tagAddress } from './address.ts';
import { compareFolders, type Library } from './library.ts';
import { type PageLink, type RelatedNote, relate } from './note-page.ts';
import { isEntryPath, type Note, folderOf, folderSteps } from './note.ts';
import { plainNotes } from './navigation.ts';

/** An overview: of a collection, or of a folder of plain notes. */
export interface CollectionPage {
  address: string;
  title: string;
  promise: string;
  /** How its notes hang together: paragraphs of words and links. */
  story: (string | RelatedNote)[][];
  hue: string;
  collection: Collection;
  /** Folders inside a plain folder. */
  folders: { address: string; href: string; title: string; count: number }[];
  /** The folders around a plain folder, outermost first. */
  above: PageLink[];
  notes: (RelatedNote & { asOf?: string; depth: number; children: number })[];
  /** The note that maps the collection, where there is one. */
  index?: RelatedNote;
  /** The generated tables that show the whole collection. */
  tables: string[];
  count: number;
}

/** More notes than this make a document that browsers and printers choke on. */
const mostPrinted = 120;
/** More volumes than this are an archive, not a book. */
const mostVolumes = 10;

/** A document of a print edition: where it lies below `/print/`, and its share of the notes. */
export interface PrintVolume {
  address: string;
  notes: CollectionPage['notes'];
}

/**
 * The print edition of an overview: all its notes as one document at `/print/<address>/`, or as volumes of equal size
 * where they are too many for one; none where there is nothing to print. No folder of notes begins with `_`, so no
 * volume lies where another edition does.
 */
export function listVolumes({ address, notes }: Pick<CollectionPage, 'address' | 'notes'>): PrintVolume[] {
  const count = Math.ceil(notes.length / mostPrinted);
  if (address === '' || address === 'glossary' || count > mostVolumes) return [];
  return Array.from({ length: count }, (_, index) => ({
    address: index === 0 ? address : `${address}/_${index + 1}`,
    notes: notes.slice(
      Math.round((index * notes.length) / count),
      Math.round(((index + 1) * notes.length) / count),
    ),
  }));
}

/** The overview pages of a library: one a collection, or one a folder where the notes are plain. */
export function buildCollectionPages(library: Library, base: string): CollectionPage[] {
  const pages: CollectionPage[] = [];
  for (const collection of library.subject.collections) {
    const notes = library.notes.filter((note) => note.collection === collection.name);
    if (!notes.length) continue;
    const roles = new Set(collection.roles.filter(({ isIndex }) => isIndex).map(({ name }) => name));
    const index = notes.find(({ role }) => role !== undefined && roles.has(role));
    pages.push({
      address: collection.folder,
      title: collection.label,
      promise: collection.description,
      story: collection.story.map((paragraph) => linkStory(paragraph, library, base)),
      hue: collection.class,
      collection,
      folders: [],
      above: [],
      notes: notes.map((note) => listed(note, library, base)),
      ...(index ? { index: relate(index, library, base) } : {}),
      tables: collection.tables.map(({ name }) => name),
      count: notes.length,
    });
  }
  const taken = new Set([
    ...library.notes.map((note) => note.address),
    ...pages.map((page) => page.address),
    ...sitePages,
    ...[...library.tags.keys()].map(tagAddress),
  ]);
  for (const folder of plainFolders(library)) {
    if (!taken.has(folder)) pages.push(folderPage(folder, library, base));
  }
  return pages;
}

/** A folder of plain notes; `''` is the whole tree. */
export function folderPage(folder: string, library: Library, base: string): CollectionPage {
  const inside = plainNotes(library).filter((note) => isInside(note, folder));
  const direct = inside.filter((note) => folderOf(note) === folder);
  const below = new Map<string, number>();
  const depth = folder.split('/').filter(Boolean).length;
  for (const note of inside) {
    const [name] = folderSteps(note).slice(depth);
    if (name !== undefined) below.set(name, (below.get(name) ?? 0) + 1);
  }
  const entry = direct.find((note) => isEntryPath(note.path));
  const steps = folder.split('/');
  return {
    address: folder,
    title: titleOf(folder, library),
    // What its index note says first is what the folder is about.
    promise: (entry?.summary ?? library.folderWords.get(folder))?.replace(/\.$/u, '') ?? '',
    story: [],
    ...(entry ? { index: relate(entry, library, base) } : {}),
    above: steps.slice(0, -1).map((_, depth) => {
      const path = steps.slice(0, depth + 1).join('/');
      return { href: pagePath(base, path), title: titleOf(path, library) };
    }),
    hue: library.subject.plain.class,
    collection: library.subject.plain,
    folders: [...below]
      .map(([name, count]) => {
        const path = folder ? `${folder}/${name}` : name;
        return { path, title: titleOf(path, library), count };
      })
      .sort((a, b) => compareFolders(a.path, b.path, library.folderOrder))
      .map(({ path, title, count: notes }) => ({
        address: path,
        href: pagePath(base, path),
        title,
        count: notes,
      })),
    notes: direct.map((note) => listed(note, library, base)),
    tables: [],
    count: inside.length,
  };
}

function titleOf(folder: string, library: Library): string {
  return library.folderNames.get(folder) ?? folder.split('/').at(-1) ?? '';
}

function plainFolders(library: Library): Set<string> {
  const folders = new Set<string>();
  for (const note of plainNotes(library)) {
    const parts = folderSteps(note);
    parts.forEach((_, index) => folders.add(parts.slice(0, index + 1).join('/')));
  }
  return folders;
}

function isInside(note: Note, folder: string): boolean {
  return folder === '' || `${folderOf(note)}/`.startsWith(`${folder}/`);
}

/** A link to a note that is not published is its words only; its id may be its title. */
function linkStory(paragraph: StoryParagraph, library: Library, base: string): (string | RelatedNote)[] {
  return paragraph.map((piece) => {
    if (typeof piece === 'string') return piece;
    const note = library.byId.get(piece.note);
    if (note) return { ...relate(note, library, base), ...(piece.words ? { title: piece.words } : {}) };
    return piece.words ?? (library.links.held.has(piece.note) ? notesWords().noteApart : piece.note);
  });
}

function listed(note: Note, library: Library, base: string): CollectionPage['notes'][number] {
  let depth = 0;
  let parent = note.parent === undefined ? undefined : library.byId.get(note.parent);
  while (parent && parent.collection === note.collection && depth < 5) {
    depth++;
    parent = parent.parent === undefined ? undefined : library.byId.get(parent.parent);
  }
  return {
    ...relate(note, library, base),
    ...(note.asOf === undefined ? {} : { asOf: note.asOf }),
    depth,
    children: library.children.get(note.id)?.length ?? 0,
  };
}
