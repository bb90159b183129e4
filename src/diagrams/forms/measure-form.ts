import { type Box, crosses, holds, overlaps, type Point } from '../boxes.ts';
import { createElement, isElement, readText, type SvgElement, walkElements } from '../svg-tree.ts';
import type { Fault } from '../measure-faults.ts';
import type { Form, Measure } from './sheet.ts';

/**
 * Measures a form of our own as `measureFaults` measures Mermaid's drawings: words over other words, lines through
 * words, words that stick out. What is painted under a filled box that holds the words does not count.
 */
export function measureForm({ children, width }: Form, measure: Measure): Fault[] {
  const faults: Fault[] = [];
  const texts: { box: Box; words: string; at: number }[] = [];
  const lines: { points: Point[]; at: number }[] = [];
  const grounds: { box: Box; at: number }[] = [];
  for (const [at, element] of [...walkElements(createElement('svg', {}, children))].entries()) {
    if (element.name === 'text') texts.push(...readLines(element, measure).map((line) => ({ ...line, at })));
    else if (element.name === 'path' && element.attributes['stroke'] !== 'none')
      lines.push({ points: readPoints(element.attributes['d'] ?? ''), at });
    else if (element.name === 'rect' && element.attributes['fill'] !== 'none')
      grounds.push({ box: readRect(element), at });
  }
  for (const [index, { box, words, at }] of texts.entries()) {
    if (box.left < -1 || box.right > width + 1) faults.push({ kind: 'clipped', words });
    for (const other of texts.slice(index + 1))
      if (overlaps(box, other.box))
        faults.push({ kind: 'label-on-label', words: `${words}, ${other.words}` });
    const ground = grounds.findLast((one) => one.at < at && holds(one.box, box, 0.5))?.at ?? -1;
    if (lines.some((line) => line.at > ground && crosses(line.points, box)))
      faults.push({ kind: 'label-on-edge', words });
  }
  return faults;
}

/** The lines of a text with the boxes that their letters fill. */
function readLines(text: SvgElement, measure: Measure): { box: Box; words: string }[] {
  const { attributes, children } = text;
  const size = Number(attributes['font-size']);
  const parts = children.filter(isElement);
  return (parts.length > 0 ? parts : [text]).map((part) => {
    const words = readText(part);
    const wide = measure(words, size, Number(attributes['font-weight'] ?? 400));
    const [x, y] = [Number(part.attributes['x']), Number(part.attributes['y'])];
    const anchor = attributes['text-anchor'];
    const left = x - (anchor === 'end' ? wide : anchor === 'middle' ? wide / 2 : 0);
    return { words, box: { left, right: left + wide, top: y - size * 0.78, bottom: y + size * 0.12 } };
  });
}

/** The corners of what `Sheet.line` writes; other outlines are marks, not lines. */
function readPoints(d: string): Point[] {
  if (!/^M[-\d. L]+$/.test(d)) return [];
  return d
    .slice(1)
    .split('L')
    .map((point): Point => {
      const [x = 0, y = 0] = point.split(' ').map(Number);
      return [x, y];
    });
}

function readRect({ attributes }: SvgElement): Box {
  const [left, top] = [Number(attributes['x'] ?? 0), Number(attributes['y'] ?? 0)];
  return { left, top, right: left + Number(attributes['width']), bottom: top + Number(attributes['height']) };
}
