import type { DiagramEdge, DiagramGroup, DiagramNode, ParsedDiagram } from '../graph.ts';
import { drawTitle, type Form, type Sheet, smallSize } from './sheet.ts';

const small = { size: smallSize } as const;
const bold = { weight: 600 } as const;

type Item = { node: DiagramNode } | { group: DiagramGroup; items: Item[] };

/** Sheets at least this wide (px) have boxes side by side. */
const leastFlowing = 480;
/** Space (px) between boxes side by side. */
const gap = 14;
/** Boxes side by side are no wider than a third of their room, nor need they be narrower than this (px). */
const leastCell = 180;

/**
 * A graph of any size and shape as boxes in boxes: each node in its box, a line to the next where that is where it
 * leads, and every other way out in words below the box. On a narrow sheet they stand in one column, on a wide one side
 * by side, in the order of the source. Nothing crosses, and nothing is wider than the sheet.
 */
export function drawRows(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  if (parsed.body.kind !== 'graph' && parsed.body.kind !== 'transitions') return null;
  const columns = parsed.body.kind === 'graph' ? parsed.body.columns : undefined;
  if (parsed.nodes.length === 0) return null;
  const names = new Map<string, string>([
    ...parsed.groups.map(({ id, label }) => [id, label || id] as const),
    ...parsed.nodes.map((node) => [node.id, node.label || marks[node.role ?? ''] || node.id] as const),
  ]);
  const leaving = Map.groupBy(parsed.edges, ({ from }) => from);
  const said = findSaid(parsed, leaving);
  const items = arrange({ ...parsed, nodes: parsed.nodes.filter(({ id }) => !said.has(id)) });
  const order = listNodes(items);
  const isFlowing = sheet.width >= leastFlowing;
  /** The only way out of a node, where it leads to the one that stands next to it. */
  const leadsOn = (node: DiagramNode): DiagramEdge | null => {
    const next = order[order.indexOf(node) + 1];
    const [only, ...others] = leaving.get(node.id) ?? [];
    return only && others.length === 0 && next && only.to === next.id && next.group === node.group
      ? only
      : null;
  };
  let y = drawTitle(sheet, parsed.title);

  const drawExits = (
    edges: readonly DiagramEdge[],
    x: number,
    width: number,
    ground: 'veil' | 'group',
  ): number => {
    let right = x;
    const reach = (left: number, lines: readonly string[], weight: number) => {
      right = Math.max(right, ...lines.map((line) => left + sheet.measure(line, smallSize, weight)));
      return lines;
    };
    for (const edge of edges) {
      const middle = y + 9;
      sheet.line([
        [x + 4, y - 1],
        [x + 4, middle],
        [x + 12, middle],
      ]);
      if (edge.directed) sheet.arrow(x + 18, middle, 'right');
      if (edge.isTwoWay) sheet.arrow(x + 4, y - 5, 'up');
      const target = names.get(edge.to) ?? edge.to;
      const left = x + 24;
      if (edge.label)
        y = sheet.text(left, y, reach(left, sheet.wrap(edge.label, width - 24, small), 400), {
          ...small,
          fill: 'mute',
        });
      const isBox = !said.has(edge.to);
      sheet.node(isBox ? undefined : edge.to, [], () => {
        // A link's place is that of the ground of its words.
        const style = { ...small, ...bold, ground: isBox ? undefined : ground };
        y = sheet.text(left, y, reach(left, sheet.wrap(target, width - 24, style), 600), style) + 4;
      });
    }
    return right;
  };
  /** Draws a node and what leads out of it; returns how far it reaches to the right. */
  const drawNode = (node: DiagramNode, x: number, width: number): number => {
    let right = x + 24;
    const isMark = node.label === '' && node.role !== undefined;
    const lines = isMark ? [] : sheet.wrap(node.label || node.id, width - 24);
    const details = node.details.flatMap((detail) => sheet.wrap(detail, width - 24, small));
    const bar = node.classes.length > 0 ? 4 : 0;
    if (isMark) {
      const isEnd = node.role === 'end';
      if (node.role === 'choice')
        sheet.path(`M${x + 12} ${y}l10 10l-10 10l-10 -10Z`, { fill: 'box', stroke: 'edge' });
      else if (node.role === 'fork') {
        right = x + Math.min(80, width);
        sheet.rect(x, y + 7, Math.min(80, width), 6, { fill: 'line' });
      } else if (marks[node.role ?? ''] === node.role) sheet.text(x + 5, y, [node.role ?? '']);
      else
        sheet.circle(
          x + 12,
          y + 10,
          isEnd ? 8 : 7,
          isEnd ? { fill: 'veil', stroke: 'line' } : { fill: 'line' },
        );
      if (isEnd) sheet.circle(x + 12, y + 10, 4, { fill: 'line' });
      y += 20;
    } else {
      const texts = [
        ...lines.map((line) => sheet.measure(line, 15, details.length ? 600 : 400)),
        ...details.map((line) => sheet.measure(line, smallSize, 400)),
      ];
      const wide = Math.min(width, Math.max(...texts) + 24 + bar);
      right = x + wide;
      const high = lines.length * 21 + (details.length ? details.length * smallSize * 1.4 + 6 : 0) + 12;
      sheet.node(node.id, node.classes, () => {
        sheet.rect(
          x + 0.5,
          y + 0.5,
          wide - 1,
          high,
          {
            ...(node.role === 'note'
              ? { fill: 'note', stroke: 'fold' }
              : node.figure === 'person' && !node.isExternal
                ? { fill: 't0', stroke: 'accent' }
                : { fill: 'box', stroke: 'edge' }),
            ...(node.isExternal ? { dash: '5 3' } : {}),
          },
          node.figure === 'person' ? 16 : 4,
        );
        const below = sheet.text(x + 12 + bar, y + 6, lines, details.length ? bold : {});
        if (details.length) sheet.text(x + 12 + bar, below + 4, details, small);
      });
      y += high;
    }
    const edges = leaving.get(node.id) ?? [];
    const only = leadsOn(node);
    if (only) {
      const lines = only.label ? sheet.wrap(only.label, width - 34, small) : [];
      const high = Math.max(20, lines.length * smallSize * 1.4 + 8);
      sheet.line([
        [x + 12, y + (only.isTwoWay ? 7 : 1)],
        [x + 12, y + high - (only.directed ? 6 : 0)],
      ]);
      if (only.directed) sheet.arrow(x + 12, y + high, 'down');
      if (only.isTwoWay) sheet.arrow(x + 12, y + 1, 'up');
      if (lines.length) sheet.text(x + 24, y + 3, lines, { ...small, fill: 'mute' });
      right = Math.max(right, ...lines.map((line) => x + 24 + sheet.measure(line, smallSize, 400)));
      y += high;
    } else {
      y += 5;
      right = Math.max(right, drawExits(edges, x + 8, width - 8, node.group ? 'group' : 'veil'));
      y += 9;
    }
    return right;
  };
  /** Draws a group and all in it; returns how far it reaches to the right: to the end of its room where it is alone. */
  const drawGroup = (
    { group, items: inner }: { group: DiagramGroup; items: Item[] },
    x: number,
    width: number,
    isAlone: boolean,
  ): number => {
    const top = y;
    const ground = sheet.children.length;
    const pad = width > 220 ? 10 : 6;
    const names = group.label ? sheet.wrap(group.label, width - 2 * pad, bold) : [];
    // A part that runs beside others has a frame and no name.
    y = group.label ? sheet.text(x + pad, y + 8, names, bold) + 6 : y + pad;
    const right = Math.max(
      ...names.map((line) => x + pad + sheet.measure(line, 15, 600)),
      drawExits(leaving.get(group.id) ?? [], x + pad, width - 2 * pad, 'group'),
      drawAll(inner, x + pad, width - 2 * pad, group.columns),
    );
    const wide = isAlone ? width : Math.min(width, right - x + pad);
    const inside = sheet.children.splice(ground);
    const grown = y - top;
    sheet.node(group.id, [], () =>
      sheet.rect(x + 0.5, top, wide - 1, grown, { fill: 'group', stroke: 'rim' }, 6),
    );
    sheet.children.push(...inside);
    y += 12;
    return x + wide;
  };
  /** Draws what stands in one place: a group, or nodes of which each leads to the next. */
  const drawCell = (cell: readonly Item[], x: number, width: number, isAlone: boolean): number => {
    const least = isFlowing ? Math.min(width, Math.max(leastCell, (width - 2 * gap) / 3)) : width;
    return Math.max(
      ...cell.map((item) =>
        'node' in item ? drawNode(item.node, x, least) : drawGroup(item, x, width, isAlone),
      ),
    );
  };
  /** Rooms by the first item of a cell: without them each group would double the work for those around it. */
  const rooms = new Map<Item | undefined, number>();
  /** How much room a cell takes, drawn and taken back. */
  const measureCell = (cell: readonly Item[], width: number): number => {
    // A cell always gets the same width: that of what it is in.
    const known = rooms.get(cell[0]);
    if (known !== undefined) return known;
    const [before, top] = [sheet.children, y];
    sheet.children = [];
    const wide = drawCell(cell, 0, width, false);
    sheet.children = before;
    y = top;
    rooms.set(cell[0], wide);
    return wide;
  };
  const drawAll = (all: readonly Item[], x: number, width: number, columns = Infinity): number => {
    const cells = joinCells(all, leadsOn);
    if (!isFlowing || cells.length === 1)
      return Math.max(
        x,
        ...cells.map((cell) => drawCell(cell, x, width, !isFlowing || cells.length > 1 || all === items)),
      );
    const widths = cells.map((cell) => measureCell(cell, width));
    const column = Math.max(0, ...widths.filter((_, at) => cells[at]?.every((item) => 'node' in item)));
    let [right, row] = [x, 0];
    while (row < cells.length) {
      // As many as fit; boxes under each other begin at the same places.
      let [end, used, spans] = [row, 0, 0];
      const lefts: number[] = [];
      while (end < cells.length && spans < columns) {
        spans += spanOf(cells[end]?.[0]);
        const isNodes = cells[end]?.every((item) => 'node' in item) ?? false;
        const wide = widths[end] ?? 0;
        if (end > row && (used + wide > width || spans > columns)) break;
        lefts.push(x + used);
        used += (isNodes && column <= width / 2 ? column : wide) + gap;
        end++;
      }
      const top = y;
      let bottom = y;
      for (let at = row; at < end; at++) {
        y = top;
        const left = lefts[at - row] ?? x;
        right = Math.max(right, drawCell(cells[at] ?? [], left, width, end - row === 1));
        bottom = Math.max(bottom, y);
      }
      y = bottom;
      row = end;
    }
    return right;
  };
  drawAll(items, 0, sheet.width, columns);
  return sheet.finish(y - 6);
}

const marks: Record<string, string> = {
  start: '●',
  end: '◎',
  choice: '◇',
  fork: '▬',
  ...Object.fromEntries(Array.from('→←↑↓↔↕', (sign) => [sign, sign])),
};

/**
 * Nodes that others lead to and of which nothing is known but their names: the ways to them, which stand in words, say
 * those, and boxes of their own below would only repeat them.
 */
function findSaid(
  { nodes, edges }: ParsedDiagram,
  leaving: ReadonlyMap<string, readonly DiagramEdge[]>,
): ReadonlySet<string> {
  const known = new Set(nodes.map(({ id }) => id));
  const coming = Map.groupBy(edges, ({ to }) => to);
  const isBare = ({ label, role, figure, group, isExternal, classes, details }: DiagramNode): boolean =>
    label !== '' && !role && !figure && !group && !isExternal && classes.length + details.length === 0;
  return new Set(
    nodes
      .filter((node) => isBare(node) && !leaving.has(node.id))
      .map(({ id }) => id)
      .filter((id) => {
        const sources = coming.get(id) ?? [];
        // The only way out of a node may be drawn as a line to the next box.
        return (
          sources.length > 0 &&
          sources.every(({ from }) => known.has(from) && (leaving.get(from)?.length ?? 0) > 1)
        );
      }),
  );
}

/** Nodes and groups as they stand in each other, in the order in which the source first names their nodes. */
function arrange(parsed: ParsedDiagram): Item[] {
  const known = new Set(parsed.groups.map(({ id }) => id));
  const level = (parent: string | undefined): Item[] => {
    const isHere = ({ group }: { group?: string }): boolean =>
      (group !== undefined && known.has(group) ? group : undefined) === parent;
    const nodes = parsed.nodes
      .filter(isHere)
      .map((node) => ({ at: parsed.nodes.indexOf(node), item: { node } satisfies Item }));
    const groups = parsed.groups.filter(isHere).map((group) => {
      const items = level(group.id);
      const [first] = listNodes(items);
      return {
        at: first ? parsed.nodes.indexOf(first) : Infinity,
        item: { group, items } satisfies Item,
      };
    });
    return [...nodes, ...groups].sort((a, b) => a.at - b.at).map(({ item }) => item);
  };
  return level(undefined);
}

function spanOf(item: Item | undefined): number {
  return (item && ('group' in item ? item.group.span : item.node.span)) ?? 1;
}

/** Items of a level by the place they take: nodes of which each leads to the next take one. */
function joinCells(items: readonly Item[], leadsOn: (node: DiagramNode) => DiagramEdge | null): Item[][] {
  const cells: Item[][] = [];
  let isOpen = false;
  for (const item of items) {
    if (isOpen) cells.at(-1)?.push(item);
    else cells.push([item]);
    isOpen = 'node' in item && leadsOn(item.node) !== null;
  }
  return cells;
}

function listNodes(items: readonly Item[]): DiagramNode[] {
  return items.flatMap((item) => ('node' in item ? [item.node] : listNodes(item.items)));
}
