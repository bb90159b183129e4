/**
 * Attributes in braces that stand behind what they are for: `![글](a.png){ width="300" }`, `[글](b.md){:target="_blank"}`,
 * `## 제목 { #id data-toc-label="…" }` (MkDocs, kramdown, Pandoc), `## 제목 [#id]` (Fumadocs, Nextra), `{:height 300, :width 400}` (Logseq). They hold no word
 * of the note: the id of a heading and the size of an image are kept, the rest goes. Themes of Jekyll make boxes of them
 * (`{: .prompt-tip }` below a quote, `{: .notice--info }` below a paragraph, `{: .note }` above one), and so do we.
 */
import type { Blockquote, Image, Nodes, Paragraph, Parent, PhrasingContent, RootContent } from 'mdast';
import { notesWords } from '#words';
import { findBoxKind, makeBox } from './boxes.ts';
import { type Flavour, leaveOut } from './flavour.ts';
import { SKIP, visit } from '../markdown/visit.ts';

const part = String.raw`(?:(?:\.[\p{L}_]|#-*[\p{L}\p{N}_])[\p{L}\p{N}_:-]*|[\w-]+=(?:"[^"{}\n]*"|'[^'{}\n]*'|[^\s"'{}]+))`;
// `{n=1}` is mathematics or code: without a colon, a bare value is one of a name that attributes have.
const names = String.raw`(?:(?:data|aria|hl|line|annotate)[-_][\w-]+|width|height|style|class|id|title|alt|align|loading|decoding|target|rel|lang|hreflang|dir|role|type|start|sizes|linenums|linenostart|markdown|download|colspan|rowspan|tabindex)`;
const plainPart = String.raw`(?:(?:[.#]|#-+)[\p{L}_][\p{L}\p{N}_:-]*|[\w-]+=(?:"[^"{}\n]*"|'[^'{}\n]*')|${names}=[^\s"'{}]+)`;
const list = String.raw`\{:\s*${part}(?:\s+${part})*\s*\}|\{\s*${plainPart}(?:\s+${plainPart})*\s*\}|\{:(?:height|width) \d+(?:, :(?:height|width) \d+)?\}`;
const atStart = new RegExp(`^(?:${list})+`, 'u');
// From the first blank on: a long run of them would else be tried from each.
// An id that stands alone at a heading may hold dots: `{: #v1.2 }`.
const dottedId = String.raw`\{:?\s*#\\?[\p{L}\p{N}_][\p{L}\p{N}_:.-]*\s*\}`;
const atEnd = new RegExp(`(?<!\\s)\\s*(?:${list}|${dottedId})\\s*$`, 'u');
/** Fumadocs and Nextra: `## 제목 [#id]`, and whether a list of contents names it. */
const inBrackets = /(?<!\s)(?:\s*\[(?:#\p{L}[\p{L}\p{N}_.:-]*|!?toc)\])+\s*$/u;
/** What such a list may stand behind, without a space. */
const carriers = new Set([
  'link',
  'linkReference',
  'image',
  'imageReference',
  'inlineCode',
  'strong',
  'emphasis',
  'htmlElement',
]);

export const attributeLists: Flavour = {
  adapt(tree, { isVault, isLogseq, parse }) {
    visit(tree, 'heading', (heading) => {
      const last = heading.children.at(-1);
      // In a vault such brackets would hold a tag.
      const bracketed =
        last?.type === 'text' && !isVault && !isLogseq ? inBrackets.exec(last.value)?.[0] : '';
      if (last?.type === 'text' && bracketed) {
        const to = last.position?.end.offset;
        if (to !== undefined) leaveOut(tree, { from: to - bracketed.length, written: to, by: '' });
        const named = /#([^\]]+)/u.exec(bracketed)?.[1];
        last.value = last.value.slice(0, -bracketed.length) + (named === undefined ? '' : ` {#${named}}`);
        return;
      }
      const written = last?.type === 'text' ? atEnd.exec(last.value)?.[0] : undefined;
      if (last?.type !== 'text' || written === undefined) return;
      const id = /[\s{:]#([^\s{}]+)/u.exec(written)?.[1];
      // The signs that close a heading (`## 제목 ## { #id }`) stand before its list.
      const words = last.value.slice(0, -written.length).replace(/(?<!\s)\s+#+$/u, '');
      last.value = words + (id === undefined ? '' : ` {#${id}}`);
    });
    visit(tree, 'text', (node, index, parent) => {
      const before = index ? (parent as Parent | undefined)?.children[index - 1] : undefined;
      if (!before || !carriers.has(before.type)) return;
      const written = atStart.exec(node.value)?.[0];
      if (written === undefined) return;
      node.value = node.value.slice(written.length);
      if (before.type === 'image') readSize(before, written);
    });
    visit(tree, 'table', ({ children: rows }) => {
      // The line below a table, with no blank one between, has become its last row.
      const [first, ...others] = rows.length > 1 ? (rows.at(-1)?.children ?? []) : [];
      const isList =
        first && wholeLine.test(wordsOf(first)) && !others.some(({ children }) => children.length);
      if (isList) rows.pop();
    });
    const emptied = new Set<Nodes>();
    // kramdown's own lines, at either end of a block, and alone above it.
    visit(tree, ['paragraph', 'blockquote', 'list'], (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const siblings = (parent as Parent).children;
      if (node.type === 'list') {
        // It asks for a table of contents: every page has its own.
        if (!/^[^\n]*\n?\{:\s*toc\b[^{}\n]*\}$/iu.test(wordsOf(node))) return undefined;
        siblings.splice(index, 1);
        if (siblings.every((left) => isSummary(left))) emptied.add(parent);
        return index;
      }
      if (node.type !== 'paragraph' && node.type !== 'blockquote') return undefined;
      if (node.type === 'paragraph') cutInnerLists(node);
      const lists = cutLists(node);
      if (!lists) return undefined;
      // The block's own id stands at its beginning, or before it.
      const [, id] = /[\s{:]#(-*[\p{L}\p{N}_][\p{L}\p{N}_:-]*)/u.exec(lists) ?? [];
      const anchor = id === undefined ? [] : (parse?.(`<a id="${id}"></a>`) ?? []);
      const [inside] = anchor;
      if (node.type === 'paragraph' && node.children.length && inside?.type === 'paragraph')
        node.children.unshift(...inside.children);
      else {
        siblings.splice(index, 0, ...anchor);
        index += anchor.length;
      }
      const isEmpty = node.children.every(
        (child) => 'children' in child && child.type === 'paragraph' && !child.children.length,
      );
      const kind = findKind(lists);
      if (!isEmpty) {
        if (kind) siblings[index] = { ...box(kind, node), position: node.position };
        return kind ? [SKIP, index + 1] : undefined;
      }
      const next = siblings[index + 1];
      const isNext = kind && (next?.type === 'paragraph' || next?.type === 'blockquote');
      siblings.splice(index, isNext ? 2 : 1);
      if (!isNext) return index;
      cutLists(next);
      siblings.splice(index, 0, { ...box(kind, next), position: next.position } as RootContent);
      return [SKIP, index + 1];
    });
    // Text that opens on demand, and held nothing but that table.
    if (emptied.size)
      visit(tree, (node, index, parent) => {
        if (!emptied.has(node) || !isElement(node, 'details') || !parent || index === undefined)
          return undefined;
        (parent as Parent).children.splice(index, 1);
        return index;
      });
  },
};

function isElement(node: Nodes, name: string): boolean {
  return (node.data as { hName?: string } | undefined)?.hName === name;
}

function isSummary(node: RootContent): boolean {
  return isElement(node, 'summary') || (node.type === 'text' && !node.value.trim());
}

/** The word of a class that a theme makes a box of. */
const boxClass =
  /\.(?:prompt-|notice--|callout-|alert-)?(note|info|tip|important|warning|caution|danger|success|error)\b/u;

function findKind(lists: string): ReturnType<typeof findBoxKind> {
  return findBoxKind(boxClass.exec(lists)?.[1] ?? (/\.notice\b/u.test(lists) ? 'note' : ''));
}

function box(kind: NonNullable<ReturnType<typeof findBoxKind>>, node: Paragraph | Blockquote): RootContent {
  const children: RootContent[] = node.type === 'blockquote' ? node.children : [node];
  return makeBox({ look: kind.look, label: notesWords().boxes[kind.label] }, [], children);
}

// A blank, or a sign that no value goes over, between any two: else one text reads as lists in endless ways.
const joined = String.raw`(?:(?:(?:\.[\p{L}_]|#-*[\p{L}\p{N}_])[\p{L}\p{N}_:-]*){2,}|${part})`;
const kramdown = String.raw`(?:\{:\s*(?:(?:[a-z][\w-]*:?|${joined})(?:\s+${joined})*\s*)?\}|\{::options\b[^{}\n]*\/\})`;
// MkDocs writes no colon.
const line = String.raw`(?:${kramdown}|\{\s*${plainPart}(?:\s+${plainPart})*\s*\})[^\S\n]*`;
const lastLines = new RegExp(`(?:^|\\n)(${line}(?:\\n${line})*)$`, 'u');
const wholeLine = new RegExp(`^${line}$`, 'u');
const firstLines = new RegExp(`^(${line}(?:\\n${line})*)\\n`, 'u');

const innerLine = new RegExp(String.raw`\n${kramdown}[^\S\n]*\n(?=[^\n])`, 'gu');
const lineBeforeOther = new RegExp(String.raw`\n${kramdown}[^\S\n]*\n?$`, 'u');

/** Takes the lists on the first and the last lines out of a block; null where there are none. */
function cutLists(block: Paragraph | Blockquote): string | null {
  const at = block.type === 'blockquote' ? block.children.at(-1) : block;
  if (at?.type !== 'paragraph') return null;
  let found = '';
  const last = at.children.at(-1);
  const written = find(lastLines, last);
  // After code or a link on the same line it is theirs.
  const isBelowBreak = at.children.at(-2)?.type === 'break' && written?.index === 0;
  const isWhole =
    (at.children.length === 1 || isBelowBreak) && /^\{(?::|#[^\s{}]+\})/u.test(written?.[1] ?? '');
  if (last?.type === 'text' && written && (written[0].startsWith('\n') || isWhole)) {
    found += written[1] ?? '';
    last.value = last.value.slice(0, written.index);
    if (!last.value) at.children.splice(isBelowBreak ? -2 : -1);
  }
  const first = block.type === 'paragraph' ? block.children[0] : undefined;
  const opening = find(firstLines, first);
  if (first?.type === 'text' && opening) {
    found += opening[1] ?? '';
    first.value = first.value.slice(opening[0].length);
  }
  return found || null;
}

/** kramdown ends a paragraph with such a line, wherever it stands. */
function cutInnerLists(paragraph: Paragraph): void {
  for (const child of paragraph.children) {
    if (child.type !== 'text' || !child.value.includes('\n{:')) continue;
    child.value = child.value.replace(innerLine, '\n');
    if (child !== paragraph.children.at(-1)) child.value = child.value.replace(lineBeforeOther, '\n');
  }
}

/** Only where there can be a list: making a program of such a pattern takes longer than reading a note. */
function find(pattern: RegExp, node: PhrasingContent | undefined): RegExpExecArray | null {
  return node?.type === 'text' && node.value.includes('{') ? pattern.exec(node.value) : null;
}

function wordsOf(node: Parent): string {
  const [only, ...others] = node.children;
  if (others.length || !only) return '';
  return only.type === 'text' ? only.value : 'children' in only ? wordsOf(only) : '';
}

function readSize(image: Image, written: string): void {
  const size = (name: string) =>
    new RegExp(`\\b${name}[= ]["']?(\\d{1,4})(?:px)?\\b(?!%)`, 'u').exec(written)?.[1];
  const [width, height] = [size('width'), size('height')];
  const hProperties = {
    ...image.data?.hProperties,
    ...(width ? { width: Number(width) } : {}),
    ...(height ? { height: Number(height) } : {}),
  };
  if (width || height) image.data = { ...image.data, hProperties };
}
