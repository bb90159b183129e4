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
    [/\{\{[<%]\s*mermaid\b[^<>{}\n]*[>%]\}\}/giu, /\{\{[<%]\s*\/mermaid\s*[>%]\}\}/giu],
    [/\{%-?\s*mermaid\b[^{}%\n]*%\}/giu, /\{%-?\s*endmermaid\s*-?%\}/giu],
  ];
  if (!/mermaid/iu.test(text)) return [];
  return kinds.flatMap(([opens, closes]) => listEnclosed(text, opens, closes));
}

/** Diagrams in which a line that begins with a hash is a comment. */
const hashComments =
  /^[ \t>]*(?:sequenceDiagram|stateDiagram(?:-v2)?|gantt|journey|timeline|requirementDiagram)\b/mu;
/** What a label hides from those who see the drawing. */
const hiddenElement =
  /<([a-z][a-z\d]{0,20})\b[^<>\n]{0,400}?(?:\shidden(?=[\s>])|display\s*:\s*none)[^<>\n]{0,400}>[^<>\n]{0,4000}<\/\1>/giu;

/** The comments of Mermaid; a `%%{` opens what it is told. */
export function listDiagramComments(tree: Root, text: string): Range[] {
  const ranges: Range[] = [];
  visit(tree, 'code', (node) => {
    if (!/^(?:mermaid|\{[.]?mermaid\b.*)$/iu.test(node.lang ?? '')) return;
    const { from, to } = rangeOf(node);
    const written = text.slice(from, to);
    ranges.push(...listCommentLines(written, from));
    // Mermaid draws these, or stumbles over them; what a number touches is text (`100%%`).
    let [lineStart, seen] = [0, 0];
    for (const { 0: comment, index } of written.matchAll(
      // One in a label ends in it; and where another task or entry begins before the next, none of them closes this.
      /(?<![\p{N}%}])%%(?!\{)(?:(?!%%| :)[^"\n])+%%|(?<=[ \t\])}"'])%%(?=[ \t])[^"\])}|\n]*$|(?<=[\])}"'])%%(?!\{)[^"\])}|%\n]+$/gmu,
    )) {
      const end = written.slice(seen, index).lastIndexOf('\n');
      if (end >= 0) lineStart = seen + end + 1;
      seen = index;
      if (/[^\s>]/u.test(written.slice(lineStart, index)))
        ranges.push({ from: from + index, to: from + index + comment.length });
    }
    if (hashComments.test(written))
      for (const { 0: line, 1: before = '', index } of written.matchAll(/^([ \t>]*)#(?!\w+;).*$/gmu))
        ranges.push({ from: from + index + before.length, to: from + index + line.length });
    // Labels are HTML to Mermaid, which shows no such element.
    if (/<[a-z]/iu.test(written))
      for (const name of ['script', 'style', 'template'])
        for (const range of listEnclosed(
          written,
          new RegExp(`<${name}\\b[^<>\\n]*>`, 'giu'),
          new RegExp(`</${name}>`, 'giu'),
        ))
          if (!written.slice(range.from, range.to).includes('\n'))
            ranges.push({ from: from + range.from, to: from + range.to });
    for (const { 0: element, index } of written.matchAll(hiddenElement))
      ranges.push({ from: from + index, to: from + index + element.length });
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

/** A fence of PlantUML or of another language that tools draw: nobody sees its comments there. */
export const drawnFence =
  /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?:`{3,}|~{3,})[ \t]*\{?[ \t]*\.?(?:plantuml|puml|dot|graphviz|viz|d2|tikz|nomnoml|blockdiag|seqdiag)\b/imu;

/** What is a comment in the languages of other drawings, beside blocks of slashes and stars. */
const lineComments: Record<string, RegExp> = {
  plantuml: /^([ \t>]*)'.*$/gmu,
  dot: /^([ \t>]*)(?:\/\/|#).*$/gmu,
  nomnoml: /^([ \t>]*)\/\/.*$/gmu,
  d2: /^([ \t>]*)#.*$/gmu,
  tikz: /^([ \t>]*)%.*$/gmu,
};
const sameLanguage: Record<string, string> = {
  puml: 'plantuml',
  graphviz: 'dot',
  viz: 'dot',
  blockdiag: 'dot',
  seqdiag: 'dot',
};

/** Their comments: lines that begin with a sign, and blocks (`/' … '/`, `/* … *\/`). */
export function listDrawnComments(tree: Root, text: string): Range[] {
  const ranges: Range[] = [];
  visit(tree, 'code', (node) => {
    const [, lang = ''] = /^\{?\.?([a-z\d]+)\}?$/iu.exec(node.lang ?? '') ?? [];
    const language = sameLanguage[lang.toLowerCase()] ?? lang.toLowerCase();
    const lines = Object.hasOwn(lineComments, language) ? lineComments[language] : undefined;
    if (!lines) return;
    const { from, to } = rangeOf(node);
    const written = text.slice(from, to);
    ranges.push(
      ...(language === 'plantuml'
        ? listEnclosed(written, /\/'/gu, /'\//gu)
        : language === 'dot'
          ? listEnclosed(written, /^[ \t>]*\/\*/gmu, /\*\//gu)
          : []
      ).map((range) => ({
        from: from + range.from,
        to: from + range.to,
      })),
    );
    for (const { 0: line, 1: before = '', index } of written.matchAll(lines))
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
