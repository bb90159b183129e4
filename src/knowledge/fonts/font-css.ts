import type { FontPlan } from './slice-characters.ts';

/** The family that the style sheets and the drawings name. */
const fontFamily = 'Pretendard Variable';

/** All Hangul syllables of Unicode. */
export const hangulSyllables = {
  first: 0xac00,
  last: 0xd7a3,
  has: (point: number): boolean => point >= 0xac00 && point <= 0xd7a3,
} as const;

/** The weights that the style sheets use; the rest of the axis is cut away. */
export const fontWeights = { min: 400, max: 750 } as const;

/** One cut font file, and the characters that it is asked for. */
export interface FontFace {
  file: string;
  range: string;
}

/**
 * The faces as CSS, their files in `folder` (a path with its last slash). Where ranges overlap the last face wins. `swap` and not `optional`:
 * drawings were measured with this font, so a reader must not keep another one for a whole visit.
 */
export function writeFontCss(faces: readonly FontFace[], folder: string): string {
  const { min, max } = fontWeights;
  return faces
    .map(
      ({ file, range }) =>
        `@font-face{font-family:'${fontFamily}';font-weight:${min} ${max};font-display:swap;` +
        `src:url(${folder}${file});unicode-range:${range}}`,
    )
    .join('\n');
}

/**
 * The slices of a plan as unicode ranges. A range may run across characters that nobody asks of it: those that the
 * site never holds (`known` says which it does), and but for the core's own those that the core holds. That keeps the
 * style sheet small, and asks for faces in the order spare, group, core.
 */
export function describeRanges(
  plan: FontPlan,
  known: ReadonlySet<number>,
): { core: string; spare: string[]; groups: string[] } {
  const core = new Set(plan.core);
  const isFree = (point: number): boolean => isSyllable(point) && !known.has(point);
  const isFreeOrCore = (point: number): boolean =>
    isSyllable(point) && (!known.has(point) || core.has(point));
  return {
    core: formatUnicodeRange(plan.core, isFree),
    spare: plan.spare.map((points) => formatUnicodeRange(points, isFreeOrCore)),
    groups: plan.groups.map((points) => formatUnicodeRange(points, isFreeOrCore)),
  };
}

/** Ascending code points as a `unicode-range`, joined across gaps in which every code point is free. */
export function formatUnicodeRange(points: readonly number[], isFree: (point: number) => boolean): string {
  const ranges: { first: number; last: number }[] = [];
  for (const point of points) {
    const range = ranges.at(-1);
    if (range && isGapFree(range.last, point, isFree)) range.last = point;
    else ranges.push({ first: point, last: point });
  }
  const hex = (point: number): string => point.toString(16).toUpperCase();
  return ranges
    .map(({ first, last }) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(',');
}

function isGapFree(from: number, to: number, isFree: (point: number) => boolean): boolean {
  for (let point = from + 1; point < to; point += 1) if (!isFree(point)) return false;
  return true;
}

/** Only among Hangul syllables may ranges run on: between other letters lie signs of other fonts, emoji and Hanja. */
function isSyllable(point: number): boolean {
  return hangulSyllables.has(point);
}
