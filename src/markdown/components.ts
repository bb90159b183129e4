/**
 * The words that authors may use in MDX, without importing anything. A component is data: it says what its name,
 * attributes and content become, and nothing of a note is run for it. Another tool's words are added here.
 */
import type { PhrasingContent, RootContent } from 'mdast';
import { findBoxKind, makeBox, makeCodeGroup, makeDetails } from '../flavours/boxes.ts';
import { fileKind } from '../knowledge/published-files.ts';
import { nobodyNames } from '../flavours/nobody-names.ts';
import { isTab, makeTab, makeTabs } from '../flavours/tabs.ts';
import { toString } from 'mdast-util-to-string';
import { notesWords } from '#words';

/** A component as its author wrote it. */
export interface ComponentUse {
  /** Attributes with literal values; one without a value is `true`. */
  attributes: Readonly<Record<string, string | number | boolean>>;
  children: RootContent[];
}

export const components: Readonly<Record<string, (use: ComponentUse) => RootContent[]>> = {
  /** `<Callout kind="warning" title="…">`: a box for something that must not be missed. */
  Callout: (use) => box(use),
  /** `<Details summary="…">`: text that opens on demand. */
  Details: ({ attributes, children }) => [
    makeDetails(textNodes(textOf(attributes['summary'])), children, attributes['open'] === true),
  ],
  /** `<Steps>` around an ordered list: a procedure; a line runs along its numbers. */
  Steps: ({ children }) => [
    {
      type: 'htmlElement',
      children,
      data: { hName: 'div', hProperties: { className: ['steps'] } },
    } as unknown as RootContent,
  ],
  /** `<Tabs>` with `<TabItem label="…">` (Docusaurus, Starlight): alternatives, one below the other. */
  Tabs: ({ attributes, children }) => [makeTabs(children, readTabNames(textOf(attributes['values'])))],
  TabItem: ({ attributes, children }) => [
    makeTab(textOf(attributes['label']) || textOf(attributes['value']), children),
  ],
  Tab: ({ attributes, children }) => [
    makeTab(textOf(attributes['title']) || textOf(attributes['label']), children),
  ],
  CodeGroup: ({ children }) => [makeCodeGroup(children)],
  /** `<Aside type="tip" title="…">` (Starlight), `<Admonition>` (Docusaurus): boxes. */
  Aside: (use) => box(use),
  Admonition: (use) => box(use),
  /** `<Card title="…">` in a `<CardGrid>` (Starlight): its title and its words. */
  CardGrid: ({ children }) => children,
  CardGroup: ({ children }) => children,
  Cards: ({ children }) => children,
  Card: ({ attributes, children }) => [makeCard(attributes, children)],
  /** Boxes that are called by their kind (Mintlify, Fumadocs). */
  ...Object.fromEntries(
    ['Note', 'Info', 'Tip', 'Warning', 'Caution', 'Danger', 'Check', 'Important'].map((name) => [
      name,
      ({ attributes, children }: ComponentUse) =>
        box({ attributes: { kind: name, title: attributes['title'] ?? '' }, children }),
    ]),
  ),
  /** `<Accordion title="…">`: text that opens on demand. */
  Accordion: ({ attributes, children }) => [
    makeDetails(textNodes(textOf(attributes['title'])), [
      ...sayParagraph(attributes['description']),
      ...children,
    ]),
  ],
  AccordionGroup: ({ children }) => children,
  /** `<Step title="…">` in `<Steps>` (Mintlify). */
  Step: ({ attributes, children }) => [makeTab(textOf(attributes['title']), children)],
  Frame: ({ attributes, children }) => [...children, ...sayParagraph(attributes['caption'])],
  /** `<ParamField path="id" type="string" required>` (Mintlify): what an interface takes or gives, by its name. */
  ParamField: field,
  ResponseField: field,
  Property: field,
  /** `<Folder name="app">` with `<File name="a.ts" />` (Fumadocs, Nextra, Mintlify): a tree of names. */
  ...Object.fromEntries(
    ['Folder', 'File', 'FileTree.Folder', 'FileTree.File', 'Tree.Folder', 'Tree.File'].map((name) => [
      name,
      entry,
    ]),
  ),
  Files: ({ children }) => children,
  Tree: ({ children }) => children,
  /** `<ThemedImage sources={{ light: … }}>` (Docusaurus): the picture on a light ground. */
  ThemedImage: ({ attributes }) => {
    const url = textOf(attributes['sources']);
    const image: PhrasingContent = { type: 'image', url, alt: textOf(attributes['alt']) };
    return url ? [{ type: 'paragraph', children: [image] }] : [];
  },
  /** `<LinkCard title="…" href="…" description="…">` (Starlight); `link` or `to` elsewhere. */
  LinkCard: ({ attributes, children }) => {
    const url = addressOf(attributes);
    const title = textNodes(textOf(attributes['title']) || url);
    const words = textNodes(attributes['description'] ? ` — ${textOf(attributes['description'])}` : '');
    const card: PhrasingContent[] = [
      ...(url ? [{ type: 'link', url, children: title } as const] : title),
      ...words,
    ];
    return [...(card.length ? [{ type: 'paragraph', children: card } as const] : []), ...children];
  },
  /** `<YouTube id="…">`, `<LiteYouTubeEmbed id="…" title="…">`: a film that stands elsewhere is a link. */
  ...Object.fromEntries(
    ['YouTube', 'Youtube', 'LiteYouTubeEmbed', 'YouTubeEmbed', 'YoutubeEmbed'].map((name) => [name, film]),
  ),
  FileTree: ({ attributes, children }) =>
    attributes['title'] ? [makeCard({ title: attributes['title'] }, children)] : children,
  /** `<Fragment slot="npm">` (Astro): the name of its place is what tells it from those beside it. */
  Fragment: ({ attributes, children }) => {
    const slot = textOf(attributes['slot']);
    return slot && !placesOfParts.test(slot) ? [makeTab(slot, children)] : children;
  },
  /** VitePress. */
  ClientOnly: ({ children }) => children,
  /** `<TOCInline toc={toc} />` (Docusaurus): every page has its own. */
  TOCInline: () => [],
  /** `<Badge text="…">`, `<Icon label="…">` (Starlight): their words. */
  Badge: ({ attributes, children }) =>
    attributes['text'] === undefined
      ? children.flatMap((child) => (child.type === 'paragraph' ? child.children : [child]))
      : textNodes(textOf(attributes['text'])),
  Icon: ({ attributes }) => textNodes(textOf(attributes['label'])),
  /** `<LinkButton href="…">` (Starlight): a link. */
  LinkButton: ({ attributes, children }) => [
    {
      type: 'paragraph',
      children: [
        {
          type: 'link',
          url: textOf(attributes['href']),
          children: [{ type: 'text', value: toString({ type: 'root', children }).trim() }],
        },
      ],
    },
  ],
  /** `<Code code="…" lang="js" title="…">` (Starlight), `<CodeBlock language="js">` (Docusaurus) around the code. */
  Code: code,
  CodeBlock: code,
};

/** Code that stands in an attribute, between the tags or in a file. */
function code({ attributes, children }: ComponentUse): RootContent[] {
  const said = textOf(attributes['lang'] ?? attributes['language']);
  const lang = said || (/\blanguage-(\S+)/u.exec(textOf(attributes['className']))?.[1] ?? null);
  const title = textOf(attributes['title']);
  const meta = title ? `title="${title}"` : null;
  const own = children.find(({ type }) => type === 'code' || (type as string) === 'codeUse');
  const value = textOf(attributes['code']) || toString({ type: 'root', children });
  // What was said of the code goes with it, wherever it comes from.
  const made = own
    ? { ...own, ...(lang && { lang }), ...(meta && { meta }) }
    : { type: 'code', lang, meta, value };
  return [made as RootContent];
}

function sayParagraph(value: string | number | boolean | undefined): RootContent[] {
  const words = textOf(value).trim();
  return words ? [{ type: 'paragraph', children: textNodes(words) }] : [];
}

/** The name of a field first, then what is said of it. */
function field({ attributes, children }: ComponentUse): RootContent[] {
  const name = ['name', 'path', 'query', 'body', 'header']
    .map((key) => textOf(attributes[key]))
    .find(Boolean);
  const kinds = [
    textOf(attributes['type']),
    ...['required', 'deprecated'].filter((key) => attributes[key] === true),
    textOf(attributes['default']) && `default: ${textOf(attributes['default'])}`,
  ].filter(Boolean);
  const head: PhrasingContent[] = [
    ...(name ? [strong(name)] : []),
    ...textNodes(kinds.length ? `${name ? ' ' : ''}${kinds.join(' · ')}` : ''),
  ];
  return [...(head.length ? [{ type: 'paragraph', children: head } as const] : []), ...children];
}

function strong(code: string): PhrasingContent {
  return { type: 'strong', children: [{ type: 'inlineCode', value: code }] };
}

/** A file, or a folder with what is in it. */
function entry({ attributes, children }: ComponentUse): RootContent[] {
  const name = textOf(attributes['name']);
  const words: RootContent[] = name ? [{ type: 'paragraph', children: textNodes(name) }] : [];
  const item = { type: 'listItem', spread: false, children: [...words, ...children] };
  return [{ type: 'list', ordered: false, spread: false, children: [item] } as RootContent];
}

/** Places in a component that say which part of it something is, and not which of several alternatives. */
const placesOfParts =
  /^(?:default|head(?:er|ing)?|title|body|content|message|description|actions?|foot(?:er)?|icon|fallback|(?:before|after)\b.*)$/u;

/** A card's title, which leads where the card does, and its words. */
function makeCard(attributes: ComponentUse['attributes'], children: RootContent[]): RootContent {
  const title = textOf(attributes['title']);
  const url = addressOf(attributes);
  if (!url || !title) return makeTab(title, children);
  const link: RootContent = { type: 'link', url, children: textNodes(title) };
  return makeTab('', [{ type: 'paragraph', children: [link] }, ...children]);
}

export const titleNames: readonly string[] = ['title', 'heading', 'label', 'summary', 'header'];
export const wordNames: readonly string[] = ['description', 'subtitle', 'caption', 'text'];

/** What a component that nobody here knows says in its attributes, above what it holds. */
export function showUnknown({ attributes, children }: ComponentUse): RootContent[] {
  const media = mediaOf(attributes);
  if (media) {
    const others = showUnknown({ attributes: { ...attributes, src: '', alt: '' }, children });
    return [{ type: 'paragraph', children: [media] }, ...others];
  }
  const said = (names: readonly string[]) => names.find((name) => textOf(attributes[name]).trim());
  const [titled, worded] = [said(titleNames), said(wordNames)];
  const title = titled && textOf(attributes[titled]).trim();
  const more = worded && textOf(attributes[worded]).trim();
  const url = addressOf(attributes);
  const isLink = Boolean(url) && !children.length;
  // What leads somewhere may be called by its name (`<Author name="…" href="…" />`).
  const named =
    isLink && saysWords('name', attributes['name'] ?? '') ? textOf(attributes['name']) : undefined;
  const paragraph = (words: PhrasingContent[]): RootContent => ({ type: 'paragraph', children: words });
  const words = [
    ...(more && (title || !isLink) ? [paragraph(textNodes(more))] : []),
    ...sayOthers(attributes, [titled, worded, title || more || !named ? undefined : 'name']).map((text) =>
      paragraph(textNodes(text)),
    ),
  ];
  if (isLink)
    return [paragraph([{ type: 'link', url, children: textNodes(title ?? more ?? named ?? url) }]), ...words];
  const held = children.length > 1 && children.every(isTab) ? [makeTabs(children)] : children;
  return title ? [makeCard({ title, href: url }, [...words, ...held])] : [...words, ...held];
}

/** A picture, a film or a sound that a component of the author's own shows (`<DocsImage src="/a.png" alt="…" />`). */
function mediaOf(attributes: ComponentUse['attributes']): PhrasingContent | null {
  const url = textOf(attributes['src']).trim();
  const kind = fileKind(url.replace(/[?#].*$/u, ''));
  if (kind !== 'image' && kind !== 'video' && kind !== 'audio') return null;
  return { type: 'image', url, alt: textOf(attributes['alt']) };
}

/** The attributes that hold words for a reader, with their names, but those that are shown already. */
function sayOthers(attributes: ComponentUse['attributes'], shown: readonly (string | undefined)[]): string[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    !shown.includes(name) && saysWords(name, value) ? `${name}: ${textOf(value).trim()}` : [],
  );
}

/** Whether an attribute holds words for a reader: several, or some that are no names of a program. */
export function saysWords(name: string, value: string | number | boolean): boolean {
  if (forNobody.test(name)) return false;
  // No name of a program, and no address, has a line in it that is blank.
  if (typeof value === 'string' && /\n[^\S\n]*\n/u.test(value)) return value.trim() !== '';
  if (wordless.test(name) || addressNames.includes(name)) return false;
  if (sinceWhen.test(name) && /\d/u.test(String(value))) return true;
  return /[^\0-\x7f]/u.test(name) || (typeof value === 'string' && /\S\s+\S|[^\0-\x7f]/u.test(value));
}

/** Attributes that say of which version something is. */
const sinceWhen = /^(?:v|version|since|until|added|deprecated|removed)$/iu;

/** Attributes whose name says that what they hold is for no reader. */
const forNobody = new RegExp(`^(?:${nobodyNames})$`, 'iu');

/** Attributes that say how a component works or looks, and nothing to a reader. */
export const wordless =
  /^(?:class|className|style|key|ref|id|src|srcset|sizes|default|defaultValue|groupId|queryString|lazy|toc|syncKey|allow|d|viewBox|transform|on[A-Z]\w*|(?:v-|[:@]).*|data-.*)$/u;

/**
 * The same in a line: a link where it has an address, around its own words where it has some. What has neither those nor a
 * title is called by its name, as `<Experimental />` is meant.
 */
export function showUnknownInLine({ attributes, children }: ComponentUse, name = ''): PhrasingContent[] {
  const own = children as PhrasingContent[];
  const media = mediaOf(attributes);
  if (media && !own.length) return [media];
  const url = addressOf(attributes);
  const titled = own.length ? undefined : ['title', 'label', 'text'].find((key) => textOf(attributes[key]));
  const words = own.length ? own : textNodes(titled ? textOf(attributes[titled]) : '');
  const called = name
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/(?<=\S) (?:Icon|Badge|Label|Tag)$/u, '')
    .replaceAll('.', ' ');
  const shown: PhrasingContent[] =
    url && !own.some(({ type }) => type === 'link')
      ? [{ type: 'link', url, children: words.length ? words : textNodes(url) }]
      : words.length || !called
        ? words
        : [{ type: 'emphasis', children: textNodes(called) }];
  const others = sayOthers(attributes, [titled]).join(', ');
  return [...shown, ...textNodes(others && (shown.length ? ` (${others})` : others))];
}

function film({ attributes, children }: ComponentUse): RootContent[] {
  const id = ['id', 'videoId', 'youTubeId', 'embedId'].map((name) => textOf(attributes[name])).find(Boolean);
  const url =
    id && /^[\w-]+$/u.test(id) ? `https://www.youtube.com/watch?v=${id}` : id || addressOf(attributes);
  if (!url) return children;
  const words = textNodes(textOf(attributes['title']) || url);
  return [{ type: 'paragraph', children: [{ type: 'link', url, children: words }] }, ...children];
}

/** Where a component leads. */
function addressOf(attributes: ComponentUse['attributes']): string {
  const name = addressNames.find((key) => textOf(attributes[key]).trim());
  return name === undefined ? '' : textOf(attributes[name]).trim();
}

/** Attributes that hold the address of what a component leads to. */
export const addressNames: readonly string[] = ['href', 'link', 'to', 'url'];

/** Gives a place to what a component has become, and to all that was made with it. */
export function placeMade<Made extends RootContent>(node: Made, at: Pick<Made, 'position'>): Made {
  if (node.position) return node;
  if (!('children' in node)) return { ...node, ...at };
  return { ...node, ...at, children: node.children.map((child) => placeMade(child as RootContent, at)) };
}

function box({ attributes, children }: ComponentUse): RootContent[] {
  const word = textOf(attributes['kind'] ?? attributes['type']) || 'note';
  const { look, label } = findBoxKind(word) ?? { look: 'note' as const, label: 'note' as const };
  return [
    makeBox({ look, label: notesWords().boxes[label] }, textNodes(textOf(attributes['title'])), children),
  ];
}

/** `values={[{ value: 'a', label: '가' }]}` of older notes: the name of each tab by its value. */
function readTabNames(json: string): Map<string, string> {
  let values: unknown;
  try {
    values = JSON.parse(json || '[]');
  } catch {
    // Text in quotes, which names no tab.
  }
  if (!Array.isArray(values)) return new Map();
  return new Map(
    values.flatMap((item: unknown) => {
      const { value, label } = (typeof item === 'object' ? (item ?? {}) : {}) as Record<string, unknown>;
      return typeof value === 'string' && typeof label === 'string' ? [[value, label] as const] : [];
    }),
  );
}

function textOf(value: string | number | boolean | undefined): string {
  return value === undefined || typeof value === 'boolean' ? '' : String(value);
}

function textNodes(value: string): PhrasingContent[] {
  return value ? [{ type: 'text', value }] : [];
}
