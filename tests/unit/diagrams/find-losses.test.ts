import { expect, test } from 'vitest';
import { findLosses } from '../../../src/diagrams/find-losses.ts';
import { parseDiagram } from '../../../src/diagrams/parse.ts';

async function list(code: string): Promise<string[]> {
  const parsed = await parseDiagram(code);
  if ('problem' in parsed) throw new Error(parsed.problem.message);
  return findLosses(parsed, code).map(
    ({ line, column, message }) => `${line}:${column} ${message.slice(0, 20)}`,
  );
}

test('a direction that Mermaid drops is said at its line', async () => {
  const code = 'flowchart TD\n a --> b\n subgraph S\n  direction LR\n  b --> c\n end';
  expect(await list(code)).toEqual([expect.stringMatching(/^4:3 /)]);
});

test('a direction that is followed, or is the usual one, says nothing', async () => {
  expect(await list('flowchart TD\n a --> S\n subgraph S\n  direction LR\n  b --> c\n end')).toEqual([]);
  expect(await list('flowchart TD\n a --> b\n subgraph S\n  direction TB\n  b --> c\n end')).toEqual([]);
});

test('a line that may end in a circle or in a name is said, a clear one not', async () => {
  expect(await list('flowchart LR\n A---oB')).toEqual([expect.stringMatching(/^2:3 /)]);
  expect(await list('flowchart LR\n A --o B\n dev---ops\n C["x---oB"]')).toEqual([]);
});

test('maths that has no characters is said', async () => {
  expect(await list('flowchart LR\n A["$$x^2$$"] --> B["$$\\underbrace{x}$$"]')).toEqual([
    expect.stringMatching(/^2:22 /),
  ]);
});
