import type { DiagramGroup, DiagramNode, ParsedDiagram } from './graph.ts';
import { palette } from './palette.ts';

/**
 * A graph of another kind as the source of a flowchart, so that it can be laid out in many ways: names and what is said
 * of them in boxes, groups around them. Ids stay, because links are bound to them; null where one is no id there.
 */
export function writeFlowchart({ title, nodes, edges, groups }: ParsedDiagram): string | null {
  if ([...nodes, ...groups].some(({ id }) => !isFlowchartId(id))) return null;
  const write = (parent: DiagramGroup | undefined): string[] => [
    ...nodes.filter(({ group }) => findGroup(groups, group) === parent).map((node) => writeNode(node)),
    ...groups
      .filter(({ group }) => findGroup(groups, group) === parent)
      .flatMap((group) => [
        `subgraph ${group.id}[${quote(group.label || group.id)}]`,
        ...write(group),
        'end',
      ]),
  ];
  return [
    ...(title ? ['---', `title: ${JSON.stringify(title)}`, '---'] : []),
    'flowchart LR',
    ...write(undefined),
    ...edges.map(
      ({ from, to, label, directed, isTwoWay }) =>
        `${from} ${isTwoWay ? '<-->' : directed ? '-->' : '---'}${label ? `|${quote(label)}|` : ''} ${to}`,
    ),
    ...nodes.flatMap(writeStyle),
  ].join('\n');
}

/** A person has round ends, a database is a cylinder, a queue a lying one. */
function writeNode({ id, label, details, figure }: DiagramNode): string {
  const text = quote([label || id, ...details].join('<br>'));
  switch (figure) {
    case 'person':
      return `${id}([${text}])`;
    case 'db':
      return `${id}[(${text})]`;
    case 'queue':
      return `${id}@{ shape: h-cyl, label: ${text} }`;
    default:
      return `${id}[${text}]`;
  }
}

/** People are tinted, and what is outside has a dashed border, unless the author gave colours. */
function writeStyle({ id, figure, isExternal, paint }: DiagramNode): string[] {
  const style = {
    ...(isExternal
      ? { fill: palette.alt[0], stroke: palette.line[0], 'stroke-dasharray': '5 3' }
      : figure === 'person'
        ? { fill: palette.t0[0], stroke: palette.accent[0] }
        : {}),
    ...paint,
  };
  const parts = Object.entries(style).map(([name, value]) => `${name}:${value}`);
  return parts.length > 0 ? [`style ${id} ${parts.join(',')}`] : [];
}

/** The words of the flowchart's own grammar are no ids in it. */
function isFlowchartId(id: string): boolean {
  return (
    /^[a-z]\w*$/i.test(id) &&
    !/^(?:end|graph|flowchart|subgraph|style|linkstyle|classdef|class|click|default|interpolate|href|call|direction|[ov])$/i.test(
      id,
    )
  );
}

function findGroup(groups: readonly DiagramGroup[], id: string | undefined): DiagramGroup | undefined {
  return groups.find((group) => group.id === id);
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '&quot;')}"`;
}
