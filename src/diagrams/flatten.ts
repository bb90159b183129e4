import { adaptColour, readColour, type PaintUse } from './colour.ts';
import { readForeignLines, readTextLines } from './flatten-text.ts';
import { findGround, type PaintedShape } from './ground.ts';
import { measureContent, type Box } from './measure-content.ts';
import { createElement, type SvgElement, type SvgNode } from './svg-tree.ts';

/**
 * Reads a drawing that Mermaid left in the page into a plain tree in which every shape and every line of text says
 * for itself how it looks: what Mermaid's style sheet decides is read from the computed styles, so nothing depends on
 * that sheet any more. Colours are already those of both schemes. Runs in a browser, with the SVG in the document.
 */
export function flattenSvg(svg: SVGSVGElement, classes: ReadonlySet<string>): FlatDrawing {
  const walk: Walk = { svgId: svg.id, classes, shapes: [], ids: new Map(), used: [] };
  const children = flattenChildren(svg, walk);
  const defs: SvgElement[] = [];
  // A definition may itself use another one (a clip path inside a marker), so the list grows while it is read.
  for (let i = 0; i < walk.used.length; i += 1) {
    const id = walk.used[i] ?? '';
    const element = svg.querySelector(`[id="${CSS.escape(id)}"]`);
    if (element) defs.push(flattenDefinition(element, id, walk));
  }
  const box = measureContent(svg);
  return {
    title: svg.querySelector(':scope > title')?.textContent?.trim() ?? '',
    description: svg.querySelector(':scope > desc')?.textContent?.trim() ?? '',
    box,
    root: createElement('svg', {}, [...(defs.length ? [createElement('defs', {}, defs)] : []), ...children]),
  };
}

const shapeGeometry: Record<string, readonly string[]> = {
  path: ['d'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polygon: ['points'],
  polyline: ['points'],
};
const containers = new Set(['g', 'svg', 'a', 'switch', 'symbol']);
const definitions = new Set([
  'defs',
  'marker',
  'linearGradient',
  'radialGradient',
  'clipPath',
  'pattern',
  'mask',
  'filter',
  'style',
  'script',
  'title',
  'desc',
  'metadata',
  'symbol',
]);

function flattenChildren(parent: Element, walk: Walk): SvgNode[] {
  return [...parent.children].flatMap((child) => {
    if (definitions.has(child.localName) || !(child instanceof SVGElement)) return [];
    const style = getComputedStyle(child);
    if (style.display === 'none' || Number(style.opacity) === 0) return [];
    return flattenElement(child, style, walk);
  });
}

function flattenElement(element: SVGElement, style: CSSStyleDeclaration, walk: Walk): SvgNode[] {
  const name = element.localName;
  if (containers.has(name)) return flattenContainer(element, style, walk);
  if (name === 'text')
    return readTextLines(element as SVGTextElement, (ink) => findGround(element, walk.shapes, ink));
  if (name === 'foreignObject')
    return readForeignLines(element, (line, ink) => findGround(line, walk.shapes, ink));
  if (name === 'use') {
    const target = (element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '').replace(
      /^#/,
      '',
    );
    const definition = target && element.ownerSVGElement?.querySelector(`[id="${CSS.escape(target)}"]`);
    if (!definition) return [];
    const x = Number(element.getAttribute('x') ?? 0);
    const y = Number(element.getAttribute('y') ?? 0);
    const inner =
      definition.localName === 'symbol'
        ? flattenChildren(definition, walk)
        : flattenElement(definition as SVGElement, getComputedStyle(definition), walk);
    return [createElement('g', { transform: x || y ? `translate(${x} ${y})` : undefined }, inner)];
  }
  if (!shapeGeometry[name]) return [];
  const shape = flattenShape(element as SVGGraphicsElement, style, walk);
  return shape ? [shape] : [];
}

function flattenContainer(element: SVGElement, style: CSSStyleDeclaration, walk: Walk): SvgNode[] {
  const children = flattenChildren(element, walk);
  if (children.length === 0) return [];
  const attributes: Record<string, string | undefined> = {
    transform: readTransform(element),
    opacity: style.opacity === '1' ? undefined : style.opacity,
    'data-node': readNodeId(element, walk.svgId),
    class: [...element.classList].find((name) => walk.classes.has(name)),
  };
  if (element.localName === 'a') {
    attributes['href'] = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? undefined;
    return [createElement('a', attributes, children)];
  }
  if (element.localName === 'svg') {
    for (const name of ['x', 'y', 'width', 'height', 'viewBox'])
      attributes[name] = element.getAttribute(name) ?? undefined;
    return [createElement('svg', attributes, children)];
  }
  return [createElement('g', attributes, children)];
}

function flattenShape(
  element: SVGGraphicsElement,
  style: CSSStyleDeclaration,
  walk: Walk,
): SvgElement | null {
  if (style.visibility === 'hidden') return null;
  const attributes: Record<string, string | undefined> = { transform: readTransform(element) };
  for (const name of shapeGeometry[element.localName] ?? []) {
    const value = element.getAttribute(name) ?? readGeometryStyle(style, name);
    if (value)
      attributes[name] =
        name.length > 1 && /[a-z]{3,}/.test(name) === false ? value : value.replace(/px$/, '');
  }
  if (
    element.localName === 'rect' &&
    !(parseFloat(attributes['width'] ?? '') > 0 && parseFloat(attributes['height'] ?? '') > 0)
  )
    return null;
  const fill = readPaint(style.fill, style.fillOpacity, 'fill', walk);
  const width = parseFloat(style.strokeWidth);
  const stroke = width > 0 ? readPaint(style.stroke, style.strokeOpacity, 'stroke', walk) : null;
  const open = element.localName === 'line';
  if ((!fill || open) && !stroke) return null;
  attributes['fill'] = open || !fill ? 'none' : fill.css;
  if (fill && !open && fill.alpha < 1) attributes['fill-opacity'] = String(fill.alpha);
  attributes['stroke'] = stroke ? stroke.css : 'none';
  if (stroke) {
    if (stroke.alpha < 1) attributes['stroke-opacity'] = String(stroke.alpha);
    if (width !== 1) attributes['stroke-width'] = String(width);
    const dash = readDashes(style.strokeDasharray);
    if (dash) attributes['stroke-dasharray'] = dash;
    if (style.strokeLinecap !== 'butt') attributes['stroke-linecap'] = style.strokeLinecap;
    for (const end of ['start', 'mid', 'end'] as const) {
      const id = readReference(
        element.getAttribute(`marker-${end}`) ?? style.getPropertyValue(`marker-${end}`),
      );
      if (id) attributes[`marker-${end}`] = `url(#${useDefinition(id, walk)})`;
    }
  }
  if (style.opacity !== '1') attributes['opacity'] = style.opacity;
  const clip = readReference(element.getAttribute('clip-path') ?? '');
  if (clip) attributes['clip-path'] = `url(#${useDefinition(clip, walk)})`;
  if (fill?.colour && !open) {
    const alpha = fill.alpha * Number(style.opacity);
    if (alpha > 0.05)
      walk.shapes.push({ element, colour: fill.colour, alpha, box: element.getBoundingClientRect() });
  }
  return createElement(element.localName, attributes);
}

/** A paint as the finished SVG writes it; null for none. A gradient is kept and marked as used. */
function readPaint(css: string, opacity: string, use: PaintUse, walk: Walk): Paint | null {
  const reference = readReference(css);
  if (reference) return { css: `url(#${useDefinition(reference, walk)})`, alpha: Number(opacity) };
  const colour = readColour(css);
  if (!colour || colour.alpha === 0 || Number(opacity) === 0) return null;
  const adapted = adaptColour(colour.rgb, use);
  return { css: adapted.css, alpha: Math.round(colour.alpha * Number(opacity) * 100) / 100, colour: adapted };
}

function flattenDefinition(element: Element, id: string, walk: Walk): SvgElement {
  const attributes: Record<string, string> = {};
  for (const { name, value } of [...element.attributes]) {
    if (
      /^(viewBox|refX|refY|markerUnits|markerWidth|markerHeight|orient|x1|x2|y1|y2|cx|cy|r|fx|fy|gradientUnits|gradientTransform|patternUnits|clipPathUnits|width|height|x|y|offset)$/.test(
        name,
      )
    )
      attributes[name] = value;
  }
  const children: SvgNode[] = element.localName.endsWith('Gradient')
    ? [...element.querySelectorAll('stop')].map((stop) => {
        const style = getComputedStyle(stop);
        const colour = readColour(style.stopColor);
        return createElement('stop', {
          offset: stop.getAttribute('offset') ?? '0',
          'stop-color': colour ? adaptColour(colour.rgb, 'fill').css : undefined,
          'stop-opacity': style.stopOpacity === '1' ? undefined : style.stopOpacity,
        });
      })
    : flattenChildren(element, { ...walk, shapes: [] });
  return createElement(element.localName, { id: useDefinition(id, walk), ...attributes }, children);
}

function readReference(value: string): string | null {
  return /url\(["']?[^"')]*#([^"')]+)["']?\)/.exec(value)?.[1] ?? null;
}

/** The short id that a definition gets in the finished drawing. */
function useDefinition(id: string, walk: Walk): string {
  const known = walk.ids.get(id);
  if (known) return known;
  const short = String(walk.ids.size);
  walk.ids.set(id, short);
  walk.used.push(id);
  return short;
}

function readTransform(element: SVGElement): string | undefined {
  const attribute = element.getAttribute('transform');
  if (attribute && !element.style.transform) return attribute;
  if (getComputedStyle(element).transform === 'none') return attribute ?? undefined;
  // A transform from a style sheet has its own origin; the two coordinate systems say what it comes to.
  const outer =
    element.parentElement instanceof SVGGraphicsElement ? element.parentElement.getScreenCTM() : null;
  const inner = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
  if (!outer || !inner) return attribute ?? undefined;
  const { a, b, c, d, e, f } = outer.inverse().multiply(inner);
  return `matrix(${[a, b, c, d, e, f].map((part) => Math.round(part * 1000) / 1000).join(' ')})`;
}

function readGeometryStyle(style: CSSStyleDeclaration, name: string): string | undefined {
  if (name === 'd' || name === 'points' || /[12]$/.test(name)) return undefined;
  const value = style.getPropertyValue(name);
  return /^-?[\d.]+px$/.test(value) && value !== '0px' ? value : undefined;
}

/** Dash patterns as numbers; Mermaid writes "1, 0" and "0px" for a plain line. */
function readDashes(value: string): string | undefined {
  if (value === 'none') return undefined;
  const numbers = value.split(/[\s,]+/).map((part) => parseFloat(part));
  const gaps = numbers.filter((_, index) => index % 2 === 1);
  if (numbers.length < 2 ? !(numbers[0] ?? 0) : gaps.every((gap) => gap === 0)) return undefined;
  return numbers.join(' ');
}

/** The author's name of a node, from the id that Mermaid gives its group. */
function readNodeId(element: SVGElement, svgId: string): string | undefined {
  if (!element.classList.contains('node') && !element.classList.contains('cluster')) return undefined;
  const id = element.id.startsWith(`${svgId}-`) ? element.id.slice(svgId.length + 1) : element.id;
  return /^(?:flowchart|state|classId|entity)-(.+)-\d+$/.exec(id)?.[1] ?? (id || undefined);
}

export interface FlatDrawing {
  title: string;
  description: string;
  box: Box;
  root: SvgElement;
}

interface Paint {
  css: string;
  alpha: number;
  colour?: ReturnType<typeof adaptColour>;
}

interface Walk {
  svgId: string;
  /** Classes of nodes that mean something to the style sheet. */
  classes: ReadonlySet<string>;
  /** Filled shapes in painting order, to find what a text stands on. */
  shapes: PaintedShape[];
  ids: Map<string, string>;
  used: string[];
}
