import type { ElementContent, Root, RootContent, Text } from 'hast';

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements before which a browser ends an open paragraph. */
const blocks = list(
  'article aside blockquote details div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table ul',
);
const phrases = list(
  'a abbr audio b bdi bdo br button cite code data del dfn em i img input ins kbd label mark picture q s samp small source span strong sub sup time track u var video wbr',
);
const voids = list('br col hr img input source track wbr');
/** Elements that stand in some others only. */
const homes: Readonly<Record<string, readonly string[]>> = {
  caption: ['table'],
  col: ['colgroup'],
  colgroup: ['table'],
  dd: ['dl'],
  dt: ['dl'],
  li: ['ol', 'ul'],
  tbody: ['table'],
  td: ['tr'],
  tfoot: ['table'],
  th: ['tr'],
  thead: ['table'],
  tr: ['tbody', 'tfoot', 'thead'],
};
/** Elements that hold no text but blanks. */
const textless = list('colgroup table tbody tfoot thead tr');
const shapes = list('circle ellipse g line path polygon polyline rect');
const formulaParts = list(
  'merror mfrac mover mpadded mphantom mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtr munder munderover semantics',
);
/** Elements of formulas that hold nothing but text. */
const formulaTexts = list('annotation mi mn mo ms mtext');

/** The elements around a node in which some others may not stand. */
interface Around {
  parent: string;
  isInParagraph: boolean;
  isInLink: boolean;
  isInHeading: boolean;
  isInButton: boolean;
}

/**
 * Whether a browser reads a tree, once it is written as HTML, as just this tree: whatever is not surely so is none. A
 * paragraph in a paragraph, say, is ended by the inner one.
 */
export function readsAsWritten(tree: Root): boolean {
  const around = {
    parent: '',
    isInParagraph: false,
    isInLink: false,
    isInHeading: false,
    isInButton: false,
  };
  return tree.children.every((child) => isSound(child, around));
}

function isSound(node: RootContent, around: Around): boolean {
  if (node.type === 'text')
    return isPlain(node) && (!textless.has(around.parent) || /^[ \t\n]*$/u.test(node.value));
  if (node.type !== 'element') return false;
  const { tagName: name, children } = node;
  const home = Object.hasOwn(homes, name) ? homes[name] : undefined;
  if (home ? !home.includes(around.parent) : textless.has(around.parent)) return false;
  if (name === 'svg') return children.every(isShape);
  if (name === 'math') return children.every(isFormula);
  const isBlock = blocks.has(name);
  // An element of our own is to a parser like any other.
  if (!home && !isBlock && !phrases.has(name) && !name.includes('-')) return false;
  const isHeading = /^h[1-6]$/u.test(name);
  if (around.isInParagraph && (isBlock || home)) return false;
  if (around.isInLink && name === 'a') return false;
  if (around.isInButton && name === 'button') return false;
  if (around.isInHeading && isHeading) return false;
  if (voids.has(name)) return !children.length;
  const [first] = children;
  // A browser drops the line break that it begins with.
  if (name === 'pre' && first?.type === 'text' && first.value.startsWith('\n')) return false;
  const inside = {
    parent: name,
    isInParagraph: around.isInParagraph || name === 'p',
    isInLink: around.isInLink || name === 'a',
    isInHeading: around.isInHeading || isHeading,
    isInButton: around.isInButton || name === 'button',
  };
  return children.every((child) => isSound(child, inside));
}

function isShape(node: ElementContent): boolean {
  return node.type === 'element' && shapes.has(node.tagName) && node.children.every(isShape);
}

function isFormula(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  const { tagName, children } = node;
  if (formulaTexts.has(tagName)) return children.every((child) => child.type === 'text' && isPlain(child));
  return formulaParts.has(tagName) && children.every(isFormula);
}

function isPlain({ value }: Text): boolean {
  return !/[\0\r]/u.test(value);
}
