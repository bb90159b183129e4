/**
 * Names of notes that are kept back, where an author wrote them for a tool and not for a reader: the target of `[[plan]]`
 * without words of its own, of an include, of a role, of a query. The name of such a note is as often as not its title;
 * so other words stand there, or nothing where a whole line only asks for the note. What an author typed as the words of
 * a link is theirs and stays.
 */
import { notesWords } from '#words';
import { putBefore } from '../words/particle.ts';
import { isAddress } from '../flavours/wikilinks.ts';
import { decodeAddress } from '../knowledge/decode-address.ts';
import { toNfc } from '../knowledge/text.ts';
import type { Note } from '../knowledge/note.ts';
import { findWikiFile, nameWikiTarget, splitWikiTarget, type WikiIndex } from '../knowledge/wiki-index.ts';

/** Whether a target means a note that is kept back, as it is written: a page's name, an address, or a tag that is one. */
export type IsHeld = (target: string, kind: 'name' | 'address' | 'tag') => boolean;

const inCode = /(?<!`)(`+)(?!`)(?:(?!\1)[^]){1,400}?(?<!`)\1(?!`)/gu;

/** `[[plan]]`, `![[plan#절]]`, Logseq's `#[[plan]]` and `{{embed [[plan]]}}`; not one with words. */
const wikilink =
  /(?:\{\{embed[ \t]{1,9})?[!#]?\[\[([^\][|\n]{1,300}(?:\[[^\][\n]{0,99}\])?)(?:\\?\|[ \t]{0,9})?\]\](?:[ \t]{0,9}\}\})?(\p{Script=Hangul}{0,2})/gu;
/** `[](plan.md)`, and words that only repeat the address: `[plan.md](notes/plan.md)`. */
const wordless =
  /\[([^\][\n]{0,200})\]\([ \t]{0,9}<?([^\s()<>]{1,300})>?(?:[ \t]{1,9}"[^"\n]{0,300}")?[ \t]{0,9}\)/gu;
/** Before the words of a role of Sphinx or MyST: ``{doc}`plan` ``, ``:doc:`plan` ``. */
const role =
  /(?:\{(?:[\w.+-]{1,40}:)?(?:doc|ref|any|numref|download|term)\}|:(?:[\w.+-]{1,40}:)?(?:doc|ref|any|numref|download|term):)$/u;
const longestRole = 60;
const longestRest = 302;
/** Logseq's short link to a page of one word. */
const pageTag = /(?<![^\s([{"'“‘「,·])#([\p{L}\p{N}_][\p{L}\p{M}\p{N}_/.-]{0,200})/gu;
/** Template tags that put another file here. */
const tag =
  /\{(?:\{[<%#]?|%)-?[ \t]{0,9}(?:include(?:_relative|[-_]markdown)?|import|embed|page|transclude|readfile|snippet|content-ref|insert)\b([^{}\n]{1,400})\}{1,2}/gu;
/** A note put here by its bare name. */
const bareEmbed = /(?<!\{)\{\{[ \t]{0,9}([^{}\s|:][^{}\n|:]{0,200})\}\}(?!\})/gu;
/** An address that opens Obsidian at a note. */
const appAddress = /\bobsidian:\/\/[^\s)>\]"'`]{1,600}/gu;
/** Lines that put another file here, and do nothing else. */
const including = [
  /^@(?:include|import)\b[ \t("'“]{1,9}([^\s)"'”]+)/u,
  /^!{1,3}include\b[ \t("']{1,9}([^\s)"']+)/u,
  /^\{!\s{0,9}([^!\s]+)\s{0,9}!\}/u,
  /^:\[[^\]\n]{0,200}\]\(([^)\n]{1,300})\)/u,
  /^<<<\s{1,9}(\S+)/u,
  /^\.\.\s{1,9}(?:literal|md)?include::\s{1,9}(\S+)/u,
  /^::?include\{[^}\n]{0,300}?\b(?:file|src|path)=["']?([^"'}\s]+)/u,
  /^\[!INCLUDE\s{0,9}\[[^\]\n]{0,200}\]\(([^)\n]{1,300})\)\]/iu,
  /^-+8<-+\s{1,9}["'“]([^"'”\n]{1,300})["'”]/u,
];
const fence = /^[ \t>]*(?:[-*+][ \t]+)?(`{3,}(?!.*`)|~{3,}|:{3,})[ \t]*(.*)$/u;
/** Queries of Obsidian and Logseq, which name notes for a program. */
const query = /^\{?(?:dataview(?:js)?|query|tasks|bases?)\b/iu;
const inQuery =
  /\[\[([^\][|\n]{1,300})(?:\|[^\][\n]{0,300})?\]\]|(["'])([^"'\n]{1,300})\2|(?<=\b(?:path|file):)([^\s"'()]{1,300})/gu;
/** Directives of Sphinx and MyST that put a file here, or list some. */
const directive = /^\{(include|literalinclude|toctree|tableofcontents)\}[ \t]*(\S*)/u;
/** As the text of a list of contents, or of an include that nobody here reads, is written. */
const madeEntry = /^([^\][\n]{1,300})\]\(<\1\.md>\)/u;
const unreadInclude = /\btitle="\{(?:literal)?include\} ([^"\n]{1,300})"/u;
const mayName = /obsidian:|#\p{L}|\[\[|\]\(|`|include|8<-|<<<|\{[!%]|\{\{|:\[/iu;

/**
 * A text without the names of notes that are kept back, but where they stand as words for readers. Every line keeps its
 * place.
 * @param say hears of each name that went: its line, from 0, and its column
 */
export function dropHeldNames(
  text: string,
  isHeld: IsHeld,
  say: (place: { row: number; column: number }, target: string) => void = () => undefined,
): string {
  if (!mayName.test(text)) return text;
  let open: { mark: string; kind: 'code' | 'query' | 'list' | 'gone' } | null = null;
  return text
    .split('\n')
    .map((line, row) => {
      const held: IsHeld = (target, kind) => {
        if (!isHeld(target, kind)) return false;
        say({ row, column: line.indexOf(target) + 1 || 1 }, target);
        return true;
      };
      const [, mark = '', info = ''] = fence.exec(line) ?? [];
      if (open) {
        const { kind } = open;
        if (mark.startsWith(open.mark) && !info.trim()) open = null;
        if (kind === 'gone') return '';
        if (kind === 'query') return dropInQuery(line, held);
        return kind === 'list' && lists(line, held) ? '' : line;
      }
      const [name = '', file = ''] = directive.exec(info)?.slice(1) ?? readUnread(info);
      if (mark && (name || !mark.startsWith(':'))) {
        const isGone = name.endsWith('include') && file !== '' && held(file, 'address');
        const isList = name.startsWith('t');
        open = { mark, kind: isGone ? 'gone' : isList ? 'list' : query.test(info) ? 'query' : 'code' };
        return isGone ? '' : line;
      }
      if (includes(line, held)) return '';
      return dropInLine(dropTags(line, held), held);
    })
    .join('\n');
}

/** An include whose text was not read, as the name and the file of its directive. */
function readUnread(info: string): string[] {
  const [, file] = unreadInclude.exec(info) ?? [];
  return file === undefined ? [] : ['include', file];
}

/** Whether a line only puts a file here that is kept back. */
function includes(line: string, isHeld: IsHeld): boolean {
  const written = line.replace(/^[\s>]+/u, '');
  const found = including.map((pattern) => pattern.exec(written)?.[1]).find((file) => file !== undefined);
  return found !== undefined && isHeld(found, 'address');
}

/** The tags of a page or a block of Logseq, which lead to pages: `tags:: plan, other`. */
function dropTags(line: string, isHeld: IsHeld): string {
  const [whole, lead = '', list = ''] = /^([\s>]*(?:[-*]\s+)?tags::[ \t]+)(\S.*)$/iu.exec(line) ?? [];
  if (whole === undefined) return line;
  const items = list.split(',');
  const kept = items.filter((item) => !isHeld(item.trim().replace(/^#/u, ''), 'tag'));
  if (kept.length === items.length) return line;
  return kept.length ? lead + kept.join(',').trim() : lead.replace(/tags::[ \t]+$/iu, '');
}

/** Whether a line of a list of notes names one that is kept back: `plan`, `Our plan <plan>`. */
function lists(line: string, isHeld: IsHeld): boolean {
  const written = line.trim();
  return Boolean(written) && isHeld(/<([^<>]+)>$/u.exec(written)?.[1] ?? written, 'address');
}

function dropInQuery(line: string, isHeld: IsHeld): string {
  return line.replace(inQuery, (written, linked?: string, quote?: string, quoted?: string, path?: string) =>
    isHeld((linked ?? quoted ?? path ?? '').replace(/^!?\[\[|\]\]$/gu, ''), 'name')
      ? `${quote ?? ''}${notesWords().noteApart}${quote ?? ''}`
      : written,
  );
}

/** A line of text, with code in it. */
function dropInLine(line: string, isHeld: IsHeld): string {
  let made = '';
  let at = 0;
  for (const { 0: code, index } of line.matchAll(inCode)) {
    made += dropInText(line.slice(at, index), isHeld);
    at = index + code.length;
    const words = code.replace(/^`+|`+$/gu, '');
    const [lead] = role.exec(made.slice(-longestRole)) ?? [];
    if (lead !== undefined) {
      const [, said, target = words] = /^(.*?)\s*<([^<>]+)>$/u.exec(words) ?? [];
      if (isHeld(target, 'address')) made = made.slice(0, -lead.length) + (said || notesWords().noteApart);
      else made += code;
    } else made += /^[ \t]*\$?=/u.test(words) ? dropInQuery(code, isHeld) : code;
  }
  return made + dropInText(line.slice(at), isHeld);
}

function dropInText(text: string, isHeld: IsHeld): string {
  if (!/[[{#]|obsidian:/u.test(text)) return text;
  const apart = notesWords().noteApart;
  return text
    .replace(wikilink, (written: string, target: string, after: string, at: number, whole: string) => {
      // An address (`[글]([[plan]])`), or the words of a link (`[[plan]](…)`).
      if (/\\$|\]\($/u.test(whole.slice(Math.max(0, at - 2), at))) return written;
      const rest = whole.slice(at + written.length, at + written.length + longestRest);
      const [, address] = after ? [] : (/^\(([^)]{0,300})\)/u.exec(rest) ?? []);
      if (address !== undefined && isAddress(address)) return written;
      if (!isHeld(target, 'name')) return written;
      // Of any other macro, what closes it stays.
      if (!written.startsWith('{{') && written.includes('}}')) return `${apart}}}${after}`;
      // A longer word is none of a particle.
      return /^\p{Script=Hangul}/u.test(rest) ? apart + after : putBefore(apart, after);
    })
    .replace(wordless, (written: string, words: string, address: string, at: number, whole: string) => {
      const isMade = madeEntry.test(whole.slice(at + 1, at + 700));
      if (/[\\!]/u.test(whole[at - 1] ?? '') || !(isMade || repeats(words, address))) return written;
      return isHeld(address, 'address') ? apart : written;
    })
    .replace(pageTag, (written: string, page: string) => (isHeld(page, 'tag') ? '' : written))
    .replace(tag, (written: string, inside: string) => {
      const isHeldTag = inside
        .split(/[\s"'“”()=,|]+|[>%-]$/u)
        .some((file) => file && /[^\w]|\w{2}/u.test(file) && isHeld(file, 'address'));
      return isHeldTag ? '' : written;
    })
    .replace(bareEmbed, (written: string, name: string) => (isHeld(name.trim(), 'name') ? apart : written))
    .replace(appAddress, (written: string) => {
      const [, file] = /[?&](?:file|path)=([^&#]+)/u.exec(written) ?? [];
      return file !== undefined && isHeld(decodeAddress(file), 'name') ? apart : written;
    });
}

/** Whether the words of a link say no more than its address. */
function repeats(words: string, address: string): boolean {
  const said = words.trim().replace(/^`|`$/gu, '');
  if (!said) return true;
  return /\.\w{1,8}$/u.test(said) && decodeAddress(address, decodeURI).endsWith(said);
}

/**
 * Asks the folder's index whether a target that stands in a note means one that is kept back.
 * @param settings `addresses`: where notes that are kept back would be served, without slashes around them; `from`: the path
 *   of the note that asks; `isLogseq`: a tag is a link to the page of its name
 */
export function findsHeld(
  index: WikiIndex,
  { addresses, from, isLogseq }: { addresses: ReadonlySet<string>; from: string; isLogseq: boolean },
): IsHeld {
  const isPrivate = (name: string) => findWikiFile(name, from, index)?.kind === 'private';
  return (written, kind) => {
    if (kind === 'tag') return isLogseq && isPrivate(written);
    if (kind === 'name') return isPrivate(splitWikiTarget(written).name);
    const name = toNfc(decodeAddress(written, decodeURI)).replace(/[#?].*$/u, '');
    if (!name || /^[a-z][\w+.-]+:/iu.test(name)) return false;
    const here = name.startsWith('/') ? null : findWikiFile(`./${name}`, from, index);
    if (here) return here.kind === 'private';
    if (isPrivate(name) || addresses.has(name.replace(/^\/+|\/+$/gu, ''))) return true;
    // Tools that look from above the folder of notes name that first.
    const [, below] = /^[^/.][^/]*\/(.+)$/u.exec(name) ?? [];
    return below !== undefined && findWikiFile(name, from, index) === null && isPrivate(`/${below}`);
  };
}

/** A text that is no Markdown, its links in double brackets replaced by their words. */
export function nameLinks(text: string): string {
  return text.replace(
    /!?\[\[([^\][|]+)(?:\|([^\][]*))?\]\]/gu,
    (_, target: string, label?: string) => label?.trim() || nameWikiTarget(target),
  );
}

/** A declaration or a list, each of its texts with links in double brackets read by itself; what is as before stays itself. */
export function dropInTexts<Value>(
  value: Value,
  drop: (text: string, at: readonly (string | number)[]) => string,
): Value {
  const deep = (each: unknown, at: readonly (string | number)[]): unknown => {
    if (typeof each === 'string') return each.includes('[[') ? drop(each, at) : each;
    if (Array.isArray(each)) {
      const made = each.map((item, index) => deep(item, [...at, index]));
      return made.some((item, index) => item !== each[index]) ? made : each;
    }
    if (typeof each !== 'object' || each === null || each.constructor !== Object) return each;
    const made = Object.entries(each).map(([key, item]) => [key, item, deep(item, [...at, key])] as const);
    return made.some(([, item, now]) => item !== now)
      ? Object.fromEntries(made.map(([key, , now]) => [key, now]))
      : each;
  };
  return deep(value, []) as Value;
}

/** The texts of a note's front matter, each read by itself. */
export function dropInFields(note: Note, drop: (text: string) => string): void {
  const deep = (value: unknown): unknown => {
    if (typeof value === 'string') return drop(value);
    if (Array.isArray(value)) return value.map(deep);
    const isMap = typeof value === 'object' && value !== null && value.constructor === Object;
    return isMap ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deep(each)])) : value;
  };
  note.title = drop(note.title);
  note.summary = drop(note.summary);
  note.aliases = note.aliases.map(drop);
  for (const key of ['english', 'short', 'definition'] as const) {
    const text = note[key];
    if (text !== undefined) note[key] = drop(text);
  }
  note.fields = deep(note.fields) as Note['fields'];
  note.relations = dropInTexts(note.relations, drop);
}
