import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import type { Card } from '../cards/card.ts';
import { drawCard, type CardWorld } from '../cards/draw-card.ts';
import { keepDrawable, shapeText } from '../cards/drawable-card.ts';
import { cacheFolder } from './build-lock.ts';
import type { DrawnCard } from './card-worker.ts';
import type { SiteFiles } from './output/site-files.ts';
import { openSealedCache } from './sealed-cache.ts';
import { openWorkerPool } from './worker-pool.ts';

/** Where the cards lie, from the site's root. */
export const cardsFolder = 'cards';

/**
 * Puts the cards that were drawn before into the site, each under its own name.
 * @param cards cards by file name
 * @returns those that are still to be drawn
 */
export async function copyCards(
  cards: ReadonlyMap<string, Card>,
  site: SiteFiles,
): Promise<ReadonlyMap<string, Card>> {
  const cache = openSealedCache(join(cacheFolder, 'cards'));
  const missing = new Map<string, Card>();
  for (const [name, card] of cards) {
    const path = `${cardsFolder}/${name}`;
    // Only a card that is whole is in the cache; a name stands for all that is on the card.
    if (cache.has(name) && site.keep(path)) continue;
    const image = await cache.read(name);
    if (image === null) missing.set(name, card);
    else site.write(path, image);
  }
  return missing;
}

/**
 * Draws cards into the site, each under its own name, in threads: other work goes on meanwhile.
 * @param cards cards by file name
 * @param onDrawn called now and then with how many are done
 * @param signal ends it early
 * @returns how many were drawn
 */
export async function drawCards(
  cards: ReadonlyMap<string, Card>,
  site: Pick<SiteFiles, 'write'>,
  findDrawing: CardWorld['findDrawing'],
  onDrawn: (done: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<number> {
  // Only a build that draws pays for opening the fonts.
  if (!cards.size) return 0;
  const cache = openSealedCache(join(cacheFolder, 'cards'));
  const layOut = await openPen([...cards.values()], findDrawing);
  const threads = openWorkerPool<DrawnCard[], Uint8Array[]>(
    new URL('card-worker.ts', import.meta.url),
    availableParallelism(),
  );
  let fresh = 0;
  const queue = [...cards];
  const work = async () => {
    while (queue.length && !signal?.aborted) {
      const batch = queue.splice(-batchSize);
      const images = await threads.ask(batch.map(([, card]) => layOut(card)));
      for (const [at, [name, card]] of batch.entries()) {
        const image = images[at];
        if (!image) throw new Error(`${name} was not drawn`);
        site.write(`${cardsFolder}/${name}`, image);
        onDrawn(++fresh);
        // A card whose diagram could not be drawn today may be whole tomorrow.
        const isWhole = card.picture?.kind !== 'diagram' || findDrawing(card.picture.code).length > 0;
        if (isWhole) await cache.write(name, image);
      }
    }
  };
  // One batch is laid out ahead of the threads.
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, work)).finally(threads.close);
  return fresh;
}

/** Cards that a thread draws at a time: it does not wait for this one, which may be busy for a quarter of a second. */
const batchSize = 16;

/**
 * What lays out cards: the fonts, cut to the characters of `cards` (the renderer reads them anew for every image), and
 * the measures of their letters.
 */
async function openPen(
  cards: readonly Card[],
  findDrawing: CardWorld['findDrawing'],
): Promise<(card: Card) => DrawnCard> {
  const readDrawing = (code: string) =>
    findDrawing(code)
      .map(({ svg }) => svg.replace(/<[^>]*>/gu, ' '))
      .join(' ');
  const texts = cards.flatMap((card) => [
    JSON.stringify(card),
    ...(card.picture?.kind === 'diagram' ? [readDrawing(card.picture.code)] : []),
  ]);
  // Loaded only where there is something to draw.
  const { cutCardFonts } = await import('./card-font.ts');
  const { measure, hasGlyph, files } = await cutCardFonts(new Set(shapeText(texts.join(' '))));
  return (card) => {
    const drawable = keepDrawable(card, hasGlyph, readDrawing);
    return { svg: drawCard(drawable, { measure, findDrawing }), fontFiles: files };
  };
}
