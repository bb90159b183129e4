/**
 * `==밝게==` (Obsidian, Quartz, HackMD) becomes `<mark>`, and `^[글]` a footnote in the line. Both may hold other marks.
 *
 * As with emphasis, no space follows an opening `==` and none stands before a closing one, so that `a == b` is text. So
 * are operators that are named (`(==, !=)`, `!==`), and comparisons: `a==b` and, in the same sentence, `c==d`.
 */
import type { FootnoteDefinition, Parent, PhrasingContent, Text } from 'mdast';
import type { Flavour } from './flavour.ts';
import { visit } from '../markdown/visit.ts';

export const highlights: Flavour = {
  adapt(tree) {
    visit(tree, (node) => {
      if (
        'children' in node &&
        node.children.some((child) => child.type === 'text' && /==/u.test(child.value))
      ) {
        wrapHighlights(node);
      }
    });
    const notes: FootnoteDefinition[] = [];
    visit(tree, (node) => {
      if (
        'children' in node &&
        node.children.some((child) => child.type === 'text' && /\^\[/u.test(child.value))
      ) {
        cutFootnotes(node, notes);
      }
    });
    tree.children.push(...notes);
  },
};

function wrapHighlights(parent: Parent): void {
  let open: { child: number; at: number; compares: boolean } | null = null;
  for (let child = 0; child < parent.children.length; child++) {
    const node = parent.children[child];
    if (node?.type !== 'text') continue;
    for (const { index: at } of node.value.matchAll(/(?<!=)==(?!=)/gu)) {
      const before = node.value[at - 1] ?? edge(parent, child - 1);
      const after = node.value[at + 2] ?? edge(parent, child + 1);
      const compares = /[\w)\]]/u.test(before) && /[\w("'-]/u.test(after);
      if (open && !/[\s([{]/u.test(before) && (open.child !== child || at > open.at + 2)) {
        const isOneWord = open.child === child && !/\s/u.test(node.value.slice(open.at, at));
        if (open.compares && compares && !isOneWord) {
          open = { child, at, compares };
          continue;
        }
        wrap(parent, open, { child, at });
        // What follows stands in a new text node.
        child = open.child + 1;
        open = null;
        break;
      }
      const namesSigns = before === '!' || /^[,;:.)\]}]/u.test(node.value.slice(at + 2));
      if (!/\s/u.test(after) && !namesSigns) open ??= { child, at, compares };
    }
  }
}

/** What stands on the other side of a text node: something, or the end. */
function edge(parent: Parent, child: number): string {
  return parent.children[child] && parent.children[child].type !== 'break' ? '.' : ' ';
}

/** The nodes between two places of two text nodes of a parent become one node with `hName`. */
function wrap(parent: Parent, from: { child: number; at: number }, to: { child: number; at: number }): void {
  const first = parent.children[from.child] as Text;
  const last = parent.children[to.child] as Text;
  const inside: PhrasingContent[] =
    from.child === to.child
      ? [{ ...first, value: first.value.slice(from.at + 2, to.at) }]
      : [
          { ...first, value: first.value.slice(from.at + 2) },
          ...(parent.children.slice(from.child + 1, to.child) as PhrasingContent[]),
          { ...last, value: last.value.slice(0, to.at) },
        ];
  const mark = {
    type: 'highlight',
    children: inside.filter((node) => node.type !== 'text' || node.value),
    position: first.position,
    data: { hName: 'mark' },
  };
  const parts = [
    { ...first, value: first.value.slice(0, from.at) },
    mark,
    { ...last, value: last.value.slice(to.at + 2) },
  ];
  parent.children.splice(from.child, to.child - from.child + 1, ...(parts as never[]));
}

/** `^[글]`, but not the signs of a pattern: `^[a-z]+$`. */
const footnote = /\^\[(?!(?:\w-\w|\\\w)[^\s\]]{0,80}\]|[^\]\n]{0,80}\](?:[+$]|\{\d))/u;

function cutFootnotes(parent: Parent, notes: FootnoteDefinition[]): void {
  for (let child = 0; child < parent.children.length; child++) {
    const node = parent.children[child];
    const at = node?.type === 'text' ? node.value.search(footnote) : -1;
    if (node?.type !== 'text' || at < 0) continue;
    const end = findClosing(parent, child, at + 2);
    if (!end) continue;
    const last = parent.children[end.child] as Text;
    const inside: PhrasingContent[] =
      end.child === child
        ? [{ ...node, value: node.value.slice(at + 2, end.at) }]
        : [
            { ...node, value: node.value.slice(at + 2) },
            ...(parent.children.slice(child + 1, end.child) as PhrasingContent[]),
            { ...last, value: last.value.slice(0, end.at) },
          ];
    const { line = 0, column = 0 } = node.position?.start ?? {};
    const identifier = `inline-${line}-${column}-${notes.length + 1}`;
    const reference = { type: 'footnoteReference', identifier, label: null, position: node.position };
    const children = inside.filter((part) => part.type !== 'text' || part.value);
    const definition = {
      type: 'footnoteDefinition' as const,
      identifier,
      label: null,
      children: [{ type: 'paragraph' as const, children }],
    };
    notes.push(node.position ? { ...definition, position: node.position } : definition);
    const parts = [
      { ...node, value: node.value.slice(0, at) },
      reference,
      { ...last, value: last.value.slice(end.at + 1) },
    ];
    parent.children.splice(child, end.child - child + 1, ...(parts as never[]));
    child++;
  }
}

/** The `]` that belongs to the bracket before a place. */
function findClosing(parent: Parent, child: number, at: number): { child: number; at: number } | null {
  let depth = 0;
  for (let place = child; place < parent.children.length; place++) {
    const node = parent.children[place];
    if (node?.type !== 'text') continue;
    for (let index = place === child ? at : 0; index < node.value.length; index++) {
      if (node.value[index] === '[') depth++;
      else if (node.value[index] === ']' && depth-- === 0) {
        return place === child && index === at ? null : { child: place, at: index };
      }
    }
  }
  return null;
}
