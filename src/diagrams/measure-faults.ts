import { contains, holds, overlaps } from './boxes.ts';
import { layoutKinds } from './correct.ts';
import { sampleLine, type ScreenPoint } from './sample-line.ts';
import { measureTexts } from './struck-texts.ts';

/** What makes a laid-out drawing say something that its source does not. Labels as far as there are any. */
export interface Fault {
  kind:
    'edge-through-node' | 'label-on-label' | 'label-on-edge' | 'label-on-node' | 'label-astray' | 'clipped';
  /** What it happens to. */
  words: string;
}

interface Piece {
  box: DOMRect;
  words: string;
}

interface Node extends Piece {
  shape: SVGGeometryElement | null;
  /** What names of edges may call it. */
  names: string[];
}

interface Edge {
  id: string;
  points: ScreenPoint[];
  /** Those of them that a mark of multiplicity covers. */
  marked: ScreenPoint[];
}

interface Label extends Piece {
  /** Its edge's. */
  id: string;
  group: SVGGElement;
}

/** What a drawing of nodes and edges consists of, as it stands on the screen. */
export interface Pieces {
  nodes: Node[];
  edges: Edge[];
  labels: Label[];
  /** Names of groups. */
  titles: Piece[];
  /** How many stand at an end of an edge. */
  ends: Piece[];
}

/** Reads them once, for `slideLabels` and `measureFaults`. */
export function readPieces(svg: SVGSVGElement): Pieces {
  const nodes = [...svg.querySelectorAll<SVGGElement>('g.node')]
    .map((group) => readNode(group, svg.id))
    .filter(({ box }) => box.width > 0);
  const edges = [...svg.querySelectorAll<SVGPathElement>('.edgePaths path, path.flowchart-link')]
    .filter((path, index, all) => all.indexOf(path) === index)
    .map(readEdge)
    .filter(({ points }) => points.length > 1);
  const labels = [...svg.querySelectorAll<SVGGElement>('.edgeLabels .edgeLabel')].flatMap((group) => {
    const words = group.textContent?.trim() ?? '';
    const text = group.querySelector('text');
    if (!words || !text) return [];
    const id =
      group.querySelector('[data-id]')?.getAttribute('data-id') ?? group.getAttribute('data-id') ?? '';
    return [{ words, box: text.getBoundingClientRect(), id, group }];
  });
  const titles = [...svg.querySelectorAll<SVGGElement>('.cluster-label')].flatMap((title): Piece[] => {
    const words = title.textContent?.trim() ?? '';
    return words ? [{ words, box: title.getBoundingClientRect() }] : [];
  });
  const ends = [...svg.querySelectorAll<SVGTextElement>('.edgeTerminals text')]
    .map((text): Piece => ({ words: text.textContent?.trim() ?? '', box: text.getBoundingClientRect() }))
    .filter(({ words }) => words !== '');
  return { nodes, edges, labels, titles, ends };
}

/** How much of the screen's width (px) the nodes take, which nothing moves any more. */
export function measureWidth({ nodes }: Pieces): number {
  if (nodes.length === 0) return 0;
  return Math.max(...nodes.map(({ box }) => box.right)) - Math.min(...nodes.map(({ box }) => box.left));
}

/**
 * Measures a drawing of nodes and edges as Mermaid left it in the page: edges that run through nodes they do not join,
 * labels on other labels, nodes or foreign edges, labels nearer to another edge than to their own, words wider than
 * their box. Runs in a browser, with the SVG in the document at its natural size.
 */
export function measureFaults(svg: SVGSVGElement, type: string, pieces: Pieces): Fault[] {
  const { nodes, edges, labels, titles, ends } = pieces;
  const grounds = [...svg.querySelectorAll('g.cluster > rect')].map((rect) => rect.getBoundingClientRect());
  const faults = layoutKinds.test(type) ? [] : measureTexts(svg);
  for (const { box, words } of titles)
    if (grounds.some((ground) => overlaps(box, ground, 2, 3) && !holds(ground, box, 1)))
      faults.push({ kind: 'clipped', words });
  for (const edge of edges) {
    const joined =
      findNamed(edge, nodes) ??
      [edge.points[0], edge.points.at(-1)].flatMap((end) => (end ? findNearest(end, nodes) : []));
    for (const node of nodes) {
      if (joined.includes(node)) continue;
      if (edge.points.some((point) => contains(node.box, point, 0.5) && covers(node.shape, point)))
        faults.push({ kind: 'edge-through-node', words: node.words });
    }
    for (const title of titles)
      if (edge.points.some((point) => contains(title.box, point, 2)))
        faults.push({ kind: 'label-on-edge', words: title.words });
  }
  for (const [index, end] of ends.entries())
    for (const other of ends.slice(index + 1))
      if (overlaps(end.box, other.box, 2, 3))
        faults.push({ kind: 'label-on-label', words: `${end.words}, ${other.words}` });
  for (const [index, label] of labels.entries())
    faults.push(...measureLabel(label, labels.slice(index + 1), pieces));
  // Blocks hold others, and stand as close as their author packs them.
  const isPacked = svg.getAttribute('aria-roledescription') === 'block';
  for (const [index, node] of nodes.entries()) {
    const text = node.shape?.closest('g.node')?.querySelector('text');
    const shape = node.shape?.getBoundingClientRect();
    if (text && shape && text.getBoundingClientRect().width > shape.width + 3)
      faults.push({ kind: 'clipped', words: node.words });
    for (const other of isPacked ? [] : nodes.slice(index + 1))
      if (overlaps(node.box, other.box, 2, 3))
        faults.push({ kind: 'label-on-node', words: `${node.words}, ${other.words}` });
  }
  return faults;
}

/** How far (px) an edge may end from the node it joins: its arrow stands between. */
const mostApart = 8;

/** The nodes that an edge joins as Mermaid's name of it says, `L_a_b_0`; null where that does not name two of them. */
function findNamed({ id }: Edge, nodes: readonly Node[]): Node[] | null {
  const way = id.replace(/^(?:L|id)_|[_-]\d+$/g, '');
  for (const from of nodes)
    for (const name of from.names) {
      if (!way.startsWith(name)) continue;
      const to = nodes.find(({ names }) => names.includes(way.slice(name.length + 1)));
      if (to) return [from, to];
    }
  return null;
}

/** The node at which an edge ends: of neighbours the nearest one. */
function findNearest(end: ScreenPoint, nodes: readonly Node[]): Node[] {
  const apart = nodes.map(({ box }) =>
    Math.hypot(
      Math.max(box.left - end.x, 0, end.x - box.right),
      Math.max(box.top - end.y, 0, end.y - box.bottom),
    ),
  );
  const least = Math.min(mostApart, ...apart);
  return nodes.filter((_, index) => (apart[index] ?? Infinity) <= least);
}

/** What is wrong with where the label of an edge stands. */
function measureLabel(
  { box, words, id }: Omit<Label, 'group'>,
  others: readonly Piece[],
  { nodes, edges, titles, ends }: Pieces,
): Fault[] {
  const faults: Fault[] = [];
  for (const other of [...others, ...ends])
    if (overlaps(box, other.box, 2, 3))
      faults.push({ kind: 'label-on-label', words: `${words}, ${other.words}` });
  for (const piece of [...nodes, ...titles])
    if (overlaps(box, piece.box, 2, 3)) faults.push({ kind: 'label-on-node', words });
  const own = edges.find((edge) => edge.id !== '' && edge.id === id);
  if (!own) return faults;
  // At its ends stand the marks that say how many.
  if (own.marked.some((point) => contains(box, point, -1))) faults.push({ kind: 'label-on-edge', words });
  const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
  const distance = measureDistance(own, middle);
  for (const edge of edges) {
    if (edge === own) continue;
    // Edges of one pair, or out of one node, begin as one line.
    if (edge.points.some((point) => contains(box, point, 0))) faults.push({ kind: 'label-on-edge', words });
    else if (measureDistance(edge, middle) < distance - 6) faults.push({ kind: 'label-astray', words });
  }
  return faults;
}

/**
 * Moves labels that stand on something, or where they would be read as another edge's, along their edge to the nearest
 * place where they do not. Those that find none stay. Their boxes in `pieces` move with them.
 */
export function slideLabels(pieces: Pieces): void {
  for (const label of pieces.labels) {
    const { box, id, group } = label;
    const others = pieces.labels.filter((other) => other !== label);
    if (measureLabel(label, others, pieces).length === 0) continue;
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const moves = (pieces.edges.find((edge) => edge.id !== '' && edge.id === id)?.points ?? [])
      .map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y }))
      .sort((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y));
    for (const { x, y } of moves) {
      const moved = new DOMRect(box.x + x, box.y + y, box.width, box.height);
      if (measureLabel({ ...label, box: moved }, others, pieces).length > 0) continue;
      group.setAttribute('transform', `translate(${x} ${y}) ${group.getAttribute('transform') ?? ''}`);
      label.box = moved;
      break;
    }
  }
}

/** How far (px) a mark of multiplicity reaches from the end of its edge, as Mermaid draws it. */
const markReach: Record<string, number> = { onlyOne: 15, oneOrMore: 24, zeroOrOne: 27, zeroOrMore: 36 };

function readMarkReach(path: SVGPathElement, end: 'start' | 'end'): number {
  const [, kind = ''] = /_er-(\w+?)(?:Start|End)\b/.exec(path.getAttribute(`marker-${end}`) ?? '') ?? [];
  return markReach[kind] ?? 0;
}

function readNode(group: SVGGElement, svgId: string): Node {
  const shapes = [...group.querySelectorAll<SVGGeometryElement>('rect,polygon,path,circle,ellipse')].filter(
    (shape) => !shape.closest('.label') && shape.getBoundingClientRect().width > 0,
  );
  const shape = shapes.sort((a, b) => area(b) - area(a))[0] ?? null;
  const id = group.id.startsWith(`${svgId}-`) ? group.id.slice(svgId.length + 1) : group.id;
  const [, name] = /^(?:flowchart|classId)-(.+)-\d+$/.exec(id) ?? [];
  return {
    shape,
    names: [id, name].filter((one) => one !== undefined),
    box: (shape ?? group).getBoundingClientRect(),
    words: group.textContent?.trim().replace(/\s+/g, ' ') ?? '',
  };
}

function area(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
}

function readEdge(path: SVGPathElement): Edge {
  const points = sampleLine(path, edgeStep);
  const [first, last] = [readMarkReach(path, 'start'), readMarkReach(path, 'end')];
  const length = (points.length - 1) * edgeStep;
  const marked = points.filter((_, index) => {
    const at = index * edgeStep;
    return (first > 0 && at <= first) || (last > 0 && length - at <= last);
  });
  return { id: path.getAttribute('data-id') ?? '', points, marked };
}

/** Between the points (px) at which an edge is looked at. */
const edgeStep = 4;

function covers(shape: SVGGeometryElement | null, { x, y }: ScreenPoint): boolean {
  const matrix = shape?.getScreenCTM()?.inverse();
  return !shape || !matrix || shape.isPointInFill(new DOMPoint(x, y).matrixTransform(matrix));
}

function measureDistance({ points }: Edge, to: ScreenPoint): number {
  return Math.min(...points.map(({ x, y }) => Math.hypot(x - to.x, y - to.y)));
}
