/**
 * CriticMarkup (MkDocs with PyMdown, Pandoc's and Obsidian's filters): `{++글++}` was put in, `{--글--}` taken out,
 * `{~~글~>말~~}` both, `{==글==}` is marked; its comments are hidden before. Marks that stand alone hold the blocks between
 * them. `^^글^^` is put in (PyMdown) in documentation, and marked in Logseq; elsewhere two carets are a face (`네^^`), and
 * a letter before or a blank after says so there as well.
 */
import type { Nodes, Parent, PhrasingContent, RootContent, Text } from 'mdast';
import type { Flavour, FlavourContext } from './flavour.ts';
import { visit } from '../markdown/visit.ts';

type Name = 'ins' | 'del' | 'mark';

interface Pair {
  name: Name;
  marks: RegExp;
  /** Whether a mark opens or closes, by itself and the signs beside it. */
  opens: (mark: string, before: string, after: string) => boolean;
  closes: (mark: string, before: string, after: string) => boolean;
}

const critic: Pair[] = (
  [
    ['ins', '{++', '++}', /\{\+\+|\+\+\}/gu],
    ['del', '{--', '--}', /\{--|--\}/gu],
    ['mark', '{==', '==}', /\{==|==\}/gu],
  ] as const
).map(([name, open, close, marks]) => ({
  name,
  marks,
  opens: (mark) => mark === open,
  closes: (mark) => mark === close,
}));

const carets = (name: Name): Pair => ({
  name,
  marks: /(?<!\^)\^\^(?!\^)/gu,
  opens: (_, before, after) => /[\s([{"'“‘]/u.test(before) && /[\p{L}\p{N}"'“‘(.]/u.test(after),
  closes: (_, before, after) =>
    /\S/u.test(before) && !/[\p{L}\p{N}]/u.test(after.replace(/\p{sc=Hang}/u, '')),
});

export const criticMarks: Flavour = {
  adapt(tree, context) {
    const pairs = [...critic, ...caretsOf(context)];
    visit(tree, (node) => {
      if (!('children' in node)) return;
      wrapBlocks(node);
      if (!node.children.some((child) => child.type === 'text')) return;
      takeSubstitutions(node);
      for (const pair of pairs) wrapPairs(node, pair);
    });
  },
};

function caretsOf({ isLogseq, isDocumentation }: FlavourContext): Pair[] {
  return isLogseq ? [carets('mark')] : isDocumentation ? [carets('ins')] : [];
}

function element(name: Name, children: RootContent[], { position }: Pick<Nodes, 'position'>): RootContent {
  const type = name === 'mark' ? 'highlight' : 'htmlElement';
  return { type, children, data: { hName: name }, ...(position && { position }) } as unknown as RootContent;
}

/** Puts what stands between two marks of a parent into an element; a mark without another is text. */
function wrapPairs(parent: Parent, { name, marks, opens, closes }: Pair): void {
  if (!parent.children.some((child) => child.type === 'text' && child.value.search(marks) >= 0)) return;
  const made: RootContent[] = [];
  let open = -1;
  let isChanged = false;
  parent.children.forEach((node, index) => {
    if (node.type !== 'text') {
      made.push(node);
      return;
    }
    let past = 0;
    const keep = (to?: number): void => {
      const value = node.value.slice(past, to);
      if (value) made.push({ ...node, value });
    };
    for (const { 0: mark, index: at } of node.value.matchAll(marks)) {
      const before = node.value[at - 1] ?? edge(parent, index - 1);
      const after =
        /^./su.exec(node.value.slice(at + mark.length, at + mark.length + 2))?.[0] ?? edge(parent, index + 1);
      const isOpening = open < 0 && opens(mark, before, after);
      const isClosing = open >= 0 && closes(mark, before, after);
      if (!isOpening && !isClosing) continue;
      keep(at);
      past = at + mark.length;
      if (isOpening) open = made.push({ ...node, value: mark }) - 1;
      else {
        const [first, ...inside] = made.splice(open);
        made.push(element(name, inside, first ?? node));
        open = -1;
        isChanged = true;
      }
    }
    keep();
  });
  if (isChanged) parent.children = made;
}

/** What stands on the other side of a text node: something, or the end. */
function edge(parent: Parent, child: number): string {
  return parent.children[child] && parent.children[child].type !== 'break' ? '.' : ' ';
}

/** `{~~글~>말~~}` was read as a text that is struck out, between braces. */
function takeSubstitutions(parent: Parent): void {
  if (!parent.children.some(({ type }) => type === 'delete')) return;
  const made: RootContent[] = [];
  const { children } = parent;
  for (const [index, node] of children.entries()) {
    const next = children[index + 1];
    const last = made.at(-1);
    const parts =
      node.type === 'delete' && last?.type === 'text' && last.value.endsWith('{') && next?.type === 'text'
        ? next.value.startsWith('}') && splitAtArrow(node.children)
        : null;
    if (!parts || node.type !== 'delete' || last?.type !== 'text' || next?.type !== 'text') {
      made.push(node);
      continue;
    }
    made.splice(-1, 1, { ...last, value: last.value.slice(0, -1) });
    const [old, young] = parts;
    if (old.length) made.push({ ...node, children: old });
    if (young.length) made.push(element('ins', young, node));
    children[index + 1] = { ...next, value: next.value.slice(1) };
  }
  parent.children = made.filter((node) => node.type !== 'text' || node.value);
}

function splitAtArrow(children: PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] | null {
  const index = children.findIndex((child) => child.type === 'text' && child.value.includes('~>'));
  const text = children[index];
  if (text?.type !== 'text') return null;
  const at = text.value.indexOf('~>');
  const part = (value: string): Text[] => (value ? [{ ...text, value }] : []);
  return [
    [...children.slice(0, index), ...part(text.value.slice(0, at))],
    [...part(text.value.slice(at + 2)), ...children.slice(index + 1)],
  ];
}

/** Blocks between marks that are paragraphs of their own. What was taken out with its headings stays as it is written. */
function wrapBlocks(parent: Parent): void {
  if (!parent.children.some((child) => markOf(child) !== null)) return;
  const made: RootContent[] = [];
  let open: { at: number; pair: Pair } | null = null;
  for (const node of parent.children) {
    const mark = markOf(node);
    made.push(node);
    if (mark === null) continue;
    if (!open) {
      const pair = critic.find(({ opens }) => opens(mark, '', ''));
      if (pair) open = { at: made.length - 1, pair };
    } else if (open.pair.closes(mark, '', '')) {
      const { at, pair } = open;
      const inside = made.slice(at + 1, -1);
      open = null;
      if (pair.name !== 'del') made.splice(at, inside.length + 2, ...inside);
      else if (inside.every(({ type }) => type !== 'heading'))
        made.splice(at, inside.length + 2, element('del', inside, node));
    }
  }
  parent.children = made;
}

function markOf(node: RootContent): string | null {
  if (node.type !== 'paragraph' || node.children.length !== 1) return null;
  const [only] = node.children;
  return only?.type === 'text' && /^(?:\{(?:\+\+|--|==)|(?:\+\+|--|==)\})$/u.test(only.value)
    ? only.value
    : null;
}
