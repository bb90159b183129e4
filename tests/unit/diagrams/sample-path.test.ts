import { describe, expect, test } from 'vitest';
import { samplePath } from '../../../src/diagrams/path-data.ts';

const round = (d: string, step: number) =>
  samplePath(d, step)?.map((point) => point.map((value) => Math.round(value * 100) / 100));

describe('points on a path', () => {
  test('lie every few units on its lines, and at its end', () => {
    expect(round('M0,0L10,0L10,5', 4)).toEqual([
      [0, 0],
      [4, 0],
      [8, 0],
      [10, 2],
      [10, 5],
    ]);
  });

  test('lie on its curves, as far apart as on lines', () => {
    // A quarter of a circle, 100 units wide: https://spencermortensen.com/articles/bezier-circle/
    const points = samplePath('M100,0C100,55.2,55.2,100,0,100', 10) ?? [];
    expect(points.length).toBe(17);
    for (const [x, y] of points) expect(Math.hypot(x, y)).toBeCloseTo(100, 0);
    const apart = points
      .slice(1, -1)
      .map(([x, y], index) => Math.hypot(x - (points[index]?.[0] ?? 0), y - (points[index]?.[1] ?? 0)));
    for (const one of apart) expect(one).toBeCloseTo(10, 1);
  });

  test('stand still where the path does', () => {
    expect(round('M3,4L3,4', 5)).toEqual([[3, 4]]);
    expect(round('M3,4', 5)).toEqual([[3, 4]]);
  });

  test('are not worked out for arcs, jumps and what is no path', () => {
    for (const d of ['M0,0A5,5 0 0 1 10,0', 'M0,0L5,0M9,9L9,0', 'L5,5', 'M0,x'])
      expect(samplePath(d, 4), d).toBeNull();
  });
});
