import { diagramsWords } from '#words';
import { describeGraph, describeTransitions, summariseGraph } from './describe-graph.ts';
import { describeSteps, summariseSequence } from './describe-sequence.ts';
import type { OutlineItem, ParsedDiagram } from './graph.ts';
import { nameDiagramType } from './type-names.ts';

/**
 * A diagram in words, made from what was parsed: a title, one sentence, and lists or tables that hold every node's
 * label and every edge once. The author's `accTitle` and `accDescr` win over the title given and the sentence made.
 */
export function describeDiagram(parsed: ParsedDiagram, title = ''): DiagramDescription {
  return {
    title: parsed.accTitle || title || parsed.title || nameDiagramType(parsed.type),
    summary: parsed.accDescription || summarise(parsed),
    blocks: describeBody(parsed),
  };
}

function describeBody(parsed: ParsedDiagram): DescriptionBlock[] {
  const { body } = parsed;
  switch (body.kind) {
    case 'graph':
      return describeGraph(parsed);
    case 'transitions':
      return describeTransitions(parsed);
    case 'sequence':
      return body.steps.length > 0 ? [{ kind: 'list', ordered: true, items: describeSteps(body.steps) }] : [];
    case 'outline':
      return [{ kind: 'list', ordered: body.ordered ?? false, items: body.items.map(describeItem) }];
    case 'tables':
      return body.tables.map(({ caption, head, rows }) => ({
        kind: 'table',
        ...(caption ? { caption } : {}),
        head,
        rows,
      }));
    case 'texts':
      return body.texts.length > 0
        ? [{ kind: 'list', ordered: false, items: body.texts.map((text) => ({ text })) }]
        : [];
  }
}

function describeItem(item: OutlineItem): DescriptionItem {
  const items = item.items.map(describeItem);
  return items.length > 0 ? { text: item.label, list: { ordered: false, items } } : { text: item.label };
}

function summarise(parsed: ParsedDiagram): string {
  const name = nameDiagramType(parsed.type);
  const words = diagramsWords().text;
  const { body } = parsed;
  switch (body.kind) {
    case 'graph':
    case 'transitions':
      return summariseGraph(parsed, name);
    case 'sequence':
      return summariseSequence(body.participants, body.steps, name);
    case 'outline': {
      const [root] = body.items;
      const rest = countItems(body.items);
      if (root && body.items.length === 1) return words.tree(root.label, root.items.length, rest - 1, name);
      return body.ordered ? words.ordered(rest, name) : words.groups(body.items.length, rest, name);
    }
    case 'tables': {
      const [table] = body.tables;
      return words.table(table?.rows.length ?? 0, (table?.head ?? []).slice(1), name);
    }
    case 'texts':
      return words.texts(body.texts.length, name);
  }
}

function countItems(items: readonly OutlineItem[]): number {
  return items.reduce((sum, item) => sum + 1 + countItems(item.items), 0);
}

export interface DiagramDescription {
  title: string;
  summary: string;
  blocks: DescriptionBlock[];
}

export type DescriptionBlock =
  | { kind: 'paragraph'; text: string }
  | ({ kind: 'list' } & DescriptionList)
  | { kind: 'table'; caption?: string; head: string[]; rows: string[][] };

export interface DescriptionList {
  ordered: boolean;
  items: DescriptionItem[];
}

export interface DescriptionItem {
  text: string;
  list?: DescriptionList;
}
