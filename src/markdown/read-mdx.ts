/**
 * MDX as data. Elements, our components and literals become nodes like those of Markdown; code (imports, names,
 * calls) is left out and reported, and what stands around it is shown.
 */
import type { Expression, Program } from 'estree-jsx';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Nodes, Parent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { problemsWords } from '#words';
import { findNearest } from '../knowledge/text.ts';
import { leaveOut, report, troublesOf } from '../flavours/flavour.ts';
import { dropFileImports, listFileImports, readFileExpression } from '../flavours/file-imports.ts';
import { type CodeUse, dropCodeImports, listCodeImports } from '../flavours/imported-code.ts';
import { dropKnownImports, listPartials, type PartialUse } from '../flavours/partials.ts';
import { components, placeMade, saysWords, showUnknown, showUnknownInLine, wordless } from './components.ts';
import { cleanElement, isHtmlName } from './html-schema.ts';
import { parseMdx } from './read-source.ts';
import { visit } from './visit.ts';
import { isBlockName, makeElement, quoteLost, wrapLoose, writeTag } from './read-html.ts';

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;
type Literal = string | number | boolean;

/**
 * Replaces what is MDX in a freshly parsed tree, in place.
 * @param runs the note's expressions and components run in the build: only its HTML is read here
 */
export function readMdx(tree: Root, runs = false): void {
  // Children before their parents: what an element becomes is made from what stands in it.
  const parents: Parent[] = [];
  const waiting: Parent[] = [tree];
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    parents.push(parent);
    for (const child of parent.children) if ('children' in child) waiting.push(child);
  }
  for (const parent of parents.reverse()) {
    if (!parent.children.some((child) => child.type.startsWith('mdx') || isUnravelled(child))) continue;
    const out: RootContent[] = [];
    for (const child of parent.children) {
      for (const node of readNode(child, parent, tree, runs)) out.push(node);
    }
    // A sign alone that leads somewhere is no link without words, which would be called by its target.
    if (parent.type === 'link' && parent.children.length && !out.length)
      out.push({ type: 'text', value: '→' });
    parent.children = !runs && isFlow(parent) ? wrapLoose(out) : out;
  }
}

function readNode(node: RootContent, parent: Parent, tree: Root, runs: boolean): RootContent[] {
  switch (node.type as string) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return readElement(node as JsxElement, parent, tree, runs);
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return runs ? [node] : readExpression(node, parent, tree);
    case 'mdxjsEsm':
      if (runs) return [node];
      reportCode(tree, node);
      leaveOut(tree, { ...rangeOf(node), by: '' });
      return [];
    case 'paragraph':
      if (!(node as Parent).children.length) return [];
      return !runs && isUnravelled(node) ? (node as Parent).children : [node];
    default:
      return [node];
  }
}

/** Says what of a note's code is not run, by the first line of it that means nothing here. */
function reportCode(tree: Root, node: RootContent): void {
  const code = (node as unknown as { value: string }).value;
  const left = dropKnownImports(dropCodeImports(dropFileImports(code)));
  if (!left) return;
  const line = left.split('\n')[0] ?? '';
  const row = Math.max(
    0,
    code.split('\n').findIndex((written) => written.trim().startsWith(line.trim())),
  );
  const { line: first = 1, column = 1 } = node.position?.start ?? {};
  const start = { line: first + row, column: row ? 1 : column };
  report(tree, { position: { start, end: start } }, problemsWords().mdx.noCode(firstLine(line)));
}

function readElement(node: JsxElement, parent: Parent, tree: Root, runs: boolean): RootContent[] {
  const words = problemsWords().mdx;
  const children = node.children as RootContent[];
  if (node.name === null) return runs ? [node] : children;
  const isHtml = isHtmlName(node.name);
  if (runs && !(isHtml && node.attributes.every((attribute) => typeof attribute.value !== 'object')))
    return [node];
  const attributes: Record<string, Literal> = {};
  for (const attribute of node.attributes) {
    const code = attribute.type === 'mdxJsxAttribute' ? codeOf(attribute, node, tree) : undefined;
    if (code) {
      children.push(code);
      continue;
    }
    const value =
      attribute.type === 'mdxJsxAttribute'
        ? (readAttribute(attribute) ?? fileOf(attribute, tree) ?? (isHtml ? undefined : wordsOf(attribute)))
        : undefined;
    const isWordless = !isHtml && attribute.type === 'mdxJsxAttribute' && wordless.test(attribute.name);
    if (value === undefined && isWordless) continue;
    if (value === undefined)
      report(tree, node, words.noExpression(attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}'));
    else if (attribute.type === 'mdxJsxAttribute') attributes[attribute.name] = value;
  }
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== false)
    .map(([name, value]): [string, string] => [name, value === true ? '' : String(value)]);
  // What its author hides, hides its words whatever a component would be.
  if (isHtml || cleanElement(node.name, written).kind === 'drop') {
    const start = node.position?.start ?? { line: 1, column: 1 };
    // What the page drops with its element leaves the other forms of the note as well.
    const isDropped = !isHtml || cleanElement(node.name.toLowerCase(), written).kind === 'drop';
    if (isDropped) leaveOut(tree, rangeOf(node));
    // What its code would have made stands nowhere; the rest of the tag stays.
    else if (node.attributes.some(({ value }) => typeof value === 'object' && value !== null))
      leaveOutTags(tree, node, writeTag(node.name, written), `</${node.name}>`);
    return makeElement({ name: node.name, attributes: written, written: '', start }, children, tree);
  }
  // A text that a note imports is what its name means there.
  const partial = importsOf(tree).partials.get(node.name);
  if (partial !== undefined) {
    const use: PartialUse = { type: 'partial', url: partial, children };
    return [{ ...use, position: node.position } as unknown as RootContent];
  }
  const component = Object.hasOwn(components, node.name) ? components[node.name] : undefined;
  if (component) {
    const read = new Set<string>();
    const watched = new Proxy(attributes, {
      get: (target, name) => (read.add(String(name)), Reflect.get(target, name) as Literal | undefined),
    });
    const all = component({ attributes: watched, children: wrapLoose(children) });
    const lost = Object.entries(attributes).filter(
      ([name, value]) => !read.has(name) && saysWords(name, value),
    );
    if (lost.length) {
      const names = lost.map(([name, value]) => quoteLost(name, value));
      report(tree, node, problemsWords().html.removed([node.name], names, 1));
    }
    return all.map((made) => ({ ...placeMade(made, { position: node.position }), position: node.position }));
  }
  leaveOutTags(tree, node, '', '');
  report(tree, node, words.noComponent(node.name, findNearest(node.name, Object.keys(components))[0]));
  // What stands alone with its words on a line is no part of a sentence.
  const isBlock = node.type === 'mdxJsxFlowElement' || (children.length > 0 && isAlone(parent));
  const made = isBlock
    ? showUnknown({ attributes, children: wrapLoose(children) })
    : showUnknownInLine({ attributes, children }, node.name);
  return made.map((made) => placeMade(made, { position: node.position }));
}

/** Whether nothing but elements stands in a paragraph. */
function isAlone({ type, children }: Parent): boolean {
  return (
    type === 'paragraph' &&
    children.every(
      (child) => child.type === 'mdxJsxTextElement' || (child.type === 'text' && !child.value.trim()),
    )
  );
}

/** The words of elements in an attribute: `text={<>…</>}`, and of a picture what it shows. */
function wordsOf({ value }: MdxJsxAttribute): string | undefined {
  if (typeof value !== 'object' || !value?.value.trim().startsWith('<')) return undefined;
  if (mayHide.test(value.value)) return undefined;
  const words = value.value
    .replace(/<img\b[^<>]*?\balt="([^"]*)"[^<>]*>/gu, ' $1 ')
    .replace(/\{\s*(?:"([^"{}<>\n]*)"|'([^'{}<>\n]*)')\s*\}/gu, '$1$2')
    .replace(/<[^<>]*>|\{[^{}]*\}/gu, (gone) =>
      /^<\/?(?:a|b|i|em|strong|code|span)\b/u.test(gone) ? '' : ' ',
    )
    .replace(/\s+/gu, ' ')
    .trim();
  return /[<>{}]/u.test(words) ? undefined : words || undefined;
}

function rangeOf({ position }: Nodes | RootContent): { from: number; written: number } {
  return { from: position?.start.offset ?? 0, written: position?.end.offset ?? 0 };
}

/** The tags of an element become others. */
function leaveOutTags(tree: Root, node: JsxElement, opening: string, closing: string): void {
  const { from, written } = rangeOf(node);
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (!first || !last) return leaveOut(tree, { from, written, by: opening + closing });
  leaveOut(tree, { from, written: rangeOf(first).from, by: opening });
  leaveOut(tree, { from: rangeOf(last).written, written, by: closing });
}

interface Imports {
  /** Every word of the code: what it binds is among them. */
  names: ReadonlySet<string>;
  /** Texts. */
  partials: Map<string, string>;
  /** Pictures and other files. */
  files: Map<string, string>;
  /** The lines that import a file's text. */
  codes: Map<string, string>;
}

const importsOfTrees = new WeakMap<Root, Imports>();

/** What a tree imports; it is read once, before the imports leave it. */
function importsOf(tree: Root): Imports {
  let found = importsOfTrees.get(tree);
  if (!found) {
    const code = tree.children
      .flatMap((node) => ((node.type as string) === 'mdxjsEsm' && 'value' in node ? [node.value] : []))
      .join('\n');
    found = {
      partials: listPartials(code),
      files: listFileImports(code),
      codes: listCodeImports(code),
      names: new Set(code.match(/[\p{L}\p{N}_$]+/gu)),
    };
    importsOfTrees.set(tree, found);
  }
  return found;
}

/** The address that the code of an attribute such as `src` stands for. */
function fileOf({ name, value }: MdxJsxAttribute, tree: Root): string | undefined {
  if (!/^(?:src|href|poster|sources)$/u.test(name) || typeof value !== 'object' || value === null)
    return undefined;
  return readFileExpression(value.data?.estree ?? undefined, importsOf(tree).files);
}

/** `code={source}`: the text of a file that is imported. */
function codeOf({ value }: MdxJsxAttribute, node: Nodes, tree: Root): RootContent | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return findCode(value.data?.estree ?? undefined, node, tree);
}

function findCode(program: Program | undefined, node: Nodes, tree: Root): RootContent | undefined {
  const [statement] = program?.body ?? [];
  if (program?.body.length !== 1 || statement?.type !== 'ExpressionStatement') return undefined;
  const { expression } = statement;
  const line = expression.type === 'Identifier' ? importsOf(tree).codes.get(expression.name) : undefined;
  if (line === undefined) return undefined;
  const use: CodeUse = { type: 'codeUse', line };
  return { ...use, position: node.position } as unknown as RootContent;
}

/** Names that are there in any note of MDX, or of JavaScript. */
const ambient =
  /^(?:props|children|toc|frontMatter|frontmatter|metadata|components|site|page|assets|contentTitle|undefined|NaN|Infinity|process|window|document|globalThis)$/u;

/** A literal as text; the rest is code. `{/* #id *\/}` at a heading's end waits for whoever reads ids. */
function readExpression(node: Nodes, parent: Parent, tree: Root): RootContent[] {
  const { value, data } = node as unknown as { value: string; data?: { estree?: Program } };
  if (parent.type === 'heading' && /^\s*\/\*\s*#\S+\s*\*\/\s*$/u.test(value)) return [node as RootContent];
  const program = data?.estree;
  const written = rangeOf(node);
  if (program && !program.body.length) {
    leaveOut(tree, { ...written, by: '' });
    return [];
  }
  const imported = findCode(program, node, tree);
  if (imported) return [imported];
  const elements = readElements(program, value, node, tree);
  if (elements) return elements;
  const literal = evaluate(program);
  const [statement] = program?.body ?? [];
  // A word of prose in braces: code would have to have its name from somewhere.
  if (
    statement?.type === 'ExpressionStatement' &&
    statement.expression.type === 'Identifier' &&
    !ambient.test(statement.expression.name) &&
    !importsOf(tree).names.has(statement.expression.name)
  ) {
    report(tree, node, problemsWords().mdx.unboundName(`{${value}}`));
    return [{ type: 'text', value: `{${value}}`, position: node.position }];
  }
  if (literal === undefined) {
    const template = writeTemplate(program, value);
    if (template) {
      leaveOut(tree, { ...written, by: template });
      report(tree, node, problemsWords().mdx.unboundName(firstLine(`{${value}}`)));
      return [{ type: 'text', value: template, position: node.position }];
    }
    leaveOut(tree, { ...written, by: '' });
    report(tree, node, problemsWords().mdx.noExpression(firstLine(value)));
    return [];
  }
  const text = typeof literal === 'boolean' ? '' : String(literal);
  leaveOut(tree, { ...written, by: text });
  return [{ type: 'text', value: text, position: node.position }];
}

/** In how many braces a tree stood that was read by itself. */
const depths = new WeakMap<Root, number>();
/** Each level is read as often as there are braces around it. */
const mostBraces = 3;

/** Elements in braces are what they would be without; null for all else, and for what might be hidden. */
function readElements(
  program: Program | undefined,
  value: string,
  node: Nodes,
  outer: Root,
): RootContent[] | null {
  const depth = (depths.get(outer) ?? 0) + 1;
  const [statement] = program?.body ?? [];
  const type = statement?.type === 'ExpressionStatement' ? (statement.expression.type as string) : '';
  if (program?.body.length !== 1 || !/^JSX(?:Element|Fragment)$/u.test(type) || mayHide.test(value))
    return null;
  if (depth > mostBraces) return null;
  const { tree, isMdx } = parseMdx(value.trim());
  if (!isMdx) return null;
  depths.set(tree, depth);
  importsOfTrees.set(tree, importsOf(outer));
  readMdx(tree);
  for (const { message } of troublesOf(tree)) report(outer, node, message);
  visit(tree, (inner) => {
    inner.position = node.position;
  });
  // What they lose stands in no other form of the note either.
  leaveOut(outer, { ...rangeOf(node), by: tree.children.map((child) => toString(child)).join('\n\n') });
  // Within a sentence they are a part of it.
  const [only, ...others] = tree.children;
  const isInLine = (node.type as string) === 'mdxTextExpression' && !others.length;
  return isInLine && only?.type === 'paragraph' ? only.children : tree.children;
}

/** What might be hidden is nobody's to read. */
const mayHide = /hidden|\bnone\b|<(?:script|style|template)\b/iu;

/** A literal; a style as the declarations that it means, a list of names (`values`) as JSON. */
function readAttribute({ name, value }: MdxJsxAttribute): Literal | undefined {
  const literal = literalOf(value);
  if (literal !== undefined || !value || typeof value !== 'object') return literal;
  const [statement] = value.data?.estree?.body ?? [];
  const data = statement?.type === 'ExpressionStatement' ? dataOf(statement.expression) : undefined;
  if (name === 'values' && Array.isArray(data)) return JSON.stringify(data);
  if (name !== 'style' || typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  return Object.entries(data)
    .map(([key, part]) => {
      const property = key.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
      return `${property}: ${typeof part === 'number' && part !== 0 ? `${part}px` : String(part)}`;
    })
    .join('; ');
}

/** Lists and objects of literals; undefined where one part would have to be run. */
function dataOf(expression: Expression): unknown {
  if (expression.type === 'Literal') return expression.value;
  if (expression.type === 'ArrayExpression') {
    const items = expression.elements.map((item) =>
      item && item.type !== 'SpreadElement' ? dataOf(item) : undefined,
    );
    return items.includes(undefined) ? undefined : items;
  }
  if (expression.type !== 'ObjectExpression') return undefined;
  const found: [string, unknown][] = [];
  for (const property of expression.properties) {
    if (property.type !== 'Property' || property.computed) return undefined;
    const key = property.key.type === 'Identifier' ? property.key.name : dataOf(property.key);
    const value = dataOf(property.value as Expression);
    if (typeof key !== 'string' || value === undefined) return undefined;
    found.push([key, value]);
  }
  return Object.fromEntries(found);
}

function literalOf(value: MdxJsxAttribute['value']): Literal | undefined {
  if (value === null || value === undefined) return true;
  return typeof value === 'string' ? value : evaluate(value.data?.estree ?? undefined);
}

/** The value of a program that is one literal; undefined for everything that would have to be run. */
function evaluate(program: Program | undefined): Literal | undefined {
  const [statement] = program?.body ?? [];
  if (program?.body.length !== 1 || statement?.type !== 'ExpressionStatement') return undefined;
  const expression = statement.expression;
  if (expression.type === 'TemplateLiteral' && !expression.expressions.length) {
    return expression.quasis[0]?.value.cooked ?? undefined;
  }
  if (expression.type !== 'Literal') return undefined;
  const { value } = expression;
  if (value === null) return false;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}

/** The text of a template, with the code in it as it is written; empty for everything else. */
function writeTemplate(program: Program | undefined, value: string): string {
  const [statement] = program?.body ?? [];
  if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'TemplateLiteral') return '';
  const { quasis } = statement.expression;
  const written =
    value
      .trim()
      .slice(1, -1)
      .match(/\$\{[^{}]*\}/gu) ?? [];
  if (written.length !== quasis.length - 1) return value.trim().slice(1, -1);
  return quasis.map(({ value: text }, at) => (text.cooked ?? text.raw) + (written[at] ?? '')).join('');
}

const blockTypes = new Set(['list', 'paragraph', 'heading', 'code', 'table']);

/** A paragraph that holds nothing but blocks, or nothing any more, is no paragraph. */
function isUnravelled(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  let hasBlock = !node.children.length;
  for (const child of node.children as RootContent[]) {
    if (child.type === 'text' && !child.value.trim()) continue;
    const { hName } = (child.data ?? {}) as { hName?: string };
    const isElement = (child.type as string) === 'htmlElement' || child.type === 'blockquote';
    if (!blockTypes.has(child.type) && !(isElement && isBlockName(hName ?? ''))) return false;
    hasBlock = true;
  }
  return hasBlock;
}

function isFlow({ type }: Parent): boolean {
  return ['root', 'blockquote', 'listItem', 'footnoteDefinition', 'containerDirective'].includes(type);
}

function firstLine(value: string): string {
  const line = value.trim().split('\n')[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
