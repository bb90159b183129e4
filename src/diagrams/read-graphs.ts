import { diagramsWords } from '#words';
import type { DiagramEdge, DiagramGroup, DiagramNode } from './graph.ts';
import { asList, asRecord, asTexts, ask, readLabel, type Loose } from './loose.ts';
import type { ReadGraph } from './read-diagram.ts';

/** Nodes, edges and groups of the types that are graphs; null for the others. */
export function readGraph(type: string, db: unknown): ReadGraph | null {
  if (/^(?:flowchart|agentflow|swimlane|usecase)/.test(type)) return readLayoutData(db, type);
  if (type.startsWith('class')) return readLayoutData(db, type);
  if (type.startsWith('state')) return { ...readLayoutData(db, type), body: { kind: 'transitions' } };
  if (type === 'er') return readLayoutData(db, type);
  if (type === 'requirement') return readLayoutData(db, type);
  if (type === 'mindmap' || type === 'kanban') return { ...readLayoutData(db, type), edges: [] };
  if (type === 'block') return readBlocks(db);
  if (type === 'architecture') return readArchitecture(db);
  if (type === 'c4') return readC4(db);
  return null;
}

/** The layout data that Mermaid's newer renderers share. */
function readLayoutData(db: unknown, type: string): ReadGraph {
  const data = asRecord(ask(db, 'getData'));
  const raw = asList(data['nodes']);
  const notes = new Set(
    raw.filter((node) => node['shape'] === 'noteGroup').map((node) => String(node['id'])),
  );
  const groups: DiagramGroup[] = raw
    .filter((node) => node['isGroup'] === true && !notes.has(String(node['id'])))
    .map((node) => ({ id: String(node['id']), label: readName(node, type), ...readParent(node, notes) }))
    .reverse();
  const nodes: DiagramNode[] = raw
    .filter((node) => node['isGroup'] !== true)
    .map((node) => {
      const id = readAuthorId(node, type);
      const role = readRole(node);
      return {
        id,
        label:
          role === 'start' || role === 'end' || role === 'fork' || role === 'choice'
            ? ''
            : readName(node, type) || id,
        ...readParent(node, notes),
        ...(role ? { role } : {}),
        classes: readLabel(node['cssClasses'])
          .split(/\s+/)
          .filter(
            (name) =>
              name !== '' &&
              name !== 'default' &&
              name !== 'clickable' &&
              !/^(?:statediagram|mindmap|section|usecase|af|edge)-/.test(name),
          ),
        details: readDetails(node, type),
      };
    });
  const ids = new Map(raw.map((node) => [String(node['id']), readAuthorId(node, type)]));
  const edges = asList(data['edges']).map((edge) => readLayoutEdge(edge, ids, type));
  return { nodes, edges, groups, body: { kind: 'graph' } };
}

/** What a node is called. An entity may have an alias; a class's parameters stand behind its label. */
function readName(node: Loose, type: string): string {
  const label = readLabel(node['label'], type.startsWith('flowchart') ? node['labelType'] : undefined);
  if (type === 'er') return readLabel(node['alias']) || label;
  const { label: written, text } = node;
  const isLonger = typeof written === 'string' && typeof text === 'string' && text.startsWith(written);
  return type.startsWith('class') && isLonger
    ? label + readLabel(text.slice(written.length).replaceAll('<', '&lt;'))
    : label;
}

const noArrow = /^(?:none|arrow_open|)$/;

function readLayoutEdge(edge: Loose, ids: ReadonlyMap<string, string>, type: string): DiagramEdge {
  const start = readLabel(edge['arrowTypeStart'] ?? 'none');
  const end = readLabel(edge['arrowTypeEnd'] ?? 'none');
  const name = (id: unknown): string => ids.get(String(id)) ?? String(id);
  const [from, to] = [name(edge['start']), name(edge['end'])];
  const label = readEdgeLabel(edge, type);
  if (type === 'er')
    return {
      from,
      to,
      label: `${label} (${multiplicities[start] ?? start} → ${multiplicities[end] ?? end})`.trim(),
      directed: true,
    };
  const directed = !noArrow.test(start) || !noArrow.test(end);
  // Whole and part are no directions.
  const isTwoWay =
    !noArrow.test(start) && !noArrow.test(end) && !/^(?:composition|aggregation)$/.test(`${start}`);
  const ways = isTwoWay ? { isTwoWay } : {};
  if (!type.startsWith('class') || !directed) return { from, to, label, directed, ...ways };
  const relation = noArrow.test(start) ? end : start;
  const words = diagramsWords().parts.relations;
  const relations: Record<string, string> = words;
  const isSolid = edge['pattern'] === 'solid';
  const word =
    relation === 'extension' && !isSolid
      ? words.realization
      : relation === 'dependency' && isSolid
        ? words.association
        : (relations[relation] ?? '');
  // An arrowhead at the start alone points backwards, except for the diamond, which marks the whole: at the end it does.
  const isDiamond = /^(?:composition|aggregation)$/.test(relation);
  const isBackward = isDiamond ? !label && noArrow.test(start) : !noArrow.test(start) && noArrow.test(end);
  return {
    from: isBackward ? to : from,
    to: isBackward ? from : to,
    label: label || word,
    directed,
    ...ways,
  };
}

const multiplicities: Record<string, string> = {
  only_one: '1',
  zero_or_one: '0..1',
  zero_or_more: '0..n',
  one_or_more: '1..n',
};

function readParent(node: Loose, notes: ReadonlySet<string>): { group?: string } {
  const parent = node['parentId'];
  return typeof parent === 'string' && parent !== '' && !notes.has(parent) ? { group: parent } : {};
}

/** The name in the source: entities carry a prefix and a counter, mind map nodes a number. */
function readAuthorId(node: Loose, type: string): string {
  const id = String(node['id']);
  if (type === 'er') return readLabel(/^entity-(.+)-\d+$/.exec(id)?.[1] ?? id);
  if (type === 'mindmap') return typeof node['domId'] === 'string' ? node['domId'] : id;
  return id;
}

const roles: Record<string, string> = {
  stateStart: 'start',
  stateEnd: 'end',
  choice: 'choice',
  fork: 'fork',
  join: 'fork',
  note: 'note',
};

function readRole(node: Loose): string | undefined {
  return roles[String(node['shape'])];
}

function readEdgeLabel(edge: Loose, type = ''): string {
  const label = readLabel(
    edge['label'],
    type.startsWith('flowchart') ? edge['labelType'] : undefined,
  ).replace(/^<<(.+)>>$/, '$1');
  const ends = [readLabel(edge['startLabelRight']), readLabel(edge['endLabelLeft'])].filter(
    (end) => end !== '' && end !== 'none',
  );
  const count = ends.join(' → ');
  return label && count ? `${label} (${count})` : label || count;
}

function readDetails(node: Loose, type: string): string[] {
  if (type.startsWith('class')) {
    const marks = asTexts(node['annotations']).map((mark) => `«${mark}»`);
    return [...marks, ...asList(node['members']), ...asList(node['methods'])].map((member) =>
      typeof member === 'string' ? member : readLabel(member['text']),
    );
  }
  if (type === 'er') {
    return asList(node['attributes']).map((attribute) =>
      [
        readLabel(attribute['name']),
        `(${[readLabel(attribute['type']), ...asTexts(attribute['keys'])].join(', ')})`,
        readLabel(attribute['comment']),
      ]
        .filter(Boolean)
        .join(' '),
    );
  }
  if (type === 'requirement') {
    const names = diagramsWords().parts.requirement;
    return Object.entries(names).flatMap(([key, word]) =>
      readLabel(node[key]) ? [`${word}: ${readLabel(node[key])}`] : [],
    );
  }
  if (type === 'kanban') {
    const names = diagramsWords().parts.card;
    return Object.entries(names).flatMap(([key, word]) =>
      readLabel(node[key]) ? [`${word}: ${readLabel(node[key])}`] : [],
    );
  }
  return [];
}

/** The roles of block arrows without words, by where they point. */
const arrowSigns: Record<string, string> = {
  right: '→',
  left: '←',
  up: '↑',
  down: '↓',
  x: '↔',
  y: '↕',
  'left,right': '↔',
  'down,up': '↕',
};

function directionOf(block: Loose): string {
  return asTexts(block['directions'])
    .map((each) => each.trim())
    .sort()
    .join();
}

function readBlocks(db: unknown): ReadGraph {
  const nodes: DiagramNode[] = [];
  const groups: DiagramGroup[] = [];
  const visit = (blocks: unknown, group?: string): void => {
    for (const block of asList(blocks)) {
      const id = String(block['id']);
      const parent = group === undefined ? {} : { group };
      const width = Number(block['widthInColumns']);
      const span = width > 1 ? { span: width } : {};
      if (block['type'] === 'space' || block['type'] === 'column-setting' || block['type'] === 'edge')
        continue;
      if (block['type'] === 'composite') {
        groups.push({
          id,
          label: readLabel(block['label']),
          ...parent,
          ...readColumns(block['columns']),
          ...span,
        });
        visit(block['children'], id);
      } else {
        const label = readLabel(block['label']);
        // Nobody knows an arrow by its id.
        const sign = block['type'] === 'block_arrow' && !label ? arrowSigns[directionOf(block)] : undefined;
        nodes.push({
          id,
          label: sign ? '' : label || id,
          ...(sign ? { role: sign } : {}),
          ...parent,
          ...span,
          classes: asTexts(block['classes']),
          details: [],
        });
      }
    }
  };
  visit(ask(db, 'getBlocks'));
  return {
    nodes,
    groups,
    edges: asList(ask(db, 'getEdges')).map((edge) =>
      makeEdge(edge['start'], edge['end'], edge['label'], edge['arrowTypeEnd'] !== 'arrow_open'),
    ),
    body: { kind: 'graph', ...readColumns(ask(db, 'getColumns', 'root')) },
  };
}

/** Mermaid says -1 where the author says nothing. */
function readColumns(value: unknown): { columns?: number } {
  const columns = Number(value);
  return columns > 0 ? { columns } : {};
}

function readArchitecture(db: unknown): ReadGraph {
  const nodes = asList(ask(db, 'getServices')).map((service) => ({
    id: String(service['id']),
    label: readLabel(service['title']) || String(service['id']),
    ...(typeof service['in'] === 'string' ? { group: service['in'] } : {}),
    classes: [],
    details: [],
  }));
  const junctions = asList(ask(db, 'getJunctions')).map((junction) => ({
    id: String(junction['id']),
    label: '',
    ...(typeof junction['in'] === 'string' ? { group: junction['in'] } : {}),
    role: 'choice',
    classes: [],
    details: [],
  }));
  const groups = asList(ask(db, 'getGroups')).map((group) => ({
    id: String(group['id']),
    label: readLabel(group['title']) || String(group['id']),
    ...(typeof group['in'] === 'string' ? { group: group['in'] } : {}),
  }));
  const edges = asList(ask(db, 'getEdges')).map((edge) => {
    const backwards = edge['lhsInto'] === true && edge['rhsInto'] !== true;
    const [from, to] = backwards ? [edge['rhsId'], edge['lhsId']] : [edge['lhsId'], edge['rhsId']];
    return makeEdge(from, to, edge['title'], edge['lhsInto'] === true || edge['rhsInto'] === true);
  });
  return { nodes: [...nodes, ...junctions], edges, groups, body: { kind: 'graph' } };
}

function readC4(db: unknown): ReadGraph {
  const text = (value: unknown): string => readLabel(asRecord(value)['text'] ?? value);
  const parent = (of: unknown): { group?: string } =>
    typeof of === 'string' && of !== '' && of !== 'global' ? { group: of } : {};
  const nodes = asList(ask(db, 'getC4ShapeArray')).map((shape): DiagramNode => {
    const kind = text(shape['typeC4Shape']);
    const figure = /person|db|queue/.exec(kind)?.[0] as DiagramNode['figure'];
    return {
      id: String(shape['alias']),
      label: text(shape['label']),
      ...parent(shape['parentBoundary']),
      classes: [],
      ...(figure ? { figure } : {}),
      ...(kind.startsWith('external') ? { isExternal: true } : {}),
      ...readC4Paint(shape),
      details: [
        [nameC4Kind(kind), text(shape['techn'])].filter(Boolean).join(' · '),
        text(shape['descr']),
      ].filter(Boolean),
    };
  });
  const groups = asList(ask(db, 'getBoundaries'))
    .filter((boundary) => boundary['alias'] !== 'global')
    .map((boundary) => ({
      id: String(boundary['alias']),
      label: text(boundary['label']),
      ...parent(boundary['parentBoundary']),
    }));
  const edges = asList(ask(db, 'getRels')).map((rel): DiagramEdge => {
    const isBack = rel['type'] === 'rel_b';
    const label = [text(rel['label']), text(rel['techn']) && `(${text(rel['techn'])})`];
    return {
      ...makeEdge(
        rel[isBack ? 'to' : 'from'],
        rel[isBack ? 'from' : 'to'],
        label.filter(Boolean).join(' '),
        true,
      ),
      ...(rel['type'] === 'birel' ? { isTwoWay: true } : {}),
    };
  });
  return { nodes, edges, groups, body: { kind: 'graph' } };
}

/** The colours of `UpdateElementStyle`, as far as they are plain colours. */
function readC4Paint(shape: Loose): Pick<DiagramNode, 'paint'> {
  const names = { fill: 'bgColor', stroke: 'borderColor', color: 'fontColor' };
  const paint = Object.fromEntries(
    Object.entries(names).flatMap(([name, key]) => {
      const colour = readLabel(shape[key]);
      return /^(?:#[\da-f]{3,8}|[a-z]+)$/i.test(colour) ? [[name, colour]] : [];
    }),
  );
  return Object.keys(paint).length > 0 ? { paint } : {};
}

/** `external_system_db` and the like, in words. */
function nameC4Kind(type: string): string {
  const { kinds, external, stores } = diagramsWords().parts.c4;
  const kind = /person|system|container|component/.exec(type)?.[0] as keyof typeof kinds | undefined;
  if (!kind) return '';
  const store = /db|queue/.exec(type)?.[0] as keyof typeof stores | undefined;
  const word = type.startsWith('external') ? external(kinds[kind]) : kinds[kind];
  return store ? `${word} · ${stores[store]}` : word;
}

function makeEdge(from: unknown, to: unknown, label: unknown, directed: boolean): DiagramEdge {
  return { from: String(from), to: String(to), label: readLabel(label), directed };
}
