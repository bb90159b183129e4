import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { renderAsync } from '@resvg/resvg-js';
import { type Card, cardSize } from '../cards/card.ts';
import { drawCard, type CardWorld } from '../cards/draw-card.ts';
import { keepDrawable, shapeText } from '../cards/drawable-card.ts';
import { cacheFolder } from './build-lock.ts';
import { openSealedCache } from './sealed-cache.ts';
import { cutCardFonts } from './card-font.ts';
import { writeIndexedPng } from './write-png.ts';

/** Where the cards lie, from the site's root. */
export const cardsFolder = 'cards';

/**
 * Draws cards into `folder`, each under its own name; what was drawn before comes from the cache.
 * @param cards cards by file name
 * @returns how many there are, and how many of them had to be drawn
 */
export async function drawCards(
  cards: ReadonlyMap<string, Card>,
  folder: string,
  findDrawing: CardWorld['findDrawing'],
): Promise<{ all: number; fresh: number }> {
  const cache = openSealedCache(join(cacheFolder, 'cards'));
  await mkdir(folder, { recursive: true });
  const stored = new Set<string>();
  for (const name of cards.keys()) {
    const image = await cache.read(name);
    if (image === null) continue;
    await writeFile(join(folder, name), image);
    stored.add(name);
  }
  const missing = [...cards.keys()].filter((name) => !stored.has(name));
  // Only a build that draws pays for opening the fonts.
  const pen = missing.length
    ? await openPen(
        missing.flatMap((name) => cards.get(name) ?? []),
        findDrawing,
      )
    : null;
  let fresh = 0;
  const queue = [...cards].filter(([name]) => !stored.has(name));
  const work = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [name, card] = next;
      const image = await pen?.(card);
      if (!image) continue;
      await writeFile(join(folder, name), image);
      fresh++;
      // A card whose diagram could not be drawn today may be whole tomorrow.
      const isWhole = card.picture?.kind !== 'diagram' || findDrawing(card.picture.code).length > 0;
      if (isWhole) await cache.write(name, image);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return { all: cards.size, fresh };
}

/**
 * What draws cards: the fonts, cut to the characters of `cards` (the renderer reads them anew for every image), and the
 * measures of their letters.
 */
async function openPen(
  cards: readonly Card[],
  findDrawing: CardWorld['findDrawing'],
): Promise<(card: Card) => Promise<Buffer>> {
  const readDrawing = (code: string) =>
    findDrawing(code)
      .map(({ svg }) => svg.replace(/<[^>]*>/gu, ' '))
      .join(' ');
  const texts = cards.flatMap((card) => [
    JSON.stringify(card),
    ...(card.picture?.kind === 'diagram' ? [readDrawing(card.picture.code)] : []),
  ]);
  const { measure, hasGlyph, files } = await cutCardFonts(new Set(shapeText(texts.join(' '))));
  return async (card) => {
    const drawable = keepDrawable(card, hasGlyph, readDrawing);
    const image = await renderAsync(drawCard(drawable, { measure, findDrawing }), {
      font: { loadSystemFonts: false, fontFiles: files, defaultFontFamily: 'Pretendard' },
    });
    return writeIndexedPng(image.pixels, cardSize);
  };
}
