import { diagramBindings } from '../diagrams/bindings.ts';
import type { ParsedDiagram } from '../diagrams/graph.ts';
import type { Note } from './note.ts';
import { hasAnchor, type LinkIndex, type LinkTarget, resolveLink } from './resolve-link.ts';
import { foldWord } from './text.ts';

/** A node of a diagram that leads somewhere. */
export interface NodeBinding {
  nodeId: string;
  target: LinkTarget;
  /** What the author's `click` says of it. */
  tooltip?: string;
}

/** A `click X "…"` that leads nowhere. */
export interface BrokenBinding {
  line: number;
  column: number;
  /** What the author wrote. */
  wanted: string;
  nodeId: string;
  /**
   * No such node in the diagram, no such place on the site, no such section, a scheme that is not allowed, or a note
   * that its author keeps back.
   */
  reason: 'node' | 'place' | 'anchor' | 'scheme' | 'private';
  /** The note whose section is missing. */
  note?: Note;
}

/** What nodes are resolved with. */
export interface BindingData {
  byId: ReadonlyMap<string, Note>;
  /** Words to note ids, folded: `nameIndex`. */
  names: ReadonlyMap<string, string>;
  links: LinkIndex;
}

/**
 * Where the nodes of a diagram lead: those with a `click` line as a link in the note's text would, and those whose
 * label is a note's title, alias or term. A node never leads to the note that it stands in by its label alone.
 *
 * @param here the note that the diagram stands in; null outside of notes, where only `note:` leads somewhere
 * @param byLabel false where the author has opted out (` ```mermaid nolinks `)
 */
export function bindDiagram(
  graph: ParsedDiagram,
  code: string,
  here: Note | null,
  data: BindingData,
  byLabel = true,
): { bindings: NodeBinding[]; broken: BrokenBinding[] } {
  const { bound, labels } = diagramBindings(graph, code);
  const bindings: NodeBinding[] = [];
  const broken: BrokenBinding[] = [];
  for (const { nodeId, target: wanted, tooltip, line, column, isKnown } of bound) {
    const target = resolveClick(wanted, here, data);
    const place = { line, column, wanted, nodeId };
    if (target.kind === 'private') broken.push({ ...place, reason: 'private' });
    else if (!isKnown) broken.push({ ...place, reason: 'node' });
    else if (target.kind === 'missing') broken.push({ ...place, reason: 'place' });
    else if (target.kind === 'unsafe') broken.push({ ...place, reason: 'scheme' });
    else if (target.kind === 'note' && target.anchor && !hasAnchor(target.note, target.anchor))
      broken.push({ ...place, reason: 'anchor', note: target.note });
    else if (target.kind !== 'note' || target.note !== here || target.anchor)
      bindings.push({ nodeId, target, ...(tooltip ? { tooltip } : {}) });
  }
  if (byLabel) {
    for (const { nodeId, label } of labels) {
      const note = data.byId.get(data.names.get(foldWord(label.replace(/<br\s*\/?>|\n/giu, ' '))) ?? '');
      if (note && note !== here) bindings.push({ nodeId, target: { kind: 'note', note } });
    }
  }
  return { bindings, broken };
}

function resolveClick(wanted: string, here: Note | null, data: BindingData): LinkTarget {
  if (here) return resolveLink(wanted, here, data.links);
  const note = /^note:([^#]+)/u.exec(wanted)?.[1];
  const found = note === undefined ? undefined : data.byId.get(note);
  return found ? { kind: 'note', note: found } : { kind: 'missing', wanted };
}
