import { outputsWords } from '#words';
import type { Library } from '../knowledge/library.ts';
import { type Figure, type Note, type Table, folderSteps } from '../knowledge/note.ts';
import { nameShared, type SharedPlace } from '../knowledge/share-pages.ts';
import { firstSentences, joinLines } from '../knowledge/text.ts';
import { findCollection, type Subject } from '../subject/subject.ts';
import type { Card, CardPicture } from './card.ts';

/** Which pages get a card image of their own. */
export type CardChoice = 'all' | 'notes' | 'none';

export const cardChoices: readonly CardChoice[] = ['all', 'notes', 'none'];

/** How many characters of a key sentence and of a table's cell can be of use on a card. */
const sentenceLength = 150;
const cellLength = 40;
const tableRows = 8;
const tableColumns = 3;

/** The card of a note: its summary, and the first diagram in it. */
export function cardOfNote(note: Note, subject: Subject, site: string): Card {
  const figure = note.outline.figures[0];
  return {
    ...cardBase(note, subject, site),
    crumbs: [nameCollection(note, subject)],
    title: note.title,
    sentence: firstSentences(note.summary, sentenceLength),
    picture: figure ? showDiagram(figure.code, subject) : null,
  };
}

/** The card of a section, figure or table: its note above it, and what can be shown of it. */
export function cardOfPlace(place: SharedPlace, subject: Subject, site: string): Card {
  const { note } = place;
  return {
    ...cardBase(note, subject, site),
    crumbs: [nameCollection(note, subject), note.title],
    title: nameShared(place),
    sentence:
      place.kind === 'section'
        ? firstSentences(joinLines(place.section.body, sentenceLength), sentenceLength)
        : '',
    picture: findPicture(place, subject),
  };
}

/** The card of the home page or an overview. */
export function cardOfOverview(
  page: {
    title: string;
    promise: string;
    hue: string;
    count: number;
    isHome?: boolean;
    diagram?: string | null;
  },
  subject: Subject,
  site: string,
): Card {
  const words = outputsWords().cards;
  return {
    hue: page.hue,
    crumbs: [page.isHome ? words.home : words.collection],
    title: page.title,
    sentence: [page.promise, words.notes(page.count)].filter(Boolean).join(' · '),
    picture: page.diagram ? showDiagram(page.diagram, subject) : null,
    site,
  };
}

/** Every card of a library that `choice` asks for: notes by id, places by their anchor's id. */
export function listCards(
  library: Pick<Library, 'subject' | 'notes' | 'shared'>,
  site: string,
  choice: CardChoice,
): { notes: Map<string, Card>; places: Map<string, Card> } {
  return {
    notes: new Map(
      choice === 'none'
        ? []
        : library.notes.map((note) => [note.id, cardOfNote(note, library.subject, site)]),
    ),
    places: new Map(
      choice === 'all'
        ? [...library.shared].map(([id, place]) => [id, cardOfPlace(place, library.subject, site)])
        : [],
    ),
  };
}

function cardBase(note: Note, subject: Subject, site: string): Pick<Card, 'hue' | 'site' | 'asOf'> {
  return {
    hue: findCollection(subject, note.collection).hue.hex,
    site,
    ...(note.asOf === undefined ? {} : { asOf: note.asOf }),
  };
}

/** A plain note is called after its folder. */
function nameCollection(note: Note, subject: Subject): string {
  const collection = findCollection(subject, note.collection);
  if (collection !== subject.plain) return collection.label;
  return folderSteps(note).join(' › ') || collection.label;
}

/** A diagram with the colours of the collections that its nodes name. */
function showDiagram(code: string, subject: Subject): CardPicture {
  const hues = subject.collections
    .filter((collection) => new RegExp(`\\b${collection.class}\\b`, 'u').test(code))
    .map((collection) => [collection.class, collection.hue.hex]);
  return { kind: 'diagram', code, hues: Object.fromEntries(hues) as Record<string, string> };
}

function findPicture(place: SharedPlace, subject: Subject): CardPicture | null {
  if (place.kind === 'figure') return showDiagram(place.figure.code, subject);
  if (place.kind === 'table') return showTable(place.table);
  const { figures, tables } = place.note.outline;
  const inside = sectionsUnder(place);
  const stands = (item: Figure | Table) => inside.has(item.section);
  const figure = figures.find(stands);
  if (figure) return showDiagram(figure.code, subject);
  const table = tables.find(stands);
  return table ? showTable(table) : null;
}

/** A section and those below it, by their place in the note. */
function sectionsUnder({ note, index, section }: Extract<SharedPlace, { kind: 'section' }>): Set<number> {
  const found = new Set([index]);
  for (let next = index + 1; (note.outline.sections[next]?.depth ?? 0) > section.depth; next++)
    found.add(next);
  return found;
}

function showTable(table: Table): CardPicture {
  const cut = (cell: string) => [...cell.trim()].slice(0, cellLength).join('');
  return {
    kind: 'table',
    head: table.head.slice(0, tableColumns).map(cut),
    rows: table.rows.slice(0, tableRows).map((row) => row.slice(0, tableColumns).map(cut)),
  };
}
