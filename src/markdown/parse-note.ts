import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFileMessage } from 'vfile-message';
import { problemsWords, studyWords } from '#words';
import { readDiagramElements } from '../flavours/unfenced-diagrams.ts';
import { readDendronLinks } from '../flavours/wikilinks.ts';
import { emptyOutline, type Outline, type Trouble } from '../knowledge/note.ts';
import { splitBareLinks } from './bare-links.ts';
import { countAsked } from './count-asked.ts';
import { keepWords } from './keep-words.ts';
import { limitDepth } from './limit-depth.ts';
import { listLeftOut, listMarks } from './list-marks.ts';
import { buildOutline } from './outline.ts';
import { type PrepareOptions, prepareTree } from './prepare-tree.ts';
import { readHtml } from './read-html.ts';
import { readMdx } from './read-mdx.ts';
import { parseMd, parseMdx, parseRunningMdx } from './read-source.ts';
import { cutRanges, listEnclosed } from './text-places.ts';

/** How MDX is read: as data, or so that its expressions run in the build. */
export interface ParseOptions {
  runs?: boolean;
}

/**
 * A note's text as a tree, for the check and the pages alike. HTML and MDX in it have become nodes like those of
 * Markdown; what was left out or is doubtful is reported in the tree (`troublesOf`). Only MDX that is to run throws, a
 * `VFileMessage`, where it is not well-formed.
 */
export function parseMarkdown(body: string, format: 'md' | 'mdx', options: ParseOptions = {}): Root {
  return nameNodes(parseSource(body, format, options), options);
}

interface Parsed {
  tree: Root;
  isMdx: boolean;
}

/** The tree as the parser leaves it: HTML and MDX are raw, and all has its place. */
function parseSource(body: string, format: 'md' | 'mdx', { runs = false }: ParseOptions): Parsed {
  const parsed =
    format === 'md'
      ? { tree: parseMd(body), isMdx: false }
      : runs
        ? { tree: parseRunningMdx(body), isMdx: true }
        : parseMdx(body);
  limitDepth(parsed.tree);
  return parsed;
}

function nameNodes({ tree, isMdx }: Parsed, { runs = false }: ParseOptions): Root {
  splitBareLinks(tree);
  keepWords(tree);
  if (isMdx) readMdx(tree, runs);
  else readDiagramElements(tree);
  readHtml(tree);
  limitDepth(tree);
  return tree;
}

/**
 * Whether the text of a `.md` file is MDX, as Docusaurus reads it: it imports before its first fence, or anywhere what a tag
 * in it is called by, or an element of HTML has attributes of JSX (`className="…"`, `style={{…}}`).
 */
export function looksLikeMdx(written: string): boolean {
  // What Vue imports stands in its script.
  const text = cutRanges(written, listEnclosed(written, /^<script\b/gmu, /^<\/script>/gmu));
  const [head = ''] = text.split(/^(?:`{3}|~{3})/mu, 1);
  const hasImport = /^import\s[^\n]*\sfrom\s+(['"])[^'"\n]+\1\s*;?\s*$/mu.test(head);
  if (hasImport || !/className=|style=\{\{|^import\s/mu.test(text)) return hasImport;
  const prose = text.replace(/^([ \t]*)(`{3,}|~{3,})[^]*?^[ \t]*\2/gmu, '').replace(/`[^`\n]*`/gu, '');
  const imported = prose.matchAll(/^import\s+([A-Z]\w*)\s+from\s+(['"])[^'"\n]+\2\s*;?\s*$/gmu);
  const tags = new Set(Array.from(prose.matchAll(/<([A-Z]\w*)[\s/>]/gu), ([, name]) => name));
  if ([...imported].some(([, name]) => tags.has(name))) return true;
  return /<[a-z][a-z\d]*\s(?:[^<>]*?\s)?(?:className=|style=\{\{)/u.test(prose);
}

/** Makes Astro's processor read notes as everybody else does. */
export function remarkParseNote(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  // The processor that compiles MDX has its syntax already.
  const runs = Boolean(data.micromarkExtensions?.length);
  this.parser = (text, file) =>
    parseMarkdown(text, runs || /\.mdx$/iu.test(file.path) || looksLikeMdx(text) ? 'mdx' : 'md', { runs });
}

/**
 * The outline of a note's body, and the title that its first h1 gives it (`''` where it has none) unless `options` say
 * one. Wrong MDX gives an outline without content and one trouble at its place.
 */
export function readOutline(
  body: string,
  format: 'md' | 'mdx',
  options: PrepareOptions & ParseOptions,
): { outline: Outline; title: string } {
  try {
    const parsed = parseSource(body, format, options);
    // Marks say where links lead, so these are read before them.
    if (options.flavour?.isDendron === true) readDendronLinks(parsed.tree);
    const written = listMarks(parsed.tree, body);
    const tree = nameNodes(parsed, options);
    const marks = [...written, ...listLeftOut(tree, body)].sort((a, b) => a.from - b.from || b.to - a.to);
    const title = prepareTree(tree, { ...options, flavour: { path: '', ...options.flavour, source: body } });
    const asked = countAsked(tree, studyWords().asked);
    const outline = { ...buildOutline(tree, options.blockNames), marks, ...(asked > 0 ? { asked } : {}) };
    return { outline, title };
  } catch (error) {
    return { outline: { ...emptyOutline(), troubles: [readTrouble(error)] }, title: options.title };
  }
}

/** A note's body without the elements that its page leaves out, line for line: a part of one would be shown without it. */
export function cutLeftOut(body: string, format: 'md' | 'mdx'): string {
  if (!body.includes('<')) return body;
  const left = listLeftOut(parseMarkdown(body, format), body).filter(
    ({ kind, text }) => kind === 'hidden' && !text,
  );
  return left.reduceRight(
    (kept, { from, to }) =>
      kept.slice(0, from) + kept.slice(from, to).replace(/[^\n]+/gu, '') + kept.slice(to),
    body,
  );
}

/** Some MDX errors carry their place only inside the sentence: `… (3:1-3:6)`, counted in the body. */
function readTrouble(error: unknown): Trouble {
  const { line, column, reason, message } = error as Partial<VFileMessage> & Error;
  const said = (reason ?? message).replace(/ \(note: .*\)$/su, '');
  const inside = / ?\((\d+):(\d+)(?:-\d+:\d+)?\)/u.exec(said);
  return {
    line: line ?? Number(inside?.[1] ?? 1),
    column: column ?? Number(inside?.[2] ?? 1),
    severity: 'error',
    message: problemsWords().mdx.syntax(said.replace(/ ?\(\d+:\d+(?:-\d+:\d+)?\)/gu, '')),
  };
}
