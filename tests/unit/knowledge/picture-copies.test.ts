import { describe, expect, it } from 'vitest';
import { isWorthwhile, planCopies, shownSizes } from '../../../src/knowledge/picture-copies.ts';

const plan = (width: number, height: number, bytes = 500_000) =>
  Object.fromEntries(planCopies({ width, height, bytes }).map(({ format, widths }) => [format, widths]));

describe('copies of a picture', () => {
  it('are as wide as phones, fine phones and fine desktops show it, and never wider than itself', () => {
    expect(plan(2752, 1834)).toEqual({ avif: [480, 960, 1440], webp: [960] });
    expect(plan(1440, 900)).toEqual({ avif: [480, 960, 1440], webp: [960] });
    expect(plan(1200, 800)).toEqual({ avif: [480, 960, 1200], webp: [960] });
    expect(plan(1000, 800)).toEqual({ avif: [480, 1000], webp: [960] });
    expect(plan(500, 400)).toEqual({ avif: [500], webp: [500] });
    expect(plan(1, 1)).toEqual({ avif: [1], webp: [1] });
  });

  it('are not made of what is there at once, nor beyond what a format holds', () => {
    expect(plan(2000, 2000, 9000)).toEqual({});
    expect(plan(1000, 18_000)).toEqual({ avif: [480, 1000] });
    expect(plan(100, 70_000)).toEqual({});
  });

  it('are kept where the widest spares bytes', () => {
    expect(isWorthwhile([{ bytes: 10 }, { bytes: 50 }], 100)).toBe(true);
    expect(isWorthwhile([{ bytes: 10 }, { bytes: 99 }], 100)).toBe(false);
    expect(isWorthwhile([], 100)).toBe(false);
  });

  it('are chosen by the width at which the picture is shown', () => {
    expect(shownSizes(2752)).toBe('(min-width: 728px) 688px, calc(100vw - 40px)');
    expect(shownSizes(300)).toBe('(min-width: 340px) 300px, calc(100vw - 40px)');
  });
});
