import { openSession } from '../../content/session.ts';
import { type AtlasDrawings, openAtlasDrawings } from '../draw-diagrams.ts';
import { renderNote } from '../render-note.ts';

/** Readies the session for pages that are shown while notes are written: diagrams are drawn when a page shows them. */
export async function openWritingSession(): Promise<Pick<AtlasDrawings, 'close'>> {
  const session = openSession();
  const drawings = openAtlasDrawings(await session.atlas());
  session.isWriting = true;
  session.draw = drawings.draw;
  session.render = async (note) => renderNote(note, await session.atlas());
  return drawings;
}
