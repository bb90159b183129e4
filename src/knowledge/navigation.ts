import { pagesWords } from '#words';
import type { Collection } from '../subject/subject.ts';
import { pagePath } from './address.ts';
import { compareFolders, findAncestors, type Library } from './library.ts';
import { type Note, folderSteps, folderOf } from './note.ts';
import { firstSentences } from './text.ts';

/** The navigation beside a page: all collections, and the open one's notes as a tree. */
export interface Navigation {
  groups: NavGroup[];
}

export interface NavGroup {
  title: string;
  href: string;
  hue: string;
  count: number;
  items: NavItem[];
  /** This page is the group's own overview. */
  isCurrent: boolean;
}

export interface NavItem {
  title: string;
  href: string;
  isCurrent: boolean;
  children: NavItem[];
  /** Leads to all of them where only some are shown. */
  isMore?: boolean;
}

/** How many links a folder shows at most: a page must not grow with the number of notes. */
const mostSiblings = 40;
const longestTitle = 60;
/** A collection of at most this many notes shows its whole tree; a larger one only the way to the current note. */
const mostOpen = 80;

/** @param current the note of this page, or the collection or folder of an overview page */
export function buildNavigation(
  library: Library,
  base: string,
  current: { note?: Note; place?: string },
): Navigation {
  const { subject } = library;
  const counts = countNotes(library);
  const collections = [...subject.collections, subject.plain].filter(({ name }) => counts.has(name));
  if (collections.every((collection) => collection === subject.plain))
    return { groups: plainGroups(library, base, current) };
  return {
    groups: collections.flatMap((collection) => {
      if (collection === subject.plain) return plainGroups(library, base, current);
      const { name, label, folder, class: hue } = collection;
      const isOpen = current.note ? current.note.collection === name : folder === current.place;
      return [
        {
          title: label,
          href: pagePath(base, folder),
          hue,
          count: counts.get(name) ?? 0,
          items: isOpen ? treeOf(collection, library, base, current.note) : [],
          isCurrent: !current.note && isOpen,
        },
      ];
    }),
  };
}

function treeOf(
  { name: collection, folder }: Collection,
  library: Library,
  base: string,
  current?: Note,
): NavItem[] {
  const roots = (library.children.get('') ?? []).filter((note) => note.collection === collection);
  return listTree(roots, pagePath(base, folder), library, base, current);
}

/** Notes with those below them. */
function listTree(
  roots: readonly Note[],
  href: string,
  library: Library,
  base: string,
  current?: Note,
): NavItem[] {
  const count = countNotes(library).get(roots[0]?.collection ?? '') ?? 0;
  const way = new Set(current ? [current, ...findAncestors(current, library.byId)] : []);
  const list = (notes: readonly Note[], all: string): NavItem[] => {
    const open = notes.find((note) => way.has(note));
    const shown = around(notes, open).map((note) => {
      const children = library.children.get(note.id) ?? [];
      const isOpen = count <= mostOpen || way.has(note);
      return {
        title: shortTitle(note.chapter?.title || note.title),
        href: pagePath(base, note.address),
        isCurrent: note === current,
        children: isOpen ? list(children, pagePath(base, note.address)) : [],
      };
    });
    return [...shown, ...moreOf(notes, all)];
  };
  return list(roots, href);
}

/** A title that is a paragraph stands whole on its own page; in a list its beginning is enough. */
export function shortTitle(title: string): string {
  return firstSentences(title, longestTitle);
}

/** A title in pieces between which a narrow column may break it: names joined by signs hold no space. */
export function splitTitle(title: string): string[] {
  return title.split(/(?<=[\p{L}\p{N})\]][·/,+&:|])(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?=[([（])/u);
}

/** A link to the rest, where not all are shown. */
function moreOf(notes: readonly Note[], href: string): NavItem[] {
  return notes.length > mostSiblings
    ? [{ title: pagesWords().showAll(notes.length), href, isCurrent: false, children: [], isMore: true }]
    : [];
}

/** A plain folder: the folders of the first level, and the open folder's notes around the current one. */
function plainGroups(library: Library, base: string, current: { note?: Note; place?: string }): NavGroup[] {
  const { notes, tops: counts, names } = openFolders(library);
  if (library.notes.some(({ chapter }) => chapter)) return listParts(library, base, current);
  const isOpen = !current.note || notes.has(current.note);
  const openFolder = current.note ? folderOf(current.note) : (current.place ?? '');
  const openTop = openFolder.split('/')[0] ?? '';
  const shown = names.length > mostSiblings ? aroundNames(names, openTop) : names;
  return shown.map((name) => ({
    title: library.folderNames.get(name) ?? (name || library.subject.plain.label),
    href: pagePath(base, name),
    hue: library.subject.plain.class,
    count: counts.get(name) ?? 0,
    items: isOpen && name === openTop ? folderItems(library, base, openFolder, current.note) : [],
    isCurrent: !current.note && current.place === name,
  }));
}

/** A book: its parts with their chapters, as its table of contents has them. */
function listParts(library: Library, base: string, current: { note?: Note; place?: string }): NavGroup[] {
  const { plain } = library.subject;
  const roots = (library.children.get('') ?? []).filter((note) => note.collection === plain.name);
  const top = current.note && (findAncestors(current.note, library.byId)[0] ?? current.note);
  const count = countNotes(library).get(plain.name) ?? 0;
  const parts = Map.groupBy(roots, ({ chapter }) => chapter?.part ?? '');
  return [...parts].map(([part, notes]) => {
    const [first] = notes;
    const href = pagePath(base, part ? (first?.address ?? '') : '');
    const isOpen = count <= mostOpen || (top !== undefined && notes.includes(top));
    return {
      title: part || plain.label,
      href,
      hue: plain.class,
      count: notes.reduce((sum, note) => sum + countBelow(note, library), 0),
      items: isOpen ? listTree(notes, href, library, base, current.note) : [],
      isCurrent: !part && !current.note && current.place === '',
    };
  });
}

/** A note and all below it. */
function countBelow(note: Note, library: Library, seen = new Set<Note>()): number {
  if (seen.has(note)) return 0;
  seen.add(note);
  const below = library.children.get(note.id) ?? [];
  return below.reduce((sum, child) => sum + countBelow(child, library, seen), 1);
}

function folderItems(library: Library, base: string, folder: string, current?: Note): NavItem[] {
  const { inside: insideOf, below } = openFolders(library);
  const inside = insideOf.get(folder) ?? [];
  return [
    ...[...((folder && below.get(folder)) || [])]
      .sort((a, b) => compareFolders(`${folder}/${a}`, `${folder}/${b}`, library.folderOrder))
      .slice(0, mostSiblings)
      .map((name) => ({
        title: library.folderNames.get(`${folder}/${name}`) ?? `${name}/`,
        href: pagePath(base, `${folder}/${name}`),
        isCurrent: false,
        children: [],
      })),
    ...around(inside, current).map((note) => ({
      title: shortTitle(note.title),
      href: pagePath(base, note.address),
      isCurrent: note === current,
      children: [],
    })),
    ...moreOf(inside, pagePath(base, folder)),
  ];
}

/** The current note and its neighbours, when there are too many siblings to show. */
function around(notes: readonly Note[], current?: Note): Note[] {
  if (notes.length <= mostSiblings) return [...notes];
  const place = Math.max(0, current ? notes.indexOf(current) : 0);
  const start = Math.min(Math.max(0, place - mostSiblings / 2), notes.length - mostSiblings);
  return notes.slice(start, start + mostSiblings);
}

function aroundNames(names: readonly string[], open: string): string[] {
  const place = Math.max(0, names.indexOf(open));
  const start = Math.min(Math.max(0, place - mostSiblings / 2), Math.max(0, names.length - mostSiblings));
  return names.slice(start, start + mostSiblings);
}

/** The folders of notes in no collection, worked out once for all pages. */
interface Folders {
  notes: Set<Note>;
  /** How many notes the folders of the first level hold, those below them included; `''` is the top itself. */
  tops: Map<string, number>;
  /** The same folders in their order. */
  names: string[];
  /** The notes that lie right in a folder, in their order. */
  inside: Map<string, Note[]>;
  /** The names of the folders right in a folder. */
  below: Map<string, Set<string>>;
}

const foldersOf = new WeakMap<readonly Note[], Folders>();

function openFolders(library: Library): Folders {
  const known = foldersOf.get(library.notes);
  if (known) return known;
  const [tops, inside, below] = [
    new Map<string, number>(),
    new Map<string, Note[]>(),
    new Map<string, Set<string>>(),
  ];
  const notes = new Set(plainNotes(library));
  for (const note of notes) {
    const steps = folderSteps(note);
    const top = steps[0] ?? '';
    tops.set(top, (tops.get(top) ?? 0) + 1);
    const folder = steps.join('/');
    const list = inside.get(folder);
    if (list) list.push(note);
    else inside.set(folder, [note]);
    for (let depth = 1; depth < steps.length; depth++) {
      const above = steps.slice(0, depth).join('/');
      below.set(above, (below.get(above) ?? new Set()).add(steps[depth] ?? ''));
    }
  }
  const names = [...tops.keys()].sort((a, b) => compareFolders(a, b, library.folderOrder));
  const folders = { notes, tops, names, inside, below };
  foldersOf.set(library.notes, folders);
  return folders;
}

const countsOf = new WeakMap<readonly Note[], Map<string, number>>();

/** How many notes each collection has. */
function countNotes({ notes }: Library): Map<string, number> {
  let counts = countsOf.get(notes);
  if (counts) return counts;
  counts = new Map();
  for (const { collection } of notes) counts.set(collection, (counts.get(collection) ?? 0) + 1);
  countsOf.set(notes, counts);
  return counts;
}

/** Notes in no collection: they are shown by their folders. */
export function plainNotes({ notes, subject }: Pick<Library, 'notes' | 'subject'>): Note[] {
  return notes.filter((note) => note.collection === subject.plain.name);
}
