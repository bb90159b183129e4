import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { readTex } from './tex-text.ts';

/**
 * Mermaid's grammars and renderers take some characters of a label for their own: `<T>` is dropped as a tag, `;` ends a
 * statement, `14:05` splits an event, `#` starts a comment. Each such character goes through Mermaid as a stand-in
 * from the private use area, and comes back in whatever text Mermaid made of it.
 */
const base = 0xee00;
const standIns = /[\uee21-\uee7e]/g;
/** Characters without width around a bold word: they survive wrapping, and the finishing sets the word in bold. */
export const boldStart = '\u2061';
export const boldEnd = '\u2062';

function standIn(character: string): string {
  const code = character.charCodeAt(0);
  return character.length === 1 && code > 0x20 && code < 0x7f ? String.fromCharCode(base + code) : character;
}

/** Puts the author's characters back; the marks of bold words stay for `splitBold`. */
export function restoreCharacters(text: string): string {
  return text.replace(standIns, (character) => String.fromCharCode(character.charCodeAt(0) - base));
}

/** A text without the marks of its bold words. */
export function dropBold(text: string): string {
  return text.replace(/[\u2061\u2062]/g, '');
}

/** A text in pieces, each bold or not. */
export function splitBold(text: string): { text: string; isBold: boolean }[] {
  return text
    .split(/(\u2061[^\u2061\u2062]*\u2062?)/)
    .map((piece) => ({ text: dropBold(piece), isBold: piece.startsWith(boldStart) }))
    .filter((piece) => piece.text !== '');
}

/**
 * A source in which every label says to Mermaid what its author wrote, with the same number of lines.
 * @param header the line that names the kind of diagram
 */
export function protectText(code: string, header: string): string {
  if (code.search(standIns) >= 0) return code;
  const kind = kinds.find(({ header: pattern }) => pattern.test(header));
  const from = Math.max(0, code.indexOf(header) + header.length);
  const body = protectPaths(decodeEntities(code.slice(from)));
  return code.slice(0, from) + (kind ? kind.protect(body) : mapQuoted(body, protectLabel));
}

interface Kind {
  header: RegExp;
  protect: (body: string) => string;
}

const kinds: Kind[] = [
  {
    header: /^(?:flowchart|graph|swimlane|agentflow)\b/,
    protect: (body) =>
      mapBracketed(mapLines(body, (line) => protectLinkWords(separateNames(dropIcons(line))))),
  },
  { header: /^sequenceDiagram\b/, protect: (body) => mapLines(body, protectMessage) },
  { header: /^classDiagram\b/, protect: protectMembers },
  { header: /^stateDiagram\b/, protect: (body) => mapLines(protectNotes(body), protectState) },
  {
    header: /^erDiagram\b/,
    protect: (body) =>
      mapLines(
        mapQuoted(body, (text) => protectMarks(protectSpoken(text), '%')),
        protectAfterColon,
      ),
  },
  {
    header: /^(?:mindmap|kanban)\b/,
    protect: (body) =>
      mapLines(body, (line) => protectMarkdown(protectLabel(dropItalics(protectAside(line))))),
  },
  {
    header: /^timeline\b/,
    protect: (body) =>
      mapLines(body, (line) => protectMarks(protectTimes(protectLabel(protectSection(line))), '#;')),
  },
  {
    header: /^journey\b/,
    protect: (body) =>
      mapLines(body, (line) =>
        protectMarks(
          protectSection(line)
            .replace(/^.*(?=\s*:\s*\d+\s*(?::|$))|^.*$/, protectTask)
            // Behind the score stand people, whose names are parted by commas.
            .replace(/(?<=:\s*\d+\s*:)[^:]*:.*$/, (people) => protectMarks(people, ':')),
          '#;',
        ),
      ),
  },
  {
    header: /^gantt\b/,
    protect: (body) =>
      mapLines(body, (line) =>
        /^\s*(?:dateFormat|axisFormat|tickInterval|excludes|includes|todayMarker|weekday|weekend)\b/.test(
          line,
        )
          ? line
          : protectTaskOfDays(protectSection(line)),
      ),
  },
  {
    header: /^(?:pie|sankey|ishikawa|treeView|packet)\b/,
    protect: (body) => mapLines(body, (line) => protectSlashes(protectLabel(line))),
  },
  {
    header: /^(?:gitGraph|requirement|architecture|block|radar|treemap|quadrantChart|xychart)/,
    protect: (body) => mapQuoted(body, protectSpoken),
  },
];

/** `C:\notes\Name`: in what is plainly a path no line ends, nor does one where a command of TeX begins with an n. */
function protectPaths(body: string): string {
  if (!/\\n/i.test(body)) return body;
  return mapLines(body, (line) =>
    line
      .replace(path, (found) => found.replace(/\\(?=n(?![\p{Lu}\p{Lo}]))/gu, standIn))
      .replace(/\\(?=N|n(?:abla|e|eq|exists|leq|geq|mid|otin|u|ewcommand)(?![A-Za-z\d]))/gu, standIn),
  );
}

/** From a drive, a server, or a folder that has a sign of its own; with blanks as long as strokes follow. */
const path =
  /(?:(?<![\p{L}\p{N}])[A-Za-z]:|(?<![\\\p{L}\p{N}])(?:\\|\.{1,2}|~|%\w+%|\$(?:env:)?\w+))\\[^\s"'`<>|[\](){}]*(?: [^\s"'`<>|[\](){}\\]+\\[^\s"'`<>|[\](){}]*)*/gu;

function mapLines(body: string, change: (line: string) => string): string {
  return body
    .split('\n')
    .map((line) => (isPlumbing.test(line) ? line : change(line)))
    .join('\n');
}

/** Lines that hold no words for readers. */
const isPlumbing = /^\s*(?:%%|style\s|classDef\s|linkStyle\s|click\s|callback\s|link\s|href\s)/;

function mapQuoted(body: string, change: (text: string) => string): string {
  return mapLines(body, (line) => line.replace(/"([^"]*)"/g, (_, text: string) => `"${change(text)}"`));
}

/** What stands in quotes, in brackets and between bars is a label; arrows stand outside of them. */
function mapBracketed(body: string): string {
  const closing: Record<string, string> = { '[': ']', '(': ')', '{': '}', '|': '|' };
  let out = '';
  let at = 0;
  while (at < body.length) {
    const lineEnd = body.indexOf('\n', at);
    const isLineStart = at === 0 || body[at - 1] === '\n';
    if (isLineStart && isPlumbing.test(body.slice(at, lineEnd < 0 ? undefined : lineEnd))) {
      const end = lineEnd < 0 ? body.length : lineEnd + 1;
      out += body.slice(at, end);
      at = end;
      continue;
    }
    const character = body[at] ?? '';
    const isFlag = character === '>' && /[\p{L}\p{N}_]/u.test(body[at - 1] ?? '');
    const end =
      character === '"'
        ? body.indexOf('"', at + 1)
        : isFlag
          ? findClosing(body, at, ']')
          : closing[character]
            ? findClosing(body, at, closing[character])
            : -1;
    if (end < 0) {
      out += character;
      at += 1;
      continue;
    }
    const inside = body.slice(at + 1, end);
    out += character + (character === '"' ? protectLabel(inside) : mapInside(inside));
    at = end;
    if (character === '"' || character === '|') {
      out += character;
      at += 1;
    }
  }
  return out;
}

/** Inside brackets: quoted parts as they are quoted, the rest as text, with the quotes of its tags. */
function mapInside(inside: string): string {
  return inside.replace(formatting, '').includes('"')
    ? inside.replace(/"([^"]*)"/g, (_, text: string) => `"${protectLabel(text)}"`)
    : protectLabel(inside);
}

/** The bracket that closes the one at `at`, on the same line or behind a quoted text; -1 for none. */
function findClosing(body: string, at: number, closing: string): number {
  for (let i = at + 1; i < body.length; i += 1) {
    if (body[i] === '"') {
      const end = body.indexOf('"', i + 1);
      if (end < 0) return -1;
      i = end;
    } else if (body[i] === closing) return i;
    else if (body[i] === '\n') return -1;
  }
  return -1;
}

/** `fa:fa-car` stands for a picture of a font that is not here; its name speaks where a label has no other words. */
function dropIcons(line: string): string {
  return line.replace(
    /(?<![\p{L}\p{N}])fa[a-z]{0,2}:fa-([a-z\d-]+)([^\S\n]*)/gu,
    (icon, name: string, space: string, at: number) => {
      const isAlone =
        /[[({|>"/\\]\s*$/.test(line.slice(0, at)) && /^[\])}|"/\\]/.test(line.slice(at + icon.length));
      return isAlone ? name.replaceAll('-', ' ') + space : '';
    },
  );
}

/** In a label that says to be Markdown, words between single stars lean. */
function dropItalics(line: string): string {
  return line.replace(/`[^`]*`/g, (text) =>
    text.replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1'),
  );
}

/** `dev---ops` joins dev and ops; Mermaid would read a line that ends in a circle, and ps. */
function separateNames(line: string): string {
  return line.replace(
    /((?:--+|==+|-\.+-)[-=.]*)([ox])(?=-?[\p{Ll}\p{Lo}_])/gu,
    (whole, link: string, letter: string, at: number) =>
      /["|[({][^"|\])}]*$/.test(line.slice(0, at)) || !/[-=]$/.test(link) || link.length < 3
        ? whole
        : `${link} ${letter}`,
  );
}

/** `A -- 글 <T> --> B`: the words of a link without bars. */
function protectLinkWords(line: string): string {
  return line.replace(/(?<=\s<?(?:--|==|-\.)\s)[^"|]*?(?=\s(?:-{2,}|={2,}|\.-+)[>xo]?(?:\s|$))/gu, (words) =>
    words.includes('<') ? protectLabel(words) : words,
  );
}

const nextStatement =
  /^\s*(?:[^:;]+?(?:<<)?--?(?:>>?|[x)])[+-]?[^:;]*:|(?:note|loop|end|activate|deactivate|participant|actor|alt|opt|else|par|and|state)\b|[^\s:;]+\s*-->)/i;

/** A `;` ends a statement only where another one follows, or nothing. */
function protectSemicolons(text: string): string {
  return text.replace(/;/g, (semicolon, at: number) => {
    const rest = text.slice(at + 1);
    return rest.trim() === '' || nextStatement.test(rest) ? semicolon : standIn(semicolon);
  });
}

function protectMessage(line: string): string {
  const spoken =
    /^(\s*(?:loop|alt|else|opt|par|par_over|and|critical|option|break|title|accTitle|accDescr)\b|\s*(?:participant|actor)\s+\S.*?\sas\s|\s*box\s|[^:]*:)(.*)$/i.exec(
      line,
    );
  if (!spoken) return line;
  const [, start = '', text = ''] = spoken;
  return (
    start + protectSemicolons(protectMarks(protectLabel(text), '#').replace(/%%/g, standIn('%').repeat(2)))
  );
}

function protectState(line: string): string {
  const quoted = line.replace(
    /"([^"]*)"/g,
    (_, text: string) => `"${protectMarkdown(protectLinks(protectLabel(text)))}"`,
  );
  return quoted.replace(
    /^([^:"]*:(?!::))(.*)$/,
    (_, start: string, text: string) =>
      start + protectMarkdown(protectLinks(protectSemicolons(protectMarks(protectLabel(text), '#')))),
  );
}

/** Notes of several lines are text to their end. */
function protectNotes(body: string): string {
  return body.replace(
    /(?<=^[^\S\n]*note[^\S\n]+(?:left|right)[^\S\n]+of[^\S\n]+[^\n:]+\n)(?:(?![^\S\n]*end[^\S\n]+note\b).*\n)+/gim,
    (text) => text.split('\n').map(protectLabel).join('\n'),
  );
}

function protectAfterColon(line: string): string {
  return line.replace(/(\s:\s*)([^"]+)$/, (_, start: string, text: string) => start + protectSpoken(text));
}

/** Members of classes: `List<V>` and `Map~K, List~V~~` are the same thing, whatever is nested in it. */
function protectMembers(body: string): string {
  let depth = 0;
  const notes = body.replace(/^[^\S\n]*note\s.*$/gm, (note) => note.replaceAll('\\n', '<br>'));
  return mapLines(mapQuoted(notes, protectSpoken), (line) => {
    const isMember = depth > 0 && !/^\s*(?:class\b.*\{|\}|namespace\b)/.test(line);
    if (/\{\s*$/.test(line) && /^\s*class\b/.test(line)) depth += 1;
    else if (/^\s*\}/.test(line)) depth = Math.max(0, depth - 1);
    const [, opens, inside = '', closes] = /^(\s*class\b[^{]*\{)([^{}]*)(\}\s*)$/u.exec(line) ?? [];
    if (opens !== undefined && closes !== undefined)
      return opens + (/^\s*<<[^<>]*>>\s*$/.test(inside) ? inside : protectMember(inside)) + closes;
    if (isMember && !/^\s*<<.*>>\s*$/.test(line)) return protectMember(line);
    return line.replace(
      /^(\s*[\w\p{L}]+\s*:(?!:)|.*?(?:--|\.\.).*?\s:\s)(.*)$/u,
      (_, start: string, text: string) => start + protectSemicolons(protectMarks(protectMember(text), ':')),
    );
  });
}

function protectMember(text: string): string {
  const visible = /^\s*[~+#-]?\s*/.exec(text)?.[0] ?? '';
  let depth = 0;
  const rest = text.slice(visible.length).replace(/~+/g, (marks, at: number, all: string) => {
    const [before, next] = [all[at - 1] ?? '', all[at + marks.length] ?? ''];
    // `~` opens a type's parameters right behind its name and closes what is open; else it is a sign like others.
    const opens = marks.length === 1 && /[\p{L}\p{N}_]/u.test(before) && /[\p{L}\p{N}_]/u.test(next);
    const after = all.slice(at + 1);
    // Two that close together close this one too: `List~Map~K, V~~`.
    const isNested = /^[^~]*~~/u.test(after);
    if (opens && (depth === 0 || isNested || !/^~*(?:[^~]*[),;\s]|$)/u.test(after))) {
      depth += 1;
      return standIn('<');
    }
    const closing = Math.min(depth, marks.length);
    depth -= closing;
    return standIn('>').repeat(closing) + standIn('~').repeat(marks.length - closing);
  });
  // At the end or behind the parameters `*` and `$` say that a member is abstract or static.
  return visible + protectLinks(protectLabel(rest)).replace(/_|\*(?!\s*$)(?<!\)\s*\*)/g, standIn);
}

/** Times and ratios are no separators. */
function protectTimes(text: string): string {
  return text
    .replace(/(?<=(?<![\d:])\d{1,2}):(?=\d{1,2}(?!\d))/g, standIn(':'))
    .replace(/(?<=\d{2}):(?=\d{2}(?!\d))/g, standIn(':'))
    .replace(/:(?=\/\/)|(?<=(?<![\p{L}\p{N}])[A-Za-z]):(?=\\|\uee5c)/gu, standIn(':'));
}

/** What says when or how well a task went stands behind its last colon: those before are its own. */
function protectTask(task: string, _at: number, line: string): string {
  const label = protectTimes(protectLabel(task));
  return task === line ? label : protectMarks(label, ':');
}

/** Its days stand behind the last colon that follows a blank, or behind the first that a name without one follows. */
function protectTaskOfDays(line: string): string {
  const last = /^.*(?=\s:)/.exec(line)?.[0].length ?? line.length;
  const named = line.search(/:\s*[\w-]+\s*(?:,|$)/);
  const end = named < 0 ? last : Math.min(last, named);
  return protectMarks(protectTask(line.slice(0, end), 0, line), '#;') + line.slice(end);
}

/** A section's name takes its whole line. */
function protectSection(line: string): string {
  return /^\s*section\s/.test(line) ? line.replaceAll(':', standIn(':')) : line;
}

function protectMarks(text: string, marks: string): string {
  return [...text].map((character) => (marks.includes(character) ? standIn(character) : character)).join('');
}

/** `학습 (training)`: the name of a node stands at its bracket; behind a blank the bracket is a part of the text. */
function protectAside(line: string): string {
  const isAside =
    /^[^()[\]{}"`]*[^\s()[\]{}"`][^\S\n]+(?:\((?!\()|\[(?!\[))[^()[\]{}"]*[)\]]/.test(line) &&
    !/@\{|::/.test(line);
  return isAside ? protectMarks(line, '()[]{}') : line;
}

/** Mind maps, boards and states read their labels as Markdown, in which these would be emphasis or a list. */
function protectMarkdown(line: string): string {
  if (/@\{|::icon|^\s*:::/.test(line) || line.includes('`')) return line;
  return line
    .replace(/[_*~](?!\{)/g, standIn)
    .replace(/((?:^\s*|[[({]\s*)\d+)\.(?=\s)/g, (_, start: string) => start + standIn('.'))
    .replace(/([[({]\s*)([-+#])(?=\s)/g, (_, start: string, mark: string) => start + standIn(mark))
    .replace(/^(\s*)([-+#])(?=\s)/, (_, start: string, mark: string) => start + standIn(mark));
}

/** Labels that are read as Markdown but drawn as text: what would be code, a link or an address is not drawn at all. */
function protectLinks(text: string): string {
  return text.replace(/`|(?<=[\w.+-])@(?=\w)|:(?=\/\/)|(?<=\bwww)\.|\[(?=[^\]]*\]\()/gi, standIn);
}

/** A backslash is a character, but before what Mermaid takes it for a mark. */
function protectSlashes(text: string): string {
  return text.replace(/\\(?![n"])/g, standIn);
}

/** A label in quotes, to the letter. */
function protectSpoken(text: string): string {
  return protectSlashes(protectLinks(protectLabel(text)).replace(/[*_~=]/g, standIn));
}

/** Marks of formatting that a label may hold; any other `<word>` is a word, and so is what only compares (`i<s && s>0`). */
const formatting =
  /<\/?(?:a|b|i|u|s|em|strong|del|ins|small|big|code|kbd|mark|span|font|div|p|center|tt|strike|sub|sup)(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s<>"'=]+)|\s+hidden)*\s*\/?>/gi;

/** One label: maths and bold as text that can be drawn, tags that only format gone, every other `<` and `>` kept. */
function protectLabel(text: string): string {
  if (/^`[\s\S]*`$/.test(text.trim())) return text.replace(/<(?!br\s*\/?>)|(?<!<br\s*\/?)>/gi, standIn);
  const shown = text
    .replace(/\$\$([^$]+)\$\$/g, (_, tex: string) => readTex(tex))
    .replace(/<(sub|sup)>([^<>]*)<\/\1>/gi, (_, name: string, inner: string) =>
      readTex(`${name.toLowerCase() === 'sub' ? '_' : '^'}{${inner}}`),
    )
    .replace(/<(b|strong)>([^<>]*)<\/\1>/gi, (_, _name, inner: string) => markBold(inner))
    .replace(/\*\*(?=\S)([^*]+?)(?<=\S)\*\*/g, (_, inner: string) => markBold(inner));
  const unpaired = listUnpaired(shown);
  const plain = shown.replace(formatting, (tag, at: number) => (unpaired.has(at) ? tag : ''));
  return plain
    .replace(/<(?!br\s*\/?>)/gi, standIn)
    .replace(/>/g, (mark, at: number) => (/<br\s*\/?$/i.test(plain.slice(0, at)) ? mark : standIn(mark)));
}

/** Where a tag of one letter is no tag: nothing closes it, or nothing opens it, as in `a<b>c`. */
function listUnpaired(text: string): ReadonlySet<number> {
  const unpaired = new Set<number>();
  const open = new Map<string, number[]>();
  for (const { 1: slash, 2: name = '', index } of text.matchAll(/<(\/?)([abiups])(?=[\s/>])[^<>]*>/gi)) {
    const letter = name.toLowerCase();
    const opened = open.get(letter) ?? [];
    open.set(letter, opened);
    if (!slash) opened.push(index);
    else if (opened.pop() === undefined) unpaired.add(index);
  }
  for (const index of [...open.values()].flat()) unpaired.add(index);
  return unpaired;
}

function markBold(text: string): string {
  return text.replace(/(<br\s*\/?>)|[^\s<]+/gi, (word, lineBreak: string | undefined) =>
    lineBreak ? word : boldStart + word + boldEnd,
  );
}

/** HTML's entities and Mermaid's own writing of them (`#quot;`, `#35;`) as the characters that they name. */
function decodeEntities(body: string): string {
  return mapLines(body, (line) =>
    line.replace(/&(#?\w{1,31});|#(\d{1,7}|[a-z]{2,31}\d{0,2});/gi, (whole, html?: string, own?: string) => {
      const name = html ?? (/^\d/.test(own ?? '') ? `#${own ?? ''}` : (own ?? ''));
      const character = readEntity(name);
      // Mermaid would make `&name;` of what is none.
      if (character === null) return own === undefined ? whole : standIn('#') + own + standIn(';');
      return [...character].map(standIn).join('');
    }),
  );
}

/** Names that only Mermaid knows. */
const ownNames: Record<string, string> = { semi: ';', colon: ':' };

function readEntity(name: string): string | null {
  const number = /^#x([\da-f]+)$/i.test(name)
    ? parseInt(name.slice(2), 16)
    : /^#\d+$/.test(name)
      ? Number(name.slice(1))
      : null;
  if (number === null) return ownNames[name] ?? (decodeNamedCharacterReference(name) || null);
  return number > 31 && number <= 0x10ffff && !(number >= 0xd800 && number < 0xe000)
    ? String.fromCodePoint(number)
    : null;
}
