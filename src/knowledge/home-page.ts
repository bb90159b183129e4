import { pagePath } from './address.ts';
import { folderPage } from './collection-page.ts';
import { collectionLabels } from './labels.ts';
import { collectionOrder, type Library } from './library.ts';
import { shortTitle } from './navigation.ts';
import { type PageLink, type RelatedNote, relate } from './note-page.ts';
import type { Note } from './note.ts';

/** The home page: where to start, what territories there are, what is new. */
export interface HomePage {
  starts: NamedLink[];
  hasStack: boolean;
  territories: {
    title: string;
    href: string;
    hue: string;
    promise: string;
    count: number;
    notes: NamedLink[];
  }[];
  /** Notes by the day of their last change, or of reference where that is not known. */
  recent: (RelatedNote & { asOf?: string })[];
}

interface NamedLink extends PageLink {
  /** Id of the note. */
  id: string;
}

const mostRecent = 6;
const mostFolders = 60;
/** Notes outside any folder: this is the only page that lists them all. */
const mostLoose = 2000;
const mostPerFolder = 4;

/** @param isOwn false for somebody else's folder: its territories are its folders */
export function buildHomePage(library: Library, base: string, isOwn: boolean): HomePage {
  const recent = library.notes
    .flatMap((note) => {
      const day = note.changed ?? note.asOf;
      return day === undefined || note.collection === 'glossary' ? [] : [{ note, day }];
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .slice(0, mostRecent)
    .map(({ note, day }) => ({ ...relate(note, base), asOf: day }));
  return isOwn
    ? { ...ownHome(library, base), recent }
    : { starts: [], hasStack: false, territories: folderTerritories(library, base), recent };
}

function ownHome(library: Library, base: string): Omit<HomePage, 'recent'> {
  const inCollection = (name: string) => library.notes.filter((note) => note.collection === name);
  const link = (note: Note) => ({
    id: note.id,
    href: pagePath(base, note.address),
    title: nameInCollection(note),
  });
  const starts = library.notes.filter(
    (note) => note.fields['role'] === 'entry' || note.fields['role'] === 'foundation',
  );
  return {
    starts: starts.slice(0, 3).map(link),
    hasStack: inCollection('stack').some((note) => note.fields['role'] === 'layer'),
    territories: collectionOrder
      .filter((name) => name !== 'stack' && inCollection(name).length > 0)
      .map((name) => ({
        title: collectionLabels[name].name,
        href: pagePath(base, name === 'note' ? '' : name),
        hue: collectionLabels[name].hue,
        promise: collectionLabels[name].promise,
        count: inCollection(name).length,
        notes: inCollection(name)
          .filter((note) => note.fields['role'] !== 'map')
          .map(link),
      })),
  };
}

function folderTerritories(library: Library, base: string): HomePage['territories'] {
  const top = folderPage('', library, base);
  const loose = top.notes.slice(0, mostLoose);
  return [
    ...top.folders.slice(0, mostFolders).map((folder) => ({
      ...folder,
      hue: 'note',
      promise: '',
      notes: library.notes
        .filter((note) => note.address.startsWith(`${folder.title}/`))
        .slice(0, mostPerFolder)
        .map((note) => ({ id: note.id, href: pagePath(base, note.address), title: shortTitle(note.title) })),
    })),
    ...(loose.length
      ? [
          {
            title: '노트',
            href: pagePath(base, ''),
            hue: 'note',
            promise: '',
            count: top.notes.length,
            notes: loose,
          },
        ]
      : []),
  ];
}

/** Titles of the same collection need not repeat what the heading above them says. */
function nameInCollection(note: Note): string {
  return note.title.replace(/^사례( 정정)?: /u, '');
}
