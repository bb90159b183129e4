/**
 * `key:: value` on lines of their own (Logseq, Dataview). What a page's first lines say of it has become its title, its
 * tags, its summary (`readPageProperties`), what Logseq writes for itself (`collapsed:: true`) is for no reader, and the
 * `id::` of a block is an anchor: these lines leave the text. All others stay, each on its line, with their key set off.
 */
import type { Heading, Nodes, Paragraph, Parent, PhrasingContent, Root } from 'mdast';
import { withoutMarks } from '../knowledge/text.ts';
import { setBlockId } from './block-ids.ts';
import type { Flavour } from './flavour.ts';
import { visit, visitParents } from '../markdown/visit.ts';

const line = /^\s*(?:[-*]\s+)?([\p{L}][\p{L}\p{N}_.-]*)::(?:\s+(.*?))?\s*$/u;
const headingLine = /^\s*heading::\s+(true|[1-6])\s*$/u;
const headingValue = /^(?:true|false|[1-6])?$/u;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}$/iu;
/** Logseq's own: states of its windows, and when a block was made. */
const machine =
  /^(?:collapsed|(?:created|updated)[-_]at|card-[\w-]+|query-[\w-]+|logseq\.[\w.-]+|background-(?:color|image)|ls-type|hl-[\w-]+|template|template-including-parent|filters|exclude-from-graph-view|public)$/u;
const pageKeys = ['title', 'alias', 'aliases', 'tags', 'description'] as const;

export const propertyLines: Flavour = {
  adapt(tree) {
    joinAtTop(tree);
    raiseHeadings(tree);
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined || !paragraph.children.some(holdsLine)) return undefined;
      const isPage = parent.type === 'root' && parent.children.slice(0, index).every(isNothing);
      const block = parent.type === 'listItem' ? parent : paragraph;
      const lines = splitLines(paragraph);
      const kept = lines.filter((parts) => {
        const found = readLine(parts);
        if (!found) return true;
        if (found.key === 'id' && uuid.test(found.value)) {
          setBlockId(block, found.value);
          return false;
        }
        const isMachine =
          machine.test(found.key) || (found.key === 'heading' && headingValue.test(found.value));
        return !(isMachine || (isPage && isPageKey(found.key)));
      });
      paragraph.children = kept.flatMap((parts, place) => {
        const before = kept[place - 1];
        const shown = setOff(parts, isPage);
        if (!before) return shown;
        const isApart = readLine(parts) !== null || readLine(before) !== null;
        return [isApart ? ({ type: 'break' } as const) : ({ type: 'text', value: '\n' } as const), ...shown];
      });
      if (kept.length || block.data) return undefined;
      (parent as Parent).children.splice(index, 1);
      return index;
    });
  },
};

/**
 * The property in whose value a part of a paragraph stands; undefined where it stands in none. A paragraph is read once.
 */
export function createPropertyFinder(): (part: Nodes, parent: Nodes | undefined) => string | undefined {
  const read = new WeakMap<Nodes, ReadonlyMap<Nodes, string>>();
  return (part, parent) => {
    if (parent?.type !== 'paragraph') return undefined;
    const found = read.get(parent) ?? readValues(parent);
    read.set(parent, found);
    return found.get(part);
  };
}

function readValues({ children }: Paragraph): Map<Nodes, string> {
  const found = new Map<Nodes, string>();
  let key: string | undefined;
  for (const child of children) {
    const { property } = (child.data ?? {}) as { property?: string };
    if (child.type === 'break' || (child.type === 'text' && child.value.includes('\n'))) key = undefined;
    else if (property !== undefined) key = property;
    else if (key !== undefined) found.set(child, key);
  }
  return found;
}

/** `key:: value` as the tools show it: the key in letters of its own, no second colon. */
function setOff(parts: PhrasingContent[], isPage: boolean): PhrasingContent[] {
  const [first, ...others] = parts;
  if (first?.type !== 'text' || !(readLine(parts) || (isPage && isPropertyLine(`${first.value} `))))
    return parts;
  const [, lead = '', key = '', rest = ''] = /^(\s*(?:[-*]\s+)?)(.*?)::(.*)$/su.exec(first.value) ?? [];
  return [
    ...(lead ? [{ ...first, value: lead }] : []),
    {
      type: 'strong',
      children: [{ ...first, value: `${key}:` }],
      position: first.position,
      data: { property: key } as object,
    },
    { ...first, value: rest },
    ...others,
  ];
}

/** Logseq's `heading:: true`, or the level: its block is a heading, by itself one as deep as it is indented. */
function raiseHeadings(tree: Root): void {
  visitParents(tree, 'paragraph', (paragraph, ancestors) => {
    const item = ancestors.at(-1);
    if (item?.type !== 'listItem' || item.children[0] !== paragraph) return;
    const lines = splitLines(paragraph);
    const at = lines.findIndex((parts) => headingLine.test(textOf(parts)));
    const title = lines[0];
    if (at < 1 || !title) return;
    const level = Number(headingLine.exec(textOf(lines[at] ?? []))?.[1]) || 0;
    const depth = level || ancestors.filter(({ type }) => type === 'listItem').length;
    const rest = lines
      .slice(1)
      .filter((_, place) => place !== at - 1)
      .flatMap((parts, place): PhrasingContent[] => [
        ...(place ? [{ type: 'break' as const }] : []),
        ...parts,
      ]);
    const heading = {
      type: 'heading' as const,
      depth: Math.min(depth, 6) as Heading['depth'],
      children: title,
      position: paragraph.position,
    };
    item.children.splice(0, 1, heading, ...(rest.length ? [{ ...paragraph, children: rest }] : []));
  });
}

/** Lines of properties that open a note are one block, whatever empty lines stand between them. */
function joinAtTop(tree: Root): void {
  const rows = tree.children.findIndex((node) => !isNothing(node) && !isRows(node));
  const opening = tree.children.slice(0, rows < 0 ? undefined : rows);
  const paragraphs = opening.filter((node) => node.type === 'paragraph');
  const [first, ...others] = paragraphs;
  if (!first || !others.length) return;
  first.children.push(
    ...others.flatMap(({ children }): PhrasingContent[] => [{ type: 'break' }, ...children]),
  );
  tree.children = tree.children.filter((node) => !others.includes(node as Paragraph));
}

function isRows(node: Nodes): node is Paragraph {
  return node.type === 'paragraph' && splitLines(node).every((parts) => isPropertyLine(textOf(parts)));
}

function textOf(parts: readonly PhrasingContent[]): string {
  const [first] = parts;
  return first?.type === 'text' ? `${first.value} ` : '';
}

/** What the lines at the top of a page say of it, by the names that front matter has for it. */
export function readPageProperties(
  lines: Readonly<Record<string, string>>,
): Record<string, string | string[]> {
  const plain = (text: string) => withoutMarks(text.replace(/#?\[\[([^[\]]*)\]\]/gu, '$1')).trim();
  const list = (text: string) => text.split(/[,，]/u).map(plain).filter(Boolean);
  return Object.fromEntries(
    Object.entries(lines)
      .filter(([key, text]) => isPageKey(key) && text.trim() !== '')
      .map(([key, text]) => [key, key === 'title' || key === 'description' ? plain(text) : list(text)]),
  );
}

/** How the properties of a note begin as a reader sees them. */
export function listShownKeys(body: string): string[] {
  return Array.from(
    body.matchAll(/^[ \t]*(?:[-*][ \t]+)?([\p{L}\p{N}][\p{L}\p{M}\p{N} _.-]{0,60})::(?=\s)/gmu),
    ([, key = '']) => `${key}:`,
  );
}

/** Whether a line says something of its note rather than of its subject. */
export function isPropertyLine(text: string): boolean {
  return /^\s*[\p{L}\p{N}][\p{L}\p{M}\p{N} _.-]{0,60}::\s/u.test(text);
}

function isPageKey(key: string): boolean {
  return (pageKeys as readonly string[]).includes(key);
}

function isNothing(node: Nodes): boolean {
  return node.type === 'html' || node.type === 'yaml' || ('children' in node && node.children.length === 0);
}

function holdsLine(node: PhrasingContent): boolean {
  return node.type === 'text' && /^[^\n]*[\p{L}\p{N}]::(?:\s|$)/mu.test(node.value);
}

/** The lines of a paragraph, as the nodes that stand on each. */
export function splitLines({ children }: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text') lines.at(-1)?.push(child);
    else {
      child.value.split('\n').forEach((value, place) => {
        if (place) lines.push([]);
        if (value) lines.at(-1)?.push({ ...child, value, ...(place ? placeLine(child, place) : {}) });
      });
    }
  }
  return lines;
}

/** Where the line of a text begins, so that what is reported of it names that line. */
function placeLine({ position }: PhrasingContent, place: number): Pick<PhrasingContent, 'position'> {
  if (!position) return {};
  return { position: { ...position, start: { line: position.start.line + place, column: 1 } } };
}

/** A line's key and its value, as far as it is text. */
function readLine(parts: readonly PhrasingContent[]): { key: string; value: string } | null {
  const [first] = parts;
  if (first?.type !== 'text') return null;
  const [, key, value = ''] = line.exec(first.value) ?? [];
  return key === undefined ? null : { key, value };
}
