import { expect, test } from 'vitest';
import type { ParsedDiagram } from '../../../src/diagrams/graph.ts';
import { parseDiagram } from '../../../src/diagrams/parse.ts';
import { writeFlowchart } from '../../../src/diagrams/write-flowchart.ts';

async function read(code: string): Promise<ParsedDiagram> {
  const parsed = await parseDiagram(code);
  if ('problem' in parsed) throw new Error(parsed.problem.message);
  return parsed;
}

test('a C4 drawing is a flowchart with the same ids, which can be read again', async () => {
  const flowchart = writeFlowchart(
    await read(
      'C4Context\n title 가게\n Person(p, "손님", "산다")\n Enterprise_Boundary(b, "은행") {\n System(s, "가게")\n }\n Rel(p, s, "산다")',
    ),
  );
  const again = await read(flowchart ?? '');
  expect(again.title).toBe('가게');
  expect(again.nodes.map(({ id, group }) => [id, group])).toEqual([
    ['p', undefined],
    ['s', 'b'],
  ]);
  expect(again.edges).toMatchObject([{ from: 'p', to: 's', label: '산다', directed: true }]);
});

test('arrows of a C4 drawing point where they did', async () => {
  const flowchart = writeFlowchart(
    await read(
      'C4Context\n Person(p, "손님")\n System(s, "가게")\n BiRel(p, s, "둘")\n Rel_Back(s, p, "뒤")',
    ),
  );
  expect(flowchart).toContain('p <-->|"둘"| s');
  expect(flowchart).toContain('p -->|"뒤"| s');
});

test.each(['end', 'style', 'class', '손님', 'a-b'])('%s is no id of a flowchart', async (id) => {
  expect(writeFlowchart(await read(`C4Context\n Person(${id}, "손님")`))).toBeNull();
});
