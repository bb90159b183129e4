import { writeZenuml } from './read-zenuml.ts';
import { dropBold, protectText, restoreCharacters } from './protect-text.ts';

/**
 * A diagram's source as Mermaid can take it, with the same number of lines: links of nodes (which the site binds itself)
 * are taken out, and in the few grammars that know no Hangul every foreign word is replaced by a stand-in
 * of about the same width. `restore` puts the words back into whatever text Mermaid made of them.
 */
export function prepareSource(code: string): PreparedSource {
  const written = closeDirectives(code.replace(/\r\n?/g, '\n'));
  const plain = writeZenuml(written, readHeader(written)) ?? written;
  const header = readHeader(plain);
  const withoutLinks = stripClicks(keepLabels(dropAddresses(dropUnshown(plain, header))));
  const protectedCode = protectText(withoutLinks, header);
  const known = asciiOnly.test(header)
    ? replaceForeignWords(protectedCode)
    : asciiNames.test(header)
      ? replaceForeignWords(protectedCode, /"[^"\n]*"|\[[^\]\n]*\]|^[^\S\n]*(?:title|acc\w+)\b.*$/gim)
      : letteredNames.test(header)
        ? replaceForeignWords(protectedCode, labels, symbols)
        : { code: /^xychart/i.test(header) ? quoteWords(protectedCode) : protectedCode, restore: String };
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

/** The same graph laid out from left to right, or null where the source is no graph that runs down. */
export function turnSideways(code: string): string | null {
  const header = readHeader(code);
  if (/^(?:classDiagram|erDiagram)\b/.test(header))
    return /^[^\S\n]*direction\s/m.test(code) ? null : code.replace(header, `${header}\n direction LR`);
  const turned = header.replace(/^((?:flowchart|graph)(?:-elk)?)(?:\s+(?:TB|TD|BT))?\s*(?=;|$)/, '$1 LR');
  return turned === header ? null : code.replace(header, turned);
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
 * Takes out what a kind has that no still drawing shows: menus of those who take part in a sequence, and icons of packs
 * that the reader's page would have to fetch. A class may be marked before it is named.
 */
function dropUnshown(code: string, header: string): string {
  if (/^sequenceDiagram\b/.test(header))
    return code.replace(/^[ \t]*(?:links?|properties|details)[ \t]+[^:\n]+:.*$/gm, '%% link');
  if (/^architecture\b/.test(header))
    return code.replace(
      /^([ \t]*(?:group|service)[ \t]+[\w-]+)\((?!(?:blank|cloud|database|disk|internet|server|unknown)\))[\w:-]+\)/gm,
      '$1',
    );
  return /^classDiagram\b/.test(header) ? nameMarked(code) : code;
}

/** `<<abstract>> Base`, which Mermaid takes behind the first line that names the class only, goes to the end. */
function nameMarked(code: string): string {
  const marks: string[] = [];
  const rest = code.replace(/^[ \t]*<<[^<>\n]+>>[ \t]+(\S+)[ \t]*$/gm, (mark, name: string) => {
    marks.push(`class ${name}`, mark.trim());
    return '';
  });
  return [rest, ...marks].join('\n');
}

/**
 * Takes out what would make a browser ask another site for something: pictures and icons of nodes
 * (`A@{ img: "https://…" }`) and `url(…)` in styles. The lint says that a picture is not shown.
 */
function dropAddresses(code: string): string {
  return code
    .replace(/@\{[^{}]*\}|@\{(?:"[^"]*"|[^{}"])*\}/g, (data) =>
      // A label in quotation marks may speak of `img:` too.
      data.replace(
        /((?<=[{,\s])(["']?)(?:img|icon)\2\s*:\s*(?:"[^"]*"|'[^']*'|[^,}\n]*)[^\S\n]*,?)|"[^"]*"/gi,
        (part, address?: string) => (address === undefined ? part : ''),
      ),
    )
    .replace(/^[^\S\n]*(?:style|classDef|linkStyle|UpdateElementStyle)\b.*[:=].*$/gim, (line) =>
      line.replace(/\b(?:url|image|image-set|src)\([^)\n]*\)?/gi, 'none'),
    );
}

/** Shapes that Mermaid draws without their label, by all their names. */
const wordless =
  /\bshape\s*:\s*["']?(?:bolt|com-link|lightning-bolt|hourglass|collate|cross-circ|summary|crossed-circle|f-circ|junction|filled-circle|fork|join)["']?(?![\w-])[^\S\n]*,?/;

/** Nodes that have words in a shape that shows none become boxes. */
function keepLabels(code: string): string {
  return code.replace(/@\{[^{}]*\}/g, (data) =>
    /\blabel\s*:\s*(?:"\s*[^"\s]|'\s*[^'\s]|[^\s"'},])/.test(data) ? data.replace(wordless, '') : data,
  );
}

function stripClicks(code: string): string {
  // Mermaid takes `%%` for a comment only when something follows it, else for a node.
  return code.replace(clickLine, '%% link');
}

/** Diagrams whose grammar takes ASCII names only. */
const asciiOnly = /^(?:sankey|wardley|eventmodeling|railroad)/i;

/** Diagrams whose grammar takes other words in quotation marks or brackets only. */
const asciiNames = /^(?:gitGraph|requirementDiagram|radar|architecture)/i;

/** Diagrams whose names may be of letters only, and what in them are labels. */
const letteredNames = /^(?:flowchart|graph|swimlane|classDiagram)\b/;
const labels = /"[^"\n]*"|\[[^\]\n]*\]|\([^)\n]*\)|\{[^}\n]*\}|\|[^|\n]*\|/g;
/** Pictures that people take for letters. */
const symbols = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d\ufe0f\u20e3]+/gu;

/** A chart's words in the quotation marks that its grammar wants around other than ASCII words. */
function quoteWords(code: string): string {
  const quote = (words: string): string =>
    isForeign.test(words) && !words.includes('"') ? words.replace(/\S(?:.*\S)?/, '"$&"') : words;
  return code
    .replace(/^([^\S\n]*title[^\S\n]+)(.+)$/gim, (_, head: string, words: string) => head + quote(words))
    .replace(
      /^([^\S\n]*[xy]-axis[^\S\n]+)(.*?)(\[.*|-?[\d.]+[^\S\n]*-->.*|)$/gim,
      (_, head: string, words: string, rest: string) =>
        head +
        quote(words) +
        rest.replace(/"[^"]*"|[^",[\]]+/g, (item) => (item.startsWith('"') ? item : quote(item))),
    )
    .replace(
      /^([^\S\n]*(?:bar|line)[^\S\n]+)([^"\n[]+)(\[.*)$/gim,
      (_, head: string, words: string, rest: string) => head + quote(words) + rest,
    );
}

const isForeign = /[^\u0000-\u007f]/;

/** What `kept` matches stays as it is. */
function replaceForeignWords(
  code: string,
  kept?: RegExp,
  foreign = /[^\u0000-\u007f]+/g,
): { code: string; restore: (text: string) => string } {
  const words = new Map<string, string>();
  const originals = new Map<string, string>();
  // The author's own words that look like stand-ins are not to be taken for one.
  const taken = /Q[MWOG]+Q/.test(code) ? 4 ** 6 : 0;
  const standIn = (word: string): string => {
    const known = words.get(word);
    if (known) return known;
    const made = makeStandIn(words.size + taken, word.length);
    words.set(word, made);
    originals.set(made, word);
    return made;
  };
  const replaceIn = (text: string): string => text.replace(foreign, standIn);
  let ascii = '';
  let done = 0;
  for (const { 0: whole, index } of kept ? code.matchAll(kept) : []) {
    ascii += replaceIn(code.slice(done, index)) + whole;
    done = index + whole.length;
  }
  ascii += replaceIn(code.slice(done));
  return {
    code: ascii,
    restore: (text) => text.replace(/Q[MWOG]+Q/g, (made) => originals.get(made) ?? made),
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
