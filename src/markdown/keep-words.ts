/** What Markdown would drop without a word: it stays in the page, and its author is told. */
import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Nodes,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import { problemsWords } from '#words';
import { report } from '../flavours/flavour.ts';
import { walkTree } from './walk-tree.ts';

/** Keeps surplus table cells; in place. Comes after those who know what a bar in a cell means to other tools. */
export function keepCells(tree: Root): void {
  walkTree(tree, (node) => {
    if (node.type === 'table') widen(node, tree);
  });
}

/** Keeps footnotes that nobody calls and text that only looks like a definition; in place. */
export function keepWords(tree: Root): void {
  const { calls, selfCalls } = findCalls(tree);
  const references = new Set<string>();
  const footnotes: { node: FootnoteDefinition; parent: Parent }[] = [];
  const definitions: { node: Definition; parent: Parent }[] = [];
  const before = new Map<Parent, Nodes>();
  const lazy = new Set<Nodes>();
  walkTree(tree, (node, parent) => {
    const above = parent && before.get(parent);
    if (parent) before.set(parent, node);
    if (node.type === 'definition' && above && (lazy.has(above) || isBelowText(node, above))) lazy.add(node);
    if ((node.type as string) === 'math') keepFirstLine(node as unknown as MathNode);
    else if (node.type === 'linkReference' || node.type === 'imageReference') references.add(node.identifier);
    else if (node.type === 'footnoteDefinition' && parent) footnotes.push({ node, parent });
    else if (node.type === 'definition' && parent) definitions.push({ node, parent });
  });
  // A call whose footnote will stand in the text has nowhere to lead.
  for (const node of selfCalls)
    Object.assign(node, { type: 'text', value: `[^${node.label ?? node.identifier}]` });
  const replaced = new Map<RootContent, RootContent[]>();
  const parents = new Set<Parent>();
  const defined = new Set<string>();
  for (const { node, parent } of footnotes) {
    if (calls.has(node.identifier) && !defined.has(node.identifier)) {
      defined.add(node.identifier);
      continue;
    }
    const words = problemsWords().markdown;
    const isDouble = defined.has(node.identifier);
    // One that stands in the title itself has no label.
    const { label } = node;
    if (typeof label === 'string')
      report(tree, node, isDouble ? words.doubleFootnote(label) : words.uncalledFootnote(label));
    const mark = { type: 'text' as const, value: typeof label === 'string' ? `[^${label}]: ` : '' };
    const [first, ...rest] = node.children;
    const lead: RootContent[] =
      first?.type === 'paragraph'
        ? [{ ...first, children: [mark, ...first.children] }, ...rest]
        : [{ type: 'paragraph', children: [mark] }, ...node.children];
    replaced.set(node, lead);
    parents.add(parent);
  }
  const addresses = new Map<string, Definition>();
  for (const { node, parent } of definitions) {
    const { identifier, label, url, title } = node;
    const words = problemsWords().markdown;
    const isCalled = references.has(identifier);
    const isLine = !isCalled && lazy.has(node) && /^(?:https?|mailto):/iu.test(url);
    if (!isLine && (isCalled || !isSaying(node))) {
      const first = addresses.get(identifier) ?? node;
      addresses.set(identifier, first);
      if (url !== first.url || title !== first.title) report(tree, node, words.doubleDefinition(label ?? ''));
      // Lists that tools write for themselves lead to files.
      else if (!isCalled && title && node === first && /^https?:/iu.test(url))
        report(tree, node, words.uncalledDefinition(label ?? ''));
      continue;
    }
    if (!isLine) report(tree, node, words.unusedDefinition(label ?? ''));
    const value = `[${label ?? identifier}]: ${isLine ? '' : url}`;
    const address: PhrasingContent[] = isLine
      ? [{ type: 'link', url, children: [{ type: 'text', value: url }] }]
      : [];
    if (isLine && title) address.push({ type: 'text', value: ` “${title}”` });
    const children = [{ type: 'text' as const, value }, ...address];
    replaced.set(node, [{ type: 'paragraph', children, position: node.position }]);
    parents.add(parent);
  }
  // A footnote may stand in one that takes its place in the text, too.
  const expand = (child: RootContent): RootContent[] => replaced.get(child)?.flatMap(expand) ?? [child];
  for (const parent of parents) parent.children = parent.children.flatMap(expand);
}

/**
 * The footnotes that a page shows: those that the text calls, and those that these call. Any that only call themselves
 * or each other are not reached; they will stand in the text, which calls others from there.
 * @returns their identifiers, and the calls of footnotes that are not among them
 */
function findCalls(tree: Root): { calls: Set<string>; selfCalls: FootnoteReference[] } {
  /** By the footnote they stand in; those of the text under the empty name. */
  const callsIn = new Map<string, FootnoteReference[]>([['', []]]);
  const steps: { node: Nodes; footnote: string }[] = [{ node: tree, footnote: '' }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node } = step;
    let { footnote } = step;
    if (node.type === 'footnoteReference') callsIn.get(footnote)?.push(node);
    // One of a name that is taken stands in the text.
    if (node.type === 'footnoteDefinition' && !callsIn.has(node.identifier)) {
      footnote = node.identifier;
      callsIn.set(footnote, []);
    }
    if ('children' in node)
      for (const child of node.children.toReversed()) steps.push({ node: child, footnote });
  }
  const calls = new Set<string>();
  const inText = new Set<string>();
  const follow = (from: string) => {
    const waiting = [from];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      for (const { identifier } of callsIn.get(next) ?? []) {
        if (calls.has(identifier) || !callsIn.has(identifier) || inText.has(identifier)) continue;
        calls.add(identifier);
        waiting.push(identifier);
      }
  };
  follow('');
  for (const identifier of callsIn.keys()) {
    if (identifier === '' || calls.has(identifier)) continue;
    inText.add(identifier);
    follow(identifier);
  }
  const selfCalls = [...callsIn.values()].flat().filter(({ identifier }) => inText.has(identifier));
  return { calls, selfCalls };
}

interface MathNode {
  meta?: string | null;
  value: string;
}

/** `$$ a + b` on the line that opens a formula: the parser takes it for a remark. */
function keepFirstLine(node: MathNode): void {
  if (!node.meta) return;
  node.value = [node.meta, node.value].filter(Boolean).join('\n');
  node.meta = null;
}

/** Whether a definition ends an item, a quote or a footnote, of which it would be a line in CommonMark. */
function isBelowText({ position }: Definition, above: Nodes): boolean {
  return (
    ['list', 'blockquote', 'footnoteDefinition'].includes(above.type) &&
    position?.start.line === (above.position?.end.line ?? 0) + 1
  );
}

/** No address at all: `[참고]: 아래` is a sentence. */
export function isSaying({ url, title }: Definition): boolean {
  return !title && /^[^/.#?:@%&=<>\\]+$/u.test(url) && /\p{L}/u.test(url);
}

/** Rows with more cells than the head make the table wider; GFM drops them. */
function widen(table: Table, tree: Root): void {
  const [head] = table.children;
  const columns = head?.children.length ?? 0;
  const widest = table.children.reduce((most, row) => Math.max(most, row.children.length), 0);
  if (!head || widest <= columns) return;
  for (const row of table.children) {
    if (row.children.length > columns) {
      report(tree, row, problemsWords().markdown.surplusCells(columns, row.children.length));
    }
  }
  for (let more = columns; more < widest; more++) {
    head.children.push({ type: 'tableCell', children: [] });
    (table.align ??= []).push(null);
  }
}
