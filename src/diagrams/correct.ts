import { contains } from './boxes.ts';
import { breakWord } from './break-words.ts';
import { palette } from './palette.ts';
import { sampleLine, type ScreenPoint } from './sample-line.ts';
import { groundTexts } from './struck-texts.ts';

/**
 * Puts right what Mermaid's renderers get wrong for our purpose, in the page before the drawing is read: text too
 * small or out of scale, life lines without an end, marks that depend on today's date. Runs in a browser.
 */
export function correctDrawing(svg: SVGSVGElement, type: string, code: string): void {
  for (const text of svg.querySelectorAll('text')) breakWords(text, code);
  for (const text of svg.querySelectorAll<SVGElement>('text, tspan, foreignObject *'))
    limitSize(text, type === 'venn' ? 15 : 18);
  for (const node of svg.querySelectorAll<SVGGElement>('g.node')) centreLabel(node);
  const groups = /^(?:flowchart|class)/.test(type) ? svg.querySelectorAll<SVGGElement>('g.cluster') : [];
  const lines = groups.length > 0 ? sampleLines(svg) : [];
  for (const group of groups) alignGroupTitle(group, lines);
  if (type.startsWith('state')) {
    holdLabels(svg);
    svg.querySelectorAll<SVGGElement>('.statediagram-cluster').forEach(alignStateTitle);
  }
  if (type.startsWith('class')) correctClasses(svg);
  if (type === 'sequence') {
    endLifeLines(svg);
    circleNumbers(svg);
  }
  if (type === 'kanban')
    svg
      .querySelectorAll<SVGElement>('.items text, .items tspan')
      .forEach((text) => text.style.setProperty('font-size', '14px'));
  if (type === 'gantt') trimGantt(svg);
  if (layoutKinds.test(type)) svg.querySelectorAll<SVGPathElement>('.edgePaths path').forEach(openLoop);
  if (type === 'block') svg.querySelectorAll<SVGPathElement>('path.flowchart-link').forEach(straighten);
  // Lines are drawn across the bars and have to be seen there.
  if (type === 'xychart')
    svg
      .querySelectorAll<SVGElement>('.plot rect')
      .forEach((bar) => bar.style.setProperty('fill-opacity', '0.55'));
  if (!layoutKinds.test(type)) groundTexts(svg);
}

/** Kinds whose words and lines a layout keeps apart. */
export const layoutKinds = /^(?:flowchart-(?!swimlane)|state|class|er$|requirement)/;

const smallest = 12;

function limitSize(text: SVGElement, largest: number): void {
  const size = parseFloat(getComputedStyle(text).fontSize);
  if (size < smallest) text.style.setProperty('font-size', `${smallest}px`, 'important');
  else if (size > largest + 1) text.style.setProperty('font-size', `${largest}px`, 'important');
}

/** How much narrower (px) than the widest a line may be that ends inside a word: its next letter found no room. */
const nextLetter = 18;

/**
 * Mermaid breaks a word that is wider than its room where the room ends, and may leave its last sign alone: the same
 * lines with the word broken where readers expect it. That it was one word only the source says.
 */
function breakWords(text: SVGTextElement, code: string): void {
  const rows = [...text.querySelectorAll<SVGTSpanElement>(':scope > tspan.row')];
  const widths = rows.map((row) => row.getComputedTextLength());
  const room = Math.max(...widths);
  const wordOf = (row: Element | undefined) => row?.firstElementChild?.textContent ?? '';
  for (let at = 0; at < rows.length - 1; at += 1) {
    let word = wordOf(rows[at]);
    let last = at;
    while (
      rows[last]?.childElementCount === 1 &&
      (widths[last] ?? 0) > room - nextLetter &&
      last < rows.length - 1 &&
      code.includes(word + wordOf(rows[last + 1]))
    ) {
      last += 1;
      word += wordOf(rows[last]);
    }
    if (last === at) continue;
    const words = rows.slice(at, last + 1).map((row) => row.firstElementChild);
    const [first] = words;
    const asWritten = words.map((one) => one?.textContent ?? '');
    const fits = (piece: string) => {
      if (first) first.textContent = piece;
      return (rows[at]?.getComputedTextLength() ?? 0) <= room;
    };
    const write = (pieces: readonly string[]) => {
      words.forEach((one, index) => one?.replaceChildren(pieces[index] ?? ''));
    };
    const pieces = breakWord(word, fits);
    write(pieces);
    if (pieces.length !== words.length || (rows[last]?.getComputedTextLength() ?? 0) > room) write(asWritten);
    at = last;
  }
}

/** Some shapes place their label as if it were not centred already, half its width too far to one side. */
function centreLabel(node: SVGGElement): void {
  const labels = node.querySelectorAll<SVGGElement>(':scope > g.label');
  const [label] = labels;
  const shape = [...node.children].find((child) => child !== label && child instanceof SVGGraphicsElement);
  if (!label || labels.length > 1 || !shape) return;
  const text = label.getBoundingClientRect();
  const box = shape.getBoundingClientRect();
  const off = text.x + text.width / 2 - (box.x + box.width / 2);
  const sticksOut = text.left < box.left - 1 || text.right > box.right + 1;
  if (text.width > box.width || (!sticksOut && Math.abs(Math.abs(off) - text.width / 2) > 3)) return;
  const transform = label.getAttribute('transform') ?? '';
  label.setAttribute('transform', `translate(${-off} 0) ${transform}`);
}

/** Steps (px) in which a group's title looks for a place. */
const titleStep = 8;

/** A group's title stands at its upper left, or where no line into the group crosses it. */
function alignGroupTitle(group: SVGGElement, lines: readonly ScreenPoint[]): void {
  const frame = group.querySelector(':scope > rect')?.getBoundingClientRect();
  const title = group.querySelector<SVGGElement>(':scope > .cluster-label');
  if (!frame || !title) return;
  for (const text of title.querySelectorAll<SVGElement>('text, tspan'))
    text.style.setProperty('font-weight', '600');
  const box = title.getBoundingClientRect();
  if (box.width + 24 > frame.width || box.width === 0) return;
  const [first, last] = [frame.left + 12, frame.right - 12 - box.width];
  const places = [first, last, frame.left + (frame.width - box.width) / 2];
  for (let place = first; place < last; place += titleStep) places.push(place);
  const crossings = places.map(
    (left) =>
      lines.filter(
        ({ x, y }) => x > left - 5 && x < left + box.width + 5 && y > box.top - 2 && y < box.bottom + 2,
      ).length,
  );
  const left = places[crossings.indexOf(Math.min(...crossings))] ?? box.left;
  title.setAttribute('transform', `translate(${left - box.left} 0) ${title.getAttribute('transform') ?? ''}`);
}

/** Room (px) between the frame of a group and what is widest in it. */
const frameRoom = 8;

/**
 * Frames of composite states are as wide as the states in them, and names of transitions would stand on their lines:
 * each becomes as wide as what stands in it, the inner ones first.
 */
function holdLabels(svg: SVGSVGElement): void {
  const frames = [...svg.querySelectorAll<SVGRectElement>('.statediagram-cluster rect, rect.divider')].sort(
    (one, other) => one.getBoundingClientRect().width - other.getBoundingClientRect().width,
  );
  const labels = [...svg.querySelectorAll<SVGGElement>('.edgeLabels .edgeLabel')]
    .map((label) => label.getBoundingClientRect())
    .filter(({ width }) => width > 0);
  const isIn = (frame: DOMRect, { x, y, width, height }: DOMRect): boolean =>
    contains(frame, { x: x + width / 2, y: y + height / 2 }, 0);
  for (const frame of frames) {
    const box = frame.getBoundingClientRect();
    const inner = frames
      .map((other) => other.getBoundingClientRect())
      .filter((other) => other.width * other.height < box.width * box.height && isIn(box, other));
    const held = [...labels.filter((label) => isIn(box, label)), ...inner];
    const left = Math.min(box.left, ...held.map((one) => one.left - frameRoom));
    const right = Math.max(box.right, ...held.map((one) => one.right + frameRoom));
    frame.setAttribute('x', String(frame.x.baseVal.value + left - box.left));
    frame.setAttribute('width', String(right - left));
  }
}

/** A composite state's name stands in the band above its inner frame; Mermaid sets it half over the edge. */
function alignStateTitle(state: SVGGElement): void {
  const title = state.querySelector<SVGGElement>(':scope > .cluster-label');
  const outer = state.querySelector(':scope > g > .outer')?.getBoundingClientRect();
  const inner = state.querySelector(':scope > .inner')?.getBoundingClientRect();
  if (!title || !outer || !inner) return;
  const text = title.getBoundingClientRect();
  const off = (outer.top + inner.top) / 2 - (text.top + text.height / 2);
  title.setAttribute('transform', `translate(0 ${off}) ${title.getAttribute('transform') ?? ''}`);
}

/** Points every few pixels along all lines, on screen. */
function sampleLines(svg: SVGSVGElement): ScreenPoint[] {
  return [...svg.querySelectorAll<SVGPathElement>('.edgePaths path, path.flowchart-link')].flatMap((path) =>
    sampleLine(path, 5),
  );
}

/** Without mirrored actors Mermaid draws life lines 2,000 px long and cuts them with the viewBox. */
function endLifeLines(svg: SVGSVGElement): void {
  const lines = [...svg.querySelectorAll<SVGLineElement>('line.actor-line')];
  const bottom = svg.viewBox.baseVal.y + svg.viewBox.baseVal.height;
  for (const line of lines) {
    if (line.y2.baseVal.value > bottom) line.setAttribute('y2', String(bottom));
  }
}

/** A message's number stands in a marker on a line of no width, which browsers do not draw: a circle instead. */
function circleNumbers(svg: SVGSVGElement): void {
  for (const line of svg.querySelectorAll<SVGLineElement>('line[marker-start*="sequencenumber"]')) {
    const circle = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    circle.setAttribute('cx', String(line.x1.baseVal.value));
    circle.setAttribute('cy', String(line.y1.baseVal.value));
    circle.setAttribute('r', '9');
    circle.setAttribute('style', `fill:${palette.line[0]};stroke:none`);
    line.replaceWith(circle);
  }
}

/** How far (px) Mermaid ends a line before what it leads to, so that its arrow has room. */
const arrowRoom = 4;

/**
 * A line between blocks bends at the middle between their centres. Where one block is wide, that lies in it: the line
 * runs into the block and back, and its arrow points at where it came from.
 */
function straighten(path: SVGPathElement): void {
  const length = path.getTotalLength();
  const [start, end] = [path.getPointAtLength(0), path.getPointAtLength(length)];
  const [across, down] = [end.x - start.x, end.y - start.y];
  const apart = Math.hypot(across, down);
  if (apart === 0) return;
  const isBack = (from: DOMPoint, to: DOMPoint) => (to.x - from.x) * across + (to.y - from.y) * down < 0;
  const [x, y] = [(across / apart) * arrowRoom * 2, (down / apart) * arrowRoom * 2];
  if (path.hasAttribute('marker-start') && isBack(start, path.getPointAtLength(1))) {
    start.x += x;
    start.y += y;
  }
  if (path.hasAttribute('marker-end') && isBack(path.getPointAtLength(length - 1), end)) {
    end.x -= x;
    end.y -= y;
  }
  path.setAttribute('d', `M${start.x},${start.y}L${end.x},${end.y}`);
}

/** A way (px) from a node to itself that is shorter than this has no room to be seen as one. */
const shortestLoop = 60;
/** Half of how far (px) the ends of such a way stand apart, and how far its curve is drawn out. */
const loop = { half: 9, reach: 20 };

/** ELK leads what leads back to its own node out and in again on nearly the same line: a loop that can be seen. */
function openLoop(path: SVGPathElement): void {
  const length = path.getTotalLength();
  if (length > shortestLoop) return;
  const [start, middle, end] = [0, length / 2, length].map((at) => path.getPointAtLength(at));
  if (!start || !middle || !end) return;
  if (Math.hypot(end.x - start.x, end.y - start.y) > loop.half) return;
  const [x, y] = [(start.x + end.x) / 2, (start.y + end.y) / 2];
  const out = Math.hypot(middle.x - x, middle.y - y);
  if (out < 1) return;
  const [ox, oy] = [(middle.x - x) / out, (middle.y - y) / out];
  const at = (along: number, side: number) => `${x + ox * along - oy * side},${y + oy * along + ox * side}`;
  const { half, reach } = loop;
  path.setAttribute('d', `M${at(0, half)}C${at(reach, half + 4)} ${at(reach, -half - 4)} ${at(0, -half)}`);
}

/** The line of today would make a new drawing every day; weekends beyond the last task would widen it. */
function trimGantt(svg: SVGSVGElement): void {
  svg.querySelector('.today')?.remove();
  for (const line of svg.querySelectorAll<SVGElement>('.grid line'))
    line.style.setProperty('stroke', palette.grid[0]);
  const { x, width } = svg.viewBox.baseVal;
  for (const range of svg.querySelectorAll<SVGRectElement>('.exclude-range')) {
    const left = range.x.baseVal.value;
    if (left >= x + width) range.remove();
    else if (left + range.width.baseVal.value > x + width)
      range.setAttribute('width', String(x + width - left));
  }
}

/** Mermaid sets the looks of abstract and of static members where SVG text does not take them from. */
function correctClasses(svg: SVGSVGElement): void {
  for (const label of svg.querySelectorAll<SVGElement>('g.label[style]')) {
    const { fontStyle, textDecoration } = label.style;
    for (const text of label.querySelectorAll<SVGElement>('text, tspan')) {
      if (fontStyle) text.style.setProperty('font-style', fontStyle);
      if (textDecoration) text.style.setProperty('text-decoration', textDecoration);
    }
  }
  // Names of relations stand on the page, not in a box.
  for (const ground of svg.querySelectorAll<SVGElement>('.edgeLabels rect'))
    ground.style.setProperty('fill', palette.veil[0], 'important');
}
