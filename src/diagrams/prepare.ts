import { dropBold, protectText, restoreCharacters } from './protect-text.ts';

/**
 * A diagram's source as Mermaid can take it, with the same number of lines: links of nodes (which the site binds itself)
 * are taken out, and in the few grammars that know no Hangul every foreign word is replaced by a stand-in
 * of about the same width. `restore` puts the words back into whatever text Mermaid made of them.
 */
export function prepareSource(code: string): PreparedSource {
  const withoutLinks = stripClicks(dropAddresses(closeDirectives(code.replace(/\r\n?/g, '\n'))));
  const header = readHeader(withoutLinks);
  const protectedCode = protectText(withoutLinks, header);
  const known = asciiOnly.test(header)
    ? replaceForeignWords(protectedCode)
    : { code: protectedCode, restore: String };
  const restoreMarked = (text: string): string => restoreCharacters(known.restore(text));
  return { code: known.code, restoreMarked, restore: (text) => dropBold(restoreMarked(text)) };
}

/** The first line that says what kind of diagram this is: past front matter, directives, comments and blank lines. */
export function readHeader(code: string): string {
  const body = code
    .replace(/^\s*---[ \t]*\n[\s\S]*?\n[ \t]*---[ \t]*(?:\n|$)/, '')
    .replace(/%%\{[\s\S]*?\}%%/g, '')
    .replace(/^[^\S\n]*%%.*$/gm, '');
  return /\S.*/.exec(body)?.[0]?.trim() ?? '';
}

/** The same graph laid out top-down, or null where the source does not say that it runs sideways. */
export function turnTopDown(code: string): string | null {
  const header = readHeader(code);
  const turned = header.replace(/^((?:flowchart|graph)(?:-elk)?\s+)(?:LR|RL)\b/, '$1TB');
  const body = code.replace(header, turned).replace(/^([^\S\n]*direction\s+)(?:LR|RL)\b/gm, '$1TB');
  return body === code ? null : body;
}

/**
 * `click A "note:rag"`, `click A href "./b.md" "도움말"`, `link A "https://…"`. Group 1 is the node, group 2 where it
 * leads, group 3 its tooltip. The site binds these itself: Mermaid resolves no path and drops the tooltip.
 */
export const clickLine =
  /^[ \t]*(?:click|link)[ \t]+(\S+)[ \t]+(?:href[ \t]+)?"([^"\n]*)"(?:[ \t]+"([^"\n]*)")?.*$/gm;

/** A directive that nothing closes is a comment: Mermaid would look for its end from every sign in it. */
function closeDirectives(code: string): string {
  const end = code.lastIndexOf('}%%') + 1;
  return code.slice(0, end) + code.slice(end).replaceAll('%%{', '%% {');
}

/**
 * Takes out what would make a browser ask another site for something: pictures of nodes (`A@{ img: "https://…" }`) and
 * `url(…)` in styles. The lint says that a picture is not shown.
 */
function dropAddresses(code: string): string {
  return code
    .replace(/@\{[^{}]*\}|@\{(?:"[^"]*"|[^{}"])*\}/g, (data) =>
      // A label in quotation marks may speak of `img:` too.
      data.replace(
        /((?<=[{,\s])(["']?)img\2\s*:\s*(?:"[^"]*"|'[^']*'|[^,}\n]*)[^\S\n]*,?)|"[^"]*"/gi,
        (part, address?: string) => (address === undefined ? part : ''),
      ),
    )
    .replace(/^[^\S\n]*(?:style|classDef|linkStyle|UpdateElementStyle)\b.*[:=].*$/gim, (line) =>
      line.replace(/\b(?:url|image|image-set|src)\([^)\n]*\)?/gi, 'none'),
    );
}

function stripClicks(code: string): string {
  // Mermaid takes `%%` for a comment only when something follows it, else for a node.
  return code.replace(clickLine, '%% link');
}

/** Diagrams whose grammar takes ASCII names only. */
const asciiOnly = /^(?:sankey|wardley|eventmodeling|railroad)/i;

function replaceForeignWords(code: string): { code: string; restore: (text: string) => string } {
  const words = new Map<string, string>();
  const originals = new Map<string, string>();
  // The author's own words that look like stand-ins are not to be taken for one.
  const taken = /Q[MWOG]+Q/.test(code) ? 4 ** 6 : 0;
  const ascii = code.replace(/[^\u0000-\u007f]+/g, (word) => {
    const known = words.get(word);
    if (known) return known;
    const standIn = makeStandIn(words.size + taken, word.length);
    words.set(word, standIn);
    originals.set(standIn, word);
    return standIn;
  });
  return {
    code: ascii,
    restore: (text) => text.replace(/Q[MWOG]+Q/g, (standIn) => originals.get(standIn) ?? standIn),
  };
}

/** Wide Latin letters are about as wide as Hangul syllables. */
function makeStandIn(index: number, length: number): string {
  let digits = '';
  for (let rest = index; rest > 0; rest = Math.floor(rest / 4)) digits = ('MWOG'[rest % 4] ?? 'M') + digits;
  return `Q${digits.padStart(Math.max(1, length - 2), 'M')}Q`;
}

export interface PreparedSource {
  code: string;
  /** The author's characters again. */
  restore: (text: string) => string;
  /** The same, with the marks of bold words left in. */
  restoreMarked: (text: string) => string;
}
