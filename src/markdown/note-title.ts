import type { Heading, Nodes, Parent, Root } from 'mdast';

/**
 * The text of a note's first h1, as a reader sees it; `''` where it has none, or where its h1s are chapters: several of
 * them, and text before the first. The tree is fresh from the parser.
 * @param isVault notes are called what their files are called, unless one h1 opens the note
 */
export function findTitle(tree: Root, body: string, isVault = false): string {
  const heading = findTitleHeading(tree);
  if (!heading) return '';
  const opening = tree.children.find((node) => node.type !== 'html' && node.type !== 'definition');
  const isFirst = opening === heading || (opening !== undefined && isWrapper(opening));
  const isOnly = tree.children.filter((node) => node.type === 'heading' && node.depth === 1).length <= 1;
  const isTitle = isVault ? isFirst && isOnly : isFirst || isOnly;
  return isTitle ? readHeading(heading, body).normalize('NFC') : '';
}

function findTitleHeading(parent: Parent): Heading | undefined {
  for (const node of parent.children) {
    if (node.type === 'heading' && node.depth === 1) return node;
    const inside = 'children' in node && isWrapper(node) ? findTitleHeading(node) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

/** Whether what stands in a node stands in the note itself: an element around it changes nothing. */
export function isWrapper({ type }: { type: string }): boolean {
  return type === 'root' || type === 'mdxJsxFlowElement' || type === 'htmlElement';
}

/**
 * A heading as plain text: without markup, footnotes, citations and the id that its author chose.
 * @param source the Markdown that it was read from, where names like `__init__` are to keep their underscores
 */
export function readHeading(heading: Heading, source = ''): string {
  return heading.children
    .map((node) => readText(node, source))
    .join('')
    .replace(/(?<!\s)\s*\{#[^\s{}]+\}\s*$/u, '')
    .replace(/\[@[a-z0-9][\w-]*(?:\s*[,;][^[\]]*)?\]/giu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function readText(node: Nodes, source: string): string {
  const type = node.type as string;
  if (type === 'footnoteReference' || type === 'mdxTextExpression') return '';
  if (node.type === 'html')
    return elementName.test(node.value) || node.value.startsWith('<!--') ? '' : node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if ('value' in node) return node.value;
  const text = 'children' in node ? node.children.map((child) => readText(child, source)).join('') : '';
  return node.type === 'strong' && isDunder(node, text, source) ? `__${text}__` : text;
}

/** `__init__` is a name, though Markdown takes it for strong text. */
function isDunder(node: Nodes, text: string, source: string): boolean {
  const start = node.position?.start.offset;
  return start !== undefined && source.startsWith('__', start) && /^[a-z][a-z0-9_]*$/u.test(text);
}

/** Elements that may stand in a heading; whatever else looks like one (`List<String>`) is text. */
const elementName =
  /^<\/?(?:a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr)[\s/>]/iu;
