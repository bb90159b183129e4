/**
 * The HTML in a note, read where it is written: each element becomes a node of the tree, so that its links, images and
 * headings count like Markdown's own, and what may not stand on a page never gets there. What was taken out is
 * reported at its line. No word is lost: what is no element is text.
 */
import type { Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Point } from 'unist';
import { problemsWords } from '#words';
import { findNearest } from '../knowledge/text.ts';
import { leaveOut, type LeftOut, report, troublesOf } from '../flavours/flavour.ts';
import { addressNames, components, placeMade, showUnknown, showUnknownInLine } from './components.ts';
import { cleanElement, isHtmlName } from './html-schema.ts';
import { mediaNames } from './media.ts';
import { type HtmlToken, readTokens } from './html-tokens.ts';

/** A tag with its place, on its way to becoming an element. */
export interface OpenTag {
  name: string;
  attributes: readonly (readonly [string, string])[];
  written: string;
  start: Point;
  /** The tag of a component, whose name begins with a capital: no element of HTML, whatever it is called. */
  isComponent?: boolean;
}

interface Frame {
  tag: OpenTag;
  children: RootContent[];
  /** How many of the children stand in the same piece of HTML as the tag. */
  own: number | null;
}

/** Before a table: its blank cells stay blank (`<!-- table: plain -->`). */
export const plainMarker = /^<!--\s*table:\s*plain\s*-->$/u;

const voidNames = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);

/** Elements that end where one of these begins. */
const endedBy: Record<string, ReadonlySet<string>> = {
  dd: new Set(['dd', 'dt']),
  dt: new Set(['dd', 'dt']),
  li: new Set(['li']),
  option: new Set(['option', 'optgroup']),
  p: new Set([
    'blockquote',
    'details',
    'div',
    'dl',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'ol',
    'p',
    'pre',
    'table',
    'ul',
  ]),
  tbody: new Set(['tbody', 'tfoot']),
  td: new Set(['td', 'th', 'tr', 'tbody', 'tfoot']),
  th: new Set(['td', 'th', 'tr', 'tbody', 'tfoot']),
  thead: new Set(['tbody', 'tfoot']),
  tr: new Set(['tr', 'tbody', 'tfoot']),
};
const endsByItself = new Set([...Object.keys(endedBy), 'tfoot', 'colgroup', 'rt', 'rp', 'optgroup']);

/** What holds a line's parts. */
export const inlineParents: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'tableCell',
]);
const flowParents = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition', 'containerDirective']);
const blockNames = new Set([
  ...[
    'aside',
    'audio',
    'blockquote',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'figcaption',
    'figure',
    'hr',
    'li',
    'ol',
    'p',
    'picture',
  ],
  ...['pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul', 'video'],
]);

/** Replaces all raw HTML of a freshly parsed tree, in place. */
export function readHtml(tree: Root): void {
  const waiting: Parent[] = [tree];
  const emptied = new Set<Nodes>();
  const parents: Parent[] = [];
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    parents.push(parent);
    for (const child of parent.children) if ('children' in child) waiting.push(child);
  }
  parents.reverse();
  for (const parent of parents) untangle(parent);
  // What stands in an element first: a paragraph of which nothing is left goes with it.
  for (const parent of parents) {
    if (emptied.size) parent.children = parent.children.filter((child) => !emptied.has(child));
    if (flowParents.has(parent.type)) parent.children = parent.children.flatMap(releaseBlocks);
    if (parent.children.some(({ type }) => type === 'html')) {
      parent.children = readSiblings(parent, tree);
      if (flowParents.has(parent.type)) parent.children = wrapLoose(parent.children);
      if (parent.type === 'paragraph' && !parent.children.length) emptied.add(parent as Nodes);
    }
  }
}

/**
 * `<mark>**words</mark>**`: a tag that stands at the other side of a sign than its partner goes over to it. So does the end
 * of a block that its blanks put into the last item of a list.
 */
function untangle(parent: Parent): void {
  if (!parent.children.some(({ type }) => type === 'html')) return;
  const all = countOpen(parent.children);
  const before = new Map<string, number>();
  const of = (counts: ReadonlyMap<string, number>, name: string) => counts.get(name) ?? 0;
  parent.children = parent.children.flatMap((child) => {
    if (child.type === 'html') countOpen([child], before);
    const inner = child.type === 'list' ? lastItem(child) : child;
    if (!/^(?:strong|emphasis|delete|listItem)$/u.test(inner.type) || !('children' in inner)) return [child];
    const [first, last] = [child === inner ? inner.children[0] : undefined, inner.children.at(-1)];
    const [opens, closes] = [nameTag(first, ''), nameTag(last, '/')];
    if (!opens && !closes) return [child];
    const own = countOpen(inner.children);
    if (last && of(own, closes) < 0 && of(before, closes) > 0) {
      inner.children.pop();
      countOpen([last], before);
      countOpen([last], all);
      return [child, last];
    }
    if (first && of(own, opens) > 0 && of(all, opens) < of(before, opens)) {
      inner.children.shift();
      countOpen([first], before);
      countOpen([first], all);
      return [first, child];
    }
    return [child];
  });
}

/** The innermost last item of a list. */
function lastItem(list: RootContent): RootContent {
  let item = list;
  while (item.type === 'list' || (item.type === 'listItem' && item.children.at(-1)?.type === 'list')) {
    const last = item.children.at(-1);
    if (!last) break;
    item = last;
  }
  return item;
}

/** How many more tags open than close, by their names. */
function countOpen(nodes: readonly RootContent[], counts = new Map<string, number>()): Map<string, number> {
  for (const node of nodes) {
    const [opens, closes] = [nameTag(node, ''), nameTag(node, '/')];
    if (opens) counts.set(opens, (counts.get(opens) ?? 0) + 1);
    if (closes) counts.set(closes, (counts.get(closes) ?? 0) - 1);
  }
  return counts;
}

/** The name of a single tag; empty for everything else. */
function nameTag(node: RootContent | undefined, stroke: '' | '/'): string {
  const [, found, name = ''] =
    node?.type === 'html' ? (/^<(\/?)([a-z][a-z\d]*)(?:\s[^<>]*)?>$/iu.exec(node.value) ?? []) : [];
  return found === stroke ? name.toLowerCase() : '';
}

/** A paragraph in which a component has become blocks is no paragraph. */
function releaseBlocks(node: RootContent): RootContent[] {
  if (node.type !== 'paragraph' || !node.children.some(isReleased)) return [node];
  return wrapLoose(node.children);
}

const released = new WeakSet<RootContent>();
const isReleased = (node: RootContent) => released.has(node);

/** The name of a component whose tag this is; undefined for all other tags. */
function nameComponent(written: string): string | undefined {
  return /^<\/?([A-Z][\w.]*)(?=[\s/>])/u.exec(written)?.[1];
}

/** What a component becomes; one that nobody here knows leaves its words. */
function makeComponent(tag: OpenTag, children: RootContent[], parent: Parent, tree: Root): RootContent[] {
  // What its author hides, hides its words whatever the component would be.
  if (cleanElement(tag.name, tag.attributes).kind === 'drop') return makeElement(tag, children, tree);
  const isInline = inlineParents.has(parent.type);
  const at = { position: { start: tag.start, end: children.at(-1)?.position?.end ?? tag.start } };
  const attributes = Object.fromEntries(
    tag.attributes.map(([name, value]) => [name, value === '' ? true : value]),
  );
  const use = { attributes, children: isInline ? children : wrapLoose(children) };
  const known = Object.hasOwn(components, tag.name) ? components[tag.name] : undefined;
  if (!known) {
    leaveOut(tree, { from: tag.start.offset ?? 0, written: tag.written });
    report(
      tree,
      at,
      problemsWords().mdx.noComponent(tag.name, findNearest(tag.name, Object.keys(components))[0]),
    );
  }
  const isInSentence = isInline && !(parent.type === 'paragraph' && standsAlone(parent));
  const made = (known?.(use) ?? (isInSentence ? showUnknownInLine(use) : showUnknown(use))).map((node) =>
    placeMade(node, at),
  );
  if (!isInline || made.every(isPhrasing)) return made;
  // Only a paragraph gives way to blocks.
  if (parent.type !== 'paragraph') return children;
  const blocks = (known ?? showUnknown)({ attributes, children: wrapLoose(children) });
  return blocks.map((node) => {
    const block = placeMade(node, at);
    released.add(block);
    return block;
  });
}

/** Whether a tag in a line is a component that stands there alone: what is named in a sentence is text. */
function standsAlone(parent: Parent): boolean {
  return (
    parent.type === 'paragraph' &&
    parent.children.every((node) => node.type === 'html' || (node.type === 'text' && !node.value.trim()))
  );
}

/** The children of a node with the elements that their tags make. */
function readSiblings(parent: Parent, tree: Root): RootContent[] {
  const isInline = inlineParents.has(parent.type);
  const words = problemsWords().html;
  const frames: Frame[] = [];
  const open = new Map<string, number>();
  const out: RootContent[] = [];
  let isPlain = false;
  const into = () => frames.at(-1)?.children ?? out;
  const add = (nodes: readonly RootContent[]) => {
    const list = into();
    for (const node of nodes) list.push(node);
  };
  const pop = () => {
    const frame = frames.pop();
    if (frame) open.set(frame.tag.name, (open.get(frame.tag.name) ?? 1) - 1);
    return frame;
  };
  const finish = () => {
    const frame = pop();
    if (!frame) return;
    const { tag, children } = frame;
    add(tag.isComponent ? makeComponent(tag, children, parent, tree) : makeElement(tag, children, tree));
  };
  /** A component that is known, or that stands on lines of its own and has an end. */
  const readComponent = ({ written, attributes }: Pick<OpenTag, 'written' | 'attributes'>) => {
    const name = nameComponent(written);
    if (name === undefined || Object.hasOwn(components, name) || open.get(name)) return name;
    const isClosed = closings.has(name);
    // In a sentence a name in angle brackets is text, but not one with attributes and words of its own, or an address.
    const leads = attributes.some(([key, value]) => value && addressNames.includes(key));
    const hasWords = isClosed && attributes.some(([, value]) => value);
    const isApart = !isInline || standsAlone(parent) || hasWords || leads;
    // `<Link>` with an end is no `<link>` of HTML, which has none.
    const lower = name.toLowerCase();
    if (!isApart || (isHtmlName(lower) && !(voidNames.has(lower) && hasWords))) return undefined;
    return isClosed || /\/>$/u.test(written) ? name : undefined;
  };
  const closings = new Set(
    parent.children.flatMap((child) =>
      child.type === 'html'
        ? Array.from(child.value.matchAll(/<\/([A-Z][\w.]*)>/gu), ([, name]) => name)
        : [],
    ),
  );
  /** Ends an element whose closing tag is missing: what follows it is not in it. */
  const giveUp = () => {
    const frame = pop();
    if (!frame) return;
    const { tag, children } = frame;
    const own = frame.own ?? children.length;
    const at = { position: { start: tag.start, end: tag.start } };
    if (!isInline && endsByItself.has(tag.name)) {
      add([...makeElement(tag, children.slice(0, own), tree), ...children.slice(own)]);
    } else if (!isInline && !tag.isComponent && cleanElement(tag.name, tag.attributes).kind === 'element') {
      report(tree, at, words.unclosed(tag.name));
      const inside = children.slice(0, own);
      const isEmpty = inside.every((node) => node.type === 'text' && !node.value.trim());
      add([...(isEmpty ? [] : makeElement(tag, inside, tree)), ...children.slice(own)]);
    } else if (
      /\/\s*>$/u.test(tag.written) &&
      !tag.isComponent &&
      (tag.name === 'iframe' || cleanElement(tag.name, tag.attributes).kind === 'element')
    ) {
      // Its author closed it (`<sup class="badge" />`, Vue), though HTML does not know that sign.
      add([...makeElement(tag, [], tree), ...children]);
    } else {
      report(tree, at, words.shownAsText(tag.name));
      add([{ type: 'text', value: tag.written, ...at }, ...children]);
    }
  };
  for (const child of parent.children) {
    if (child.type !== 'html') {
      if (isPlain && child.type === 'table') setProperty(child, 'dataPlain');
      isPlain = false;
      add([child]);
      continue;
    }
    for (const token of readTokens(child.value)) {
      const start = placeOf(child, token);
      const position = { start, end: start };
      const written = child.value.slice(token.from, token.to);
      const component = /^(?:open|close)$/u.test(token.kind)
        ? readComponent({ ...token, written })
        : undefined;
      const name = component ?? token.name;
      if (token.kind === 'comment') isPlain ||= plainMarker.test(token.value);
      else if (token.kind === 'text' || (component === undefined && !isHtmlName(token.name))) {
        if (token.kind === 'open' && isTool(written)) reportShown(tree, { position }, token.name);
        const value = token.kind === 'text' ? token.value : written;
        const isCode = isInline || frames.some(({ tag }) => codeNames.has(tag.name));
        const data = nameComponent(written) && isInline ? { data: { isTag: true } as object } : {};
        add(isCode ? [{ type: 'text', value, position, ...data }] : readImages(value, position));
      } else if (token.kind === 'close' && name === 'br') {
        // Browsers break a line there, and so do the pages for which it was written.
        add(makeElement({ name, attributes: [], written, start }, [], tree));
      } else if (token.kind === 'open') {
        const isComponent = component !== undefined;
        const tag: OpenTag = { name, attributes: token.attributes, written, start, isComponent };
        while (!isInline && frames.length && endedBy[frames.at(-1)?.tag.name ?? '']?.has(tag.name)) finish();
        if (isComponent && /\/>$/u.test(written)) add(makeComponent(tag, [], parent, tree));
        else if (voidNames.has(tag.name)) add(makeElement(tag, [], tree));
        else {
          frames.push({ tag, children: [], own: null });
          open.set(tag.name, (open.get(tag.name) ?? 0) + 1);
        }
      } else {
        if (!open.get(name)) {
          report(tree, { position }, words.strayClosing(name));
          continue;
        }
        while (frames.at(-1)?.tag.name !== name) {
          if (endsByItself.has(frames.at(-1)?.tag.name ?? '')) finish();
          else giveUp();
        }
        const { isComponent = false, attributes = [] } = frames.at(-1)?.tag ?? {};
        const isLeft = isComponent
          ? !Object.hasOwn(components, name)
          : cleanElement(name, attributes).kind === 'unwrap';
        if (isLeft) leaveOut(tree, { from: start.offset ?? 0, written });
        finish();
      }
    }
    for (let place = frames.length - 1; frames[place]?.own === null; place--) {
      const frame = frames[place];
      if (frame) frame.own = frame.children.length;
    }
  }
  while (frames.length) giveUp();
  return out;
}

const codeNames = new Set(['code', 'kbd', 'pre', 'samp', 'textarea']);
const imagePattern = /!\[([^[\]\n]{0,300})\]\(([^()\s<>]{1,500})\)(?:\{[^{}\n]{0,200}\})?/u.source;
const imagesPattern = new RegExp(
  String.raw`\[${imagePattern}\]\(([^()\s<>]{1,1000})\)(?:\{[^{}\n]{0,200}\})?|${imagePattern}|\$\$([^$]{1,2000})\$\$`,
  'gu',
);

/**
 * Images of Markdown and formulas in a block of HTML, where Markdown itself would leave them as they are written: nobody means
 * that.
 */
function readImages(value: string, position: RootContent['position']): RootContent[] {
  const nodes: RootContent[] = [];
  let past = 0;
  for (const match of value.matchAll(imagesPattern)) {
    const [all, linkedAlt, linkedUrl, href, alt = '', url = '', formula] = match;
    if (match.index > past) nodes.push({ type: 'text', value: value.slice(past, match.index), position });
    const image = { type: 'image', url: linkedUrl ?? url, alt: linkedAlt ?? alt, position } as const;
    if (formula !== undefined)
      nodes.push({ type: 'math', value: formula.trim(), position } as unknown as RootContent);
    else nodes.push(href === undefined ? image : { type: 'link', url: href, children: [image], position });
    past = match.index + all.length;
  }
  return past < value.length ? [...nodes, { type: 'text', value: value.slice(past), position }] : nodes;
}

function setProperty(node: Nodes, name: string): void {
  const { hProperties } = (node.data ?? {}) as { hProperties?: object };
  node.data = { ...node.data, hProperties: { ...hProperties, [name]: '' } };
}

/** What an element and its content become; its own tags alone are judged, not what stands in it. */
export function makeElement(tag: OpenTag, children: RootContent[], tree: Root): RootContent[] {
  const words = problemsWords().html;
  const at = { position: { start: tag.start, end: children.at(-1)?.position?.end ?? tag.start } };
  const clean = cleanElement(tag.name, tag.attributes);
  const leaveOutAs = (part: Partial<LeftOut>) => {
    if (tag.written) leaveOut(tree, { from: tag.start.offset ?? 0, written: tag.written, ...part });
  };
  if (clean.kind === 'drop') {
    leaveOutAs(voidNames.has(tag.name) ? {} : { element: tag.name });
    // Text of one piece has its first place only.
    const written = toString({ type: 'root', children }).split('\n').length;
    const lines = Math.max(at.position.end.line - tag.start.line + 1, written);
    report(tree, at, clean.isHidden ? words.hidden(tag.name, lines) : words.dropped(tag.name, lines));
    return [];
  }
  if (clean.kind === 'unwrap') {
    leaveOutAs({});
    report(tree, at, words.unwrapped(tag.name));
    return children;
  }
  if (clean.kind === 'frame') {
    report(tree, at, words.frame(clean.url));
    leaveOutAs({ by: `[${clean.title || clean.url}](${clean.url})`, element: tag.name });
    const text = { type: 'text' as const, value: clean.title || clean.url };
    return [{ type: 'link', url: clean.url, children: [text], ...at }];
  }
  if (clean.removed.length) {
    const values = new Map(tag.attributes.map(([name, value]) => [name.replaceAll('-', ''), value]));
    const lost = clean.removed.map((name) => quoteLost(name, values.get(name.replaceAll('-', ''))));
    reportRemoved(tree, at, tag.name, lost);
    const { style } = clean.properties;
    // What an image shows is said otherwise there.
    if (clean.tagName !== 'img')
      leaveOutAs({
        by: writeTag(
          tag.name,
          tag.attributes.flatMap(([name, value]) =>
            name === 'style'
              ? typeof style === 'string'
                ? [[name, style] as const]
                : []
              : clean.removed.includes(name.replaceAll('-', ''))
                ? []
                : [[name, value] as const],
          ),
        ),
      });
  }
  const { tagName, properties } = clean;
  const text = (key: string) => {
    const value = properties[key];
    delete properties[key];
    return typeof value === 'string' ? value : '';
  };
  if (tagName === 'a' && properties['href'] !== undefined) {
    leaveOutAs({ url: String(properties['href']), element: tag.name });
    return [
      {
        type: 'link',
        url: text('href'),
        children: children as PhrasingContent[],
        data: { hProperties: properties },
        ...at,
      },
    ];
  }
  if (tagName === 'img' && properties['src'] !== undefined) {
    leaveOutAs({ url: String(properties['src']), alt: String(properties['alt'] ?? '') });
    return [{ type: 'image', url: text('src'), alt: text('alt'), data: { hProperties: properties }, ...at }];
  }
  const outside = mediaNames.filter((name) => /^(?:https?:)?\/\//iu.test(String(properties[name] ?? '')));
  if (outside.length) {
    report(tree, at, words.outsideMedia(String(properties[outside[0] ?? 'src'])));
    for (const name of outside) delete properties[name];
  }
  const depth = /^h([1-6])$/u.exec(tagName)?.[1];
  if (depth !== undefined) {
    const chosenId = text('id').replace(/^user-content-/u, '');
    const data = { hProperties: properties, ...(chosenId ? { chosenId } : {}) };
    const heading = { type: 'heading', depth: Number(depth), children, data, ...at };
    return [heading as unknown as RootContent];
  }
  // Its author decides what its cells look like.
  if (tagName === 'table') properties['dataRaw'] = '';
  const holdsBlocks = tagName === 'p' && children.some((child) => !isPhrasing(child));
  const data = { hName: holdsBlocks ? 'div' : tagName, hProperties: properties };
  return [{ type: 'htmlElement', children, data, ...at } as unknown as RootContent];
}

/** An opening tag in HTML. */
export function writeTag(name: string, attributes: readonly (readonly [string, string])[]): string {
  const escape = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<${[name, ...attributes.map(([key, value]) => (value ? `${key}="${escape(value)}"` : key))].join(' ')}>`;
}

/** Whether a tag is some tool's element, and not a name in angle brackets (`<user-id>`, `List<String>`). */
function isTool(written: string): boolean {
  return /^<[a-zA-Z][\w.:-]*\s[^<>]*=\s*["'{]|^<[a-zA-Z][\w.:-]*[^<>]*\/>$/u.test(written);
}

/** Tags that nobody here knows are said once a note and name, where the first stood. */
function reportShown(tree: Root, at: Pick<Nodes, 'position'>, name: string): void {
  const data = (tree.data ??= {}) as {
    shown?: Map<string, { count: number; trouble?: { message: string } }>;
  };
  const found = (data.shown ??= new Map()).get(name);
  if (!found) {
    report(tree, at, problemsWords().html.unknown(name, 1));
    const trouble = troublesOf(tree).at(-1);
    data.shown.set(name, { count: 1, ...(trouble ? { trouble } : {}) });
  } else if (found.trouble) found.trouble.message = problemsWords().html.unknown(name, ++found.count);
}

/** Takes back that a component is shown as it is written. */
export function forgetShown(tree: Root, name: string): void {
  const { shown, troubles } = (tree.data ?? {}) as {
    shown?: Map<string, { trouble?: { message: string } }>;
    troubles?: { message: string }[];
  };
  const { trouble } = shown?.get(name.toLowerCase()) ?? {};
  if (trouble && troubles?.includes(trouble)) troubles.splice(troubles.indexOf(trouble), 1);
}

/** An attribute that is left out, by its name; with its words where they stand on lines below it. */
export function quoteLost(name: string, value: unknown): string {
  const said = typeof value === 'string' && value.includes('\n') ? value.replace(/\s+/gu, ' ').trim() : '';
  return said ? `${name}="${said}"` : name;
}

/** Attributes that were taken out are said once a note, where the first stood, with how many followed. */
function reportRemoved(
  tree: Root,
  at: Pick<Nodes, 'position'>,
  name: string,
  attributes: readonly string[],
): void {
  const data = (tree.data ??= {}) as { removed?: RemovedAttributes };
  const found = (data.removed ??= { names: new Set(), attributes: new Set(), count: 0 });
  found.names.add(name);
  for (const attribute of attributes) found.attributes.add(attribute);
  found.count++;
  const message = problemsWords().html.removed([...found.names], [...found.attributes], found.count);
  if (found.trouble) found.trouble.message = message;
  else {
    report(tree, at, message);
    found.trouble = troublesOf(tree).at(-1);
  }
}

interface RemovedAttributes {
  names: Set<string>;
  attributes: Set<string>;
  count: number;
  trouble?: { message: string } | undefined;
}

/** Text and inline elements beside blocks stand in paragraphs; blanks between blocks are nothing. */
export function wrapLoose(children: readonly RootContent[]): RootContent[] {
  const out: RootContent[] = [];
  let loose: RootContent[] = [];
  const settle = () => {
    const isBlank = loose.every((node) => node.type === 'text' && !node.value.trim());
    if (!isBlank) {
      const start = loose[0]?.position?.start;
      const end = loose.at(-1)?.position?.end;
      const position = start && end ? { position: { start, end } } : {};
      out.push({ type: 'paragraph', children: trimEnds(loose) as PhrasingContent[], ...position });
    }
    loose = [];
  };
  for (const child of children) {
    if (isPhrasing(child)) loose.push(child);
    else {
      settle();
      out.push(child);
    }
  }
  settle();
  return out;
}

function trimEnds(nodes: RootContent[]): RootContent[] {
  const isBlank = (node: RootContent | undefined) => node?.type === 'text' && !node.value.trim();
  let from = 0;
  let to = nodes.length;
  while (isBlank(nodes[from])) from++;
  while (isBlank(nodes[to - 1])) to--;
  return nodes.slice(from, to);
}

/** Whether an element of that name stands between paragraphs, not in one. */
export function isBlockName(name: string): boolean {
  return blockNames.has(name);
}

const phrasing = new Set([
  ...['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'inlineMath', 'break', 'link', 'linkReference'],
  ...['image', 'imageReference', 'footnoteReference', 'mdxTextExpression', 'mdxJsxTextElement'],
]);

function isPhrasing(node: RootContent): boolean {
  if ((node.type as string) !== 'htmlElement') return phrasing.has(node.type);
  return !blockNames.has((node.data as { hName?: string } | undefined)?.hName ?? '');
}

/** A token's place in the note. */
function placeOf(node: Nodes, { line, column, from }: HtmlToken): Point {
  const start = node.position?.start ?? { line: 1, column: 1, offset: 0 };
  return {
    line: start.line + line - 1,
    column: line > 1 ? column : start.column + column - 1,
    offset: (start.offset ?? 0) + from,
  };
}
