import { contains, holds, overlaps } from './boxes.ts';
import type { Fault } from './measure-faults.ts';
import { palette } from './palette.ts';

/** A text with what runs through it. */
interface Struck {
  text: SVGTextElement;
  box: DOMRect;
  /** The last filled shape under it that holds it whole. */
  ground: SVGGraphicsElement | null;
  /** Whether a line is painted between that ground and the text, or over the text. */
  below: boolean;
  above: boolean;
}

/**
 * Gives words through which a line runs a ground of their own, in the colour of what they stand on. Kinds whose lines
 * and words Mermaid lays out regardless of each other need it; of graphs the layouts are tried until nothing crosses.
 */
export function groundTexts(svg: SVGSVGElement): void {
  for (const { text, ground, below } of readStruck(svg)) {
    if (!below) continue;
    const { x, y, width, height } = text.getBBox();
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const sizes = { x: x - 2, y, width: width + 4, height };
    for (const [name, value] of Object.entries(sizes)) rect.setAttribute(name, String(value));
    const turn = text.getAttribute('transform');
    if (turn) rect.setAttribute('transform', turn);
    const fill = ground ? getComputedStyle(ground).fill : palette.veil[0];
    rect.setAttribute('style', `fill:${fill};stroke:none`);
    text.before(rect);
  }
}

/** Words over other words, and lines over words, in drawings that are no graphs. */
export function measureTexts(svg: SVGSVGElement): Fault[] {
  const texts = readStruck(svg);
  return texts.flatMap(({ text, box, above }, index): Fault[] => {
    const words = readWords(text);
    const others = texts.slice(index + 1).filter((other) => overlaps(box, other.box, 2, 4));
    return [
      ...(above ? [{ kind: 'label-on-edge', words } as const] : []),
      ...others.map(
        (other) => ({ kind: 'label-on-label', words: `${words}, ${readWords(other.text)}` }) as const,
      ),
    ];
  });
}

function readStruck(svg: SVGSVGElement): Struck[] {
  const isPlain = (element: Element): boolean =>
    !element.closest('defs, marker, symbol, clipPath, mask') && element.closest('svg') === svg;
  const shapes = [
    ...svg.querySelectorAll<SVGGeometryElement>('rect, circle, ellipse, polygon, path, line, polyline'),
  ].filter(isPlain);
  const lines = shapes.flatMap((shape) => {
    const { fill, stroke, opacity, visibility } = getComputedStyle(shape);
    const isLine = shape.localName === 'line' || fill === 'none';
    if (shape.localName === 'rect' || !isLine || stroke === 'none' || opacity === '0') return [];
    return visibility === 'hidden' ? [] : [{ shape, points: samplePoints(shape) }];
  });
  const grounds = shapes.filter((shape) => {
    const { fill, fillOpacity, opacity } = getComputedStyle(shape);
    return fill !== 'none' && Number(fillOpacity) * Number(opacity) > 0.5;
  });
  return [...svg.querySelectorAll<SVGTextElement>('text')].filter(isPlain).flatMap((text): Struck[] => {
    const box = text.getBoundingClientRect();
    const matrix = text.getScreenCTM();
    // The box of a text that is turned holds much besides it.
    if (!readWords(text) || box.width === 0 || !matrix || Math.abs(matrix.b) > 0.01) return [];
    const ground =
      grounds.findLast((shape) => isBefore(shape, text) && holds(shape.getBoundingClientRect(), box, 2)) ??
      null;
    const crossing = lines.filter(
      ({ shape, points }) =>
        (ground === null || isBefore(ground, shape)) && points.some((point) => isAmongLetters(box, point)),
    );
    return [
      {
        text,
        box,
        ground,
        below: crossing.some(({ shape }) => isBefore(shape, text)),
        above: crossing.some(({ shape }) => !isBefore(shape, text)),
      },
    ];
  });
}

function readWords(text: SVGTextElement): string {
  return text.textContent?.trim().replace(/\s+/g, ' ') ?? '';
}

function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Points every few px along a line, on screen. */
function samplePoints(shape: SVGGeometryElement): DOMPoint[] {
  const matrix = shape.getScreenCTM();
  const length = shape.getTotalLength();
  if (!matrix || !Number.isFinite(length)) return [];
  const count = Math.min(2000, Math.ceil(length / 3) + 1);
  return Array.from({ length: count }, (_, index) =>
    shape.getPointAtLength((length * index) / Math.max(1, count - 1)).matrixTransform(matrix),
  );
}

/** Whether a point lies among the letters of a box. */
function isAmongLetters(box: DOMRect, point: DOMPoint): boolean {
  return contains(box, point, -1, (box.bottom - box.top) * 0.15);
}
