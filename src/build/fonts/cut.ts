import { fontWeights } from '../../knowledge/fonts/font-css.ts';

/** A cut of the typeface: as it is, or its blank stand-in. */
export interface Cut {
  /** All characters that cuts will be asked for: the large font is cut down to them once, which makes every cut quick. */
  all: string;
  points: readonly number[];
  isStandIn: boolean;
}

/** What readers' browsers apply by themselves, and tabular figures; the drawings were measured with the same. */
export const keepFeatures = ['kern', 'calt', 'ccmp', 'locl', 'liga', 'mark', 'mkmk', 'tnum'];

/** What the cut fonts are called inside: "Pretendard" is reserved for the unchanged typeface. */
export const cutName = 'Atlas Sans KR';

/** What a cut depends on beside its characters and the versions of the typeface and of the tool. */
export const cutSettings = [keepFeatures, fontWeights, cutName, 'axis names'];

/** Code points as one text. */
export function textOf(points: readonly number[]): string {
  return points.map((point) => String.fromCodePoint(point)).join('');
}
