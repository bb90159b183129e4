/**
 * `[[노트#절|글]]` and `![[그림.png|300x200]]` (Obsidian, Logseq, Quartz) become ordinary links and images whose address
 * has the scheme `wiki:`; `knowledge/resolve-link.ts` knows where it leads.
 *
 * Dendron writes the words first, and may name the vault and a range: `[[글|dendron://금고/노트#절,1:#*]]`.
 *
 * Two brackets that Markdown or prose uses otherwise stay text: `[[1]](url)`, `[[1, 2]]`, `[[^1]]`, `[[ -f x ]]`.
 */
import { decodeAddress } from '../knowledge/decode-address.ts';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Image, Link, PhrasingContent, Root, TableRow } from 'mdast';
import { markdownLineEnding } from 'micromark-util-character';
import type { Code, Construct, State } from 'micromark-util-types';
import type { Processor } from 'unified';
import { problemsWords } from '#words';
import { isBlockReference, nameWikiTarget } from '../knowledge/wiki-index.ts';
import { type Flavour, report } from './flavour.ts';
import { visit } from '../markdown/visit.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikiLink: 'wikiLink';
    wikiEmbed: 'wikiEmbed';
  }
}

const exclamation = 33;
const parenthesis = 40;
const closingParenthesis = 41;
const opening = 91;
const closing = 93;

export const wikilinks: Flavour = {
  syntax: [remarkWikilinks],
  adapt(tree, { isLogseq, isDendron }) {
    visit(tree, 'tableRow', (row) => rejoinCells(tree, row));
    visit(tree, 'image', readSize);
    if (isDendron === true) readDendronLinks(tree);
    visit(tree, 'link', (link) => {
      link.url = readPageUrl(link.url);
      if (isLogseq === true) showNamespace(link);
    });
  },
};

/** `도구/말` is a name in Logseq, and no path. */
function showNamespace({ url, children: [only, ...others] }: Link): void {
  if (!url.startsWith('wiki:') || only?.type !== 'text' || others.length) return;
  const target = decodeAddress(url.slice('wiki:'.length));
  if (target.includes('/') && only.value === nameWikiTarget(target)) only.value = target;
}

/** Reads the links of Dendron for what they mean there; a second time changes nothing. */
export function readDendronLinks(tree: Root): void {
  visit(tree, ['link', 'image'], (node) => readDendron(node as Link | Image));
}

/** What a link of Dendron means (https://wiki.dendron.so/notes/3472226a-ff3c-432d-bf5d-10926f39f6c2/). */
function readDendron(node: Link | Image): void {
  const scheme = /^dendron:\/\/[^/]+\//u;
  if (scheme.test(node.url)) node.url = wikiUrl(decodeAddress(node.url.replace(scheme, '')));
  const { dendron: isRead, written } = (node.data ?? {}) as { dendron?: true; written?: Inside };
  if (!written || isRead) return;
  const seen: object = { ...node.data, dendron: true };
  node.data = seen;
  const [whole, words] = written.alias ? [written.alias, written.target] : [written.target, ''];
  // `,1` leaves the heading out, `:#*` goes on to the next one.
  const [, target = '', end = ''] =
    /^(.*?)(?:,\d+)?(?::#([^#]*))?$/su.exec(whole.replace(scheme, '').trim()) ?? [];
  node.url = wikiUrl(target);
  if (node.type === 'link')
    return void (node.children = [{ type: 'text', value: words || nameWikiTarget(target) }]);
  node.alt = words || nameWikiTarget(target);
  const hasEnd = end !== '' && end !== '*';
  node.data = { ...node.data, wiki: target, ...(hasEnd && { isRange: true }) } as typeof node.data & object;
}

/** Whether an embed asks for several sections: one of them would be shown in the place of all. */
export function isRange(image: Image): boolean {
  return Boolean((image.data as { isRange?: boolean } | undefined)?.isRange);
}

function remarkWikilinks(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push({ text: { [opening]: construct, [exclamation]: construct } });
  (data.fromMarkdownExtensions ??= []).push(fromMarkdown);
}

const construct: Construct = {
  name: 'wikiLink',
  tokenize(effects, ok, nok) {
    let type: 'wikiLink' | 'wikiEmbed' = 'wikiLink';
    let count = 0;
    let depth = 0;
    let inside = '';

    const open: State = (code) => {
      if (code !== opening) return nok(code);
      effects.consume(code);
      return ++count === 2 ? content : open;
    };
    const content: State = (code) => {
      if (code === null || markdownLineEnding(code)) return nok(code);
      // Headings may hold brackets: `[[#배열[0]]]`; two opening ones in a row begin a link of their own.
      if (code === opening) {
        if (!inside || inside.endsWith('[')) return nok(code);
        depth++;
      } else if (code === closing) {
        if (!depth) return isTarget(inside) ? close(code) : nok(code);
        depth--;
      }
      inside += character(code);
      effects.consume(code);
      return content;
    };
    const close: State = (code) => {
      if (code !== closing) return nok(code);
      effects.consume(code);
      return --count === 0 ? end : close;
    };
    // A link with brackets in its text: `[[1]](url)`. Other parentheses are text: `[[함수]](값, 값)`.
    const end: State = (code) => {
      if (code === parenthesis && type === 'wikiLink') return effects.check(address, nok, finish)(code);
      return finish(code);
    };
    const finish: State = (code) => {
      effects.exit(type);
      return ok(code);
    };
    return (code) => {
      type = code === exclamation ? 'wikiEmbed' : 'wikiLink';
      effects.enter(type);
      if (code !== exclamation) return open(code);
      effects.consume(code);
      return open;
    };
  },
};

/** `(url)` as it follows the text of a link. */
const address: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let inside = '';
    const content: State = (code) => {
      if (code === null || markdownLineEnding(code)) return nok(code);
      if (code === closingParenthesis) return isAddress(inside) ? ok(code) : nok(code);
      inside += character(code);
      effects.consume(code);
      return content;
    };
    return (code) => {
      effects.enter('data');
      effects.consume(code);
      return content;
    };
  },
};

/** Whether what stands in parentheses is an address, and not words. */
export function isAddress(inside: string): boolean {
  return /^\s*(?:<[^<>]*>|[^\s()]*[./#:][^\s()]*)(?:\s+["'].*)?\s*$/u.test(inside);
}

/** micromark's codes below zero are tabs and the spaces that fill them. */
function character(code: Code): string {
  return code !== null && code >= 0 ? String.fromCodePoint(code) : ' ';
}

function isTarget(inside: string): boolean {
  // A space behind the brackets is a shell's, unless the link names its text.
  const isShell = /^\s/u.test(inside) && !/^\s+[^|\s$"'-][^|$"']*\|[^|]*[^|\s]$/u.test(inside);
  // Notes of days and months are called by them: `[[2026-02-23]]`.
  const isDay = /^\s*\d{4}[-.]\d{1,2}(?:[-.]\d{1,2})?\s*$/u.test(inside);
  return (isDay || /[^\s\d,.;:^-]|^\d+$/u.test(inside)) && !isShell && !inside.startsWith('^');
}

const fromMarkdown: FromMarkdown = {
  enter: {
    wikiLink(token) {
      this.enter({ type: 'link', url: '', title: null, children: [] }, token);
    },
    wikiEmbed(token) {
      this.enter({ type: 'image', url: '', title: null, alt: '' }, token);
    },
  },
  exit: {
    wikiLink(token) {
      const written = readInside(this.sliceSerialize(token).slice(2, -2));
      const { target, alias } = written;
      const link = this.stack.at(-1) as Link;
      link.data = { ...link.data, written } as typeof link.data & object;
      link.url = wikiUrl(target);
      const { start, end } = token;
      const position = { start: { ...start }, end: { ...end } };
      link.children = [{ type: 'text', value: alias || nameWikiTarget(target), position }];
      this.exit(token);
    },
    wikiEmbed(token) {
      const written = readInside(this.sliceSerialize(token).slice(3, -2));
      const { alias } = written;
      // `![[그림.png#invert]]` asks a style sheet for its looks.
      const target = written.target.replace(/(?<=\.(?:avif|bmp|gif|jpe?g|png|svg|webp))#.*$/isu, '');
      const image = this.stack.at(-1) as Image;
      image.url = wikiUrl(target);
      image.alt = alias ? `${nameWikiTarget(target)}|${alias}` : nameWikiTarget(target);
      // `![[…|300]]` is a size, `![[…|글]]` a name.
      if (alias && !/^\d+(?:x\d+)?$/u.test(alias)) image.alt = alias;
      image.data = { ...image.data, wiki: target, written } as typeof image.data & object;
      this.exit(token);
    },
  },
};

interface Inside {
  target: string;
  alias: string;
}

/** In tables the bar is escaped. */
function readInside(inside: string): Inside {
  const [target = '', ...alias] = inside.split(/\\?\|/u);
  return { target: target.trim().replace(/\\$/u, ''), alias: readAlias(alias.join('|').trim()) };
}

/** The words of a link, without marks: lists of contents repeat those of the headings. */
function readAlias(alias: string): string {
  if (!/[\\*<`=]/u.test(alias)) return alias;
  const plain = alias
    .replace(/<(font|span|b|i|u|em|strong|mark|code)(?=[\s>])[^<>]*>([^<>]*)<\/\1>/giu, '$2')
    .replace(/(\*\*|==|`)(?=\S)([^*=`]+)(?<=\S)\1/gu, '$2')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .trim();
  return plain || alias;
}

/** The address that a page's name stands for. */
export function wikiUrl(target: string): string {
  return `wiki:${encodeURIComponent(target)}`;
}

/** `[글]([[쪽]])` and `[글](((id)))` (Logseq): the address is a page's name, or a block. */
export function readPageUrl(url: string): string {
  const decoded = decodeAddress(url, decodeURI);
  if (isBlockReference(decoded)) return wikiUrl(decoded);
  const page = /^\[\[(.+)\]\]$/u.exec(decoded)?.[1];
  return page === undefined ? url : wikiUrl(page);
}

/** `![글|300](…)` and `![글|300x200](…)`: the size leaves the text. */
function readSize(image: Image): void {
  const match = /^(.*)\|\s*(\d{1,4})(?:x(\d{1,4}))?\s*$/su.exec(image.alt ?? '');
  if (!match) return;
  image.alt = match[1]?.trim() ?? '';
  const size = { width: Number(match[2]), ...(match[3] ? { height: Number(match[3]) } : {}) };
  image.data = { ...image.data, hProperties: { ...image.data?.hProperties, ...size } };
}

/** A bar in a link splits a table's cell unless it is escaped: the halves are joined again. */
function rejoinCells(tree: Root, row: TableRow): void {
  for (let index = 0; index + 1 < row.children.length; index++) {
    const cell = row.children[index];
    const next = row.children[index + 1];
    const before = cell?.children.at(-1);
    const after = next?.children[0];
    if (!cell || !next || before?.type !== 'text' || after?.type !== 'text') continue;
    const start = /\[\[([^[\]]+)$/u.exec(before.value);
    const end = /^([^[\]]*)\]\]/u.exec(after.value);
    if (!start?.[1] || !end) continue;
    const target = start[1].trim();
    before.value = before.value.slice(0, start.index);
    after.value = after.value.slice(end[0].length);
    const text = { type: 'text' as const, value: end[1]?.trim() || nameWikiTarget(target) };
    const link: Link = { type: 'link', url: wikiUrl(target), children: [text] };
    const position = before.position ?? cell.position;
    if (position) link.position = position;
    const children: PhrasingContent[] = [...cell.children, link, ...next.children];
    cell.children = children.filter((child) => child.type !== 'text' || child.value !== '');
    row.children.splice(index + 1, 1);
    report(tree, link, problemsWords().wikilinks.bar(target));
    index--;
  }
}
