/** How small a drawing may be shown: known from its letters, without drawing it. */

/** The smallest letters (px) that readers get on a screen, a hair more than 12 for the sake of rounding. */
export const leastLetter = 12.1;

/** No drawing's smallest letters count as larger than this (px). */
const largestLetter = 15;

/** The smallest letters of a drawing at its own size, in px. */
export function readLeastLetter(svg: string): number {
  return Math.min(
    largestLetter,
    ...[...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size)),
  );
}

/** How narrow a room may be (px) for a drawing to be shown in it: as it is, or smaller while letters have 12 px. */
export function readRoom({ svg, width }: { svg: string; width: number }): number {
  return Math.ceil(width * Math.min(1, leastLetter / readLeastLetter(svg)));
}

/** The least room (px) that a drawing of this width may turn out to need, whatever the size of its letters. */
export function readLeastRoom(width: number): number {
  return Math.ceil(width * (leastLetter / largestLetter));
}

/** Space (px) between a drawing and its frame, left and right together. */
const framePadding = 16;
/** The steps (px) of `diagram-room.css`. */
const step = 32;
const rooms = { least: 320, most: 1088 };

/** The widest that a drawing may need (px) to be shown on every phone. */
export const mostOnPhone = rooms.least - framePadding;

/** The least width of the column for a drawing that needs `room` px, as `data-room` says it. */
export function chooseRoom(room: number): string {
  const stepped = Math.ceil((room + framePadding) / step) * step;
  return stepped > rooms.most ? 'wide' : String(Math.max(rooms.least, stepped));
}
