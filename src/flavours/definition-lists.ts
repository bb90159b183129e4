/**
 * A term with `: 설명` on the lines below it (MkDocs, kramdown, Goldmark, PHP Markdown Extra) is a list of definitions. What
 * is indented below a definition belongs to it.
 */
import type { Paragraph, Parent, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { type Flavour, type FlavourContext, writtenAs } from './flavour.ts';
import { splitLines } from './property-lines.ts';
import { visit } from '../markdown/visit.ts';

export const definitionLists: Flavour = {
  adapt(tree, context) {
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const siblings = (parent as Parent).children;
      const before = siblings[index - 1];
      const isTerm = before?.type === 'paragraph' && mayBeTerm(before) && opensDefinition(paragraph);
      const isBelow = isTerm || isList(before) || (context.isDocumentation === true && isWide(paragraph));
      const parts = readDefinitions(paragraph, isBelow);
      if (!parts) return undefined;
      if (isTerm) parts.unshift(element('dt', before.children) as unknown as RootContent);
      const from = isTerm ? index - 1 : index;
      const above = siblings[from - 1];
      const list = isList(above) ? above : element('dl', []);
      list.children.push(...parts);
      const last = parts.at(-1) as unknown as Element;
      const opened = opensList(last) ? takeList(paragraph, siblings, index + 1, context) : '';
      const { nodes: below, written } =
        last.data?.hName === 'dd' ? takeBlocks(siblings, index + 1, context) : { nodes: [], written: '' };
      // What opens a box is the first line of what is indented below it.
      const box = opensBox(last) ? context.parse?.(`${toString(last)}\n\n${written}`) : undefined;
      // A single line may as well be a sentence: `: 3. 회의`.
      if (opened.includes('\n') || (opened && written))
        last.children = markAs(context.parse?.(`${opened}\n\n${written}`) ?? [], paragraph);
      else if (box) last.children = markAs(box, paragraph);
      else if (below.length)
        last.children = [{ type: 'paragraph', children: last.children as PhrasingContent[] }, ...below];
      const made = list === above ? [] : [list as never];
      siblings.splice(from, index + 1 - from, ...made);
      return from + made.length;
    });
  },
};

type Element = Parent & { children: RootContent[] };

function element(hName: string, children: readonly RootContent[]): Element {
  return { type: 'htmlElement', children: [...children], data: { hName } };
}

function isList(node: RootContent | undefined): node is RootContent & Element {
  return (node?.data as { hName?: string } | undefined)?.hName === 'dl';
}

/** What is indented below a definition: Markdown takes it for code. It leaves its place. */
function takeBlocks(
  siblings: RootContent[],
  from: number,
  { parse, source }: FlavourContext,
): { nodes: RootContent[]; written: string } {
  const found: RootContent[] = [];
  const written: string[] = [];
  let to = from;
  for (; parse; to++) {
    const code = siblings[to];
    const start = code?.position?.start.offset;
    if (code?.type !== 'code' || code.lang || start === undefined || /^[`~]/u.test(source.slice(start)))
      break;
    written.push(code.value);
    found.push(...markAs(parse(code.value), code));
  }
  siblings.splice(from, to - from);
  return { nodes: found, written: written.join('\n\n') };
}

/** Nodes at the place of what they were made from. */
function markAs(nodes: RootContent[], { position }: Pick<RootContent, 'position'>): RootContent[] {
  for (const node of nodes)
    visit(node, (inner) => {
      if (position) inner.position = position;
    });
  return nodes;
}

function opensList({ data, children: [first] }: Element): boolean {
  return data?.hName === 'dd' && first?.type === 'text' && /^(?:[-*+]|\d{1,3}[.)])\s/u.test(first.value);
}

/** A definition that is a list, as it is written: Markdown takes its first lines for text, the others for a list of their own. */
function takeList(
  paragraph: Paragraph,
  siblings: RootContent[],
  at: number,
  { source }: FlavourContext,
): string {
  const lines = writtenAs(paragraph, source).split('\n');
  const own = lines.slice(lines.findLastIndex((line) => /^\s*:\s/u.test(line))).join('\n');
  const mark = /^\s*:\s+/u.exec(own)?.[0] ?? '';
  const next = siblings[at];
  const isBelow =
    next?.type === 'list' &&
    next.position?.start.line === (paragraph.position?.end.line ?? 0) + 1 &&
    next.position.start.column >= (paragraph.position?.start.column ?? 1) + 2;
  const below = isBelow ? `\n${writtenAs(next, source)}` : '';
  if (isBelow) siblings.splice(at, 1);
  const blanks = new RegExp(`^[ \\t]{0,${String(mark.length)}}`, 'gmu');
  return (own.slice(mark.length) + below).replace(blanks, '');
}

function opensBox({ data, children }: Element): boolean {
  const [first] = children;
  return (
    data?.hName === 'dd' && first?.type === 'text' && /^(?:!!!|\?\?\?\+?|===)\s+\S[^\n]*$/u.test(first.value)
  );
}

/** Whether a blank line may stand between a paragraph and its definition: a sentence is no term. */
function mayBeTerm(paragraph: Paragraph): boolean {
  const text = toString(paragraph).trim();
  return text.length <= 80 && text !== '' && !/[.!?:。]$/u.test(text) && splitLines(paragraph).length === 1;
}

function opensDefinition({ children: [first] }: Paragraph): boolean {
  return first?.type === 'text' && /^\s*:\s+\S?/u.test(first.value);
}

/** A definition by its width alone, whose term a comment was that tools make one of. */
function isWide({ children: [first] }: Paragraph): boolean {
  return first?.type === 'text' && /^:(?: {3}|\t)\s*\S/u.test(first.value);
}

/**
 * Terms and definitions of a paragraph; null where it is none of them.
 * @param hasTerm a term stands above the paragraph
 */
function readDefinitions(paragraph: Paragraph, hasTerm: boolean): RootContent[] | null {
  if (!paragraph.children.some(holdsMark)) return null;
  const lines = splitLines(paragraph);
  const isDefinition = lines.map(([first]) => first?.type === 'text' && /^\s*:\s+\S?/u.test(first.value));
  if ((isDefinition[0] && !hasTerm) || !isDefinition.includes(true)) return null;
  const out: { hName: 'dt' | 'dd'; children: PhrasingContent[] }[] = [];
  lines.forEach((parts, at) => {
    const last = out.at(-1);
    // A line above a definition is a term; another goes on with what stands above it.
    if (isDefinition[at]) out.push({ hName: 'dd', children: cutMark(parts) });
    else if (last?.hName === 'dd' && !isDefinition[at + 1])
      last.children.push({ type: 'text', value: '\n' }, ...parts);
    else out.push({ hName: 'dt', children: parts });
  });
  return out.map(({ hName, children }) => element(hName, children) as unknown as RootContent);
}

function holdsMark(node: PhrasingContent): boolean {
  return node.type === 'text' && /(?:^|\n)[^\S\n]*:\s/u.test(node.value);
}

function cutMark([first, ...rest]: PhrasingContent[]): PhrasingContent[] {
  if (first?.type !== 'text') return rest;
  const value = first.value.replace(/^\s*:\s+/u, '');
  return value ? [{ ...first, value }, ...rest] : rest;
}
