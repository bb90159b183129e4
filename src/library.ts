/** What pages ask: the one library of this build, as plain objects. */
import { generateBlock } from './content/open-atlas.ts';
import { openSession } from './content/session.ts';
import type { Drawing } from './diagrams/drawing.ts';
import { drawingKey } from './diagrams/drawing.ts';
import type { Library } from './knowledge/library.ts';
import type { Note } from './knowledge/note.ts';
import { renderNodes } from './markdown/render-nodes.ts';
import { basePath, siteOrigin } from './site.ts';

/** The library and the facts about the folder that it was read from. */
export async function getLibrary(): Promise<SiteLibrary> {
  const { library, isOwn, root } = await openSession().atlas();
  return { ...library, isOwn, folderName: root.split(/[\\/]/u).at(-1) ?? root };
}

/** The finished drawing of a diagram, or null where the reader's browser has to draw it. */
export async function drawDiagram(code: string): Promise<Drawing | null> {
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

export interface SiteLibrary extends Library {
  /** The folder holds our collections; otherwise it is a plain tree of notes. */
  isOwn: boolean;
  folderName: string;
}
