/**
 * What plugins of MkDocs take from code that is not among the notes: `::: pkg.module.Thing`, with its options indented below
 * it, is where the documentation of a thing would stand, of which its name is shown; `[words][pkg.Thing]` and `[Thing][]` lead
 * to such a place, and their words stay. `[](){#id}` before a block is an id for it.
 */
import type { Heading, Link, Paragraph, Parent, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { problemsWords } from '#words';
import { setBlockId } from './block-ids.ts';
import { boxWords, isClosed } from './boxes.ts';
import { type Flavour, leaveOut, report, writtenAs } from './flavour.ts';
import { SKIP, visit } from '../markdown/visit.ts';

const thing = /^:::[ \t]+([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)[ \t]*$/u;
/** A whole module, which only the folder's settings tell from a box. */
const module = /^:::[ \t]+([A-Za-z_]\w*)[ \t]*$/u;
const writtenId = /^\{[ \t]*#([\p{L}\p{N}_][\p{L}\p{N}_:.-]*)[ \t]*\}/u;

export const docstrings: Flavour = {
  adapt(tree, { source, hasAutorefs }) {
    if (hasAutorefs) openModules(tree, source);
    readThings(tree, source);
    readAnchors(tree);
    if (hasAutorefs) readReferences(tree);
  },
};

/** What stands below the name of a module is in no box; lines indented there are its options. */
function openModules(tree: Root, source: string): void {
  visit(tree, (node, index, parent) => {
    if (node.type !== 'containerDirective' || !parent || index === undefined) return undefined;
    const name = module.exec(writtenAs(node, source).split('\n', 1)[0] ?? '')?.[1];
    if (name === undefined || boxWords.includes(name.toLowerCase()) || isClosed(node, source))
      return undefined;
    const [first, ...others] = node.children;
    const below = first?.type === 'code' && !/^[`~]/u.test(writtenAs(first, source)) ? others : node.children;
    const named: Paragraph = { type: 'paragraph', position: node.position, children: [] };
    named.children = [nameOf(name, named)];
    report(tree, node, problemsWords().marks.docstrings(name, 1));
    (parent as Parent).children.splice(index, 1, named, ...below);
    return [SKIP, index + 1];
  });
}

function readThings(tree: Root, source: string): void {
  let first: { node: RootContent; name: string; count: number } | undefined;
  const count = (node: RootContent, name: string): void => {
    if (first) first.count++;
    else first = { node, name, count: 1 };
  };
  visit(tree, ['paragraph', 'heading'], (node, index, parent) => {
    if (!parent || index === undefined || (node.type !== 'paragraph' && node.type !== 'heading'))
      return undefined;
    if (node.type === 'heading') {
      const name = thing.exec(toString(node).trim())?.[1];
      if (name === undefined) return undefined;
      count(node, name);
      node.children = [nameOf(name, node)];
      return undefined;
    }
    const names = listThings(node, source);
    if (!names) return undefined;
    for (const name of names) count(node, name);
    const { start, end } = node.position ?? {};
    if (start?.offset !== undefined && end?.offset !== undefined) {
      const by = names.map((name) => `\`${name}\``).join('\n\n');
      leaveOut(tree, { from: start.offset, written: end.offset, by });
    }
    const made: RootContent[] = names.map((name) => ({ ...node, children: [nameOf(name, node)] }));
    (parent as Parent).children.splice(index, 1, ...made);
    return [SKIP, index + made.length];
  });
  if (first) report(tree, first.node, problemsWords().marks.docstrings(first.name, first.count));
}

/** The names on the lines of a paragraph that holds nothing else but their options; null for any other. */
function listThings(node: Paragraph, source: string): string[] | null {
  const [lead] = node.children;
  if (lead?.type !== 'text' || !lead.value.startsWith(':::')) return null;
  const names: string[] = [];
  for (const line of writtenAs(node, source).split('\n')) {
    const name = thing.exec(line.trim())?.[1];
    if (name !== undefined) names.push(name);
    else if (!/^(?: {4}|\t)/u.test(line)) return null;
  }
  return names.length ? names : null;
}

function nameOf(value: string, { position }: Paragraph | Heading): PhrasingContent {
  return { type: 'inlineCode', value, position };
}

/** The block behind such an id has it: a heading as if its author had written it there. */
function readAnchors(tree: Root): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    if (!parent || index === undefined || !paragraph.children.some(isEmptyLink)) return undefined;
    const ids: string[] = [];
    const kept: PhrasingContent[] = [];
    for (const node of paragraph.children) {
      const id =
        node.type === 'text' && kept.at(-1) && isEmptyLink(kept.at(-1) as PhrasingContent)
          ? writtenId.exec(node.value)
          : null;
      if (!id || node.type !== 'text') {
        kept.push(node);
        continue;
      }
      kept.pop();
      ids.push(id[1] ?? '');
      const rest = node.value.slice(id[0].length);
      if (rest.trim() || (rest && kept.length))
        kept.push({ ...node, value: kept.length ? rest : rest.trimStart() });
    }
    if (!ids.length) return undefined;
    paragraph.children = kept;
    const siblings = (parent as Parent).children;
    const target = kept.length ? paragraph : siblings[index + 1];
    const [id = ''] = ids;
    if (target?.type === 'heading') {
      if (!/\{\s*#[^{}]+\}\s*$/u.test(toString(target)))
        target.children.push({ type: 'text', value: ` {#${id}}` });
    } else if (target) setBlockId(target, id);
    if (kept.length) return undefined;
    siblings.splice(index, 1);
    return index;
  });
}

function isEmptyLink(node: PhrasingContent): node is Link {
  return node.type === 'link' && !node.url && !toString(node);
}

/** A reference that no definition has, in the text of a paragraph with a sign of its own for all that is no plain text. */
const reference = /(?<![\w\])])\[([^[\]]{1,200})(\]\[([^[\]]{0,200})\])/gu;
const other = '\ufffc';

function readReferences(tree: Root): void {
  let count = 0;
  let first: Text | undefined;
  visit(tree, (parent) => {
    if (parent.type === 'link' || !('children' in parent)) return;
    const children = parent.children as RootContent[];
    if (!children.some((node) => node.type === 'text' && node.value.includes(']['))) return;
    const flat = children.map((node) => (node.type === 'text' ? node.value : other)).join('');
    const gone = new Set<number>();
    for (const { index, 0: written, 1: words = '', 2: end = '', 3: name } of flat.matchAll(reference)) {
      if (!isName(name || words)) continue;
      count++;
      gone.add(index);
      const to = index + written.length;
      for (let at = to - end.length; at < to; at++) gone.add(at);
    }
    if (!gone.size) return;
    first ??= children.find((node) => node.type === 'text');
    let at = 0;
    parent.children = children.filter((node) => {
      if (node.type !== 'text') return !gone.has(at++);
      const kept = node.value.split('').filter((_, index) => !gone.has(at + index));
      at += node.value.length;
      node.value = kept.join('');
      return node.value !== '';
    });
  });
  if (first) report(tree, first, problemsWords().marks.autorefs(count));
}

/** Words, or the name of a thing: no number, as citations have. */
function isName(text: string): boolean {
  return text.includes(other) || /\p{L}/u.test(text);
}
