/**
 * What the tags of template engines mean, as far as they say something to a reader: the shortcodes of Hugo and its themes,
 * the Liquid tags of Jekyll, Hexo and GitBook. Each becomes the Markdown that says the same here; a tag that is not listed
 * stays as it is written.
 */
import { fileKind } from '../knowledge/published-files.ts';
import { findBoxKind } from './boxes.ts';

/** A tag as its author wrote it. */
export interface Tag {
  engine: 'hugo' | 'liquid';
  /** In lower case; without the sign or the word that makes it a closing one. */
  name: string;
  /** What stands behind the name, without `key=value`. */
  words: readonly string[];
  named: Readonly<Record<string, string>>;
}

/** What stands instead of a tag. */
export type Meaning =
  /** Lines of their own around what the tag holds. */
  | { kind: 'block'; open: string; close: string; isCode?: boolean; inline?: string }
  /** Text in the line. */
  | { kind: 'text'; open: string; close?: string }
  /** The fence that follows has a title. */
  | { kind: 'fence-title'; title: string }
  /** What it holds is written as it is. */
  | { kind: 'raw' };

type BlockMeaning = Extract<Meaning, { kind: 'block' }>;
type TextMeaning = Extract<Meaning, { kind: 'text' }>;

const boxNames =
  /^(?:admonition|alert|attention|box|callout|hint|message|notice|pageinfo|panel|prompt|caution|danger|error|important|info|note|success|tip|warning|question|example)$/u;
const detailsNames =
  /^(?:accordion-item|collapse|collapsible|details|expand|expandable|fold|spoiler|toggle)$/u;
const tabsNames = /^(?:tabs|tabpane|tabbed|tabgroup|tab-group|codetabs|code-tabs)$/u;
const tabNames = /^(?:tab|tab-item|tabitem|tab-content|codetab|code-tab|code-tabs-item)$/u;
const codeNames = /^(?:highlight|codeblock|code-block)$/u;
const figureNames = /^(?:figure|fig|image|img|picture)$/u;
/** They say where things stand, or how they look. */
const plainNames =
  /^(?:accordion|block|blocktext|cardpane|cards|center|cols?|column|columns|content-ref|div|endtoc|grid|html|lead|markdown|rawhtml|rows?|section|step|stepper|steps|toc|unsafe|updates|wrapper|blocks\/[\w-]+)$/u;
const drawingNames = /^(?:mermaid|plantuml|goat)$/u;
const formulaNames = /^(?:katex|latex|math|mathjax)$/u;

/** Where the media of a site stand that a tag names by its own id. */
const players: Record<string, (id: string, other: string) => string> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  'youtube-lite': (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  gist: (owner, id) => `https://gist.github.com/${[owner, id].filter(Boolean).join('/')}`,
  tweet: (user, id) => (id ? `https://x.com/${user}/status/${id}` : `https://x.com/i/status/${user}`),
  x: (user, id) => `https://x.com/${user}/status/${id}`,
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
  bilibili: (id) => `https://www.bilibili.com/video/${id}`,
};

/** What a tag means; null for one that nobody here knows. */
export function readMeaning(tag: Tag): Meaning | null {
  const { name, words, named, engine } = tag;
  const of = (...keys: string[]) => keys.map((key) => named[key]?.trim() ?? '').find(Boolean) ?? '';
  const [first = '', second = ''] = words;
  if (boxNames.test(name)) return readBox(tag);
  if (detailsNames.test(name))
    return container('details', of('title', 'summary', 'label', 'header', 'name') || first);
  if (tabsNames.test(name)) return container('tabs', '');
  if (tabNames.test(name)) {
    const title = of('title', 'name', 'label', 'header', 'tabname') || first;
    const lang = engine === 'hugo' ? of('lang', 'codelang') : '';
    return lang ? fence(lang, title) : container('tab', title);
  }
  if (codeNames.test(name)) return readCode(tag);
  if (drawingNames.test(name)) return fence(name, of('title', 'caption'));
  if (formulaNames.test(name)) return { kind: 'block', open: '$$', close: '$$', isCode: true, inline: '$' };
  if (figureNames.test(name)) return readFigure(of('src', 'link', 'image_path') || first, of, words);
  const player = players[name];
  if (player) {
    const url = player(of('user') || of('id') || first, of('user') ? of('id') : second);
    return first || of('id', 'user') ? link(of('title') || url, url) : null;
  }
  if (name === 'raw' || name === 'verbatim') return { kind: 'raw' };
  if (plainNames.test(name)) return { kind: 'block', open: '', close: '', inline: '' };
  switch (name) {
    case 'ref':
    case 'relref':
      return of('path') || first ? text(of('path') || first) : null;
    case 'post_url':
      return first ? text(`${first.replace(/^\//u, '')}.md`) : null;
    case 'link':
      if (engine === 'liquid') return text(`/${first}`);
      return { kind: 'text', open: '[', close: `](${of('href', 'url', 'link', 'relref') || first})` };
    case 'button':
    case 'btn':
      return { kind: 'text', open: '[', close: `](${of('href', 'url', 'link', 'relref') || first})` };
    case 'card':
    case 'link-card': {
      const title = of('title', 'header');
      const url = of('link', 'href', 'url');
      const more = of('subtitle', 'description');
      if (!url) {
        const said = [...new Set([title, of('header').replace(/\*\*/gu, ''), more, of('footer')])].filter(
          Boolean,
        );
        return said.length
          ? container('tab', said.join(' — '))
          : { kind: 'block', open: '', close: '', inline: '' };
      }
      return text(`- [${title || url}](${address(url)})${more ? ` — ${more}` : ''}`);
    }
    case 'update':
      return container('tab', of('date', 'label'));
    case 'icon':
    case 'fa':
      return text('');
    case 'badge':
      return text(of('content', 'text') || first);
    case 'kbd':
      return text(`<kbd>${of('text') || words.join(' ')}</kbd>`);
    case 'glossary_tooltip':
      return of('text') ? text(of('text')) : null;
    case 'embed':
      return of('url') ? { kind: 'text', open: `<${of('url')}>`, close: '' } : null;
    case 'page-ref':
      return of('page') ? link(of('page'), of('page')) : null;
    case 'file':
      return of('src') ? { ...link(of('src').split('/').at(-1) ?? '', of('src')), close: '' } : null;
    case 'code':
      return engine === 'liquid' ? { kind: 'fence-title', title: of('title') } : readCode(tag);
    case 'asset_img':
      return readFigure(first, () => words.slice(1).join(' '), words);
    case 'include':
      return readInclude(tag, of);
    default:
      return null;
  }
}

/** A title on the line that opens a container. */
function container(name: string, title: string): BlockMeaning {
  const said = title
    .replace(/\s+/gu, ' ')
    .replace(/\{[^{}]*\}\s*$/u, '')
    .trim();
  return {
    ...{ kind: 'block', open: `:::${name}${said ? ` ${said}` : ''}`, close: ':::' },
    // In a line of text there is room for its words only.
    ...(said ? { inline: `**${said}** ` } : {}),
  };
}

/** Code of a language, written as it is. */
export function fence(lang: string, title: string): Meaning {
  const meta = title.replace(/["\n]/gu, "'");
  return {
    kind: 'block',
    open: `\`\`\`\`${lang.replace(/[^\w+#.-]/gu, '')}${meta ? ` title="${meta}"` : ''}`,
    close: '````',
    isCode: true,
  };
}

function readBox({ name, words, named }: Tag): Meaning {
  const said = [named['type'], named['style'], named['color'], named['kind'], named['level'], named['class']];
  const [first = '', ...others] = words;
  const isKind = findBoxKind(first) !== undefined;
  const word = [...said, ...(isKind ? [first] : []), name].find(
    (each) => each !== undefined && findBoxKind(each) !== undefined,
  );
  const title =
    named['title'] ?? named['heading'] ?? named['header'] ?? (isKind ? others : words).join(' ').trim();
  // A sign before the text has no words; nor has a name of one.
  const isSaying =
    /\s|[^\0-\x7f]|^\p{Lu}/u.test(title) || named['title'] !== undefined || (isKind && title !== '');
  const opened = container(word ?? 'note', isSaying ? title : '');
  return { ...opened, inline: isSaying && title ? `**${title}** ` : '' };
}

function readCode({ name, words, named }: Tag): Meaning {
  const inWords = words.find((word) => word.startsWith('lang:'))?.slice(5);
  const isHexo = name === 'codeblock';
  const lang = named['lang'] ?? named['language'] ?? inWords ?? (isHexo ? '' : (words[0] ?? ''));
  const title = isHexo
    ? words.filter((word) => !/^(?:\w+:|https?:)/u.test(word)).join(' ')
    : (named['title'] ?? '');
  return fence(lang, title);
}

function readFigure(
  src: string,
  of: (...keys: string[]) => string,
  words: readonly string[],
): Meaning | null {
  if (!src || (!isImage(src) && !/^(?:https?:)?\//u.test(src))) return null;
  const caption = [of('title'), of('caption')].filter(
    (each, index, all) => each && all.indexOf(each) === index,
  );
  const alt = of('alt') || (words[0] === src ? (words[1] ?? '') : '') || caption.join(' ');
  const source = caption.includes(of('attr')) ? '' : of('attr');
  const shown = [...caption.filter((each) => each !== alt || of('caption') !== ''), source]
    .filter(Boolean)
    .join(' — ');
  const image = `![${alt.replace(/[[\]\n]/gu, ' ')}](${address(src)})`;
  return { kind: 'text', open: shown ? `${image}<br>${shown}` : image, close: '' };
}

/** Jekyll's parts of pages are its author's own; those that show a picture or play a film are named alike everywhere. */
function readInclude({ words }: Tag, of: (...keys: string[]) => string): Meaning | null {
  const [file = ''] = words;
  const src = of('image_path', 'src', 'url', 'file', 'path', 'img', 'image');
  if (isImage(src)) return readFigure(src, of, []);
  // Boxes of the documentation theme: `{% include note.html content="…" %}`.
  const said = of('content');
  if (said && boxNames.test(file.replace(/^.*\/|\.html?$/gu, ''))) return text(said);
  const provider = /youtube|vimeo/iu.exec(of('provider') || file)?.[0].toLowerCase();
  const player = provider === undefined ? undefined : players[provider];
  const id = of('id', 'video_id', 'videoid');
  return player && id ? link(of('title') || player(id, ''), player(id, '')) : null;
}

function isImage(src: string): boolean {
  return fileKind(src.replace(/[?#].*$/u, '')) === 'image';
}

function address(url: string): string {
  return /[\s()<>]/u.test(url) ? `<${url.replace(/[<>\n]/gu, '')}>` : url;
}

function link(label: string, url: string): TextMeaning {
  return text(
    label === url && /^https?:/iu.test(url)
      ? `<${url}>`
      : `[${label.replace(/[[\]\n]/gu, ' ')}](${address(url)})`,
  );
}

function text(open: string): TextMeaning {
  return { kind: 'text', open };
}
