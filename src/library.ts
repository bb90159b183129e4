/** What pages ask: the one library of this build, as plain objects. */
import { toHtml } from 'hast-util-to-html';
import { generateBlock } from './content/open-atlas.ts';
import { parseOnce } from './content/parse-figures.ts';
import { openSession } from './content/session.ts';
import type { Drawing } from './diagrams/drawing.ts';
import { drawingKey } from './diagrams/drawing.ts';
import type { Library } from './knowledge/library.ts';
import type { Note } from './knowledge/note.ts';
import { listSharePages, type SharePage } from './knowledge/share-pages.ts';
import { buildDiagramFigure } from './markdown/diagram-figure.ts';
import type { OutputSite } from './outputs/write-feeds.ts';
import { renderNodes } from './markdown/render-nodes.ts';
import type { AssignedIds } from './sections/assign-ids.ts';
import { basePath, site, siteOrigin } from './site.ts';

/** The library and the facts about the folder that it was read from. */
export async function getLibrary(): Promise<SiteLibrary> {
  const { library, isOwn, root, ids } = await openSession().atlas();
  const folderName = root.split(/[\\/]/u).at(-1) ?? root;
  return {
    ...library,
    isOwn,
    title: isOwn ? site.title : folderName,
    moved: ids.moved,
    redirects: ids.redirects,
  };
}

/** The share pages of this folder. */
export async function getSharePages(): Promise<SharePage[]> {
  const { library, ids } = await openSession().atlas();
  return listSharePages(library, ids.formerIds, basePath());
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
    { base: basePath(), here: null, byId: library.byId, names: library.names, byLabel: false },
  );
  return toHtml(figure);
}

async function findDrawing(code: string): Promise<Drawing | null> {
  const session = openSession();
  const key = drawingKey(code);
  if (!session.drawings.has(key)) await session.draw?.([code]);
  return session.drawings.get(key) ?? null;
}

/** The HTML of a table that is made from typed data, as notes show it. */
export async function renderTable(of: string): Promise<string> {
  const atlas = await openSession().atlas();
  const nodes = generateBlock({ name: 'table', of }, atlas.blocks) ?? [];
  const note: Note | undefined = atlas.library.notes[0];
  if (!note) return '';
  return renderNodes(nodes, { note, library: atlas.library, origin: siteOrigin(), base: basePath() });
}

/** What feeds, twins and data files say about the site. */
export async function getOutputSite(): Promise<OutputSite> {
  const { title, isOwn, notes } = await getLibrary();
  const description = isOwn ? site.description : `노트 ${notes.length}개`;
  return { origin: siteOrigin(), base: basePath(), title, description };
}

export interface SiteLibrary extends Library {
  /** The folder holds our collections; otherwise it is a plain tree of notes. */
  isOwn: boolean;
  /** What the site is called: its own name, or the folder's for somebody else's notes. */
  title: string;
  /** Anchors and addresses that lead elsewhere now. */
  moved: AssignedIds['moved'];
  redirects: AssignedIds['redirects'];
}
