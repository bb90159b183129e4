import { diagramsWords } from '#words';
import type { DiagramProblem } from './drawing.ts';
import type { ParsedDiagram } from './graph.ts';
import { commonClasses } from './semantic-classes.ts';

/** Labels longer than this many characters want a line break. */
const longLabel = 40;

/**
 * What is not wrong in a diagram but makes it worse to read, each at its place in the source. `title` is the title
 * that the page gives the figure, if any; `kinds` are the classes of the subject's collections.
 */
export function lintDiagram(
  parsed: ParsedDiagram,
  code: string,
  title = '',
  kinds: readonly string[] = [],
): DiagramProblem[] {
  const lines = code.split(/\r\n?|\n/);
  return [
    ...(title || parsed.accTitle || parsed.title
      ? []
      : [{ line: 1, column: 1, message: diagramsWords().faults.untitled }]),
    ...findLonelyNodes(parsed, lines),
    ...findLongLabels(parsed, lines),
    ...findLiteralColours(lines),
    ...findUnknownClasses(parsed, lines, [...commonClasses, ...kinds]),
    ...findImages(lines),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Nodes of a flowchart that no edge touches, neither themselves nor through their group. */
function findLonelyNodes(parsed: ParsedDiagram, lines: readonly string[]): DiagramProblem[] {
  if (!/^(?:flowchart|agentflow|swimlane)/.test(parsed.type) || parsed.edges.length === 0) return [];
  const touched = new Set(parsed.edges.flatMap((edge) => [edge.from, edge.to]));
  const groups = new Map(parsed.groups.map((group) => [group.id, group.group]));
  const isTouched = (id: string | undefined): boolean =>
    id !== undefined && (touched.has(id) || isTouched(groups.get(id)));
  return parsed.nodes
    .filter((node) => !touched.has(node.id) && !isTouched(node.group))
    .map((node) => ({
      ...findNode(node.id, lines),
      message: diagramsWords().faults.lonely(node.label || node.id),
    }));
}

function findLongLabels(parsed: ParsedDiagram, lines: readonly string[]): DiagramProblem[] {
  return parsed.nodes
    .filter((node) => [...node.label].length > longLabel)
    .flatMap((node) => {
      const place = findText(node.label.slice(0, 12), lines) ?? findNode(node.id, lines);
      const text = lines[place.line - 1] ?? '';
      if (/<br\s*\/?>|\\n/i.test(text.slice(place.column - 1))) return [];
      return [
        {
          ...place,
          message: diagramsWords().faults.longLabel([...node.label].length, longLabel),
        },
      ];
    });
}

const colourWord =
  /(?:fill|stroke|color)\s*:\s*(#[\da-f]{3,8}\b|(?:rgb|hsl)a?\([^)]*\)|(?!none\b|transparent\b|inherit\b|currentcolor\b|var\()[a-z]{3,}\b)/gi;

function findLiteralColours(lines: readonly string[]): DiagramProblem[] {
  return lines.flatMap((text, index) => {
    if (!/^\s*(?:style|classDef|linkStyle)\s/.test(text)) return [];
    const match = [...text.matchAll(colourWord)][0];
    if (!match) return [];
    const column = match.index + match[0].length - (match[1]?.length ?? 0) + 1;
    return [
      {
        line: index + 1,
        column,
        message: diagramsWords().faults.literalColour(match[1] ?? ''),
      },
    ];
  });
}

function findUnknownClasses(
  parsed: ParsedDiagram,
  lines: readonly string[],
  known: readonly string[],
): DiagramProblem[] {
  if (/^(?:railroad|venn|treeView)/.test(parsed.type)) return [];
  const defined = new Set<string>();
  for (const text of lines) {
    for (const name of /^\s*classDef\s+([\w,-]+)/.exec(text)?.[1]?.split(',') ?? []) defined.add(name);
  }
  const isKnown = (name: string): boolean => known.includes(name) || defined.has(name) || name === 'default';
  return lines.flatMap((text, index) => {
    if (/^\s*%%/.test(text)) return [];
    const named = [...text.matchAll(/:::\s*([\w-]+(?:,[\w-]+)*)/g)].map((match) => ({
      names: match[1] ?? '',
      at: match.index + match[0].length - (match[1]?.length ?? 0),
    }));
    const assigned = /^\s*class\s+[^\s{]+\s+([A-Za-z][\w-]*)\s*;?\s*$/.exec(text);
    if (assigned?.[1] && !parsed.type.startsWith('class'))
      named.push({ names: assigned[1], at: text.lastIndexOf(assigned[1]) });
    return named.flatMap(({ names, at }) =>
      names
        .split(',')
        .filter((name) => !isKnown(name))
        .map((name) => ({
          line: index + 1,
          column: at + 1,
          message: diagramsWords().faults.unknownClass(name, [...known]),
        })),
    );
  });
}

/** Nodes that show a picture file, which the drawing may not load. */
function findImages(lines: readonly string[]): DiagramProblem[] {
  return lines.flatMap((text, index) => {
    const at = /@\{[^}]*\bimg\s*:/.exec(text)?.index ?? -1;
    return at < 0 ? [] : [{ line: index + 1, column: at + 1, message: diagramsWords().faults.picture }];
  });
}

/** The place where a node is first named. */
export function findNode(id: string, lines: readonly string[]): { line: number; column: number } {
  const isLetter = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}_]/u.test(character);
  for (const [index, text] of lines.entries()) {
    if (
      /^\s*(?:%%|click\s|style\s|class\s|classDef\s|linkStyle\s|accTitle|accDescr|flowchart\s|graph\s)/.test(
        text,
      )
    )
      continue;
    const bare = text.replace(/"[^"]*"|\|[^|]*\|/g, (quoted) => ' '.repeat(quoted.length));
    for (let at = bare.indexOf(id); at >= 0; at = bare.indexOf(id, at + 1)) {
      if (!isLetter(bare[at - 1]) && !isLetter(bare[at + id.length]))
        return { line: index + 1, column: at + 1 };
    }
  }
  return findText(id, lines) ?? { line: 1, column: 1 };
}

function findText(text: string, lines: readonly string[]): { line: number; column: number } | null {
  for (const [index, line] of lines.entries()) {
    const at = line.indexOf(text);
    if (at >= 0) return { line: index + 1, column: at + 1 };
  }
  return null;
}
