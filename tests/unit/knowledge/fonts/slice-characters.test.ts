import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeRanges } from '../../../../src/knowledge/fonts/font-css.ts';
import { planFontSlices } from '../../../../src/knowledge/fonts/slice-characters.ts';

const limits = { commonShare: 0.5, core: 6, slice: 4, slack: 1, groups: 3 };
const points = (text: string): Set<number> => new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
const name = (pages: readonly unknown[]): string[] => pages.map((_, index) => `notes/${index}/index.html`);
const text = (list: readonly number[]): string => String.fromCodePoint(...list);

describe('the plan of slices', () => {
  test('puts common and required characters into the core, whatever their order', () => {
    const plan = planFontSlices(
      [points('가나다'), points('가나라')],
      ['a', 'b'],
      points('가나다라마'),
      points('A'),
      limits,
    );
    expect(text(plan.core)).toBe('A가나다라');
    expect(plan.spare.map(text)).toEqual(['마']);
    expect(plan.groupOf).toEqual([null, null]);
  });

  test('lets pages that show the same rare characters share a slice', () => {
    const pages = [points('가나다라마'), points('가바사아자'), points('가나다라'), points('가')];
    const plan = planFontSlices(pages, name(pages), new Set(), new Set(), { ...limits, core: 1 });
    expect(text(plan.core)).toBe('가');
    expect(plan.groups.map(text)).toEqual(['나다라마', '바사아자']);
    expect(plan.groupOf).toEqual([0, 1, 0, null]);
  });

  test('gives a page the smallest slice that covers it', () => {
    const pages = [points('나다라마바사아자'), points('나다라마'), points('나다')];
    const plan = planFontSlices(pages, name(pages), new Set(), new Set(), {
      ...limits,
      commonShare: 2,
      slice: 1,
    });
    expect(plan.groups.map(text)).toEqual(['나다라마바사아자', '나다라마', '나다']);
    expect(plan.groupOf).toEqual([0, 1, 2]);
  });

  test('gives large sites larger slices instead of more of them', () => {
    const pages = Array.from({ length: 40 }, (_, index) => new Set([0xac00 + index * 2, 0xac01 + index * 2]));
    const plan = planFontSlices(pages, name(pages), new Set(), new Set(), limits);
    expect(plan.groups.length).toBeLessThanOrEqual(limits.groups);
  });

  test('cuts few slices anew where one page shows a character more that no other shows', () => {
    const random = (seed: number) => Math.imul(seed + 1, 2_654_435_761) >>> 8;
    const pages = Array.from(
      { length: 300 },
      (_, page) => new Set(Array.from({ length: 60 }, (_, at) => 0xac00 + (random(page * 60 + at) % 900))),
    );
    const slices = () => {
      const { core, spare, groups } = planFontSlices(pages, name(pages), new Set(), new Set());
      return new Set([core, ...spare, ...groups].map((slice) => slice.join()));
    };
    const before = slices();
    expect(before.size).toBeGreaterThan(20);
    for (const page of [3, 77, 190, 299]) {
      pages[page]?.add(0xb500 + page);
      const anew = [...slices()].filter((slice) => !before.has(slice));
      expect(anew.length, String(page)).toBeLessThan(before.size / 4);
      pages[page]?.delete(0xb500 + page);
    }
  });

  test('has nothing to say about a site without text', () => {
    expect(planFontSlices([], [], new Set(), new Set())).toEqual({
      core: [],
      spare: [],
      groups: [],
      groupOf: [],
    });
    expect(planFontSlices([new Set()], ['a'], new Set(), new Set()).groupOf).toEqual([null]);
  });

  const letter = fc.integer({ min: 0xac00, max: 0xac60 });
  const page = fc.uniqueArray(letter, { maxLength: 30 });
  test('covers every page by its core and its group, and every character by core or exactly one spare slice', () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 12 }), page, (lists, others) => {
        const pages = lists.map((list) => new Set(list));
        const plan = planFontSlices(pages, name(pages), new Set(others), points('A가'), limits);
        const core = new Set(plan.core);
        for (const [index, shown] of pages.entries()) {
          const group = new Set(plan.groups[plan.groupOf[index] ?? -1]);
          expect([...shown].filter((point) => !core.has(point) && !group.has(point))).toEqual([]);
        }
        const all = new Set([...lists.flat(), ...others, ...points('A가')]);
        const sliced = [...plan.core, ...plan.spare.flat()];
        expect(sliced.sort((a, b) => a - b)).toEqual([...all].sort((a, b) => a - b));
        expect(plan.groups.flat().some((point) => core.has(point))).toBe(false);
        const again = planFontSlices(pages, name(pages), new Set(others), points('A가'), limits);
        expect(again).toEqual(plan);
      }),
    );
  });

  test('asks the right file for every character: the last range that holds it is of a slice that has it', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 12 }), page, (lists, others) => {
        const pages = lists.map((list) => new Set(list));
        const known = new Set([...lists.flat(), ...others]);
        const plan = planFontSlices(pages, name(pages), known, new Set(), limits);
        const ranges = describeRanges(plan, known);
        for (const [index, group] of [[], ...plan.groups].entries()) {
          const faces = [
            ...plan.spare.map((slice, at) => ({ slice, range: ranges.spare[at] ?? '' })),
            { slice: group, range: ranges.groups[index - 1] ?? '' },
            { slice: plan.core, range: ranges.core },
          ];
          for (const point of known) {
            const face = faces.findLast(({ range }) => holds(range, point));
            expect(face?.slice, `U+${point.toString(16)}`).toContain(point);
          }
        }
      }),
    );
  });
});

function holds(range: string, point: number): boolean {
  return [...range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gu)].some(
    ([, first = '', last]) =>
      point >= Number.parseInt(first, 16) && point <= Number.parseInt(last ?? first, 16),
  );
}
