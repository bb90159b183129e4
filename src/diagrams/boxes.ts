/** An upright box, on screen or on the plane of a form, in px; a browser's `DOMRect` is one. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Point = readonly [x: number, y: number];

/** Whether two boxes share more than so many px in each direction. */
export function overlaps(a: Box, b: Box, across = 1, down = across): boolean {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > across &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > down
  );
}

/** Whether a box lies in another, or sticks out of it by no more than `slack`. */
export function holds(outer: Box, inner: Box, slack: number): boolean {
  return (
    inner.left >= outer.left - slack &&
    inner.right <= outer.right + slack &&
    inner.top >= outer.top - slack &&
    inner.bottom <= outer.bottom + slack
  );
}

/** Whether a point lies in a box that is smaller by `across` at its sides and by `down` above and below. */
export function contains(
  box: Box,
  { x, y }: { x: number; y: number },
  across: number,
  down = across,
): boolean {
  return x > box.left + across && x < box.right - across && y > box.top + down && y < box.bottom - down;
}

/** Whether a line from point to point runs through a box. */
export function crosses(points: readonly Point[], { left, top, right, bottom }: Box): boolean {
  return points.slice(1).some(([x2, y2], index) => {
    const [x1, y1] = points[index] ?? [x2, y2];
    // The part of the line, 0 to 1, that lies between the box's sides in each direction.
    const [fromX, toX] = clip(x1, x2 - x1, left + 0.5, right - 0.5);
    const [fromY, toY] = clip(y1, y2 - y1, top + 0.5, bottom - 0.5);
    return Math.max(0, fromX, fromY) < Math.min(1, toX, toY);
  });
}

function clip(start: number, length: number, low: number, high: number): [from: number, to: number] {
  if (length === 0) return start > low && start < high ? [-Infinity, Infinity] : [1, 0];
  const ends = [(low - start) / length, (high - start) / length];
  return [Math.min(...ends), Math.max(...ends)];
}
