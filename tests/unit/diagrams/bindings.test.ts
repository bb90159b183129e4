import { expect, test } from 'vitest';
import { bindLinks, diagramBindings } from '../../../src/diagrams/bindings.ts';
import { parseDiagram } from '../../../src/diagrams/parse.ts';
import { prepareSource } from '../../../src/diagrams/prepare.ts';

test('click lines name notes, other nodes offer their labels', async () => {
  const code =
    'flowchart LR\n A["검색"] --> B["환각"]\n click A "note:rag" "도움말"\n  click Z href "note: none"\n B --> C["밖"]\n click C href "https://example.org/"';
  const parsed = await parseDiagram(code);
  if ('problem' in parsed) throw new Error(parsed.problem.message);
  const { bound, labels } = diagramBindings(parsed, code);
  expect(bound).toEqual([
    { nodeId: 'A', target: 'note:rag', tooltip: '도움말', line: 3, column: 11, isKnown: true },
    { nodeId: 'Z', target: 'note: none', line: 4, column: 17, isKnown: false },
    { nodeId: 'C', target: 'https://example.org/', line: 6, column: 16, isKnown: true },
  ]);
  expect(labels).toEqual([{ nodeId: 'B', label: '환각', line: 2, column: 14 }]);
});

test('clicks are taken out before drawing, line by line', () => {
  const code = 'flowchart LR\n A --> B\n click A "note:rag"\n click B href "https://example.org/"';
  expect(prepareSource(code).code).toBe('flowchart LR\n A --> B\n%% link\n%% link');
});

const svg =
  '<svg class="drawing" role="img"><g data-node="B" transform="translate(90 10)"><text>둘</text></g><g data-node="C" transform="translate(10 60)"><text>셋</text></g><g data-node="A" transform="translate(10 12)"><text>하나</text></g></svg>';

test('bound nodes become links in reading order', () => {
  const bound = bindLinks(svg, {
    A: { href: '/notes/a/', title: '첫째' },
    B: { href: '/b/?x=1&y="', title: '둘' },
    C: { href: '/c/' },
  });
  expect(bound.match(/href="[^"]*"/g)).toEqual([
    'href="/notes/a/"',
    'href="/b/?x=1&amp;y=&quot;"',
    'href="/c/"',
  ]);
  expect(bound).toContain('aria-label="하나: 첫째"');
  expect(bound).toContain('role="group"');
  expect(bound).not.toContain('role="img"');
});

test('a tooltip is kept: seen on the node, and part of its name', () => {
  const bound = bindLinks(svg, { A: { href: '/a/', title: '첫째', tooltip: '도움말' } });
  expect(bound).toContain('<title>도움말</title>');
  expect(bound).toContain('aria-label="하나: 도움말"');
});

test('a drawing without bound nodes stays as it is', () => {
  expect(bindLinks(svg, {})).toBe(svg);
  expect(bindLinks(svg, new Map([['Z', { href: '/z/' }]]))).toBe(svg);
});

test('a group that is a link is not painted over the lines inside it', () => {
  const svg =
    '<svg class="drawing"><g data-node="G" transform="translate(0 100)"><rect class="g"/><text>묶음</text></g><path class="e" d="M0 0"/><g data-node="A" transform="translate(0 10)"><rect class="n"/><text>가</text></g></svg>';
  const bound = bindLinks(svg, { G: { href: '/g/' }, A: { href: '/a/' } });
  expect(bound.indexOf('class="g"')).toBeLessThan(bound.indexOf('class="e"'));
});

test('nodes in reading order are not painted over by a group that comes later', () => {
  const group = (id: string, y: number) =>
    `<g data-node="${id}" transform="translate(0 ${y})"><rect class="g"/></g>`;
  const node = (id: string, y: number) =>
    `<g data-node="${id}" transform="translate(0 ${y})"><rect class="n"/></g>`;
  // Drawn from the bottom up: the lower group first.
  const svg = `<svg class="drawing"><defs/>${group('G1', 100)}${node('A1', 120)}${group('G0', 0)}${node('A0', 20)}</svg>`;
  const bound = bindLinks(svg, { A0: { href: '/0/' }, A1: { href: '/1/' } });
  expect(bound.match(/data-node="[^"]*"/g)?.map((name) => name.slice(11, -1))).toEqual([
    'G1',
    'G0',
    'A0',
    'A1',
  ]);
});
