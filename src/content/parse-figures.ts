import { parseDiagram } from '../diagrams/parse.ts';
import type { DiagramProblem } from '../diagrams/drawing.ts';
import type { ParsedDiagram } from '../diagrams/graph.ts';
import { loadQuickMermaid } from '../diagrams/quick-settings.ts';
import type { Note } from '../knowledge/note.ts';
import { createReadingMemory, type ReadingMemory } from './reading-memory.ts';
import { recallAsync } from '../store/recall.ts';

/** What Mermaid's own parser understands of a diagram, or what is wrong with it. */
export function parseOnce(code: string): Promise<ParsedDiagram | { problem: DiagramProblem }> {
  return recallAsync('diagram', [code], async () => {
    await loadQuickMermaid();
    return parseDiagram(code);
  });
}

/** Parses every diagram of the notes and keeps the result in their outlines. */
export async function parseFigures(
  notes: readonly Note[],
  onFault: (path: string, error: unknown) => void,
  memory: Pick<ReadingMemory, 'figures'> = createReadingMemory(),
): Promise<void> {
  const used: ReadingMemory['figures'] = new Map();
  for (const note of notes) {
    for (const figure of note.outline.figures) {
      const { code } = figure;
      const result =
        used.get(code) ??
        memory.figures.get(code) ??
        (await parseOnce(code).catch((error: unknown) => {
          onFault(note.path, error);
          return null;
        }));
      if (!result) continue;
      used.set(code, result);
      if ('problem' in result) figure.problem = result.problem;
      else figure.graph = result;
    }
  }
  memory.figures = used;
}
