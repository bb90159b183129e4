/**
 * Loops of Liquid and its kin (`{% for post in site.posts %}` … `{% endfor %}`) and what is worked out for them
 * (`{% assign … %}`): what they would say is in data that only their tool has. They are folded as they are written, in one
 * piece, instead of standing between the lines of a list or a table that they would fill.
 */
import type { Code, Nodes, Parent, PhrasingContent, RootContent, Table } from 'mdast';
import { notesWords, problemsWords } from '#words';
import { makeDetails } from './boxes.ts';
import { type Flavour, report } from './flavour.ts';
import { SKIP, visit } from '../markdown/visit.ts';

const opening = /^\{%-?[ \t]*(?:assign|for|tablerow)\b/u;
const parts =
  /\{%-?[ \t]*(?:(capture|case|for|if|tablerow|unless)|(end(?:capture|case|for|if|tablerow|unless)))\b/gu;
const closed = /%\}\s*$/u;
/** No loop goes over more blocks. */
const longest = 200;

export const liquidLoops: Flavour = {
  adapt(tree, { source }) {
    if (!/\{%-?[ \t]*(?:assign|for|tablerow)\b/u.test(source)) return;
    const folded: Nodes[] = [];
    const lastEnd = Math.max(source.lastIndexOf('endfor'), source.lastIndexOf('endtablerow'));
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined || parent.type === 'tableRow') return undefined;
      if (node.type === 'table') return foldRows(node, index, parent, source, folded);
      if (node.type !== 'paragraph' || !opening.test(sliceOf(node, node, source))) return undefined;
      const siblings = parent.children as RootContent[];
      const end = findEnd(siblings, index, source, lastEnd);
      if (end < 0) return undefined;
      const last = siblings[end] ?? node;
      siblings.splice(index, end - index + 1, fold(sliceOf(node, last, source), node));
      folded.push(node);
      return [SKIP, index + 1];
    });
    const [first] = folded;
    if (first) report(tree, first, problemsWords().code.loops(folded.length));
  },
};

/** Rows that a loop would repeat stand below their table. */
function foldRows(
  table: Table,
  index: number,
  parent: Parent,
  source: string,
  folded: Nodes[],
): [typeof SKIP, number] | undefined {
  const from = table.children.findIndex((row) => opening.test(cellsOf(row, source)));
  if (from < 1) return undefined;
  let depth = 0;
  const to = table.children.findIndex(
    (row, at) => at >= from && (depth += countDepth(cellsOf(row, source))) === 0,
  );
  const [first, last] = [table.children[from], table.children[to]];
  if (!first || !last) return undefined;
  table.children.splice(from, to - from + 1);
  parent.children.splice(index + 1, 0, fold(sliceOf(first, last, source), first) as never);
  folded.push(first);
  return [SKIP, index + 2];
}

function cellsOf(row: Pick<Nodes, 'position'>, source: string): string {
  return sliceOf(row, row, source).replace(/^\|\s*/u, '');
}

/** The last block of what begins at one; below zero where nothing ends it. */
function findEnd(siblings: readonly RootContent[], start: number, source: string, lastEnd: number): number {
  let depth = 0;
  let found = -1;
  for (let at = start; at < Math.min(siblings.length, start + longest); at++) {
    const block = siblings[at];
    if (!block?.position) break;
    // Nothing behind this can end it.
    if (depth > 0 && (block.position.start.offset ?? 0) > lastEnd) break;
    const written = sliceOf(block, block, source);
    if (depth === 0 && !opening.test(written)) break;
    depth += countDepth(written);
    if (depth < 0) break;
    if (depth === 0) {
      if (!closed.test(written)) break;
      found = at;
    }
  }
  return found;
}

function countDepth(written: string): number {
  let depth = 0;
  for (const [, opens, ends] of written.matchAll(parts))
    depth += Number(Boolean(opens)) - Number(Boolean(ends));
  return depth;
}

function fold(written: string, { position }: Pick<Nodes, 'position'>): RootContent {
  const code: Code = { type: 'code', lang: 'liquid', value: written };
  if (position) code.position = position;
  const words: PhrasingContent[] = [{ type: 'text', value: notesWords().loop }];
  return { ...makeDetails(words, [code]), position };
}

function sliceOf(from: Pick<Nodes, 'position'>, to: Pick<Nodes, 'position'>, source: string): string {
  return source.slice(from.position?.start.offset ?? 0, to.position?.end.offset ?? 0);
}
