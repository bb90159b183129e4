import { blendColours, chooseInk, namedColour, type SchemeColour } from './colour.ts';

/** A filled shape already painted, with its box on screen. */
export interface PaintedShape {
  element: SVGGraphicsElement;
  colour: SchemeColour;
  alpha: number;
  box: DOMRect;
}

/**
 * The ink for a text that stands at the centre of an element (or of a box on screen): `wanted` where it reads on what
 * has been painted beneath it, else one that does.
 */
export function findGround(
  at: Element | DOMRect,
  painted: readonly PaintedShape[],
  wanted: SchemeColour,
): SchemeColour {
  const box = at instanceof Element ? at.getBoundingClientRect() : at;
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  let ground = namedColour('veil');
  for (const shape of painted) {
    if (x < shape.box.left || x > shape.box.right || y < shape.box.top || y > shape.box.bottom) continue;
    if (covers(shape.element, x, y)) ground = blendColours(shape.colour, Math.min(1, shape.alpha), ground);
  }
  return chooseInk(wanted, ground);
}

function covers(element: SVGGraphicsElement, x: number, y: number): boolean {
  const matrix = element.getScreenCTM();
  if (!matrix || !(element instanceof SVGGeometryElement)) return true;
  const point = new DOMPoint(x, y).matrixTransform(matrix.inverse());
  return element.isPointInFill(point);
}
