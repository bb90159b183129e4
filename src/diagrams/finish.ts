import { groundVeils } from './ground-veils.ts';
import { hoistTextAttributes } from './hoist.ts';
import { sanitiseTree } from './sanitise.ts';
import { createElement, isElement, parseSvg, printSvg, type SvgElement } from './svg-tree.ts';
import { tidyTree } from './tidy.ts';

/** What the finishing must know besides the picture itself. */
export interface FinishOptions {
  /** Prefix of all ids, unique for the source: `d<8 hex digits>`. */
  id: string;
  type: string;
  title?: string;
  description?: string;
  /** The part of the drawing's plane that is shown, in user units. */
  box: { x: number; y: number; width: number; height: number };
}

/** Space between the drawing's outermost line and its edge, in px. */
const margin = 4;

/**
 * Turns a flattened drawing (a tree, or SVG text) into the SVG that pages carry: only harmless elements and
 * attributes, no style sheet, ids with the drawing's prefix, few and short numbers, fill and line colours that follow
 * the page's scheme, role and title. Throws an Error when the text is not well-formed.
 */
export function finishSvg(source: SvgElement | string, options: FinishOptions): FinishedSvg {
  const clean = sanitiseTree(typeof source === 'string' ? parseSvg(source) : source);
  const root = hoistTextAttributes(
    groundVeils(roundTree(classifyPaints(markKinds(tidyTree(prefixIds(clean, options.id)))))),
  );
  const { box, id } = options;
  const width = Math.ceil(box.width + 2 * margin);
  const height = Math.ceil(box.height + 2 * margin);
  const names: SvgElement[] = [];
  if (options.title) names.push(createElement('title', { id: `${id}-t` }, [options.title]));
  if (options.description) names.push(createElement('desc', { id: `${id}-d` }, [options.description]));
  const type = options.type.replace(/[^\w-]/g, '');
  const svg = createElement(
    'svg',
    {
      class: `drawing d-${type}`,
      viewBox: [box.x - margin, box.y - margin, width, height].map(printNumber).join(' '),
      width,
      height,
      role: 'img',
      'aria-labelledby': options.title ? `${id}-t` : undefined,
      'aria-describedby': options.description ? `${id}-d` : undefined,
      ...root.attributes,
    },
    [...names, ...root.children],
  );
  return { svg: printSvg(svg), width, height };
}

/**
 * The same drawing once more on one page: every id and every use of it gets `-<n>` after the drawing's prefix.
 * The first one (n = 1) stays as it is.
 */
export function withIdSuffix(svg: string, n: number): string {
  return n <= 1
    ? svg
    : svg.replace(
        /(\bid="|url\(#|href="#|(?<=aria-(?:labelledby|describedby)="[^"]*))(d[\da-f]{8})(?=-)/g,
        `$1$2-${n}`,
      );
}

function prefixIds(root: SvgElement, prefix: string): SvgElement {
  const visit = (element: SvgElement): SvgElement => {
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(element.attributes)) {
      if (name === 'id') attributes['id'] = `${prefix}-${value}`;
      else attributes[name] = value.replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`);
    }
    return {
      ...element,
      attributes,
      children: element.children.map((child) => (isElement(child) ? visit(child) : child)),
    };
  };
  return visit(root);
}

/** The pairs of fill and line that most shapes have, as classes that `diagram.css` defines. */
const paintClasses: Record<string, string> = {
  'var(--d-box) var(--d-edge)': 'n',
  'none var(--d-line)': 'e',
  'var(--d-group) var(--d-rim)': 'g',
  'var(--d-veil) none': 'v',
  'var(--d-line) var(--d-line)': 'm',
  'var(--d-line) none': 'a',
};

function classifyPaints(element: SvgElement): SvgElement {
  const children = element.children.map((child) => (isElement(child) ? classifyPaints(child) : child));
  const { fill, stroke, ...rest } = element.attributes;
  if (stroke === undefined) return { ...element, children };
  const name = paintClasses[`${fill ?? ''} ${stroke}`];
  // Mermaid lets lines shine through the ground of their labels.
  if (name === 'v') delete rest['opacity'];
  const attributes =
    name && !rest['class']
      ? { class: name, ...rest }
      : { ...rest, ...(fill ? { fill } : {}), ...(stroke === 'none' ? {} : { stroke }) };
  return { ...element, attributes, children };
}

/** Gives nodes with a semantic class a mark that does not rest on colour: a bar along the left edge of a box. */
function markKinds(element: SvgElement): SvgElement {
  const children = element.children.map((child) => (isElement(child) ? markKinds(child) : child));
  const kind = element.name === 'g' ? element.attributes['class'] : undefined;
  if (!kind) return { ...element, children };
  const attributes = { ...element.attributes, class: `d-${kind}` };
  const index = children.findIndex((child) => isElement(child) && child.name !== 'text');
  const shape = children[index];
  if (!shape || !isElement(shape) || shape.name !== 'rect' || shape.attributes['fill'] !== 'var(--d-box)')
    return { ...element, attributes, children };
  const number = (name: string): number => Number(shape.attributes[name] ?? 0);
  const inset = Math.min(number('rx') || number('ry'), number('height') / 2 - 4);
  const bar = createElement('path', {
    class: 'k',
    transform: shape.attributes['transform'],
    d: `M${printNumber(number('x') + 2)} ${printNumber(number('y') + inset)}v${printNumber(number('height') - 2 * inset)}`,
  });
  return {
    ...element,
    attributes,
    children: [...children.slice(0, index + 1), bar, ...children.slice(index + 1)],
  };
}

function roundTree(element: SvgElement): SvgElement {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name === 'd' || name === 'id' || name === 'class' || name.startsWith('data-') || name === 'href')
      attributes[name] = value;
    else if (name === 'transform')
      attributes[name] = value
        .replace(/-?\d*\.?\d+(?:e-?\d+)?/g, (number) =>
          printNumber(Number(number), value.startsWith('matrix') ? 3 : 1),
        )
        .replace(/,\s*/g, ' ');
    else if (/^-?\d*\.?\d+(?:e-?\d+)?(?:px)?$/.test(value))
      attributes[name] = printNumber(parseFloat(value), name.includes('opacity') ? 2 : 1);
    else attributes[name] = value;
    if (attributes[name] === '0' && element.name !== 'tspan' && /^(x|y|x1|y1|x2|y2|cx|cy|rx|ry)$/.test(name))
      delete attributes[name];
    if (name === 'transform' && /^translate\(0 0\)$/.test(attributes[name] ?? '')) delete attributes[name];
  }
  return {
    ...element,
    attributes,
    children: element.children.map((child) => (isElement(child) ? roundTree(child) : child)),
  };
}

function printNumber(value: number, decimals = 1): string {
  const factor = 10 ** decimals;
  return String(Math.round(value * factor) / factor);
}

export interface FinishedSvg {
  svg: string;
  width: number;
  height: number;
}
