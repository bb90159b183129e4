/**
 * Lines that put a file of code into a page, by itself or in a fence: `{{#include a.rs:2:5}}`, `{{#playground a.rs}}` (mdBook),
 * `--8<-- "a.py:name"` (MkDocs), `<<< ./a.ts#region{2} [이름]` (VitePress), `{* a.py hl[2] *}`. The file is shown as code;
 * where it is not among the notes the line stays as it is written.
 */
import { dirname, join } from 'node:path/posix';
import type { Code, Parent } from 'mdast';
import { toNfc } from '../knowledge/text.ts';
import { type Flavour, leaveOut } from './flavour.ts';
import { fenceFor } from './template-code.ts';
import { SKIP, visit } from '../markdown/visit.ts';

const ofBook = /^\{\{#(?:include|playground|rustdoc_include)\s+([^\s{}]+)(?:\s[^{}]*)?\}\}$/u;
const ofSnippets = /^-+8<-+\s+["“]([^"“”\n]+)["”]$/u;
const ofStars = /^\{\*\s+([^\s{}]+)(?:\s[^{}]*)?\*\}$/u;
const ofVitePress =
  /^<<<[^\S\n]+(@\/|\/|\.{1,2}\/)?([^\s{}#[\]@][^\s{}#[\]]*)(?:#([\w*-]+))?[^\S\n]*(?:\{([^{}\n]*)\})?[^\S\n]*(?:\[([^[\]\n]+)\])?$/u;
/** What only marks a part of a file. */
const mark = /(?:\bANCHOR(?:_END)?:|-+8<-+\s*\[(?:start|end):)\s*([\w-]+)/u;
/** The same for editors, and for VitePress: `// #region name`, `<!-- #endregion -->`. Code has words of that name, too. */
const region = /^\s*(?:(?:\/\/|\/\*|<!--|--|;|REM\b)\s*#?|#\s*#?|#pragma\s+)(end)?region\b\s*([\w*-]*)/iu;

export interface CodePart {
  url: string;
  /** The tool looks from above the folder of notes, whose name then comes first. */
  isFromAbove: boolean;
  /** The lines of the file that are asked for; null where the file has none of that name. */
  select: (text: string) => string | null;
  /** What follows the language of the fence that it becomes. */
  meta?: string;
  lang?: string;
}

/** Null for any other line. */
export function readCodeLine(line: string): CodePart | null {
  const written = line.trim();
  const vite = ofVitePress.exec(written);
  if (vite) {
    const [, start = '', path = '', name = '', said = '', title] = vite;
    // `{2,4-6 ts:line-numbers}`
    const [lines = ''] = /^[\d,-]+(?=\s|$)/u.exec(said.trim()) ?? [];
    const [lang = ''] = /^[a-z][\w+#-]*/iu.exec(said.trim().slice(lines.length).trim()) ?? [];
    const meta = [lines && `{${lines}}`, title && `[${title}]`].filter(Boolean).join(' ');
    return {
      url: /^@?\/$/u.test(start) ? path : start + path,
      isFromAbove: false,
      select: (text) => (name ? selectRegion(text, name) : wholeFile(text)),
      ...(meta && { meta }),
      ...(lang && { lang }),
    };
  }
  const isSnippet = ofSnippets.test(written);
  const [, target] = ofBook.exec(written) ?? ofSnippets.exec(written) ?? ofStars.exec(written) ?? [];
  if (target === undefined) return null;
  const [, url = '', which = ''] = /^([^:]+)(?::(.*))?$/u.exec(target) ?? [];
  return { url, isFromAbove: isSnippet, select: (text) => selectLines(text, which, isSnippet) };
}

/** All of a file, without the lines that only mark its parts. */
export function wholeFile(text: string): string | null {
  return selectLines(text, '', false);
}

/** What MkDocs means by a name or by lines of a file; null where the file has none such. */
export function selectPart(text: string, which: string): string | null {
  return selectLines(text, which, true);
}

function selectLines(text: string, which: string, isOpen: boolean): string | null {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '').split('\n');
  const bare = (part: readonly string[]) => part.filter((line) => !mark.test(line)).join('\n');
  const [, from, colon, to] = /^(\d*)(:?)(\d*)$/u.exec(which) ?? [];
  if (!which) return bare(lines);
  if (from !== undefined) {
    const first = Number(from) || 1;
    const last = Number(to) || (colon || isOpen ? lines.length : first);
    return first > lines.length ? null : lines.slice(first - 1, last).join('\n');
  }
  const [start = -1, end = -1] = lines.flatMap((line, index) =>
    mark.exec(line)?.[1] === which ? index : [],
  );
  return start < 0 ? null : bare(lines.slice(start + 1, end < 0 ? undefined : end));
}

function selectRegion(text: string, name: string): string | null {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n');
  const marks = lines.map((line) => region.exec(line));
  const start = marks.findIndex((found) => found && !found[1] && found[2] === name);
  if (start < 0) return null;
  let depth = 1;
  const end = marks.findIndex((found, index) => {
    if (!found || index <= start) return false;
    depth += found[1] ? -1 : 1;
    return depth === 0 || (found[1] && found[2] === name);
  });
  const inside = lines.slice(start + 1, end < 0 ? undefined : end).filter((line) => !region.test(line));
  const indents = inside.filter((line) => line.trim()).map((line) => /^[ \t]*/u.exec(line)?.[0].length ?? 0);
  const indent = indents.length ? Math.min(...indents) : 0;
  return inside.map((line) => line.slice(indent)).join('\n');
}

/** Where the file may lie: beside the note, or at the folder's top. */
export function codeTargets({ url, isFromAbove }: CodePart, from: string): string[] {
  const below = isFromAbove ? url.replace(/^(?:\.\/)?[^/.][^/]*\//u, '') : url;
  return [...[dirname(from), ''].map((folder) => join(folder, toNfc(url))), join(toNfc(below))].filter(
    (path) => !/^\.\.(?:\/|$)/u.test(path),
  );
}

/** The language that the name of a file says. */
export function languageOf(path: string): string {
  return /\.(\w+)$/u.exec(path)?.[1] ?? '';
}

export const codeParts: Flavour = {
  adapt(tree, context) {
    const open = (line: string) => context.code?.(line.trim(), context) ?? null;
    visit(tree, (node, index, parent) => {
      if (node.type === 'code' && node.lang !== 'mermaid' && node.value.split('\n').some(readCodeLine)) {
        let from = node.position?.start.offset ?? 0;
        node.value = node.value.replace(/^.*$/gmu, (line) => {
          const found = readCodeLine(line) && open(line);
          if (!found) return line;
          const at = context.source.indexOf(line, from);
          if (at >= 0 && node.position) leaveOut(tree, { from: at, written: line, by: found.text });
          from = Math.max(from, at + line.length);
          return found.text;
        });
        return SKIP;
      }
      if (node.type !== 'paragraph' || !parent || index === undefined) return undefined;
      const [only, ...others] = node.children;
      if (only?.type !== 'text' || others.length) return undefined;
      const made: Code[] = [];
      let from = node.position?.start.offset ?? 0;
      for (const line of only.value.split('\n')) {
        const part = readCodeLine(line);
        const found = part && open(line);
        if (!found) return undefined;
        const code: Code = {
          type: 'code',
          lang: part.lang ?? languageOf(found.path),
          meta: part.meta ?? null,
          value: found.text,
        };
        if (node.position) {
          code.position = node.position;
          from = Math.max(from, context.source.indexOf(line, from));
          const fence = fenceFor(found.text);
          const opening = [fence + (code.lang ?? ''), code.meta].filter(Boolean).join(' ');
          leaveOut(tree, { from, written: line, by: `${opening}\n${found.text}\n${fence}` });
          from += line.length;
        }
        made.push(code);
      }
      (parent as Parent).children.splice(index, 1, ...made);
      return [SKIP, index + made.length];
    });
  },
};
