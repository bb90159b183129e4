import { expect, it } from 'vitest';
import type { Drawing } from '../../../src/diagrams/drawing.ts';
import { numberInvented } from '../../../src/diagrams/invented-names.ts';

const drawing = (svg: string) => ({ svg }) as Drawing;

it('numbers the names that nobody wrote, in the order in which they come', () => {
  const svg =
    '<g data-node="id-9177dk8am8-7"/><g data-node="id-mkorf98kqja-5"/><g data-node="id-9177dk8am8-7_x"/>';
  expect(numberInvented(drawing(svg), 'block').svg).toBe(
    '<g data-node="unnamed-1"/><g data-node="unnamed-2"/><g data-node="unnamed-1_x"/>',
  );
});

it('keeps the names that an author wrote', () => {
  const written = drawing('<g data-node="id-router-1"/>');
  expect(numberInvented(written, 'flowchart LR\n id-router-1 --> b')).toBe(written);
});
