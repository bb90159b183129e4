/** What Mermaid's parser understood of a diagram, in one form for all types, without its objects. */
export interface ParsedDiagram {
  /** Mermaid's name of the type, such as `flowchart-v2`. */
  type: string;
  /** The diagram's own title, `accTitle` and `accDescr`; empty when not given. */
  title: string;
  accTitle: string;
  accDescription: string;
  nodes: DiagramNode[];
  edges: DiagramEdge[];
  groups: DiagramGroup[];
  body: DiagramBody;
}

export interface DiagramNode {
  /** The author's name of the node. */
  id: string;
  label: string;
  /** The group it stands in. */
  group?: string;
  /** What the label does not say: `start`, `end`, `choice`, `fork`, `note`, `→`, or a word such as an actor's kind. */
  role?: string;
  classes: string[];
  /** What it is drawn as where not as a box. */
  figure?: 'person' | 'db' | 'queue';
  /** Whether it stands outside of what is described. */
  isExternal?: boolean;
  /** The author's own colours. */
  paint?: { fill?: string; stroke?: string; color?: string };
  /** Members of a class, attributes of an entity, properties of a requirement. */
  details: string[];
  /** How many of the columns around it its author gives it. */
  span?: number;
}

export interface DiagramEdge {
  from: string;
  to: string;
  label: string;
  directed: boolean;
  /** Whether it has an arrow at either end. */
  isTwoWay?: boolean;
}

export interface DiagramGroup {
  id: string;
  label: string;
  group?: string;
  /** How many columns its author gives to its parts, and how many of those around it to the group. */
  columns?: number;
  span?: number;
}

/** How a diagram is best said in words. */
export type DiagramBody =
  | { kind: 'graph'; columns?: number }
  | { kind: 'transitions' }
  | {
      kind: 'sequence';
      participants: string[];
      steps: SequenceStep[];
      boxes?: { label: string; members: string[] }[];
    }
  | { kind: 'outline'; items: OutlineItem[]; ordered?: boolean }
  | { kind: 'tables'; tables: DiagramTable[] }
  | { kind: 'texts'; texts: string[] };

export type SequenceStep =
  | {
      kind: 'message';
      from: string;
      to: string;
      text: string;
      reply: boolean;
      /** The author's number; empty where its author numbers others only. */
      number?: string;
      isTwoWay?: boolean;
      /** How its arrow ends, where not with a head: it does not arrive, or is only a line. */
      end?: 'cross' | 'none';
    }
  | { kind: 'note'; over: string[]; text: string }
  | { kind: 'block'; label: string; branches: { label: string; steps: SequenceStep[] }[] };

export interface OutlineItem {
  label: string;
  /** A heading over periods of a timeline. */
  isSection?: boolean;
  /** An amount that the label ends in. */
  value?: number;
  /** What the label says of a commit, in parts. */
  commit?: Commit;
  items: OutlineItem[];
}

export interface Commit {
  id: string;
  branch: string;
  name: string;
  tags: string[];
  /** Ids of the commits before it, the one on its own branch first. */
  parents: string[];
}

export interface DiagramTable {
  caption?: string;
  head: string[];
  rows: string[][];
  /** The author's name of each row, where rows have one. */
  ids?: string[];
  /** What each column after the first is drawn as, in a chart over categories. */
  kinds?: string[];
  /** The names of a chart's axes, where the author gave any. */
  axes?: { x: string; y: string };
  /** When each row of a schedule starts and ends, as local times with a date. */
  times?: (readonly [start: string, end: string])[];
  /** The ends of both axes and the names of the four parts, in Mermaid's order. */
  plane?: { x: string[]; y: string[]; quadrants: string[] };
}
