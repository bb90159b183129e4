/**
 * Boxes of every spelling become asides, or `details` where they fold: `:::kind 제목` (Docusaurus, VitePress, Starlight),
 * `> [!kind]- 제목` (GitHub, Obsidian). A `:::` that is neither the start nor the end of a box is text.
 */
import type { Blockquote, Paragraph, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { notesWords, problemsWords } from '#words';
import { readBareTitle, readCodeTitle } from './code-marks.ts';
import { type Flavour, type FlavourContext, report, writtenAs } from './flavour.ts';
import { splitLines } from './property-lines.ts';
import { makeTab, makeTabs } from './tabs.ts';
import { saysWords, titleNames, wordNames } from '../markdown/components.ts';
import { SKIP, visit } from '../markdown/visit.ts';

export type BoxLook = 'note' | 'tip' | 'warning' | 'danger';
type BoxLabel = keyof ReturnType<typeof notesWords>['boxes'];

interface BoxKind {
  look: BoxLook;
  label: BoxLabel;
}

/** The look of each kind, whose label is its own word; words without a label of their own follow the first. */
const kinds: [BoxLook, BoxLabel, string[]][] = [
  ['note', 'note', ['notes', 'admonition', 'aside', 'secondary']],
  ['note', 'info', []],
  ['note', 'seealso', []],
  ['note', 'abstract', []],
  ['note', 'summary', []],
  ['note', 'tldr', []],
  ['note', 'todo', []],
  ['tip', 'tip', []],
  ['tip', 'hint', []],
  ['tip', 'important', []],
  ['tip', 'success', []],
  ['tip', 'check', []],
  ['tip', 'done', []],
  ['note', 'question', []],
  ['note', 'help', []],
  ['note', 'faq', []],
  ['warning', 'warning', ['warn']],
  ['warning', 'caution', []],
  ['warning', 'attention', []],
  ['danger', 'failure', ['fail']],
  ['danger', 'missing', []],
  ['danger', 'danger', []],
  ['danger', 'error', []],
  ['danger', 'bug', []],
  ['note', 'example', []],
  ['note', 'quote', []],
  ['note', 'cite', []],
];

const byWord = new Map<string, BoxKind>(
  kinds.flatMap(([look, label, others]) =>
    [label, ...others].map((word): [string, BoxKind] => [word, { label, look }]),
  ),
);

/** The words that open a box of a known kind. */
const otherBoxes = /^(?:details|spoiler|v-pre|raw|code-group|(?:code-)?tabs|tab)$/iu;

export const boxWords = [...byWord.keys(), 'details', 'code-group', 'tabs', 'tab'];

/** The kind of a word, in any case; undefined for a word that no tool knows. */
export function findBoxKind(word: string): BoxKind | undefined {
  return byWord.get(word.toLowerCase());
}

export const boxes: Flavour = {
  adapt(tree, context) {
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      if (node.type === 'containerDirective') {
        const nodes = readContainer(tree, node, context);
        (parent as Parent).children.splice(index, 1, ...nodes);
        return [SKIP, index];
      }
      if (node.type === 'blockquote' && !node.data?.hName) {
        const box = readAlert(node);
        if (!box) return undefined;
        (parent as Parent).children[index] = box;
        return [SKIP, index];
      }
      if (node.type === 'paragraph' && /^:{3,}/u.test(leadText(node)) && !isReported(node)) {
        node.data = { ...node.data, reported: true } as typeof node.data & object;
        report(tree, node, problemsWords().boxes.stray(leadText(node).split('\n')[0] ?? ''));
      }
      return undefined;
    });
  },
};

/** An aside with a title, or a `details` where it folds. */
export function makeBox(
  kind: { look: BoxLook; label: string },
  title: readonly PhrasingContent[],
  children: readonly RootContent[],
  fold?: 'open' | 'closed',
): RootContent {
  const heading = title.length ? [...title] : [{ type: 'text', value: kind.label }];
  const className = ['callout', `callout-${kind.look}`];
  const name = toString({ type: 'paragraph', children: heading });
  const titleClass = { className: ['callout-title'] };
  return {
    type: 'blockquote',
    children: [
      {
        type: 'paragraph',
        children: heading,
        data: { ...(fold ? { hName: 'summary' } : {}), hProperties: titleClass },
      },
      ...children,
    ],
    data: fold
      ? { hName: 'details', hProperties: { className, ...(fold === 'open' ? { open: true } : {}) } }
      : { hName: 'aside', hProperties: { className, ariaLabel: name } },
  } as unknown as RootContent;
}

/** Text that opens on demand. */
export function makeDetails(
  title: readonly PhrasingContent[],
  children: readonly RootContent[],
  isOpen = false,
): RootContent {
  const summary = title.length ? [...title] : [{ type: 'text', value: notesWords().details }];
  return {
    type: 'blockquote',
    children: [{ type: 'paragraph', children: summary, data: { hName: 'summary' } }, ...children],
    data: { hName: 'details', ...(isOpen ? { hProperties: { open: true } } : {}) },
  } as unknown as RootContent;
}

/** Fences of a group, each under its own title. */
export function makeCodeGroup(children: readonly RootContent[]): RootContent {
  return makeTabs(
    children.map((child) => {
      if (child.type !== 'code') return child;
      const title = readCodeTitle(child) || readBareTitle(child) || (child.lang ?? '');
      return makeTab(title, [{ ...child, meta: null }]);
    }),
  );
}

/** A line that opens an alternative: `@tab 이름#값` (VuePress), `== 이름` (a plugin of VitePress). */
const tabLine = /^(?:@tab(?::active)?[^\S\n]+([^\n]{1,200}?)(?:#\S+)?|==[^\S\n]+([^\n]+))$/u;

/** What follows such a line, up to the next, is an alternative. */
function splitTabs(children: readonly RootContent[]): RootContent[] {
  const out: RootContent[] = [];
  let open: { label: string; inside: RootContent[] } | null = null;
  const settle = () => {
    if (open) out.push(makeTab(open.label, open.inside));
    open = null;
  };
  for (const child of children.flatMap(splitAtTabs)) {
    const [, named, label = named] = (child.type === 'paragraph' && tabLine.exec(leadText(child))) || [];
    if (label !== undefined) {
      settle();
      open = { label: label.trim(), inside: [] };
    } else if (open) (open as { inside: RootContent[] }).inside.push(child);
    else out.push(child);
  }
  settle();
  return out;
}

/** A line that opens an alternative needs no blank line beside it. */
function splitAtTabs(node: RootContent): RootContent[] {
  // A box that nothing closed ends with its alternative.
  if (node.type === 'containerDirective' && endsWithAnother(node)) {
    const parts = node.children.flatMap(splitAtTabs);
    const at = parts.findIndex((part) => part.type === 'paragraph' && tabLine.test(leadText(part)));
    return at < 0 ? [node] : [{ ...node, children: parts.slice(0, at) } as RootContent, ...parts.slice(at)];
  }
  if (node.type !== 'paragraph') return [node];
  const lines = splitLines(node);
  const opens = lines.map(
    ([first]) => first?.type === 'text' && tabLine.test(first.value.split('\n')[0] ?? ''),
  );
  if (lines.length < 2 || !opens.includes(true)) return [node];
  const out: PhrasingContent[][] = [];
  lines.forEach((parts, at) => {
    const last = out.at(-1);
    if (!last || opens[at] || opens[at - 1]) out.push([...parts]);
    else last.push({ type: 'text', value: '\n' }, ...parts);
  });
  return out.map((parts) => ({ ...node, children: parts }));
}

interface Container extends Parent {
  name: string;
  children: RootContent[];
}

function readContainer(tree: Root, node: Container, context: FlavourContext): RootContent[] {
  const { title, isOpen, said, rest } = readLabel(node, context.source);
  const kind = findBoxKind(node.name);
  // A line that opens no box is shown as it is written, and waits for no end.
  const isKnown = kind !== undefined || otherBoxes.test(node.name);
  const { inside, after } = isKnown
    ? endContainer(tree, node, [...said, ...rest], context)
    : { inside: rest, after: [] };
  // Behind such a name stands the key by which tabs are chosen, or words.
  const heading: Paragraph = { type: 'paragraph', children: title };
  const lead = /[^\0-\x7f]/u.test(toString(heading)) ? [heading] : [];
  if (node.name.toLowerCase() === 'code-group') return [...lead, makeCodeGroup(inside), ...after];
  if (/^(?:code-)?tabs$/iu.test(node.name)) return [...lead, makeTabs(splitTabs(inside)), ...after];
  if (node.name.toLowerCase() === 'tab') return [makeTab(toString(heading), inside), ...after];
  // VitePress' word for text that it does not read as a template, and for what stands in no style.
  if (/^(?:v-pre|raw)$/u.test(node.name)) return [...lead, ...inside, ...after];
  if (/^(?:details|spoiler)$/iu.test(node.name)) return [makeDetails(title, inside, isOpen), ...after];
  if (kind) {
    return [makeBox({ look: kind.look, label: notesWords().boxes[kind.label] }, title, inside), ...after];
  }
  // A place where another tool runs code: the code is what it says.
  if (inside.length && inside.every(({ type }) => type === 'code') && !title.length && !after.length) {
    report(tree, node, problemsWords().boxes.ofCode(node.name));
    return inside;
  }
  // Another tool's block: all its words stay, its first line as it was written.
  report(tree, node, problemsWords().boxes.unknown(node.name, boxWords));
  const opening = writtenAs(node, context.source).split('\n')[0]?.trim() || `:::${node.name}`;
  const first = { ...plain(opening), position: node.position, data: { reported: true } };
  return [first as RootContent, ...inside, ...after];
}

/** What braces at a title's end say of its box; any other word in them is the title's. */
const boxAttribute = String.raw`(?:open|[.#][\p{L}\p{N}_.#-]+|[\w:-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+))`;
const boxAttributes = new RegExp(
  String.raw`(?<!\s)\s*\{(\s*(?:${boxAttribute}(?:\s+${boxAttribute})*)?\s*)\}\s*$`,
  'u',
);

/** The title of a box, and what else its braces say to readers, in paragraphs. */
function readLabel(
  node: Container,
  source: string,
): { title: PhrasingContent[]; isOpen: boolean; said: RootContent[]; rest: RootContent[] } {
  const first = node.children[0];
  const isLabel =
    first?.type === 'paragraph' && (first.data as { directiveLabel?: boolean } | undefined)?.directiveLabel;
  const title = isLabel ? [...first.children] : [];
  const last = title.at(-1);
  let braces: string | undefined;
  if (last?.type === 'text') {
    const written = boxAttributes.exec(last.value);
    braces = written?.[1];
    last.value = written ? last.value.slice(0, written.index) : last.value.trimEnd();
    if (!last.value) title.pop();
  }
  // Behind a name, or a title in brackets, they are none of the title's words.
  const opening = source.slice(node.position?.start.offset).split('\n', 1)[0] ?? '';
  const [, behind = ''] =
    /^:+[^\S\n]*[^\s[{:][^\s[{]*[^\S\n]*(?:\[.*\][^\S\n]*)?((?:\{[^{}]*\}\s*)+)$/u.exec(opening) ?? [];
  braces ??= behind.replace(/[{}]/gu, ' ');
  const said = Array.from(
    braces.matchAll(/(?<![\w:-])([\w:-]+)=(?:"([^"]*)"|'([^']*)'|(\S+))/gu),
    ([, name = '', ...values]): [string, string] => [name, (values.find(Boolean) ?? '').trim()],
  ).filter(([name, value]) => value && (shownNames.includes(name) || saysWords(name, value)));
  // What has no sign of an attribute is a word that its author put there: `:::note{중요한 글}`.
  const others = braces.replace(/(?<![\w:-])[\w:-]+=(?:"[^"]*"|'[^']*'|\S+)|(?<!\S)[.#]\S+/gu, '').trim();
  if (/[^\0-\x7f]/u.test(others)) said.unshift(['title', others]);
  const titled = title.length ? -1 : said.findIndex(([name]) => titleNames.includes(name));
  const [named] = titled < 0 ? [] : said.splice(titled, 1);
  return {
    title: named ? [{ type: 'text', value: named[1] }] : title,
    isOpen: /(?<!\S)open(?!\S)/u.test(braces),
    said: said.map(([name, value]) => plain(`${name}: ${value}`)),
    rest: node.children.slice(isLabel ? 1 : 0),
  };
}

const shownNames = [...titleNames, ...wordNames];

/**
 * Where a box ends that nothing closes: at a `:::` that ends a line of its text, else before the next heading. The
 * author is warned; the rest of the note does not vanish into the box.
 */
function endContainer(
  tree: Root,
  node: Container,
  children: RootContent[],
  { source }: FlavourContext,
): { inside: RootContent[]; after: RootContent[] } {
  if (!source || endsWithAnother(node) || isClosed(node, source)) return { inside: children, after: [] };
  const halves = splitAfterClosed(children, source);
  if (halves) return halves;
  for (const [index, child] of children.entries()) {
    const last = child.type === 'paragraph' ? child.children.at(-1) : undefined;
    if (last?.type === 'text' && /(?:^|\s):{3,}$/u.test(last.value)) {
      last.value = last.value.replace(/\s*:{3,}$/u, '');
      report(tree, child, problemsWords().boxes.closedInLine);
      return { inside: children.slice(0, index + 1), after: children.slice(index + 1) };
    }
    if (child.type === 'heading') {
      report(tree, node, problemsWords().boxes.unclosed(node.name));
      return { inside: children.slice(0, index), after: children.slice(index) };
    }
  }
  report(tree, node, problemsWords().boxes.unclosed(node.name));
  return { inside: children, after: [] };
}

/** Whether a line of colons of its own ends a box. */
export function isClosed({ position, ...node }: RootContent | Container, source: string): boolean {
  const [from = 0, to = 0] = [position?.start.offset, position?.end.offset];
  const last = 'children' in node ? node.children.at(-1) : undefined;
  if (last?.position?.end.offset === to) return false;
  const lastLine = source.lastIndexOf('\n', to - 1) + 1;
  return lastLine > from && /^[\s>]*:{3,}\s*$/u.test(source.slice(lastLine, to));
}

/** Boxes that end where one in them does. */
const ended = new WeakSet<RootContent['data'] & object>();

function endsWithAnother({ data }: RootContent | Container): boolean {
  return Boolean(data && ended.has(data));
}

/** In VitePress one line of colons closes the outermost box and all that are open in it: what follows is in none. */
function splitAfterClosed(
  children: readonly RootContent[],
  source: string,
): { inside: RootContent[]; after: RootContent[] } | null {
  for (const [index, child] of children.entries()) {
    if (child.type !== 'containerDirective') continue;
    const [before, after] = [children.slice(0, index), children.slice(index + 1)];
    if (isClosed(child, source)) return { inside: [...before, child], after };
    const halves = splitAfterClosed(child.children, source);
    if (!halves) continue;
    const data = { ...child.data };
    ended.add(data);
    const cut = { ...child, children: halves.inside, data } as RootContent;
    return { inside: [...before, cut], after: [...halves.after, ...after] };
  }
  return null;
}

/** `> [!kind]+ 제목` and what follows in the quote; null for a plain quote. */
function readAlert(quote: Blockquote): RootContent | null {
  const first = quote.children[0];
  if (first?.type !== 'paragraph') return null;
  const lead = first.children[0];
  if (lead?.type !== 'text') return null;
  const mark = /^\[!([^[\]\n|]+)(?:\|[^\]\n]*)?\]([+-]?)[^\S\n]*/u.exec(lead.value);
  if (!mark?.[1]) return null;
  const { line, rest } = cutFirstLine([
    { ...lead, value: lead.value.slice(mark[0].length) },
    ...first.children.slice(1),
  ]);
  const word = mark[1].trim();
  const known = findBoxKind(word);
  // Obsidian lets authors make kinds of their own: the word is the title.
  const kind = known
    ? { look: known.look, label: notesWords().boxes[known.label] }
    : { look: 'note' as const, label: word.charAt(0).toUpperCase() + word.slice(1) };
  const body: RootContent[] = [
    ...(rest.length ? [{ ...first, children: rest } as Paragraph] : []),
    ...quote.children.slice(1),
  ];
  const fold = mark[2] === '-' ? 'closed' : mark[2] === '+' ? 'open' : undefined;
  return { ...makeBox(kind, line, body, fold), position: quote.position };
}

/** The phrasing before the first line ending, and what comes after it. */
function cutFirstLine(children: PhrasingContent[]): { line: PhrasingContent[]; rest: PhrasingContent[] } {
  const line: PhrasingContent[] = [];
  for (const [index, child] of children.entries()) {
    if (child.type === 'break') return { line, rest: children.slice(index + 1) };
    const at = child.type === 'text' ? child.value.indexOf('\n') : -1;
    if (child.type === 'text' && at >= 0) {
      if (child.value.slice(0, at)) line.push({ ...child, value: child.value.slice(0, at) });
      const left = { ...child, value: child.value.slice(at + 1) };
      return { line, rest: [...(left.value ? [left] : []), ...children.slice(index + 1)] };
    }
    if (child.type !== 'text' || child.value) line.push(child);
  }
  return { line, rest: [] };
}

function plain(value: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

function leadText(paragraph: Paragraph): string {
  const first = paragraph.children[0];
  return first?.type === 'text' ? first.value : '';
}

function isReported(paragraph: Paragraph): boolean {
  return Boolean((paragraph.data as { reported?: boolean } | undefined)?.reported);
}
