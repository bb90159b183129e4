/**
 * Blocks of Pandoc and Quarto (`::: {.callout-note title="…"}`, `::: {.panel-tabset}`, `:::: columns`), of MyST
 * (```` ```{note} 제목 ````, `:::{figure} a.png`) and of Obsidian's Admonition (```` ```ad-note ````). What they mean here
 * (`directive-words.ts`) is written in their place, line for line, so that a problem keeps its line: boxes, tabs, code,
 * pictures. A division that only says where its text stands leaves its text. What nobody here knows stays as it is written.
 */
import { readDirective, readDivision, type Block } from './directive-words.ts';

interface Open extends Omit<Block, 'end'> {
  /** The sign of its fence, and how many of them. */
  sign: string;
  size: number;
  /** How its end is written; null for as it is. */
  end: string | null;
  /** The headings that name its tabs. */
  level?: number;
}

/** The name of a formula, behind it: `$$ {#eq-a}`, `$$ (a)`. */
const equationName =
  /(?<=\$\$)[ \t]*\{#[^\s{}]+\}[ \t]*$|(?<=^[ \t>]*\$\$(?:[^$]*\$\$)?)[ \t]*\([\w:.-]+\)[ \t]*$/u;
const deepest = 40;
const mostOptions = 40;
/** The first line of an item may open one; it closes none. */
const fence = /^([ \t>]*((?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*))(:{3,}|`{3,}|~{3,})(.*)$/u;
const mayHold =
  /^(?:[ \t>]|(?:[-+*]|\d{1,9}[.)])[ \t])*(?::{3,}|`{3,}|~{3,})[ \t]*(?:\{|columns?\b|incremental\b|(?:callout|panel|content|ad)-)|^\([\w:.-]+\)=[ \t]*$|\$\$[ \t]*(?:\{#|\([a-z])/mu;

/** What Quarto and R read. */
export function isPandocFile(path: string): boolean {
  return /\.(?:qmd|rmd)$/iu.test(path);
}

/**
 * @param isPandoc every division is one of Pandoc's: a word that names it is only a class
 * @returns the text with as many lines as before
 */
export function readFencedDivs(body: string, isPandoc = false): string {
  if (!(isPandoc ? /^[ \t>]*:{3,}/mu : mayHold).test(body) && !mayHold.test(body)) return body;
  const lines = body.split('\n');
  const open: Open[] = [];
  /** Marks that nothing below closes. */
  const endless = new Set<string>();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const top = open.at(-1);
    const [, indent = '', item = '', marks = '', written = ''] = fence.exec(line) ?? [];
    const rest = written.trim();
    const sign = marks.charAt(0);
    if (top?.isCode) {
      if (sign === top.sign && marks.length >= top.size && !rest && !item) {
        if (top.end !== null) lines[at] = indent + top.end;
        open.pop();
      } else if (top.isHidden) lines[at] = '';
      else if (top.line) lines[at] = top.line(line);
      continue;
    }
    if (!marks) {
      if (top?.isHidden) lines[at] = '';
      else if (top?.isTabset) nameTab(lines, at, top);
      else {
        lines[at] = line.replace(equationName, '');
        if (!top) lines[at] = nameTarget(lines, at);
      }
      continue;
    }
    if (!rest && sign === ':') {
      if (item) continue;
      const same = open.findLastIndex((each) => each.sign === ':' && each.size === marks.length);
      // Pandoc's ends have any length.
      const place = same < 0 ? open.findLastIndex((each) => each.sign === ':' && each.end !== null) : same;
      const closed = place < 0 ? undefined : open[place];
      if (typeof closed?.end === 'string') lines[at] = closed.end && indent + closed.end;
      if (place >= 0) open.splice(place);
      continue;
    }
    // A directive between backticks may hold others, which have fewer.
    const outer =
      rest || item ? -1 : open.findLastIndex((each) => each.sign === sign && marks.length >= each.size);
    if (outer >= 0) {
      lines[at] = indent + (open[outer]?.end ?? marks);
      open.splice(outer);
      continue;
    }
    // Nobody nests so deep, and each level costs every line below it.
    if (open.length >= deepest) return body;
    const isInside = Boolean(top?.isHidden);
    const found = sign === ':' ? (readDivision(rest, isPandoc) ?? readDirective(rest)) : readDirective(rest);
    // One that nothing closes would take the rest of the note with it.
    if (found?.isHidden && !endless.has(marks) && !lines.slice(at + 1).some((each) => endsFence(each, marks)))
      endless.add(marks);
    const block = found?.isHidden && endless.has(marks) ? null : found;
    if (!block) {
      open.push({
        sign,
        size: marks.length,
        end: isInside ? '' : null,
        isCode: sign !== ':',
        isHidden: isInside,
      });
      if (isInside) lines[at] = '';
      continue;
    }
    const size = Math.max(3, marks.length);
    const { block: read, last } = takeOptions(lines, at, block);
    const made = read.takesHeading && !isInside ? takeHeading(lines, at, read) : read;
    const isHidden = Boolean(made.isHidden) || isInside;
    const opening = isHidden ? '' : writeOpening(made, size);
    // Code begins below its fence.
    const shown = made.isCode && opening ? last : at;
    lines[at] = indent.trimEnd();
    lines[shown] =
      opening && (shown === at ? indent : indent.replace(item, ' '.repeat(item.length))) + opening;
    open.push({ ...made, sign, size: marks.length, isHidden, end: isHidden ? '' : writeEnd(made, size) });
    at = last;
  }
  return lines.join('\n');
}

function endsFence(line: string, marks: string): boolean {
  const [, , item = '', ending = '', rest = ''] = fence.exec(line) ?? [];
  return ending.startsWith(marks) && !rest.trim() && !item;
}

/** A line without its text stays in its quote. */
function quoteOf(line: string): string {
  return (/^[ \t>]*/u.exec(line)?.[0] ?? '').trimEnd();
}

/** The lines of options below a directive (`:class: tip`, or between `---`), which leave the text. */
function takeOptions(lines: string[], at: number, block: Block): { block: Block; last: number } {
  if (!block.hasOptions) return { block, last: at };
  const options: Record<string, string> = {};
  const option = block.bareOptions ?? /^:([\w-]+):(?:[ \t]+(.*))?$/u;
  let next = at + 1;
  const strip = (line: string) => line.replace(/^[ \t>]*/u, '');
  const isYaml = strip(lines[next] ?? '').trim() === '---';
  if (isYaml) {
    const more = lines.slice(next + 1, next + mostOptions).findIndex((line) => strip(line).trim() === '---');
    // What is no list of options is text between two rules.
    const isText = lines
      .slice(next + 1, next + 1 + more)
      .some((line) => !/^(?:[\w-]+:.*|[ \t#-].*|)$/u.test(strip(line)));
    if (more < 0 || isText) return { block, last: at };
    const end = next + 1 + more;
    for (const line of lines.slice(next + 1, end)) {
      const [, key, value = ''] = /^([\w-]+):\s*(.*)$/u.exec(strip(line)) ?? [];
      if (key) options[key] = value.replace(/^["']|["']$/gu, '');
    }
    for (; next <= end; next++) lines[next] = quoteOf(lines[next] ?? '');
  } else
    for (; ; next++) {
      const [, key, value = ''] = option.exec(strip(lines[next] ?? '').trim()) ?? [];
      if (key === undefined) break;
      options[key] = value.trim();
      lines[next] = quoteOf(lines[next] ?? '');
    }
  return { block: { ...block, ...block.withOptions?.(options) }, last: next - 1 };
}

/** Quarto: a box without a title takes its first heading for one. */
function takeHeading(lines: string[], at: number, block: Block): Block {
  if (block.title) return block;
  const next = nextLine(lines, at);
  const title = readHeading(lines[next] ?? '')?.title;
  if (title === undefined) return block;
  lines[next] = '';
  return { ...block, title };
}

/** The level and the words of a heading, without the attributes at its end. */
function readHeading(line: string): { level: number; title: string } | null {
  const [, marks = '', rest = ''] = /^[ \t>]*(#{1,6})[ \t](.*)$/u.exec(line) ?? [];
  const title = rest
    .trim()
    .replace(/\{[^{}]*\}$/u, '')
    .trim();
  return title ? { level: marks.length, title } : null;
}

/** The next line that is not blank, if it is near. */
function nextLine(lines: readonly string[], at: number): number {
  const more = lines.slice(at + 1, at + 6).findIndex((line) => line.trim() !== '');
  return more < 0 ? -1 : at + 1 + more;
}

function writeOpening({ name, title: label = '', open, lang }: Block, size: number): string {
  if (open !== undefined) return open;
  if (lang !== undefined)
    return '`'.repeat(size + 1) + lang + (label ? ` title="${label.replace(/["`]/gu, "'")}"` : '');
  if (name === undefined) return '';
  return `${':'.repeat(size)}${name}${label ? ` ${label.trim()}` : ''}`;
}

function writeEnd({ name, end, lang }: Block, size: number): string {
  if (end !== undefined) return end;
  if (lang !== undefined) return '`'.repeat(size + 1);
  return name === undefined ? '' : ':'.repeat(size);
}

/** `## 이름` in a set of tabs opens the next one. */
function nameTab(lines: string[], at: number, tabset: Open): void {
  const heading = readHeading(lines[at] ?? '');
  if (!heading) return;
  tabset.level ??= heading.level;
  if (heading.level === tabset.level) lines[at] = `@tab ${heading.title}`;
}

/** `(이름)=` (MyST) names what stands below it; a heading keeps the name as its id. */
function nameTarget(lines: string[], at: number): string {
  const line = lines[at] ?? '';
  const [, name] = /^\(([\w:.-]+)\)=[ \t]*$/u.exec(line) ?? [];
  if (name === undefined) return line;
  const next = nextLine(lines, at);
  const heading = lines[next] ?? '';
  if (/^#{1,6}[ \t]/u.test(heading) && !/\{#[^{}]*\}\s*$/u.test(heading))
    lines[next] = `${heading} {#${name}}`;
  return '';
}
