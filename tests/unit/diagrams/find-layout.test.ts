import { describe, expect, test } from 'vitest';
import {
  type Attempt,
  findFittingLayout,
  findLayout,
  type Layout,
} from '../../../src/diagrams/find-layout.ts';

/** Layouts that need as much room as their `padding` says, with as many faults as their `rankSpacing`. */
function open(): { attempt: (layout: Layout) => Promise<Attempt>; tried: (number | undefined)[] } {
  const tried: (number | undefined)[] = [];
  return {
    tried,
    attempt: (layout) => {
      const { padding = 0, rankSpacing = 0 } = layout;
      tried.push(padding);
      if (padding < 0) return Promise.reject(new Error('not drawn'));
      const faults = Array.from({ length: rankSpacing }, () => ({ kind: 'clipped' as const, words: 'a' }));
      return Promise.resolve({
        type: 'flowchart',
        svg: '',
        width: padding,
        height: 1,
        faults,
        room: padding,
      });
    },
  };
}

const rooms = (...list: number[]): Layout[] => list.map((padding) => ({ padding }));

describe('a layout', () => {
  test('is the first that fits', async () => {
    const { attempt, tried } = open();
    expect((await findLayout(attempt, rooms(500, 300, 200), 322)).room).toBe(300);
    expect(tried).toEqual([500, 300]);
  });

  test('is the least bad one where none fits', async () => {
    const { attempt } = open();
    expect((await findLayout(attempt, rooms(500, 400, 450), 322)).room).toBe(400);
  });

  test('with more space is tried only for faults', async () => {
    const spaced = (faults: number) => [
      { padding: 500, rankSpacing: faults },
      { padding: 600, mendsFaultsOnly: true },
      { padding: 400 },
    ];
    const clean = open();
    expect((await findLayout(clean.attempt, spaced(0), 322)).room).toBe(400);
    expect(clean.tried).toEqual([500, 400]);
    const faulty = open();
    await findLayout(faulty.attempt, spaced(1), 322);
    expect(faulty.tried).toEqual([500, 600, 400]);
  });

  test('with more space is tried after one that could not be drawn', async () => {
    const { attempt, tried } = open();
    await findLayout(
      attempt,
      [{ padding: 500 }, { padding: -1 }, { padding: 600, mendsFaultsOnly: true }],
      322,
    );
    expect(tried).toEqual([500, -1, 600]);
  });

  test('that cannot be drawn says why where it is the first', async () => {
    await expect(findLayout(open().attempt, rooms(-1, 300), 322)).rejects.toThrow('not drawn');
  });
});

describe('a fitting layout', () => {
  test.each([
    ['near to fitting, in their order', rooms(420, 350, 300, 250), 300, [420, 350, 300]],
    ['far from it, after the closest', rooms(900, 600, 300, 250), 300, [900, 250, 600, 300]],
    ['that is the closest one', rooms(900, 600, 400, 250), 250, [900, 250, 600, 400]],
    ['that there is none, by the closest', rooms(900, 800, 700, 600), null, [900, 600]],
    ['where the closest cannot be drawn', rooms(900, 800, 300, -1), 300, [900, -1, 800, 300]],
    ['of two', rooms(900, 600), null, [900, 600]],
  ])('is found %s, and none is drawn twice', async (_, layouts, room, tried) => {
    const { attempt, tried: asked } = open();
    expect((await findFittingLayout(attempt, layouts, 322))?.room ?? null).toBe(room);
    expect(asked).toEqual(tried);
  });

  test('says nothing false', async () => {
    const { attempt } = open();
    expect(await findFittingLayout(attempt, [{ padding: 300, rankSpacing: 1 }], 322)).toBeNull();
  });
});
