/**
 * A line that puts another note here: `{{#include a.md}}` (mdBook), `--8<-- "a.md"` (MkDocs), `{{< include a.qmd >}}`
 * (Quarto), `<!--@include: ./a.md-->` (VitePress). It embeds that note as `![[a]]` does. Of a part (`--8<-- "a.md:name"`,
 * `"a.md:2:5"`) the text stands here as part of this note; the lines that mark it are shown nowhere. Files that are no notes
 * stay as they are written.
 */
import type { Image, Paragraph, Parent } from 'mdast';
import type { Flavour, FlavourContext } from './flavour.ts';
import { placePartial } from './partials.ts';
import { SKIP, visit } from '../markdown/visit.ts';

const line =
  /^(?:\{\{#include\s+([^\s:{}]+)\s*\}\}|-+8<-+\s+["“]([^"“”:\n]+(?::(?!\/\/)[^"“”\n]+)?)["”]|\{\{[<%]\s*include\s+"?([^"\s]+?)"?\s*[>%]\}\})$/u;
const partMark = /^[ \t>]*-+8<-+[ \t]+\[[ \t]*(?:start|end)[ \t]*:[ \t]*([\w-]+)[ \t]*\][ \t]*$/u;
const partMarkInComment = /^([ \t>]*)<!--[ \t]*(-+8<-+[^\n<>]{1,200}?)[ \t]*-->[ \t]*$/u;
const inComment =
  /^([ \t>]*)<!--[ \t]*@include:[ \t]*([^\s{}#]+)(?:#([\w-]+))?[ \t]*(?:\{(\d*)(,?)(\d*)\})?[ \t]*-->[ \t]*$/u;
const regionInComment = /^([ \t>]*)<!--[ \t]*#?(end)?region\b[ \t]*([\w-]*)[ \t]*-->[ \t]*$/u;

/** VitePress writes it as a comment, which would leave the text: it becomes mdBook's line, but where code shows it. */
export function showIncludes(body: string): string {
  if (!body.includes('@include:')) return body;
  return mapText(body, (written) =>
    written.replace(inComment, (_, indent: string, path: string, ...said: (string | undefined)[]) => {
      const [name = '', from = '', comma = '', to = ''] = said;
      const file = path.replace(/^@\//u, '/');
      // Of a region and of some lines MkDocs has a word: `#name`, `{2,5}`, `{2,}`, `{3}`.
      const part = name || (comma ? `${from || 1}:${to}` : from && `${from}:${from}`);
      return indent + (part ? `--8<-- "${file}:${part}"` : `{{#include ${file}}}`);
    }),
  );
}

/** Lines outside fences, each for itself. */
function mapText(body: string, change: (line: string, row: number) => string): string {
  let fence = '';
  return body
    .split('\n')
    .map((written, row) => {
      const [, mark = ''] = /^[\s>]*(`{3,}|~{3,})/u.exec(written) ?? [];
      if (mark) fence = fence ? (mark.startsWith(fence) ? '' : fence) : mark;
      return fence || mark ? written : change(written, row);
    })
    .join('\n');
}

/** The file and the part of it that an address of MkDocs names; null where it names all of a file. */
export function splitPart(url: string): { file: string; part: string } | null {
  const [, file, part] = /^([^:]+\.\w+):(.+)$/u.exec(url) ?? [];
  return file === undefined || part === undefined ? null : { file, part };
}

/** Shows the marks of parts that stand in comments as lines, for whoever hides comments before they are read. */
export function showPartMarks(text: string): string {
  if (!/8<-|region\b/u.test(text)) return text;
  const open: string[] = [];
  return mapText(text, (written) => {
    const [, indent = '', mark] = partMarkInComment.exec(written) ?? [];
    if (mark !== undefined && partMark.test(mark)) return indent + mark;
    const [, before, end, said = ''] = regionInComment.exec(written) ?? [];
    if (before === undefined) return written;
    const name = end ? said || open.pop() : said;
    if (!end) open.push(said);
    return name ? `${before}--8<-- [${end ? 'end' : 'start'}: ${name}]` : written;
  });
}

function urlIn(written: string): string | undefined {
  return line.exec(written.trim())?.slice(1).find(Boolean);
}

/** MkDocs looks from above the folder of notes, whose name then comes first. */
function targetsOf(url: string, written: string): string[] {
  const [, below] = /^[^/.][^/]*\/(.+)$/u.exec(url) ?? [];
  return /^-+8<-/u.test(written) && below !== undefined ? [url, `/${below}`] : [url];
}

/** A note that puts itself in means a file of the same name elsewhere. */
function isOther(
  opened: ReturnType<NonNullable<FlavourContext['open']>> | undefined,
  { path }: FlavourContext,
) {
  return opened?.kind === 'note' && opened.path !== path;
}

/** Whether the text may hold such a line. */
export function mayInclude(body: string): boolean {
  return /\{\{#include\s|8<-|\{\{[<%]\s*include\s/u.test(body);
}

/** What such lines name. */
export function listIncludes(body: string): string[] {
  return body.split('\n').flatMap((each) => urlIn(each.replace(/^[ \t>]+/u, '')) ?? []);
}

export const includes: Flavour = {
  adapt(tree, context) {
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (dropPartMarks(paragraph) && !paragraph.children.length && parent && index !== undefined) {
        (parent as Parent).children.splice(index, 1);
        return [SKIP, index];
      }
      const [only, ...others] = paragraph.children;
      if (only?.type !== 'text' || others.length || !parent || index === undefined) return undefined;
      const url = urlIn(only.value);
      if (url === undefined) return undefined;
      const targets = splitPart(url) ? [] : targetsOf(url, only.value);
      const target = targets.find((each) => isOther(context.open?.(each, context), context));
      if (target === undefined) {
        // Parts of pages have names that hide them.
        const found = context.include?.(url, context, 'md');
        if (!found) return undefined;
        const nodes = placePartial(found.tree, found.path, paragraph);
        (parent as Parent).children.splice(index, 1, ...(nodes as never[]));
        return [SKIP, index + nodes.length];
      }
      const image: Image = { type: 'image', url: target, alt: target.split('/').at(-1) ?? target };
      if (only.position) image.position = only.position;
      paragraph.children = [image];
      return SKIP;
    });
  },
};

/** Takes lines that mark parts out of a text; says whether there were any. */
function dropPartMarks(paragraph: Paragraph): boolean {
  let isChanged = false;
  for (const child of paragraph.children) {
    if (child.type !== 'text' || !child.value.includes('8<-')) continue;
    const kept = child.value.split('\n').filter((written) => !partMark.test(written));
    const value = kept.join('\n');
    if (value === child.value) continue;
    child.value = value;
    isChanged = true;
  }
  if (isChanged)
    paragraph.children = paragraph.children.filter((child) => child.type !== 'text' || child.value);
  return isChanged;
}
