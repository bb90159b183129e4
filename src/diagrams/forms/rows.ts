import type { DiagramEdge, DiagramGroup, DiagramNode, ParsedDiagram } from '../graph.ts';
import { drawTitle, type Form, type Sheet, smallSize } from './sheet.ts';

const small = { size: smallSize } as const;
const bold = { weight: 600 } as const;

type Item = { node: DiagramNode } | { group: DiagramGroup; items: Item[] };

/**
 * A graph of any size and shape in one column: each node in its box, a line to the next where that is where it leads,
 * and every other way out in words below the box. Nothing crosses, and nothing is wider than the column.
 */
export function drawRows(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  if (parsed.body.kind !== 'graph' && parsed.body.kind !== 'transitions') return null;
  if (parsed.nodes.length === 0) return null;
  const names = new Map<string, string>([
    ...parsed.groups.map(({ id, label }) => [id, label || id] as const),
    ...parsed.nodes.map((node) => [node.id, node.label || marks[node.role ?? ''] || node.id] as const),
  ]);
  const leaving = Map.groupBy(parsed.edges, ({ from }) => from);
  const said = findSaid(parsed, leaving);
  const items = arrange({ ...parsed, nodes: parsed.nodes.filter(({ id }) => !said.has(id)) });
  const order = listNodes(items);
  let y = drawTitle(sheet, parsed.title);

  const drawExits = (
    edges: readonly DiagramEdge[],
    x: number,
    width: number,
    ground: 'veil' | 'group',
  ): void => {
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
        y = sheet.text(left, y, sheet.wrap(edge.label, width - 24, small), { ...small, fill: 'mute' });
      const isBox = !said.has(edge.to);
      sheet.node(isBox ? undefined : edge.to, [], () => {
        // A link's place is that of the ground of its words.
        const style = { ...small, ...bold, ground: isBox ? undefined : ground };
        y = sheet.text(left, y, sheet.wrap(target, width - 24, small), style) + 4;
      });
    }
  };
  const drawNode = (node: DiagramNode, x: number, width: number): void => {
    const isMark = node.label === '' && node.role !== undefined;
    const lines = isMark ? [] : sheet.wrap(node.label || node.id, width - 24);
    const details = node.details.flatMap((detail) => sheet.wrap(detail, width - 24, small));
    const bar = node.classes.length > 0 ? 4 : 0;
    if (isMark) {
      const isEnd = node.role === 'end';
      if (node.role === 'choice')
        sheet.path(`M${x + 12} ${y}l10 10l-10 10l-10 -10Z`, { fill: 'box', stroke: 'edge' });
      else if (node.role === 'fork') sheet.rect(x, y + 7, Math.min(80, width), 6, { fill: 'line' });
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
    const next = order[order.indexOf(node) + 1];
    const [only] = edges;
    if (edges.length === 1 && only && next && only.to === next.id && next.group === node.group) {
      const lines = only.label ? sheet.wrap(only.label, width - 34, small) : [];
      const high = Math.max(20, lines.length * smallSize * 1.4 + 8);
      sheet.line([
        [x + 12, y + (only.isTwoWay ? 7 : 1)],
        [x + 12, y + high - (only.directed ? 6 : 0)],
      ]);
      if (only.directed) sheet.arrow(x + 12, y + high, 'down');
      if (only.isTwoWay) sheet.arrow(x + 12, y + 1, 'up');
      if (lines.length) sheet.text(x + 24, y + 3, lines, { ...small, fill: 'mute' });
      y += high;
    } else {
      y += 5;
      drawExits(edges, x + 8, width - 8, node.group ? 'group' : 'veil');
      y += 9;
    }
  };
  const drawAll = (all: readonly Item[], x: number, width: number): void => {
    for (const item of all) {
      if ('node' in item) {
        drawNode(item.node, x, width);
        continue;
      }
      const { group } = item;
      const top = y;
      const ground = sheet.children.length;
      const pad = width > 220 ? 10 : 6;
      // A part that runs beside others has a frame and no name.
      y = group.label
        ? sheet.text(x + pad, y + 8, sheet.wrap(group.label, width - 2 * pad, bold), bold) + 6
        : y + pad;
      drawExits(leaving.get(group.id) ?? [], x + pad, width - 2 * pad, 'group');
      drawAll(item.items, x + pad, width - 2 * pad);
      const inside = sheet.children.splice(ground);
      const grown = y - top;
      sheet.node(group.id, [], () =>
        sheet.rect(x + 0.5, top, width - 1, grown, { fill: 'group', stroke: 'rim' }, 6),
      );
      sheet.children.push(...inside);
      y += 12;
    }
  };
  drawAll(items, 0, sheet.width);
  return sheet.finish(y - 6);
}

const marks: Record<string, string> = { start: '●', end: '◎', choice: '◇', fork: '▬' };

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

function listNodes(items: readonly Item[]): DiagramNode[] {
  return items.flatMap((item) => ('node' in item ? [item.node] : listNodes(item.items)));
}
