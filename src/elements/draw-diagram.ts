/** Mermaid in the reader's browser: loaded with this file, and with nothing else. */
import { bindLinks, type NodeLink } from '../diagrams/bindings.ts';
import { drawInPage } from '../diagrams/draw-in-page.ts';
import type { DiagramProblem, Drawing } from '../diagrams/drawing.ts';
import { diagramFont } from '../diagrams/mermaid-config.ts';
import { parseDiagram } from '../diagrams/parse.ts';

let queue: Promise<unknown> = Promise.resolve();

/**
 * Draws a source as the build does, its nodes bound to `links`. Never throws: what cannot be drawn is a problem at its
 * line. Calls are worked on one after the other, because Mermaid keeps global state.
 */
export function drawDiagram(code: string, links: ReadonlyMap<string, NodeLink>): Promise<Drawn> {
  const next = queue.then(() => drawOne(code, links));
  queue = next.catch(() => undefined);
  return next;
}

async function drawOne(code: string, links: ReadonlyMap<string, NodeLink>): Promise<Drawn> {
  const parsed = await parseDiagram(code);
  if ('problem' in parsed) return parsed;
  try {
    const [{ default: mermaid }] = await Promise.all([import('mermaid'), loadFont(code)]);
    const drawing = await drawInPage(mermaid, code, { parsed, hasStylePolicy: true, isQuick: true });
    const bind = (svg: string): string => bindLinks(svg, links);
    const { narrow } = drawing;
    return {
      drawing: {
        ...drawing,
        svg: bind(drawing.svg),
        ...(narrow ? { narrow: { ...narrow, svg: bind(narrow.svg) } } : {}),
      },
    };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { problem: { line: 1, column: 1, message: `Mermaid: ${message}` } };
  }
}

/** Labels are measured while drawing, so the parts of the font that they need must be there before. */
async function loadFont(code: string): Promise<void> {
  const weights = [400, 600, 700].map((weight) =>
    document.fonts.load(`${weight} 16px "${diagramFont.family}"`, code),
  );
  // A part that does not come is one label in the next font, not a diagram that is missing.
  await Promise.allSettled(weights);
}

export type Drawn = { drawing: Drawing } | { problem: DiagramProblem };
