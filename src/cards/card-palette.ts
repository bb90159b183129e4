import { palette } from '../diagrams/palette.ts';

/** The light scheme of `styles/tokens.css` as literals: pictures are drawn where no stylesheet is. */
export const cardPalette = {
  paper: '#fcfbf8',
  raised: '#f8f5f1',
  ink: '#1b1f28',
  muted: '#535861',
  line: '#dfdcd6',
} as const;

/** Classes of drawings that mean the same in every subject. */
const commonHues: Record<string, string> = {
  risk: palette.risk[0],
  cost: '#634590',
  good: palette.good[0],
  warn: palette.warn[0],
};

/**
 * `styles/diagram.css` in the light scheme, in the few selectors that a picture's renderer knows.
 * @param hues of collections, `#rrggbb` by class
 */
export const drawingStyle = (hues: Readonly<Record<string, string>>) =>
  [
    `.n{fill:${palette.box[0]};stroke:${palette.edge[0]}}`,
    `.e{fill:none;stroke:${palette.line[0]}}`,
    `.g{fill:${palette.group[0]};stroke:${palette.rim[0]}}`,
    `.v{fill:${cardPalette.raised}}`,
    `.w{fill:${palette.group[0]}}`,
    `.m{fill:${palette.line[0]};stroke:${palette.line[0]}}`,
    `.a{fill:${palette.line[0]}}`,
    '.k{fill:none;stroke-width:4}',
    'text{stroke:none}',
    ...Object.entries({ ...commonHues, ...hues }).map(
      ([name, hue]) =>
        `.d-${name} .n{fill:${mix(hue, palette.box[0], 0.09)};stroke:${mix(hue, palette.edge[0], 0.6)}}.d-${name} .k{stroke:${hue}}`,
    ),
    `.d-muted .n{fill:none;stroke-dasharray:4 4}.d-muted text{fill:${cardPalette.muted}}.d-muted .k{display:none}`,
  ].join('');

/** A finished drawing's markup with every colour as its light literal. */
export function lightenDrawing(svg: string): string {
  return svg
    .replace(/light-dark\((#[\da-f]{3,8}),\s*#[\da-f]{3,8}\)/giu, '$1')
    .replace(/var\(--d-([a-z]+\d*)\)/gu, (_, name: string) => {
      const found: readonly string[] | undefined = (palette as Record<string, readonly string[]>)[name];
      return found?.[0] ?? cardPalette.ink;
    })
    .replace(/var\(--[\w-]+(?:,\s*([^()]+))?\)/gu, (_, fallback?: string) => fallback ?? cardPalette.ink);
}

function mix(a: string, b: string, share: number): string {
  const part = (hex: string, at: number) => parseInt(hex.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) => Math.round(part(a, at) * share + part(b, at) * (1 - share)))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}
