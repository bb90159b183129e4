/** A card in characters that its fonts can draw. A word is drawn whole or not at all. */
import { toNfc } from '../knowledge/text.ts';
import type { Card, CardPicture } from './card.ts';

/**
 * What has no shape of its own: joiners, marks of direction, variation selectors, skin tones and the frame of a keycap.
 * A sequence of emoji without them is drawn as its single pictures.
 */
const shapeless = /[\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}\u{20e3}]/gu;

/** A text as it is drawn: syllables composed, without characters that have no shape. */
export function shapeText(text: string): string {
  return toNfc(text).replace(shapeless, '').replace(/\s+/gu, ' ').trim();
}

/**
 * The card with just those texts whose every character has a glyph. A title that cannot be drawn gives way to the
 * collection's name, and the sentence that belongs to it goes too; a picture with one such character is left out.
 * @param hasGlyph whether one of the card's fonts can draw the character
 * @param readDrawing the words of a diagram's drawings
 */
export function keepDrawable(
  card: Card,
  hasGlyph: (character: string) => boolean,
  readDrawing: (code: string) => string,
): Card {
  // A glyph for private use says something else in every font.
  const canDraw = (text: string) =>
    !/\p{Co}/u.test(text) && [...text].every((character) => character === ' ' || hasGlyph(character));
  const keep = (text: string) => {
    const shaped = shapeText(text);
    return canDraw(shaped) ? shaped : '';
  };
  const crumbs = card.crumbs.map(keep).filter(Boolean);
  const site = keep(card.site);
  const title = keep(card.title);
  return {
    ...card,
    crumbs: title ? crumbs : crumbs.slice(0, -1),
    title: title || (crumbs.at(-1) ?? site),
    sentence: title ? keep(card.sentence) : '',
    site,
    picture: keepPicture(card.picture, canDraw, readDrawing),
  };
}

function keepPicture(
  picture: CardPicture | null,
  canDraw: (text: string) => boolean,
  readDrawing: (code: string) => string,
): CardPicture | null {
  if (picture?.kind === 'diagram') return canDraw(shapeText(readDrawing(picture.code))) ? picture : null;
  if (!picture) return null;
  const head = picture.head.map(shapeText);
  const rows = picture.rows.map((row) => row.map(shapeText));
  return [head, ...rows].flat().every(canDraw) ? { ...picture, head, rows } : null;
}
