/**
 * Tags of template engines in a note's text: Hugo's shortcodes (`{{< figure … >}}`, `{{% notice %}}`) and the Liquid tags of
 * Jekyll, Hexo and GitBook (`{% highlight %}`, `{% hint %}`). Those engines run before Markdown is read, and so does this:
 * what a tag means here (`template-words.ts`) is written in its place, line for line, so that a problem keeps its line. Tags
 * in code are what the code shows; a tag without meaning here, or without its end, stays as it is written.
 */
import { createLineFinder, createRangeTest, type Range } from '../markdown/text-places.ts';
import { readClippedLinks } from './clipped-links.ts';
import { readLogseqBlocks } from './logseq-blocks.ts';
import { readNotionBlocks } from './notion-blocks.ts';
import { readSlashBlocks } from './slash-blocks.ts';
import { listCode } from './template-code.ts';
import { fence, readMeaning, type Meaning, type Tag } from './template-words.ts';

interface Found extends Tag {
  from: number;
  to: number;
  closes: boolean;
  /** A part that is written in the place of the tag; `null` leaves it. */
  by: string | null;
  /** Stands on a line of its own, wherever the tag does. */
  isLine?: boolean;
  /** Without an end, it says nothing: in a sentence it is what the sentence is about. */
  isMere?: boolean;
}

const hugoPattern = /\{\{([<%])(?!\/\*)((?:(?!\{\{)[^]){0,1200}?)([>%])\}\}/gu;
const liquidPattern = /\{%-?((?:(?!\{%)[^]){0,1200}?)-?%\}/gu;

/**
 * @param isLiquid the folder is set up for a tool that runs Liquid, which takes its marks of raw text out of code too
 * @param siteValues what the tool's settings have for `{{ site.… }}`
 * @returns the text with as many lines as before, so that places in it stay true
 */
export function readTemplateTags(
  written: string,
  isLiquid = false,
  siteValues: Readonly<Record<string, string>> = {},
): string {
  const body = readPanes(readSlashBlocks(readLogseqBlocks(readNotionBlocks(readClippedLinks(written)))));
  if (!/\{\{[<%]|\{%|\{\{-?\s*(?:site\.|["'])/u.test(body)) return body;
  const code = listCode(body);
  const tags = listTags(body);
  const captured = readCaptures(tags, code);
  const literals = pair(tags, code, isLiquid, captured);
  putParts(tags, [code, literals], siteValues);
  const meant = tags.filter((tag) => tag.by !== null && !(tag.isMere && isInSentence(body, tag)));
  for (const tag of meant) tag.by = readAddresses(tag.by ?? '');
  const isKept = [code, literals, tags].map(createRangeTest);
  const addresses = listAddresses(body);
  const isAddress = createRangeTest(addresses);
  const values = [...listValues(body, siteValues), ...listCaptured(body, captured)].filter(
    ({ from }) => !isAddress(from),
  );
  const other = [...addresses, ...values].filter(({ from }) => !isKept.some((isIn) => isIn(from)));
  const read = write(
    body,
    [...meant, ...other].sort((a, b) => a.from - b.from),
  );
  return unescapeTags(joinAddresses(read));
}

/**
 * Docsy's panes hold code, unless they say that they hold text; their tabs say so each for itself. Between the columns of Hugo's
 * book theme stands an arrow.
 */
function readPanes(body: string): string {
  if (!/\{\{[<%]\s*(?:tabpane|columns)\b/u.test(body)) return body;
  const isText = /\btext=["']?true/u;
  const panes = /\{\{<\s*tabpane\b([^<>{}\n]*)>\}\}(?:(?!\{\{<\s*\/tabpane)[^])*/gu;
  const columns = /\{\{[<%]\s*columns\b[^{}\n]*\}\}(?:(?!\{\{[<%]\s*\/columns)[^])*/gu;
  return body
    .replace(panes, (pane, settings: string) => {
      if (isText.test(settings) || /^[ \t]*(?:`{3}|~{3})/mu.test(pane)) return pane;
      const lang = /\blang=["']?([\w+#-]+)/u.exec(settings)?.[1] ?? 'text';
      return pane.replace(
        /(\{\{<\s*tab\b)([^<>{}\n]*)(>\}\})/gu,
        (tab, open: string, said: string, end: string) =>
          isText.test(said) || /\blang=/u.test(said) ? tab : `${open}${said.trimEnd()} lang="${lang}" ${end}`,
      );
    })
    .replace(columns, (held) => held.replace(/^[ \t]*<--->[ \t]*$/gmu, ''));
}

/** A tag that is left in an address (`[글](https://a.b/{{% version %}}/c)`) holds blanks, with which it would be none. */
function joinAddresses(body: string): string {
  if (!/\]\([^()\n]*\{\{/u.test(body)) return body;
  const isCode = createRangeTest(listCode(body));
  return body.replace(/\]\([^()\s]*\{\{[<%][^{}\n]{0,300}[>%]\}\}[^()\s]*\)/gu, (written, at: number) =>
    isCode(at) ? written : written.replaceAll(' ', '%20'),
  );
}

/**
 * Hexo's themes write the name of a tab as a comment (`<!-- tab 이름 -->`), which would leave the text: between `{% tabs %}`
 * and its end it becomes a tag. Elsewhere, and in code, it is a comment like others.
 */
export function showTabs(body: string): string {
  if (!/\{%-?\s*tabs\b/u.test(body)) return body;
  const isCode = createRangeTest(listCode(body));
  const lastEnd = body.lastIndexOf('endtabs');
  let isInside = false;
  return body.replace(
    /\{%-?\s*(end)?tabs\b|<!--[ \t]*(end)?tab\b([^\n>]*?)-->/gu,
    (
      written: string,
      ends: string | undefined,
      end: string | undefined,
      name: string | undefined,
      at: number,
    ) => {
      if (isCode(at)) return written;
      if (name === undefined) isInside = ends === undefined && at < lastEnd;
      if (name === undefined || !isInside) return written;
      return end ? '{% endtab %}' : `{% tab "${name.replace(/@.*$|["%]/gu, '').trim()}" %}`;
    },
  );
}

/** Every tag, in the order of the text. */
function listTags(body: string): Found[] {
  const hugo = [...body.matchAll(hugoPattern)].flatMap(
    ({ 0: all, 1: opens, 2: inside = '', 3: ends, index }) =>
      (opens === '<') === (ends === '>') ? readTag('hugo', inside, index, index + all.length) : [],
  );
  const liquid = [...body.matchAll(liquidPattern)].flatMap(({ 0: all, 1: inside = '', index }) =>
    // `{{% … %}}` is Hugo's.
    body[index - 1] === '{' || body[index + all.length] === '}'
      ? []
      : readTag('liquid', inside, index, index + all.length),
  );
  return [...hugo, ...liquid].sort((a, b) => a.from - b.from);
}

function readTag(engine: Tag['engine'], inside: string, from: number, to: number): Found[] {
  const [, slash, name = '', rest = ''] = /^(\/?)\s*([A-Za-z][\w./-]*)([^]*?)\/?$/u.exec(inside.trim()) ?? [];
  if (!name) return [];
  const lower = name.toLowerCase();
  const ends = engine === 'liquid' && lower !== 'endtoc' && /^end[a-z]/u.test(lower);
  const words: string[] = [];
  const named: Record<string, string> = {};
  const parts = /(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s"'`=]+))/gu;
  for (const [, key, double, single, tick, bare] of rest.matchAll(parts)) {
    const value = (double ?? single ?? tick ?? bare ?? '').replace(/\\(["'])/gu, '$1');
    if (key === undefined) words.push(value);
    else named[key.toLowerCase()] = value;
  }
  return [
    {
      engine,
      name: ends ? lower.slice(3) : lower,
      closes: Boolean(slash) || ends,
      words,
      named,
      from,
      to,
      by: null,
    },
  ];
}

/**
 * Gives each tag what stands instead of it, if it has a meaning and, where it needs one, an end.
 * @returns what stands as it is written
 */
function pair(tags: Found[], code: readonly Range[], isLiquid: boolean, captured: Captured): Range[] {
  const isCode = createRangeTest(code);
  const open: Found[] = [];
  const ends = new Map<Found, Found>();
  /** How many of a name are open, and where the last of them ends: both keep the work in the text's measure. */
  const waiting = new Map<string, number>();
  const lastEnds = new Map<string, number>();
  for (const tag of tags) if (tag.closes) lastEnds.set(keyOf(tag), tag.from);
  let literal: Found | null = null;
  const inLiteral = new Set<Found>();
  const meaningOf = (tag: Found) =>
    (isCapture(tag) ? captured.get(tag.words[0] ?? '') : readMeaning(tag)) ?? null;
  const literals: Range[] = [];
  for (const tag of tags) {
    const isRaw = isLiquid && tag.engine === 'liquid' && (tag.name === 'raw' || tag.name === 'verbatim');
    if (isCode(tag.from) && !isRaw) continue;
    if (literal) {
      if (!(tag.closes && tag.name === literal.name && tag.engine === literal.engine)) {
        inLiteral.add(tag);
        continue;
      }
      ends.set(literal, tag);
      literals.push({ from: literal.to, to: tag.from });
      literal = null;
      continue;
    }
    if (!tag.closes) {
      const meaning = meaningOf(tag);
      const isLiteral = meaning?.kind === 'raw' || (meaning?.kind === 'block' && meaning.isCode === true);
      if (isLiteral && (lastEnds.get(keyOf(tag)) ?? -1) > tag.from) literal = tag;
      else {
        open.push(tag);
        waiting.set(keyOf(tag), (waiting.get(keyOf(tag)) ?? 0) + 1);
      }
      continue;
    }
    if (!waiting.get(keyOf(tag))) continue;
    const at = open.findLastIndex(({ name, engine }) => name === tag.name && engine === tag.engine);
    if (at < 0) continue;
    const [opener, ...others] = open.splice(at);
    for (const each of opener ? [opener, ...others] : []) {
      waiting.set(keyOf(each), (waiting.get(keyOf(each)) ?? 1) - 1);
    }
    if (opener) ends.set(opener, tag);
  }
  for (const tag of tags) {
    if (tag.closes || inLiteral.has(tag) || (isCode(tag.from) && !ends.has(tag))) continue;
    const meaning = meaningOf(tag);
    if (meaning) place(tag, ends.get(tag), meaning);
  }
  return literals;
}

/** What a text that is kept under a name becomes, by that name. */
type Captured = ReadonlyMap<string, Meaning>;

function isCapture({ engine, name, closes }: Found): boolean {
  return engine === 'liquid' && name === 'capture' && !closes;
}

/**
 * `{% capture a %}…{% endcapture %}` keeps a text for `{{ a }}` or `{% include box.html text=a %}`: it is shown where it
 * stands. What it is kept for goes, and where that is code (`{% include code-block.html python=a %}`) it is code.
 */
function readCaptures(tags: Found[], code: readonly Range[]): Captured {
  const found = new Map<string, Meaning>();
  const isCode = createRangeTest(code);
  for (const tag of tags)
    if (isCapture(tag) && tag.words[0] && !isCode(tag.from))
      found.set(tag.words[0], { kind: 'block', open: '', close: '', inline: '' });
  if (!found.size) return found;
  for (const tag of tags) {
    if (tag.engine !== 'liquid' || tag.name !== 'include' || isCode(tag.from)) continue;
    const uses = Object.entries(tag.named).filter(([, value]) => found.has(value));
    if (uses.length) tag.by = '';
    if (/code|highlight/iu.test(tag.words[0] ?? ''))
      for (const [lang, value] of uses) found.set(value, fence(lang, ''));
  }
  return found;
}

/** `{{ a | markdownify }}`, which says what has been captured. */
function listCaptured(body: string, captured: Captured): Found[] {
  if (!captured.size) return [];
  return Array.from(body.matchAll(/\{\{-?\s*([\w-]{1,200})\s*(?:\|[^{}\n]{0,200})?\}\}/gu)).flatMap(
    ({ 0: all, 1: name = '', index }) => (captured.has(name) ? [placeText(index, all, '')] : []),
  );
}

/** `{% include copy.html %}`: a part of pages that always says the same. */
function putParts(tags: Found[], kept: readonly Range[][], values: Readonly<Record<string, string>>): void {
  const isKept = kept.map(createRangeTest);
  for (const tag of tags) {
    const [file, ...others] = tag.words;
    if (tag.engine !== 'liquid' || tag.name !== 'include' || file === undefined || others.length) continue;
    const key = partKey(file);
    if (tag.by !== null || Object.keys(tag.named).length || !Object.hasOwn(values, key)) continue;
    if (!isKept.some((isIn) => isIn(tag.from))) tag.by = values[key] ?? '';
  }
}

/** What a part of pages is called among the values of a site. */
export function partKey(file: string): string {
  return `include ${file}`;
}

/** Whether words stand beside a tag in its line. */
function isInSentence(body: string, { from, to }: Range): boolean {
  let before = from - 1;
  while (/[ \t>*+-]/u.test(body[before] ?? '')) before--;
  let after = to;
  while (/[ \t]/u.test(body[after] ?? '')) after++;
  return /[^\n}]/u.test(body[before] ?? '\n') || /[^\n{]/u.test(body[after] ?? '\n');
}

function keyOf({ engine, name }: Found): string {
  return `${engine} ${name}`;
}

function place(tag: Found, end: Found | undefined, meaning: Meaning): void {
  switch (meaning.kind) {
    case 'raw':
      if (!end) return;
      tag.by = end.by = '';
      return;
    case 'fence-title':
      if (!end) return;
      tag.by = meaning.title ? `\0${meaning.title.replace(/["\0\n]/gu, "'")}\0` : '';
      end.by = '';
      return;
    case 'text':
      // A pair that needs its end, such as a link around words.
      if (!end && meaning.close) return;
      tag.by = meaning.open;
      if (end) end.by = meaning.close ?? '';
      return;
    case 'block':
      if (!end && meaning.close) return;
      tag.by = meaning.open;
      tag.isLine = meaning.open !== '';
      tag.isMere = !end && !meaning.open;
      if (!end) return;
      end.by = meaning.close;
      end.isLine = meaning.close !== '';
      (tag as Found & { inline?: string }).inline = meaning.inline ?? '';
      (tag as Found & { end?: Found }).end = end;
  }
}

type Paired = Found & { inline?: string; end?: Found };

/** The mark of a list item, with nothing behind it. */
const listed = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/u;

/** Writes what stands instead of the tags, each in its own line. */
function write(body: string, tags: readonly Found[]): string {
  if (!tags.length) return body;
  const lines = body.split('\n');
  const { starts, lineOf } = createLineFinder(body);
  const isBlank = (line: number) => /^[ \t>]*$/u.test(lines[line] ?? '');
  const taken = new Set<number>();
  /** The line on which a mark can stand alone; null where there is none. */
  const findLine = ({ from, to }: Found, way: -1 | 1): number | null => {
    const [first, last] = [lineOf(from), lineOf(to - 1)];
    const before = (lines[first] ?? '').slice(0, from - (starts[first] ?? 0));
    const after = (lines[last] ?? '').slice(to - (starts[last] ?? 0));
    const [clear, text] = way < 0 ? [before, after] : [after, before];
    const isListed = way < 0 && listed.test(clear);
    if (!isListed && !/^[ \t>]*$/u.test(clear)) return null;
    // Behind the mark of a list item a box may begin, but nothing can stand above it.
    if (isListed) return text.trim() ? null : first;
    if (!text.trim() || (way > 0 && /^[ \t>]*$/u.test(text))) return first;
    const beside = way < 0 ? first - 1 : last + 1;
    if (beside < 0 || beside > lines.length || taken.has(beside)) return null;
    return beside === lines.length || isBlank(beside) ? beside : null;
  };
  const moved = new Map<Found, number>();
  for (const tag of tags as Paired[]) {
    if (!tag.end || !tag.isLine) continue;
    const first = findLine(tag, -1);
    if (first !== null && first !== lineOf(tag.from)) taken.add(first);
    const last = findLine(tag.end, 1);
    if (first === null || last === null || first === last) {
      if (first !== null) taken.delete(first);
      // In a line of text there is no room for a box.
      tag.by = tag.inline ?? '';
      tag.end.by = tag.inline === '$' ? '$' : '';
      tag.isLine = tag.end.isLine = false;
      continue;
    }
    if (first !== lineOf(tag.from)) moved.set(tag, first);
    if (last !== lineOf(tag.end.from)) {
      moved.set(tag.end, last);
      taken.add(last);
    }
  }
  // What stands behind the last tag that was looked at, from the end: a long line of tags is put together once.
  const behind = new Map<number, string[]>();
  const cut = (line: number, from: number, to: number | undefined, ...parts: string[]) => {
    const text = lines[line] ?? '';
    const found = behind.get(line) ?? [];
    if (to !== undefined) found.push(text.slice(to));
    found.push(...parts);
    behind.set(line, found);
    lines[line] = text.slice(0, from);
  };
  for (const tag of tags.toReversed()) {
    const [first, last] = [lineOf(tag.from), lineOf(tag.to - 1)];
    const [from, to] = [tag.from - (starts[first] ?? 0), tag.to - (starts[last] ?? 0)];
    const beside = moved.get(tag);
    const by = beside === undefined ? [tag.by ?? ''] : [];
    if (beside !== undefined)
      lines[beside] = (/^[ \t>]*/u.exec((lines[first] ?? '').slice(0, from))?.[0] ?? '') + (tag.by ?? '');
    if (first === last) {
      cut(first, from, to, ...by);
      continue;
    }
    // A tag over several lines leaves them.
    cut(last, 0, to);
    for (let line = first + 1; line < last; line++) lines[line] = '';
    cut(first, from, undefined, ...by);
  }
  for (const [line, parts] of behind) lines[line] = (lines[line] ?? '') + parts.reverse().join('');
  return titleFences(lines.join('\n'));
}

/** The title of a tag around a fence stands in the fence. */
function titleFences(text: string): string {
  return text
    .replace(
      /\0([^\0]*)\0((?:[ \t>]*\n)+[ \t>]*(?:`{3,}|~{3,})[^\n]*)/gu,
      (_, title: string, rest: string) => (/title=/u.test(rest) ? rest : `${rest} title="${title}"`),
    )
    .replace(/\0([^\0]*)\0/gu, '$1');
}

/** Jekyll's ways to write an address below the site's own: `{{ site.baseurl }}/a.png`, `{{ "/a.png" | relative_url }}`. */
const addressPattern = new RegExp(
  [
    String.raw`(?:\{\{-?\s*site\.(?:url|baseurl)\s*-?\}\}){1,2}(?=\/|\{%-?\s*(?:link|post_url)\s)`,
    String.raw`\{\{-?\s*(["'])([^"'{}\n]*)\1\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url)(?:\s*\|\s*prepend:\s*site\.url)?)\s*-?\}\}`,
    String.raw`\{\{-?\s*site\.(?:url|baseurl)\s*\|\s*append:\s*(["'])([^"'{}\n]*)\3\s*-?\}\}`,
  ].join('|'),
  'gu',
);

function readAddresses(text: string): string {
  return text.replace(addressPattern, (_, _a, url?: string, _b?: string, end?: string) => url ?? end ?? '');
}

/** The same as tags of their own. */
function listAddresses(body: string): Found[] {
  return Array.from(body.matchAll(addressPattern), ({ 0: all, 2: url, 4: end, index }) =>
    placeText(index, all, url ?? end ?? ''),
  );
}

/** `{{ site.repository }}`, where the site's settings say what it is. */
function listValues(body: string, values: Readonly<Record<string, string>>): Found[] {
  return Array.from(body.matchAll(/\{\{-?\s*site\.([\w.-]{1,200}?)\s*-?\}\}/gu)).flatMap(
    ({ 0: all, 1: name = '', index }) =>
      Object.hasOwn(values, name) ? [placeText(index, all, values[name] ?? '')] : [],
  );
}

function placeText(from: number, written: string, by: string): Found {
  return {
    engine: 'liquid',
    name: '',
    closes: false,
    words: [],
    named: {},
    from,
    to: from + written.length,
    by,
  };
}

/** `{{</* ref *\/>}}` is how Hugo's authors show a shortcode. */
function unescapeTags(text: string): string {
  return text.replace(/\{\{([<%])\/\*([^\n]*?)\*\/([>%])\}\}/gu, '{{$1$2$3}}');
}
