import { isElement, type SvgElement, type SvgNode } from './svg-tree.ts';

const allowedElements = new Set([
  'svg',
  'g',
  'a',
  'defs',
  'marker',
  'linearGradient',
  'radialGradient',
  'stop',
  'clipPath',
  'pattern',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polygon',
  'polyline',
  'text',
  'tspan',
]);

const allowedAttributes = new Set([
  'id',
  'class',
  'transform',
  'opacity',
  'd',
  'x',
  'y',
  'width',
  'height',
  'rx',
  'ry',
  'cx',
  'cy',
  'r',
  'x1',
  'y1',
  'x2',
  'y2',
  'points',
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'marker-start',
  'marker-mid',
  'marker-end',
  'clip-path',
  'text-anchor',
  'font-size',
  'font-weight',
  'font-style',
  'font-family',
  'text-decoration',
  'viewBox',
  'refX',
  'refY',
  'markerUnits',
  'markerWidth',
  'markerHeight',
  'orient',
  'fx',
  'fy',
  'gradientUnits',
  'gradientTransform',
  'patternUnits',
  'clipPathUnits',
  'offset',
  'stop-color',
  'stop-opacity',
  'href',
  'data-node',
]);

/**
 * A tree that can do nothing but be looked at: elements and attributes from a fixed list (so no scripts, style sheets,
 * event handlers, images or foreign content), references only inside the drawing, links only to web pages and to
 * places on the site. The root's own attributes go; text is kept as it is.
 */
export function sanitiseTree(root: SvgElement): SvgElement {
  return { name: 'svg', attributes: {}, children: root.children.flatMap(sanitiseNode) };
}

/** Whether a link's target is a web page or a place on the site, not code. */
export function isSafeHref(href: string): boolean {
  // Browsers skip control characters when they read a scheme.
  const plain = href.replace(/[\u0000-\u0020\u007f-\u009f\u200b]/g, '');
  return /^https?:\/\/|^mailto:/i.test(plain) || /^(?![\w+.-]*:)(?!\/\/)/.test(plain);
}

function sanitiseNode(node: SvgNode): SvgNode[] {
  if (!isElement(node)) return [node];
  if (!allowedElements.has(node.name)) return [];
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(node.attributes)) {
    if (!allowedAttributes.has(name)) continue;
    if (name === 'href') {
      if (node.name === 'a' && isSafeHref(value)) attributes[name] = value;
    } else if (name === 'data-node' || !hasForeignReference(value)) attributes[name] = value;
  }
  const children = node.children.flatMap(sanitiseNode);
  return node.name === 'a' && !attributes['href']
    ? [{ name: 'g', attributes, children }]
    : [{ name: node.name, attributes, children }];
}

function hasForeignReference(value: string): boolean {
  return (
    [...value.matchAll(/url\(([^)]*)/gi)].some(
      ([, target = '']) => !/^\s*["']?#[\w.-]+["']?\s*$/.test(target),
    ) || /javascript:|expression\(|image-set|@import/i.test(value)
  );
}
