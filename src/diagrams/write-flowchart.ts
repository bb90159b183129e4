import type { DiagramGroup, ParsedDiagram } from './graph.ts';

/**
 * A graph of another kind as the source of a flowchart, so that it can be laid out in many ways: names and what is said
 * of them in boxes, groups around them. Ids stay, because links are bound to them; null where one is no id there.
 */
export function writeFlowchart({ title, nodes, edges, groups }: ParsedDiagram): string | null {
  if ([...nodes, ...groups].some(({ id }) => !isFlowchartId(id))) return null;
  const write = (parent: DiagramGroup | undefined): string[] => [
    ...nodes
      .filter(({ group }) => findGroup(groups, group) === parent)
      .map(({ id, label, details }) => `${id}[${quote([label || id, ...details].join('<br>'))}]`),
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
  ].join('\n');
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
