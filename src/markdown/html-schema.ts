/**
 * What authors may write as HTML. Everything else is taken out, and the check says what: nothing that a note holds can
 * run, ask another site, leave its place on the page or stand in for one of the page's own parts.
 */
import type { Element, Properties } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { h } from 'hastscript';
import { htmlTagNames } from 'html-tag-names';

/** Elements of text, tables and media, each with the attributes that it may have. */
const attributes: NonNullable<Schema['attributes']> = {
  '*': ['ariaHidden', 'ariaLabel', 'dir', 'hidden', 'id', 'lang', 'style', 'title'],
  a: ['href'],
  audio: ['controls', 'loop', 'muted', 'src'],
  blockquote: ['cite'],
  code: [['className', /^language-[\w+#.-]+$/u]],
  col: ['span'],
  colgroup: ['span'],
  data: ['value'],
  del: ['cite', 'dateTime'],
  details: ['open'],
  img: ['alt', 'height', 'src', 'srcSet', 'sizes', 'width'],
  ins: ['cite', 'dateTime'],
  li: ['value'],
  ol: ['reversed', 'start', 'type'],
  q: ['cite'],
  source: ['media', 'sizes', 'src', 'srcSet', 'type'],
  td: ['colSpan', 'rowSpan'],
  th: ['abbr', 'colSpan', 'rowSpan', 'scope'],
  time: ['dateTime'],
  track: ['default', 'kind', 'label', 'src', 'srcLang'],
  video: ['controls', 'height', 'loop', 'muted', 'playsInline', 'poster', 'src', 'width'],
};

const schema: Schema = {
  tagNames: [
    ...[
      'a',
      'abbr',
      'audio',
      'b',
      'bdi',
      'bdo',
      'blockquote',
      'br',
      'caption',
      'cite',
      'code',
      'col',
      'colgroup',
    ],
    ...['data', 'dd', 'del', 'details', 'dfn', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure'],
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'hr',
      'i',
      'img',
      'ins',
      'kbd',
      'li',
      'mark',
      'ol',
      'p',
      'picture',
      'pre',
    ],
    ...['q', 'rp', 'rt', 'ruby', 's', 'samp', 'small', 'source', 'span', 'strong', 'sub', 'summary', 'sup'],
    ...[
      'table',
      'tbody',
      'td',
      'tfoot',
      'th',
      'thead',
      'time',
      'tr',
      'track',
      'u',
      'ul',
      'var',
      'video',
      'wbr',
    ],
  ],
  attributes,
  // Ids of notes live in a room of their own: none can stand in for a part of the page or a name that scripts use.
  clobber: ['id'],
  clobberPrefix: 'user-content-',
  protocols: { cite: ['http', 'https'] },
  // Each element is judged alone; what its place allows is the parser's matter.
  ancestors: {},
  required: {},
};

/** Elements that other tools' notes still use, and what says the same today. */
const renamed: Record<string, { name: string; style?: string }> = {
  acronym: { name: 'abbr' },
  address: { name: 'div' },
  article: { name: 'div' },
  aside: { name: 'div' },
  big: { name: 'span' },
  center: { name: 'div', style: 'text-align: center' },
  font: { name: 'span' },
  footer: { name: 'div' },
  header: { name: 'div' },
  hgroup: { name: 'div' },
  main: { name: 'div' },
  nav: { name: 'div' },
  nobr: { name: 'span' },
  section: { name: 'div' },
  strike: { name: 's' },
  tt: { name: 'code' },
};

/** What stands in these is no text of the note: it goes with them. */
const dropped = new Set([
  'script',
  'style',
  'svg',
  'math',
  'template',
  'embed',
  'applet',
  'frameset',
  'noembed',
  'noframes',
  'datalist',
  'title',
]);

/** What a browser shows to nobody: an author who hides it this way means it for no reader, also not for a search. */
function isHidden(name: string, attributes: readonly (readonly [string, string])[]): boolean {
  const of = (wanted: string) => attributes.find(([key]) => key.toLowerCase() === wanted)?.[1];
  const hidden = of('hidden');
  if (hidden !== undefined && hidden.trim().toLowerCase() !== 'until-found') return true;
  // Vue and Alpine never make such an element, or never show it.
  if (['v-if', 'v-show', 'x-if', 'x-show'].some((key) => of(key)?.trim() === 'false')) return true;
  if (name === 'dialog') return of('open') === undefined;
  if (name === 'input') return of('type')?.trim().toLowerCase() === 'hidden';
  const classes = (of('class') ?? of('classname') ?? '').split(/\s+/u);
  // `hidden md:block` is shown where there is room.
  const isClassHidden =
    classes.some((each) => hidingClasses.has(each)) && !classes.some((each) => showingClass.test(each));
  const written = of('style') ?? '';
  // A comment may stand anywhere in it.
  const style = written.length > 4000 ? written : written.replace(/\/\*[^*]*\*\//gu, '');
  const declarations = style.split(';');
  // A box without room shows its text all the same, unless that is cut off.
  const isCut = declarations.some((each) => cuttingStyle.test(each));
  return (
    isClassHidden ||
    declarations.some((each) => hidingStyle.test(each) || (isCut && roomlessStyle.test(each)))
  );
}
/** Classes of Tailwind, Bootstrap and Quarto that say the same. */
const hidingClasses = new Set(['hidden', 'invisible', 'd-none', 'content-hidden']);
const showingClass =
  /^(?:[\w[\]/-]+:)+(?:block|flex|grid|contents|inline[\w-]*|table[\w-]*|visible|list-item|flow-root)$|^d-\w+-\w+$/u;
const hidingStyle =
  /^\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|opacity\s*:\s*0*\.?0+%?|color\s*:\s*transparent|font-size\s*:\s*0*\.?0+(?:[a-z]+|%)?)\s*(?:!\s*important\s*)?$/iu;

const roomlessStyle = /^\s*(?:max-)?(?:height|width)\s*:\s*0*\.?0+(?:[a-z]+|%)?\s*(?:!\s*important\s*)?$/iu;
const cuttingStyle = /^\s*overflow(?:-[xy])?\s*:\s*(?:hidden|clip)\b/iu;

/** Declarations that change how text looks and nothing else: nothing moves, covers or is fetched. */
const styleNames =
  /^(?:background(?:-color)?|border(?:-(?:top|right|bottom|left))?(?:-(?:color|style|width|collapse|radius))?|color|font-(?:family|size|style|variant|weight)|letter-spacing|line-height|list-style-type|(?:max-|min-)?(?:height|width)|padding(?:-(?:top|right|bottom|left))?|text-(?:align|decoration|indent|transform)|vertical-align|white-space|word-break)$/u;
const styleValue = /^(?:[\s\w#%.,"'+-]|(?:rgb|rgba|hsl|hsla)\([\d\s.,%/-]*\))+$/iu;

/** How an element that an author wrote comes into the page. */
export type CleanElement =
  /** As it is, less the attributes in `removed`. */
  | { kind: 'element'; tagName: string; properties: Properties; removed: string[] }
  /** Its tags go, what stands between them stays. */
  | { kind: 'unwrap' }
  /** A frame of another site becomes a link to it. */
  | { kind: 'frame'; url: string; title: string }
  /** It goes with all that stands in it. */
  | { kind: 'drop'; isHidden?: true };

/** Whether HTML has an element of that name; whatever else looks like a tag (`List<String>`) is text. */
export function isHtmlName(name: string): boolean {
  return knownNames.has(name);
}
const knownNames = new Set(htmlTagNames);

/**
 * What becomes of one element.
 * @param name in lower case
 * @param written its attributes, names as HTML has them, values decoded
 */
export function cleanElement(name: string, written: readonly (readonly [string, string])[]): CleanElement {
  if (name === 'iframe' || name === 'frame') {
    const of = (wanted: string) => written.find(([key]) => key === wanted)?.[1].trim() ?? '';
    return /^https?:\/\//iu.test(of('src'))
      ? { kind: 'frame', url: of('src'), title: of('title') }
      : { kind: 'drop' };
  }
  // What stands in a slot of Vue (`<template #lead>`) is shown where its component says.
  const isSlot = name === 'template' && written.some(([key]) => /^(?:#|v-slot\b)/u.test(key));
  if (dropped.has(name) && !isSlot) return { kind: 'drop' };
  if (isHidden(name, written)) return { kind: 'drop', isHidden: true };
  const { name: tagName, style } = renamed[name] ?? { name };
  if (!schema.tagNames?.includes(tagName)) return { kind: 'unwrap' };
  const given = h(tagName, gather(written.map(([key, value]) => modern(key, value, name))));
  const clean = sanitize(given, schema) as Element;
  const properties = clean.properties;
  const removed = Object.keys(given.properties).filter((key) => properties[key] === undefined);
  if (typeof properties['style'] === 'string' || style) {
    const given = typeof properties['style'] === 'string' ? properties['style'] : '';
    const { kept, lost } = cleanStyle(given, tagName);
    removed.push(...lost.map((declaration) => `style: ${declaration}`));
    const all = [style, kept].filter(Boolean).join('; ');
    if (all) properties['style'] = all;
    else delete properties['style'];
  }
  return {
    kind: 'element',
    tagName,
    properties,
    removed: removed.map((key) => key.toLowerCase()).filter((key) => !looks.test(key)),
  };
}

/**
 * Attributes that speak to another site's styles and scripts, or to a browser that loads it: without them a reader misses
 * nothing, and nobody is told.
 */
const looks =
  /^(?:classname|target|rel|role|tabindex|draggable|loading|decoding|fetchpriority|referrerpolicy|crossorigin|frameborder|border|cellpadding|cellspacing|bgcolor|nowrap|xmlns|markdown|item(?:prop|scope|type))$/u;

/** Several old attributes may have become declarations of one style. */
function gather(attributes: readonly (readonly [string, string])[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of attributes) {
    found[name] = name === 'style' && found[name] ? `${found[name]}; ${value}` : value;
  }
  return found;
}

const fontSizes = ['x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', 'xxx-large'];

/** Attributes of old HTML in their present form. */
function modern(key: string, value: string, tagName: string): [string, string] {
  const name = key.toLowerCase();
  if (name === 'classname') return ['class', value];
  if (name === 'name' && tagName === 'a') return ['id', value];
  if (name === 'align' && /^(?:left|right|center|justify)$/iu.test(value) && tagName !== 'img') {
    return ['style', `text-align: ${value.toLowerCase()}`];
  }
  if (name === 'bgcolor') return ['style', `background-color: ${value}`];
  if (name === 'color' && tagName === 'font') return ['style', `color: ${value}`];
  if (name === 'face' && tagName === 'font') return ['style', `font-family: ${value}`];
  const size = name === 'size' && tagName === 'font' ? /^([+-]?)([1-7])$/u.exec(value.trim()) : null;
  if (size) {
    const step = Number(size[2]);
    const index = size[1] === '+' ? 2 + step : size[1] === '-' ? 2 - step : step - 1;
    return ['style', `font-size: ${fontSizes[Math.min(Math.max(index, 0), 6)] ?? 'medium'}`];
  }
  return [name, value];
}

function cleanStyle(style: string, tagName: string): { kept: string; lost: string[] } {
  const kept: string[] = [];
  const lost: string[] = [];
  for (const declaration of style.split(';')) {
    const [name = '', ...rest] = declaration.split(':');
    const value = rest.join(':').trim();
    if (!declaration.trim()) continue;
    const known = name.trim().toLowerCase();
    if (
      styleNames.test(known) &&
      styleValue.test(value) &&
      !isHuge(value) &&
      staysInPlace(known, value, tagName)
    ) {
      kept.push(`${name.trim().toLowerCase()}: ${value}`);
    } else lost.push(name.trim() || declaration.trim());
  }
  return { kept: keepReadable(kept).join('; '), lost };
}

/** Names that say how, and no colour of their own. */
const noColour = /^(?:currentcolor|inherit|initial|none|revert|revert-layer|transparent|unset)$/iu;
const oneColour = /^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([^()]*\))$/iu;
/** A ground through which less than half of the page's shows. */
const isFaint = (colour: string) =>
  /^#(?:[\da-f]{3}[0-7]|[\da-f]{6}[0-7][\da-f])$|[,/]\s*(?:0?\.[0-4]\d*|0|[0-4]?\d(?:\.\d+)?%)\s*\)$/iu.test(
    colour,
  );

/**
 * Authors choose colours on their own ground, and pages are read on light and dark ones: a text keeps its hue and gets
 * the lightness that can be read, and a ground of its own gets black or white letters.
 */
function keepReadable(declarations: readonly string[]): string[] {
  const valueOf = (name: RegExp) => {
    const value = declarations.find((line) => name.test(line))?.replace(/^[^:]*:\s*/u, '') ?? '';
    return oneColour.test(value) && !noColour.test(value) ? value : '';
  };
  const [text, ground] = [valueOf(/^color:/u), valueOf(/^background(?:-color)?:/u)];
  if (text && declarations.some((line) => line.startsWith('background'))) return [...declarations];
  if (text) {
    const readable = `light-dark(oklch(from ${text} min(l, 0.52) c h), oklch(from ${text} max(l, 0.7) c h))`;
    return declarations.map((line) => (line.startsWith('color:') ? `color: ${readable}` : line));
  }
  if (!ground || isFaint(ground)) return [...declarations];
  return [...declarations, `color: oklch(from ${ground} clamp(0, (0.62 - l) * 100, 1) 0 0 / 1)`];
}

/** Whether text stays in its lines, and boxes hold what is in them: nothing comes to lie over its neighbours. */
function staysInPlace(name: string, value: string, tagName: string): boolean {
  const [, number = '', unit = ''] = /^([\d.]+)([a-z%]*)$/iu.exec(value) ?? [];
  const times = Number(number) / (unit === '%' ? 100 : /^(?:em|rem)?$/iu.test(unit) ? 1 : 16);
  if (name === 'font-size') return number === '' || (times <= 6 && unit !== '');
  if (name === 'line-height') return number === '' || (times >= 1 && times <= 4);
  if (name === 'letter-spacing') return number === '' || times <= 2;
  if (name === 'vertical-align') return number === '';
  if (/^(?:border(?!-radius)|padding|text-indent)/u.test(name)) return !isWide(value);
  return !/^(?:max-)?height$/u.test(name) || /^(?:img|video|picture)$/u.test(tagName);
}

/** Space around a text in which it would be lost: more than a few lines, or than half of what holds it. */
function isWide(value: string): boolean {
  return Array.from(value.matchAll(/(?<![\w#.])(\d*\.?\d+)([a-z%]*)/giu)).some(([, number, unit = '']) => {
    const most = /^(?:px|pt)?$/iu.test(unit)
      ? 200
      : /^(?:r?em|ex|ch)$/iu.test(unit)
        ? 12
        : unit === '%'
          ? 50
          : 5;
    return Number(number) > most;
  });
}

/** A length with which text would leave its place. */
function isHuge(value: string): boolean {
  return (value.replace(/#[\da-f]+/giu, '').match(/-?\d+(?:\.\d+)?/gu) ?? []).some(
    (number) => Number(number) > 9999 || Number(number) < 0,
  );
}
