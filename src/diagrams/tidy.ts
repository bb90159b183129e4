import { readPolygon, shortenPath, type Point } from './path-data.ts';
import { createElement, isElement, type SvgElement, type SvgNode } from './svg-tree.ts';

/**
 * A drawing's tree with the same picture in fewer bytes: outlines that Mermaid draws as a fill and a stroke become one
 * shape, polygons that are rectangles or circles become those, groups that say nothing go, labels follow their group.
 */
export function tidyTree(root: SvgElement): SvgElement {
  return { ...root, children: root.children.flatMap(tidyNode) };
}

function tidyNode(node: SvgNode): SvgNode[] {
  if (!isElement(node)) return [node];
  const children = mergeOutlines(node.children.flatMap(tidyNode));
  const element = { ...node, children };
  if (element.name === 'g') return tidyGroup(element);
  if (element.name === 'path') return [tidyPath(element)];
  if (element.name === 'polygon') return [tidyPolygon(element)];
  return [element];
}

function tidyGroup(group: SvgElement): SvgNode[] {
  if (group.children.length === 0) return [];
  const names = Object.keys(group.attributes);
  if (names.length === 0) return group.children;
  if (names.length > 1 || names[0] !== 'transform') return [group];
  const shift = readTranslation(group.attributes['transform'] ?? '');
  if (!shift || !group.children.every((child) => isElement(child) && canShift(child))) return [group];
  return group.children.map((child) => (isElement(child) ? shiftElement(child, shift) : child));
}

/** `translate(x, y)`, also several of them, as a point; null for any other transform. */
function readTranslation(transform: string): Point | null {
  const steps = /^\s*(?:(?:translate\([^()]*\)|matrix\(1 0 0 1 [^()]*\))\s*)+$/.test(transform)
    ? transform.match(/\([^()]*\)/g)
    : null;
  if (!steps) return null;
  return steps.reduce<Point>(
    ([x, y], step) => {
      const numbers = step
        .slice(1, -1)
        .trim()
        .split(/[\s,]+/)
        .map(Number);
      const [dx = 0, dy = 0] = numbers.length === 6 ? numbers.slice(4) : numbers;
      return [x + dx, y + dy];
    },
    [0, 0],
  );
}

function canShift(element: SvgElement): boolean {
  const transform = element.attributes['transform'];
  return transform === undefined || readTranslation(transform) !== null || element.name === 'g';
}

const shiftedAttributes: Record<string, readonly [x: string, y: string][]> = {
  rect: [['x', 'y']],
  text: [['x', 'y']],
  tspan: [['x', 'y']],
  circle: [['cx', 'cy']],
  ellipse: [['cx', 'cy']],
  line: [
    ['x1', 'y1'],
    ['x2', 'y2'],
  ],
};

function shiftElement(element: SvgElement, [dx, dy]: Point): SvgElement {
  const own = element.attributes['transform'];
  const pairs = shiftedAttributes[element.name];
  if (own !== undefined || !pairs) {
    const inner = own === undefined ? null : readTranslation(own);
    const transform =
      inner || own === undefined
        ? `translate(${dx + (inner?.[0] ?? 0)} ${dy + (inner?.[1] ?? 0)})`
        : `translate(${dx} ${dy}) ${own}`;
    return { ...element, attributes: { ...element.attributes, transform } };
  }
  const attributes = { ...element.attributes };
  const hasLines =
    element.name === 'text' && element.children.some(isElement) && attributes['x'] === undefined;
  if (!hasLines) {
    for (const [x, y] of pairs) {
      attributes[x] = String(Number(attributes[x] ?? 0) + dx);
      attributes[y] = String(Number(attributes[y] ?? 0) + dy);
    }
  }
  const children =
    element.name === 'text'
      ? element.children.map((child) =>
          isElement(child) && child.attributes['x'] !== undefined ? shiftElement(child, [dx, dy]) : child,
        )
      : element.children;
  return { ...element, attributes, children };
}

/** A fill without a line followed by the same outline as a line only: one shape with the first's form. */
function mergeOutlines(children: SvgNode[]): SvgNode[] {
  const merged: SvgNode[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (isElement(child) && last !== undefined && isElement(last) && isOutlineOf(child, last)) {
      merged[merged.length - 1] = {
        ...last,
        attributes: { ...last.attributes, ...omit(child.attributes, 'd', 'fill') },
      };
    } else merged.push(child);
  }
  return merged;
}

function isOutlineOf(line: SvgElement, area: SvgElement): boolean {
  if (line.name !== 'path' || area.children.length > 0 || !/^(path|rect|circle|ellipse)$/.test(area.name))
    return false;
  if (
    line.attributes['fill'] !== 'none' ||
    area.attributes['stroke'] !== 'none' ||
    area.attributes['fill'] === 'none'
  )
    return false;
  if (line.attributes['transform'] !== area.attributes['transform']) return false;
  const [a, b] = [readBounds(line), readBounds(area)];
  return a !== null && b !== null && a.every((edge, index) => Math.abs(edge - (b[index] ?? 0)) < 1.5);
}

function readBounds(element: SvgElement): number[] | null {
  const a = element.attributes;
  const number = (name: string): number => Number(a[name] ?? 0);
  if (element.name === 'rect')
    return [number('x'), number('y'), number('x') + number('width'), number('y') + number('height')];
  if (element.name === 'circle')
    return [
      number('cx') - number('r'),
      number('cy') - number('r'),
      number('cx') + number('r'),
      number('cy') + number('r'),
    ];
  if (element.name === 'ellipse')
    return [
      number('cx') - number('rx'),
      number('cy') - number('ry'),
      number('cx') + number('rx'),
      number('cy') + number('ry'),
    ];
  const absolute =
    /^[MLCZ\s\d.,e-]+$/i.test(a['d'] ?? '') && !/[mlcz]/.test((a['d'] ?? '').replace(/z/g, ''));
  const numbers = (a['d'] ?? '').match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g)?.map(Number) ?? [];
  if (!absolute || numbers.length < 6) return null;
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function tidyPath(path: SvgElement): SvgElement {
  const d = path.attributes['d'] ?? '';
  const points = path.attributes['fill'] !== 'none' && /z\s*$|^M[^M]*$/i.test(d) ? readPolygon(d) : null;
  return (
    (points && recogniseShape(points, path)) ?? {
      ...path,
      attributes: { ...path.attributes, d: shortenPath(d) },
    }
  );
}

function tidyPolygon(polygon: SvgElement): SvgElement {
  const { points = '', ...rest } = polygon.attributes;
  const numbers = points
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const corners: Point[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) corners.push([numbers[i] ?? 0, numbers[i + 1] ?? 0]);
  const path = createElement('path', {
    ...rest,
    d: shortenPath(`M${corners.map((corner) => corner.join(' ')).join('L')}Z`),
  });
  return recogniseShape(corners, path) ?? path;
}

/** A rectangle (with round corners or without) or a circle where the points of a closed outline lie on one. */
function recogniseShape(points: readonly Point[], from: SvgElement): SvgElement | null {
  if (points.length < 4) return null;
  const rest = omit(from.attributes, 'd');
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (width < 2 || height < 2) return null;
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  if (
    points.length > 12 &&
    Math.abs(width - height) < 0.6 &&
    points.every(([x, y]) => Math.abs(Math.hypot(x - cx, y - cy) - width / 2) < 0.4)
  ) {
    return createElement('circle', { cx, cy, r: width / 2, ...rest });
  }
  const onTop = points.filter(([, y]) => y - top < 0.05).map(([x]) => x);
  const radius = Math.min(Math.min(...onTop) - left, height / 2);
  let onCorners = 0;
  const isRect = points.every(([x, y]) => {
    const dx = Math.max(left + radius - x, x - (right - radius), 0);
    const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
    if (dx > 0.05 && dy > 0.05) onCorners += 1;
    if (dx > 0.05 && dy > 0.05) return Math.abs(Math.hypot(dx, dy) - radius) < 0.4;
    return Math.min(x - left, right - x, y - top, bottom - y) < 0.1;
  });
  // Corner points prove a rectangle only where all four corners are there: four points may also be a slanted shape.
  const corners = new Set(points.map(([x, y]) => `${x < cx ? 'l' : 'r'}${y < cy ? 't' : 'b'}`));
  const isProven = radius < 0.3 ? points.length <= 6 : onCorners >= 8;
  if (!isRect || corners.size < 4 || !isProven) return null;
  return createElement('rect', {
    x: left,
    y: top,
    width,
    height,
    rx: radius < 0.3 ? undefined : radius,
    ...rest,
  });
}

function omit(attributes: Record<string, string>, ...names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));
}
