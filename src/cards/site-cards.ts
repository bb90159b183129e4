import { ENGINE_VERSION } from '../diagrams/drawing.ts';
import { buildCollectionPages } from '../knowledge/collection-page.ts';
import { writeCollectionDiagram } from '../knowledge/collection-diagrams.ts';
import { findCollection } from '../subject/subject.ts';
import type { Library } from '../knowledge/library.ts';
import { type Card, nameCard } from './card.ts';
import { type CardChoice, cardOfOverview, listCards } from './list-cards.ts';

/** The cards of a whole site, each with the name of its image file. */
export interface SiteCards {
  home: NamedCard | null;
  /** By address. */
  overviews: ReadonlyMap<string, NamedCard>;
  /** By note id. */
  notes: ReadonlyMap<string, NamedCard>;
  /** By the id of a section, figure or table. */
  places: ReadonlyMap<string, NamedCard>;
}

export interface NamedCard {
  file: string;
  card: Card;
}

/** Works out every card that `choice` asks for. */
export function listSiteCards(
  library: Library,
  site: { title: string; description: string; choice: CardChoice },
): SiteCards {
  const named = (card: Card): NamedCard => ({ file: nameCard(card, ENGINE_VERSION), card });
  const nameAll = (cards: ReadonlyMap<string, Card>) =>
    new Map([...cards].map(([key, card]) => [key, named(card)]));
  const { notes, places } = listCards(library, site.title, site.choice);
  if (site.choice === 'none') {
    return { home: null, overviews: new Map(), notes: new Map(), places: new Map() };
  }
  const { subject } = library;
  const map = subject.home.map && writeCollectionDiagram(subject.home.map, library);
  const start = library.byId.get(subject.home.start[0] ?? '');
  const { hex } = (start ? findCollection(subject, start.collection) : subject.plain).hue;
  const home = {
    title: site.title,
    promise: site.description,
    hue: hex,
    count: library.notes.length,
    isHome: true,
  };
  const overviews = buildCollectionPages(library, '/').map((page) => {
    const diagram = page.collection === subject.home.map ? map?.code : undefined;
    const { hex: hue } = page.collection.hue;
    return [
      page.address,
      cardOfOverview({ ...page, hue, ...(diagram ? { diagram } : {}) }, subject, site.title),
    ] as const;
  });
  return {
    home: named(cardOfOverview({ ...home, ...(map ? { diagram: map.code } : {}) }, subject, site.title)),
    overviews: nameAll(new Map(overviews)),
    notes: nameAll(notes),
    places: nameAll(places),
  };
}

/** All cards by file name. */
export function collectCards(cards: SiteCards): Map<string, Card> {
  const all = [
    ...(cards.home ? [cards.home] : []),
    ...cards.overviews.values(),
    ...cards.notes.values(),
    ...cards.places.values(),
  ];
  return new Map(all.map(({ file, card }) => [file, card]));
}
