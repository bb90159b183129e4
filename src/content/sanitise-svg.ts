/**
 * Makes an SVG file harmless: opened by itself it runs on the site's own origin. What is left is a tree of elements
 * and attributes from a list, written anew; scripts, styles that load, foreign markup, links and references out of the
 * file are gone.
 */
import type { Element, Root, RootContent } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import { stripMetadata } from './strip-metadata.ts';

export interface HarmlessSvg {
  svg: string;
  /** Names of what was taken out, each once: `script`, `@onload`. */
  removed: string[];
  /** In CSS pixels, when the file names them or its view box does. */
  size: { width: number; height: number } | null;
}

const space = 'http://www.w3.org/2000/svg';

const shapes =
  'svg g defs symbol use switch path rect circle ellipse line polyline polygon title desc image style';
const text = 'text tspan textPath';
const paint = 'linearGradient radialGradient stop pattern clipPath mask marker';
const filters =
  'filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap ' +
  'feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode ' +
  'feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence';
const motion = 'animate animateMotion animateTransform mpath';
const allowed = new Set([shapes, text, paint, filters, motion].join(' ').split(' '));

/** Left out without a word: they hold nothing that is shown. */
const silent = new Set(['metadata', 'title', 'desc']);

/** Attributes with a prefix that mean something to a browser. */
const prefixed = new Set(['xlink:href', 'xml:space', 'xml:lang', 'xmlns:xlink']);

/** Pictures that may stand inside the file. */
const innerImage = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[\w+/=\s]*$/iu;

/** Throws when the text is no SVG. */
export function sanitiseSvg(source: string): HarmlessSvg {
  const tree = fromXml(source.replace(/^\uFEFF/u, ''));
  const root = tree.children.find((node): node is Element => node.type === 'element');
  if (root?.name !== 'svg') throw new Error('<svg>');
  const removed = new Set<string>();
  clean(root, removed, {
    isStill: !/<(?:animate|set)\b/u.test(source),
    isUnstyled: !/<style\b/u.test(source),
  });
  root.attributes['xmlns'] = space;
  const page: Root = { type: 'root', children: [root] };
  return {
    svg: `${toXml(page, { closeEmptyElements: true })}\n`,
    removed: [...removed].sort(),
    size: readSize(root),
  };
}

/** Whether nothing could bring a part to light that is hidden. */
interface Hiding {
  isStill: boolean;
  isUnstyled: boolean;
}

/** A layer that its author switched off. */
function isHidden({ attributes }: Element, { isStill, isUnstyled }: Hiding): boolean {
  if (!isStill) return false;
  const { style, display, visibility } = attributes;
  return (
    /(?:^|;)\s*display\s*:\s*none/iu.test(style ?? '') ||
    (isUnstyled && (display === 'none' || visibility === 'hidden'))
  );
}

function clean(element: Element, removed: Set<string>, hiding: Hiding): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    if (typeof value === 'string' && isHarmless(element.name, name, value)) {
      if (value.startsWith('data:')) element.attributes[name] = cleanInner(value);
      continue;
    }
    delete element.attributes[name];
    if (!name.startsWith('xmlns') && !name.includes(':')) removed.add(`@${name}`);
  }
  const kept: RootContent[] = [];
  for (const child of element.children) {
    if (child.type === 'text' || child.type === 'cdata') kept.push({ type: 'text', value: child.value });
    if (child.type !== 'element') continue;
    if (child.name === 'a') {
      // A link's words stay; where it leads is asked by nobody who looks at a picture.
      clean(child, new Set(), hiding);
      kept.push(...child.children);
      continue;
    }
    if (child.name === 'style') quieten(child, removed);
    if (!allowed.has(child.name) || !isQuiet(child)) {
      if (!child.name.includes(':') && !silent.has(child.name)) removed.add(child.name);
      continue;
    }
    if (isHidden(child, hiding)) continue;
    clean(child, removed, hiding);
    kept.push(child);
  }
  element.children = kept as Element['children'];
}

/** A picture in the file, without what it tells of itself. */
function cleanInner(url: string): string {
  const [head = '', data = ''] = url.split(',');
  return `${head},${stripMetadata(Buffer.from(data, 'base64')).toString('base64')}`;
}

function isHarmless(element: string, name: string, value: string): boolean {
  if (name === 'xmlns') return value === space;
  if (name.includes(':') && !prefixed.has(name)) return false;
  if (/^on/iu.test(name)) return false;
  if (name === 'href' || name === 'xlink:href') {
    return value.trim().startsWith('#') || (element === 'image' && innerImage.test(value.trim()));
  }
  if (name === 'attributeName') return !/href|^on/iu.test(value);
  if (/^(?:values|from|to|by)$/u.test(name) && /script:|data:/iu.test(value)) return false;
  return !loads(value);
}

/** A style sheet loses its comments and the fonts that it asks for; what it says of the shapes stays. */
function quieten(element: Element, removed: Set<string>): void {
  for (const child of element.children) {
    if (!('value' in child)) continue;
    child.value = child.value
      .replace(/\/\*[^]*?(?:\*\/|$)/gu, '')
      .replace(fontRules, (rule) => (removed.add(/^@[a-z-]+/iu.exec(rule)?.[0] ?? ''), ''));
  }
}

const fontRules =
  /@import\s{0,9}(?:url\(\s{0,9}(?:"[^"]{0,500}"|'[^']{0,500}'|[^\s"'();{}]{0,500})\s{0,9}\)|"[^"]{0,500}"|'[^']{0,500}')[^"'();{}]{0,99};|@font-face\s{0,9}\{[^{}]*\}/giu;

/** Whether a style sheet brings nothing in. */
function isQuiet(element: Element): boolean {
  if (element.name !== 'style') return true;
  const css = element.children.map((child) => ('value' in child ? child.value : '<')).join('');
  return !/@import|<|expression\s*\(/iu.test(css) && !loads(css);
}

/** Whether a value asks for something outside the file. CSS may write any letter as an escape: none is allowed. */
function loads(value: string): boolean {
  if (value.includes('\\') || /javascript:/iu.test(value)) return true;
  const outside = value.replace(/url\(\s*(["']?)#[^"'()\s]*\1\s*\)/giu, '');
  return /url\s*\(|image-set\s*\(|image\s*\(|\bsrc\s*\(/iu.test(outside);
}

function readSize(root: Element): HarmlessSvg['size'] {
  const length = (value: string | null | undefined) => {
    const [, number, unit = ''] = /^([\d.]+)\s*([a-z%]*)$/u.exec(value?.trim() ?? '') ?? [];
    const factor = pixels[unit as keyof typeof pixels];
    return factor && Number(number) > 0 ? Number(number) * factor : null;
  };
  const [width, height] = [length(root.attributes['width']), length(root.attributes['height'])];
  if (width && height) return { width: Math.round(width), height: Math.round(height) };
  const box = String(root.attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box;
  if (!(boxWidth > 0 && boxHeight > 0)) return null;
  const scale = width ? width / boxWidth : height ? height / boxHeight : 1;
  return { width: Math.round(boxWidth * scale), height: Math.round(boxHeight * scale) };
}

const pixels = { '': 1, px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4 } as const;
