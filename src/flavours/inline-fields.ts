/**
 * `[key:: value]` and `(key:: value)` in a line (Dataview): the first with its key set off, of the second the value alone, as
 * Dataview shows them. Only in a vault; in code they are what the code shows.
 */
import type { Parent, PhrasingContent, Text } from 'mdast';
import type { Flavour } from './flavour.ts';
import { SKIP, visit } from '../markdown/visit.ts';

/** A blank before the colons is no property but a type (`(x :: Int)`), and brackets behind a name are a call. */
const opening = /(?<![\p{L}\p{N}_])([[(])([\p{L}\p{N}][\p{L}\p{M}\p{N} _./-]{0,60})(?<! )::[ \t]+/u;
/** More stand in no value. */
const mostNodes = 6;

export const inlineFields: Flavour = {
  adapt(tree, { isVault }) {
    if (!isVault) return;
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || !node.value.includes(':: ')) return undefined;
      const siblings = (parent as Parent).children as PhrasingContent[];
      const found = readField(node, siblings.slice(index + 1, index + 1 + mostNodes));
      if (!found) return undefined;
      siblings.splice(index, 1 + found.taken, ...found.nodes);
      // What stands behind it may hold the next.
      return [SKIP, index + found.nodes.length - (found.hasRest ? 1 : 0)];
    });
  },
};

function readField(
  node: Text,
  after: readonly PhrasingContent[],
): { nodes: PhrasingContent[]; taken: number; hasRest: boolean } | null {
  const found = opening.exec(node.value);
  if (!found) return null;
  const [written, bracket = '', key = ''] = found;
  const close = bracket === '[' ? ']' : ')';
  const value: PhrasingContent[] = [];
  const parts: PhrasingContent[] = [
    { ...node, value: node.value.slice(found.index + written.length) },
    ...after,
  ];
  for (const [place, part] of parts.entries()) {
    if (part.type === 'break') return null;
    const [at, line] =
      part.type === 'text' ? [findClose(part.value, bracket, close), part.value.indexOf('\n')] : [-1, -1];
    if (line >= 0 && (at < 0 || line < at)) return null;
    if (part.type !== 'text' || at < 0) {
      if (part.type !== 'text' || part.value) value.push(part);
      continue;
    }
    const last = part.value.slice(0, at);
    const rest = part.value.slice(at + 1);
    const before = node.value.slice(0, found.index);
    const set: PhrasingContent[] =
      bracket === '['
        ? [{ type: 'strong', children: [{ ...node, value: `${key.trim()}:` }], position: node.position }]
        : [];
    if (set.length) set.push({ type: 'text', value: ' ' });
    return {
      nodes: [
        ...(before ? [{ ...node, value: before }] : []),
        ...set,
        ...value,
        ...(last ? [{ ...part, value: last }] : []),
        ...(rest ? [{ ...part, value: rest }] : []),
      ],
      taken: place,
      hasRest: rest !== '',
    };
  }
  return null;
}

/** Where the bracket is closed; brackets in pairs are the value's. */
function findClose(text: string, open: string, close: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === open) depth++;
    else if (text[at] === close && depth-- === 0) return at;
  }
  return -1;
}
