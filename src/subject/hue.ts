/** Colours of collections: parsed into numbers, so that nothing an author writes reaches a style sheet as text. */
// The package as one file: opening its 150 modules takes longer than checking many a folder of notes.
import culori from 'culori/require';

const { clampChroma, converter, formatHex, parse, wcagContrast } = culori;

/** A collection's colour in both schemes. */
export interface Hue {
  /** As CSS writes them: `oklch(47% 0.13 256)`. */
  light: string;
  dark: string;
  /** The light one as `#rrggbb`, for pictures that are drawn where no style sheet is. */
  hex: string;
}

type Oklch = { mode: 'oklch'; l: number; c: number; h?: number };

/** The paper of each scheme at its worst: `--sunk` in light, `--raised` in dark (`styles/tokens.css`). */
const papers = { light: 'oklch(95.5% 0.007 85)', dark: 'oklch(22% 0.007 70)' };
/** WCAG 2.2 AA for text. */
const leastContrast = 4.5;
/** Where every angle keeps its contrast in either scheme. */
const usual = { light: { l: 0.47, c: 0.13 }, dark: { l: 0.78, c: 0.1 } };
const toOklch = converter('oklch');
const angle = /^-?\d+(?:\.\d+)?$/u;

/** A colour of one's own for each of any number of collections that name none: neighbours stand far apart. */
function usualAngle(place: number): number {
  return Math.round((256 + place * 137.508) % 360);
}

/** Colours for collections that name none: apart from each other, and from those that others have named. */
export function usualHues(named: readonly Hue[]): () => Hue {
  const angles = named.flatMap(({ light }) => {
    const [chroma = 0, angle = 0] = light.split(/[ ()]/u).slice(2).map(Number);
    // A grey is near no colour.
    return chroma < 0.03 ? [] : [angle];
  });
  const apart = Math.min(mostApart, 180 / (angles.length + 1));
  const distance = (one: number, other: number) => Math.abs(turn(one - other + 180) - 180);
  let place = 0;
  return () => {
    for (let tries = 0; tries < 360; tries++) {
      const angle = usualAngle(place++);
      if (angles.every((other) => distance(angle, other) >= apart)) return hueOfAngle(angle);
    }
    return hueOfAngle(usualAngle(place++));
  };
}

/** Angles nearer than this look alike as the small marks that they are. */
const mostApart = 30;

/**
 * Reads `hue:` of a collection: an angle, one colour or `[light, dark]`.
 * @returns the colour with what is wrong with it: `unreadable` names the text that is no colour, `corrected` says in
 * which scheme its lightness was moved until text in it can be read, `turned` is the angle that one beyond 0–360 means
 */
export function readHue(written: number | string | readonly [string, string]): {
  hue: Hue | null;
  unreadable: string[];
  corrected: ('light' | 'dark')[];
  turned?: number;
} {
  if (typeof written === 'number' || angle.test(String(written))) {
    const degrees = Number(written);
    const turned = turn(degrees);
    const isBeyond = degrees < 0 || degrees > 360;
    return { hue: hueOfAngle(degrees), unreadable: [], corrected: [], ...(isBeyond ? { turned } : {}) };
  }
  const [first, second] = typeof written === 'string' ? [written, null] : written;
  const light = readColour(first, 'light');
  const dark = second === null ? light : readColour(second, 'dark');
  const unreadable = [...(light ? [] : [first]), ...(dark || second === null ? [] : [second])];
  if (!light || !dark) return { hue: null, unreadable, corrected: [] };
  const clearLight = makeClear(light, 'light');
  // A single colour is meant for paper; in the dark it is lightened without a word.
  const clearDark = makeClear(dark, 'dark');
  return {
    hue: { light: write(clearLight), dark: write(clearDark), hex: hexOf(clearLight) },
    unreadable,
    corrected: [
      ...(clearLight === light ? [] : (['light'] as const)),
      ...(clearDark === dark || second === null ? [] : (['dark'] as const)),
    ],
  };
}

/** The colour of an angle, `0`–`360`. */
export function hueOfAngle(angle: number): Hue {
  const h = turn(angle);
  const light: Oklch = { mode: 'oklch', ...usual.light, h };
  return { light: write(light), dark: write({ mode: 'oklch', ...usual.dark, h }), hex: hexOf(light) };
}

function turn(angle: number): number {
  return ((angle % 360) + 360) % 360;
}

/** A colour, or in a pair an angle as it is in one scheme. */
function readColour(text: string, scheme: 'light' | 'dark'): Oklch | null {
  if (angle.test(text)) return { mode: 'oklch', ...usual[scheme], h: turn(Number(text)) };
  const colour = parse(text);
  if (!colour || (colour.alpha ?? 1) < 1) return null;
  const { l, c, h } = toOklch(colour);
  return [l, c].every(Number.isFinite) ? { mode: 'oklch', l, c, ...(h === undefined ? {} : { h }) } : null;
}

/** The same colour, darker on light paper or lighter on dark, until it is legible; itself where it already is. */
function makeClear(colour: Oklch, scheme: 'light' | 'dark'): Oklch {
  const step = scheme === 'light' ? -0.01 : 0.01;
  let clear = colour;
  while (wcagContrast(clampChroma(clear, 'oklch'), papers[scheme]) < leastContrast) {
    const l = clear.l + step;
    if (l <= 0 || l >= 1) return { mode: 'oklch', l: scheme === 'light' ? 0.2 : 0.95, c: 0, h: 0 };
    clear = { ...clear, l };
  }
  return clear === colour ? colour : clampChroma<Oklch>(clear, 'oklch');
}

function write({ l, c, h = 0 }: Oklch): string {
  const round = (value: number, places: number) => Number(value.toFixed(places));
  return `oklch(${round(l * 100, 2)}% ${round(c, 4)} ${round(h, 2)})`;
}

function hexOf(colour: Oklch): string {
  return formatHex(clampChroma(colour, 'oklch'));
}
