/**
 * The colours diagrams are drawn with. Mermaid computes with literal colours, so each name here has one light
 * literal that Mermaid is given and that the finishing replaces by `var(--d-<name>)`; `diagram.css` gives that
 * variable its value in both schemes. The dark literal is what `diagram.css` means, for contrast sums and exports.
 */
export const palette = {
  ink: ['#1b1f28', '#eae7e2'],
  mute: ['#535861', '#aca79f'],
  line: ['#575e69', '#9f9b93'],
  edge: ['#7d8592', '#837e76'],
  box: ['#fefdfc', '#282521'],
  group: ['#f2efe9', '#161310'],
  rim: ['#8e8a81', '#746f68'],
  veil: ['#f8f5f1', '#1d1a17'],
  note: ['#faf1cb', '#3e3419'],
  fold: ['#9c8445', '#94804c'],
  alt: ['#edebe6', '#2e2b27'],
  grid: ['#dddad4', '#35322e'],
  on: ['#fefdfb', '#141210'],
  accent: ['#2953a5', '#90bdfa'],
  risk: ['#b02a2d', '#f98f87'],
  good: ['#196632', '#83d494'],
  warn: ['#875800', '#e8c270'],
  t0: ['#d0e5ff', '#2b3e58'],
  t1: ['#c7eddd', '#1e4638'],
  t2: ['#fedacc', '#543427'],
  t3: ['#eddbf9', '#463551'],
  t4: ['#ece3c2', '#463d1b'],
  t5: ['#c2ebf6', '#16444e'],
  t6: ['#ffd8d8', '#553233'],
  t7: ['#d6eacc', '#314327'],
  t8: ['#dde0ff', '#393a58'],
  t9: ['#c2ede9', '#144643'],
  t10: ['#f8dec4', '#4f381d'],
  t11: ['#f9d8ec', '#503246'],
  s0: ['#3d6fb2', '#78a7e6'],
  s1: ['#008461', '#59ba98'],
  s2: ['#a65433', '#dc8e70'],
  s3: ['#8559a0', '#bb91d4'],
  s4: ['#846d00', '#b9a452'],
  s5: ['#007f99', '#46b5ce'],
  s6: ['#943d44', '#f39c9e'],
  s7: ['#3e6c1f', '#9ac782'],
  s8: ['#54539e', '#acaff9'],
  s9: ['#00716c', '#59cdc6'],
  s10: ['#884e00', '#e4ab6b'],
  s11: ['#883f72', '#e59dcd'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type PaletteName = keyof typeof palette;

/** The palette name whose light literal is exactly this `#rrggbb`, or undefined for an author's own colour. */
export function findPaletteName(hex: string): PaletteName | undefined {
  return names.get(hex);
}

/** How a palette name is written in a finished SVG. */
export function paletteVariable(name: PaletteName): string {
  return `var(--d-${name})`;
}

/** The light literals of numbered colours, such as `series('t', 12)` for the twelve tints. */
export function listSeries(prefix: 's' | 't', count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${prefix}${index % 12}` as PaletteName;
    return palette[name][0];
  });
}

const names = new Map<string, PaletteName>(
  (Object.keys(palette) as PaletteName[]).map((name) => [palette[name][0], name]),
);
