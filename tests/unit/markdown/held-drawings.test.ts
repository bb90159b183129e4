import { toHtml } from 'hast-util-to-html';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { parseDiagram } from '../../../src/diagrams/parse.ts';
import { buildDiagramFigure, type DiagramWorld } from '../../../src/markdown/diagram-figure.ts';
import { holdDrawings } from '../../../src/markdown/held-drawings.ts';
import { scanTags } from '../../../src/outputs/scan-tags.ts';

const code = 'flowchart TD\n A[하나] --> B[셋]';
const world = { base: '/', here: null, byLabel: false } as DiagramWorld;
const inside =
  '<g data-node="A"><path d="M0 0l1 1"/><text>하나 &amp; "둘" &lt;b&gt;</text><title/></g><rect width="1" height="1"/>';

/** What a browser makes of the figure. */
async function readFigure(root: string, isHeld: boolean, occurrence = 0): Promise<string> {
  const graph = await parseDiagram(code);
  if ('problem' in graph) throw new Error(graph.problem.message);
  const svg = `<svg ${root}viewBox="0 0 9 9" width="9" height="9">${inside}</svg>`;
  const drawing = { type: 'flowchart-v2', svg, width: 9, height: 9, narrow: { svg, width: 9, height: 9 } };
  const held = holdDrawings('token');
  const parts = { code, title: '하나 & "둘" <i>', drawing, graph, occurrence };
  const html = toHtml(buildDiagramFigure(isHeld ? { ...parts, hold: held.hold } : parts, world));
  return toHtml(fromHtml(held.putInto(html), { fragment: true }));
}

describe('a drawing that is put into the HTML once it is written', () => {
  test.each([
    ['with a title of its own', 'id="d12345678-s" aria-labelledby="d12345678-t" ', 0],
    ['named by its figure', 'role="img" ', 0],
    ['that stands there a second time', 'id="d12345678-s" aria-labelledby="d12345678-t" ', 1],
  ])('%s is what it is as part of the tree', async (_, root, occurrence) => {
    expect(await readFigure(root, true, occurrence)).toBe(await readFigure(root, false, occurrence));
  });

  test('stands in no other place', () => {
    const held = holdDrawings('token');
    expect(toHtml(held.hold('<svg>$&</svg>'))).toBe('<svg data-held="token-0"></svg>');
    expect(held.putInto('<svg data-held="token-0"></svg> <svg data-held="other-0"></svg>')).toBe(
      '<svg>$&</svg> <svg data-held="other-0"></svg>',
    );
  });

  test('hides no tag behind an empty title', () => {
    expect([...scanTags('<svg><title/><g></g></svg><p></p>')].map(({ name }) => name)).toContain('p');
  });
});
