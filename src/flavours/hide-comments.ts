/**
 * What an author keeps to themselves: Obsidian's `%%…%%`, HTML comments, those of Liquid and Hugo (`{% comment %}`,
 * `{{/* … *\/}}`) and, in MDX, `{/* … *\/}`. They leave the text of a note before anything else reads it, so that no page,
 * twin, index or preview can hold a word of them.
 *
 * - So do the comments of other tools, where something closes them: kramdown's `{::comment}`, Hugo's `{{< comment >}}`,
 *   Jinja's `{# … #}`, Liquid's `{% # … %}`, Handlebars' `{{!-- … --}}`, ERB's `<%# … %>`, Blade's `{{-- … --}}`,
 *   CriticMarkup's `{>>…<<}`, Logseq's `#+BEGIN_COMMENT`, TeX's `\begin{comment}`. Of those whose marks stand in sentences as well, and of two `%%` that
 *   look so, a warning says that something was left out, and where.
 * - So do the lines of a diagram that Mermaid takes for comments (`%% …`), and what looks like one at a line's end or in a
 *   label, which Mermaid would draw.
 * - So is a definition that leads nowhere and has a title: `[//]: # (…)`, `[comment]: <> (…)`, `[^_^]: # (…)`, also where
 *   Markdown takes its line for a part of the paragraph above it, or its brackets do not match.
 * - So are the comments of TeX in formulas of their own, empty links that only have a title, and blocks whose class hides
 *   them (`hidden-blocks.ts`).
 * - Code, formulas, addresses and the attributes of HTML tags are never comments; in raw `<pre>` and `<code>`, those of
 *   HTML are.
 * - A comment may run over lines and blank lines; what closes it is the next mark of its kind.
 * - One that is never closed hides the rest of the note if its mark begins a line or is an HTML comment, else the
 *   rest of its paragraph; both with a warning. A `%%` that a word or a number touches (`100%%`) is text.
 */
import type { Image, Link, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { problemsWords } from '#words';
import {
  listCommentLines,
  listDiagramComments,
  listOtherDiagrams,
  listDrawnComments,
  listTexComments,
  drawnFence,
  rangeOf,
} from './comments-in-code.ts';
import { listFalseBranches, mayHoldFalseBranches } from './false-branches.ts';
import { findHidingSign, listHiddenBlocks, mayHoldHiddenBlocks, saysToHideCells } from './hidden-blocks.ts';
import { beginWords, endWords, latinNobodyNames, nobodyNames } from './nobody-names.ts';
import { listSlashEnds } from './slash-blocks.ts';
import type { Trouble } from '../knowledge/note.ts';
import { coverDeep } from '../markdown/read-source.ts';
import { syntaxPlugins } from '../markdown/syntax.ts';
import { createRangeTest, listEnclosed, type Range } from '../markdown/text-places.ts';
import { visit } from '../markdown/visit.ts';

export interface VisibleText {
  /** The body without comments, line for line: a problem keeps its line. */
  body: string;
  troubles: Trouble[];
}

/** What a tool's settings hide. */
export interface HidingSettings {
  /** Lines that begin with a percent sign are comments too. */
  isMyst?: boolean;
  /** The code of cells is not shown, but where one says so. */
  hidesCells?: boolean;
  /** A site of documentation, where boxes called notes are for readers. */
  isDocumentation?: boolean;
}

interface Mark {
  at: number;
  opens: keyof typeof closers;
}

const commentDefinition =
  /\]:\s*(?:#|<>|\/\/|<?about:blank>?)(?:\s|$)|\[(?:\/\/|comments?|_metadata_:[^\]\n]*)\]:/iu;
/** A line that can only be a comment, whatever Markdown makes of it: its label, and what is said. */
const commentLine =
  /^[ \t>]*(?:[-*+][ \t]+)?\[([^[\]\n]{0,200})\]:[ \t]*(?:(?:#|<>|\/\/|<?about:blank>?)(?:[ \t]+|$)(.*)|(?<=\[(?:\/\/|comments?|_metadata_:[^\]]*)\]:[ \t]*)(\S.*))$/gimu;
const commentLabels = /^(?:\/\/|#|\^_\^|\^?comments?|_metadata_:.*)?$/iu;
const brackets: Record<string, string> = { '(': ')', '"': '"', "'": "'" };

/** A part that comments enclose. */
const forNobody = `(?:${nobodyNames}|hide|exclude|no-?(?:publish|export)|do[ -]?not[ -]?publish|unpublished)(?:[ -](?:use[ -])?only|[ -](?:section|part|content|notes?))?`;

/**
 * Comments of tools whose marks are text where nothing closes them. Some could be meant as text even so: of what they
 * hide, a warning says how it is written.
 */
const closedComments: [opens: RegExp, closes: RegExp, doubt?: string][] = [
  [/\{::comment\b[^{}\n]*\}/gu, /\{:\/(?:comment)?\}/gu],
  [/\{\{[<%]\s*comment\b[^<>{}\n]*[>%]\}\}/gu, /\{\{[<%]\s*\/comment\s*[>%]\}\}/gu],
  [/\{\{-?\s*\/\*/gu, /\*\/\s*-?\}\}/gu],
  [/\{#[-~+]?\s/gu, /#\}/gu, '{# … #}'],
  [/\{#(?![-~+]?\s)(?=[^{}\n]*#\})/gu, /#\}/gu, '{#…#}'],
  [/\{>>/gu, /<<\}/gu],
  [/\{%-?[ \t]*#/gu, /%\}/gu, '{% # … %}'],
  [/\{\{~?!--/gu, /--~?\}\}/gu],
  [/\{\{--/gu, /--\}\}/gu],
  [/\{\{~?!(?=\s)/gu, /\}\}/gu, '{{! … }}'],
  [/\{\{~?!(?!--|\s)(?![\p{L}\p{N}_$.()[\]!]+~?\}\})/gu, /\}\}/gu, '{{!…}}'],
  [/\{\{#comment\}\}/gu, /\{\{\/comment\}\}/gu, '{{#comment}} … {{/comment}}'],
  [/<comment>/giu, /<\/comment>/giu, '<comment> … </comment>'],
  [/(?<![^\s>|[])@\*(?=\s)/gu, /(?<=\s)\*@/gu, '@* … *@'],
  [/<%#/gu, /%>/gu, '<%# … %>'],
  [/<%--/gu, /--%>/gu],
  [/(?<=^[ \t>]*)\\begin\{comment\}/gmu, /\\end\{comment\}/gu],
  [/(?<!^[ \t>]*)\\begin\{comment\}/gmu, /\\end\{comment\}/gu, '\\begin{comment} … \\end{comment}'],
  [/(?<=^[ \t>]*(?:[-*+][ \t]+)?)#\+BEGIN_COMMENT\b/gimu, /^[ \t>]*#\+END_COMMENT\b.*$/gimu],
  [/(?<=^[ \t>]*(?:[-*+][ \t]+)?)#\+COMMENT:/gimu, /$/gmu],
  [/(?<=^[ \t>]*)\/{4,}[ \t]*$/gmu, /(?<=^[ \t>]*)\/{4,}[ \t]*$/gmu, '////'],
  ...latinNobodyNames.flatMap((name): typeof closedComments => [
    [
      new RegExp(String.raw`\{\{[<%]\s*${name}\b[^<>{}\n]*[>%]\}\}`, 'gu'),
      new RegExp(String.raw`\{\{[<%]\s*/${name}\s*[>%]\}\}`, 'gu'),
      `{{< ${name} >}} … {{< /${name} >}}`,
    ],
    [new RegExp(`<${name}>`, 'giu'), new RegExp(`</${name}>`, 'giu'), `<${name}> … </${name}>`],
  ]),
  [/<remark>/giu, /<\/remark>/giu, '<remark> … </remark>'],
  // What stands between two comments.
  ...[
    ['<!--', '-->'],
    ['%%', '%%'],
  ].map(([opens, closes]): (typeof closedComments)[number] => [
    new RegExp(
      String.raw`${opens}\s*(?:(?:begin|start)[\s:-]+)?${forNobody}(?:[\s:-]+(?:${beginWords}))?\s*${closes}`,
      'giu',
    ),
    new RegExp(
      String.raw`${opens}\s*(?:(?:/\s*|end[\s:-]*|stop[\s:-]+)${forNobody}|${forNobody}[\s:-]+(?:${endWords}))\s*${closes}`,
      'giu',
    ),
    `${opens} private ${closes} … ${opens} /private ${closes}`,
  ]),
  [
    new RegExp(String.raw`<!--\s*#?region[\s:-]+${forNobody}\s*-->`, 'giu'),
    /<!--\s*#?endregion\b(?:[^-]|-(?!->))*-->/giu,
    '<!-- #region private --> … <!-- #endregion -->',
  ],
];
/** A link without a word that leads nowhere: what its title says is for the author. */
const emptyLink =
  /(?<!!)\[\]\([ \t]{0,9}(?:#|<>)?[ \t]{0,9}(?:"[^"\n]{0,2000}"|'[^'\n]{0,2000}')[ \t]{0,9}\)/u;
/** Where a formula of its own may begin, and a comment of TeX. */
const formulaStart = /\$\$|^[ \t>]*(?:`{3,}|~{3,})[ \t]*math\b/imu;
function hasTexComment(text: string): boolean {
  const start = formulaStart.exec(text)?.index;
  return start !== undefined && /(?<![\\%])%(?!%)/u.test(text.slice(start));
}
/** A diagram that begins with front matter, which has comments of its own. */
const hasDiagramHead = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*mermaid[^\n]*\n[ \t>]*---/imu;
/** A diagram, and in the text what one may hide. */
const hasHidingDiagram = {
  test: (text: string) =>
    /^[ \t>]*(?:`{3,}|~{3,})[ \t]*\{?[ \t]*\.?mermaid/imu.test(text) &&
    /^[ \t>]*#(?!#* )|^[ \t>]*# |<(?:script|style|template)\b|\shidden|display\s*:/imu.test(text),
};
const mayHoldClosed =
  /\{::comment|\{\{[<%]\s*comment|\*\/\s*-?\}\}|#\}|<<\}|#\+END_COMMENT|\{%-?[ \t]*#|\{\{~?!|\{\{#comment|<(?:comment|remark|hidden|private|internal|confidential|secret|draft)>|\{\{[<%]\s*(?:hidden|private|internal|confidential|secret|draft)\b|#\+COMMENT:|^[ \t>]*\/{4}|(?:<!--|%%).{0,20}(?:\p{Script=Hangul}|private|hid|internal|secret|confidential|draft|exclude|publish|export)|\*@|--\}\}|<%(?:#|--)|\\end\{comment\}/imu;
/** What hides text in some tool, and as often is text: it is shown, and a warning says where. */
const shownComments = /\{\{~?![\p{L}\p{N}_$.()[\]!]{1,200}~?\}\}|<!(?!doctype\b)[a-z][^<>]{0,2000}>/giu;
const mayHoldShown = /\{\{~?!|<\?[a-z]|<![a-z]/iu;

const closers = { '%%': '%%', '<!--': '-->', '{/*': '*/}', '{{/*': '*/}}', '{%': '{% endcomment %}' };

// Only where code stands matters here, and MDX is code where its authors did not mean it; so both read as Markdown.
const parser = unified().use(remarkParse).use(syntaxPlugins).freeze();

/** A comment of MyST: elsewhere the sign begins a sentence about a share. */
const percentLine = /^([ \t>]*)(?:%(?!%).*|\+{3}[ \t]*\{.*\}[ \t]*)$/gmu;

/**
 * Takes the comments out of a note's body.
 */
export function hideComments(
  body: string,
  format: 'md' | 'mdx',
  { isMyst = false, hidesCells = false, isDocumentation = false }: HidingSettings = {},
): VisibleText {
  const troubles: Trouble[] = [];
  let text = body;
  const settings = { isMyst, isDocumentation, hidesCells: hidesCells || saysToHideCells(body) };
  // A comment can hold half a fence: without it, what follows reads differently. Each turn removes something.
  for (let turn = 0; turn < 8 && mayHold(text, format, settings); turn++) {
    const { ranges, found, shown, isHtml } = findComments(text, format, settings);
    troubles.push(...found);
    if (!ranges.length) {
      troubles.push(...shown);
      break;
    }
    text = blank(text, ranges, isHtml);
  }
  return { body: text, troubles };
}

/** How MDX spells a heading's id, and how our own notes ask for a table as it is written. */
function isInstruction(comment: string): boolean {
  return comment === nothing || /^(?:\{\/\*\s*#\S+\s*\*\/\}|<!--\s*table:\s*plain\s*-->)$/u.test(comment);
}

/** What stands where a comment had lines of HTML for itself: a blank line would end that HTML, and the rest would be text. */
const nothing = '<!---->';

function mayHold(text: string, format: 'md' | 'mdx', { isMyst, hidesCells }: HidingSettings): boolean {
  return (
    (isMyst === true && /%|^[ \t>]*\+{3}/mu.test(text)) ||
    (hidesCells === true && /[`~]{3}[ \t]*\{/u.test(text)) ||
    text.includes('%%') ||
    text.includes('<!--') ||
    text.includes('{{/*') ||
    /\{%-?\s*comment\b/u.test(text) ||
    (text.includes('{/*') && (format === 'mdx' || text.includes('*/'))) ||
    commentDefinition.test(text) ||
    mayHoldClosed.test(text) ||
    mayHoldFalseBranches(text) ||
    mayHoldShown.test(text) ||
    hasDiagramHead.test(text) ||
    hasHidingDiagram.test(text) ||
    drawnFence.test(text) ||
    mayHoldHiddenBlocks(text) ||
    emptyLink.test(text) ||
    hasTexComment(text)
  );
}

function findComments(
  text: string,
  format: 'md' | 'mdx',
  { isMyst = false, hidesCells = false, isDocumentation = false }: HidingSettings,
): { ranges: Range[]; found: Trouble[]; shown: Trouble[]; isHtml: (at: number) => boolean } {
  const tree = parser.parse(coverDeep(joinBlankLines(text)));
  const { literals, tags, quoted } = listLiterals(tree, text, format);
  const isLiteral = createRangeTest([...literals, ...tags]);
  const isLiteralCode = createRangeTest([...literals, ...quoted]);
  // What is a comment to a browser is one, also where text stands as it is typed.
  const diagrams = listOtherDiagrams(text);
  const isLiteralText = createRangeTest([...literals, ...tags, ...listRaw(text), ...diagrams]);
  const isRaw = createRangeTest(listRawTemplates(text).filter(({ from }) => !isLiteral(from)));
  const isLiteralTemplate = (at: number) => isLiteral(at) || isRaw(at);
  const asks: Partial<Record<Mark['opens'], (at: number) => boolean>> = {
    '%%': isLiteralText,
    '{%': isLiteralTemplate,
    '{{/*': isLiteralTemplate,
    ...(format === 'mdx' && { '{/*': isLiteralCode }),
  };
  const marks = listMarks(text).filter(({ at, opens }) => !(asks[opens] ?? isLiteral)(at));
  const inDiagrams = listDiagramComments(tree, text);
  const ranges: Range[] = [
    ...inDiagrams,
    ...listTexComments(tree, text),
    ...diagrams.flatMap(({ from, to }) => listCommentLines(text.slice(from, to), from)),
  ];
  const found: Trouble[] = [];
  if (isMyst) {
    for (const { 0: line, 1: before = '', index } of text.matchAll(percentLine)) {
      const from = index + before.length;
      if (!isLiteral(from)) ranges.push({ from, to: index + line.length });
    }
  }
  const unclosed = new Set<string>();
  const doubted = new Set<string>();
  const doubt = (at: number, written: string) => {
    if (doubted.size === mostNamed) return;
    const place = placeOf(text, at);
    const known = `${place.line} ${written}`;
    if (doubted.has(known)) return;
    doubted.add(known);
    found.push({ ...place, severity: 'warning', message: problemsWords().comments.hidden(written) });
  };
  let past = 0;
  // Of braces that only a comment's end closes, those in between end there as well.
  let openUntil = 0;
  marks.forEach((mark, index) => {
    if (mark.at < past) return;
    const end = unclosed.has(mark.opens) ? null : findEnd(text, marks, index, isLiteral);
    // In Markdown, a brace that is not closed so is text.
    if (mark.opens === '{/*' && format === 'md') {
      if (mark.at < openUntil) return;
      if (end === null) unclosed.add(mark.opens);
      else if (text[end - 1] !== '}') openUntil = end;
      if (end === null || end === openUntil || isInstruction(text.slice(mark.at, end))) return;
      doubt(mark.at, '{/* … */}');
    }
    if (end !== null) {
      if (isInstruction(text.slice(mark.at, end))) return;
      if (mark.opens === '%%' && readsAsText(text, mark.at, end)) doubt(mark.at, '%%…%%');
      // The brace of code stays.
      const isCode = mark.opens === '{/*' && text[end - 1] !== '}';
      ranges.push({ from: mark.at + (isCode ? 1 : 0), to: end });
      past = end;
      return;
    }
    unclosed.add(mark.opens);
    const to = endOfUnclosed(text, mark, tree);
    found.push({ ...placeOf(text, mark.at), severity: 'warning', message: describe(text, mark, to) });
    if (to === null) return;
    ranges.push({ from: mark.at, to });
    past = to;
  });
  for (const { 0: link, index } of text.matchAll(new RegExp(emptyLink, 'gu')))
    if (!isLiteralText(index)) ranges.push({ from: index, to: index + link.length });
  for (const { from, to } of inDiagrams) {
    const [, name] = /^<([a-z]+)/iu.exec(text.slice(from, to)) ?? [];
    if (name !== undefined) doubt(from, `<${name}> … </${name}>`);
  }
  const ofDrawings = drawnFence.test(text) ? listDrawnComments(tree, text) : [];
  const [drawn] = ofDrawings;
  if (drawn) doubt(drawn.from, `${/[^\s>]/u.exec(text.slice(drawn.from, drawn.to))?.[0] ?? ''} …`);
  ranges.push(...ofDrawings);
  if (hidesCells || mayHoldHiddenBlocks(text)) {
    for (const range of listHiddenBlocks(text, isLiteral, { hidesCells, isDocumentation })) {
      ranges.push(range);
      const sign = findHidingSign(text.slice(range.from, range.to));
      if (sign !== undefined) doubt(range.from, sign);
    }
  }
  if (mayHoldFalseBranches(text)) {
    const branches = listFalseBranches(text, isLiteral);
    ranges.push(...branches);
    const [first] = branches;
    if (first) doubt(first.from, text.slice(first.from, text.indexOf('%}', first.from) + 2));
  }
  if (mayHoldClosed.test(text)) {
    const slashEnds = text.includes('////') ? listSlashEnds(text) : null;
    for (const [opens, closes, sign] of closedComments) {
      closes.lastIndex = 0;
      for (const { 0: mark, index } of text.matchAll(opens)) {
        // An element is a tag itself.
        const isText = /^<[a-z]/iu.test(mark)
          ? isLiteralCode
          : /^\{[{%#]/u.test(mark)
            ? isLiteralTemplate
            : isLiteral;
        if (index < closes.lastIndex || isText(index) || text[index - 1] === '\\') continue;
        if (slashEnds?.has(index)) continue;
        closes.lastIndex = index + mark.length;
        // Where nothing closes this one, nothing closes those after it.
        if (!closes.exec(text)) break;
        ranges.push({ from: index, to: closes.lastIndex });
        if (sign !== undefined) doubt(index, sign);
      }
    }
  }
  if (commentDefinition.test(text))
    ranges.push(...listDefinitions(tree, text, createRangeTest(ranges), isLiteral));
  return {
    ranges: ranges.sort((a, b) => a.from - b.from),
    found,
    shown: listShown(text, isLiteralCode),
    isHtml: createRangeTest(format === 'md' ? listHtml(tree, text) : []),
  };
}

/** What lies between the first and the last line of each block of HTML that is no comment itself. */
function listHtml(tree: Root, text: string): Range[] {
  const found: Range[] = [];
  visit(tree, 'html', (node) => {
    const { from, to } = rangeOf(node);
    const [first, last] = [text.indexOf('\n', from), text.lastIndexOf('\n', to - 1)];
    if (first > from && last > first && !text.startsWith('<!', from)) found.push({ from: first, to: last });
  });
  return found;
}

/** Of more in one note, the first say enough. */
const mostNamed = 50;

/** What a reader sees, though a tool may take it for a comment. */
function listShown(text: string, isLiteral: (at: number) => boolean): Trouble[] {
  if (!mayHoldShown.test(text)) return [];
  return [
    ...listEnclosed(text, /<\?[a-z]/giu, /\?>/gu),
    ...Array.from(text.matchAll(shownComments), ({ 0: mark, index }) => ({
      from: index,
      to: index + mark.length,
    })),
  ]
    .filter(({ from }) => !isLiteral(from) && text[from - 1] !== '\\')
    .slice(0, mostNamed)
    .map(({ from, to }): Trouble => {
      const [written = ''] = text.slice(from, Math.min(to, from + 60)).split('\n');
      return {
        ...placeOf(text, from),
        severity: 'warning',
        message: problemsWords().comments.shown(written),
      };
    });
}

/** Blank lines cost the parser as much as others: many become one of blanks, and everything keeps its place. */
function joinBlankLines(text: string): string {
  return text.replace(/\n{4,}/gu, ({ length }) => `\n${' '.repeat(length - 2)}\n`);
}

/** Definitions that lead nowhere, and lines that look like one. */
function listDefinitions(
  tree: Root,
  text: string,
  isHidden: (at: number) => boolean,
  isLiteral: (at: number) => boolean,
): Range[] {
  const ranges: Range[] = [];
  const called = new Set<string>();
  visit(tree, ['linkReference', 'imageReference', 'footnoteReference'], (node) => {
    if ('identifier' in node) called.add(node.identifier);
  });
  visit(tree, 'definition', (node) => {
    const { url, title, label = '', identifier } = node;
    const range = rangeOf(node);
    const isUncalled = !called.has(identifier);
    const isSentence = /\S\s+\S/u.test(label ?? '') && isUncalled;
    const leadsNowhere = ['#', '', '//', 'about:blank'].includes(url);
    const isComment =
      (leadsNowhere && (title || isSentence)) ||
      (isUncalled && /^(?:\/\/|comments?|_metadata_:.*)$/iu.test(label ?? ''));
    if (isComment && !isHidden(range.from)) ranges.push(range);
  });
  const isFound = createRangeTest(ranges);
  for (const { 0: line, 1: label = '', 2: titled, 3: plain, index } of text.matchAll(commentLine)) {
    const from = index + line.indexOf('[');
    if (isHidden(from) || isFound(from) || isLiteral(from) || called.has(label.replace('^', ''))) continue;
    const said = titled ?? plain ?? '';
    const closes = brackets[said[0] ?? ''];
    const isLabelled = commentLabels.test(label);
    if (!isLabelled && (closes === undefined || label.startsWith('^'))) continue;
    ranges.push({ from, to: endOfSaying(text, index + line.length, said, closes) });
  }
  return ranges;
}

/** What is said in brackets may go on over the lines of a paragraph. */
function endOfSaying(text: string, lineEnd: number, said: string, closes: string | undefined): number {
  if (closes === undefined) return lineEnd;
  const isClosed = (words: string) =>
    closes === ')' ? countOf(words, '(') <= countOf(words, ')') : countOf(words, closes) > 1;
  if (isClosed(said)) return lineEnd;
  const blank = /\n[ \t>]*(?:\n|$)/gu;
  blank.lastIndex = lineEnd;
  const lines = text
    .slice(lineEnd, blank.exec(text)?.index ?? text.length)
    .slice(0, 20_000)
    .split('\n');
  const end = lines.findIndex((line) => line.trimEnd().endsWith(closes));
  return end < 0 ? lineEnd : lineEnd + lines.slice(0, end + 1).join('\n').length;
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function listMarks(text: string): Mark[] {
  const pattern = /\\[^]|%%|<!--|\{\{\/\*|\{\/\*|(?<!\{)\{%(?=-?\s*comment\b)/gu;
  return [...text.matchAll(pattern)]
    .filter(([mark]) => !mark.startsWith('\\'))
    .map((match) => ({ at: match.index, opens: match[0] as Mark['opens'] }));
}

/** So far is looked for the ends of comments in a comment. */
const longestNest = 20_000;

/** Where the comment ends that the mark opens, or null where nothing closes it. */
function findEnd(
  text: string,
  marks: readonly Mark[],
  index: number,
  isLiteral: (at: number) => boolean,
): number | null {
  const { at, opens } = marks[index] as Mark;
  if (opens === '%%') {
    for (let next = index + 1; next < marks.length; next++) {
      if (marks[next]?.opens === '%%') return (marks[next] as Mark).at + 2;
    }
    return null;
  }
  if (opens === '<!--') {
    const [empty] = /^-?>/u.exec(text.slice(at + 4, at + 6)) ?? [];
    if (empty) return at + 4 + empty.length;
    // Browsers end one there too.
    const next = text.indexOf('-->', at + 4);
    const odd = text.slice(at + 4, next < 0 ? undefined : next + 3).indexOf('--!>');
    if (odd >= 0 && !isLiteral(at + 4 + odd)) return at + 4 + odd + 4;
  }
  if (opens === '{%') {
    // One may hold others; where not all of them are closed before long, the first end counts.
    let depth = 0;
    for (const { 0: tag, 1: end, index: from } of text
      .slice(at, at + longestNest)
      .matchAll(/\{%-?\s*(end)?comment\b[^{}%]{0,99}%\}/gu)) {
      depth += end === undefined ? 1 : -1;
      if (depth === 0) return at + from + tag.length;
    }
    const pattern = /\{%-?\s*endcomment\s*-?%\}/gu;
    pattern.lastIndex = at;
    return pattern.exec(text) ? pattern.lastIndex : null;
  }
  if (opens === '{/*') {
    // Code may follow: `{/* … *\/ a: 1}`. Then only the comment goes.
    const end = text.indexOf('*/', at + 3);
    if (end < 0) return null;
    const rest = /^(?:\s|\/\*[^]*?\*\/)*\}/u.exec(text.slice(end + 2));
    return rest ? end + 2 + rest[0].length : end + 2;
  }
  const closer = closers[opens];
  let end = text.indexOf(closer, at + opens.length);
  while (end >= 0 && isLiteral(end)) end = text.indexOf(closer, end + 1);
  return end < 0 ? null : end + closer.length;
}

/** Whether two `%%` look like signs of their sentences: `50%% of a 30%%`, `%%i in (a) do echo %%i`. */
function readsAsText(text: string, from: number, end: number): boolean {
  const inside = text.slice(from + 2, end - 2);
  if (inside.includes('\n') && beginsLine(text, from)) return false;
  return /\p{N}/u.test(text[from - 1] ?? '') || /^\s/u.test(inside) !== /\s$/u.test(inside);
}

/** How far a comment hides that is never closed; null where its mark is text. */
function endOfUnclosed(text: string, { at, opens }: Mark, tree: Root): number | null {
  if (opens !== '%%') return text.length;
  if (beginsLine(text, at)) return text.length;
  if (!/\s/u.test(text[at - 1] ?? '') || /^(?:\s|$)/u.test(text.slice(at + 2, at + 3))) return null;
  let end = text.length;
  visit(tree, ['paragraph', 'heading', 'tableCell'], (node) => {
    const { from, to } = rangeOf(node);
    if (from <= at && at < to) end = to;
  });
  return end;
}

/** Whether only the signs of quotes and lists stand before a mark in its line. */
function beginsLine(text: string, at: number): boolean {
  return /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?$/u.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
}

/** Where a mark is only itself; so it is in tags, of which code in MDX may be a part, but for what is quoted there. */
function listLiterals(
  tree: Root,
  text: string,
  format: 'md' | 'mdx',
): { literals: Range[]; tags: Range[]; quoted: Range[] } {
  const ranges: Range[] = [];
  const tags: Range[] = [];
  const quoted: Range[] = [];
  visit(tree, (node) => {
    const { from, to } = rangeOf(node);
    switch (node.type as string) {
      case 'code':
        // Raw HTML is no code to its readers (`{=html}`), and MDX has none by indentation.
        if ('lang' in node && node.lang === '{=html}') break;
        if (format === 'md' || /^(?:`{3}|~{3})/u.test(text.slice(from, from + 3))) ranges.push({ from, to });
        break;
      case 'inlineMath':
        // There, too, nobody sees what follows a percent sign.
        if (/%%[^%\n]+%%/u.test(text.slice(from, to))) break;
        ranges.push({ from, to });
        break;
      case 'inlineCode':
      case 'math':
        ranges.push({ from, to });
        break;
      case 'definition':
        ranges.push({
          from,
          to: from + (/^\[[^\]]*\]:\s*(?:<[^<>\n]*>|\S+)/u.exec(text.slice(from, to))?.[0].length ?? 0),
        });
        break;
      case 'link':
      case 'image':
        ranges.push(addressIn(text, node as Link | Image));
        break;
      case 'html':
        for (const tag of text.slice(from, to).matchAll(/<[a-z/](?:"[^"]*"|'[^']*'|[^<>"'])*>/giu)) {
          const start = from + tag.index;
          tags.push({ from: start, to: start + tag[0].length });
          for (const { 0: part, index } of tag[0].matchAll(/"[^"]*"|'[^']*'/gu))
            quoted.push({ from: start + index, to: start + index + part.length });
        }
        break;
    }
  });
  return { literals: ranges, tags, quoted };
}

/** What templates show as it is typed: `{% raw %}{#글 #}{% endraw %}`. */
function listRawTemplates(text: string): Range[] {
  if (!/\{%-?\s*(?:raw|verbatim)\b/u.test(text)) return [];
  return listEnclosed(text, /\{%-?\s*(?:raw|verbatim)\s*-?%\}/gu, /\{%-?\s*end(?:raw|verbatim)\s*-?%\}/gu);
}

/** Elements whose text is as it is typed. */
function listRaw(text: string): Range[] {
  return ['pre', 'code', 'kbd', 'samp'].flatMap((name) =>
    listEnclosed(text, new RegExp(`<${name}\\b[^<>]*>`, 'giu'), new RegExp(`</${name}>`, 'giu')),
  );
}

/** Where a link or an image says what it leads to: not in its text, nor in its title. */
function addressIn(text: string, node: Link | Image): Range {
  const { from, to } = rangeOf(node);
  const written = text.slice(from, to);
  if (/^!?\[\[/u.test(written)) {
    const bar = written.search(/\||(?<=\s)%%[^%|\n]+%%/u);
    return { from, to: bar < 0 ? to : from + bar };
  }
  if (!/^!?\[/u.test(written)) return { from, to };
  const last = node.type === 'link' ? node.children.at(-1) : undefined;
  const label = last ? rangeOf(last).to - from : 0;
  const start = written.indexOf('](', label);
  if (start < 0) return { from: from + label, to };
  const address = /^\]\(\s*(?:<[^<>\n]*>|[^\s"'()]*(?:\([^\s()]*\)[^\s()]*)*)/u.exec(written.slice(start));
  return { from: from + start, to: from + start + (address?.[0].length ?? 0) };
}

/** Removes the ranges but keeps the lines, and the quote marks and indents in which they stand. */
function blank(text: string, ranges: readonly Range[], isHtml: (at: number) => boolean): string {
  const parts: string[] = [];
  let past = 0;
  for (const { from, to } of ranges) {
    // A comment may hold a diagram with comments of its own.
    if (to <= past) continue;
    const [, ...rest] = text.slice(Math.max(from, past), to).split('\n');
    const before = text.slice(past, from);
    parts.push(closesMark(text, from, to) ? before.trimEnd() : before);
    parts.push(...rest.map((line) => `\n${/^[\s>]*/u.exec(line)?.[0] ?? ''}`));
    past = opensMark(text, from, to) ? to + 1 : to;
  }
  parts.push(text.slice(past));
  return keepHtml(text, parts.join(''), isHtml);
}

/** Lines of HTML that have become blank above an indented tag, which would be code there, hold the place of a comment. */
function keepHtml(text: string, left: string, isHtml: (at: number) => boolean): string {
  const [written, lines] = [text.split('\n'), left.split('\n')];
  let at = text.length + 1;
  let next = '';
  for (let row = written.length - 1; row >= 0; row--) {
    const [before = '', after = ''] = [written[row], lines[row]];
    at -= before.length + 1;
    if (after.trim()) next = after;
    else if (before.trim() && /^(?: {4}|\t)\s*</u.test(next) && isHtml(at)) lines[row] = after + nothing;
  }
  return lines.join('\n');
}

/** Whether a mark stands before that would open nothing before the blank behind (`**%%…%% 글**`). */
function opensMark(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - longestOpen), from);
  const [mark] = /(?<=^|[\s>])(?:\*{1,3}|_{1,3}|~~|==)$/u.exec(before) ?? [];
  if (mark === undefined || !/^[ \t]\S/u.test(text.slice(to, to + 2))) return false;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return (line.match(/\*+|_+|~+|=+/gu) ?? []).filter((run) => run === mark).length % 2 === 1;
}

/** A mark that opened farther away is none. */
const longestOpen = 400;

/** Whether a mark follows that closes what stands before: it would close nothing behind a blank (`**글 %%…%%**`). */
function closesMark(text: string, from: number, to: number): boolean {
  const [mark] = /^(?:\*{1,3}|_{1,3}|~~|==)(?![*_~=])/u.exec(text.slice(to, to + 4)) ?? [];
  const before = text.slice(Math.max(0, from - longestOpen), from);
  if (mark === undefined || !/\S[ \t]$/u.test(before)) return false;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return (line.match(/\*+|_+|~+|=+/gu) ?? []).filter((run) => run === mark).length % 2 === 1;
}

function describe(text: string, { at, opens }: Mark, to: number | null): string {
  const words = problemsWords().comments;
  if (to === null) return words.literal;
  const lines = text.slice(at, to).split('\n').length;
  return words.unclosed(opens, closers[opens], lines, to === text.length);
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
