/**
 * A line that puts another note here: `{{#include a.md}}` (mdBook), `--8<-- "a.md"` (MkDocs), `{{< include a.qmd >}}`
 * (Quarto), `<!--@include: ./a.md-->` (VitePress). It embeds that note as `![[a]]` does. Parts of a file, by lines or names,
 * and files that are no notes stay as they are written.
 */
import type { Image } from 'mdast';
import type { Flavour } from './flavour.ts';
import { visit } from '../markdown/visit.ts';

const line =
  /^(?:\{\{#include\s+([^\s:{}]+)\s*\}\}|-+8<-+\s+["“]([^"“”:\n]+)["”]|\{\{[<%]\s*include\s+"?([^"\s]+?)"?\s*[>%]\}\})$/u;
const inComment = /^([ \t>]*)<!--[ \t]*@include:[ \t]*([^\s{}#]+)[ \t]*-->[ \t]*$/gmu;

/** VitePress writes it as a comment, which would leave the text: it becomes mdBook's line. */
export function showIncludes(body: string): string {
  if (!body.includes('@include:')) return body;
  return body.replace(
    inComment,
    (_, indent: string, path: string) => `${indent}{{#include ${path.replace(/^@\//u, '/')}}}`,
  );
}

/** Whether the text may hold such a line. */
export function mayInclude(body: string): boolean {
  return /\{\{#include\s|8<-|\{\{[<%]\s*include\s/u.test(body);
}

export const includes: Flavour = {
  adapt(tree, context) {
    visit(tree, 'paragraph', (paragraph) => {
      const [only, ...others] = paragraph.children;
      if (only?.type !== 'text' || others.length) return;
      const url = line.exec(only.value.trim())?.slice(1).find(Boolean);
      if (url === undefined || context.open?.(url, context)?.kind !== 'note') return;
      const image: Image = { type: 'image', url, alt: url.split('/').at(-1) ?? url };
      if (only.position) image.position = only.position;
      paragraph.children = [image];
    });
  },
};
