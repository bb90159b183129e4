/**
 * Definitions that a tool puts at the end of every page (`auto_append` of MkDocs' snippets): addresses of links
 * (`[PEP 508]: https://…`) and abbreviations (`*[PyPI]: …`). A note gets those that it uses and does not define itself, so
 * that none is left over as text.
 */
import { cutRanges } from '../markdown/text-places.ts';
import { listCode } from './template-code.ts';

const definition = /^ {0,3}\[([^[\]\n]{1,200})\]:\s*\S.*$/u;
const abbreviation = /^\*\[([^\]\n]{1,40})\]:\s*\S.*$/u;

/** The note's body, with the shared definitions that it needs below it. */
export function addSharedDefinitions(body: string, shared: string): string {
  if (!shared) return body;
  const used = new Set(Array.from(body.matchAll(/\[([^[\]]{1,200})\]/gu), ([, label = '']) => nameOf(label)));
  const own = new Set<string>();
  for (const line of body.split('\n')) {
    const label = definition.exec(line)?.[1] ?? abbreviation.exec(line)?.[1];
    if (label !== undefined) own.add(nameOf(label));
  }
  let prose: string | undefined;
  const needed = shared.split('\n').filter((line) => {
    const label = definition.exec(line)?.[1];
    if (label !== undefined) return used.has(nameOf(label)) && !own.has(nameOf(label));
    const short = abbreviation.exec(line)?.[1];
    if (short === undefined || own.has(nameOf(short))) return false;
    prose ??= proseOf(body);
    return holdsWord(prose, short);
  });
  if (!needed.length) return body;
  const links = needed.filter((line) => definition.test(line));
  const words = needed.filter((line) => !definition.test(line));
  return `${body.trimEnd()}\n${[links, words].map((lines) => (lines.length ? `\n${lines.join('\n')}\n` : '')).join('')}`;
}

/** As CommonMark compares labels. */
function nameOf(label: string): string {
  return label.trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** What abbreviations are looked for in: no headings, code, tags or addresses. */
function proseOf(body: string): string {
  return cutRanges(body, listCode(body))
    .replace(/^ {0,3}#{1,6}\s.*$|^(?: {4}|\t).*$/gmu, '')
    .replace(/\]\([^()\n]*\)|<[^<>\n]*>|\{[^{}\n]*\}|https?:\S+/gu, ' ');
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before = '', after = ''] = [
      text.slice(0, at).slice(-2),
      text.slice(at + word.length, at + word.length + 1),
    ];
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[A-Za-z\p{N}]/u.test(after)) return true;
  }
  return false;
}
