import { expect, test } from 'vitest';
import type { Drawing } from '../../../src/diagrams/drawing.ts';
import { parseDiagram } from '../../../src/diagrams/parse.ts';
import { buildDiagramFigure, type DiagramWorld } from '../../../src/markdown/diagram-figure.ts';

const code = 'flowchart TD\n A[하나] --> B[둘]';
const world = { base: '/', here: null, byLabel: false } as DiagramWorld;

function draw(width: number, height: number): Drawing {
  const svg = `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><text font-size="15">둘</text></svg>`;
  return { type: 'flowchart-v2', svg, width, height };
}

async function readPaper(drawing: Drawing): Promise<unknown[]> {
  const graph = await parseDiagram(code);
  if ('problem' in graph) throw new Error(graph.problem.message);
  const { properties } = buildDiagramFigure({ code, title: '', drawing, graph }, world);
  return [properties['dataPaper'], properties['dataWide']];
}

test.each([
  ['fits', draw(600, 800), [undefined, undefined]],
  ['has its words beside it where its letters are small', draw(600, 1700), [undefined, '']],
  ['is its words where nobody could read it', draw(600, 9000), ['words', '']],
  ['is printed as its narrow twin', { ...draw(1700, 500), narrow: draw(300, 700) }, ['narrow', undefined]],
])('on paper a drawing %s', async (_, drawing, paper) => {
  expect(await readPaper(drawing)).toEqual(paper);
});
