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

test('people, stores and what is outside look like it in a C4 drawing, and in its words', async () => {
  const parsed = await read(
    'C4Context\n Person(p, "손님")\n SystemDb(d, "장부")\n SystemQueue(q, "줄")\n System_Ext(x, "밖")\n UpdateElementStyle(d, $bgColor="navy", $fontColor="#fff", $borderColor="url(https://a.example)")',
  );
  const flowchart = writeFlowchart(parsed) ?? '';
  expect(flowchart).toContain('p(["손님');
  expect(flowchart).toContain('d[("장부');
  expect(flowchart).toContain('q@{ shape: h-cyl, label: "줄');
  expect(flowchart).toMatch(/^style x .*stroke-dasharray/m);
  expect(flowchart).toContain('style d fill:navy,stroke:none,color:#fff');
  expect(flowchart).not.toContain('a.example');
  expect(parsed.nodes.map(({ details }) => details[0])).toEqual([
    '사람',
    '시스템 · 데이터베이스',
    '시스템 · 큐',
    '외부 시스템',
  ]);
  const again = await read(flowchart);
  expect(again.nodes.map(({ id }) => id)).toEqual(['p', 'd', 'q', 'x']);
});
