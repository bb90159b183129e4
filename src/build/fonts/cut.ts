import { fontWeights } from '../../knowledge/fonts/font-css.ts';
import type { OutlineSteps } from '../../knowledge/fonts/round-outlines.ts';

/** A cut of the typeface: as it is, or its blank stand-in. */
export interface Cut {
  points: readonly number[];
  isStandIn: boolean;
}

/** What readers' browsers apply by themselves, and tabular figures; the drawings were measured with the same. */
export const keepFeatures = ['kern', 'calt', 'ccmp', 'locl', 'liga', 'mark', 'mkmk', 'tnum'];

/** Of 2,048: at 16 px an edge moves by at most a 60th of a pixel, a bold one by a 20th. Takes a fifth off every slice. */
export const outlineSteps: OutlineSteps = { point: 4, shift: 8 };

/** What the cut fonts are called inside: "Pretendard" is reserved for the unchanged typeface. */
export const cutName = 'Atlas Sans KR';

/** What a cut depends on beside its characters and the versions of the typeface and of the tool. */
export const cutSettings = [
  keepFeatures,
  fontWeights,
  cutName,
  'axis names',
  'from the whole typeface',
  outlineSteps,
];

/** Code points as one text. */
export function textOf(points: readonly number[]): string {
  return points.map((point) => String.fromCodePoint(point)).join('');
}
