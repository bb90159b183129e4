/** Comments in diagrams and formulas: what stands for nobody in a language of its own. */
import type { Nodes, Root } from 'mdast';
import { listEnclosed, type Range } from '../markdown/text-places.ts';
import { visit } from '../markdown/visit.ts';

/** Lines of Mermaid that are comments; in Quarto, one may hold the caption. */
export function listCommentLines(written: string, from: number): Range[] {
  return Array.from(
    written.matchAll(/^([ \t>]*)%%(?!\{|\|[ \t]*fig-cap[ \t]*:).*$/gmu),
    ({ 0: line, 1: before = '', index }) => ({
      from: from + index + before.length,
      to: from + index + line.length,
    }),
  );
}

/** Diagrams that stand in no fence: in a box (`::: mermaid`, Azure), in an element (`<div class="mermaid">`). */
export function listOtherDiagrams(text: string): Range[] {
  const kinds: [opens: RegExp, closes: RegExp][] = [
    [/^[ \t>]*:{3,}[ \t]*mermaid\b.*$/gimu, /^[ \t>]*:{3,}[ \t]*$/gmu],
    [/<(?:div|pre|code)\s[^<>]*\bmermaid\b[^<>]*>/giu, /<\/(?:div|pre|code)>/giu],
  ];
  if (!/mermaid/iu.test(text)) return [];
  return kinds.flatMap(([opens, closes]) => listEnclosed(text, opens, closes));
}

/** The comments of Mermaid; a `%%{` opens what it is told. */
export function listDiagramComments(tree: Root, text: string): Range[] {
  const ranges: Range[] = [];
  visit(tree, 'code', (node) => {
    if (!/^(?:mermaid|\{[.]?mermaid\b.*)$/iu.test(node.lang ?? '')) return;
    const { from, to } = rangeOf(node);
    const written = text.slice(from, to);
    ranges.push(...listCommentLines(written, from));
    // Mermaid draws these, or stumbles over them; what a number touches is text (`100%%`).
    for (const { 0: comment, index } of written.matchAll(
      /(?<![\p{N}%}])%%(?!\{)(?:(?!%%)[^\n])+%%|(?<=[ \t])%%(?=[ \t])[^"\])}|\n]*$/gmu,
    )) {
      const before = written.slice(written.lastIndexOf('\n', index) + 1, index);
      if (/[^\s>]/u.test(before)) ranges.push({ from: from + index, to: from + index + comment.length });
    }
    const [head = ''] = /^[^\n]*\n[ \t>]*---[ \t]*\n[^]*?\n[ \t>]*---[ \t]*$/mu.exec(written) ?? [];
    for (const { 1: before = '', 2: comment = '', index } of head.matchAll(
      /^((?:"[^"\n]*"|'[^'\n]*'|[^"'\n]|["'](?=[^"'\n]*$))*?(?<=^|[ \t]))(#.*)$/gmu,
    ))
      ranges.push({
        from: from + index + before.length,
        to: from + index + before.length + comment.length,
      });
    // Labels are HTML to Mermaid.
    let at = written.indexOf('<!--');
    for (
      let end = written.indexOf('-->', at + 4);
      at >= 0 && end >= 0;
      end = written.indexOf('-->', at + 4)
    ) {
      ranges.push({ from: from + at, to: from + end + 3 });
      at = written.indexOf('<!--', end + 3);
    }
  });
  return ranges;
}

/** A fence of PlantUML: tools that know it draw it, and nobody sees its comments there. */
export const plantUmlFence =
  /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?:`{3,}|~{3,})[ \t]*(?:plantuml|puml)\b/imu;

/** Its comments: lines that begin with an apostrophe, and what stands between `/'` and `'/`. */
export function listPlantUmlComments(tree: Root, text: string): Range[] {
  const ranges: Range[] = [];
  visit(tree, 'code', (node) => {
    if (!/^(?:plantuml|puml)$/iu.test(node.lang ?? '')) return;
    const { from, to } = rangeOf(node);
    const written = text.slice(from, to);
    ranges.push(
      ...listEnclosed(written, /\/'/gu, /'\//gu).map((range) => ({
        from: from + range.from,
        to: from + range.to,
      })),
    );
    for (const { 0: line, 1: before = '', index } of written.matchAll(/^([ \t>]*)'.*$/gmu))
      ranges.push({ from: from + index + before.length, to: from + index + line.length });
  });
  return ranges;
}

/** The comments of TeX in formulas that stand by themselves; in a line, a percent sign may be somebody's price. */
export function listTexComments(tree: Root, text: string): Range[] {
  const ranges: Range[] = [];
  visit(tree, (node) => {
    const isFormula =
      (node.type as string) === 'math' || (node.type === 'code' && node.lang?.toLowerCase() === 'math');
    if (!isFormula) return;
    const { from, to } = rangeOf(node);
    for (const { 0: comment, index } of text.slice(from, to).matchAll(/(?<![\\%])%(?!%).*$/gmu))
      ranges.push({ from: from + index, to: from + index + comment.length });
  });
  return ranges;
}

/** Where a node stands in its text. */
export function rangeOf(node: Nodes): Range {
  return { from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0 };
}
