/** The deck on this device. Storage may be blocked or full: then what is learned lasts as long as the page. */
import { studyWords } from '#words';
import { announce } from '../announce.ts';
import { deckKey, readStored, writeStored } from '../stored.ts';
import { type Deck, emptyDeck, readDeck } from './deck.ts';

/** What a reader's deck belongs to: the site's name, the same under every address that it is served from. */
export function siteName(): string {
  return document.querySelector('meta[property="og:site_name"]')?.getAttribute('content') ?? document.title;
}

/** The stored deck, or an empty one; `newer` where a version of this site to come wrote it, which is not understood. */
function readKept(): Deck | 'newer' {
  // A deck from before keys had their site's path is still this site's.
  const text = readStored(deckKey()) ?? readStored('deck');
  try {
    return text ? readDeck(text, siteName()) : emptyDeck(siteName());
  } catch (error) {
    return (error as Error).message === 'newer' ? 'newer' : emptyDeck(siteName());
  }
}

/** The stored deck, or an empty one. */
export function loadDeck(): Deck {
  const kept = readKept();
  return kept === 'newer' ? emptyDeck(siteName()) : kept;
}

/** Whether the stored deck is of a newer version: nothing is written over it. */
export function isDeckNewer(): boolean {
  return readKept() === 'newer';
}

/** Keeps the deck, or says why not. */
export function keepDeck(deck: Deck): void {
  if (isDeckNewer()) announce(studyWords().newerDeck);
  else if (!writeStored(deckKey(), JSON.stringify(deck))) announce(studyWords().notKept);
}

/** Path of a page below the site's base, as decks name it. */
export function pagePathOf(pathname: string): string {
  const base = document.documentElement.dataset['base'] ?? '/';
  return pathname.startsWith(base) ? pathname.slice(base.length) : pathname.replace(/^\//u, '');
}
