import { findNode } from './lint.ts';
import { onceAGraph } from './once-a-graph.ts';
import { clickLine } from './prepare.ts';
import {
  createElement,
  isElement,
  parseSvg,
  printSvg,
  readText,
  type SvgElement,
  type SvgNode,
} from './svg-tree.ts';

/** The nodes of a diagram that may lead somewhere: those bound by a `click` line, and the labels of the others. */
export const diagramBindings = onceAGraph((parsed, code): DiagramBindings => {
  const lines = code.split(/\r\n?|\n/);
  const known = new Set([...parsed.nodes, ...parsed.groups].map(({ id }) => id));
  if (parsed.body.kind === 'tables')
    for (const id of parsed.body.tables.flatMap(({ ids = [] }) => ids)) known.add(id);
  const bound: BoundNode[] = lines.flatMap((text, index) =>
    [...text.matchAll(clickLine)].map(([, nodeId = '', target = '', tooltip]) => ({
      nodeId,
      target: target.trim(),
      ...(tooltip ? { tooltip } : {}),
      line: index + 1,
      column: text.indexOf(`"${target}"`) + 2,
      isKnown: known.has(nodeId),
    })),
  );
  const taken = new Set(bound.map(({ nodeId }) => nodeId));
  const labels = parsed.nodes
    .filter((node) => !taken.has(node.id) && !node.role && node.label !== '')
    .map((node) => ({ nodeId: node.id, label: node.label, ...findNode(node.id, lines) }));
  return { bound, labels };
});

/**
 * A finished drawing in which nodes are links. Links stand in reading order, rows from the top, so that the keyboard
 * meets them as the eye does. A drawing with links is a group, not an image, because an image hides what is in it.
 */
export function bindLinks(
  svg: string,
  bindings: ReadonlyMap<string, NodeLink> | Readonly<Record<string, NodeLink>>,
): string {
  const links = new Map(
    bindings instanceof Map
      ? (bindings as ReadonlyMap<string, NodeLink>)
      : Object.entries(bindings as Readonly<Record<string, NodeLink>>),
  );
  if (links.size === 0) return svg;
  let count = 0;
  const visit = (node: SvgNode): SvgNode => {
    if (!isElement(node)) return node;
    const children = sortLinks(node.children.map(visit));
    const link = links.get(node.attributes['data-node'] ?? '');
    if (!link || node.name !== 'g') return { ...node, children };
    count += 1;
    const label = readText(node).trim();
    const name = link.tooltip ?? link.title;
    return createElement(
      'a',
      {
        href: link.href,
        'aria-label': name && name !== label ? `${label}: ${name}` : undefined,
      },
      [...(link.tooltip ? [createElement('title', {}, [link.tooltip])] : []), { ...node, children }],
    );
  };
  const root = visit(parseSvg(svg)) as SvgElement;
  if (count === 0) return svg;
  return printSvg({ ...root, attributes: { ...root.attributes, role: 'group' } });
}

/**
 * Puts the links among some siblings in reading order, each in the place of one of them. All groups come before
 * everything else: the ground of one that stood later would cover a node, or a line, that came to stand before it.
 */
function sortLinks(children: SvgNode[]): SvgNode[] {
  if (children.filter(isLink).length < 2) return children;
  const isName = (child: SvgNode): boolean => isElement(child) && /^(?:title|desc|defs)$/.test(child.name);
  const names = children.filter(isName);
  const grounds = children.filter((child) => isElement(child) && isGround(child));
  const others = children.filter((child) => !names.includes(child) && !grounds.includes(child));
  return [...names, ...sortAmong(grounds), ...sortAmong(others)];
}

function sortAmong(children: SvgNode[]): SvgNode[] {
  const placed = children
    .filter(isLink)
    .map((link) => ({ link, at: readPlace(link) }))
    .sort((a, b) => (Math.abs(a.at[1] - b.at[1]) > rowHeight ? a.at[1] - b.at[1] : a.at[0] - b.at[0]));
  let next = 0;
  return children.map((child) => (isLink(child) ? (placed[next++]?.link ?? child) : child));
}

function isLink(node: SvgNode): node is SvgElement {
  return isElement(node) && node.name === 'a';
}

/** Whether this is the ground of a group with its title, linked or not. */
function isGround(element: SvgElement): boolean {
  const group = isLink(element) ? findGroup(element) : element;
  return group?.children.some((child) => isElement(child) && child.attributes['class'] === 'g') ?? false;
}

function findGroup(link: SvgElement): SvgElement | undefined {
  return link.children.filter(isElement).find((child) => child.name !== 'title');
}

/** Nodes whose middles differ by less than this (px) stand in one row. */
const rowHeight = 12;

function readPlace(link: SvgElement): [x: number, y: number] {
  const group = findGroup(link);
  const match = /translate\((-?[\d.]+)(?:[ ,]+(-?[\d.]+))?\)/.exec(group?.attributes['transform'] ?? '');
  if (match) return [Number(match[1]), Number(match[2] ?? 0)];
  const shape = group?.children.find(isElement)?.attributes ?? {};
  return [Number(shape['x'] ?? shape['cx'] ?? 0), Number(shape['y'] ?? shape['cy'] ?? 0)];
}

export interface DiagramBindings {
  bound: BoundNode[];
  labels: { nodeId: string; label: string; line: number; column: number }[];
}

export interface BoundNode {
  nodeId: string;
  /** Where it leads, as written: `note:rag`, `./b.md`, `/b/`, `https://…`. */
  target: string;
  tooltip?: string;
  line: number;
  column: number;
  /** Whether the diagram has a node or group of that name. */
  isKnown: boolean;
}

export interface NodeLink {
  href: string;
  /** The name of the page it leads to. */
  title?: string;
  /** What the author says of the link. */
  tooltip?: string;
}
