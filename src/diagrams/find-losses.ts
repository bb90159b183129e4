import { diagramsWords } from '#words';
import type { DiagramProblem } from './drawing.ts';
import type { ParsedDiagram } from './graph.ts';
import { onceAGraph } from './once-a-graph.ts';
import { readHeader } from './prepare.ts';
import { findLostLabels } from './lost-labels.ts';
import { findUnknownTex } from './tex-text.ts';

/** What an author wrote that the drawing cannot show as written, each at its place, with the way out. */
export const findLosses = onceAGraph((parsed, code): DiagramProblem[] => {
  const lines = code.split(/\r\n?|\n/);
  return [
    ...findDroppedDirections(parsed, code, lines),
    ...findCircleEnds(code, lines),
    ...findUnreadTex(lines),
    ...findLostLabels(parsed, lines),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
});

/** Mermaid lays a group out in its own direction only where no edge leaves one of its nodes. */
function findDroppedDirections(
  parsed: ParsedDiagram,
  code: string,
  lines: readonly string[],
): DiagramProblem[] {
  if (!parsed.type.startsWith('flowchart')) return [];
  const usual = normaliseDirection(/^(?:flowchart|graph)\S*\s+(\w+)/.exec(readHeader(code))?.[1]);
  const open: { name: string; direction: string }[] = [];
  const found: DiagramProblem[] = [];
  for (const [index, text] of lines.entries()) {
    const group = /^\s*subgraph\s+(?:"([^"]*)"|([^\s["]+))/.exec(text);
    if (group) open.push({ name: group[1] ?? group[2] ?? '', direction: open.at(-1)?.direction ?? usual });
    else if (/^\s*subgraph\b/.test(text)) open.push({ name: '', direction: usual });
    else if (/^\s*end\s*;?\s*$/.test(text)) open.pop();
    const written = /^\s*direction\s+(TB|TD|BT|LR|RL)\b/.exec(text)?.[1];
    const last = open.at(-1);
    if (!written || !last) continue;
    const outer = open.at(-2)?.direction ?? usual;
    const label = readGroupLabel(parsed, last.name);
    if (normaliseDirection(written) === outer || !label) continue;
    if (hasEdgeOutside(parsed, label.id))
      found.push({
        line: index + 1,
        column: text.indexOf('direction') + 1,
        message: diagramsWords().losses.direction(label.label || label.id, written),
      });
    else last.direction = normaliseDirection(written);
  }
  return found;
}

function normaliseDirection(direction = 'TB'): string {
  return direction === 'TD' ? 'TB' : direction;
}

function readGroupLabel(parsed: ParsedDiagram, name: string): ParsedDiagram['groups'][number] | undefined {
  return (
    parsed.groups.find((group) => group.id === name) ?? parsed.groups.find((group) => group.label === name)
  );
}

/** Whether an edge joins a node in a group (at any depth) with one outside of it. */
function hasEdgeOutside(parsed: ParsedDiagram, id: string): boolean {
  const parents = new Map<string, string | undefined>(
    [...parsed.groups, ...parsed.nodes].map((one) => [one.id, one.group]),
  );
  const isInside = (name: string): boolean => {
    for (let at = parents.get(name); at !== undefined; at = parents.get(at)) if (at === id) return true;
    return false;
  };
  return parsed.edges.some(({ from, to }) => from !== id && to !== id && isInside(from) !== isInside(to));
}

/** `A---oB` ends in a circle at B; who means oB has to leave a space. */
function findCircleEnds(code: string, lines: readonly string[]): DiagramProblem[] {
  if (!/^(?:flowchart|graph|swimlane)\b/.test(readHeader(code))) return [];
  return lines.flatMap((text, index) => {
    const bare = text.replace(/"[^"]*"|\[[^\]]*\]|\|[^|]*\|/g, (label) => ' '.repeat(label.length));
    const match = /(?:--+|==+|-\.+-)([ox])(?=[\p{Lu}\p{N}])([\p{L}\p{N}_]*)/u.exec(bare);
    return match && !/^\s*%%/.test(text)
      ? [
          {
            line: index + 1,
            column: match.index + 1,
            message: diagramsWords().losses.circle(match[1] ?? '', match[2] ?? ''),
          },
        ]
      : [];
  });
}

function findUnreadTex(lines: readonly string[]): DiagramProblem[] {
  return lines.flatMap((text, index) =>
    [...text.matchAll(/\$\$([^$]+)\$\$/g)].flatMap((match) => {
      const [unknown] = findUnknownTex(match[1] ?? '');
      return unknown
        ? [{ line: index + 1, column: match.index + 1, message: diagramsWords().losses.tex(unknown) }]
        : [];
    }),
  );
}
