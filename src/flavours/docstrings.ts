/**
 * What plugins of MkDocs take from code that is not among the notes: `::: pkg.module.Thing`, with its options indented below
 * it, is where the documentation of a thing would stand, of which its name is shown; `[words][pkg.Thing]` and `[Thing][]` lead
 * to such a place, and their words stay. `[](){#id}` before a block is an id for it.
 */
import type { Heading, Link, Paragraph, Parent, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { problemsWords } from '#words';
import { setBlockId } from './block-ids.ts';
import { type Flavour, leaveOut, report, writtenAs } from './flavour.ts';
import { SKIP, visit } from '../markdown/visit.ts';

const thing = /^:::[ \t]+([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)[ \t]*$/u;
const writtenId = /^\{[ \t]*#([\p{L}\p{N}_][\p{L}\p{N}_:.-]*)[ \t]*\}/u;

export const docstrings: Flavour = {
  adapt(tree, { source, hasAutorefs }) {
    readThings(tree, source);
    readAnchors(tree);
    if (hasAutorefs) readReferences(tree);
  },
};

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

/** What stands between the brackets of a reference that no definition has. */
const closing = /^\]\[([^[\]\n]{0,200})\]/u;
const whole = /(?<![\w\])])\[([^[\]\n]{1,200})\]\[([^[\]\n]{0,200})\]/gu;

function readReferences(tree: Root): void {
  let count = 0;
  let first: Text | undefined;
  const found = (node: Text): void => {
    count++;
    first ??= node;
  };
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || parent.type === 'link') return;
    node.value = node.value.replace(whole, (written: string, words: string, name: string) => {
      if (!isName(name || words)) return written;
      found(node);
      return words;
    });
    const siblings = (parent as Parent).children;
    const [code, after] = [siblings[index + 1], siblings[index + 2]];
    const end = after?.type === 'text' ? closing.exec(after.value) : null;
    if (!node.value.endsWith('[') || code?.type !== 'inlineCode' || after?.type !== 'text' || !end) return;
    node.value = node.value.slice(0, -1);
    after.value = after.value.slice(end[0].length);
    found(node);
  });
  if (first) report(tree, first, problemsWords().marks.autorefs(count));
}

/** The name of a thing of code, or an id: no sentence. */
function isName(text: string): boolean {
  return /\p{L}/u.test(text) && /^[\p{L}\p{N}_`][\p{L}\p{N}_.:`()/-]*$/u.test(text);
}
