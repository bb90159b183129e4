/**
 * What the divisions of Pandoc and Quarto and the directives of MyST say to a reader. Each becomes the Markdown that says the
 * same here; null for what nobody here knows.
 */
import { notesWords } from '#words';
import { findBoxKind } from './boxes.ts';

/** What stands instead of a block. */
export interface Block {
  /** The container (`:::name`) that it becomes; without, and without `open` and `lang`, only its text stays. */
  name?: string;
  title?: string;
  /** The language of the fence that it becomes. */
  lang?: string;
  /** How it begins and ends otherwise. */
  open?: string;
  end?: string;
  /** What it holds is no Markdown. */
  isCode?: boolean;
  /** Nothing of it is shown. */
  isHidden?: boolean;
  /** Its headings are the names of tabs. */
  isTabset?: boolean;
  /** Its first heading is its title. */
  takesHeading?: boolean;
  hasOptions?: boolean;
  /** Its options, where they stand in lines without a colon before them. */
  bareOptions?: RegExp;
  withOptions?: (options: Readonly<Record<string, string>>) => Block;
  /** What becomes of a line that it holds. */
  line?: (line: string) => string;
}

/** Words that open a division of Pandoc without braces, and only say where its text stands. */
const places = /^(?:columns?|incremental|nonincremental|fragment|notes|landscape)$/u;

/** `{#id .class key="value"}`, or one word; a line of colons may follow. */
export function readDivision(written: string, isPandoc = false): Block | null {
  const bare = written.replace(/:{3,}$/u, '').trim();
  if (places.test(bare)) return {};
  // One word is a class, where nobody else gives it a meaning.
  const isClass = /^(?:(?:callout|panel|column)-[\w-]+|content-(?:visible|hidden))$/u.test(bare);
  const text = isClass || (isPandoc && /^[\w-]+$/u.test(bare)) ? `{.${bare}}` : bare;
  if (!/^\{[ \t]*(?:[.#][^{}]*|[\w-]+=[^{}]*)?\}$/u.test(text)) return null;
  const classes = [...text.replace(/(["']).*?\1/gu, '').matchAll(/\.([\p{L}_][\p{L}\p{N}_-]*)/gu)].map(
    ([, name = '']) => name.toLowerCase(),
  );
  const attribute = (name: string) => new RegExp(`\\b${name}=(["'])(.*?)\\1`, 'u').exec(text)?.[2];
  const title = attribute('title');
  const said = title ? { title } : {};
  const isConditional = /\b(?:when|unless)-/u.test(text);
  if (classes.includes('hidden') || (classes.includes('content-hidden') && !isConditional))
    return { isHidden: true };
  if (classes.includes('panel-tabset')) return { name: 'tabs', isTabset: true };
  const kind = classes
    .map((name) => name.replace(/^(?:callout|alert|admonition|box|panel)-/u, ''))
    .find((name) => findBoxKind(name) !== undefined);
  if (kind !== undefined) return { name: kind, ...said, takesHeading: true };
  return {};
}

const boxAliases: Record<string, string> = {
  versionadded: 'info',
  versionchanged: 'info',
  deprecated: 'warning',
};
const titledBoxes =
  /^(?:topic|sidebar|margin|aside|epigraph|pull-quote|versionadded|versionchanged|deprecated|(?:prf:)?(?:theorem|lemma|definition|proof|corollary|example|remark|algorithm|conjecture|proposition|property|axiom|observation|criterion|assumption)|exercise|solution)(?:-start)?$/u;
const plain =
  /^(?:grid|grid-item|div|container|card-carousel|only|hlist|glossary|list-table|table|blockquote|field-list|button|compound|rst-class|exercise-end|solution-end)$/u;
const codes = /^(?:code|code-block|sourcecode|code-cell|prompt|parsed-literal|ipython|jupyter-execute)$/u;
/** It asks for what every page has. */
const contents = /^(?:tableofcontents|contents|toc)$/u;
const unread =
  /^(?:include|literalinclude|csv-table|eval-rst|bibliography|embed|raw|plot|autoclass|automodule|autofunction|index)$/u;

/** A box of Obsidian's Admonition: `ad-note` behind a fence, and lines such as `title: 제목` below it. */
function readAdmonition(written: string): Block | null {
  const [, word, said] = /^ad-([\p{L}\p{N}][\p{L}\p{N}-]*)(?:\s+(\S.*))?$/u.exec(written) ?? [];
  if (word === undefined) return null;
  const kind = findBoxKind(word);
  const name = kind ? notesWords().boxes[kind.label] : word.charAt(0).toUpperCase() + word.slice(1);
  return {
    name: kind ? word : 'note',
    title: said ?? name,
    hasOptions: true,
    bareOptions: /^(title|collapse|icon|color|metadata):(?:[ \t]+(.*))?$/u,
    withOptions: ({ title, collapse }) => ({
      ...(title && { title }),
      ...(/^closed?$/u.test(collapse ?? '') && { name: 'details' }),
    }),
  };
}

/** `{note} 제목` behind a fence. */
export function readDirective(written: string): Block | null {
  const box = readAdmonition(written);
  if (box) return box;
  const [, called, rest = ''] = /^\{([a-z][\w:-]*)\}[ \t]*(.*)$/iu.exec(written) ?? [];
  if (written === '{=html}') return { open: '', end: '' };
  if (called === undefined) return null;
  const name = called.toLowerCase();
  const title = rest.trim();
  const said = title ? { title } : {};
  const isBox = name !== 'admonition' && findBoxKind(name) !== undefined;
  if (isBox || name === 'admonition')
    return {
      name: isBox ? name : 'note',
      ...said,
      hasOptions: true,
      withOptions: (options) => {
        const kind = (options['class'] ?? '').split(/[\s,]+/u).find((word) => findBoxKind(word));
        return kind !== undefined && !isBox ? { name: kind } : {};
      },
    };
  if (titledBoxes.test(name)) {
    const word = name.replace(/^prf:|-start$/gu, '');
    const label = word.charAt(0).toUpperCase() + word.slice(1);
    const isNamed = /^(?:topic|sidebar)$/u.test(word) && title;
    return {
      name: boxAliases[word] ?? 'note',
      title: isNamed ? title : [label, title].filter(Boolean).join(' '),
      hasOptions: true,
    };
  }
  if (name === 'dropdown' || name === 'details') return { name: 'details', ...said, hasOptions: true };
  if (/^(?:tab-set|tabs|tab-set-code)$/u.test(name)) return { name: 'tabs', hasOptions: true };
  if (/^(?:tab-item|tab|card|grid-item-card)$/u.test(name))
    return title ? { name: 'tab', ...said, hasOptions: true } : { open: '', end: '', hasOptions: true };
  if (contents.test(name)) return { isHidden: true };
  if (plain.test(name)) return { open: title ? `**${title}**` : '', end: '', hasOptions: true };
  if (codes.test(name))
    return {
      lang: title.split(/\s/u)[0] ?? '',
      isCode: true,
      hasOptions: true,
      withOptions: ({ caption, filename }) =>
        caption || filename ? { title: caption ?? filename ?? '' } : {},
    };
  if (name === 'math')
    return {
      open: '$$',
      end: '$$',
      isCode: true,
      hasOptions: true,
      ...(title ? { open: `$$\n${title}` } : {}),
    };
  if (name === 'mermaid')
    return {
      lang: 'mermaid',
      isCode: true,
      hasOptions: true,
      withOptions: ({ caption }) => (caption ? { title: caption } : {}),
    };
  // Its picture and its words are Markdown.
  if (name === 'figure-md') return { open: '', end: '', hasOptions: true };
  if (name === 'figure' || name === 'image')
    return title
      ? {
          open: `![](<${title}>)`,
          end: '',
          hasOptions: true,
          withOptions: ({ alt }) => (alt ? { open: `![${alt.replace(/[[\]]/gu, '')}](<${title}>)` } : {}),
        }
      : name === 'figure'
        ? { open: '', end: '', hasOptions: true }
        : null;
  if (name === 'iframe' || name === 'video' || name === 'youtube')
    return /^https?:/u.test(title) ? { open: `<${title}>`, end: '', hasOptions: true } : null;
  if (name === 'toctree')
    return {
      open: '',
      end: '',
      isCode: true,
      hasOptions: true,
      line: writeEntry,
      withOptions: ({ caption }) => (caption ? { open: `**${caption}**` } : {}),
    };
  return unread.test(name) && title ? { lang: 'text', title: `{${name}} ${title}`, isCode: true } : null;
}

/** A line of a table of contents: `경로`, or `제목 <경로>`. */
function writeEntry(line: string): string {
  const text = line.trim();
  if (!text || /[*[\]]/u.test(text)) return line;
  const [, title, target] = /^([^<]*)<([^<>]+)>$/u.exec(text) ?? [];
  const path = target ?? text;
  const url = /^[a-z]+:/iu.test(path) || /\.\w{1,5}$/u.test(path) ? path : `${path}.md`;
  return `- [${title?.trim() || path}](<${url}>)`;
}
