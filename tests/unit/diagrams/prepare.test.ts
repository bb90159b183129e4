import { expect, test } from 'vitest';
import { prepareSource, turnSideways } from '../../../src/diagrams/prepare.ts';

test.each([
  'flowchart LR\n A@{ img: "https://far.example/a.png", label: "x" }',
  'flowchart LR\n A@{ label: "{x}", img: "https://far.example/a.png" }',
  "flowchart LR\n A@{ label: don't, img: 'https://far.example/a.png' }",
  'flowchart LR\n A@{ label: "x, img: https://far.example/a.png }',
  'flowchart LR\n A["x"]\n style A fill:url(https://far.example/a.svg)',
])('no address of a picture reaches Mermaid: %j', (code) => {
  expect(prepareSource(code).code).not.toContain('far.example/a.png"');
  expect(/(?:img\s*:\s*|\()["']?https/u.test(prepareSource(code).code.replace(/"[^"]*"/gu, ''))).toBe(false);
});

test.each([
  'flowchart LR\n A@{ shape: rect, label: "see img: one, two" }',
  'mindmap\n  root\n    style src(abc)',
])('words that only look like an address stay: %j', (code) => {
  const { code: prepared, restore } = prepareSource(code);
  expect(restore(prepared)).toBe(code);
});

test.each(['bolt', 'f-circ', 'collate', '"summary"'])(
  'words in a %s, which shows none, stand in a box',
  (shape) => {
    const { code } = prepareSource(
      `flowchart LR\n A@{ shape: ${shape}, label: "말" } --> B@{ shape: ${shape} }`,
    );
    expect(code).toBe(`flowchart LR\n A@{  label: "말" } --> B@{ shape: ${shape} }`);
  },
);

test.each([
  ['flowchart TD\n A --> B', 'flowchart LR\n A --> B'],
  ['graph\n A --> B', 'graph LR\n A --> B'],
  ['flowchart RL\n A --> B', null],
  ['stateDiagram-v2\n A --> B', null],
])('%j is turned sideways', (code, turned) => {
  expect(turnSideways(code)).toBe(turned);
});

test.each([
  ['flowchart LR\n 🏠 --> 🏫\n style 🏠 fill:#f00', ' 🏠 --> 🏫'],
  ['flowchart LR\n 집🏠 -- 🚌 --> B[🛒 장]', ' 집🏠 -- 🚌 --> B[🛒 장]'],
  ['flowchart TD\n subgraph 📦 Box\n A✅\n end', ' subgraph 📦 Box'],
  ['classDiagram\n 🐶 --> 🐱 : chases', ' 🐶 --> 🐱 : chases'],
])('pictures in names go through as letters and come back: %j', (code, line) => {
  const { code: prepared, restore } = prepareSource(code);
  const bare = prepared.replace(/\[[^\]]*\]/gu, '');
  expect(bare).not.toMatch(/\p{Extended_Pictographic}/u);
  expect(restore(prepared).split('\n')).toContain(line);
});

test.each([
  ['sequenceDiagram\n actor A\n link A: Board @ https://far.example/a\n A->>B: link A: x', 'far.example'],
  ['sequenceDiagram\n links A: {"Board": "https://far.example/a"}\n A->>B: x', 'far.example'],
  ['architecture-beta\n service q(logos:aws-sqs)[Queue]', 'logos'],
  ['flowchart LR\n A@{ icon: "fa:user", form: "square", label: "x" }', 'fa:user'],
])('what no still drawing shows is left out, on as many lines: %j', (code, unshown) => {
  const { code: prepared } = prepareSource(code);
  expect(prepared).not.toContain(unshown);
  expect(prepared.split('\n')).toHaveLength(code.split('\n').length);
});

test('icons that Mermaid has, and words that look like menus elsewhere, stay', () => {
  const code = 'architecture-beta\n group g(cloud)[G]\n service d(database)[D] in g';
  expect(prepareSource(code).code).toBe(code);
  expect(prepareSource('mindmap\n  links A: b').code).toContain('links A: b');
});

test('a class that is marked before it is named is named first', () => {
  const { code } = prepareSource('classDiagram\n  <<abstract>> Base\n  Base <|.. Shape');
  expect(code).toBe('classDiagram\n\n  Base <|.. Shape\nclass Base\n<<abstract>> Base');
});

test.each([
  ['erDiagram\n A ||--o{ B : has', 'erDiagram\n direction LR\n A ||--o{ B : has'],
  ['classDiagram\n direction RL\n A --> B', null],
])('%j is turned sideways by a line of its own', (code, turned) => {
  expect(turnSideways(code)).toBe(turned);
});
