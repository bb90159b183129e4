import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { renderAsync } from '@resvg/resvg-js';
import { type Card, cardSize } from '../cards/card.ts';
import { drawCard, type CardWorld } from '../cards/draw-card.ts';
import { cacheFolder } from './build-lock.ts';
import { openSealedCache } from './sealed-cache.ts';
import { cutCardFonts, openCardFont } from './card-font.ts';
import { writeIndexedPng } from './write-png.ts';

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

/** Without the characters that the card's font lacks (emoji, rare scripts); a title of nothing else gives way to its place. */
function tidyCard(card: Card, keepKnown: (text: string) => string): Card {
  const crumbs = card.crumbs.map(keepKnown);
  const title = keepKnown(card.title) || crumbs.at(-1) || keepKnown(card.site);
  const { picture } = card;
  return {
    ...card,
    crumbs,
    title,
    sentence: keepKnown(card.sentence),
    site: keepKnown(card.site),
    picture:
      picture?.kind === 'table'
        ? {
            ...picture,
            head: picture.head.map(keepKnown),
            rows: picture.rows.map((row) => row.map(keepKnown)),
          }
        : picture,
  };
}

/**
 * What draws cards: the fonts, cut to the characters of `cards` (the renderer reads them anew for every image), and the
 * measures of their letters.
 */
async function openPen(
  cards: readonly Card[],
  findDrawing: CardWorld['findDrawing'],
): Promise<(card: Card) => Promise<Buffer>> {
  const font = openCardFont();
  const world = { measure: font.measure, findDrawing };
  const texts = cards.flatMap((card) => [
    JSON.stringify(card),
    ...(card.picture?.kind === 'diagram' ? findDrawing(card.picture.code).map(({ svg }) => svg) : []),
  ]);
  const fontFiles = await cutCardFonts(new Set(texts.join('')));
  return async (card) => {
    const image = await renderAsync(drawCard(tidyCard(card, font.keepKnown), world), {
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Pretendard' },
    });
    return writeIndexedPng(image.pixels, cardSize);
  };
}
