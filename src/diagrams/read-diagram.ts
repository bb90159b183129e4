import type { DiagramBody, DiagramEdge, DiagramGroup, DiagramNode, ParsedDiagram } from './graph.ts';
import { ask, readLabel } from './loose.ts';
import { readChart } from './read-charts.ts';
import { readGraph } from './read-graphs.ts';
import { readOutline } from './read-outlines.ts';
import { readSequence } from './read-sequence.ts';
import { listTexts } from './texts.ts';

/**
 * Turns what Mermaid parsed into plain data. `code` is the author's source, for the types whose database keeps no
 * words. A type that is not known here comes out as the list of its texts.
 */
export function readDiagram(type: string, db: unknown, code: string): ParsedDiagram {
  const graph = readGraph(type, db);
  const body: DiagramBody = readSequence(type, db) ??
    readChart(type, db, code) ??
    readOutline(type, db) ??
    graph?.body ?? { kind: 'texts', texts: listTexts(code) };
  return {
    type,
    // Not all grammars take the marks off a quoted title.
    title: readLabel(
      ask(db, 'getDiagramTitle') || ask(ask(db, 'getCommonDb'), 'getDiagramTitle') || ask(db, 'getTitle'),
    ).replace(/^"([^"]+)"$/, '$1'),
    accTitle: readLabel(ask(db, 'getAccTitle')),
    accDescription: readLabel(ask(db, 'getAccDescription')),
    nodes: graph?.nodes ?? [],
    edges: graph?.edges ?? [],
    groups: graph?.groups ?? [],
    body,
  };
}

export interface ReadGraph {
  nodes: DiagramNode[];
  edges: DiagramEdge[];
  groups: DiagramGroup[];
  body: DiagramBody;
}
