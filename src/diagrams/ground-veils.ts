import { isElement, type SvgElement } from './svg-tree.ts';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Gives the ground of a label (class `v`) that stands inside a group (class `g`) the class `w`, the group's colour:
 * the page's would show as a patch.
 */
export function groundVeils(root: SvgElement): SvgElement {
  const groups = collectGroups(root, 0, 0);
  if (groups.length === 0) return root;
  const visit = (element: SvgElement, x: number, y: number): SvgElement => {
    const [left, top] = shift(element, x, y);
    if (element.name === 'rect' && element.attributes['class'] === 'v') {
      const veil = readBox(element, left, top);
      return groups.some((group) => contains(group, veil))
        ? { ...element, attributes: { ...element.attributes, class: 'w' } }
        : element;
    }
    return {
      ...element,
      children: element.children.map((child) => (isElement(child) ? visit(child, left, top) : child)),
    };
  };
  return visit(root, 0, 0);
}

function collectGroups(element: SvgElement, x: number, y: number): Box[] {
  const [left, top] = shift(element, x, y);
  // The inside of a composite state has the group's colour and another rim.
  const isGroup = element.attributes['class'] === 'g' || element.attributes['fill'] === 'var(--d-group)';
  if (element.name === 'rect' && isGroup) return [readBox(element, left, top)];
  return element.children.flatMap((child) => (isElement(child) ? collectGroups(child, left, top) : []));
}

/** Groups and label grounds are only ever moved, never turned or scaled. */
function shift(element: SvgElement, x: number, y: number): [x: number, y: number] {
  const match = /^translate\((-?[\d.]+)(?:[ ,]+(-?[\d.]+))?\)$/.exec(element.attributes['transform'] ?? '');
  return match ? [x + Number(match[1]), y + Number(match[2] ?? 0)] : [x, y];
}

function readBox({ attributes }: SvgElement, x: number, y: number): Box {
  const number = (name: string): number => Number(attributes[name] ?? 0);
  return { x: x + number('x'), y: y + number('y'), width: number('width'), height: number('height') };
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
