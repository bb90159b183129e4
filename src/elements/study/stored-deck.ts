/** The deck on this device. Storage may be blocked or full: then what is learned lasts as long as the page. */
import { deckKey, readStored, writeStored } from '../stored.ts';
import { type Deck, emptyDeck, readDeck } from './deck.ts';

/** What a reader's deck belongs to: the site's name, the same under every address that it is served from. */
export function siteName(): string {
  return document.querySelector('meta[property="og:site_name"]')?.getAttribute('content') ?? document.title;
}

/** The stored deck, or an empty one. */
export function loadDeck(): Deck {
  // A deck from before keys had their site's path is still this site's.
  const text = readStored(deckKey()) ?? readStored('deck');
  try {
    return text ? readDeck(text, siteName()) : emptyDeck(siteName());
  } catch {
    return emptyDeck(siteName());
  }
}

/** Keeps the deck; false where the browser does not. */
export function keepDeck(deck: Deck): boolean {
  return writeStored(deckKey(), JSON.stringify(deck));
}

/** Path of a page below the site's base, as decks name it. */
export function pagePathOf(pathname: string): string {
  const base = document.documentElement.dataset['base'] ?? '/';
  return pathname.startsWith(base) ? pathname.slice(base.length) : pathname.replace(/^\//u, '');
}
