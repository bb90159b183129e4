/** An SVG element as plain data: what the drawing page reads from the DOM and the finishing works on. */
export interface SvgElement {
  name: string;
  attributes: Record<string, string>;
  children: SvgNode[];
}

export type SvgNode = SvgElement | string;

/** A new element; attributes with an undefined or empty value are left out. */
export function createElement(
  name: string,
  attributes: Record<string, string | number | undefined> = {},
  children: SvgNode[] = [],
): SvgElement {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== '') kept[key] = String(value);
  }
  return { name, attributes: kept, children };
}

export function isElement(node: SvgNode): node is SvgElement {
  return typeof node !== 'string';
}

/** Every element of a tree, parents before children. */
export function* walkElements(root: SvgElement): Generator<SvgElement> {
  yield root;
  for (const child of root.children) {
    if (isElement(child)) yield* walkElements(child);
  }
}

/** The text of an element and everything in it. */
export function readText(element: SvgElement): string {
  return element.children.map((child) => (isElement(child) ? readText(child) : child)).join('');
}

/** Well-formed XML for a tree, without white space between elements. */
export function printSvg(node: SvgNode): string {
  if (!isElement(node)) return escapeText(node);
  const attributes = Object.entries(node.attributes)
    .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
    .join('');
  if (node.children.length === 0) return `<${node.name}${attributes}/>`;
  return `<${node.name}${attributes}>${node.children.map(printSvg).join('')}</${node.name}>`;
}

/**
 * Reads well-formed XML, such as `printSvg` or an XMLSerializer writes it. Comments, processing instructions and
 * doctypes are dropped. Throws an Error on anything that is not well-formed.
 */
export function parseSvg(text: string): SvgElement {
  const root: SvgElement = { name: '#root', attributes: {}, children: [] };
  const open: SvgElement[] = [root];
  const token =
    /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gy;
  let end = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    end = token.lastIndex;
    const [, cdata, closing, opening, attributes, selfClosing, characters] = match;
    const parent = open.at(-1) ?? root;
    if (characters !== undefined) parent.children.push(unescape(characters));
    else if (cdata !== undefined) parent.children.push(cdata);
    else if (closing !== undefined) {
      if (open.length < 2 || parent.name !== closing) throw new Error(`svg: unexpected </${closing}>`);
      open.pop();
    } else if (opening !== undefined) {
      const element = createElement(opening, readAttributes(attributes ?? ''));
      parent.children.push(element);
      if (!selfClosing) open.push(element);
    }
  }
  const first = root.children.find(isElement);
  if (end !== text.length || open.length !== 1 || !first) throw new Error('svg: not well-formed');
  return first;
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of source.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name) attributes[name] = unescape(double ?? single ?? '');
  }
  return attributes;
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function unescape(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
