/**
 * Blocks that say themselves that no reader of this site sees them: fenced divisions of a class that hides (`::: {.hidden}`, Quarto's
 * `::: {.content-hidden}`), boxes named for what is not said (`:::private`, `:::comment`), and a block of kramdown that a class
 * hides (`{: .hidden }` on the line below it), sections and words in brackets with such attributes (`## 절 {.hidden}`,
 * `[글]{.hidden}`), and code of Quarto that is run but not shown (`#| echo: false`).
 */
import type { Range } from '../markdown/text-places.ts';
import { nobodyNames } from './nobody-names.ts';

const hidingName = String.raw`(?:content-hidden|hidden|private|comment|secret)`;
/** Boxes of these names. */
const hidingBox = String.raw`(?:comment|${nobodyNames})`;
/**
 * Notes of who speaks, which Pandoc leaves out of everything but slides. In documentation such a box is for readers, and
 * so it is with a title, which Pandoc knows not.
 */
const speakerNotes = /^[\s>]*:{3,}\s*notes[\s:]*$/iu;
/** Directives that show their text only where somebody's settings say so. */
const conditional = String.raw`\{(?:ifconfig\}.*|only\}(?!.*\bhtml\b).*)$`;
/** A style that shows nothing. */
const hidingStyle = String.raw`style=["'][^"'{}\n]{0,200}(?:display\s*:\s*none|visibility\s*:\s*hidden)[^"'{}\n]{0,200}["']`;

/** Attributes of a heading or of words in brackets, as Pandoc has them. */
const hidingAttributes = new RegExp(
  String.raw`\{(?:[^{}\n]{0,200}\s)?(?:\.(?:${hidingName}|d-none|invisible|comment-start)|${hidingStyle})(?:\s[^{}\n]{0,400})?\}`,
  'iu',
);
/** A box with such attributes, or with HTML's word for it: `:::note{hidden}`. */
const attributed = String.raw`[\p{L}][\p{L}\p{N}_-]*[ \t]*(?:\[[^\]\n]*\][ \t]*)?(?:${hidingAttributes.source}|\{(?:[^{}\n]{0,200}\s)?hidden(?:\s[^{}\n]{0,400})?\})`;
const opening = new RegExp(
  String.raw`^[\s>]*:{3,}\s*(?:${hidingBox}(?![\p{L}\p{N}_-]).*$|\{\.(?:notes|internal|confidential|draft)\}\s*$|${conditional}|${hidingName}\s*(?:\{.*)?$|\{${hidingName}\}\s*$|\{(?:[^{}\n]*\s)?\.${hidingName}(?:\s[^{}\n]*)?\}\s*$|${attributed}\s*$)`,
  'iu',
);
/** What Quarto shows in other formats than this one, or in a profile that nobody chose here. */
const otherFormat = /\b(?:when-format=(?!["']?html)|unless-format=["']?html)/iu;
const onlyElsewhere = /^[\s>]*:{3,}\s*\{(?:[^{}\n]*\s)?\.content-visible\s[^{}\n]*\}\s*$/iu;
const profile = /\bwhen-profile=/iu;

/** A directive of MyST whose class hides it. */
const hidingDirective =
  /^[ \t>]*(`{3,}|~{3,}|:{3,})[ \t]*\{[\w:-]+\}.*\n(?:[ \t>]*:[\w-]+:.*\n){0,9}?[ \t>]*:class:.*(?<![\w-])(?:hidden|d-none|invisible)(?![\w-])/imu;

/** Whether a line opens a block that no reader of this site is to see. */
function opensHidden(line: string, isDocumentation: boolean): boolean {
  if (speakerNotes.test(line)) return !isDocumentation;
  if (onlyElsewhere.test(line)) return otherFormat.test(line) || profile.test(line);
  return opening.test(line) && !otherFormat.test(line);
}
const anyOpening = /^[\s>]*:{3,}\s*[^\s:]/u;
const closing = /^[\s>]*:{3,}\s*$/u;
const kramdownList = new RegExp(
  String.raw`\{:(?:[^{}\n]{0,200}\.(?:hidden|d-none|invisible)(?![\w-])|[^{}\n]{0,200}\s${hidingStyle}|${hidingStyle})[^{}\n]{0,200}\}`,
  'u',
);
const hidingList = new RegExp(String.raw`^[\s>]*${kramdownList.source}\s*$`, 'u');

/** Org's tag for a section that is not exported. */
const noExport = /(?<=[ \t]):(?:[\w@]{1,40}:){0,9}noexport:(?:[\w@]{1,40}:){0,9}[ \t]*$/imu;
const hidingEnd = new RegExp(
  String.raw`(?<![\])])${hidingAttributes.source}[ \t#]*$|${noExport.source}`,
  'imu',
);
const hidingSpan = new RegExp(
  String.raw`\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,400}\))?${hidingAttributes.source}`,
  'giu',
);

/** By what a text is hidden, as its author wrote it; nothing where a part of it is given that does not say. */
export function findHidingSign(text: string): string | undefined {
  const [, fence] = /^[\s>]*((?::{3,}|`{3,}|~{3,}|\/{3,}).*)/u.exec(text) ?? [];
  if (fence !== undefined) return fence.trim();
  const [first = ''] = text.split('\n', 1);
  const box = hidingCallout.exec(first) ?? hidingAdmonition.exec(first);
  if (box) return box[0].replace(/^[ \t>]+/u, '');
  return (hidingAttributes.exec(text) ?? noExport.exec(text) ?? kramdownList.exec(text))?.[0].trim();
}

/** Marks of lists, in whose first line a fence may stand. */
const items = String.raw`(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*`;
/** Boxes of Obsidian and of MkDocs whose name says that they are for nobody. */
const hidingCallout = new RegExp(String.raw`^([ \t>]*>)[ \t]*\[!(?:${nobodyNames})(?:\|[^\]\n]*)?\]`, 'iu');
const hidingAdmonition = new RegExp(
  String.raw`^([ \t>]*)(?:!!!|\?\?\?\+?)[ \t]+["']?(?:${nobodyNames})(?![\p{L}\p{N}_-])`,
  'iu',
);
const anyHidingBox = new RegExp(
  String.raw`^[ \t>]*(?::{3}.*(?:${nobodyNames})|${items}[\x60~]{3,}[ \t]*ad-(?:${nobodyNames})|(?:!!!|\?\?\?\+?)[ \t]+["']?(?:${nobodyNames})|>[ \t]*\[!(?:${nobodyNames}))`,
  'imu',
);

/** What hides an element, in its attributes. */
const hidingWord = String.raw`(?<![\w-])(?:hidden|d-none|invisible|display[ \t]*:[ \t]*none)(?![\w-])`;

/** A block of PyMdown for nobody, or of HTML whose attributes hide it: `/// html | div.hidden`. */
const hidingSlashes = new RegExp(
  String.raw`^[ \t>]*(\/{3,})[ \t]+(?:${hidingBox}[ \t]*(?:\|.*)?$|html[ \t]*\|[ \t]*[\w-]*[.#[].*${hidingWord})`,
  'imu',
);

/** Any such block that a class or a kind hides, in the lines of its options. */
const hidingOptions = new RegExp(
  String.raw`^[ \t>]*(\/{3,})[ \t]+[a-z][\w-]*.*\n(?:[ \t>]*(?: {4}|\t)[\w-]+:.*\n){0,9}?[ \t>]*(?: {4}|\t)(?:attrs:.*${hidingWord}|type:[ \t]*["']?${hidingBox}(?![\p{L}\p{N}_-]))`,
  'imu',
);

/** A name, and perhaps a title, behind the strokes of any such block. */
const opensSlashes = /^[ \t]+[a-z][\w-]*(?:[ \t]*\|.*)?$/u;

export function mayHoldHiddenBlocks(text: string): boolean {
  return (
    /^[ \t>]*(?:(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*[`~]{3,}[ \t]*\{(?:=?comment|only|ifconfig)\}|:{3}.*(?:comment|content-visible|notes|only|ifconfig))/imu.test(
      text,
    ) ||
    kramdownList.test(text) ||
    hidingSlashes.test(text) ||
    hidingOptions.test(text) ||
    anyHidingBox.test(text) ||
    noExport.test(text) ||
    hidingDirective.test(text) ||
    hiddenCell.test(text) ||
    removedCell.test(text) ||
    hidingAttributes.test(text)
  );
}

/** Code that Quarto and R Markdown run, and whose text no reader is shown. */
const hiddenCell =
  /^[ \t>]*([`~]{3,})[ \t]*\{\w[^{}\n]{0,200}?(?:[, \t][^{}\n]{0,200}?\b(?:include|echo)[ \t]*=[ \t]*F(?:ALSE)?\b[^{}\n]{0,200}\}[ \t]*$|\}[ \t]*\n(?:[ \t>]*#\|.*\n)*?[ \t>]*#\|[ \t]*(?:include|echo)[ \t]*:[ \t]*(?:false|no|off)[ \t]*$)/imu;
/** Cells that Jupyter's books take out: by a tag in the fence (Jupytext), or in the lines below it (MyST). */
const removedCell =
  /^[ \t>]*([`~]{3,})(?![`~])(?:(?:(?!\btags[ \t]*=)[^\n`])*\btags[ \t]*=[^\n`]*|[ \t]*\{code(?:-cell)?\}.*\n(?:[ \t>]*(?:[:#-].*|\w[\w-]*:.*)\n){0,9}?[ \t>]*(?::|#\|[ \t]*)?tags:(?:.*|[ \t]*\n(?:[ \t>]*-.*\n){0,9}?[ \t>]*-.*))\bremove[-_](?:cell|input)\b/imu;
/** Any cell, and one that says that it is shown. */
const anyCell = /^[ \t>]*([`~]{3,})[ \t]*\{(?:python|r|julia|ojs|sql|bash)\b[^{}\n]{0,400}\}[ \t]*$/imu;
const shownCell =
  /^.*\becho[ \t]*=[ \t]*T|^.*\n(?:[ \t>]*#\|.*\n)*?[ \t>]*#\|[ \t]*echo[ \t]*:[ \t]*(?:true|yes|on|fenced)\b/iu;
/** R Markdown's word for all cells of a text. */
const hidesCellsInText = /\bopts_chunk\$set\([^()\n]{0,400}\becho[ \t]*=[ \t]*F(?:ALSE)?\b/u;

/** Whether a text itself says that the code of its cells is not shown. */
export function saysToHideCells(text: string): boolean {
  return hidesCellsInText.test(text);
}

/**
 * A fence of a format that is none (Pandoc's way to leave a text out of all others), of a directive of that name, of a box for
 * nobody, or hidden.
 */
const hidingFence = new RegExp(
  String.raw`^([\s>]*${items})(\x60{3,}|~{3,})\s*(?:\{=?comment\}\s*$|ad-(?:${nobodyNames})(?![\p{L}\p{N}_-]).*$|${conditional}|${hidingAttributes.source}\s*$)`,
  'iu',
);

/**
 * @param isLiteral whether code stands at a place
 * @param settings `hidesCells`: no code of cells is shown but where one says so; `isDocumentation`: boxes called notes are for
 *   readers
 */
export function listHiddenBlocks(
  text: string,
  isLiteral: (at: number) => boolean,
  { hidesCells = false, isDocumentation = false }: { hidesCells?: boolean; isDocumentation?: boolean } = {},
): Range[] {
  const lines = text.split('\n');
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  const endOf = (line: number) => (starts[line] ?? 0) + (lines[line]?.length ?? 0);
  const headingAt = (line: number) =>
    isLiteral(starts[line] ?? 0) ? null : readHeading(lines[line] ?? '', lines[line + 1]);
  const ranges: Range[] = listHiddenSpans(text, isLiteral);
  let past = 0;
  /** Strokes that no line behind closes. */
  const endless = new Set<string>();
  for (let first = 0; first < lines.length; first++) {
    const line = lines[first] ?? '';
    const [, lead = /^[\s>]*/u.exec(line)?.[0] ?? '', hiding] = hidingFence.exec(line) ?? [];
    const from = (starts[first] ?? 0) + lead.length;
    const fence =
      hiding ??
      (/^[\s>]*[`~]{3,}/u.test(line) && /\{|tags/u.test(line)
        ? findHiddenCell(lines.slice(first, first + mostOptions).join('\n'), hidesCells)
        : undefined);
    if (fence !== undefined && (from === 0 || !isLiteral(from - 1))) {
      let last = first + 1;
      while (last < lines.length - 1 && !closesFence(lines[last] ?? '', fence)) last++;
      ranges.push({ from, to: endOf(last) });
      past = last + 1;
      first = last;
      continue;
    }
    if (isLiteral(from)) continue;
    const box = hidingCallout.exec(line) ?? hidingAdmonition.exec(line);
    if (box) {
      const last = endOfBox(lines, first, box[1] ?? '');
      // The sign of the quote that is the box goes with it.
      const start = (starts[first] ?? 0) + (box[1] ?? '').replace(/>$/u, '').length;
      for (let row = first; row <= last; row++)
        ranges.push({ from: row === first ? start : (starts[row] ?? 0), to: endOf(row) });
      past = last + 1;
      first = last;
      continue;
    }
    const options = /^[ \t>]*\/{3}/u.test(line)
      ? hidingOptions.exec(lines.slice(first, first + mostOptions).join('\n'))
      : null;
    const [, strokes] = hidingSlashes.exec(line) ?? (options?.index === 0 ? options : []);
    // One that nothing closes is text, as in comments of Rust.
    const slashEnd = strokes === undefined || endless.has(strokes) ? -1 : findSlashEnd(lines, first, strokes);
    if (strokes !== undefined && slashEnd < 0) endless.add(strokes);
    if (slashEnd > 0) {
      ranges.push({ from, to: endOf(slashEnd) });
      past = slashEnd + 1;
      first = slashEnd;
      continue;
    }
    if (hidingList.test(line)) {
      let top = first;
      while (top > past && /[^\s>]/u.test(lines[top - 1] ?? '')) top--;
      ranges.push({ from: starts[top] ?? 0, to: endOf(first) });
      past = first + 1;
    }
    const heading = hidingEnd.test(line) ? readHeading(line, lines[first + 1]) : null;
    if (heading) {
      let last = first;
      let depth = 0;
      while (last + 1 < lines.length) {
        const next = lines[last + 1] ?? '';
        if (isOutside(next, heading)) break;
        if (!isLiteral(starts[last + 1] ?? 0)) {
          if (closing.test(next)) depth--;
          else if (anyOpening.test(next)) depth++;
          // The division in which the section stands ends it, too.
          if (depth < 0) break;
        }
        const other = headingAt(last + 1);
        if (other && depth === 0 && endsSection(other, heading)) break;
        last++;
      }
      ranges.push({ from, to: endOf(last) });
      past = last + 1;
      first = last;
      continue;
    }
    const isDirective =
      /^[\s>]*:{3,}[ \t]*\{/u.test(line) &&
      hidingDirective.exec(lines.slice(first, first + mostOptions).join('\n'))?.index === 0;
    if (!isDirective && !opensHidden(line, isDocumentation)) continue;
    // One that nothing closes hides the rest.
    let depth = 1;
    let last = first;
    while (depth > 0 && last + 1 < lines.length) {
      last++;
      if (isLiteral(starts[last] ?? 0)) continue;
      if (closing.test(lines[last] ?? '')) depth--;
      else if (anyOpening.test(lines[last] ?? '')) depth++;
    }
    ranges.push({ from, to: endOf(last) });
    first = last;
  }
  return ranges.sort((a, b) => a.from - b.from);
}

/** The fence of a cell whose code no reader sees. */
function findHiddenCell(lines: string, hidesCells: boolean): string | undefined {
  const found = [hiddenCell, removedCell, hidingDirective]
    .map((cell) => cell.exec(lines))
    .find((cell) => cell?.index === 0);
  if (found) return found[1];
  const any = hidesCells ? anyCell.exec(lines) : null;
  return any?.index === 0 && !shownCell.test(lines) ? any[1] : undefined;
}

/** The line that closes a block of strokes, in which others of as many may stand; the last one where an inner one is left open. */
function findSlashEnd(lines: readonly string[], first: number, strokes: string): number {
  let depth = 1;
  let last = -1;
  for (let row = first + 1; row < lines.length; row++) {
    const line = (lines[row] ?? '').replace(/^[ \t>]+/u, '').trimEnd();
    if (line === strokes) {
      last = row;
      depth--;
      if (depth === 0) break;
    } else if (line.startsWith(strokes) && opensSlashes.test(line.slice(strokes.length))) depth++;
  }
  return last;
}

/** What a paragraph cannot be, or go on with: a heading, fence, item, line of strokes, tag or box. */
const noParagraph =
  /^(?:#{1,6}(?:[ \t]|$)|[`~]{3}|(?:[-+*]|\d{1,9}[.)])[ \t]|<|:{3}|!{3}|\?{3}|\${2}|([-*_=])[ \t]*(?:\1[ \t]*){2,}$)/u;

/** The last line of a box that a quote or an indent holds. */
function endOfBox(lines: readonly string[], first: number, lead: string): number {
  const quotes = lead.split('>').length - 1;
  let last = first;
  for (let next = first + 1; next < lines.length; next++) {
    const line = lines[next] ?? '';
    const [before = ''] = /^[ \t>]*/u.exec(line) ?? [];
    const isBlank = line.length === before.length;
    const isInside = lead.endsWith('>')
      ? before.split('>').length - 1 >= quotes
      : isBlank || before.replaceAll('\t', '    ').length >= lead.length + 4;
    // A paragraph of a quote goes on in lines that have no mark of it.
    const above = (lines[next - 1] ?? '').replace(/^[ \t>]+/u, '');
    const goesOn =
      lead.endsWith('>') &&
      !isBlank &&
      above !== '' &&
      ![above, line.trim()].some((each) => noParagraph.test(each));
    if (!isInside && !goesOn) break;
    if (!isBlank || lead.endsWith('>')) last = next;
  }
  return last;
}

/** What may stand over a line of strokes: no item, row, fence, division or tag. */
const startsTitle = /^(?!(?:[-*+]|\d+[.)])[ \t]|[:|`~<])[^\s]/u;

interface Heading {
  level: number;
  /** In how many quotes it stands. */
  quotes: number;
  indent: number;
}

/** The heading that begins on a line: `## 절`, or a text over a line of strokes. */
function readHeading(line: string, below = ''): Heading | null {
  const lead = (/^[ \t>]*/u.exec(line)?.[0] ?? '').replaceAll('\t', '    ');
  const text = line.replace(/^[ \t>]*/u, '');
  const quotes = lead.split('>').length - 1;
  const place = { quotes, indent: lead.length - lead.lastIndexOf('>') - 1 };
  const [, signs] = /^(#{1,6})(?:[ \t]|$)/u.exec(text) ?? [];
  if (signs !== undefined) return { level: signs.length, ...place };
  const [, stroke] = /^[ \t>]*([=-])\1*[ \t]*$/u.exec(below) ?? [];
  if (stroke === undefined || !startsTitle.test(text)) return null;
  return { level: stroke === '=' ? 1 : 2, ...place };
}

/** Whether a heading ends the section of another: one in a quote or in a list begins none. */
function endsSection(heading: Heading, section: Heading): boolean {
  return (
    heading.level <= section.level &&
    heading.quotes === section.quotes &&
    heading.indent <= Math.max(section.indent, 3)
  );
}

/** Whether a line stands outside the quote that holds a section. */
function isOutside(line: string, { quotes }: Heading): boolean {
  return (/^[ \t>]*/u.exec(line)?.[0] ?? '').split('>').length - 1 < quotes;
}

/** Options of a cell stand in its first lines. */
const mostOptions = 20;
/** No words in brackets are longer. */
const longestSpan = 4000;

/** Words in brackets whose attributes hide them: `[글]{.hidden}`. */
function listHiddenSpans(text: string, isLiteral: (at: number) => boolean): Range[] {
  const ranges: Range[] = [];
  for (const { 0: end, index } of text.matchAll(hidingSpan)) {
    if (text[index - 1] === '\\') continue;
    const label = findOpening(text, index);
    // `[글][이름]{.hidden}`: the words stand before the label.
    const at = label !== null && text[label - 1] === ']' ? (findOpening(text, label - 1) ?? label) : label;
    if (at !== null && !isLiteral(at))
      ranges.push({ from: text[at - 1] === '!' ? at - 1 : at, to: index + end.length });
  }
  return ranges;
}

/** Where the bracket opens that closes at a place. */
function findOpening(text: string, end: number): number | null {
  let depth = 1;
  let at = end;
  while (depth > 0 && at > Math.max(0, end - longestSpan)) {
    at--;
    if (text[at] === ']') depth++;
    else if (text[at] === '[') depth--;
  }
  return depth === 0 ? at : null;
}

function closesFence(line: string, fence: string): boolean {
  const written = line.replace(/^[\s>]*/u, '').trimEnd();
  return written.startsWith(fence) && written === written.charAt(0).repeat(written.length);
}
