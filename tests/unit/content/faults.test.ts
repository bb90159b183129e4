import { expect, test } from 'vitest';
import { describeFault } from '../../../src/content/faults.ts';
import { parseFigures } from '../../../src/content/parse-figures.ts';
import type { Note } from '../../../src/knowledge/note.ts';

test('a fault that nobody foresaw says the step and asks for a report, without a stack', () => {
  const { line, column, message } = describeFault('outline', new TypeError('x is not a function'));
  expect([line, column]).toEqual([1, 1]);
  expect(message).toMatch(/구조 읽기.*x is not a function.*이슈로 알려/u);
  expect(message).not.toMatch(/\n|\bat /u);
  expect(describeFault('render', new RangeError('Maximum call stack size exceeded')).message).toContain(
    '너무 깊이',
  );
});

test('a diagram that breaks the parser costs no other one', async () => {
  // Not even a string: nothing that a parser could be ready for.
  const figures = [
    { code: null },
    { code: 'flowchart LR\n  A --> B' },
  ] as unknown as Note['outline']['figures'];
  const faults: string[] = [];
  await parseFigures([{ path: 'a.md', outline: { figures } } as Note], (path) => faults.push(path));
  expect(faults).toEqual(['a.md']);
  expect(figures[1]?.graph).toBeDefined();
});
