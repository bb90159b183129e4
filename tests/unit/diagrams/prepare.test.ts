import { expect, test } from 'vitest';
import { prepareSource } from '../../../src/diagrams/prepare.ts';

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
