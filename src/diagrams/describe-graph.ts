import { diagramsWords } from '#words';
import type { DescriptionBlock, DescriptionItem } from './describe.ts';
import type { DiagramEdge, DiagramNode, ParsedDiagram } from './graph.ts';

/** Groups, nodes in them, and under each node its own details and the edges that leave it. */
export function describeGraph(parsed: ParsedDiagram): DescriptionBlock[] {
  const names = nameAll(parsed);
  const known = new Set(parsed.groups.map((group) => group.id));
  const leaving = Map.groupBy(parsed.edges, (edge) => edge.from);
  const describeNode = (node: DiagramNode): DescriptionItem =>
    makeItem(names.get(node.id) ?? node.id, [
      ...node.details.map((detail) => ({ text: detail })),
      ...(leaving.get(node.id) ?? []).map((edge) => ({ text: describeEdge(edge, names) })),
    ]);
  const describeLevel = (group: string | undefined): DescriptionItem[] => [
    ...parsed.nodes
      .filter(
        (node) => (node.group !== undefined && known.has(node.group) ? node.group : undefined) === group,
      )
      .map(describeNode),
    ...parsed.groups
      .filter(
        (inner) => (inner.group !== undefined && known.has(inner.group) ? inner.group : undefined) === group,
      )
      .map((inner) =>
        makeItem(names.get(inner.id) ?? inner.id, [
          ...(leaving.get(inner.id) ?? []).map((edge) => ({ text: describeEdge(edge, names) })),
          ...describeLevel(inner.id),
        ]),
      ),
  ];
  const items = describeLevel(undefined);
  return items.length > 0 ? [{ kind: 'list', ordered: false, items }] : [];
}

/** States and where each leads as a table; states without a transition and notes as a list after it. */
export function describeTransitions(parsed: ParsedDiagram): DescriptionBlock[] {
  const names = nameAll(parsed);
  const notes = parsed.nodes.filter((node) => node.role === 'note');
  const noteIds = new Set(notes.map((node) => node.id));
  const edges = parsed.edges.filter((edge) => !noteIds.has(edge.from) && !noteIds.has(edge.to));
  const inside = (id: string): string => {
    const find = (of: string | undefined) => parsed.groups.find((one) => one.id === of);
    let group = find(parsed.nodes.find((one) => one.id === id)?.group);
    // Parts that run beside each other have no names; what holds them has one.
    while (group && !group.label) group = find(group.group);
    const name = names.get(id) ?? id;
    return group ? `${group.label} › ${name}` : name;
  };
  const blocks: DescriptionBlock[] = [];
  if (edges.length > 0) {
    blocks.push({
      kind: 'table',
      head: diagramsWords().text.states,
      rows: edges.map((edge) => [inside(edge.from), inside(edge.to), edge.label]),
    });
  }
  const linked = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const alone = parsed.nodes
    .filter((node) => !linked.has(node.id) && !noteIds.has(node.id))
    .map((node) => ({ text: inside(node.id) }));
  const remarks = notes.map((note) => {
    const edge = parsed.edges.find((one) => one.from === note.id || one.to === note.id);
    const about = edge ? inside(edge.from === note.id ? edge.to : edge.from) : '';
    return { text: diagramsWords().text.note(about, note.label) };
  });
  if (alone.length + remarks.length > 0)
    blocks.push({ kind: 'list', ordered: false, items: [...alone, ...remarks] });
  return blocks;
}

/** One sentence: how much there is, where it begins and ends, how often it forks. */
export function summariseGraph(parsed: ParsedDiagram, name: string): string {
  const notes = new Set(parsed.nodes.filter((node) => node.role === 'note').map((node) => node.id));
  const edges = parsed.edges.filter((edge) => !notes.has(edge.from) && !notes.has(edge.to));
  const nodes = parsed.nodes.filter((node) => !notes.has(node.id));
  const isStates = parsed.body.kind === 'transitions';
  const count = isStates ? nodes.filter((node) => node.label !== '').length : nodes.length;
  const words = diagramsWords().text;
  const first = words.graph(name, parsed.groups.length, count, edges.length, isStates);
  const directed = edges.filter((edge) => edge.directed);
  if (directed.length < 2) return first;
  const twoWay = directed.filter((edge) => edge.isTwoWay);
  const targets = new Set([...directed.map((edge) => edge.to), ...twoWay.map((edge) => edge.from)]);
  const sources = new Set([...directed.map((edge) => edge.from), ...twoWay.map((edge) => edge.to)]);
  const labelled = [
    ...nodes.filter((node) => node.label !== ''),
    ...parsed.groups.filter((group) => group.label !== ''),
  ];
  const starts = labelled.filter((node) => sources.has(node.id) && !targets.has(node.id));
  const ends = labelled.filter((node) => targets.has(node.id) && !sources.has(node.id));
  const forks = [...Map.groupBy(directed, (edge) => edge.from).values()].filter(
    (out) => out.length > 1,
  ).length;
  const parts = [
    starts.length > 0 && starts.length <= 2 ? words.starts(starts.map((node) => node.label)) : '',
    ends.length > 0 && ends.length <= 3 ? words.ends(ends.map((node) => node.label)) : '',
    forks > 0 ? words.forks(forks) : '',
  ].filter(Boolean);
  return parts.length > 0 ? `${first.slice(0, -1)} (${parts.join('; ')}).` : first;
}

/** The name of every node and group, as the text calls it. */
function nameAll(parsed: ParsedDiagram): Map<string, string> {
  const words = diagramsWords().text;
  const roles: Record<string, string> = words.roles;
  const names = new Map(parsed.groups.map((group) => [group.id, group.label || words.unnamedGroup]));
  for (const node of parsed.nodes) {
    const role =
      node.role === 'note'
        ? words.note('', node.label)
        : ((node.label || roles[node.role ?? '']) ?? node.role ?? node.id);
    names.set(node.id, role || node.id);
  }
  return names;
}

function describeEdge(edge: DiagramEdge, names: ReadonlyMap<string, string>): string {
  const target = names.get(edge.to) ?? edge.to;
  return diagramsWords().text.edge(edge.label, target, edge.directed, edge.isTwoWay === true);
}

function makeItem(text: string, items: DescriptionItem[]): DescriptionItem {
  return items.length > 0 ? { text, list: { ordered: false, items } } : { text };
}
