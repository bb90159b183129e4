import { diagramsWords } from '#words';
import { createElement, isElement, printSvg, type SvgElement, type SvgNode } from './svg-tree.ts';

/** What an element looks like, all variables and classes resolved: presentation attributes with literal values. */
export type Look = Readonly<Record<string, string>>;

/** Properties that children take over; each with what it is where nobody says anything. */
export const inheritedLooks: Look = {
  fill: '#000000',
  stroke: 'none',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'paint-order': 'normal',
  'font-size': '16',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
};

/** Properties of one element alone. */
export const ownLooks: Look = {
  opacity: '1',
  'stop-color': '#000000',
  'stop-opacity': '1',
  'text-decoration': 'none',
  display: 'inline',
};

/** Attributes that only mean something on the page. */
const pageOnly =
  /^(?:class|style|role|tabindex|aria-(?!labelledby|describedby)[\w-]+|data-[\w-]+|on\w+|xmlns(?::\w+)?)$/;

/**
 * A drawing as a file of its own: literal colours, no classes, no variables, a ground, and a list of fonts that other
 * programs know. `looks` holds one entry per element in document order, the root first.
 */
export function exportSvg(root: SvgElement, options: ExportOptions): string {
  const looks = options.looks.values();
  const copy = (element: SvgElement, inherited: Look): SvgElement => {
    const look = looks.next().value ?? {};
    const children = element.children.map((child) =>
      isElement(child) ? copy(child, { ...inherited, ...look }) : child,
    );
    return {
      name: element.name,
      attributes: resolveAttributes(element, look, inherited),
      children: children.filter(isShown),
    };
  };
  const drawn = copy(root, inheritedLooks);
  const [x = '0', y = '0', width = '0', height = '0'] = (root.attributes['viewBox'] ?? '').split(/[\s,]+/);
  const ground = createElement('rect', { x, y, width, height, fill: options.background, stroke: 'none' });
  const style = options.fontFaces ? [createElement('style', {}, [options.fontFaces])] : [];
  const names = drawn.children.filter(
    (child) => isElement(child) && (child.name === 'title' || child.name === 'desc'),
  );
  const title = names.length === 0 && options.title ? [createElement('title', {}, [options.title])] : names;
  return printSvg({
    ...drawn,
    attributes: {
      xmlns: 'http://www.w3.org/2000/svg',
      ...drawn.attributes,
      viewBox: [x, y, width, height].join(' '),
      width,
      height,
      'font-family': options.fontFamily,
      'xml:space': 'preserve',
    },
    children: [...title, ...style, ground, ...drawn.children.filter((child) => !names.includes(child))],
  });
}

function resolveAttributes(element: SvgElement, look: Look, inherited: Look): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    if (!pageOnly.test(name) && !(name in look) && !value.includes('var(')) attributes[name] = value;
  }
  for (const [name, value] of Object.entries(look)) {
    if (value !== (inherited[name] ?? ownLooks[name])) attributes[name] = value;
  }
  return attributes;
}

function isShown(node: SvgNode): boolean {
  return !isElement(node) || node.attributes['display'] !== 'none';
}

/** A file name that every system takes, from a figure's title; Hangul stays. */
export function nameFile(title: string, extension: string): string {
  const name = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/^\.+|[. ]+$/g, '');
  return `${name || diagramsWords().types.other}.${extension}`;
}

export interface ExportOptions {
  looks: readonly Look[];
  /** The ground's colour. */
  background: string;
  /** Fonts, best first, ending in a generic one. */
  fontFamily: string;
  /** Names the file where the drawing has no title of its own. */
  title?: string;
  /** `@font-face` rules with their fonts inside, for pictures that are drawn where no page's fonts are. */
  fontFaces?: string;
}
