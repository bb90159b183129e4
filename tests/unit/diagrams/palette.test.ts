import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measureContrast, readColour } from '../../../src/diagrams/colour.ts';
import { palette, type PaletteName } from '../../../src/diagrams/palette.ts';

function contrast(one: string, other: string): number {
  const [a, b] = [readColour(one), readColour(other)];
  return a && b ? measureContrast(a.rgb, b.rgb) : 0;
}

const series = Array.from({ length: 12 }, (_, at) => `s${at}` as PaletteName);
/** What carries meaning, with what it is drawn on; `grid` is not among it, because every value stands beside it. */
const marks: Record<string, { names: readonly PaletteName[]; grounds: readonly PaletteName[] }> = {
  lines: { names: ['line', 'edge', 'accent', 'risk', 'good', 'warn'], grounds: ['veil', 'box', 'group'] },
  frames: { names: ['rim', 'fold'], grounds: ['veil'] },
  bars: { names: series, grounds: ['veil', 'box'] },
};

test.each(Object.entries(marks))('%s can be seen in both schemes', (_, { names, grounds }) => {
  for (const scheme of [0, 1] as const)
    for (const name of names)
      for (const ground of grounds)
        expect(
          contrast(palette[name][scheme], palette[ground][scheme]),
          `${name} on ${ground}, ${scheme === 0 ? 'light' : 'dark'}`,
        ).toBeGreaterThanOrEqual(3);
});

test('words can be read on every ground in both schemes', () => {
  const grounds: PaletteName[] = ['veil', 'box', 'group', 'note', 'alt'];
  for (const scheme of [0, 1] as const)
    for (const name of ['ink', 'mute'] as const)
      for (const ground of grounds)
        expect(
          contrast(palette[name][scheme], palette[ground][scheme]),
          `${name} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5);
});

test('where colours are forced every colour of a drawing is the system’s', () => {
  const css = readFileSync(new URL('../../../src/styles/diagram.css', import.meta.url), 'utf8');
  const forced = css.slice(css.indexOf('@media (forced-colors: active)'));
  for (const name of Object.keys(palette)) {
    const value = new RegExp(`--d-${name}:\\s*([^;]+);`).exec(forced)?.[1] ?? '';
    expect(value, name).toMatch(
      /^(?:Canvas|CanvasText|Highlight|color-mix\(in srgb, CanvasText \d\d%, Canvas\))$/,
    );
  }
});
