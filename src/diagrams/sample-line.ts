import { samplePath } from './path-data.ts';

/** A point on the screen, in px. */
export interface ScreenPoint {
  x: number;
  y: number;
}

/** Points on the screen every `step` units along a line, and its end. Runs in a browser. */
export function sampleLine(path: SVGPathElement, step: number): ScreenPoint[] {
  const matrix = path.getScreenCTM();
  if (!matrix) return [];
  const { a, b, c, d, e, f } = matrix;
  const points = samplePath(path.getAttribute('d') ?? '', step) ?? askBrowser(path, step);
  return points.map(([x, y]) => ({ x: a * x + c * y + e, y: b * x + d * y + f }));
}

function askBrowser(path: SVGPathElement, step: number): [number, number][] {
  const length = path.getTotalLength();
  return Array.from({ length: Math.ceil(length / step) + 1 }, (_, index) => {
    const { x, y } = path.getPointAtLength(Math.min(length, index * step));
    return [x, y];
  });
}
