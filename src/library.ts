/** What pages ask: the one library of this build, as plain objects. */
import { toHtml } from 'hast-util-to-html';
import { listSiteCards, type NamedCard, type SiteCards } from './cards/site-cards.ts';
import { generateBlock } from './content/generate-block.ts';
import { filePath } from './knowledge/address.ts';
import { parseOnce } from './content/parse-figures.ts';
import type { Atlas } from './content/open-atlas.ts';
import { openSession } from './content/session.ts';
import type { Drawing } from './diagrams/drawing.ts';
import { drawingKey } from './diagrams/drawing.ts';
import type { Library } from './knowledge/library.ts';
import type { Note } from './knowledge/note.ts';
import { buildTitleIndex, type TitleGroup } from './knowledge/title-index.ts';
import { buildPlate } from './map/build-plate.ts';
import type { Plate } from './map/plate.ts';
import { buildDiagramFigure } from './markdown/diagram-figure.ts';
import type { OutputSite } from './outputs/write-feeds.ts';
import { renderNodes } from './markdown/render-nodes.ts';
import type { AssignedIds } from './sections/assign-ids.ts';
import { pagesWords, siteWords } from '#words';
import { basePath, cardChoice, siteOrigin } from './site.ts';

/** The library and the facts about the folder that it was read from. */
export async function getLibrary(): Promise<SiteLibrary> {
  const { library, ids } = await openSession().atlas();
  return {
    ...library,
    title: library.subject.title,
    moved: ids.moved,
    redirects: ids.redirects,
  };
}

const plates = new WeakMap<Library, Plate>();

/** The map of the library, laid out once. */
export async function getPlate(): Promise<Plate> {
  return once(plates, (library) => buildPlate(library, basePath()));
}

const titleIndexes = new WeakMap<Library, TitleGroup[]>();

/** All notes by the first letter of their titles, grouped once. */
export async function getTitleIndex(): Promise<TitleGroup[]> {
  return once(titleIndexes, (library) => buildTitleIndex(library, basePath(), siteWords().code === 'ko'));
}

/** What is made of the library that is open, once for it. */
export async function once<Made>(
  known: WeakMap<Library, Made>,
  make: (library: Library) => Made,
): Promise<Made> {
  const { library } = await openSession().atlas();
  let made = known.get(library);
  if (made === undefined) known.set(library, (made = make(library)));
  return made;
}

const cardsOf = new WeakMap<Atlas, SiteCards>();

/** The card images of an atlas, named but not drawn. Throws for a `CARDS` that does not exist. */
export function readCards(atlas: Atlas): SiteCards {
  const known = cardsOf.get(atlas);
  if (known) return known;
  const { library, isProjectOwn } = atlas;
  const { title, description = '' } = library.subject;
  const cards = listSiteCards(library, { title, description, choice: cardChoice(isProjectOwn) });
  cardsOf.set(atlas, cards);
  return cards;
}

/** The image that a preview of a page shows, or null where it has none. While authors write, none is drawn. */
export async function findCard(
  find: (cards: SiteCards) => NamedCard | null | undefined,
): Promise<PageCard | null> {
  const session = openSession();
  const found = session.isWriting ? null : find(readCards(await session.atlas()));
  if (!found) return null;
  const { crumbs, title } = found.card;
  return {
    url: siteOrigin() + filePath(basePath(), `cards/${found.file}`),
    alt: [...crumbs, title].join(' › '),
  };
}

/** What a page's head says of its card. */
export interface PageCard {
  /** Absolute. */
  url: string;
  alt: string;
}

/**
 * The HTML of a diagram that is made from typed data, as notes show theirs: drawing, links, words.
 * @param narrowCode the same thing laid out for narrow screens
 */
export async function renderDiagram(code: string, title: string, narrowCode?: string): Promise<string> {
  const { library } = await openSession().atlas();
  const graph = await parseOnce(code);
  const figure = buildDiagramFigure(
    {
      code,
      title,
      drawing: await findDrawing(code),
      ...(narrowCode === undefined ? {} : { narrow: await findDrawing(narrowCode) }),
      ...('problem' in graph ? {} : { graph }),
    },
    {
      base: basePath(),
      here: null,
      byId: library.byId,
      names: library.names,
      links: library.links,
      byLabel: false,
    },
  );
  return toHtml(figure);
}

/** The HTML of a Markdown note's text. */
export function renderNote(note: Note): Promise<string> {
  const { render } = openSession();
  if (!render) throw new Error('nobody renders notes in this process');
  return render(note);
}

/** Before a note's page is made: whether code of its own runs there. A note's code may not end or hold a build unnoticed. */
export function enterNote(note: Note | null, hasCode: boolean): void {
  openSession().enterCode?.(note && hasCode ? note.path : null);
}

async function findDrawing(code: string): Promise<Drawing | null> {
  const session = openSession();
  const key = drawingKey(code);
  if (!session.drawings.has(key)) await session.draw?.([code]);
  return session.drawings.get(key) ?? null;
}

/** The HTML of a table that is made from typed data, as notes show it; nothing when it would have no rows. */
export async function renderTable(of: string): Promise<string> {
  const atlas = await openSession().atlas();
  const nodes = generateBlock({ name: 'table', of }, atlas.blocks) ?? [];
  const note: Note | undefined = atlas.library.notes[0];
  const hasRows = nodes.some((node) => node.type === 'table' && node.children.length > 1);
  if (!note || !hasRows) return '';
  return renderNodes(nodes, { note, library: atlas.library, origin: siteOrigin(), base: basePath() });
}

/** What feeds, twins and data files say about the site. */
export async function getOutputSite(): Promise<OutputSite> {
  const { subject, notes, title } = await getLibrary();
  const description = subject.description ?? pagesWords().countNotes(notes.length);
  return { origin: siteOrigin(), base: basePath(), title, description };
}

export interface SiteLibrary extends Library {
  /** What the site is called: as `atlas.yaml` says, else the folder's name. */
  title: string;
  /** Anchors and addresses that lead elsewhere now. */
  moved: AssignedIds['moved'];
  redirects: AssignedIds['redirects'];
}
