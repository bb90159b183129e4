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
