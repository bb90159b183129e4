/**
 * `![[노트]]`, `![[노트#절]]`, `![[노트#^블록]]` and `![…](노트.md)`: the words of another note in this one, under the name
 * of where they come from. `![[소리.mp3]]`, video and PDF: players and links that work without a script.
 *
 * Embeds may embed; one that would embed itself, or the fifth within another, is a link. Nothing of a note that is kept
 * back is embedded, nor of an unlisted one, which has its page and nothing else. Headings of an embedded text are no
 * sections of this note: they are lines in bold.
 */
import { decodeAddress } from '../knowledge/decode-address.ts';
import { readPageName } from '../knowledge/logseq-pages.ts';
import type {
  BlockContent,
  Definition,
  Image,
  Link,
  Nodes,
  Paragraph,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { toString } from 'mdast-util-to-string';
import { notesWords, problemsWords } from '#words';
import { isBlockReference, splitWikiTarget } from '../knowledge/wiki-index.ts';
import { blockIdOf, findBlock } from './block-ids.ts';
import { type Flavour, type FlavourContext, type OpenedNote, type ReadNote, report } from './flavour.ts';
import { mayInclude } from './includes.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';
import { EXIT, SKIP, visit, visitParents } from '../markdown/visit.ts';
import { isRange } from './wikilinks.ts';

export type Media = 'audio' | 'video' | 'document';

const mediaOf: Record<string, Media> = {
  ...Object.fromEntries(
    ['mp3', 'm4a', 'wav', 'ogg', 'oga', 'opus', 'flac', '3gp'].map((name) => [name, 'audio']),
  ),
  ...Object.fromEntries(['mp4', 'webm', 'ogv', 'mov', 'mkv'].map((name) => [name, 'video'])),
  pdf: 'document',
};

/** More in one note, all levels counted, and the rest are links: ten notes that embed each other ten times are 10¹⁰. */
export const mostEmbeds = 100;
/** Embeds in embeds. */
export const deepest = 5;
/** More of a block's words is no name of a link. */
const longestName = 160;

/** Whether the text may depend on other notes: its tree must not be kept from before they changed. */
export function mayEmbed(body: string): boolean {
  return (
    mayHoldParts(body) ||
    /!\[\[|\[\[\(\(|!\[[^\]\n]{0,1000}\]\([^()\n]*\.(?:mdx?|qmd|markdown)\b/imu.test(body)
  );
}

/** Whether it may hold texts that are no notes: these are read with what already stands around them. */
export function mayHoldParts(body: string): boolean {
  return mayInclude(body) || /^import\s.*\.mdx?['"]/imu.test(body);
}

export const embeds: Flavour = {
  adapt(tree, context) {
    const places: { image: Image; ancestors: Parent[] }[] = [];
    visitParents(tree, 'image', (image, ancestors) => {
      const parent = ancestors.at(-1) as Parent;
      if (/\.base(?:%23|#|$)/iu.test(image.url)) nameView(tree, image, parent);
      else if (!toMedia(image, parent)) places.push({ image, ancestors: ancestors });
    });
    visit(tree, 'link', (link) => nameBlock(tree, link, context));
    for (const { image, ancestors } of places) if (namesNote(image)) embed(tree, image, ancestors, context);
  },
};

/** The kind of file a link embeds; undefined for an ordinary link. */
export function mediaOfLink(link: Nodes): Media | undefined {
  return (link.data as { media?: Media } | undefined)?.media;
}

/** Whether a node holds the words of another note. */
export function isEmbed(node: Nodes): boolean {
  return Boolean((node.data as { isEmbed?: boolean } | undefined)?.isEmbed);
}

/** A link to a block that has no words of its own says what the block says. */
function nameBlock(tree: Root, link: Link, context: FlavourContext): void {
  if (!link.url.startsWith('wiki:((') || !isBlockReference(toString(link))) return;
  const opened = context.open?.(link.url, context);
  if (opened?.kind === 'apart') link.children = [{ type: 'text', value: notesWords().noteApart }];
  const chain = context.chain ?? [];
  if (opened?.kind !== 'note' || opened.anchor === undefined || chain.length) return;
  const read = opened.path === context.path ? { tree } : readFor(context, opened);
  const block = read && read !== 'tooMuch' && findBlock(read.tree, opened.anchor);
  const [first = null] = block && 'children' in block ? block.children : [];
  const said = (first?.type === 'paragraph' || first?.type === 'heading' ? toString(first) : toString(block))
    // Of a block that speaks of a further one, its own words.
    .replace(/\s*-?\s*\(\([\da-f]{8}-[\da-f]{4}-[\da-f-]{22}\)\)/giu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const words = said.length > longestName ? `${said.slice(0, longestName)}…` : said;
  link.children = [{ type: 'text', value: words || nameOfNote(opened.path) }];
}

/** What is embedded is gone through by all that reads the note: counts it, and reads no more than a note may show. */
function readFor(context: FlavourContext, { room, read }: OpenedNote): ReturnType<OpenedNote['read']> {
  const embedded = (context.embedded ??= { count: 0, nodes: 0 });
  if (embedded.count >= mostEmbeds || embedded.nodes >= room) return 'tooMuch';
  embedded.count++;
  const found = read(room - embedded.nodes);
  if (found && found !== 'tooMuch' && !found.isShared) embedded.nodes += found.cost;
  return found;
}

function nameOfNote(path: string): string {
  return readPageName((path.split('/').at(-1) ?? path).replace(noteEnding, ''));
}

/** A view of Obsidian's database is no picture: its name stays. */
function nameView(tree: Root, image: Image, parent: Parent): void {
  report(tree, image, problemsWords().canvas.base);
  const value = image.alt || decodeAddress(image.url.replace(/^wiki:/u, ''));
  const name = { type: 'emphasis' as const, children: [{ type: 'text' as const, value }] };
  parent.children.splice(parent.children.indexOf(image), 1, name);
}

/** Files that are no images become links that know what they embed. */
function toMedia(image: Image, parent: Parent): boolean {
  const path = image.url.replace(/[?#].*$/su, '').replace(/%23.*$/su, '');
  const media = mediaOf[/\.(\w+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''];
  if (!media) return false;
  const name =
    image.alt ||
    (decodeAddress(path.replace(/^wiki:/u, ''))
      .split('/')
      .at(-1) ??
      '');
  const link: Link = { type: 'link', url: image.url, children: [{ type: 'text', value: name }] };
  link.data = { ...image.data, media } as Link['data'] & object;
  if (image.position) link.position = image.position;
  parent.children.splice(parent.children.indexOf(image), 1, link);
  return true;
}

function namesNote(image: Image): boolean {
  if (image.url.startsWith('wiki:')) return true;
  return (
    /^[^?#]*\.(?:mdx?|qmd|markdown|canvas)(?:#.*)?$/iu.test(image.url) &&
    !/^[a-z][a-z0-9+.-]*:/iu.test(image.url)
  );
}

function embed(tree: Root, image: Image, ancestors: Parent[], context: FlavourContext): void {
  const opened = context.open?.(image.url, context) ?? null;
  const parent = ancestors.at(-1) as Parent;
  const place = parent.children.indexOf(image);
  const words = problemsWords().embeds;
  const link: Link = { type: 'link', url: image.url, children: [{ type: 'text', value: image.alt ?? '' }] };
  if (image.position) link.position = image.position;
  const asLink = (message?: string) => {
    if (message) report(tree, image, message);
    parent.children.splice(place, 1, link);
  };
  // A picture, or a file that is not there, is for whoever draws images.
  if (!opened) return context.open && !/\.\w{1,5}$/u.test(decodeAddress(image.url)) ? asLink() : undefined;
  if (opened.kind === 'apart') {
    // The name of a note that is kept back is often its title: only words of the author's own stay.
    const [name = ''] = (image.alt ?? '').split(' › ');
    if (decodeAddress(image.url).includes(name))
      link.children = [{ type: 'text', value: notesWords().noteApart }];
    return asLink();
  }
  if (isRange(image)) return asLink(words.nothing(image.alt ?? opened.path));
  if (isBlockReference(image.alt ?? '')) link.children = [{ type: 'text', value: nameOfNote(opened.path) }];
  const chain = context.chain ?? [];
  // A note may show a section of its own again, but not all of itself.
  const isCircle = opened.path === context.path && opened.anchor === undefined;
  const count = (context.embedded ??= { count: 0, nodes: 0 });
  if (isCircle || chain.includes(opened.path)) {
    // In a longer circle it is said by the note on it that shows this link.
    link.data = { circle: opened.path } as Link['data'] & object;
    return asLink(words.circle(opened.path));
  }
  const source = chain.length >= deepest ? 'tooMuch' : readFor(context, opened);
  const nodes = source && source !== 'tooMuch' ? cut(source, opened, count) : source;
  // Where a longer circle closes, another note is read: it is said in each note that is on it.
  if (!chain.length && Array.isArray(nodes) && closes(nodes, context.path))
    report(tree, image, words.circle(context.path));
  if (nodes === 'tooMuch') return asLink(words.tooMany(opened.path));
  if (!nodes) return asLink(words.nothing(image.alt ?? opened.path));
  // Text stands in paragraphs, and so may an embed; in a table or a heading there is room for a link.
  const grand = ancestors.at(-2);
  if (parent.type !== 'paragraph' || !grand || ['tableCell', 'heading'].includes(grand.type)) return asLink();
  const position = image.position ? { position: image.position } : {};
  const made = { ...makeEmbed(link, nodes, opened), ...position } as RootContent;
  visit(made, (node) => {
    // What is wrong in an embedded text is said where it is written; a fault of place is one of this line.
    if (image.position) node.position = image.position;
  });
  const before = trimmed(parent.children.slice(0, place) as PhrasingContent[]);
  const after = trimmed(parent.children.slice(place + 1) as PhrasingContent[]);
  const index = grand.children.indexOf(parent as never);
  const first: RootContent[] = before.length ? [{ ...(parent as Paragraph), children: before }] : [];
  // Other embeds of this paragraph stand in its last part.
  parent.children = after;
  grand.children.splice(index, 1, ...([...first, made, ...(after.length ? [parent] : [])] as never[]));
}

/** Whether a link stands in embedded text where its note would have embedded itself. */
function closes(nodes: readonly RootContent[], path: string): boolean {
  let isFound = false;
  visit({ type: 'root', children: [...nodes] }, 'link', ({ data }) => {
    isFound ||= (data as { circle?: string } | undefined)?.circle === path;
  });
  return isFound;
}

/** Without spaces and line ends at its ends. */
function trimmed(children: PhrasingContent[]): PhrasingContent[] {
  const isBlank = (node: PhrasingContent | undefined) =>
    node?.type === 'break' || (node?.type === 'text' && !node.value.trim());
  const found = [...children];
  while (found.length && isBlank(found[0])) found.shift();
  while (found.length && isBlank(found.at(-1))) found.pop();
  return found;
}

function makeEmbed(source: Link, children: RootContent[], { path }: OpenedNote): object {
  const name = toString(source) || path;
  const title = {
    type: 'paragraph',
    children: [source],
    data: { hProperties: { className: ['embed-source'] } },
  };
  return {
    type: 'blockquote',
    children: [title, ...children],
    data: {
      isEmbed: true,
      hName: 'section',
      hProperties: {
        className: ['embed'],
        ariaLabel: notesWords().embedded(name),
        dataPagefindIgnore: 'all',
      },
    },
  };
}

/**
 * A copy of the part of an opened note that its anchor names, ready to stand in another note; null where it holds none,
 * `tooMuch` where it is more than the note may still show.
 */
function cut(
  { tree, isShared }: ReadNote,
  { anchor, path, room }: OpenedNote,
  embedded: NonNullable<FlavourContext['embedded']>,
): BlockContent[] | 'tooMuch' | null {
  let nodes: RootContent[] | null;
  if (anchor === undefined) nodes = dropTitle(tree.children);
  else if (anchor.startsWith('^')) nodes = wrapBlock(findBlock(tree, anchor));
  else nodes = cutSection(tree, anchor);
  if (!nodes) return null;
  const part: Root = { type: 'root', children: [...nodes] };
  // Footnotes of the whole note that the part calls come along; their names must not meet those of this note.
  const called = new Set<string>();
  const present = new Set<string>();
  visit(part, (node) => {
    if (isShared && ++embedded.nodes > room) return EXIT;
    if (node.type === 'footnoteReference') called.add(node.identifier);
    if (node.type === 'footnoteDefinition') present.add(node.identifier);
    return undefined;
  });
  if (isShared && embedded.nodes > room) return 'tooMuch';
  if (called.size)
    visit(tree, 'footnoteDefinition', (node) => {
      if (called.has(node.identifier) && !present.has(node.identifier)) part.children.push(node);
    });
  const root = isShared ? structuredClone(part) : part;
  visit(root, (node, index, parent) => {
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
      node.identifier = `${path}-${node.identifier}`;
      node.label = node.identifier;
    }
    if ((node.type === 'link' || node.type === 'image') && !isTag(node)) node.url = fromRoot(node.url, path);
    if (blockIdOf(node) !== undefined) {
      const { hProperties, ...data } = node.data as { hProperties?: { id?: string } };
      node.data = { ...data, blockId: undefined, hProperties: { ...hProperties, id: undefined } } as never;
    }
    if (isAnchor(node) && parent && index !== undefined) {
      (parent as Parent).children.splice(index, 1);
      return index;
    }
    if (node.type === 'heading' && parent && index !== undefined) {
      // The id that its author chose stays on the page of the note.
      const last = node.children.at(-1);
      if (last?.type === 'text') last.value = last.value.replace(chosenId, '');
      const strong = { type: 'strong' as const, children: node.children };
      const line = {
        type: 'paragraph',
        children: [strong],
        data: { hProperties: { className: ['embed-heading'] } },
      };
      (parent as Parent).children[index] = line as never;
      return [SKIP, index + 1];
    }
    return undefined;
  });
  return root.children as BlockContent[];
}

function isTag(node: Nodes): boolean {
  return (node.data as { tag?: string } | undefined)?.tag !== undefined;
}

function isAnchor(node: Nodes): boolean {
  const { className } = (node.data?.hProperties ?? {}) as { className?: string[] };
  return Boolean(className?.includes('anchor-alias'));
}

function dropTitle(nodes: RootContent[]): RootContent[] {
  const titles = nodes.filter((node) => node.type === 'heading' && node.depth === 1);
  // Several are chapters.
  return titles.length === 1 && titles[0] === nodes[0] ? nodes.slice(1) : nodes;
}

function wrapBlock(block: RootContent | null): RootContent[] | null {
  if (!block) return null;
  return block.type === 'listItem' ? [{ type: 'list', spread: false, children: [block] }] : [block];
}

/** What stands below the heading that the anchor names (`절#작은 절` for one inside another), up to the next of its depth. */
function cutSection(tree: Root, anchor: string): RootContent[] | null {
  let nodes: RootContent[] = tree.children;
  let names = foldedHeadings.get(tree);
  if (!names) {
    names = new Map();
    for (const node of nodes) if (node.type === 'heading') names.set(node, foldHeading(toString(node)));
    foldedHeadings.set(tree, names);
  }
  for (const wanted of anchor.split('#').map(foldHeading)) {
    const start = wanted === '' ? -1 : nodes.findIndex((node) => names.get(node) === wanted);
    const heading = nodes[start];
    if (heading?.type !== 'heading') return null;
    const end = nodes.findIndex(
      (node, index) => index > start && node.type === 'heading' && node.depth <= heading.depth,
    );
    nodes = nodes.slice(start + 1, end < 0 ? undefined : end);
  }
  return nodes;
}

/** Many sections of one note may be embedded. */
const foldedHeadings = new WeakMap<Root, Map<Nodes, string>>();

const chosenId = /(?<!\s)\s*\{#[^\s{}]+\}\s*$/u;

/** As Obsidian compares headings: without signs. */
function foldHeading(text: string): string {
  return text
    .normalize('NFC')
    .replace(chosenId, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** `[글][이름]` becomes a link of its own: where it is embedded, its definition stays behind. */
export function inlineReferences(tree: Root): void {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  if (!definitions.size) return;
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    const url = definitions.get(node.identifier)?.url;
    if (url === undefined) return;
    const { position } = node;
    const made: Link | Image =
      node.type === 'linkReference'
        ? { type: 'link', url, children: node.children }
        : { type: 'image', url, alt: node.alt ?? '' };
    (parent as Parent).children[index] = position ? { ...made, position } : made;
  });
  // In the note that puts the text in, they would take over its own labels.
  visit(tree, 'definition', (_, index, parent) => {
    if (!parent || index === undefined) return undefined;
    (parent as Parent).children.splice(index, 1);
    return index;
  });
}

/** An address as it reads from the content folder's root, so that it means the same in every note. */
export function fromRoot(url: string, path: string): string {
  const root = `/${path.split('/').map(encodeURIComponent).join('/')}`;
  if (url.startsWith('#')) return root + url;
  if (url.startsWith('wiki:')) {
    const target = decodeAddress(url.slice('wiki:'.length));
    const { name, anchor } = splitWikiTarget(target);
    return name ? url : `${root}#${encodeURIComponent(anchor ?? '')}`;
  }
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/iu.test(url)) return url;
  const parts = root.split('/').slice(0, -1);
  for (const step of url.split('/')) {
    if (step === '..' && parts.length > 1) parts.pop();
    else if (step !== '.' && step !== '..') parts.push(step);
  }
  return parts.join('/');
}
