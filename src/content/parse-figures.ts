import { parseDiagram } from '../diagrams/parse.ts';
import type { DiagramProblem } from '../diagrams/drawing.ts';
import type { ParsedDiagram } from '../diagrams/graph.ts';
import type { Note } from '../knowledge/note.ts';

/** Diagrams that this process has parsed: the same source is parsed once, however often the folder is read. */
const parsed = new Map<string, Promise<ParsedDiagram | { problem: DiagramProblem }>>();

/** What Mermaid's own parser understands of a diagram, or what is wrong with it. */
export function parseOnce(code: string): Promise<ParsedDiagram | { problem: DiagramProblem }> {
  let result = parsed.get(code);
  if (!result) {
    result = parseDiagram(code);
    parsed.set(code, result);
  }
  return result;
}

/** Parses every diagram of the notes and keeps the result in their outlines. */
export async function parseFigures(notes: readonly Note[]): Promise<void> {
  for (const note of notes) {
    for (const figure of note.outline.figures) {
      const result = await parseOnce(figure.code);
      if ('problem' in result) figure.problem = result.problem;
      else figure.graph = result;
    }
  }
}
