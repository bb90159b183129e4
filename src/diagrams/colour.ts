import { findPaletteName, palette, paletteVariable } from './palette.ts';

/** A colour as it is meant in the light and in the dark scheme, each `[red, green, blue]` from 0 to 255. */
export interface SchemeColour {
  light: Rgb;
  dark: Rgb;
  /** How the finished SVG writes it. */
  css: string;
}

export type Rgb = readonly [red: number, green: number, blue: number];

/** What a colour is painted on, because a fill and a line need different care in the dark. */
export type PaintUse = 'fill' | 'stroke' | 'text';

/** Reads `rgb(…)`, `rgba(…)` or `#rrggbb`; alpha from 0 to 1; null for `none`, `url(…)` and anything unknown. */
export function readColour(css: string): { rgb: Rgb; alpha: number } | null {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(css);
  if (hex)
    return {
      rgb: [parseInt(hex[1] ?? '', 16), parseInt(hex[2] ?? '', 16), parseInt(hex[3] ?? '', 16)],
      alpha: 1,
    };
  const parts = /^rgba?\(([^)]+)\)$/
    .exec(css)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  if (parts && parts.length >= 3 && parts.every((part) => Number.isFinite(part))) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
    return { rgb: [Math.round(red), Math.round(green), Math.round(blue)], alpha };
  }
  return null;
}

/** The scheme colour of a literal: a palette name where it is one of ours, else the literal with a dark partner. */
export function adaptColour(rgb: Rgb, use: PaintUse): SchemeColour {
  const literal = formatHex(rgb);
  const name = findPaletteName(literal) ?? builtInNames[use][literal];
  if (name) return namedColour(name);
  const dark = darkenColour(rgb, use);
  const partner = formatHex(dark);
  return { light: rgb, dark, css: partner === literal ? literal : `light-dark(${literal},${partner})` };
}

/** Colours that Mermaid's renderers bring along whatever the theme, and their part here. */
const builtInNames: Record<PaintUse, Record<string, keyof typeof palette>> = {
  fill: {
    '#ffffff': 'box',
    '#eaeaea': 'alt',
    '#eeeeee': 'alt',
    '#efefef': 'alt',
    '#dddddd': 'grid',
    '#d3d3d3': 'grid',
    '#000000': 'line',
    '#333333': 'line',
    '#666666': 'line',
    '#087ebf': 's0',
    '#fff8dc': 't4',
    '#8fbc8f': 's1',
    '#7cfc00': 's0',
    '#00ffff': 's5',
    '#20b2aa': 's9',
    '#b0e0e6': 's8',
    '#4e79a7': 's0',
    '#f28e2c': 's10',
    '#e15759': 's6',
    '#76b7b2': 's9',
    '#59a14f': 's7',
    '#edc949': 's4',
    '#af7aa1': 's3',
    '#ff9da7': 's11',
    '#9c755f': 's2',
    '#bab0ab': 'edge',
  },
  stroke: {
    '#000000': 'line',
    '#333333': 'line',
    '#444444': 'line',
    '#666666': 'edge',
    '#777777': 'edge',
    '#808080': 'edge',
    '#999999': 'edge',
    '#aaaaaa': 'rim',
    '#bbbbbb': 'rim',
    '#cccccc': 'rim',
    '#d3d3d3': 'grid',
    '#dddddd': 'grid',
    '#eeeeee': 'grid',
    '#ffffff': 'veil',
    '#4e79a7': 's0',
    '#f28e2c': 's10',
    '#e15759': 's6',
    '#76b7b2': 's9',
    '#59a14f': 's7',
    '#edc949': 's4',
    '#af7aa1': 's3',
    '#ff9da7': 's11',
    '#9c755f': 's2',
    '#bab0ab': 'edge',
  },
  text: {
    '#000000': 'ink',
    '#333333': 'ink',
    '#131300': 'ink',
    '#444444': 'ink',
    '#666666': 'mute',
    '#777777': 'mute',
    '#808080': 'mute',
    '#999999': 'mute',
  },
};

/** A palette colour in both schemes. */
export function namedColour(name: keyof typeof palette): SchemeColour {
  const [light, dark] = palette[name];
  return { light: parseHex(light), dark: parseHex(dark), css: paletteVariable(name) };
}

/**
 * The ink for text on a background: the wanted colour where it reads well (4.5:1) in both schemes, else the darker
 * or lighter of the two inks, chosen for each scheme.
 */
export function chooseInk(wanted: SchemeColour, ground: SchemeColour): SchemeColour {
  const lightFits = measureContrast(wanted.light, ground.light) >= 4.5;
  const darkFits = measureContrast(wanted.dark, ground.dark) >= 4.5;
  if (lightFits && darkFits) return wanted;
  const ink = namedColour('ink');
  if (measureContrast(ink.light, ground.light) >= 4.5 && measureContrast(ink.dark, ground.dark) >= 4.5)
    return ink;
  const on = namedColour('on');
  const light = lightFits ? wanted : pickInk(ink, on, 'light', ground);
  const dark = darkFits ? wanted : pickInk(ink, on, 'dark', ground);
  if (light === dark) return light;
  return {
    light: light.light,
    dark: dark.dark,
    css: `light-dark(${schemePart(light, 'light')},${schemePart(dark, 'dark')})`,
  };
}

/** One colour laid over another. */
export function blendColours(top: SchemeColour, alpha: number, below: SchemeColour): SchemeColour {
  const mix = (a: Rgb, b: Rgb): Rgb =>
    [0, 1, 2].map((i) => Math.round((a[i] ?? 0) * alpha + (b[i] ?? 0) * (1 - alpha))) as unknown as Rgb;
  return { light: mix(top.light, below.light), dark: mix(top.dark, below.dark), css: top.css };
}

/** WCAG contrast of two colours, 1 to 21. */
export function measureContrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function schemePart(colour: SchemeColour, scheme: 'light' | 'dark'): string {
  return colour.css.startsWith('light-dark') ? formatHex(colour[scheme]) : colour.css;
}

/** On a middle tone neither ink is enough, but black or white always is. */
function pickInk(
  ink: SchemeColour,
  on: SchemeColour,
  scheme: 'light' | 'dark',
  ground: SchemeColour,
): SchemeColour {
  const best = pickBest(ink, on, scheme, ground);
  return measureContrast(best[scheme], ground[scheme]) >= 4.5 ? best : pickBest(black, white, scheme, ground);
}

const black: SchemeColour = { light: [0, 0, 0], dark: [0, 0, 0], css: '#000000' };
const white: SchemeColour = { light: [255, 255, 255], dark: [255, 255, 255], css: '#ffffff' };

function pickBest(
  a: SchemeColour,
  b: SchemeColour,
  scheme: 'light' | 'dark',
  ground: SchemeColour,
): SchemeColour {
  return measureContrast(a[scheme], ground[scheme]) >= measureContrast(b[scheme], ground[scheme]) ? a : b;
}

/** Pale fills become deep ones of the same hue; lines and text too dark for a dark page become lighter. */
function darkenColour(rgb: Rgb, use: PaintUse): Rgb {
  const [lightness, chroma, hue] = toOklch(rgb);
  if (use === 'fill') {
    if (lightness > 0.72) return fromOklch(0.3 + (1 - lightness) * 0.35, Math.min(chroma, 0.09), hue);
    return lightness < 0.3 ? fromOklch(0.3, chroma, hue) : rgb;
  }
  const floor = use === 'text' ? 0.78 : 0.66;
  return lightness < floor ? fromOklch(floor, Math.min(chroma, 0.13), hue) : rgb;
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map(toLinear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toLinear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function fromLinear(value: number): number {
  const clamped = Math.min(1, Math.max(0, value));
  return Math.round(255 * (clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055));
}

function toOklch(rgb: Rgb): [lightness: number, chroma: number, hue: number] {
  const [r = 0, g = 0, b = 0] = rgb.map(toLinear);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const A = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const B = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(A, B), Math.atan2(B, A)];
}

function fromOklch(lightness: number, chroma: number, hue: number): Rgb {
  const A = chroma * Math.cos(hue);
  const B = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * A + 0.2158037573 * B) ** 3;
  const m = (lightness - 0.1055613458 * A - 0.0638541728 * B) ** 3;
  const s = (lightness - 0.0894841775 * A - 1.291485548 * B) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function parseHex(hex: string): Rgb {
  return [parseInt(hex.slice(1, 3), 16), parseInt(hex.slice(3, 5), 16), parseInt(hex.slice(5, 7), 16)];
}

function formatHex(rgb: Rgb): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
