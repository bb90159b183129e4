import { diagramBindings } from '../diagrams/bindings.ts';
import type { ParsedDiagram } from '../diagrams/graph.ts';
import type { Note } from './note.ts';
import { foldWord } from './text.ts';

/** A node of a diagram that is a note. */
export interface NodeBinding {
  nodeId: string;
  note: Note;
  /** A section of that note, where the binding names one. */
  anchor?: string;
}

/** A `click X "note:…"` that leads nowhere. */
export interface BrokenBinding {
  line: number;
  column: number;
  wanted: string;
  /** The diagram has no such node. */
  isUnknownNode: boolean;
  nodeId: string;
}

/**
 * Which nodes of a diagram are notes: those that say so, and those whose label is a note's title, alias or term.
 * A node never leads to the note that it stands in.
 *
 * @param byLabel false where the author has opted out (` ```mermaid nolinks `)
 * @param names words to note ids, folded: `nameIndex`
 */
export function bindDiagram(
  graph: ParsedDiagram,
  code: string,
  here: Note | null,
  data: { byId: ReadonlyMap<string, Note>; names: ReadonlyMap<string, string> },
  byLabel = true,
): { bindings: NodeBinding[]; broken: BrokenBinding[] } {
  const { bound, labels } = diagramBindings(graph, code);
  const bindings: NodeBinding[] = [];
  const broken: BrokenBinding[] = [];
  for (const { nodeId, note: wanted, line, column, isKnown } of bound) {
    const [id = '', anchor] = wanted.split('#');
    const note = data.byId.get(id);
    if (!note || !isKnown) broken.push({ line, column, wanted: id, isUnknownNode: !isKnown, nodeId });
    else if (note !== here) bindings.push({ nodeId, note, ...(anchor ? { anchor } : {}) });
  }
  if (byLabel) {
    for (const { nodeId, label } of labels) {
      const note = data.byId.get(data.names.get(foldWord(label.replace(/<br\s*\/?>|\n/giu, ' '))) ?? '');
      if (note && note !== here) bindings.push({ nodeId, note });
    }
  }
  return { bindings, broken };
}
