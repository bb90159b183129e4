/** What a note's page shows. */
import { findCard, getLibrary, getOutputSite, getPlate, type PageCard } from './library.ts';
import { listMoved } from './knowledge/moved.ts';
import { buildNavigation, type Navigation } from './knowledge/navigation.ts';
import type { Note } from './knowledge/note.ts';
import { buildNoteEnding, type NoteEnding } from './knowledge/note-ending.ts';
import { buildNotePage, type NotePage } from './knowledge/note-page.ts';
import { drawMini, type MiniPlate } from './map/draw-mini.ts';
import { writeLinkedData } from './outputs/write-linked-data.ts';
import { basePath, today } from './site.ts';
import { findCollection } from './subject/subject.ts';

/**
 * All that a note's page shows beside its text and its frame, as plain data: its layout and what stands in that ask
 * nobody else. So a page whose view, text and frame are as they were is as it was.
 */
export interface NoteView {
  page: NotePage;
  ending: NoteEnding;
  /** What its collection is called. */
  kind: string;
  navigation: Navigation;
  /** Former anchors of this page and where they lead now. */
  moved: Record<string, string>;
  /** JSON-LD of the note. */
  linkedData: string;
  /** The image that previews show. */
  card: PageCard | null;
  /** Where it lies on the map; null where the map is too large to be shown in small. */
  mini: MiniPlate | null;
}

/** More places would be dust. */
const mostPlaces = 160;

/** Everything that the page of a note shows beside its text. */
export async function viewNote(note: Note): Promise<NoteView> {
  const library = await getLibrary();
  const base = basePath();
  const page = buildNotePage(note, library, base, today());
  const plate = await getPlate();
  const related = () => new Set((library.relations.get(note.id) ?? []).map(({ to }) => to));
  return {
    page,
    ending: buildNoteEnding(page),
    kind: findCollection(library.subject, note.collection).label,
    navigation: buildNavigation(library, base, { note }),
    moved: listMoved(note.address, library.moved, library, base),
    linkedData: writeLinkedData(page, library.subject, await getOutputSite()),
    card: await findCard((cards) => cards.notes.get(note.id)),
    mini: plate.places.length <= mostPlaces ? drawMini(plate, note.id, related()) : null,
  };
}
