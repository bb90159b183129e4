import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDrawings, type DrawnMap } from '../../../src/diagrams/draw.ts';
import { drawingKey } from '../../../src/diagrams/drawing.ts';
import type { OutlineItem, ParsedDiagram, SequenceStep } from '../../../src/diagrams/graph.ts';
import { parseDiagram } from '../../../src/diagrams/parse.ts';
import { parseSvg, readText, walkElements } from '../../../src/diagrams/svg-tree.ts';
import { fixtures } from './fixtures.ts';

/** Labels with characters that a grammar, a sanitiser or a renderer may take for its own. */
const labels = [
  '가 😀',
  '👨‍👩‍👧 🇰🇷 𠮷',
  '<userId>',
  'Map<String, List<T>>',
  'a > b',
  'x < y & z',
  'a<b && c>d',
  '‹인용›',
  '&eta; &lt;b&gt;',
  'C# 코드',
  '__init__ 과 _x_',
  '50% 할인 (부가세)',
  '초거대언어모델의학습데이터정제파이프라인자동화시스템구축사업제안요청서검토위원회운영규정개정안초안',
  '가나 '.repeat(50).trim(),
];
const timed = [...labels, '14:05 발표', '16:9 화면', 'a; b'];

/** For each kind of diagram, how a label stands in it. */
const templates: Record<string, { write: (label: string) => string; labels: readonly string[] }> = {
  flowchart: { write: (label) => `flowchart LR\n A["${label}"] -->|"${label}"| B["끝"]`, labels: timed },
  subgraph: {
    write: (label) => `flowchart TB\n subgraph S["${label}"]\n A --> B\n end`,
    labels: timed.slice(0, 11),
  },
  sequence: {
    write: (label) => `sequenceDiagram\n participant A as ${label}\n A->>B: ${label}\n Note over A: ${label}`,
    labels: timed.filter((label) => !label.includes(':')),
  },
  class: {
    write: (label) => `classDiagram\n class A {\n +f() ${label}\n }\n A --> B : ${label}`,
    labels: ['Map~K, List~V~~', 'List<V>', 'Map<K, List<V>>', '가 😀', '__init__ 과 _x_'],
  },
  state: { write: (label) => `stateDiagram-v2\n A : ${label}\n A --> B : ${label}`, labels },
  er: { write: (label) => `erDiagram\n A ||--o{ B : "${label}"\n A { string name "${label}" }`, labels },
  mindmap: {
    write: (label) => `mindmap\n root["${label}"]\n  둘\n   ${label.replace(/[()]/g, '')}`,
    labels: timed,
  },
  timeline: { write: (label) => `timeline\n section ${label}\n 14:05 : ${label} : 끝`, labels: timed },
  pie: { write: (label) => `pie\n "${label}" : 3\n "나" : 4`, labels: timed },
  journey: { write: (label) => `journey\n section 하루\n ${label}: 5: 나, 너`, labels: timed },
  gantt: {
    write: (label) => `gantt\n dateFormat YYYY-MM-DD\n section 절\n ${label} :a1, 2024-01-01, 3d`,
    labels: timed,
  },
  quadrant: {
    write: (label) => `quadrantChart\n x-axis "${label}" --> 높음\n "${label}": [0.3, 0.6]`,
    labels: labels.slice(0, 11),
  },
  xychart: { write: (label) => `xychart-beta\n x-axis ["${label}", "둘"]\n bar [1, 2]`, labels: timed },
  sankey: { write: (label) => `sankey-beta\n"${label}",나,3\n나,다,2`, labels: timed },
  kanban: { write: (label) => `kanban\n 할일\n  t1["${label}"]`, labels: timed },
  block: { write: (label) => `block-beta\n columns 1\n a["${label}"]`, labels: timed },
  requirement: {
    write: (label) =>
      `requirementDiagram\n requirement r {\n id: 1\n text: "${label}"\n risk: high\n verifymethod: test\n }`,
    labels: labels.slice(0, 9),
  },
};

const codes = [
  ...fixtures.values(),
  ...Object.values(templates).flatMap(({ write, labels: some }) => some.map(write)),
  'flowchart LR\n A["**굵게** 글"] --> B["$$x^2 \\le \\alpha$$"] --> C["<b>두 낱말</b><br/>H<sub>2</sub>O"]',
  'classDiagram\n A --> B : f~g~h 글\n class C\n C : ~물결~ 글',
  'flowchart LR\n dev---ops\n A[a < b] -->|x<y| B',
];

let drawn: DrawnMap;

beforeAll(async () => {
  const drawings = openDrawings({ stores: [], writeTo: [] });
  drawn = await drawings.draw(codes);
  await drawings.close();
}, 240_000);

afterAll(() => drawn.clear());

test('every drawing shows each parsed label, letter for letter', async () => {
  const lost: string[] = [];
  for (const code of codes) {
    const parsed = await parseDiagram(code);
    if ('problem' in parsed) {
      lost.push(`${code}\n${parsed.problem.message}`);
      continue;
    }
    const drawing = drawn.get(drawingKey(code));
    if (!drawing || 'failed' in drawing) {
      lost.push(`${code}\n${drawing?.failed ?? 'missing'}`);
      continue;
    }
    for (const svg of [drawing.svg, ...(drawing.narrow ? [drawing.narrow.svg] : [])]) {
      const words = readWords(svg);
      expect(words).not.toMatch(/[\ufffd\ue000-\uf8ff\u2061\u2062]/u);
      for (const label of listLabels(parsed))
        if (!words.includes(squeeze(label))) lost.push(`${code}\n‘${label}’ is not in: ${words}`);
    }
  }
  expect(lost).toEqual([]);
});

test('what is not written is not parsed either', async () => {
  const parsed = await parseDiagram('flowchart LR\n A["Map<String, List<T>>"] --> B["a > b"]');
  expect('problem' in parsed ? [] : parsed.nodes.map(({ label }) => label)).toEqual([
    'Map<String, List<T>>',
    'a > b',
  ]);
});

function readWords(svg: string): string {
  return [...walkElements(parseSvg(svg))]
    .filter(({ name }) => name === 'text')
    .map((text) => squeeze(readText(text)))
    .join('');
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

function listLabels({ type, nodes, edges, groups, body }: ParsedDiagram): string[] {
  const isGraph = body.kind === 'graph' || body.kind === 'transitions';
  return [
    ...(isGraph
      ? nodes.flatMap(({ label, details }) => [label, ...(type.startsWith('class') ? details : [])])
      : []),
    ...(isGraph ? groups.map(({ label }) => label) : []),
    ...(/^(?:class|er|c4)/.test(type) ? [] : edges.map(({ label }) => label)),
    ...(body.kind === 'sequence' ? [...body.participants, ...listSteps(body.steps)] : []),
    ...(body.kind === 'outline' && /mindmap|kanban|timeline/.test(type) ? listItems(body.items) : []),
    ...(body.kind === 'tables'
      ? body.tables.flatMap(({ rows }) => rows.flatMap((row) => readCells(type, row)))
      : []),
  ].filter((label) => label !== '');
}

function readCells(type: string, row: readonly string[]): string[] {
  const columns: Record<string, number[]> = {
    pie: [0],
    xychart: [0],
    quadrantChart: [0],
    journey: [0, 1],
    gantt: [0, 1],
    sankey: [0, 1],
  };
  return (columns[type] ?? []).map((column) => row[column] ?? '');
}

function listItems(items: readonly OutlineItem[]): string[] {
  return items.flatMap((item) => [item.label.replace(/ \([^()]*\)$/, ''), ...listItems(item.items)]);
}

function listSteps(steps: readonly SequenceStep[]): string[] {
  return steps.flatMap((step) =>
    step.kind === 'block'
      ? step.branches.flatMap((branch) => [branch.label, ...listSteps(branch.steps)])
      : [step.text],
  );
}
