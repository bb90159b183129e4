/**
 * Drawings that are put into a note's HTML as they are, once it is written: as part of its tree each would be read,
 * visited by every plugin and written again, which took longer than all the rest of the note. XML that `printSvg` has
 * written means the same in HTML.
 */
import type { Element } from 'hast';
import type { VFile } from 'vfile';

/** Drawings that wait for the HTML of one note. */
export interface HeldDrawings {
  /** What stands in the tree in place of a drawing. */
  hold: (svg: string) => Element;
  /** The HTML with the drawings in their places. */
  putInto: (html: string) => string;
}

/** @param token stands in the HTML of no note */
export function holdDrawings(token: string): HeldDrawings {
  const drawings: string[] = [];
  const place = new RegExp(`<svg data-held="${token}-(\\d+)"></svg>`, 'gu');
  return {
    hold: (svg) => ({
      type: 'element',
      tagName: 'svg',
      properties: { dataHeld: `${token}-${drawings.push(svg) - 1}` },
      children: [],
    }),
    putInto: (html) => html.replace(place, (_, index: string) => drawings[Number(index)] ?? ''),
  };
}

const key = Symbol('held drawings');

/** What a file carries to hand `held` to the plugins. */
export function carryHeld(held: HeldDrawings): Record<string, unknown> {
  return { [key]: held };
}

/** What was handed to the file that is rendered; undefined where nobody puts drawings into its HTML. */
export function findHeld(file: VFile): HeldDrawings | undefined {
  return (file.data as { [key]?: HeldDrawings })[key];
}
