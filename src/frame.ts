/** What stands around every page. */
import { listPaths } from './knowledge/learning-paths.ts';
import { buildNavigation, type Navigation } from './knowledge/navigation.ts';
import { pagePath } from './knowledge/address.ts';
import type { Library } from './knowledge/library.ts';
import type { PageLink } from './knowledge/note-page.ts';
import { findCard, getLibrary, once, type PageCard } from './library.ts';
import { basePath } from './site.ts';
import { pagesWords } from '#words';

/** All that the frame of a page shows of the notes, as plain data. */
export interface PageFrame {
  /** What the site is called. */
  title: string;
  /** Pages of the site that stand at its head and its foot. */
  links: PageLink[];
  /** It has learning paths. */
  hasPaths: boolean;
  /** The navigation of pages that open no part of it. */
  navigation: Navigation;
  /** The image that previews show of pages without one of their own. */
  card: PageCard | null;
}

/** The frame of all pages. */
export async function getFrame(): Promise<PageFrame> {
  const { title } = await getLibrary();
  return {
    title,
    ...(await once(frames, readFrame)),
    card: await findCard((cards) => cards.home),
  };
}

const frames = new WeakMap<Library, Omit<PageFrame, 'title' | 'card'>>();

function readFrame(library: Library): Omit<PageFrame, 'title' | 'card'> {
  const base = basePath();
  const words = pagesWords().frame;
  const link = (address: string, title: string) => ({ href: pagePath(base, address), title });
  return {
    links: [
      ...(library.terms.length > 0 ? [link('glossary', words.glossary)] : []),
      ...(library.sources.length > 0 ? [link('sources', words.sources)] : []),
      ...(library.tags.size > 0 ? [link('tags', words.tags)] : []),
    ],
    hasPaths: listPaths(library, base).length > 0,
    navigation: buildNavigation(library, base, {}),
  };
}
