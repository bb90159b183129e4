/** Smaller copies of a picture for screens that show less of it: which ones are worth making. */

/** Widths in pixels: a phone's column, that of a phone with a fine screen, and the text's column on a fine screen. */
const widths = [480, 960, 1440] as const;

export type CopyFormat = 'avif' | 'webp';

/**
 * Formats, the smaller first, with the widths that are made in them. Readers whose browser knows no AVIF are few: one
 * width serves them.
 */
const formats: readonly { format: CopyFormat; widths: readonly number[] }[] = [
  { format: 'avif', widths },
  { format: 'webp', widths: [960] },
];

/** A file of fewer bytes is there at once. */
const smallestBytes = 12 * 1024;
/** A copy that is nearly as wide as the next would be made for nothing. */
const nearly = 0.85;
/** The formats know no more pixels on a side. */
const longestSide: Record<CopyFormat, number> = { avif: 65_535, webp: 16_383 };

export interface CopyPlan {
  format: CopyFormat;
  /** In pixels, the narrowest first; none wider than the picture. */
  widths: number[];
}

/** The copies to make of a picture of that many pixels and bytes; none where it is small as it is. */
export function planCopies(picture: { width: number; height: number; bytes: number }): CopyPlan[] {
  const { width, height, bytes } = picture;
  if (bytes < smallestBytes) return [];
  return formats.flatMap(({ format, widths: wanted }) => {
    const most = Math.min(width, wanted.at(-1) ?? 0);
    if (Math.round((most * height) / width) > longestSide[format]) return [];
    return [{ format, widths: [...wanted.filter((each) => each < most * nearly), most] }];
  });
}

/** Whether copies of one format, from the narrowest to the widest, spare a reader bytes. */
export function isWorthwhile(copies: readonly { bytes: number }[], originalBytes: number): boolean {
  const widest = copies.at(-1);
  return widest !== undefined && widest.bytes < originalBytes * 0.9;
}

/** The text's column at its usual width, in CSS pixels (`--measure`), and the margins beside it on a phone. */
const column = 688;
const margins = 40;

/** A picture of fewer pixels shows nothing more when it is opened by itself. */
export const worthOpening = 360;

/** The `sizes` of a picture that is shown at `width` CSS pixels where there is room. */
export function shownSizes(width: number): string {
  const shown = Math.min(width, column);
  return `(min-width: ${shown + margins}px) ${shown}px, calc(100vw - ${margins}px)`;
}
