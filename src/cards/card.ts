/** What a card image says about a page: plain data, drawn by `draw-card.ts`. */
import { hashText } from '../diagrams/hash.ts';

export interface Card {
  /** The collection's colour, `#rrggbb`. */
  hue: string;
  /** Where it stands: collection, note. */
  crumbs: string[];
  title: string;
  /** The key sentence, or nothing. */
  sentence: string;
  /** The diagram or table that the section holds. */
  picture: CardPicture | null;
  site: string;
  /** Day of reference, `YYYY-MM-DD`. */
  asOf?: string;
}

export type CardPicture =
  | { kind: 'diagram'; code: string; hues: Record<string, string> }
  | { kind: 'table'; head: string[]; rows: string[][] };

/** Width and height in pixels, as every service that shows link previews expects them (https://ogp.me). */
export const cardSize = { width: 1200, height: 630 } as const;

/** Raised whenever the drawing of cards changes, so that cached images are made anew. */
const cardVersion = 3;

/** The image's name from its content: the same card is drawn once, a changed one gets a new address. */
export function nameCard(card: Card, engine: string): string {
  return `${hashText(JSON.stringify([cardVersion, engine, card])).slice(0, 16)}.png`;
}
