import { outputsWords } from '#words';
import { describeDiagram } from '../diagrams/describe.ts';
import { pagePath, pageUrl } from './address.ts';
import type { Library } from './library.ts';
import type { Figure, Note, Section, Table } from './note.ts';
import { firstSentences, joinLines } from './text.ts';

/** A section (h2–h3), figure or table whose link can be sent on its own: it has an address `/s/<id>/`. */
export type SharedPlace =
  | { kind: 'section'; note: Note; id: string; section: Section; index: number }
  | { kind: 'figure'; note: Note; id: string; figure: Figure; number: number }
  | { kind: 'table'; note: Note; id: string; table: Table };

/** One share page: what a preview of the link says, and where a person is taken. */
export interface SharePage {
  id: string;
  /** `절 — 노트`. */
  title: string;
  description: string;
  /** The section on its note's page. */
  href: string;
  /** Address of the note. */
  address: string;
  /** The place whose card it shows: its own, also for an id it had before; null where it has become a whole note. */
  place: SharedPlace | null;
  note: Note;
}

/** An id that is not in use any longer, and where it leads now; `id` null means the note as a whole. */
export interface FormerId {
  former: string;
  note: string;
  id: string | null;
}

/** How long a description may get before previews cut it off themselves. */
const descriptionLength = 90;

/** Every place with a share page, by id, in reading order. Of two notes whose authors chose the same id, the first. */
export function listShared(notes: readonly Note[]): Map<string, SharedPlace> {
  const shared = new Map<string, SharedPlace>();
  const add = (place: SharedPlace) => {
    if (isSharable(place.id) && !shared.has(place.id)) shared.set(place.id, place);
  };
  for (const note of notes) {
    const { sections, figures, tables } = note.outline;
    sections.forEach((section, index) => {
      if (section.depth <= 3) add({ kind: 'section', note, id: section.id, section, index });
    });
    figures.forEach((figure, index) =>
      add({ kind: 'figure', note, id: figure.id, figure, number: index + 1 }),
    );
    for (const table of tables) add({ kind: 'table', note, id: table.id, table });
  }
  return shared;
}

/** An author may choose any id; one that no folder can be called stays an anchor of its note. */
function isSharable(id: string): boolean {
  return id !== '' && id.length <= 80 && !/^\.|[/\\]/u.test(id);
}

/** What a reader copies for an anchor: its share address where it has one, else the anchor on its note's page. */
export function writeCopyUrl(
  id: string,
  note: Note,
  context: { library: Pick<Library, 'shared'>; origin: string; base: string },
): string {
  const { library, origin, base } = context;
  return library.shared.get(id)?.note.id === note.id
    ? pageUrl(origin, base, `s/${id}`)
    : pageUrl(origin, base, note.address, id);
}

/** All share pages: one for every shared place, and one for every id that a place has had before. */
export function listSharePages(
  library: Pick<Library, 'shared' | 'byId'>,
  former: readonly FormerId[],
  base: string,
): SharePage[] {
  const pages = new Map<string, SharePage>();
  for (const [id, place] of library.shared) {
    pages.set(id, {
      id,
      // Most are never asked for while somebody writes.
      get title() {
        return `${nameShared(place)} — ${place.note.title}`;
      },
      get description() {
        return describeShared(place);
      },
      href: pagePath(base, place.note.address, id),
      address: place.note.address,
      place,
      note: place.note,
    });
  }
  for (const { former: id, note: noteId, id: now } of former) {
    const note = library.byId.get(noteId);
    if (!note || pages.has(id) || !isSharable(id)) continue;
    const heir = now === null ? undefined : pages.get(now);
    pages.set(
      id,
      heir
        ? { ...heir, id }
        : {
            id,
            title: note.title,
            description: note.summary,
            href: pagePath(base, note.address, now ?? undefined),
            address: note.address,
            place: null,
            note,
          },
    );
  }
  return [...pages.values()];
}

/** What a place is called where its note is named beside it. */
export function nameShared(place: SharedPlace): string {
  const words = outputsWords().shared;
  switch (place.kind) {
    case 'section':
      return place.section.text || words.untitledSection;
    case 'figure':
      return words.figure(place.figure.title, place.number);
    case 'table': {
      const { caption, head } = place.table;
      return words.table(caption || firstSentences(head.filter(Boolean).join(' · '), 60));
    }
  }
}

/** Its first sentences; a diagram's in words; a table's first row under its header. */
export function describeShared(place: SharedPlace): string {
  const fallback = place.note.summary || outputsWords().shared.placeIn(place.note.title);
  switch (place.kind) {
    case 'section':
      return firstSentences(joinLines(place.section.body, descriptionLength), descriptionLength) || fallback;
    case 'figure': {
      const { graph, title } = place.figure;
      return graph ? firstSentences(describeDiagram(graph, title).summary, descriptionLength) : fallback;
    }
    case 'table': {
      const { head, rows } = place.table;
      const lines = [head, ...rows.slice(0, 2)].map((row) => row.filter(Boolean).join(' · '));
      return firstSentences(lines.join(' / '), descriptionLength) || fallback;
    }
  }
}
