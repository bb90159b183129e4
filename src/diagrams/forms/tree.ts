import type { DiagramNode, OutlineItem, ParsedDiagram } from '../graph.ts';
import { drawTitle, type Form, labelSize, type Sheet } from './sheet.ts';

const step = 22;
const hues = ['s0', 's2', 's1', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's10', 's11'];

/** A mind map or another tree, indented: each branch hangs below what it belongs to. */
export function drawTree(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  if (parsed.body.kind !== 'outline') return null;
  const { items } = parsed.body;
  const [root] = items;
  const take = nameItems(parsed.nodes);
  const most = Math.max(0, ...listAmounts(items));
  const top = drawTitle(sheet, parsed.title);
  if (!root || items.length > 1) {
    let y = top;
    items.forEach((item, index) => {
      y =
        drawBranch(sheet, item, {
          x: 0,
          y,
          width: sheet.width,
          hue: hues[index % 12] ?? 's0',
          take,
          most,
          level: 1,
        }) + 10;
    });
    return sheet.finish(y - 10);
  }
  const below = drawBox(sheet, root, { x: 0, y: top, width: sheet.width, take, most, weight: 600 });
  const isSplit = sheet.width >= 560 && root.items.length > 1 && countItems(root.items) > 7;
  // Where the line to the second column runs: clear of the boxes above and below it.
  const bus = below + 8;
  const start = isSplit ? bus + 10 : below + 10;
  const columns = isSplit ? splitEvenly(root.items) : [root.items];
  const gap = 28;
  const width = (sheet.width - gap * (columns.length - 1)) / columns.length;
  const spine = 12;
  let index = 0;
  let end = start;
  for (const [place, column] of columns.entries()) {
    const x = place * (width + gap);
    let y = start;
    let last = place > 0 ? bus : below;
    for (const item of column) {
      const middle = y + 15;
      const hue = hues[index % 12] ?? 's0';
      sheet.line(
        [
          [x + spine, last],
          [x + spine, middle],
          [x + spine + 12, middle],
        ],
        { stroke: 'edge', width: 1.5 },
      );
      last = middle;
      y =
        drawBranch(sheet, item, {
          x: x + spine + 12,
          y,
          width: width - spine - 12,
          hue,
          take,
          most,
          level: 1,
        }) + 12;
      index += 1;
    }
    if (place > 0)
      sheet.line(
        [
          [spine, bus],
          [x + spine, bus],
        ],
        { stroke: 'edge', width: 1.5 },
      );
    end = Math.max(end, y);
  }
  return sheet.finish(end - 12);
}

interface Place {
  x: number;
  y: number;
  width: number;
  take: (label: string) => DiagramNode | undefined;
  /** The largest amount of all, which the longest bar stands for. */
  most: number;
}

function drawBranch(sheet: Sheet, item: OutlineItem, place: Place & { hue: string; level: number }): number {
  const { x, width, hue, take, most, level } = place;
  let y = drawBox(sheet, item, {
    ...place,
    weight: level === 1 ? 600 : 400,
    ...(level === 1 ? { hue } : {}),
  });
  const indent = Math.min(step, Math.max(10, width / 14));
  if (item.value !== undefined && most > 0) {
    const x0 = x + (level === 1 ? 0 : 2);
    sheet.rect(x0, y + (level === 1 ? 3 : 1), Math.max(1, ((width - 4) * item.value) / most), 7, {
      fill: hue,
    });
    y += 10;
  }
  const spine = x + Math.min(9, indent / 2);
  let last = y;
  for (const child of item.items) {
    y += 3;
    const middle = y + 12;
    sheet.line(
      [
        [spine, last],
        [spine, middle],
        [x + indent - 3, middle],
      ],
      { stroke: hue, width: 1.5 },
    );
    last = middle;
    y = drawBranch(sheet, child, {
      x: x + indent,
      y,
      width: width - indent,
      hue,
      take,
      most,
      level: level + 1,
    });
  }
  return y;
}

/** One label; in a box where it is a main branch or has a class of its own. */
function drawBox(
  sheet: Sheet,
  item: OutlineItem,
  { x, y, width, take, weight, hue }: Place & { weight: 400 | 600; hue?: string },
): number {
  const node = take(item.label);
  const classes = node?.classes ?? [];
  const isBoxed = weight === 600 || classes.length > 0;
  const pad = isBoxed ? 10 : 2;
  const lines = sheet.wrap(item.label, width - 2 * pad, { weight });
  const high = lines.length * labelSize * 1.4 + (isBoxed ? 9 : 3);
  const wide = Math.max(...lines.map((line) => sheet.measure(line, labelSize, weight))) + 2 * pad;
  sheet.node(node?.id, classes, () => {
    if (isBoxed)
      sheet.rect(
        x,
        y,
        Math.min(width, wide),
        high,
        {
          fill: 'box',
          stroke: classes.length ? 'edge' : (hue ?? 'edge'),
          width: hue && !classes.length ? 1.5 : undefined,
        },
        5,
      );
    // Bare words are lower than a finger's target: what is pressed begins where the line before ends.
    else sheet.target(x, y - 3, Math.min(width, wide) - pad, high + 3);
    sheet.text(x + pad, y + (isBoxed ? 4.5 : 1), lines, { weight });
  });
  return y + high;
}

/** Nodes by their labels, each given once, so that the tree's items get the names that links are bound to. */
function nameItems(nodes: readonly DiagramNode[]): (label: string) => DiagramNode | undefined {
  const left = Map.groupBy(nodes, (node) => node.label);
  return (label) => left.get(label)?.shift();
}

function listAmounts(items: readonly OutlineItem[]): number[] {
  return items.flatMap((item) => [item.value ?? 0, ...listAmounts(item.items)]);
}

function countItems(items: readonly OutlineItem[]): number {
  return items.reduce((sum, item) => sum + 1 + countItems(item.items), 0);
}

/** Two columns of about the same height, in reading order. */
function splitEvenly(items: readonly OutlineItem[]): OutlineItem[][] {
  const heights = items.map((item) => 1.6 + countItems(item.items));
  const all = heights.reduce((sum, height) => sum + height, 0);
  let best = 1;
  let least = Infinity;
  let first = 0;
  for (let at = 1; at < items.length; at += 1) {
    first += heights[at - 1] ?? 0;
    if (Math.abs(all - 2 * first) < least) [best, least] = [at, Math.abs(all - 2 * first)];
  }
  return [items.slice(0, best), items.slice(best)];
}
