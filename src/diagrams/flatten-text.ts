import { splitLetters } from './break-words.ts';
import { adaptColour, namedColour, readColour, type SchemeColour } from './colour.ts';
import { createElement, type SvgElement, type SvgNode } from './svg-tree.ts';

type ChooseInk<Place extends unknown[]> = (...args: [...Place, SchemeColour]) => SchemeColour;

/**
 * The lines of an SVG text, each at its own baseline: Mermaid's nested tspans, `em` offsets and baseline shifts are
 * replaced by plain positions. Runs of one style become one string.
 */
export function readTextLines(text: SVGTextElement, chooseInk: ChooseInk<[]>): SvgElement[] {
  const runs = collectRuns(text);
  const visible = runs.filter((run) => run.text.trim() !== '');
  if (visible.length === 0) return [];
  const lines = groupLines(text, runs);
  if (lines.length === 0) return [];
  const centre = findNodeCentre(text);
  const transform = text.getAttribute('transform') ?? undefined;
  const opacity = getComputedStyle(text).opacity;
  const shared = { transform, opacity: opacity === '1' ? undefined : opacity };
  const rows = lines.map((line) => placeLine(text, line, centre, chooseInk));
  const [first] = rows;
  if (!first) return [];
  const alike = rows.every(
    (row) => row.anchor === first.anchor && JSON.stringify(row.style) === JSON.stringify(first.style),
  );
  if (rows.length > 1 && alike) {
    const spans = rows.map((row) => createElement('tspan', { x: row.x, y: row.y }, row.children));
    return [createElement('text', { ...shared, 'text-anchor': first.anchor, ...first.style }, spans)];
  }
  return rows.map((row) =>
    createElement(
      'text',
      { ...shared, x: row.x, y: row.y, 'text-anchor': row.anchor, ...row.style },
      row.children,
    ),
  );
}

/** The lines of HTML inside a foreignObject, as SVG text at the same places. */
export function readForeignLines(foreign: SVGElement, chooseInk: ChooseInk<[DOMRect]>): SvgNode[] {
  const matrix = (foreign as SVGGraphicsElement).getScreenCTM()?.inverse();
  if (!matrix) return [];
  const walker = document.createTreeWalker(foreign, NodeFilter.SHOW_TEXT);
  const lines: SvgElement[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || getComputedStyle(parent).display === 'none') continue;
    for (const { text, box } of splitByLine(node as Text)) {
      const style = getComputedStyle(parent);
      const size = parseFloat(style.fontSize);
      const point = new DOMPoint(box.left + box.width / 2, box.top + box.height / 2).matrixTransform(matrix);
      const ink = chooseInk(box, readInk(style.color));
      lines.push(
        createElement(
          'text',
          {
            x: point.x,
            y: point.y + size * 0.35,
            'text-anchor': 'middle',
            fill: ink.css === namedColour('ink').css ? undefined : ink.css,
            'font-size': size,
            'font-weight': readWeight(style.fontWeight),
          },
          [text],
        ),
      );
    }
  }
  return lines;
}

function splitByLine(node: Text): { text: string; box: DOMRect }[] {
  const range = document.createRange();
  const lines: { text: string; box: DOMRect }[] = [];
  let index = 0;
  for (const character of splitLetters(node.data)) {
    range.setStart(node, index);
    index += character.length;
    range.setEnd(node, index);
    const rect = range.getClientRects()[0];
    if (!rect || rect.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - rect.top) < 2) {
      last.text += character;
      last.box = new DOMRect(last.box.left, last.box.top, rect.right - last.box.left, last.box.height);
    } else {
      lines.push({ text: character, box: new DOMRect(rect.left, rect.top, rect.width, rect.height) });
    }
  }
  return lines
    .map(({ text, box }) => ({ text: text.replace(/\s+/g, ' ').trim(), box }))
    .filter(({ text }) => text !== '');
}

/** Text nodes in order, with the number of addressable characters before each. */
function collectRuns(text: SVGTextElement): Run[] {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const runs: Run[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement ?? text;
    if (getComputedStyle(parent).display === 'none') continue;
    if (parent.closest('title')) continue;
    runs.push({ text: (node as Text).data, parent });
  }
  return runs;
}

/** Characters grouped into lines by where the browser put them. White space that the browser collapsed has no place. */
function groupLines(text: SVGTextElement, runs: Run[]): Line[] {
  const rendered = runs.map((run) => run.text).join('');
  const count = text.getNumberOfChars();
  // The browser may leave collapsed white space out of its count, so its characters are matched with ours one by one.
  const lines: Line[] = [];
  let index = 0;
  let previous: { y: number; end: number } | null = null;
  const collapse = count !== rendered.length;
  let lastWasSpace = true;
  for (const run of runs) {
    for (const character of splitLetters(run.text)) {
      const isSpace = /^\s+$/.test(character);
      if (collapse && isSpace && lastWasSpace) continue;
      lastWasSpace = isSpace;
      if (index >= count) break;
      // SVG counts UTF-16 units; the parts of one letter may be given odd places of their own.
      const length = Math.min(character.length, count - index);
      const start = text.getStartPositionOfChar(index);
      const end = text.getEndPositionOfChar(index + length - 1);
      index += length;
      const line = lines.at(-1);
      const jumps =
        previous !== null &&
        (Math.abs(start.y - previous.y) > 2 || start.x < previous.end - 4 || start.x > previous.end + 24);
      if (!line || jumps)
        lines.push({ from: index - length, to: index, parts: [{ text: character, parent: run.parent }] });
      else {
        line.to = index;
        const part = line.parts.at(-1);
        if (part && part.parent === run.parent) part.text += character;
        else line.parts.push({ text: character, parent: run.parent });
      }
      previous = { y: start.y, end: end.x };
    }
  }
  return lines.filter((line) => line.parts.some((part) => part.text.trim() !== ''));
}

function placeLine(text: SVGTextElement, line: Line, centre: number | null, chooseInk: ChooseInk<[]>): Row {
  const first = line.parts[0]?.parent ?? text;
  const style = getComputedStyle(first);
  const [from, to] = trimLine(line);
  const start = text.getStartPositionOfChar(from);
  const length = text.getSubStringLength(from, Math.max(1, to - from));
  const extent = text.getExtentOfChar(from);
  const size = parseFloat(style.fontSize);
  const middle = start.x + length / 2;
  const centred = style.textAnchor === 'middle' || (centre !== null && Math.abs(middle - centre) < 2);
  const anchor = centred ? 'middle' : style.textAnchor === 'end' ? 'end' : undefined;
  const x = centred ? middle : anchor === 'end' ? start.x + length : start.x;
  return {
    x,
    y: extent.y + readAscent(first, size),
    anchor,
    style: readStyle(style, chooseInk),
    children: joinParts(line.parts, first, chooseInk),
  };
}

/** The run of characters of a line without the white space at its ends. */
function trimLine(line: Line): [from: number, to: number] {
  const text = line.parts.map((part) => part.text).join('');
  return [
    line.from + (text.length - text.trimStart().length),
    line.to - (text.length - text.trimEnd().length),
  ];
}

/** One string where the whole line has one style, else the first style's text and spans for the others. */
function joinParts(parts: Run[], first: Element, chooseInk: ChooseInk<[]>): SvgNode[] {
  const base = JSON.stringify(readStyle(getComputedStyle(first), chooseInk));
  const nodes: SvgNode[] = [];
  for (const part of parts) {
    const style = readStyle(getComputedStyle(part.parent), chooseInk);
    const last = nodes.at(-1);
    if (JSON.stringify(style) === base) {
      if (typeof last === 'string') nodes[nodes.length - 1] = last + part.text;
      else nodes.push(part.text);
    } else
      nodes.push(
        createElement(
          'tspan',
          {
            ...style,
            'font-weight': style['font-weight'] ?? '400',
            'font-style':
              style['font-style'] ?? (getComputedStyle(first).fontStyle === 'normal' ? undefined : 'normal'),
          },
          [part.text],
        ),
      );
  }
  return nodes.map((node, index) => {
    if (typeof node !== 'string') return node;
    let text = node.replace(/\s+/g, ' ');
    if (index === 0) text = text.trimStart();
    if (index === nodes.length - 1) text = text.trimEnd();
    return text;
  });
}

/** What differs from the drawing's own text style: 15 px, regular weight, ink. */
function readStyle(style: CSSStyleDeclaration, chooseInk: ChooseInk<[]>): Record<string, string | undefined> {
  const ink = chooseInk(readInk(style.fill));
  const family = style.fontFamily;
  return {
    fill: ink.css === namedColour('ink').css ? undefined : ink.css,
    'font-size': style.fontSize.replace(/px$/, ''),
    'font-weight': readWeight(style.fontWeight),
    'font-style': style.fontStyle === 'normal' ? undefined : style.fontStyle,
    'font-family': /mono/i.test(family) ? 'monospace' : undefined,
    'text-decoration': style.textDecorationLine === 'none' ? undefined : style.textDecorationLine,
  };
}

function readInk(css: string): SchemeColour {
  const colour = readColour(css);
  return colour && colour.alpha > 0 ? adaptColour(colour.rgb, 'text') : namedColour('ink');
}

function readWeight(weight: string): string | undefined {
  const number = Number(weight);
  return number === 400 || !Number.isFinite(number) ? undefined : number >= 600 ? '600' : weight;
}

/** The middle of the node a label belongs to, in the label's own units: its lines are then set around it. */
function findNodeCentre(text: SVGTextElement): number | null {
  const node = text.closest('.node, .cluster');
  const shape = node?.querySelector<SVGGraphicsElement>('rect,polygon,path,circle,ellipse');
  const matrix = text.getScreenCTM()?.inverse();
  if (!node || !shape || !matrix) return null;
  const box = shape.getBoundingClientRect();
  if (box.width === 0) return null;
  return new DOMPoint(box.x + box.width / 2, box.y).matrixTransform(matrix).x;
}

const ascents = new Map<string, number>();

/** How far the baseline lies below the top of a character's extent, measured once for each font. */
function readAscent(element: Element, size: number): number {
  const style = getComputedStyle(element);
  const key = `${style.fontFamily}/${style.fontWeight}/${style.fontStyle}`;
  let ratio = ascents.get(key);
  if (ratio === undefined) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const probe = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    probe.setAttribute('style', `font:${style.fontStyle} ${style.fontWeight} 100px ${style.fontFamily}`);
    // A Hangul syllable, as tall as letters get.
    probe.textContent = '\uac00';
    svg.append(probe);
    document.body.append(svg);
    ratio = -probe.getExtentOfChar(0).y / 100;
    svg.remove();
    ascents.set(key, ratio);
  }
  return ratio * size;
}

interface Run {
  text: string;
  parent: Element;
}

interface Line {
  from: number;
  to: number;
  parts: Run[];
}

interface Row {
  x: number;
  y: number;
  anchor: string | undefined;
  style: Record<string, string | undefined>;
  children: SvgNode[];
}
